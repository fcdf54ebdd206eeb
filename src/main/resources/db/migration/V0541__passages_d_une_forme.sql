-- One shape of passage in every room: what (objet, where a room keeps several kinds), which (objet_id), from (de), to (vers), since which day when it is not the
-- day it was written (le), written when (fait_le), by whom (par), why (motif). The rows stay as they are.
alter table orientation.passage rename column constate_le to fait_le;
alter table courriers.passage rename column message_id to objet_id;
alter table rendezvous.passage rename column convocation_id to objet_id;
alter table rendezvous.passage rename column le to fait_le;

-- What a person answers by her link is written by functions of V0431 and V0500: the same, with the new names.
do $$
declare f record;
begin
  for f in select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'rendezvous' and p.prosrc ~ 'into passage \(convocation_id,' loop
    execute replace(replace(pg_get_functiondef(f.oid), 'into passage (convocation_id,', 'into passage (objet_id,'), ' vers, le, par', ' vers, fait_le, par');
  end loop;
end $$;
