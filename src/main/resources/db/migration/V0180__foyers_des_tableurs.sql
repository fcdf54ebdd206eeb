-- Each load looks for the foyers that only a spreadsheet stated: usually none, never a reading of all the foyers.
create index foyer_tableur on allocataires.foyer (id) where fonction_organisme = 'TABLEUR';
