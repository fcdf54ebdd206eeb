package fr.jalon.accompagnement.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.lecture.OrientationDUnePersonne;
import fr.jalon.orientation.lecture.SuiviDUnePersonne;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who follows a person today: by her orientation, or outside the RSA. */
@Component
public class SuivisEnCours {
  private final OrientationDUnePersonne orientation;
  private final JdbcClient base;

  SuivisEnCours(OrientationDUnePersonne orientation, JdbcClient base) {
    this.orientation = orientation;
    this.base = base;
  }

  /**
   * The follow-up that runs.
   *
   * @param parcours       {@code null} outside the RSA
   * @param organisationId who follows her; {@code null} outside the RSA when it is not known, as {@code organisation}
   * @param referent       {@code null} when nobody is named
   * @param depuis         first day of it: notified, or written by an agent
   */
  public record SuiviEnCours(Parcours parcours, Integer organisationId, String organisation, String referent, LocalDate depuis) {
    /** « Parcours social, Maison de Privas, Léa Roux », or « Hors RSA ». */
    public String enClair() {
      return (parcours == null ? "Suivie hors RSA" : "Parcours " + parcours.court()) + (organisation == null ? "" : ", " + organisation)
          + (referent == null ? "" : ", " + referent);
    }
  }

  /** Empty when nobody follows her any more, or she is not of the agent's perimeter. */
  @Transactional(readOnly = true)
  public Optional<SuiviEnCours> de(long personne, LocalDate jour) {
    Optional<SuiviDUnePersonne> oriente = Optional.ofNullable(orientation.ouverts(List.of(personne), jour).get(personne));
    // an orientation whose letter has not left does not end what she is followed for already
    return oriente.filter(s -> !s.aPoster()).map(SuivisEnCours::de).or(() -> base.sql("""
            select s.organisation_id, o.nom as organisation, r.nom as referent, s.notifie_le from accompagnement.suivie s
            left join structures.organisation o on o.id = s.organisation_id left join structures.referent r on r.id = s.referent_id
            where s.personne_id = ? and s.suivi_id is null""").param(personne)
            .query((l, _) -> new SuiviEnCours(null, (Integer) l.getObject("organisation_id"), l.getString("organisation"), l.getString("referent"),
                l.getObject("notifie_le", LocalDate.class))).optional()).or(() -> oriente.map(SuivisEnCours::de));
  }

  private static SuiviEnCours de(SuiviDUnePersonne s) {
    return new SuiviEnCours(s.parcours(), s.organisationId(), s.organisation(), s.referent(), s.notifieLe());
  }
}
