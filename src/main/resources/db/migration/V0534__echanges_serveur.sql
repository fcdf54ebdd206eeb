-- Two servers on one database: one that starts gives up the files that waited in its own memory, not those of the other.
alter table echanges.import add serveur text;
comment on column echanges.import.serveur is 'Le serveur où le fichier a été déposé et attend son tour ; vide : une commande, ou un dépôt d''avant. RGPD : aucune';
