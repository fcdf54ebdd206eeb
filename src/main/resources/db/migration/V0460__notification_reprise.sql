-- A letter said to be posted by mistake: the follow-up, its entry and its deadlines stand again as they stood before it was said.
alter table orientation.suivi add column notifie_avant date, add column a_poster_avant boolean;
comment on column orientation.suivi.notifie_avant is 'Le jour de notification avant que sa lettre soit dite postée, pour le rendre si elle ne l''était pas ; vide sinon. RGPD : aucune';
comment on column orientation.suivi.a_poster_avant is 'Si la lettre qui notifie attendait avant d''être dite postée, pour y revenir si elle ne l''était pas ; vide sinon. RGPD : aucune';

create function echeances.dite(x echeances.echeance) returns boolean language sql stable set search_path = echeances, pg_temp as $$
  select coalesce((select (h.etat, h.le, h.limite_legale, h.cible) is not distinct from (x.etat, x.etat_depuis, x.limite_legale, x.cible)
    from histoire h where h.echeance_id = x.id order by h.id desc limit 1), false) $$;
comment on function echeances.dite(echeances.echeance) is 'Vrai quand le dernier état écrit de cette échéance est celui où elle se trouve';
create or replace function echeances.ecrire_histoire() returns trigger language plpgsql security definer set search_path = echeances, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.etat = 'TENUE' and new.etat in ('OUVERTE', 'SUSPENDUE') then
      -- what met it was a mistake: it never was
      delete from histoire where echeance_id = new.id and histoire.etat = 'TENUE';
      if dite(new) then
        return null;
      end if;
    elsif old.etat = 'OUVERTE' and new.etat = 'OUVERTE' and new.depart < old.depart then
      -- the day it started again from was a mistake: what was said from that day never was
      delete from histoire where echeance_id = new.id and le >= old.depart;
      if dite(new) then
        return null;
      end if;
    elsif old.etat = new.etat and (old.limite_legale, old.cible) is not distinct from (new.limite_legale, new.cible) then
      -- the same state, on another day
      update histoire set le = new.etat_depuis where id = (select max(h.id) from histoire h where h.echeance_id = new.id);
      return null;
    end if;
  end if;
  insert into histoire (echeance_id, le, etat, limite_legale, cible) values (new.id, new.etat_depuis, new.etat, new.limite_legale, new.cible);
  return null;
end $$;

-- What each event speaks of has a name (entree, suivi, session), and who loses a person by a réorientation learns it.
drop function echanges.preparer_livraisons(text, text, timestamptz, bigint[], bigint[], date[]);
create function echanges.preparer_livraisons(fait text, portee text, objet text, instant timestamptz, personnes bigint[], objets bigint[], jours date[]) returns int
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
    where c.partout or p.territoire_id = any(c.territoires) or p.organisation_ids && c.organisations or s.organisation_id = any(c.organisations)
      or fait = 'reorientation' and exists (select from orientation.suivi a where a.suivant_id = o.numero and a.organisation_id = any(c.organisations))) n;
  get diagnostics ecrites = row_count;
  return ecrites;
end $$;
comment on function echanges.preparer_livraisons(text, text, text, timestamptz, bigint[], bigint[], date[]) is 'Écrit les livraisons d''un acte pour les applications dont le périmètre contient les personnes';
revoke all on function echanges.preparer_livraisons(text, text, text, timestamptz, bigint[], bigint[], date[]) from public;
grant execute on function echanges.preparer_livraisons(text, text, text, timestamptz, bigint[], bigint[], date[]) to jalon_application;
