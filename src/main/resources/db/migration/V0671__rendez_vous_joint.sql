-- The appointment an e-mail tells, as the person's own calendar takes it (decision 0029): written with the e-mail, joined when it leaves.
alter table courriers.message add column agenda jsonb check (agenda is null or canal = 'COURRIEL');
comment on column courriers.message.agenda is 'Le rendez-vous joint au courriel pour l''agenda de la personne : son nom d''agenda, début, fin, annulé ou non, quand cela a été dit ; vide quand rien n''est joint. RGPD : vie personnelle';
