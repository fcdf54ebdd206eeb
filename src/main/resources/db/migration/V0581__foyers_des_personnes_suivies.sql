-- A person followed who came to another foyer by a file was seen there by nobody of her organisation, which read of her the foyer she had left. Files say so from now
-- on; these are those who had moved before. On a new database nobody has, and the function comes later.
do $$
begin
  if to_regprocedure('orientation.recalculer_organisations(bigint[])') is not null then
    perform orientation.recalculer_organisations(p.ids) from (
      select array_agg(distinct s.personne_id) as ids from orientation.suivi s
      join allocataires.membre m on m.personne_id = s.personne_id and m.adulte and m.oublie_le = 'infinity' join allocataires.foyer f on f.id = m.foyer_id
      where s.etat <> 'CLOS' and (m.jusqua = 'infinity') <> coalesce(s.organisation_id = any(f.organisation_ids), false)) p where p.ids is not null;
  end if;
end $$;
