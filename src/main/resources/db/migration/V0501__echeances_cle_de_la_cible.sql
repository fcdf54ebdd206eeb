-- A Département sets itself two delays: each deadline says which of them it bears, so that a rate measures the one it speaks of.
alter table echeances.echeance add column cible_cle text;
comment on column echeances.echeance.cible_cle is 'Le paramètre qui fixe la cible ; vide sans cible d''un paramètre. RGPD : aucune';
-- until now the second delay was that of the accompaniment, which ends with it unless somebody said otherwise
update echeances.echeance set cible_cle = case nature when 'ACCOMPAGNEMENT' then 'accompagnement.delai_cible' else 'orientation.delai_cible' end
where cible is not null and nature in ('ORIENTATION', 'REFERENT', 'PREMIER_RENDEZ_VOUS', 'ACCOMPAGNEMENT');
