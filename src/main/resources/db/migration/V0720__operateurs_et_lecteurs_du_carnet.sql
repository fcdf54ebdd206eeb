-- Who runs actions is a nature of organisation of its own: it follows nobody, and is a kind of actor of the shared notebook.
alter table structures.organisation drop constraint organisation_nature_check,
  add constraint organisation_nature_check check (nature in ('DEPARTEMENT', 'FRANCE_TRAVAIL', 'EXTERNE', 'OPERATEUR'));
comment on table structures.organisation is 'Les organisations qui suivent des personnes ou conduisent des actions. RGPD : aucune';
comment on column structures.organisation.nature is 'Département, France Travail, externe ou opérateur d''actions. RGPD : aucune';

-- Who reads each theme of the notebook, as the Département says on screen: the latest row of a theme stands, nothing is erased.
create table carnet.lecteurs_du_theme (
  id bigint generated always as identity primary key,
  theme text not null,
  lecteurs text[] not null check (cardinality(lecteurs) > 0),
  motif text not null,
  saisi_par text not null,
  saisi_le timestamptz not null
);
comment on table carnet.lecteurs_du_theme is 'Qui lit chaque thème du carnet partagé, quand le Département l''a changé à l''écran ; la dernière ligne d''un thème vaut. RGPD : aucune';
comment on column carnet.lecteurs_du_theme.id is 'Numéro interne. RGPD : aucune';
comment on column carnet.lecteurs_du_theme.theme is 'Le thème (carnet/themes.yaml). RGPD : aucune';
comment on column carnet.lecteurs_du_theme.lecteurs is 'Les sortes d''acteurs qui le lisent. RGPD : aucune';
comment on column carnet.lecteurs_du_theme.motif is 'Pourquoi. RGPD : aucune';
comment on column carnet.lecteurs_du_theme.saisi_par is 'Qui l''a saisi. RGPD : trace';
comment on column carnet.lecteurs_du_theme.saisi_le is 'Quand. RGPD : trace';
create index lecteurs_du_theme_dernier on carnet.lecteurs_du_theme (theme, id desc);
-- every account reads who reads what; who holds the parameters chooses
alter table carnet.lecteurs_du_theme enable row level security;
create policy lecture on carnet.lecteurs_du_theme for select to jalon_application using (true);
create policy ajout on carnet.lecteurs_du_theme for insert to jalon_application with check ((select habilitations.peut('PARAMETRES')));
grant usage on schema carnet to jalon_application;
grant select, insert on carnet.lecteurs_du_theme to jalon_application;
