-- What an agent often asks of a list, under a name of hers: an address without its search of a person. It says of nobody followed.
create table habilitations.vue (
  id bigint generated always as identity primary key,
  agent text not null,
  liste text not null check (liste ~ '^/[a-z/-]{1,80}$'),
  filtres text not null check (length(filtres) <= 500),
  nom text not null check (length(nom) between 1 and 60),
  partagee boolean not null default false,
  territoires int[] not null default '{}',
  organisations int[] not null default '{}',
  partout boolean not null default false,
  creee_le timestamptz not null,
  supprimee_le timestamptz
);
create unique index vue_nommee on habilitations.vue (agent, liste, lower(nom)) where supprimee_le is null;
create index vue_partagee on habilitations.vue (liste) where partagee and supprimee_le is null;
comment on table habilitations.vue is 'Les vues de listes que les agents gardent sous un nom ; aucune personne suivie n''y est. RGPD : aucune';
comment on column habilitations.vue.id is 'Numéro interne. RGPD : aucune';
comment on column habilitations.vue.agent is 'L''agent à qui elle est. RGPD : identité professionnelle';
comment on column habilitations.vue.liste is 'Adresse de la liste, sans ses filtres. RGPD : aucune';
comment on column habilitations.vue.filtres is 'Ce qui est demandé à la liste, comme l''adresse l''écrit ; jamais le nom d''une personne cherchée. RGPD : aucune';
comment on column habilitations.vue.nom is 'Comment l''agent l''appelle. RGPD : aucune';
comment on column habilitations.vue.partagee is 'Vrai quand les agents du même périmètre la voient. RGPD : aucune';
comment on column habilitations.vue.territoires is 'Territoires de qui la partage, le jour du partage : leurs agents la voient. RGPD : aucune';
comment on column habilitations.vue.organisations is 'Organisations de qui la partage, le jour du partage : leurs agents la voient. RGPD : aucune';
comment on column habilitations.vue.partout is 'Vrai quand elle est partagée avec tous les agents. RGPD : aucune';
comment on column habilitations.vue.creee_le is 'Quand. RGPD : aucune';
comment on column habilitations.vue.supprimee_le is 'Quand elle est supprimée ; elle se rétablit pendant trente jours. RGPD : aucune';

create table habilitations.vue_par_defaut (
  agent text not null,
  liste text not null,
  vue_id bigint not null references habilitations.vue on delete cascade,
  primary key (agent, liste)
);
create index vue_par_defaut_vue on habilitations.vue_par_defaut (vue_id);
comment on table habilitations.vue_par_defaut is 'La vue que le menu ouvre, pour chaque agent et chaque liste. RGPD : aucune';
comment on column habilitations.vue_par_defaut.agent is 'L''agent. RGPD : identité professionnelle';
comment on column habilitations.vue_par_defaut.liste is 'Adresse de la liste. RGPD : aucune';
comment on column habilitations.vue_par_defaut.vue_id is 'La vue, à lui ou partagée avec lui. RGPD : aucune';

alter table habilitations.vue enable row level security;
create policy lecture on habilitations.vue for select to jalon_application
  using (agent = (select habilitations.agent()) or partagee and supprimee_le is null
    and (partout or organisations && (select habilitations.organisations()) or territoires && (select habilitations.territoires()) or (select habilitations.partout())));
create policy ajout on habilitations.vue for insert to jalon_application
  with check (agent = (select habilitations.agent()) and (not partagee or (select habilitations.peut('VUES_PARTAGEES'))
    and (not partout or (select habilitations.partout())) and organisations <@ (select habilitations.organisations())
    and territoires <@ (select habilitations.territoires())));
create policy changement on habilitations.vue for update to jalon_application
  using (agent = (select habilitations.agent()))
  with check (agent = (select habilitations.agent()) and (not partagee or supprimee_le is not null or (select habilitations.peut('VUES_PARTAGEES'))
    and (not partout or (select habilitations.partout())) and organisations <@ (select habilitations.organisations())
    and territoires <@ (select habilitations.territoires())));
grant select, insert, update (nom, partagee, territoires, organisations, partout, supprimee_le) on habilitations.vue to jalon_application;

alter table habilitations.vue_par_defaut enable row level security;
create policy lecture on habilitations.vue_par_defaut for select to jalon_application using (agent = (select habilitations.agent()));
create policy ajout on habilitations.vue_par_defaut for insert to jalon_application with check (agent = (select habilitations.agent()));
create policy changement on habilitations.vue_par_defaut for update to jalon_application
  using (agent = (select habilitations.agent())) with check (agent = (select habilitations.agent()));
create policy suppression on habilitations.vue_par_defaut for delete to jalon_application using (agent = (select habilitations.agent()));
grant select, insert, update (vue_id), delete on habilitations.vue_par_defaut to jalon_application;
