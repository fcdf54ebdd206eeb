-- How the register stood each day: counts only, nobody named. Written by the daily sweep.
create table echeances.releve (
  jour date not null,
  nature text not null,
  territoire_id int,
  situation text not null check (situation in ('EN_RETARD', 'PROCHE', 'A_TEMPS', 'SUSPENDUE')),
  nombre int not null
);
comment on table echeances.releve is 'Le compte des échéances de chaque jour, écrit par le balayage. RGPD : aucune';
comment on column echeances.releve.jour is 'Le jour du balayage. RGPD : aucune';
comment on column echeances.releve.nature is 'Ce qui est dû. RGPD : aucune';
comment on column echeances.releve.territoire_id is 'Le territoire, vide hors territoire. RGPD : aucune';
comment on column echeances.releve.situation is 'En retard, proche, à temps, ou suspendue. RGPD : aucune';
comment on column echeances.releve.nombre is 'Nombre d''échéances. RGPD : aucune';
create unique index releve_jour on echeances.releve (jour, nature, coalesce(territoire_id, 0), situation);
alter table echeances.releve enable row level security;
create policy perimetre on echeances.releve to jalon_application
  using ((select habilitations.peut('DOSSIERS')) and ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])));
grant select, insert, update on echeances.releve to jalon_application;
