-- The tables about a person go through habilitations.proteger: what protects them is as it was, but for merges. Rows follow a merge by a function of the owner
-- (allocataires.faire_suivre): whoever merges needs neither to read what is sensitive nor to write in every room, and what is sensitive follows all the same.
drop policy decision on orientation.maintien;
drop policy correction on orientation.maintien;
drop policy fusion on orientation.raison_sans_suivi;

-- what the caisses state: written by the loader alone
select habilitations.proteger('allocataires.identite_precedente', 'DOSSIERS', ajoute => false);
select habilitations.proteger('allocataires.droit', 'DOSSIERS', ajoute => false, cle => 'foyer_id');
select habilitations.proteger('allocataires.adresse', 'DOSSIERS', ajoute => false, cle => 'foyer_id');
select habilitations.proteger('allocataires.montant', 'MONTANTS', ajoute => false, cle => 'foyer_id');
select habilitations.proteger('allocataires.paiement', 'MONTANTS', ajoute => false, cle => 'foyer_id');
select habilitations.proteger('allocataires.creance', 'MONTANTS', ajoute => false, cle => 'foyer_id');
select habilitations.proteger('allocataires.membre', 'DOSSIERS', ajoute => false);
select habilitations.proteger('allocataires.ressource', 'MONTANTS', ajoute => false);
select habilitations.proteger('allocataires.situation', 'DOSSIERS', ajoute => false);

select habilitations.proteger('echeances.echeance', 'DOSSIERS', change => '{*}',
  ecrit => '{ORIENTATIONS, REORIENTATIONS, RENDEZ_VOUS, DIAGNOSTICS, REPRISE, IMPORTS, COURRIERS}');

-- the text and the address of what left never change
select habilitations.proteger('courriers.message', 'DOSSIERS', ecrit => '{COURRIERS, RENDEZ_VOUS, ORIENTATIONS, REORIENTATIONS, PRESENCES, REPRISE}',
  change => '{etat, etat_depuis, lot_id, rang, envoye_le, retour, raison, tentatives, destinataire, adresse, code_postal, ville, vers, adresse_choisie, version_id, entete_id, objet,
    contenu, valeurs}');
select habilitations.proteger('courriers.passage', 'DOSSIERS', ecrit => '{COURRIERS, RENDEZ_VOUS, ORIENTATIONS, REORIENTATIONS, PRESENCES, REPRISE}');

select habilitations.proteger('diagnostic.diagnostic', 'DIAGNOSTICS');
select habilitations.proteger('diagnostic.recommandation', 'DOSSIERS', ecrit => '{DIAGNOSTICS}');
select habilitations.proteger('diagnostic.brouillon', 'DIAGNOSTICS', change => '{diagnostic_vu, reponses, saisi_le}');

select habilitations.proteger('rendezvous.convocation', 'DOSSIERS', ecrit => '{RENDEZ_VOUS, ORIENTATIONS, REORIENTATIONS, PRESENCES, REPRISE, COURRIERS}', change => '{*}');
select habilitations.proteger('rendezvous.entretien', 'DOSSIERS', ecrit => '{RENDEZ_VOUS, ORIENTATIONS, REORIENTATIONS, PRESENCES, REPRISE, COURRIERS}', change => '{*}');
select habilitations.proteger('rendezvous.passage', 'DOSSIERS', ecrit => '{RENDEZ_VOUS, ORIENTATIONS, REORIENTATIONS, PRESENCES, REPRISE, COURRIERS}');
select habilitations.proteger('rendezvous.fait', 'DOSSIERS', ecrit => '{RENDEZ_VOUS, ORIENTATIONS, REORIENTATIONS, PRESENCES, REPRISE, COURRIERS}',
  change => '{retire_par, retire_le}');

-- posting a letter dates the notification; a spreadsheet takes over follow-ups
select habilitations.proteger('orientation.entree', 'DOSSIERS', ecrit => '{ORIENTATIONS, REPRISE, IMPORTS, COURRIERS}', change => '{*}');
select habilitations.proteger('orientation.suivi', 'DOSSIERS', ecrit => '{ORIENTATIONS, REPRISE, IMPORTS, COURRIERS}', change => '{*}');
select habilitations.proteger('orientation.changement_de_referent', 'DOSSIERS', ecrit => '{ORIENTATIONS, REPRISE, IMPORTS, COURRIERS}');
select habilitations.proteger('orientation.passage', 'DOSSIERS', ecrit => '{ORIENTATIONS, REORIENTATIONS, REPRISE, IMPORTS, COURRIERS}');
select habilitations.proteger('orientation.maintien', 'DOSSIERS', ecrit => '{ORIENTATIONS}', change => '{*}');
select habilitations.proteger('orientation.raison_sans_suivi', 'DOSSIERS', ecrit => '{ORIENTATIONS}');

select habilitations.proteger('justedroit.verifie', 'VERIFICATIONS', change => '{retire_par, retire_le}', cle => 'foyer_id');

select habilitations.proteger('donnees.demande', 'DROITS_DES_PERSONNES', change => '{reponse, acceptee, repondue_par, repondue_le}');
select habilitations.proteger('donnees.retenue', 'DROITS_DES_PERSONNES', change => '{levee_par, levee_le}');

-- a request of réorientation is the exception: what one may write depends on its state. Merging is no reason any more.
drop policy decision on orientation.reorientation;
create policy decision on orientation.reorientation for update to jalon_application
  using (((select habilitations.peut('ORIENTATIONS')) or (select habilitations.peut('REORIENTATIONS')) and etat = 'DEMANDEE')
    and ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])
      or organisation_ids && (select habilitations.organisations())::int[]))
  with check ((select habilitations.peut('ORIENTATIONS')) or etat in ('DEMANDEE', 'RETIREE'));

-- The places and resources of merges made before are given back by their origin, as before; the merge says so as it does of every table since.
insert into allocataires.fusion_suite (fusion_id, suite, lignes)
select f.id, t.suite, '{}' from allocataires.fusion f cross join (values ('allocataires.membre'), ('allocataires.ressource')) t(suite)
where f.annulee_le is null on conflict do nothing;
