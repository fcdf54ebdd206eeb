-- rang : 385
-- libelle : Absences non excusées aux informations collectives
-- definition : Parmi les personnes attendues à une information collective tenue dans les douze mois avant la date et dont la présence est saisie,
--   part de celles qui ne sont pas venues et n'ont pas dit pourquoi. Présentes, excusées et absentes sont au dénominateur ; une convocation
--   refusée par la personne ou annulée par le service n'y est pas, ni qui est venu sans être convoqué. Le territoire est celui où la personne habitait ce jour-là.
-- source : Feuilles de présence des informations collectives, saisies dans Jalon ; Fichier mensuel des bénéficiaires (CAF, MSA) : adresse du foyer
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, MOIS, SESSION, PAYEUR, SEXE
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucune présence saisie à une information collective dans les douze mois avant cette date.
select c.personne_id, m.foyer_id, c.etat = 'ABSENTE' as numerateur, false as en_cours, date_trunc('month', s.jour::timestamp)::date as mois,
  to_char(s.jour, 'YYYY-MM-DD') || ' ' || l.nom as session, coalesce(m.payeur, 'INCONNU') as payeur,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from rendezvous.convocation c
join rendezvous.session s on s.id = c.session_id
join rendezvous.lieu l on l.id = s.lieu_id
join allocataires.personne p on p.id = c.personne_id and p.fusionnee_dans is null
left join lateral allocataires.place_de(array[c.personne_id], s.jour) m on m.presente and m.adulte -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, s.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where c.etat in ('PRESENTE', 'EXCUSEE', 'ABSENTE') and not c.hors_liste and s.jour <= :au and s.jour > :au::date - interval '12 months'
