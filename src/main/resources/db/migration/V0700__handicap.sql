-- The disability files (MDPH, MDA) of a person: where each is, what was asked and answered, until when. No illness, no content of a certificate: there is no
-- column for them. A resource of its own opens it all, as for health.
create schema handicap;

create table handicap.dossier (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  etat text not null check (etat in ('PROPOSE', 'A_CONSTITUER', 'DEPOSE', 'COMPLET', 'DECIDE', 'CONTESTE', 'DECLINE', 'ABANDONNE', 'ECARTE')),
  etat_depuis date not null,
  renouvelle boolean not null,
  droits text[] not null check (droits <@ array['RQTH', 'AAH', 'ORIENTATION_PRO', 'PCH', 'CMI', 'AUTRE'] and cardinality(droits) > 0),
  aide text not null check (aide in ('TRAVAILLEUR_SOCIAL', 'MAISON', 'PARTENAIRE', 'PROCHE', 'PERSONNE')),
  maison text check (maison ~ '^([0-9]{2,3}|2[AB])$'),
  reference text check (length(reference) between 1 and 40),
  propose_le date not null,
  depose_le date,
  complet_le date,
  decide_le date,
  conteste_le date,
  suites_dites_le date,
  formulaire_le date,
  certificat_le date,
  identite_le date,
  domicile_le date,
  cle uuid not null unique,
  ecrit_par text not null,
  ecrit_le timestamptz not null,
  check (complet_le >= depose_le),
  check (decide_le >= depose_le),
  check (etat not in ('DECIDE', 'CONTESTE') or decide_le is not null),
  check (etat <> 'CONTESTE' or conteste_le is not null)
);
comment on table handicap.dossier is 'Les dossiers de handicap d''une personne à la MDPH ou à la MDA, et où ils en sont. RGPD : santé';
comment on column handicap.dossier.etat is 'Proposé, à constituer, déposé, complet, décidé, contesté ; la personne n''en veut pas, abandonné, noté par erreur. RGPD : santé';
comment on column handicap.dossier.etat_depuis is 'Depuis quel jour. RGPD : santé';
comment on column handicap.dossier.renouvelle is 'Vrai quand il renouvelle un droit. RGPD : santé';
comment on column handicap.dossier.droits is 'Les droits demandés. RGPD : santé';
comment on column handicap.dossier.aide is 'Qui aide la personne à le constituer. RGPD : vie personnelle';
comment on column handicap.dossier.maison is 'Le Département de la MDPH ou de la MDA où il est déposé. RGPD : vie personnelle';
comment on column handicap.dossier.reference is 'Son numéro à la MDPH ou à la MDA. RGPD : identité';
comment on column handicap.dossier.propose_le is 'Le jour où il a été proposé ou commencé. RGPD : santé';
comment on column handicap.dossier.depose_le is 'Le jour du dépôt ; vide tant qu''il n''est pas connu. RGPD : santé';
comment on column handicap.dossier.complet_le is 'Le jour où la MDPH le dit complet. RGPD : santé';
comment on column handicap.dossier.decide_le is 'Le jour de la dernière réponse. RGPD : santé';
comment on column handicap.dossier.conteste_le is 'Le jour du recours préalable. RGPD : santé';
comment on column handicap.dossier.suites_dites_le is 'Le jour où ce que la réponse change a été dit à la personne. RGPD : santé';
comment on column handicap.dossier.formulaire_le is 'Depuis quand le formulaire est rempli. RGPD : santé';
comment on column handicap.dossier.certificat_le is 'La date écrite sur le certificat médical, et elle seule. RGPD : santé';
comment on column handicap.dossier.identite_le is 'Depuis quand la pièce d''identité est prête. RGPD : vie personnelle';
comment on column handicap.dossier.domicile_le is 'Depuis quand le justificatif de domicile est prêt. RGPD : vie personnelle';
comment on column handicap.dossier.cle is 'Le numéro du formulaire qui l''a écrit : envoyé deux fois, il n''est écrit qu''une. RGPD : aucune';
comment on column handicap.dossier.ecrit_par is 'L''agent qui l''a ouvert. RGPD : vie professionnelle';
comment on column handicap.dossier.ecrit_le is 'Quand. RGPD : trace';
select habilitations.proteger('handicap.dossier', 'HANDICAP', change => '{etat, etat_depuis, droits, aide, maison, reference, propose_le, depose_le, complet_le, decide_le, conteste_le,
  suites_dites_le, formulaire_le, certificat_le, identite_le, domicile_le}');
create index dossier_ouvert on handicap.dossier (personne_id) where etat in ('PROPOSE', 'A_CONSTITUER', 'DEPOSE', 'COMPLET', 'CONTESTE');

create table handicap.passage (
  id bigint generated always as identity primary key,
  objet text not null,
  objet_id bigint not null references handicap.dossier,
  personne_id bigint not null references allocataires.personne,
  de text,
  vers text not null,
  le date not null,
  fait_le timestamptz not null,
  par text not null,
  motif text
);
comment on table handicap.passage is 'L''histoire d''un dossier MDPH. RGPD : santé';
comment on column handicap.passage.objet is 'Toujours DOSSIER. RGPD : aucune';
comment on column handicap.passage.objet_id is 'Le dossier. RGPD : aucune';
comment on column handicap.passage.de is 'L''état quitté ; vide quand il s''ouvre. RGPD : santé';
comment on column handicap.passage.vers is 'L''état pris. RGPD : santé';
comment on column handicap.passage.le is 'Le jour où c''est vrai. RGPD : santé';
comment on column handicap.passage.fait_le is 'Quand c''est écrit. RGPD : trace';
comment on column handicap.passage.par is 'Par qui. RGPD : vie professionnelle';
comment on column handicap.passage.motif is 'Pourquoi. RGPD : santé';
select habilitations.proteger('handicap.passage', 'HANDICAP');
create index passage_dossier on handicap.passage (objet_id, le desc, id desc);

create table handicap.reponse (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  dossier_id bigint not null references handicap.dossier,
  droit text not null check (droit in ('RQTH', 'AAH', 'ORIENTATION_PRO', 'PCH', 'CMI', 'AUTRE')),
  sens text not null check (sens in ('ACCORDE', 'REFUSE', 'SANS_REPONSE')),
  sur_recours boolean not null,
  decidee_le date not null,
  depuis date,
  jusqu_au date,
  saisie_par text not null,
  saisie_le timestamptz not null,
  annulee_le timestamptz,
  annulee_par text,
  check ((sens = 'ACCORDE') = (depuis is not null)),
  check (jusqu_au > depuis),
  check ((annulee_le is null) = (annulee_par is null))
);
comment on table handicap.reponse is 'Ce que la commission a répondu pour chaque droit ; une ligne par réponse, jamais réécrite. RGPD : santé';
comment on column handicap.reponse.dossier_id is 'Le dossier. RGPD : aucune';
comment on column handicap.reponse.droit is 'Le droit. RGPD : santé';
comment on column handicap.reponse.sens is 'Accordé, refusé, sans réponse dans le délai (refus). RGPD : santé';
comment on column handicap.reponse.sur_recours is 'Vrai quand elle répond à un recours. RGPD : santé';
comment on column handicap.reponse.decidee_le is 'Le jour de la décision. RGPD : santé';
comment on column handicap.reponse.depuis is 'Le premier jour du droit accordé. RGPD : santé';
comment on column handicap.reponse.jusqu_au is 'Le dernier jour du droit accordé ; vide quand il l''est sans limite. RGPD : santé';
comment on column handicap.reponse.saisie_par is 'Qui l''a saisie. RGPD : vie professionnelle';
comment on column handicap.reponse.saisie_le is 'Quand. RGPD : trace';
comment on column handicap.reponse.annulee_le is 'Quand elle a été retirée comme une erreur. RGPD : trace';
comment on column handicap.reponse.annulee_par is 'Par qui. RGPD : vie professionnelle';
select habilitations.proteger('handicap.reponse', 'HANDICAP', change => '{annulee_le, annulee_par}');
create index reponse_dossier on handicap.reponse (dossier_id);
create index reponse_accordee on handicap.reponse (personne_id, droit, depuis) where sens = 'ACCORDE' and annulee_le is null;

-- what is written about a file is about one that the agent sees, of the same person
create policy de_son_dossier on handicap.passage as restrictive for insert to jalon_application
  with check (exists (select from handicap.dossier d where d.id = objet_id and d.personne_id = passage.personne_id));
create policy de_son_dossier on handicap.reponse as restrictive for insert to jalon_application
  with check (exists (select from handicap.dossier d where d.id = dossier_id and d.personne_id = reponse.personne_id));

-- the register of deadlines is read with DOSSIERS: that a person has a file is not
create policy handicap_lu on echeances.echeance as restrictive for select to jalon_application
  using (nature not in ('DECISION_MDPH', 'RECOURS_MDPH', 'REPONSE_AU_RECOURS_MDPH', 'RENOUVELLEMENT_MDPH') or (select habilitations.peut('HANDICAP')));
create policy handicap_ecrit on echeances.echeance as restrictive for insert to jalon_application
  with check (nature not in ('DECISION_MDPH', 'RECOURS_MDPH', 'REPONSE_AU_RECOURS_MDPH', 'RENOUVELLEMENT_MDPH') or (select habilitations.peut('HANDICAP')));
create policy handicap_change on echeances.echeance as restrictive for update to jalon_application
  using (nature not in ('DECISION_MDPH', 'RECOURS_MDPH', 'REPONSE_AU_RECOURS_MDPH', 'RENOUVELLEMENT_MDPH') or (select habilitations.peut('HANDICAP')));
