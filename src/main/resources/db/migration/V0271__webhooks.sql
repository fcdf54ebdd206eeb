-- What an application asked to be told, and each thing it is told: written in the transaction of the act, sent after, as many times as needed.
create table echanges.webhook (
  id bigint generated always as identity primary key,
  client_id bigint not null references habilitations.client,
  client text not null,
  adresse text not null,
  evenements text[] not null,
  secret bytea not null,
  actif boolean not null default true,
  cree_le timestamptz not null,
  cree_par text not null,
  arrete_le timestamptz
);
create index webhook_client on echanges.webhook (client_id);
comment on table echanges.webhook is 'Les adresses que les applications des partenaires donnent pour être prévenues. RGPD : aucune';
comment on column echanges.webhook.id is 'Numéro interne. RGPD : aucune';
comment on column echanges.webhook.client_id is 'L''application. RGPD : aucune';
comment on column echanges.webhook.client is 'Son nom dans le journal : elle ne voit que les siens. RGPD : aucune';
comment on column echanges.webhook.adresse is 'Où envoyer. RGPD : aucune';
comment on column echanges.webhook.evenements is 'Ce qu''elle veut savoir. RGPD : aucune';
comment on column echanges.webhook.secret is 'Le secret qui signe, chiffré avec la clé de l''instance. RGPD : secret';
comment on column echanges.webhook.actif is 'Faux quand plus rien n''est envoyé. RGPD : aucune';
comment on column echanges.webhook.cree_le is 'Quand. RGPD : aucune';
comment on column echanges.webhook.cree_par is 'Par qui. RGPD : identité professionnelle';
comment on column echanges.webhook.arrete_le is 'Quand il a été arrêté. RGPD : aucune';

create table echanges.livraison (
  id uuid primary key,
  webhook_id bigint not null references echanges.webhook,
  client text not null,
  evenement text not null,
  personne_id bigint references allocataires.personne,
  corps text not null,
  etat text not null default 'A_ENVOYER' check (etat in ('A_ENVOYER', 'LIVREE', 'ABANDONNEE')),
  tentatives int not null default 0,
  prochaine_le timestamptz not null,
  prise_jusqua timestamptz,
  reponse int,
  erreur text,
  creee_le timestamptz not null,
  finie_le timestamptz
);
create index livraison_a_envoyer on echanges.livraison (webhook_id, prochaine_le) where etat = 'A_ENVOYER';
create index livraison_webhook on echanges.livraison (webhook_id, creee_le desc);
create index livraison_recente on echanges.livraison (creee_le desc, id);
comment on table echanges.livraison is 'Ce dont chaque webhook est prévenu, écrit avec l''acte, envoyé ensuite. RGPD : vie professionnelle';
comment on column echanges.livraison.id is 'Numéro de la livraison, le même à chaque essai. RGPD : aucune';
comment on column echanges.livraison.webhook_id is 'À qui. RGPD : aucune';
comment on column echanges.livraison.client is 'L''application, par son nom dans le journal. RGPD : aucune';
comment on column echanges.livraison.evenement is 'Ce qui est arrivé. RGPD : vie professionnelle';
comment on column echanges.livraison.personne_id is 'À qui c''est arrivé ; vide pour un essai. RGPD : aucune';
comment on column echanges.livraison.corps is 'Ce qui est envoyé, à l''octet : numéros et dates, jamais de nom. RGPD : vie professionnelle';
comment on column echanges.livraison.etat is 'À envoyer, livrée ou abandonnée. RGPD : aucune';
comment on column echanges.livraison.tentatives is 'Nombre d''essais faits. RGPD : aucune';
comment on column echanges.livraison.prochaine_le is 'Pas d''essai avant. RGPD : aucune';
comment on column echanges.livraison.prise_jusqua is 'Un serveur l''envoie ; passé cette heure, un autre peut la reprendre. RGPD : aucune';
comment on column echanges.livraison.reponse is 'Dernier code HTTP reçu. RGPD : aucune';
comment on column echanges.livraison.erreur is 'Pourquoi le dernier essai a échoué. RGPD : aucune';
comment on column echanges.livraison.creee_le is 'Quand l''acte a eu lieu. RGPD : trace';
comment on column echanges.livraison.finie_le is 'Quand elle a été livrée ou abandonnée. RGPD : trace';

-- An act asked for twice with the same key is done once.
create table echanges.requete_api (
  client text not null,
  cle text not null,
  empreinte bytea not null,
  suivi_id bigint,
  recue_le timestamptz not null,
  primary key (client, cle)
);
comment on table echanges.requete_api is 'Les demandes des applications qui portent une clé (Idempotency-Key), gardées un jour. RGPD : aucune';
comment on column echanges.requete_api.client is 'L''application. RGPD : aucune';
comment on column echanges.requete_api.cle is 'La clé qu''elle a donnée. RGPD : aucune';
comment on column echanges.requete_api.empreinte is 'Empreinte de la demande : la même clé ne sert pas à autre chose. RGPD : aucune';
comment on column echanges.requete_api.suivi_id is 'Le suivi enregistré. RGPD : aucune';
comment on column echanges.requete_api.recue_le is 'Quand. RGPD : aucune';

-- An application sees its own; the administration sees them all, without any secret.
do $$
declare t text;
begin
  foreach t in array array['webhook', 'livraison'] loop
    execute format('alter table echanges.%I enable row level security', t);
    execute format($p$create policy client on echanges.%I to jalon_application
      using ((select habilitations.peut('HABILITATIONS')) or client = (select habilitations.agent()))$p$, t);
  end loop;
end $$;
alter table echanges.requete_api enable row level security;
create policy client on echanges.requete_api to jalon_application using (client = (select habilitations.agent()));
grant select (id, client_id, client, adresse, evenements, actif, cree_le, cree_par, arrete_le), insert, update on echanges.webhook to jalon_application;
grant select, insert on echanges.livraison to jalon_application;
grant update (etat, prochaine_le, prise_jusqua, tentatives, finie_le) on echanges.livraison to jalon_application;
grant select, insert, update on echanges.requete_api to jalon_application;

-- Writes what the applications concerned must be told of an act. With the owner's rights: whoever does the act sees neither the applications nor
-- their webhooks. A person is told of to those who may see her once the act is done, or whose organisation held the follow-up it ends.
create function echanges.preparer_livraisons(fait text, portee text, instant timestamptz, personnes bigint[], objets bigint[], jours date[]) returns int
  language plpgsql security definer set search_path = echanges, pg_temp as $$
declare ecrites int;
begin
  if not exists (select from webhook w where w.actif and fait = any(w.evenements)) then
    return 0;
  end if;
  insert into livraison (id, webhook_id, client, evenement, personne_id, corps, prochaine_le, creee_le)
  select n.id, n.webhook_id, n.client, fait, n.personne, json_build_object('id', n.id, 'evenement', fait, 'emisLe', to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'date', n.jour, 'personne', n.personne, case when fait = 'nouvel-entrant' then 'entree' else 'suivi' end, n.objet)::text, instant, instant
  from (select gen_random_uuid() as id, w.id as webhook_id, w.client, o.personne, o.objet, o.jour
    from unnest(personnes, objets, jours) o(personne, objet, jour)
    join allocataires.personne p on p.id = o.personne
    left join orientation.suivi s on fait <> 'nouvel-entrant' and s.id = o.objet
    join webhook w on w.actif and fait = any(w.evenements)
    join habilitations.client c on c.id = w.client_id and c.actif and 'webhooks' = any(c.portees) and portee = any(c.portees)
    where c.partout or p.territoire_id = any(c.territoires) or p.organisation_ids && c.organisations or s.organisation_id = any(c.organisations)) n;
  get diagnostics ecrites = row_count;
  return ecrites;
end $$;
comment on function echanges.preparer_livraisons(text, text, timestamptz, bigint[], bigint[], date[]) is 'Écrit les livraisons d''un acte pour les applications dont le périmètre contient les personnes';
revoke all on function echanges.preparer_livraisons(text, text, timestamptz, bigint[], bigint[], date[]) from public;
grant execute on function echanges.preparer_livraisons(text, text, timestamptz, bigint[], bigint[], date[]) to jalon_application;
