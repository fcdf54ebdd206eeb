-- V0412 forgot the NIR of those born in Corsica (2A, 2B): their file numbers at the MSA are listed too, and sealed when Jalon starts.
insert into allocataires.matricule_a_sceller (foyer_id)
select id from allocataires.foyer where matricule ~ '^[123478][0-9]{4}2[AB][0-9]{6}([0-9]{2})?$' on conflict do nothing;
update echanges.rejet set matricule = null where matricule ~ '^[123478][0-9]{4}2[AB][0-9]{6}([0-9]{2})?$';
