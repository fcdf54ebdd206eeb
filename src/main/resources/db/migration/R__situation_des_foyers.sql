-- The situation of each foyer and person, written again from the facts for the foyers a file has touched; as it is today, whatever the version. Each person's is
-- the place where she counts (R__place_des_personnes), kept at hand for the lists; and her perimeter is the territory of that place.
create or replace function allocataires.situer(foyers bigint[]) returns void language plpgsql security definer set search_path = allocataires, pg_temp as $$
declare
  elles constant bigint[] := array(select distinct m.personne_id from membre m where m.foyer_id = any (foyers));
  ailleurs bigint[];
begin
  -- of two foyers in two territories, she is seen where she counts; a closed right moves nobody
  with deplacees as (
    update personne p set territoire_id = c.territoire_id from allocataires.place_de(elles, 'infinity') c
      where p.id = c.personne_id and c.presente and (allocataires.est_vivant(c.etat) or p.territoire_id is null) and p.territoire_id is distinct from c.territoire_id
      returning p.id)
  select array_agg(id) into ailleurs from deplacees;
  insert into situation as s (personne_id, foyer_id, present, role, adulte, sdd, tns, etat, etat_depuis, type_foyer, fonction_organisme,
    date_demande, commune, nom_commune, fusionnee, territoire_id, organisation_ids)
  select c.personne_id, c.foyer_id, c.presente, c.role, c.adulte, c.sdd and c.presente, c.tns, c.etat, c.etat_depuis,
    c.type_foyer, c.payeur, c.date_demande, a.commune, a.nom_commune, p.fusionnee_dans is not null, p.territoire_id, p.organisation_ids
  from allocataires.place_de(elles, 'infinity') c
  join personne p on p.id = c.personne_id
  left join lateral allocataires.adresse_au(c.foyer_id, c.jour) a on true
  where c.etat is not null
  on conflict (personne_id) do update set foyer_id = excluded.foyer_id, present = excluded.present, role = excluded.role, adulte = excluded.adulte,
    sdd = excluded.sdd, tns = excluded.tns, etat = excluded.etat, etat_depuis = excluded.etat_depuis, type_foyer = excluded.type_foyer,
    fonction_organisme = excluded.fonction_organisme, date_demande = excluded.date_demande, commune = excluded.commune,
    nom_commune = excluded.nom_commune, fusionnee = excluded.fusionnee, territoire_id = excluded.territoire_id, organisation_ids = excluded.organisation_ids
  where (s.foyer_id, s.present, s.role, s.adulte, s.sdd, s.tns, s.etat, s.etat_depuis, s.type_foyer, s.date_demande, s.commune, s.nom_commune,
      s.fusionnee, s.territoire_id, s.organisation_ids)
    is distinct from (excluded.foyer_id, excluded.present, excluded.role, excluded.adulte, excluded.sdd, excluded.tns, excluded.etat,
      excluded.etat_depuis, excluded.type_foyer, excluded.date_demande, excluded.commune, excluded.nom_commune, excluded.fusionnee,
      excluded.territoire_id, excluded.organisation_ids);
  if ailleurs is not null then
    perform allocataires.diffuser_perimetre(ailleurs, '{}');
  end if;
end $$;

-- those who left or were in several foyers, as this function says it today
select allocataires.situer(array(
  select distinct m.foyer_id from allocataires.membre m
  where m.personne_id in (select x.personne_id from allocataires.membre x where x.oublie_le = 'infinity' group by 1 having count(distinct x.foyer_id) > 1)
  union select s.foyer_id from allocataires.situation s where not s.present));
