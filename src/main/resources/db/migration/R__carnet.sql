-- The shared notebook: what PostgreSQL knows of who reads it. An instance that has not come to this room yet has nothing to make.
do $faire$
declare t text;
begin
if not exists (select from pg_attribute where attrelid = to_regclass('carnet.entree') and attname = 'repris_de') then
  return;
end if;

-- What kinds of actor an account is, from its perimeter and from the référent it is: who sees organisations alone is what they are; the others are of the Département,
-- unless their record is of another organisation.
create or replace function carnet.sortes(partout boolean, territoires int[], organisations int[], fiche int, responsable boolean) returns text[] stable language sql
  set search_path = pg_catalog, pg_temp as $$
  with moi as (select o.id, o.nature, r.fonction from structures.referent r join structures.organisation o on o.id = r.organisation_id where r.id = sortes.fiche),
    natures as (select nature, fonction from moi
      union all
      select o.nature, null from structures.organisation o where not sortes.partout and sortes.territoires = '{}' and o.id = any (sortes.organisations)
        and not exists (select from moi m where m.nature = o.nature)
      union all
      select 'DEPARTEMENT', null where (sortes.partout or sortes.territoires <> '{}') and not exists (select from moi))
  select coalesce(array_agg(distinct case when nature = 'FRANCE_TRAVAIL' then 'FRANCE_TRAVAIL' when nature = 'EXTERNE' then 'PARTENAIRE'
      when nature = 'OPERATEUR' then 'OPERATEUR' when sortes.responsable then 'RESPONSABLE'
      when fonction = 'POLYVALENCE' then 'TRAVAILLEUR_SOCIAL' else 'REFERENT' end), '{AUCUNE}') from natures $$;
comment on function carnet.sortes(boolean, int[], int[], int, boolean) is 'Les sortes d''acteurs qu''est un compte';

-- read once per query, as the arrays of the transaction (decisions/0002)
create or replace function carnet.mes_sortes() returns text[] stable language sql set search_path = pg_catalog, pg_temp as $$
  select carnet.sortes(habilitations.partout(), habilitations.territoires(), habilitations.organisations(), structures.mon_referent(), habilitations.peut('INDICATEURS')) $$;
comment on function carnet.mes_sortes() is 'Les sortes d''acteurs qu''est l''agent au travail';

-- what an opposition closes: a kind, or an organisation
create or replace function carnet.cles(sortes text[], organisations int[], fiche int) returns text[] stable language sql set search_path = pg_catalog, pg_temp as $$
  select sortes || array(select 'organisation:' || o from unnest(organisations) o
    union select 'organisation:' || r.organisation_id from structures.referent r where r.id = fiche) $$;
comment on function carnet.cles(text[], int[], int) is 'Ce qu''une opposition peut nommer d''un compte : ses sortes, ses organisations';
create or replace function carnet.mes_cles() returns text[] stable language sql set search_path = pg_catalog, pg_temp as $$
  select carnet.cles(carnet.mes_sortes(), habilitations.organisations(), structures.mon_referent()) $$;
comment on function carnet.mes_cles() is 'Ce qu''une opposition peut nommer de l''agent au travail';

create or replace function carnet.fermee_a(la_personne bigint) returns text[] stable language sql set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(coalesce(x.sorte, 'organisation:' || x.organisation_id) order by x.id), '{}') from carnet.opposition x
  where x.personne_id = la_personne and x.levee_le is null $$;
comment on function carnet.fermee_a(bigint) is 'À qui une personne s''oppose aujourd''hui que son carnet soit montré';
revoke all on function carnet.fermee_a(bigint) from public;

-- An account reads what each of its kinds may read, of persons who do not oppose it; what she wrote herself stays hers to read and to correct.
foreach t in array array['carnet.entree', 'carnet.version', 'carnet.demande', 'carnet.document'] loop
  execute format('drop policy if exists lecteurs on %s', t);
  execute format('create policy lecteurs on %s as restrictive for select to jalon_application using (auteur = (select habilitations.agent())
    or lecteurs @> (select carnet.mes_sortes())::text[] and not fermee_a && (select carnet.mes_cles())::text[])', t);
end loop;

-- With the owner's rights, since whoever records an opposition may not read everything: each row says at once to whom it is closed.
create or replace function carnet.fermer() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- an entry and a refusal written at the same time wait for each other: whichever comes second sees the first
  perform pg_advisory_xact_lock(hashtextextended('carnet', new.personne_id));
  new.fermee_a := carnet.fermee_a(new.personne_id);
  return new;
end $$;
create or replace function carnet.suivre_l_opposition() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  qui bigint;
  a text[];
begin
  perform pg_advisory_xact_lock(hashtextextended('carnet', x.qui))
    from (select distinct u.qui from unnest(array[new.personne_id, case when tg_op = 'UPDATE' then old.personne_id end]) u(qui) where u.qui is not null order by u.qui) x;
  foreach qui in array array[new.personne_id] || case when tg_op = 'UPDATE' and old.personne_id <> new.personne_id then array[old.personne_id] else '{}' end loop
    a := carnet.fermee_a(qui);
    update carnet.entree x set fermee_a = a where x.personne_id = qui and x.fermee_a <> a;
    update carnet.version x set fermee_a = a where x.personne_id = qui and x.fermee_a <> a;
    update carnet.demande x set fermee_a = a where x.personne_id = qui and x.fermee_a <> a;
    update carnet.document x set fermee_a = a where x.personne_id = qui and x.fermee_a <> a;
  end loop;
  return null;
end $$;
-- Of these kinds, those that read the theme as the Département chose last: a server that read the choice a moment ago writes nothing open to whom it closes.
create or replace function carnet.lecteurs_permis(le_theme text, lecteurs text[]) returns text[] language sql set search_path = pg_catalog, pg_temp as $$
  select coalesce((select array(select l from unnest(lecteurs_permis.lecteurs) l where l = any (c.lecteurs))
    from carnet.lecteurs_du_theme c where c.theme = le_theme order by c.id desc limit 1), lecteurs_permis.lecteurs) $$;
comment on function carnet.lecteurs_permis(text, text[]) is 'Ceux de ces lecteurs que le Département laisse lire un thème aujourd''hui';
-- Under the agent's own rights: she answers, corrects, asks about what she reads, and signs what she writes. What a row says of its readers is what its entry says.
create or replace function carnet.comme_l_ecrit() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  e record;
  vers bigint := (to_jsonb(new) ->> tg_argv[0])::bigint;
begin
  if tg_argv[0] = 'reponse_a' and current_user = 'jalon_application' then
    new.auteur := habilitations.agent();
  end if;
  -- a choice of readers and what is written at the same time wait for each other (ChoisirLesLecteurs)
  perform pg_advisory_xact_lock_shared(hashtextextended('carnet.lecteurs_du_theme', 0));
  if vers is null then
    new.lecteurs := carnet.lecteurs_permis(new.theme, new.lecteurs);
    return new;
  end if;
  select x.personne_id, x.theme, x.lecteurs, x.auteur into e from carnet.entree x where x.id = vers;
  if not found or e.personne_id <> new.personne_id then
    raise exception 'Cet écrit du carnet ne fait pas partie du périmètre de l''agent.' using errcode = 'insufficient_privilege';
  end if;
  new.lecteurs := carnet.lecteurs_permis(e.theme, e.lecteurs);
  if tg_argv[0] = 'reponse_a' then
    new.theme := e.theme;
  else
    new.auteur := e.auteur;
  end if;
  return new;
end $$;
-- Merged or separated again, an entry takes with it its answers, its former texts, its documents and what it asks, those written since the merge too.
create or replace function carnet.emmener() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update carnet.version x set personne_id = new.personne_id, territoire_id = new.territoire_id, organisation_ids = new.organisation_ids
    where x.entree_id = new.id and x.personne_id <> new.personne_id;
  update carnet.document x set personne_id = new.personne_id, territoire_id = new.territoire_id, organisation_ids = new.organisation_ids
    where x.entree_id = new.id and x.personne_id <> new.personne_id;
  update carnet.demande x set personne_id = new.personne_id, territoire_id = new.territoire_id, organisation_ids = new.organisation_ids
    where x.entree_id = new.id and x.personne_id <> new.personne_id;
  update carnet.mesure x set personne_id = new.personne_id, territoire_id = new.territoire_id, organisation_ids = new.organisation_ids
    where x.entree_id = new.id and x.personne_id <> new.personne_id;
  update carnet.entree x set personne_id = new.personne_id, territoire_id = new.territoire_id, organisation_ids = new.organisation_ids
    where x.reponse_a = new.id and x.personne_id <> new.personne_id;
  return null;
end $$;
create or replace trigger d_emmener after update of personne_id on carnet.entree for each row when (old.personne_id <> new.personne_id)
  execute function carnet.emmener();
create or replace trigger b_comme_l_ecrit before insert on carnet.entree for each row execute function carnet.comme_l_ecrit('reponse_a');
create or replace trigger b_comme_l_ecrit before insert on carnet.version for each row execute function carnet.comme_l_ecrit('entree_id');
create or replace trigger b_comme_l_ecrit before insert on carnet.demande for each row execute function carnet.comme_l_ecrit('entree_id');
create or replace trigger b_comme_l_ecrit before insert on carnet.document for each row execute function carnet.comme_l_ecrit('entree_id');
create or replace trigger c_fermer before insert or update of personne_id on carnet.document for each row execute function carnet.fermer();
create or replace trigger c_fermer before insert or update of personne_id on carnet.entree for each row execute function carnet.fermer();
create or replace trigger c_fermer before insert or update of personne_id on carnet.version for each row execute function carnet.fermer();
create or replace trigger c_fermer before insert or update of personne_id on carnet.demande for each row execute function carnet.fermer();
-- What figures count, with the owner's rights: the kind of who writes is that of the day she writes; an account of two kinds counts for each. A correction is no new entry; what
-- is taken over from another tool is nobody's deed of that day.
create or replace function carnet.mesurer() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'entree' then
    insert into carnet.mesure (personne_id, entree_id, genre, sorte, le, territoire_id, organisation_ids)
    select new.personne_id, new.id, 'ECRIT', s.sorte, (new.ecrit_le at time zone current_setting('TimeZone'))::date, new.territoire_id, new.organisation_ids
    from unnest(case when new.auteur = habilitations.agent() and new.repris_de is null then carnet.mes_sortes() else array[null::text] end) s(sorte) where s.sorte is distinct from 'AUCUNE';
  elsif tg_op = 'INSERT' then
    insert into carnet.mesure (personne_id, entree_id, demande_id, genre, le, faite_le, territoire_id, organisation_ids)
    values (new.personne_id, new.entree_id, new.id, 'TACHE', new.limite, new.faite_le::date, new.territoire_id, new.organisation_ids);
  else
    update carnet.mesure x set faite_le = new.faite_le::date where x.demande_id = new.id;
  end if;
  return null;
end $$;
create or replace trigger e_mesurer after insert on carnet.entree for each row execute function carnet.mesurer();
create or replace trigger e_mesurer after insert on carnet.demande for each row when (new.genre = 'TACHE' and new.limite is not null) execute function carnet.mesurer();
create or replace trigger e_mesurer_faite after update of faite_le on carnet.demande for each row when (new.genre = 'TACHE') execute function carnet.mesurer();
create or replace trigger suivre_l_opposition after insert or update of levee_le, personne_id on carnet.opposition for each row execute function carnet.suivre_l_opposition();

-- Colleagues who may be told something about a person: open accounts of these roles whose perimeter holds her, for who sees her and writes here.
--   roles, responsables  codes of the roles that open the carnet; of those that answer for a team
--   par_organisation     codes of the roles that see organisations alone
create or replace function carnet.collegues(la_personne bigint, roles text[], responsables text[], par_organisation text[])
  returns table (identifiant text, nom text, organisation text, sortes text[], cles text[]) stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  with elle as (select p.territoire_id, p.organisation_ids from allocataires.personne p where p.id = la_personne and habilitations.peut('CARNET')
      and (habilitations.partout() or p.territoire_id = any (habilitations.territoires()) or p.organisation_ids && habilitations.organisations())),
    comptes as (select a.identifiant, a.nom, a.role, a.organisations, c.referent_id as fiche, r.organisation_id,
        case when a.role = any (par_organisation) then '{}' else a.territoires end as territoires, a.partout and a.role <> all (par_organisation) as partout
      from habilitations.agent a left join structures.compte_de_referent c on c.agent_id = a.id left join structures.referent r on r.id = c.referent_id
      where a.actif and a.role = any (roles))
  select k.identifiant, k.nom, o.nom, s.sortes, carnet.cles(s.sortes, k.organisations, k.fiche)
  from elle e join comptes k on k.partout or e.territoire_id = any (k.territoires) or e.organisation_ids && k.organisations
  cross join lateral (select carnet.sortes(k.partout, k.territoires, k.organisations, k.fiche, k.role = any (responsables)) as sortes) s
  left join structures.organisation o on o.id = coalesce(k.organisation_id, case when not k.partout and k.territoires = '{}' and cardinality(k.organisations) = 1
    then k.organisations[1] end)
  order by lower(k.nom), k.identifiant $$;
comment on function carnet.collegues(bigint, text[], text[], text[]) is 'Les collègues dont le compte voit une personne et ouvre le carnet';

-- True when an application of that perimeter reads an entry written by somebody else. For who prepares what it is told, with the owner's rights: not for agents.
create or replace function carnet.lu_par_l_application(l_entree bigint, client text, partout boolean, territoires int[], organisations int[]) returns boolean stable language sql
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from carnet.entree e, carnet.sortes(partout, territoires, organisations, null, false) s(sortes)
    where e.id = l_entree and e.auteur <> client and e.lecteurs @> s.sortes and not e.fermee_a && carnet.cles(s.sortes, organisations, null)) $$;
comment on function carnet.lu_par_l_application(bigint, text, boolean, int[], int[]) is 'Si une application de ce périmètre lit un écrit d''un autre';

-- An application that acts for organisations says done what is asked of their agents: its users work in their own tool.
create or replace function carnet.demande_aux_miens(pour text) returns boolean stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select habilitations.agent() like 'api:%' and habilitations.peut('CARNET') and exists (select from habilitations.agent a
    where a.identifiant = demande_aux_miens.pour and not a.partout and a.territoires = '{}' and a.organisations <> '{}' and a.organisations <@ habilitations.organisations()) $$;
comment on function carnet.demande_aux_miens(text) is 'Si une demande est faite à un agent des organisations pour lesquelles agit l''application en cours';

-- Who wrote in the carnet of a person and who opened it, for the page she is given: names and days, no text. For who sees her and opens the carnet.
create or replace function carnet.qui_a_lu_et_ecrit(la_personne bigint)
  returns table (agent text, ecrits bigint, ecrit_en_dernier timestamptz, lectures bigint, lu_en_dernier timestamptz, depuis timestamptz)
  stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  with elles as (select p.id from allocataires.personne p where (p.id = la_personne or p.fusionnee_dans = la_personne) and habilitations.peut('CARNET')
      and (habilitations.partout() or p.territoire_id = any (habilitations.territoires()) or p.organisation_ids && habilitations.organisations())),
    actes as (select x.auteur as qui, x.ecrit_le as quand from carnet.entree x where x.personne_id in (select id from elles)
      union all select x.corrige_par, x.corrige_le from carnet.version x where x.personne_id in (select id from elles)
      union all select x.depose_par, x.depose_le from carnet.document x where x.personne_id in (select id from elles)),
    ecrits as (select x.qui, count(*) as n, max(x.quand) as dernier, min(x.quand) as premier from actes x group by 1),
    lectures as (select t.agent as qui, count(*) as n, max(t.instant) as dernier, min(t.instant) as premier from journal.trace t
      where t.personne_id in (select id from elles) and t.acte = 'CONSULTATION' and t.objet = 'Carnet partagé' group by 1)
  select coalesce(e.qui, l.qui), coalesce(e.n, 0), e.dernier, coalesce(l.n, 0), l.dernier, least(e.premier, l.premier)
  from ecrits e full join lectures l on l.qui = e.qui order by greatest(e.dernier, l.dernier) desc, 1 $$;
comment on function carnet.qui_a_lu_et_ecrit(bigint) is 'Qui a écrit dans le carnet d''une personne et qui l''a ouvert';
revoke all on function carnet.collegues(bigint, text[], text[], text[]), carnet.qui_a_lu_et_ecrit(bigint), carnet.demande_aux_miens(text),
  carnet.lu_par_l_application(bigint, text, boolean, int[], int[]) from public;
grant execute on function carnet.collegues(bigint, text[], text[], text[]), carnet.qui_a_lu_et_ecrit(bigint), carnet.demande_aux_miens(text) to jalon_application;

end $faire$;
