-- The slots to come of a place where nobody is received any more were still offered.
update rendezvous.creneau k set ferme = 'On ne reçoit plus dans ce lieu' from rendezvous.permanence m join rendezvous.lieu l on l.id = m.lieu_id
  where m.id = k.permanence_id and not l.actif and k.jour >= current_date and k.ferme is null;
