-- An orientation counts when its letter leaves: until then the follow-up is open, and the deadline to orient still runs.
alter table orientation.suivi add column a_poster boolean not null default false;
comment on column orientation.suivi.a_poster is 'Vrai tant que la lettre qui notifie cette orientation n''est pas partie : rien n''est encore notifié. RGPD : aucune';
create index suivi_a_poster on orientation.suivi (entree_id) where a_poster;

-- the letters that wait today
update orientation.suivi s set a_poster = true
where s.etat <> 'CLOS' and exists (select from courriers.message m where m.modele = 'NOTIFICATION_ORIENTATION' and m.objet_id = s.id and m.canal = 'LETTRE'
    and m.etat in ('SANS_ADRESSE', 'A_ENVOYER', 'EN_COURS') and m.le = s.notifie_le)
  and not exists (select from courriers.message m where m.modele = 'NOTIFICATION_ORIENTATION' and m.objet_id = s.id and m.canal = 'LETTRE' and m.envoye_le is not null);
update echeances.echeance x set etat = 'OUVERTE', etat_depuis = s.notifie_le from orientation.suivi s
where s.a_poster and x.nature = 'ORIENTATION' and x.objet_id = s.entree_id and x.etat = 'TENUE';
