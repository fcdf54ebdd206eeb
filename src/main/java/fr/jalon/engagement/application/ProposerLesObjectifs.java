package fr.jalon.engagement.application;

import fr.jalon.diagnostic.CeQuiSeTravaille;
import fr.jalon.engagement.domaine.Modeles;
import fr.jalon.engagement.domaine.Modeles.Proposition;
import fr.jalon.socle.DonneeDeSante;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a first contract says, from what is already known: one objective for each frein at work, with the actions planned or under way on it, then her
 * project. What the agent may not read of her diagnostic is not proposed.
 */
@Component
class ProposerLesObjectifs {
  private final CeQuiSeTravaille travail;
  private final LeReferentiel referentiel;

  ProposerLesObjectifs(CeQuiSeTravaille travail, LeReferentiel referentiel) {
    this.travail = travail;
    this.referentiel = referentiel;
  }

  /** An action proposed. */
  record Action(String libelle, String activite, BigDecimal heures) {}

  /** An objective proposed. @param theme {@code null} for the project */
  @DonneeDeSante
  record Objectif(String theme, boolean sante, String texte, List<Action> actions) {}

  List<Objectif> pour(long personneId, LocalDate jour) {
    Modeles modeles = referentiel.modeles();
    CeQuiSeTravaille.Travail t = travail.de(personneId, jour);
    List<Objectif> proposes = new ArrayList<>();
    for (CeQuiSeTravaille.Frein f : t.freins()) {
      Proposition p = modeles.activite(f.theme());
      proposes.add(new Objectif(f.theme(), f.sante(), modeles.objectif(f.theme(), f.objectif(), f.libelle()),
          f.actions().stream().map(a -> new Action(a.libelle(), p.genreDe(a.code()), p.heures())).toList()));
    }
    proposes.add(new Objectif(null, false, t.metier() == null ? modeles.projet() : modeles.projetChoisi().formatted(t.metier()), List.of()));
    return proposes;
  }
}
