package fr.jalon.pilotage;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.parametres.Parametres;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a figure may not say to whoever reads it without the right to the persons behind: a number so small that it tells of one of them. Zero is
 * told: it tells of nobody.
 */
@Component
class SecretDesPetitsNombres {
  private static final String SEUIL = "pilotage.secret";
  private final AgentCourant agentCourant;
  private final Parametres parametres;

  SecretDesPetitsNombres(AgentCourant agentCourant, Parametres parametres) {
    this.agentCourant = agentCourant;
    this.parametres = parametres;
  }

  /** The same values; those that are too small say so instead. */
  List<ValeurIndicateur> taire(Indicateur indicateur, LocalDate au, List<ValeurIndicateur> valeurs) {
    return valeurs.stream().map(v -> tait(indicateur, au, v.denominateur() == null ? v.valeur() : v.denominateur()) ? new ValeurIndicateur(v.code(),
        v.libelle(), v.au(), v.dimension(), v.valeurDimension(), null, null, null, v.unite(), 0, v.territoire(),
        "Moins de %d personnes : un si petit nombre dirait de qui il s'agit, et votre rôle ne lit pas ces dossiers.".formatted(seuil(au))) : v)
            .toList();
  }

  /** True when this agent may not be told of so few. @param combien may be {@code null} */
  boolean tait(Indicateur indicateur, LocalDate au, BigDecimal combien) {
    return combien != null && combien.signum() > 0 && !agentCourant.perimetre().ressources().containsAll(indicateur.lecture())
        && combien.compareTo(BigDecimal.valueOf(seuil(au))) < 0;
  }

  private int seuil(LocalDate au) {
    return parametres.valeur(SEUIL, au).entier();
  }
}
