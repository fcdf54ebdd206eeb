-- The files received, the dossiers they rejected and what was left aside name persons: they are kept for a time, then erased with the sweep of the night.
alter table echanges.import add column original_efface_le date;
comment on column echanges.import.original_efface_le is 'Le jour où le fichier d''origine a été effacé, son temps de garde passé ; vide tant qu''il est gardé. RGPD : aucune';
alter table echanges.rejet add column efface_le date;
comment on column echanges.rejet.efface_le is 'Le jour où le dossier rejeté, ses numéros et sa valeur ont été effacés ; vide tant qu''ils sont gardés. RGPD : aucune';
create index rejet_a_effacer on echanges.rejet (import_id) where efface_le is null;
