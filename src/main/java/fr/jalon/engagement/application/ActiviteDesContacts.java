package fr.jalon.engagement.application;

import fr.jalon.engagement.ActiviteRealisee;
import org.springframework.stereotype.Component;

/** Contacts noted with who follows her, when their length is told and she was there. */
@Component
class ActiviteDesContacts implements ActiviteRealisee {
  @Override
  public String source() {
    return "CONTACT";
  }

  @Override
  public String libelle() {
    return "Contact noté";
  }

  @Override
  public String sql() {
    return """
        select c.personne_id, c.le as jour, 'ACCOMPAGNEMENT' as activite, c.duree_minutes as minutes, 'CONTACT:' || c.id as reference
        from accompagnement.contact c where c.le between :premier and :dernier and (:personnes::bigint[] is null or c.personne_id = any(:personnes::bigint[]))
          and c.retire_le is null and c.presence = 'PRESENTE' and c.duree_minutes is not null""";
  }
}
