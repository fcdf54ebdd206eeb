-- Where référents receive, what they do, from when until when; and who followed a person before, in the same follow-up.
create table structures.site (
  id int generated always as identity primary key,
  organisation_id int not null references structures.organisation,
  nom text not null,
  adresse text,
  commune text references structures.commune,
  actif boolean not null default true
);
comment on table structures.site is 'Les lieux où une organisation reçoit. RGPD : aucune';
comment on column structures.site.id is 'Numéro interne. RGPD : aucune';
comment on column structures.site.organisation_id is 'L''organisation. RGPD : aucune';
comment on column structures.site.nom is 'Nom affiché. RGPD : aucune';
comment on column structures.site.adresse is 'Rue et numéro. RGPD : aucune';
comment on column structures.site.commune is 'Commune (code INSEE) : la distance part de là. RGPD : aucune';
comment on column structures.site.actif is 'Faux quand on n''y reçoit plus. RGPD : aucune';
create unique index site_nom on structures.site (organisation_id, lower(nom));
alter table structures.site enable row level security;
create policy lecture on structures.site for select to jalon_application using (true);
create policy ajout on structures.site for insert to jalon_application with check ((select habilitations.peut('STRUCTURES')));
create policy changement on structures.site for update to jalon_application using ((select habilitations.peut('STRUCTURES')));
grant select, insert, update on structures.site to jalon_application;

alter table structures.referent add column site_id int references structures.site,
  add column fonction text check (fonction in ('INSERTION', 'POLYVALENCE')),
  add column debut_le date, add column fin_le date,
  add constraint referent_dates check (debut_le is null or fin_le is null or fin_le >= debut_le);
comment on column structures.referent.site_id is 'Le site où il reçoit, vide = sa commune, sinon celle de l''organisation. RGPD : aucune';
comment on column structures.referent.fonction is 'Fonction d''un référent du Département : insertion ou polyvalence. RGPD : vie professionnelle';
comment on column structures.referent.debut_le is 'Premier jour, vide si inconnu. RGPD : vie professionnelle';
comment on column structures.referent.fin_le is 'Dernier jour, vide s''il n''en a pas : ensuite ses personnes ont un référent à désigner. RGPD : vie professionnelle';
-- What was known as communes becomes sites: the organisation's place, and those of its référents.
insert into structures.site (organisation_id, nom, commune)
  select distinct x.organisation_id, c.nom, c.code from (
    select id as organisation_id, commune from structures.organisation union select organisation_id, commune from structures.referent) x
  join structures.commune c on c.code = x.commune;
update structures.referent r set site_id = s.id from structures.site s where s.organisation_id = r.organisation_id and s.commune = r.commune;

create table orientation.changement_de_referent (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  suivi_id bigint not null references orientation.suivi,
  avant_id int references structures.referent,
  apres_id int references structures.referent,
  le date not null,
  raison text not null,
  depassement_accepte_par text,
  fait_par text not null, saisi_le timestamptz not null,
  territoire_id int, organisation_ids int[]
);
comment on table orientation.changement_de_referent is 'Les changements de référent d''un même suivi. RGPD : vie professionnelle';
comment on column orientation.changement_de_referent.id is 'Numéro interne. RGPD : aucune';
comment on column orientation.changement_de_referent.personne_id is 'La personne, celle conservée après fusion. RGPD : aucune';
comment on column orientation.changement_de_referent.suivi_id is 'Le suivi. RGPD : aucune';
comment on column orientation.changement_de_referent.avant_id is 'Le référent jusque-là, vide s''il était à désigner. RGPD : identité professionnelle';
comment on column orientation.changement_de_referent.apres_id is 'Le référent ensuite, vide s''il est à désigner. RGPD : identité professionnelle';
comment on column orientation.changement_de_referent.le is 'Premier jour du nouveau référent. RGPD : aucune';
comment on column orientation.changement_de_referent.raison is 'Pourquoi. RGPD : vie professionnelle';
comment on column orientation.changement_de_referent.depassement_accepte_par is 'Qui a accepté que le référent dépasse sa capacité, vide sinon. RGPD : identité professionnelle';
comment on column orientation.changement_de_referent.fait_par is 'Qui l''a saisi. RGPD : identité professionnelle';
comment on column orientation.changement_de_referent.saisi_le is 'Quand. RGPD : aucune';
comment on column orientation.changement_de_referent.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column orientation.changement_de_referent.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create index changement_de_referent_suivi on orientation.changement_de_referent (suivi_id, le);
create index changement_de_referent_personne on orientation.changement_de_referent (personne_id);
alter table orientation.changement_de_referent enable row level security;
create policy perimetre on orientation.changement_de_referent to jalon_application
  using ((select habilitations.peut('DOSSIERS')) and ((select habilitations.partout())
    or territoire_id = any ((select habilitations.territoires())::int[]) or organisation_ids && (select habilitations.organisations())::int[]));
grant select, insert on orientation.changement_de_referent to jalon_application;
grant update (personne_id, territoire_id, organisation_ids) on orientation.changement_de_referent to jalon_application;
create trigger a_perimetre_recopie before insert or update of personne_id, territoire_id, organisation_ids on orientation.changement_de_referent for each row
  when (current_user = 'jalon_application') execute function habilitations.recopier_perimetre('personne');
alter table orientation.passage drop constraint passage_objet_check,
  add constraint passage_objet_check check (objet in ('ENTREE', 'SUIVI', 'REORIENTATION', 'MAINTIEN', 'REFERENT'));

-- The référent of a follow-up at a date: the one before the first change that comes after, else the present one.
create or replace function orientation.charges_au(au date) returns table (referent_id int, charge int) stable language sql security definer
  set search_path = orientation, allocataires, pg_temp as $$
  select q.referent, count(*)::int from (
    select case when c.suivi_id is null then s.referent_id else c.avant_id end as referent
    from orientation.suivi s
    join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
    left join (select distinct on (suivi_id) suivi_id, avant_id from orientation.changement_de_referent where le > au order by suivi_id, le, id) c on c.suivi_id = s.id
    where s.notifie_le <= au and s.jusqua > au
      and coalesce((select x.vers from orientation.passage x
                    where x.personne_id = s.personne_id and x.objet = 'SUIVI' and x.objet_id = s.id and x.le <= au
                    order by x.le desc, x.id desc limit 1), 'EN_COURS') <> 'EN_VEILLE') q
  where q.referent is not null group by 1 $$;
