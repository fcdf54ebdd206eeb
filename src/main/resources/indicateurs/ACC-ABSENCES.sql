-- rang : 470
-- libelle : Absences sans excuse aux rendez-vous de l'accompagnement
-- definition : Parmi les rendez-vous des douze mois avant la date avec les personnes suivies ce jour-là (au bureau, à domicile, en visioconférence, à
--   l'agenda) dont la présence est saisie, part de ceux où la personne n'est pas venue et n'a pas dit pourquoi. Présente, excusée et absente sont au
--   dénominateur. Appels, messages et rencontres imprévues n'y sont pas, ni les informations collectives, comptées dans ORI-ABSENCES. Une absence
--   retirée ne compte plus. Le mois est celui du rendez-vous ; le référent, celui de la personne ce jour-là.
-- source : Contacts et agenda enregistrés dans Jalon, suivis et référents
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS, MOIS, GENRE_DE_CONTACT
-- utilise : contacts
-- lecture : ACCOMPAGNEMENT
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucune présence saisie à un rendez-vous de l'accompagnement dans les douze mois avant cette date.
select c.*, c.presence = 'ABSENTE' as numerateur, false as en_cours
from contacts c
where c.rencontre and c.genre_de_contact not in ('RENCONTRE', 'INFORMATION_COLLECTIVE')
