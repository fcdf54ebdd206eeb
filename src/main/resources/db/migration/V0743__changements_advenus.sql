-- A change of référent that a hand-over undid the same day changed nobody's hands: said in one place, for whoever asks since when somebody follows her.
create view orientation.changement_advenu with (security_invoker = true) as
  select g.* from orientation.changement_de_referent g
  where not exists (select from orientation.changement_de_referent b where b.suivi_id = g.suivi_id and b.relais_id = g.relais_id and b.le = g.le
    and b.avant_id = g.apres_id and b.apres_id = g.avant_id);
comment on view orientation.changement_advenu is 'Les changements de référent, sans ceux qu''un relais a défaits le même jour : personne n''a changé de main. RGPD : vie professionnelle';
do $$
declare c record;
begin
  for c in select a.attname as nom, col_description(a.attrelid, a.attnum) as dit from pg_attribute a
    where a.attrelid = 'orientation.changement_de_referent'::regclass and a.attnum > 0 and not a.attisdropped loop
    execute format('comment on column orientation.changement_advenu.%I is %L', c.nom, c.dit);
  end loop;
end $$;
grant select on orientation.changement_advenu to jalon_application;
