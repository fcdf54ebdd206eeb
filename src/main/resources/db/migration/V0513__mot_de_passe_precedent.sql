-- A password given anew by the administration is often given because somebody knew the old one: the agent does not take that one again.
alter table habilitations.agent add column mot_de_passe_precedent text;
comment on column habilitations.agent.mot_de_passe_precedent is 'Empreinte du mot de passe que l''administration a remplacé : il ne peut pas être repris. RGPD : secret';
-- kept by the table itself: who replaces a password does not read the one it replaces
create function habilitations.garder_le_mot_de_passe_remplace() returns trigger language plpgsql set search_path = habilitations, pg_temp as $$
begin
  if new.mot_de_passe_a_changer and not old.mot_de_passe_a_changer and new.mot_de_passe is distinct from old.mot_de_passe then
    new.mot_de_passe_precedent := old.mot_de_passe;
  end if;
  return new;
end $$;
comment on function habilitations.garder_le_mot_de_passe_remplace() is 'Garde l''empreinte du mot de passe que l''administration remplace, pour qu''il ne soit pas repris';
create trigger garder_le_mot_de_passe_remplace before update of mot_de_passe on habilitations.agent for each row execute function habilitations.garder_le_mot_de_passe_remplace();
