-- What the diagnostic recommended stands beside what was decided: both are kept, with the reason when they differ.
alter table orientation.suivi add column recommandation_id bigint references diagnostic.recommandation,
  add column parcours_recommande text check (parcours_recommande in ('SOCIAL', 'SOCIOPROFESSIONNEL', 'PROFESSIONNEL')),
  add column motif_ecart text,
  add constraint suivi_recommandation check ((recommandation_id is null) = (parcours_recommande is null)),
  add constraint suivi_ecart check (parcours_recommande is null or parcours_recommande = parcours or motif_ecart is not null);
comment on column orientation.suivi.recommandation_id is 'La recommandation que l''agent avait sous les yeux. RGPD : aucune';
comment on column orientation.suivi.parcours_recommande is 'Le parcours recommandé ce jour-là ; vide sans diagnostic complet. RGPD : vie professionnelle';
comment on column orientation.suivi.motif_ecart is 'Pourquoi l''agent a décidé un autre parcours que le recommandé. RGPD : vie personnelle';
