-- The intensive portfolios: who enters that of a référent, when and why, who leaves it. Until now everyone whom an intensive référent followed was held to be in it.
create table accompagnement.intensif (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  referent_id int not null references structures.referent,
  entre_le date not null,
  raison text not null check (length(raison) <= 300),
  accepte_par text check (length(accepte_par) between 1 and 120),
  accepte_raison text check (length(accepte_raison) between 1 and 300),
  reprise boolean not null default false,
  sorti_le date,
  sortie_motif text check (sortie_motif in ('EMPLOI', 'FORMATION', 'FIN_DE_PERIODE', 'RETOUR_ORDINAIRE', 'REORIENTATION', 'PLUS_SUIVIE', 'DEMENAGEMENT', 'REFUS',
    'AUTRE_PORTEFEUILLE', 'AUTRE')),
  sortie_precision text not null default '' check (length(sortie_precision) <= 300),
  etat text not null check (etat in ('EN_COURS', 'SORTIE', 'ANNULEE')),
  etat_depuis timestamptz not null,
  saisi_par text not null,
  saisi_le timestamptz not null,
  sortie_par text,
  check ((accepte_par is null) = (accepte_raison is null)),
  check (sorti_le >= entre_le),
  check ((sorti_le is null) = (sortie_motif is null) and (sorti_le is null) = (sortie_par is null)),
  check (etat <> 'EN_COURS' or sorti_le is null),
  check (etat <> 'SORTIE' or sorti_le is not null)
);
comment on table accompagnement.intensif is 'Les entrées des personnes dans un portefeuille intensif, et leurs sorties. RGPD : vie personnelle';
comment on column accompagnement.intensif.referent_id is 'Le référent à qui est le portefeuille. RGPD : vie professionnelle';
comment on column accompagnement.intensif.entre_le is 'Le jour de l''entrée. RGPD : vie personnelle';
comment on column accompagnement.intensif.raison is 'Pourquoi elle entre. RGPD : vie personnelle';
comment on column accompagnement.intensif.accepte_par is 'Qui accepte qu''elle entre alors que le portefeuille est plein ; vide s''il ne l''est pas. RGPD : vie professionnelle';
comment on column accompagnement.intensif.accepte_raison is 'Pourquoi il l''accepte. RGPD : vie professionnelle';
comment on column accompagnement.intensif.reprise is 'Vrai pour une entrée que personne n''a décidée : elle était suivie par ce référent quand Jalon a commencé à tenir les entrées. RGPD : aucune';
comment on column accompagnement.intensif.sorti_le is 'Le premier jour où elle n''y est plus ; vide tant qu''elle y est. RGPD : vie personnelle';
comment on column accompagnement.intensif.sortie_motif is 'Pourquoi elle sort. RGPD : vie personnelle';
comment on column accompagnement.intensif.sortie_precision is 'La même raison, en quelques mots. RGPD : vie personnelle';
comment on column accompagnement.intensif.etat is 'En cours, sortie, notée par erreur. RGPD : vie personnelle';
comment on column accompagnement.intensif.etat_depuis is 'Depuis quand. RGPD : trace';
comment on column accompagnement.intensif.saisi_par is 'L''agent qui l''a fait entrer. RGPD : vie professionnelle';
comment on column accompagnement.intensif.saisi_le is 'Quand il l''a noté. RGPD : trace';
comment on column accompagnement.intensif.sortie_par is 'L''agent qui l''a fait sortir. RGPD : vie professionnelle';
-- whoever reads portfolios reads it; whoever follows persons writes it
select habilitations.proteger('accompagnement.intensif', 'INTENSIF', change => '{sorti_le, sortie_motif, sortie_precision, sortie_par, etat, etat_depuis}', ecrit => '{ACCOMPAGNEMENT}');
create unique index intensif_une_en_cours on accompagnement.intensif (personne_id) where etat = 'EN_COURS';
create index intensif_referent on accompagnement.intensif (referent_id, entre_le) where etat <> 'ANNULEE';

create table accompagnement.intensif_passage (
  id bigint generated always as identity primary key,
  objet_id bigint not null references accompagnement.intensif,
  personne_id bigint not null references allocataires.personne,
  de text,
  vers text not null,
  fait_le timestamptz not null,
  par text not null,
  motif text
);
comment on table accompagnement.intensif_passage is 'L''histoire d''une entrée en portefeuille intensif : entrée, sortie, revenue, notée par erreur. RGPD : vie personnelle';
comment on column accompagnement.intensif_passage.objet_id is 'L''entrée. RGPD : aucune';
comment on column accompagnement.intensif_passage.de is 'L''état quitté ; vide à l''entrée. RGPD : vie personnelle';
comment on column accompagnement.intensif_passage.vers is 'L''état pris. RGPD : vie personnelle';
comment on column accompagnement.intensif_passage.fait_le is 'Quand. RGPD : trace';
comment on column accompagnement.intensif_passage.par is 'L''agent. RGPD : vie professionnelle';
comment on column accompagnement.intensif_passage.motif is 'Pourquoi. RGPD : vie personnelle';
select habilitations.proteger('accompagnement.intensif_passage', 'INTENSIF', ecrit => '{ACCOMPAGNEMENT}');
create index intensif_passage_objet on accompagnement.intensif_passage (objet_id, id desc);

-- Those an intensive référent follows today keep the rhythm they had: an entry that nobody decided, from the day both were true, left out of the results by cohort.
insert into accompagnement.intensif (personne_id, referent_id, entre_le, raison, reprise, etat, etat_depuis, saisi_par, saisi_le,
  territoire_id, organisation_ids)
select distinct on (s.personne_id) s.personne_id, s.referent_id, greatest(s.notifie_le, k.depuis, g.le), 'Suivie par ce référent quand Jalon a commencé à tenir les entrées', true, 'EN_COURS', now(), 'jalon', now(),
  p.territoire_id, p.organisation_ids
from orientation.suivi s
join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
join lateral (select q.depuis, q.intensif, q.actif from structures.referent_periode q where q.referent_id = s.referent_id and q.depuis <= current_date
  order by q.depuis desc limit 1) k on k.intensif and k.actif
left join lateral (select max(c.le) as le from orientation.changement_de_referent c where c.suivi_id = s.id and c.apres_id = s.referent_id) g on true
where s.etat = 'EN_COURS' and not s.a_poster order by s.personne_id, s.notifie_le desc;
insert into accompagnement.intensif_passage (objet_id, personne_id, vers, fait_le, par, motif, territoire_id, organisation_ids)
select i.id, i.personne_id, i.etat, i.etat_depuis, i.saisi_par, i.raison, i.territoire_id, i.organisation_ids from accompagnement.intensif i;
