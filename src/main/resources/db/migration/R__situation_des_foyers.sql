-- The situation of each foyer and person, written again from the facts for the foyers a file has touched; as it is today, whatever the version.
create or replace function allocataires.situer(foyers bigint[]) returns void language sql security definer set search_path = allocataires, pg_temp as $$
  insert into situation as s (personne_id, foyer_id, present, role, adulte, sdd, tns, etat, etat_depuis, type_foyer, fonction_organisme,
    date_demande, commune, nom_commune, fusionnee, territoire_id, organisation_ids)
  with places as materialized (
    -- the last place of each person in each of her foyers: usually one
    select distinct on (m.personne_id, m.foyer_id) m.personne_id, m.foyer_id, m.jusqua, m.depuis, m.role, m.adulte, m.sdd, m.tns
    from (select distinct personne_id from membre where foyer_id = any (foyers)) t
    join membre m on m.personne_id = t.personne_id and m.oublie_le = 'infinity'
    order by m.personne_id, m.foyer_id, m.jusqua desc),
  choisies as materialized (
    select distinct on (c.personne_id) c.*, d.etat, d.suspendu_depuis, d.fin_le, d.type_foyer, f.fonction_organisme, f.date_demande
    from places c
    join foyer f on f.id = c.foyer_id
    join droit d on d.foyer_id = c.foyer_id and d.jusqua = 'infinity' and d.oublie_le = 'infinity'
    order by c.personne_id, c.jusqua = 'infinity' desc, d.etat in ('2', '3', '4') desc, f.date_demande desc, c.depuis desc, c.foyer_id desc)
  select c.personne_id, c.foyer_id, c.jusqua = 'infinity', c.role, c.adulte, c.sdd and c.jusqua = 'infinity', c.tns, c.etat,
    coalesce(case when c.etat in ('3', '4') then c.suspendu_depuis when c.etat in ('5', '6') then c.fin_le end,
      (select max(x.jusqua) from droit x where x.foyer_id = c.foyer_id and x.oublie_le = 'infinity' and x.etat <> c.etat), c.date_demande),
    c.type_foyer, c.fonction_organisme, c.date_demande, a.commune, a.nom_commune, p.fusionnee_dans is not null, p.territoire_id, p.organisation_ids
  from choisies c
  join personne p on p.id = c.personne_id
  -- who left a foyer does not live where it went since: the last address is the one she had there
  left join adresse a on a.foyer_id = c.foyer_id and a.depuis < c.jusqua and a.jusqua >= c.jusqua and a.oublie_le = 'infinity'
  on conflict (personne_id) do update set foyer_id = excluded.foyer_id, present = excluded.present, role = excluded.role, adulte = excluded.adulte,
    sdd = excluded.sdd, tns = excluded.tns, etat = excluded.etat, etat_depuis = excluded.etat_depuis, type_foyer = excluded.type_foyer,
    fonction_organisme = excluded.fonction_organisme, date_demande = excluded.date_demande, commune = excluded.commune,
    nom_commune = excluded.nom_commune, fusionnee = excluded.fusionnee, territoire_id = excluded.territoire_id, organisation_ids = excluded.organisation_ids
  where (s.foyer_id, s.present, s.role, s.adulte, s.sdd, s.tns, s.etat, s.etat_depuis, s.type_foyer, s.date_demande, s.commune, s.nom_commune,
      s.fusionnee, s.territoire_id, s.organisation_ids)
    is distinct from (excluded.foyer_id, excluded.present, excluded.role, excluded.adulte, excluded.sdd, excluded.tns, excluded.etat,
      excluded.etat_depuis, excluded.type_foyer, excluded.date_demande, excluded.commune, excluded.nom_commune, excluded.fusionnee,
      excluded.territoire_id, excluded.organisation_ids)
$$;

-- those who left, as this function says it today
select allocataires.situer(array(select distinct foyer_id from allocataires.situation where not present));
