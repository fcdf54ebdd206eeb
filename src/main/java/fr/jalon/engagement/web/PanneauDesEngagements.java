package fr.jalon.engagement.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.ecran.Regard;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.lecture.ContratLu;
import fr.jalon.engagement.lecture.ContratLu.Passage;
import fr.jalon.engagement.lecture.ContratsDUnePersonne;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a contract says on the dossier of a person. */
@Component
public class PanneauDesEngagements implements PanneauDossier {
  private static final int ORDRE = 30;
  private final ContratsDUnePersonne contrats;
  private final PasDesEngagements pas;
  private final Regard regard;
  private final Clock horloge;

  PanneauDesEngagements(ContratsDUnePersonne contrats, PasDesEngagements pas, Regard regard, Clock horloge) {
    this.contrats = contrats;
    this.pas = pas;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** What the panel shows. @param contrat the open one, or the last; {@code null} when she has none; @param agissable false for a past date */
  public record Modele(long personneId, ContratLu contrat, LocalDate au, boolean agissable) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("ENGAGEMENTS");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    return Optional.of(new Panneau("Contrat d'engagement", "file-earmark-check", ORDRE, "engagement/panneau", new Modele(personneId,
        contrats.au(personneId, au).stream().findFirst().orElse(null), au, !au.isBefore(LocalDate.now(horloge)))));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    return pas.de(personnes);
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    List<EvenementDuFil> evenements = new ArrayList<>();
    contrats.au(personneId, au).forEach(c -> c.histoire().stream().filter(p -> p.de() != p.vers() || p.motif() != null)
        .forEach(p -> evenements.add(new EvenementDuFil(p.le(), EvenementDuFil.Theme.SUIVI, titre(p), p.motif(), "Saisi par " + p.par()))));
    return evenements;
  }

  private static String titre(Passage p) {
    return p.de() == p.vers() ? "Contrat d'engagement" : "Contrat d'engagement : " + (p.vers() == EtatContrat.A_ELABORER && p.de() == null
            ? "commencé"
        : p.vers().libelle().toLowerCase(Locale.FRENCH));
  }
}
