-- Which state may follow which, said to PostgreSQL: filled by R__passages_permis.sql, held against the enums of Java by a test, enforced by a trigger on
-- each column of state. See decisions/0016.
create table habilitations.passage_permis (
  objet text not null,
  colonne text not null default 'etat',
  de text,
  vers text not null
);
create unique index passage_permis_cle on habilitations.passage_permis (objet, colonne, coalesce(de, ''), vers);
comment on table habilitations.passage_permis is 'Les passages d''un état à un autre que la base accepte ; ceux des énumérations, et eux seuls. RGPD : aucune';
comment on column habilitations.passage_permis.objet is 'La table dont une ligne passe d''un état à un autre. RGPD : aucune';
comment on column habilitations.passage_permis.colonne is 'La colonne qui porte l''état. RGPD : aucune';
comment on column habilitations.passage_permis.de is 'L''état quitté ; vide quand une ligne peut naître dans l''autre. RGPD : aucune';
comment on column habilitations.passage_permis.vers is 'L''état pris. RGPD : aucune';
-- nobody reads it through the agents' door: the conditions of the triggers hold what it says
alter table habilitations.passage_permis enable row level security;
