-- What an application sends is numbered by it: sent again, it is written once.
alter table engagement.heure add column cle uuid unique;
comment on column engagement.heure.cle is 'Le numéro que l''application ou le tableur lui a donné : envoyée deux fois, elle n''est écrite qu''une. RGPD : aucune';
