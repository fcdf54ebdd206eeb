package fr.jalon.engagement.web;

import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.engagement.domaine.MotifDAdaptation;
import fr.jalon.engagement.domaine.NouvelleAdaptation;
import fr.jalon.engagement.domaine.PreuveDAdaptation;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What was typed to adapt a plan, as typed. @param cle number of the form */
public record FormulaireDAdaptation(String dispense, String heures, String motif, String demandee, String enfantDe, String preuve, String preuveVueLe,
    String depuis, String aRevoirLe, String cle) {
  /** Absent texts are empty. */
  public FormulaireDAdaptation {
    dispense = propre(dispense);
    heures = propre(heures);
    motif = propre(motif);
    demandee = propre(demandee);
    enfantDe = propre(enfantDe);
    preuve = propre(preuve);
    preuveVueLe = propre(preuveVueLe);
    depuis = propre(depuis);
    aRevoirLe = propre(aRevoirLe);
    cle = CleDeFormulaire.de(cle);
  }

  /** One that nobody filled. @param depuis as shown first */
  static FormulaireDAdaptation vide(String depuis) {
    return new FormulaireDAdaptation(null, null, null, null, null, null, null, depuis, null, null);
  }

  private static String propre(String texte) {
    return texte == null ? "" : texte.strip();
  }

  /** As read. */
  NouvelleAdaptation lire(long personneId) {
    return new NouvelleAdaptation(personneId, dispense.isEmpty() ? null : (Boolean) dispense.equals("oui"), heures,
        Stream.of(MotifDAdaptation.values()).filter(m -> m.name().equals(motif)).findFirst().orElse(null), demandee.equals("oui"), enfantDe,
        Stream.of(PreuveDAdaptation.values()).filter(p -> p.name().equals(preuve)).findFirst().orElse(null), DatesPlausibles.lireOuRien(preuveVueLe),
        DatesPlausibles.lireOuRien(depuis), DatesPlausibles.lireOuRien(aRevoirLe), UUID.fromString(Objects.requireNonNull(cle)));
  }

  /** The same under a number that has not served. */
  FormulaireDAdaptation sousUneAutreCle() {
    return new FormulaireDAdaptation(dispense, heures, motif, demandee, enfantDe, preuve, preuveVueLe, depuis, aRevoirLe, null);
  }
}
