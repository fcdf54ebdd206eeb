-- What an agent began to decide of a person in a review, kept when she goes to the next one, like the note of a contact begun (habilitations.SaisiesEnCours).
create table accompagnement.brouillon_revue (
  personne_id bigint not null references allocataires.personne,
  agent text not null,
  rubrique text not null,
  reponses jsonb not null,
  saisi_le timestamptz not null,
  primary key (personne_id, agent, rubrique)
);
comment on table accompagnement.brouillon_revue is 'La décision de revue qu''un agent a commencée et n''a pas enregistrée ; vidée à l''enregistrement, effacée avec le temps. RGPD : vie personnelle';
comment on column accompagnement.brouillon_revue.agent is 'Qui saisit. RGPD : identité professionnelle';
comment on column accompagnement.brouillon_revue.rubrique is 'Quelle partie du formulaire ; une seule ici. RGPD : aucune';
comment on column accompagnement.brouillon_revue.reponses is 'Ce qui est saisi jusque-là. RGPD : vie personnelle';
comment on column accompagnement.brouillon_revue.saisi_le is 'Dernière frappe. RGPD : aucune';
select habilitations.proteger('accompagnement.brouillon_revue', 'REVUES', change => '{reponses, saisi_le}');
-- a decision begun is nobody else's to read
create policy sien_lu on accompagnement.brouillon_revue as restrictive for select to jalon_application
  using (agent = (select habilitations.agent()));
create policy sien_ecrit on accompagnement.brouillon_revue as restrictive for insert to jalon_application
  with check (agent = (select habilitations.agent()));
create policy sien_change on accompagnement.brouillon_revue as restrictive for update to jalon_application
  using (agent = (select habilitations.agent()));
