-- A secret kept is never sent to a new address, whatever writes the row: when the server changes, the secret is typed again or is no more.
create function courriers.serveur_de(adresse text) returns text immutable language sql
  as $$ select regexp_replace(lower(substring(adresse from '^([A-Za-z]+://[^/?#]+)')), '^(https://.*):443$|^(http://.*):80$', '\1\2') $$;
comment on function courriers.serveur_de(text) is 'Protocole, machine et port d''une adresse du web';
create function courriers.secret_reste_a_son_adresse() returns trigger language plpgsql as $$
begin
  if new.secret is not null and new.secret = old.secret
     and (courriers.serveur_de(new.adresse), new.port, new.securite, case when new.canal = 'COURRIEL' then lower(new.adresse) end)
       is distinct from (courriers.serveur_de(old.adresse), old.port, old.securite, case when old.canal = 'COURRIEL' then lower(old.adresse) end) then
    raise exception 'Le serveur change : le secret gardé ne le suit pas.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
comment on function courriers.secret_reste_a_son_adresse() is 'Refuse qu''un secret gardé parte vers une autre adresse que celle pour laquelle il a été donné';
create trigger secret_reste_a_son_adresse before update on courriers.passerelle for each row execute function courriers.secret_reste_a_son_adresse();

-- A webhook keeps its address and its secret for its whole life: another address is another webhook, with another secret.
revoke update on echanges.webhook from jalon_application;
grant update (actif, arrete_le) on echanges.webhook to jalon_application;
