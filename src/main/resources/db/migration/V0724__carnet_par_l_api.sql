-- Applications of partners read and write notebooks: in the order of writing; told of what is new to the kind of actor they are.
create index entree_suite on carnet.entree (ecrit_le, id);
comment on column echanges.requete_api.suivi_id is 'Le numéro de ce qui a été enregistré : un suivi, un écrit du carnet. RGPD : aucune';
