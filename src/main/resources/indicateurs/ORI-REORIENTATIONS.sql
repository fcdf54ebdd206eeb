-- rang : 380
-- libelle : Réorientations dans les six mois
-- definition : Orientations notifiées dans les douze mois avant la date à une personne qui en avait reçu une autre moins de six mois plus tôt. Le
--   parcours et la structure sont les nouveaux. Une orientation saisie par erreur ne compte ni comme la première ni comme la seconde.
-- source : Réorientations enregistrées dans Jalon ; plan de l'Ain 2023-2028 et programme départemental de la Drôme 2019-2022, réorientations
-- unite : réorientations
-- genre : nombre
-- dimensions : PARCOURS, TYPE_STRUCTURE, MOIS, TERRITOIRE, ORGANISATION, PAYEUR, SEXE
-- utilise : orientations
-- fenetre : douze_mois
-- fichiers : droits
-- parametres : delai = 6
select n.* from orientations n
where exists (select from orientation.suivi s where s.personne_id = n.personne_id and s.id <> n.id and (s.notifie_le, s.id) < (n.notifie_le, n.id)
    and s.notifie_le + make_interval(months => :delai) > n.notifie_le and s.jusqua > s.notifie_le and not s.a_poster)
