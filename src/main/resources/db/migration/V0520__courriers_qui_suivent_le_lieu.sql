-- What has not left follows also the place of the appointment: the same message, written again with what is true today. What left is frozen as before.
grant update (version_id, entete_id, objet, contenu, valeurs) on courriers.message to jalon_application;

create or replace function courriers.message_parti_ne_change_pas() returns trigger language plpgsql as $$
begin
  if old.etat not in ('A_ENVOYER', 'SANS_ADRESSE') and (old.destinataire, old.adresse, old.code_postal, old.ville, old.vers, old.version_id, old.entete_id, old.objet, old.contenu, old.valeurs)
      is distinct from (new.destinataire, new.adresse, new.code_postal, new.ville, new.vers, new.version_id, new.entete_id, new.objet, new.contenu, new.valeurs) then
    raise exception 'Un message qui n''attend plus ne change ni d''adresse ni de texte.';
  end if;
  return new;
end $$;
comment on function courriers.message_parti_ne_change_pas() is 'L''adresse et le texte d''un message ne changent que tant qu''il attend';
drop trigger b_message_parti on courriers.message;
create trigger b_message_parti before update of destinataire, adresse, code_postal, ville, vers, version_id, entete_id, objet, contenu, valeurs on courriers.message for each row
  when (current_user = 'jalon_application') execute function courriers.message_parti_ne_change_pas();
