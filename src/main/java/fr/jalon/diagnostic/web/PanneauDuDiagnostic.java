package fr.jalon.diagnostic.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.diagnostic.application.Referentiels;
import fr.jalon.diagnostic.domaine.Critere;
import fr.jalon.diagnostic.lecture.DiagnosticFait;
import fr.jalon.diagnostic.lecture.DiagnosticsDUnePersonne;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier says of the diagnostic of a person: the recommendation, the difficulties that weigh, and each registration. */
@Component
public class PanneauDuDiagnostic implements PanneauDossier {
  private static final int ORDRE = 60;
  private final DiagnosticsDUnePersonne diagnostics;
  private final Referentiels referentiels;
  private final Regard regard;
  private final Clock horloge;

  PanneauDuDiagnostic(DiagnosticsDUnePersonne diagnostics, Referentiels referentiels, Regard regard, Clock horloge) {
    this.diagnostics = diagnostics;
    this.referentiels = referentiels;
    this.regard = regard;
    this.horloge = horloge;
  }

  /**
   * @param fait      the diagnostic in force at the day read, or {@code null}
   * @param constats  label of each criterion and of its answer, difficulties without weight left out
   * @param agissable true when the dossier is read today
   */
  public record Modele(long personneId, DiagnosticFait fait, Map<String, String> constats, boolean agissable) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("DIAGNOSTICS");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    DiagnosticFait fait = connus(personneId, au).stream().findFirst().orElse(null);
    Map<String, String> constats = new LinkedHashMap<>();
    if (fait != null) {
      for (Critere c : referentiels.au(au).criteres()) {
        String reponse = fait.reponses().a(c.code());
        if (reponse != null && !(c.estUneDifficulte() && "AUCUNE".equals(reponse))) {
          constats.put(c.libelle(), c.libelleDe(reponse));
        }
      }
    }
    return Optional.of(new Panneau("Diagnostic d'entrée", "clipboard-check", ORDRE, "diagnostic/panneau",
        new Modele(personneId, fait, constats, !au.isBefore(LocalDate.now(horloge)))));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    diagnostics.aCompleter(personnes).forEach((id, le) ->
        pas.put(id, List.of(PasDuDossier.aFaire("DIAGNOSTIC", Rang.HABITUDE, PartieDuDossier.PARCOURS, null,
        "Diagnostic à compléter", "Des questions restent sans réponse depuis le " + Francais.date(jour(le)))
        .avec(true, "Compléter", "/diagnostic/" + id))));
    return pas;
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    return connus(personneId, au).stream().map(d -> new EvenementDuFil(jour(d.saisiLe()), EvenementDuFil.Theme.SUIVI, "Diagnostic d'entrée",
        d.parcours() == null ? "Des questions restaient sans réponse." : "Parcours recommandé : " + d.parcours().court() + ".",
        "Saisi par " + d.saisiPar())).toList();
  }

  private List<DiagnosticFait> connus(long personneId, LocalDate au) {
    return diagnostics.tous(personneId).stream().filter(d -> !jour(d.saisiLe()).isAfter(au)).toList();
  }

  private LocalDate jour(OffsetDateTime instant) {
    return instant.atZoneSameInstant(horloge.getZone()).toLocalDate();
  }
}
