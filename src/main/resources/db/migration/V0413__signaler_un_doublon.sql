-- An agent may say that two records are one human even when no file made it a task.
alter table allocataires.doublon add column signale_par text;
comment on column allocataires.doublon.signale_par is 'Agent qui l''a signalé, vide quand c''est un fichier. RGPD : trace';
grant insert (personne_a, personne_b, raison, signale_le, signale_par, territoire_id, organisation_ids) on allocataires.doublon to jalon_application;
create policy ajout on allocataires.doublon for insert to jalon_application with check ((select habilitations.peut('DOUBLONS'))
  and ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])
    or organisation_ids && (select habilitations.organisations())::int[]));
