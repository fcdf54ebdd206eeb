-- What an act tells the applications of partners: written in its transaction, for those whose perimeter holds the person. An instance that has not come to the shared notebook
-- yet keeps the function it has (V0460).
do $faire$
begin
if to_regclass('carnet.entree') is null then
  return;
end if;
create or replace function echanges.preparer_livraisons(fait text, portee text, objet text, instant timestamptz, personnes bigint[], objets bigint[], jours date[]) returns int
  language plpgsql security definer set search_path = echanges, pg_temp as $$
declare ecrites int;
begin
  if not exists (select from webhook w where w.actif and fait = any(w.evenements)) then
    return 0;
  end if;
  insert into livraison (id, webhook_id, client, evenement, personne_id, corps, prochaine_le, creee_le)
  select n.id, n.webhook_id, n.client, fait, n.personne, json_build_object('id', n.id, 'evenement', fait, 'emisLe', to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'date', n.jour, 'personne', n.personne, objet, n.numero)::text, instant, instant
  from (select gen_random_uuid() as id, w.id as webhook_id, w.client, o.personne, o.numero, o.jour
    from unnest(personnes, objets, jours) o(personne, numero, jour)
    join allocataires.personne p on p.id = o.personne
    left join orientation.suivi s on objet = 'suivi' and s.id = o.numero
    join webhook w on w.actif and fait = any(w.evenements)
    join habilitations.client c on c.id = w.client_id and c.actif and 'webhooks' = any(c.portees) and portee = any(c.portees)
    where (c.partout or p.territoire_id = any(c.territoires) or p.organisation_ids && c.organisations or s.organisation_id = any(c.organisations)
      or fait = 'reorientation' and exists (select from orientation.suivi a where a.suivant_id = o.numero and a.organisation_id = any(c.organisations)))
      -- of a notebook, only what the kind of actor of the application reads, and nothing it wrote itself
      and (objet <> 'ecrit' or carnet.lu_par_l_application(o.numero, w.client, c.partout, c.territoires, c.organisations))) n;
  get diagnostics ecrites = row_count;
  return ecrites;
end $$;

end $faire$;
