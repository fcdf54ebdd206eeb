-- What has not left follows the person: her name, number and address are read when the message leaves. What left is frozen as before.
alter table courriers.message add column adresse_choisie boolean not null default false;
comment on column courriers.message.adresse_choisie is 'Vrai quand un agent a donné l''adresse ou le numéro pour cet envoi : il ne suit pas celui du dossier. RGPD : aucune';
update courriers.message set adresse_choisie = true where renvoi_de is not null;
grant update (destinataire, adresse, code_postal, ville, vers, adresse_choisie) on courriers.message to jalon_application;

create function courriers.message_parti_ne_change_pas() returns trigger language plpgsql as $$
begin
  if old.etat not in ('A_ENVOYER', 'SANS_ADRESSE') and (old.destinataire, old.adresse, old.code_postal, old.ville, old.vers)
      is distinct from (new.destinataire, new.adresse, new.code_postal, new.ville, new.vers) then
    raise exception 'Un message qui n''attend plus ne change pas d''adresse.';
  end if;
  return new;
end $$;
comment on function courriers.message_parti_ne_change_pas() is 'L''adresse d''un message ne change que tant qu''il attend';
create trigger b_message_parti before update of destinataire, adresse, code_postal, ville, vers on courriers.message for each row
  when (current_user = 'jalon_application') execute function courriers.message_parti_ne_change_pas();

alter table courriers.lot add column recto_verso boolean not null default false;
comment on column courriers.lot.recto_verso is 'Vrai quand chaque lettre commence une feuille neuve, pour être imprimée des deux côtés. RGPD : aucune';
alter table courriers.lot alter column recto_verso set default true;
alter table courriers.lot add column poste_dit_le timestamptz;
comment on column courriers.lot.poste_dit_le is 'Quand il a été dit posté : on ne revient dessus que le jour même. RGPD : trace';
grant update (poste_dit_le) on courriers.lot to jalon_application;
