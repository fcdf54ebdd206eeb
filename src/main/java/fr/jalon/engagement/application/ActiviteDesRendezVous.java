package fr.jalon.engagement.application;

import fr.jalon.engagement.ActiviteRealisee;
import org.springframework.stereotype.Component;

/**
 * Interviews and collective informations she came to, of the length of their slot. The day of a contact noted with its own length, that one tells the
 * meeting: it is counted once.
 */
@Component
class ActiviteDesRendezVous implements ActiviteRealisee {
  @Override
  public String source() {
    return "RENDEZ_VOUS";
  }

  @Override
  public String libelle() {
    return "Rendez-vous tenu";
  }

  @Override
  public String sql() {
    return """
        select t.* from (
          select e.personne_id, k.jour, 'ACCOMPAGNEMENT' as activite, (extract(epoch from k.fin - k.debut) / 60)::int as minutes, 'ENTRETIEN:' || e.id as reference
          from rendezvous.creneau k join rendezvous.entretien e on e.creneau_id = k.id and e.etat = 'PRESENTE'
          where k.jour between :premier and :dernier and (:personnes::bigint[] is null or e.personne_id = any(:personnes::bigint[]))
          union all
          select v.personne_id, s.jour, 'ACCOMPAGNEMENT', (extract(epoch from s.fin - s.debut) / 60)::int, 'SESSION:' || v.id
          from rendezvous.session s join rendezvous.convocation v on v.session_id = s.id and v.etat = 'PRESENTE'
          where s.jour between :premier and :dernier and (:personnes::bigint[] is null or v.personne_id = any(:personnes::bigint[]))) t
        where not exists (select from accompagnement.contact c where c.personne_id = t.personne_id and c.le = t.jour and c.retire_le is null
          and c.presence = 'PRESENTE' and c.duree_minutes is not null and c.genre not in ('TELEPHONE', 'COURRIEL'))""";
  }
}
