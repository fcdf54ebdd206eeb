package fr.jalon.pilotage;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.parametres.Parametres;
import fr.jalon.pilotage.RequeteIndicateurs.Groupe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a figure may not say to whoever reads it without the right to the persons behind: a number so small that it tells of one of them. Zero is
 * told: it tells of nobody. Where one value of a breakdown alone is kept silent, the smallest other is too: the total would give it away.
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

  /** Why this agent is not told of a group, in a sentence, or {@code null} when she is. @param groupe may be {@code null} */
  String manque(Indicateur indicateur, LocalDate au, Groupe groupe) {
    return groupe != null && tait(indicateur, au, groupe) ? phrase(au) : null;
  }

  /** True when this agent may not be told of so few persons: of the group, or of those that a rate counts (a median counts none). */
  boolean tait(Indicateur indicateur, LocalDate au, Groupe g) {
    return g.personnes() != null && !indicateur.nomme(agentCourant.perimetre())
        && (peu(g.personnes(), au) || g.denominateur() != null && g.numerateur() != null && peu(g.numerateur().longValue(), au));
  }

  /** A breakdown where more than one value is silent, or none. */
  List<ValeurIndicateur> completer(Indicateur indicateur, LocalDate au, List<ValeurIndicateur> valeurs) {
    String silence = phrase(au);
    if (!indicateur.genre().additif() || valeurs.stream().filter(v -> silence.equals(v.manque())).count() != 1) {
      return valeurs;
    }
    Optional<ValeurIndicateur> moindre = valeurs.stream().filter(v -> v.valeur() != null && v.valeur().signum() > 0)
        .min(Comparator.comparing(ValeurIndicateur::valeur));
    List<ValeurIndicateur> tues = new ArrayList<>(valeurs);
    moindre.ifPresent(m -> tues.replaceAll(v -> v == m ? new ValeurIndicateur(v.code(), v.libelle(), v.au(), v.dimension(), v.valeurDimension(),
        null, null, null, v.unite(), 0, v.territoire(), silence) : v));
    return tues;
  }

  private String phrase(LocalDate au) {
    return "Moins de %d personnes, ou de quoi le déduire : un si petit nombre dirait de qui il s'agit, et votre rôle ne lit pas ces dossiers."
        .formatted(seuil(au));
  }

  private boolean peu(long personnes, LocalDate au) {
    return personnes > 0 && personnes < seuil(au);
  }

  private int seuil(LocalDate au) {
    return parametres.valeur(SEUIL, au).entier();
  }
}
