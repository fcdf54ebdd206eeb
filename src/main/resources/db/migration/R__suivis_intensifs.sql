-- The intensive portfolios: when that of a référent began and ended, who is in it at a date, how it goes, and what became of those who entered beside others alike.
-- As it is today, whatever the version; an instance that has not come to this room yet has nothing to make.
do $faire$ begin if to_regclass('accompagnement.intensif') is not null then
execute $vue$
create or replace view structures.portefeuille_intensif with (security_invoker = true) as
  with periodes as (
    select q.referent_id, q.depuis, q.intensif and q.actif as intensive, lead(q.depuis) over w as suivante,
      count(*) filter (where not (q.intensif and q.actif)) over w as rang
    from structures.referent_periode q window w as (partition by q.referent_id order by q.depuis)
  )
  select p.referent_id, min(p.depuis) as debut, least(case when bool_or(p.suivante is null) then null else max(p.suivante) end, r.fin_le + 1) as fin
  from periodes p join structures.referent r on r.id = p.referent_id where p.intensive group by p.referent_id, p.rang, r.fin_le
$vue$;
comment on view structures.portefeuille_intensif is 'Les portefeuilles intensifs : celui de quel référent, de quand à quand. RGPD : vie professionnelle';
comment on column structures.portefeuille_intensif.referent_id is 'Le référent. RGPD : vie professionnelle';
comment on column structures.portefeuille_intensif.debut is 'Son premier jour. RGPD : vie professionnelle';
comment on column structures.portefeuille_intensif.fin is 'Le premier jour où il n''est plus intensif ; vide tant qu''il l''est. RGPD : vie professionnelle';
grant select on structures.portefeuille_intensif to jalon_application;

-- Who is in a portfolio at a date: entered, not left, still followed by its référent, whose portfolio runs. Under the perimeter of the agent.
execute $fonction$
create or replace function accompagnement.intensifs_au(au date) returns table (id bigint, personne_id bigint, referent_id int, entre_le date) stable language sql as $$
  with entrees as (
    select i.* from accompagnement.intensif i where i.etat <> 'ANNULEE' and i.entre_le <= au and coalesce(i.sorti_le, 'infinity') > au
  ), suivies as (
    select s.personne_id, case when c.suivi_id is null then s.referent_id else c.avant_id end as referent_id
    from orientation.suivi s
    left join (select distinct on (q.suivi_id) q.suivi_id, q.avant_id from orientation.changement_de_referent q where q.le > au order by q.suivi_id, q.le, q.id) c
      on c.suivi_id = s.id
    where s.personne_id in (select e.personne_id from entrees e) and s.notifie_le <= au and s.jusqua > au
      and coalesce((select x.vers from orientation.passage x
                    where x.personne_id = s.personne_id and x.objet = 'SUIVI' and x.objet_id = s.id and x.le <= au
                    order by x.le desc, x.id desc limit 1), 'EN_COURS') <> 'EN_VEILLE'
    union all
    select h.personne_id, h.referent_id from allocataires.suivi_hors_rsa h where h.retire_le is null and h.depuis <= au and coalesce(h.fin_le, 'infinity') > au
  )
  select e.id, e.personne_id, e.referent_id, e.entre_le
  from entrees e
  join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
  where exists (select from structures.portefeuille_intensif f where f.referent_id = e.referent_id and f.debut <= au and coalesce(f.fin, 'infinity') > au)
    and exists (select from suivies s where s.personne_id = e.personne_id and s.referent_id = e.referent_id) $$
$fonction$;
comment on function accompagnement.intensifs_au(date) is 'Les personnes qui sont dans un portefeuille intensif à une date';
revoke all on function accompagnement.intensifs_au(date) from public;
grant execute on function accompagnement.intensifs_au(date) to jalon_application;

-- How each portfolio goes, whoever asks: counts of persons, never who. In its rhythm: in for four weeks at least, and as many days of contact in them as the rhythm asks.
drop function if exists accompagnement.portefeuilles_au(date, int);
execute $fonction$
create or replace function accompagnement.portefeuilles_au(au date, rythme int, proche int) returns table (referent_id int, membres int, jugeables int, dans_le_rythme int, en_retard int)
  stable language sql security definer set search_path = accompagnement, pg_temp as $$
  select m.referent_id, count(distinct m.personne_id)::int, (count(*) filter (where m.entre_le <= au - 28))::int,
    (count(*) filter (where m.entre_le <= au - 28 and x.jours >= greatest(1, 28 / rythme)))::int,
    (count(*) filter (where greatest(x.dernier, m.entre_le) + rythme < au
      and not exists (select from rendezvous.prevu v where v.personne_id = m.personne_id and v.donne and v.jour between au and au + least(proche, rythme))))::int
  from accompagnement.intensifs_au(au) m
  left join lateral (select max(h.le) as dernier, count(distinct h.le) filter (where h.le > au - 28) as jours from accompagnement.echange h
    where h.personne_id = m.personne_id and h.presence = 'PRESENTE' and h.le <= au) x on true
  where habilitations.peut('INTENSIF')
  group by m.referent_id $$
$fonction$;
comment on function accompagnement.portefeuilles_au(date, int, int) is 'Combien de personnes dans chaque portefeuille intensif, vues dans le rythme, en retard';
revoke all on function accompagnement.portefeuilles_au(date, int, int) from public;
grant execute on function accompagnement.portefeuilles_au(date, int, int) to jalon_application;

-- What became of those who entered, and of others alike, on the same days: counts of persons by cell, never who. The files speak of months: both groups are read
-- the day before the month of the entry, and at the end of the month that is so many months after. Alike: same pathway, seniority, age, territory, and in no portfolio
-- by the end of that month. Who enters one later stays among them: to leave her out would be to know the future. docs/regles/accompagnement.md
execute $fonction$
create or replace function accompagnement.comparer_intensif(du date, au date, duree int, jour date, dans int, chez int)
  returns table (genre text, cellule text, intensif boolean, personnes int, sorties int, suivies int, vers_emploi int, freins_leves int, contacts int)
  stable language sql security definer set search_path = accompagnement, pg_temp as $$
  with entrees as materialized (
    select distinct on (i.personne_id) i.personne_id, m.debut - 1 as veille, (m.debut + interval '1 month')::date - 1 as fin,
      (m.debut + make_interval(months => duree + 1))::date - 1 as terme
    from accompagnement.intensif i
    join allocataires.personne p on p.id = i.personne_id and p.fusionnee_dans is null and (dans is null or p.territoire_id = dans)
    cross join lateral (select date_trunc('month', i.entre_le::timestamp)::date as debut) m
    where habilitations.peut('INTENSIF') and i.etat <> 'ANNULEE' and not i.reprise and i.entre_le between du and au and (chez is null or i.referent_id = chez)
    order by i.personne_id, i.entre_le, i.id
  ), mois as materialized (
    select distinct e.veille, e.fin, e.terme from entrees e where e.terme <= jour
  ), population as materialized (
    select m.*, v.personne_id, s.parcours, e.personne_id is not null as intensif,
      concat_ws('|', m.fin, s.parcours, case when n.anciennete in ('1-3', '4-6', '7-12') then '1-12' when n.anciennete in ('25-36', '37-48') then '25-48' else n.anciennete end,
        case when n.age in ('<25', '25-29') then '<30' when n.age in ('30-39', '40-49') then '30-49' when n.age = 'INCONNU' then n.age else '50+' end,
        coalesce(a.territoire_id, 0)) as cellule
    from mois m
    cross join lateral allocataires.place_au(m.veille) v
    join allocataires.personne p on p.id = v.personne_id and p.fusionnee_dans is null
    join lateral (select x.parcours from orientation.suivi x where x.personne_id = v.personne_id and x.notifie_le <= m.fin and x.jusqua > m.veille
      order by x.notifie_le, x.id limit 1) s on true
    left join lateral allocataires.adresse_au(v.foyer_id, m.veille) a on true
    cross join lateral (select pilotage.tranche_anciennete(v.date_demande, m.veille) as anciennete, pilotage.tranche_age(p.date_naissance, m.veille) as age) n
    left join entrees e on e.personne_id = v.personne_id and e.fin = m.fin
    where v.adulte and allocataires.est_ouvert(v.etat)
      and (e.personne_id is not null
        or not exists (select from accompagnement.intensif i where i.personne_id = v.personne_id and i.etat <> 'ANNULEE' and i.entre_le <= m.fin))
  ), retenues as materialized (
    select * from population p where p.cellule in (select q.cellule from population q where q.intensif)
  ), ouvertes as materialized (
    select m.terme, v.personne_id from mois m cross join lateral allocataires.place_au(m.terme) v where v.adulte and allocataires.est_ouvert(v.etat)
  )
  select 'CELLULE', r.cellule, r.intensif, count(*)::int, (count(*) filter (where o.personne_id is null))::int, (count(*) filter (where f.parcours is not null))::int,
    (count(*) filter (where array_position(array['SOCIAL', 'SOCIOPROFESSIONNEL', 'PROFESSIONNEL'], f.parcours)
      > array_position(array['SOCIAL', 'SOCIOPROFESSIONNEL', 'PROFESSIONNEL'], r.parcours)))::int,
    (count(*) filter (where exists (select from diagnostic.frein_passage b where b.personne_id = r.personne_id and b.vers = 'LEVE' and b.le > r.veille and b.le <= r.terme)))::int,
    sum((select count(distinct h.le) from accompagnement.echange h where h.personne_id = r.personne_id and h.presence = 'PRESENTE' and h.le > r.fin and h.le <= r.terme))::int
  from retenues r
  left join ouvertes o on o.terme = r.terme and o.personne_id = r.personne_id
  left join lateral (select x.parcours from orientation.suivi x where x.personne_id = r.personne_id and x.notifie_le <= r.terme and x.jusqua > r.terme
    order by x.notifie_le desc, x.id desc limit 1) f on true
  group by r.cellule, r.intensif
  union all
  select 'COMPARABLES', '', false, count(distinct r.personne_id)::int, 0, 0, 0, 0, 0 from retenues r where not r.intensif
  union all
  select 'ATTENTE', '', true, count(*)::int, 0, 0, 0, 0, 0 from entrees e where e.terme > jour
  union all
  select 'HORS_CHAMP', '', true, count(*)::int, 0, 0, 0, 0, 0 from entrees e where e.terme <= jour
    and not exists (select from population p where p.personne_id = e.personne_id and p.intensif) $$
$fonction$;
comment on function accompagnement.comparer_intensif(date, date, int, date, int, int) is
  'Ce que sont devenues les personnes entrées en portefeuille intensif entre deux jours, et d''autres qui leur ressemblent';
revoke all on function accompagnement.comparer_intensif(date, date, int, date, int, int) from public;
grant execute on function accompagnement.comparer_intensif(date, date, int, date, int, int) to jalon_application;
end if; end $faire$;
