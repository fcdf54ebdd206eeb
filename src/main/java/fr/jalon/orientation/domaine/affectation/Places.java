package fr.jalon.orientation.domaine.affectation;

import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Public;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The places of the référents while a list is recorded: each person takes one; a place that is not there is refused unless somebody accepts it by
 * name.
 */
public final class Places {
  private final Map<Integer, Candidat> parReferent;
  private final Map<Integer, Integer> prises = new HashMap<>();

  /** @param parReferent by id of the référent */
  public Places(Map<Integer, Candidat> parReferent) {
    this.parReferent = Map.copyOf(parReferent);
  }

  /**
   * Takes a place for this person.
   *
   * @param besoin the public she belongs to, {@code null} when none is known
   * @throws RefusMetier REFERENT_SPECIALITE or REFERENT_COMPLET
   */
  public void prendre(NouvelleOrientation o, Public besoin) {
    Candidat c = o.referentId() == null ? null : parReferent.get(o.referentId());
    if (c == null) {
      return;
    }
    verifierLaSpecialite(o, besoin, c);
    int deja = prises.getOrDefault(o.referentId(), 0);
    if (deja >= c.places() && o.depassement() == null) {
      throw new RefusMetier("REFERENT_COMPLET",
          "%s suit déjà %d personnes pour une capacité de %d. Choisissez un autre référent, ou dites qui accepte le dépassement et pourquoi."
          .formatted(c.referent().nom(), c.charge() + deja, c.capacite()));
    }
    prises.merge(o.referentId(), 1, Integer::sum);
  }

  /** True when the next person given to this référent goes over her capacity. */
  public boolean complet(Integer referentId) {
    Candidat c = referentId == null ? null : parReferent.get(referentId);
    return c != null && prises.getOrDefault(referentId, 0) >= c.places();
  }

  private static void verifierLaSpecialite(NouvelleOrientation o, Public besoin, Candidat c) {
    Organisation organisation = c.organisation();
    if (!organisation.prend(o.parcours().name())) {
      throw new RefusMetier("REFERENT_SPECIALITE", "%s ne prend pas le parcours %s : %s ne peut pas être désigné.".formatted(organisation.nom(),
          o.parcours().libelle().toLowerCase(java.util.Locale.FRENCH), c.referent().nom()));
    }
    if (c.referent().reserve() && (besoin == null || !c.referent().publics().contains(besoin))) {
      throw new RefusMetier("REFERENT_SPECIALITE",
          "%s ne suit que : %s. Indiquez le public de la personne si elle en fait partie, ou choisissez un autre référent."
          .formatted(c.referent().nom(), c.referent().publics().stream().map(Public::court).collect(Collectors.joining(", "))));
    }
  }
}
