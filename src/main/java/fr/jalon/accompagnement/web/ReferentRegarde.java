package fr.jalon.accompagnement.web;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whose file a page is about: the agent's own, or that of the référent asked. PostgreSQL shows of each only whom she may see. */
@Component
public class ReferentRegarde {
  private final Structures structures;
  private final MaFiche maFiche;
  private final AgentCourant agentCourant;

  ReferentRegarde(Structures structures, MaFiche maFiche, AgentCourant agentCourant) {
    this.structures = structures;
    this.maFiche = maFiche;
    this.agentCourant = agentCourant;
  }

  /**
   * Whose.
   *
   * @param qui           whose, {@code null} for nobody in particular
   * @param moi           true when the agent is she
   * @param jeSuisReferente true when the agent is somebody
   * @param organisations those of an agent who sees nothing else, {@code null} for all
   */
  public record Regarde(Referent qui, boolean moi, boolean jeSuisReferente, List<Integer> organisations) {
    /** Number of the référent, {@code null} for nobody in particular. */
    public Integer id() {
      return qui == null ? null : qui.id();
    }
  }

  /** @param demande {@code null} for the agent herself, 0 for everyone. @throws ResponseStatusException 404 when there is no such référent */
  Regarde de(Integer demande) {
    Optional<Referent> moi = maFiche.referent();
    Referent qui = demande == null ? moi.orElse(null) : demande == 0 ? null
        : structures.referent(demande).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Perimetre p = agentCourant.perimetre();
    return new Regarde(qui, qui != null && moi.filter(m -> m.id() == qui.id()).isPresent(), moi.isPresent(),
        p.partout() || !p.territoires().isEmpty() ? null : p.organisations());
  }

  /** Whose may be looked at: those of her organisations, or all when she sees territories. */
  List<Referent> choix() {
    Perimetre p = agentCourant.perimetre();
    return structures.referents().stream().filter(Referent::actif)
        .filter(r -> p.partout() || !p.territoires().isEmpty() || p.organisations().contains(r.organisationId())).toList();
  }
}
