package fr.jalon.sorties.web;

import fr.jalon.sorties.application.NoterUnRappel;
import fr.jalon.sorties.application.NoterUnRappel.Suite;
import org.springframework.stereotype.Component;

/** What the short forms of a call do, from the queue or from the page of the person; each says what it did. */
@Component
class ActesDeRappel {
  private final NoterUnRappel noter;

  ActesDeRappel(NoterUnRappel noter) {
    this.noter = noter;
  }

  /** @param acte {@code essai}, {@code reponse} or {@code retour}; @throws fr.jalon.socle.RefusMetier when it may not be */
  String faire(String acte, long rappel, FormulaireDeRappel f) {
    return switch (acte) {
      case "essai" -> noter.essayer(rappel, f.essai()) == Suite.ECRITE
          ? "L'essai est noté. Une lettre et un SMS lui demandent de ses nouvelles : voyez les courriers."
          : "L'essai est noté. La personne reste à appeler.";
      case "reponse" -> {
        noter.repondre(rappel, f.dite());
        yield "La réponse est notée.";
      }
      default -> {
        noter.defaire(rappel, f.motif());
        yield "La réponse est défaite : la personne est de nouveau à appeler.";
      }
    };
  }
}
