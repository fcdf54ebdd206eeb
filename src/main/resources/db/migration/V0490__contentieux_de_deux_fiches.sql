-- A person may have two litigations, above all once two records are merged: each keeps her dossier until it is lifted by itself.
drop index donnees.retenue_personne;
create index retenue_personne on donnees.retenue (personne_id);
comment on column donnees.demande.limite is 'Réponse due le (paramètre donnees.delai_de_reponse). RGPD : aucune';
