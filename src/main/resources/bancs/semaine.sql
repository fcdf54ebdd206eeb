insert into engagement.semaine (personne_id, lundi, cible, prevues, faites, situation, close_le, territoire_id, organisation_ids)
select personne_id, :lundi, 900, 720 + personne_id % 300, (personne_id * 7 + :n) % 1000, case when personne_id % 10 = 1 then 'ADAPTEE' else 'QUINZE' end, now(), territoire_id,
  organisation_ids from orientation.suivi
