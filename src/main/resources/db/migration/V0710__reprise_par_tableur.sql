-- What a former tool knew of persons comes by spreadsheet too: contacts, freins, persons outside the RSA. Who may write the same by hand takes it over (docs/decisions/0034);
-- a row says what it wrote in other rooms, to be undone.
alter table echanges.tableur add column genre text not null default 'PERSONNES' check (genre in ('PERSONNES', 'CONTACTS', 'FREINS', 'HORS_RSA')), add column deja_la int;
comment on column echanges.tableur.genre is 'Ce que disent ses lignes : des personnes, leurs contacts, leurs freins, des personnes hors RSA. RGPD : aucune';
comment on column echanges.tableur.deja_la is 'Lignes qui disent ce que Jalon sait déjà, comptées avec celles sans erreur. RGPD : aucune';
alter table echanges.tableur_ligne add column cree jsonb;
comment on column echanges.tableur_ligne.cree is 'Numéros de ce que la ligne a écrit, pour la défaire. RGPD : aucune';
alter table echanges.tableur_modele add column genre text not null default 'PERSONNES';
comment on column echanges.tableur_modele.genre is 'Le genre de tableur : les mêmes titres n''y disent pas la même chose. RGPD : aucune';
alter table echanges.tableur_modele drop constraint tableur_modele_pkey, add primary key (genre, empreinte_entetes);

do $$
declare
  qui constant text := '(select habilitations.peut(''IMPORTS'') or habilitations.peut(''REPRISE''))';
  sien constant text := qui || ' and auteur = (select habilitations.agent())';
begin
  execute format('alter policy lecture on echanges.tableur using (%s)', sien);
  execute format('alter policy changement on echanges.tableur using (%s) with check (%s)', sien, sien);
  execute format('alter policy effacement on echanges.tableur using (%s)', sien);
  execute format('alter policy lecture on echanges.tableur_ligne using (%s)', sien);
  execute format('alter policy changement on echanges.tableur_ligne using (%s) with check (%s)', sien, sien);
  execute format('alter policy lecture on echanges.tableur_original using (%s)', sien);
  execute format('alter policy lecture on echanges.tableur_modele using (%s)', qui);
  execute format('alter policy ajout on echanges.tableur_modele with check (%s)', qui);
  execute format('alter policy changement on echanges.tableur_modele using (%s) with check (%s)', qui, qui);
end $$;

-- A contact of before says where it comes from: noted in another tool, it is nobody's deed of the day it was taken over.
alter table accompagnement.contact add column repris_de text;
comment on column accompagnement.contact.repris_de is 'Le tableur dont il vient, quand il a été repris d''un autre outil ; vide quand il a été noté ici. RGPD : vie professionnelle';
