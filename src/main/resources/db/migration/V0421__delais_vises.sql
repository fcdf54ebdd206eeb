-- The Département's delay becomes a duration (months are months) with its own start and end: what was typed on screen as a number of days stays true.
insert into parametres.valeur (cle, depuis, valeur, saisi_par, saisi_le, motif)
select case cle when 'orientation.delai_cible_jours' then 'orientation.delai_cible' else 'accompagnement.delai_cible' end, depuis, valeur || ' jours', saisi_par, saisi_le, motif
from parametres.valeur where cle in ('orientation.delai_cible_jours', 'accompagnement.delai_cible_jours') and valeur ~ '^\d+$';
