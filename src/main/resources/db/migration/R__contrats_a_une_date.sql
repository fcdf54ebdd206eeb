-- Each contract as it was at a day: its state, the version that said what it was, the day its stretch began (an amendment goes on, a renewal or another
-- orientation begins again). One noted by mistake never was.
-- An instance that has not come to this room yet has nothing to make.
do $faire$ begin if to_regclass('engagement.version') is not null then
execute $ordre$
create or replace function engagement.contrats_au(au date) returns table (contrat_id bigint, personne_id bigint, etat text, version_id bigint, debut date, jusqu_au date)
  stable language sql as $$
  select c.id, c.personne_id, x.vers, v.id, w.depuis, v.jusqu_au
  from engagement.contrat c
  cross join lateral (select p.vers from engagement.passage p where p.objet_id = c.id and p.le <= au order by p.le desc, p.id desc limit 1) x
  left join lateral (select n.id, n.numero, n.jusqu_au from engagement.version n
    where n.contrat_id = c.id and n.etat = 'SIGNEE' and n.signee_le <= au and n.depuis <= au order by n.numero desc limit 1) v on true
  left join lateral (select n.depuis from engagement.version n
    where n.contrat_id = c.id and n.etat = 'SIGNEE' and n.numero <= v.numero and n.cause <> 'AVENANT' order by n.numero desc limit 1) w on true
  where c.etat <> 'ECARTE'
$$
$ordre$;
execute $ordre$
comment on function engagement.contrats_au(date) is 'Où en était chaque contrat d''engagement un jour, et ce qui était signé'
$ordre$;

-- The fifteen kinds of actions that the OARSA asks (DREES, table 4), from the kind of activity of an action and the theme that its objective answers. A
-- line with a theme goes before the one without. A reading of ours (confidence M): the guide of the survey speaks of the former contract.
execute $ordre$
create or replace function engagement.type_oarsa(activite text, theme text) returns text immutable language sql as $$
  select coalesce((select v.type from (values
    ('FORMATION', '', 'FORMATION'), ('IMMERSION', '', 'FORMATION'),
    ('APPRENTISSAGES', '', 'ILLETTRISME'), ('APPRENTISSAGES', 'MOBILITE', 'MOBILITE'), ('APPRENTISSAGES', 'NUMERIQUE', 'ACCES_AUX_DROITS'),
    ('APPRENTISSAGES', 'FORMATION', 'FORMATION'), ('RECHERCHE', '', 'RECHERCHE_EMPLOI'), ('IAE', '', 'IAE'), ('CREATION', '', 'CREATION'),
    ('EMPLOI', '', 'EMPLOI_NON_AIDE'), ('REMOBILISATION', '', 'LIEN_SOCIAL'), ('BENEVOLAT', '', 'LIEN_SOCIAL'), ('SOINS', '', 'SOINS'),
    ('GARDE', '', 'FAMILLE'), ('DEMARCHES', '', 'ACCES_AUX_DROITS'), ('DEMARCHES', 'LOGEMENT', 'LOGEMENT'), ('DEMARCHES', 'MOBILITE', 'MOBILITE'),
    ('DEMARCHES', 'SANTE', 'SOINS'), ('DEMARCHES', 'ENFANTS', 'FAMILLE'), ('DEMARCHES', 'ADMINISTRATIF_BUDGET', 'AUTONOMIE_FINANCIERE'),
    ('DEMARCHES', 'EMPLOI', 'RECHERCHE_EMPLOI'), ('DEMARCHES', 'FORMATION', 'FORMATION'), ('DEMARCHES', 'FRANCAIS', 'ILLETTRISME')
  ) v(genre, pour, type) where v.genre = activite and v.pour in ('', coalesce(theme, '')) order by v.pour desc limit 1), 'AUTRE')
$$
$ordre$;
execute $ordre$
comment on function engagement.type_oarsa(text, text) is 'Le type d''action de l''enquête OARSA (15 types) d''une action d''un contrat'
$ordre$;
end if; end $faire$;
