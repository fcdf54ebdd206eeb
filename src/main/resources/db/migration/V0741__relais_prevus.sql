-- A hand-over planned for a day to come: its persons wait in a table of their own until that day, then are changes of référent as the others.
alter table orientation.relais
  add column retour_seul boolean not null default false,
  add column prevenir_au_retour boolean not null default false,
  add column accepte_par text,
  add column depassement_raison text,
  add column panne_le timestamptz,
  drop constraint relais_etat_check, add constraint relais_etat_check check (etat in ('PREVU', 'FAIT', 'RENDU', 'ANNULE')),
  drop constraint relais_check1, add constraint relais_fini check ((etat in ('PREVU', 'FAIT')) = (fini_par is null)),
  add constraint relais_depassement check ((accepte_par is null) = (depassement_raison is null)),
  add constraint relais_retour_seul check (not retour_seul or retour_le is not null);
comment on column orientation.relais.retour_seul is 'Vrai quand le retour se fait de lui-même, le jour prévu. RGPD : aucune';
comment on column orientation.relais.prevenir_au_retour is 'Vrai quand on écrit aux personnes à ce retour. RGPD : aucune';
comment on column orientation.relais.accepte_par is 'Qui accepte qu''un collègue dépasse sa capacité, le jour prévu. RGPD : vie professionnelle';
comment on column orientation.relais.depassement_raison is 'Pourquoi. RGPD : vie professionnelle';
comment on column orientation.relais.panne_le is 'Depuis quand Jalon essaie de le faire, ou de le rendre, sans y parvenir ; vide quand tout va bien. RGPD : aucune';
comment on column orientation.relais.personnes is 'Combien de personnes ont été confiées, qui les voie ou non ; zéro quand il n''a jamais commencé. RGPD : aucune';
comment on column orientation.relais.etat is 'Prévu, fait, rendu, annulé. RGPD : aucune';
create index relais_du_jour on orientation.relais (le) where etat = 'PREVU';
create index relais_a_rendre_seul on orientation.relais (retour_le) where etat = 'FAIT' and retour_seul;
grant update (le, retour_le, raison, prevenir, retour_seul, prevenir_au_retour, personnes, panne_le) on orientation.relais to jalon_application;

create table orientation.confiee_prevue (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  relais_id bigint not null references orientation.relais,
  suivi_id bigint not null references orientation.suivi,
  vers_id int not null references structures.referent,
  refus text,
  refuse_le date,
  reste_a int references structures.referent,
  unique (relais_id, suivi_id),
  check ((refus is null) = (refuse_le is null))
);
comment on table orientation.confiee_prevue is 'Les personnes d''un passage de relais prévu, et celles qui n''ont pas pu passer ce jour-là. RGPD : vie professionnelle';
comment on column orientation.confiee_prevue.suivi_id is 'Son suivi. RGPD : aucune';
comment on column orientation.confiee_prevue.relais_id is 'Le relais. RGPD : aucune';
comment on column orientation.confiee_prevue.vers_id is 'Qui doit la suivre. RGPD : vie professionnelle';
comment on column orientation.confiee_prevue.refus is 'Pourquoi elle n''a pas changé de main ce jour-là ; vide avant, ou quand elle a changé. RGPD : vie professionnelle';
comment on column orientation.confiee_prevue.refuse_le is 'Quel jour. RGPD : vie professionnelle';
comment on column orientation.confiee_prevue.reste_a is 'Le référent à qui elle est restée ; vide quand il n''y a rien à faire. RGPD : vie professionnelle';
create index confiee_prevue_suivi on orientation.confiee_prevue (suivi_id);
select habilitations.proteger('orientation.confiee_prevue', 'ORIENTATIONS', change => '{refus,refuse_le,reste_a}');

-- Who is away on a day: she gave, for a time that holds it, all the persons she followed. Whom she kept counts also when the agent may not see her. Given for a time,
-- those who came to her since do not bring her back; given for good, whoever she follows now does. Followed outside the RSA, nobody is handed over: they do not count.
create or replace function orientation.referents_absents(referents int[], jour date) returns table (referent_id int, depuis date, retour_le date) stable language sql
  security definer set search_path = orientation, allocataires, pg_temp as $$
  with donnes as (
    select l.de_id, min(l.le) as depuis, max(l.retour_le) as retour_le, max(l.saisi_le) as saisi_le, array_agg(l.id) as relais
    from orientation.relais l
    where l.de_id = any(referents) and l.etat in ('PREVU', 'FAIT') and l.le <= jour and (l.retour_le is null or l.retour_le > jour) group by 1)
  select d.de_id, d.depuis, d.retour_le from donnes d
  where not exists (
    select from orientation.suivi s join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
    where s.referent_id = d.de_id and s.etat = 'EN_COURS'
      and not exists (select from orientation.confiee_prevue q where q.suivi_id = s.id and q.relais_id = any(d.relais))
      and (d.retour_le is null or s.saisi_le <= d.saisi_le and not exists (select from orientation.changement_de_referent c
        where c.suivi_id = s.id and c.apres_id = d.de_id and c.saisi_le > d.saisi_le))) $$;
comment on function orientation.referents_absents(int[], date) is 'Ceux de ces référents qui ont confié toutes leurs personnes pour un temps qui contient ce jour, avec le jour de leur retour';
revoke all on function orientation.referents_absents(int[], date) from public;
grant execute on function orientation.referents_absents(int[], date) to jalon_application;
