package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.Referentiel;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.lecture.DiagnosticFait;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.RefusMetier;
import java.util.List;

/** Another agent registered a diagnostic while this one was being typed. It says who, when, and what changed. */
public class DiagnosticChange extends RefusMetier {
  private final transient DiagnosticFait dernier;
  private final transient List<Difference> differences;

  /** An answer that changed. @param avant label shown when the typing began; @param apres label now */
  public record Difference(String critere, String avant, String apres) {}

  DiagnosticChange(DiagnosticFait dernier, Reponses vues, Referentiel referentiel) {
    super("DIAGNOSTIC_CHANGE",
        "%s a enregistré un diagnostic le %s, pendant votre saisie. La vôtre est intacte ci-dessous : relisez ce qui a changé, puis enregistrez."
        .formatted(dernier.saisiPar(), Francais.instant(dernier.saisiLe())));
    this.dernier = dernier;
    this.differences = referentiel.criteres().stream().filter(c -> !vues.pareilles(c.code(), dernier.reponses()))
        .map(c -> new Difference(c.libelle(), c.libelleDe(vues.a(c.code())), c.libelleDe(dernier.reponses().a(c.code())))).toList();
  }

  /** The diagnostic that came in between. */
  public DiagnosticFait dernier() {
    return dernier;
  }

  /** What it changed, in the order of the criteria. */
  public List<Difference> differences() {
    return differences;
  }
}
