package fr.jalon.allocataires.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.EvenementDuFil.Theme;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.application.PublicsHorsRsa;
import fr.jalon.allocataires.application.SuivreHorsRsa;
import fr.jalon.allocataires.FinDeSuivi;
import fr.jalon.allocataires.lecture.SuiviHorsRsa;
import fr.jalon.allocataires.lecture.SuivisHorsRsaDUnePersonne;
import fr.jalon.ecran.Regard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** On the dossier: the publics outside the RSA she is or was followed for, and the buttons of the moment. */
@Component
public class PanneauHorsRsa implements PanneauDossier {
  private static final int ORDRE = 60;
  private final SuivisHorsRsaDUnePersonne suivis;
  private final SuivreHorsRsa suivre;
  private final PublicsHorsRsa publics;
  private final Regard regard;
  private final Clock horloge;

  PanneauHorsRsa(SuivisHorsRsaDUnePersonne suivis, SuivreHorsRsa suivre, PublicsHorsRsa publics, Regard regard, Clock horloge) {
    this.suivis = suivis;
    this.suivre = suivre;
    this.publics = publics;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @param suivis the latest first; @param agissable true when the dossier is read today by who may write there */
  public record Modele(long personneId, List<SuiviHorsRsa> suivis, PublicsHorsRsa publics, SuivreHorsRsa suivre, boolean agissable) {
    /** Why it ended. */
    public String fin(SuiviHorsRsa s) {
      return FinDeSuivi.valueOf(s.finMotif()).libelle() + (s.finPrecision() == null ? "" : " : " + s.finPrecision());
    }

    /** True when this agent may still take it back. */
    public boolean peutRetirer(SuiviHorsRsa s) {
      return agissable && suivre.peutRetirer(s.ecritPar(), s.ecritLe());
    }
  }

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    List<SuiviHorsRsa> siens = suivis.tous(personneId).stream().filter(s -> !s.depuis().isAfter(au)).toList();
    boolean agissable = regard.peut("HORS_RSA") && !au.isBefore(LocalDate.now(horloge));
    return siens.isEmpty() && (!agissable || suivis.auRsa(personneId)) ? Optional.empty()
        : Optional.of(new Panneau("Suivi hors RSA", "person-badge", ORDRE, "allocataires/hors-rsa-panneau",
            new Modele(personneId, siens, publics, suivre, agissable)));
  }

  @Override
  public List<Repere> reperes(long personneId, LocalDate au) {
    String siens = suivis.tous(personneId).stream().filter(s -> s.enCours(au)).map(s -> publics.libelle(s.publicSuivi()))
        .collect(Collectors.joining(", "));
    return siens.isEmpty() ? List.of() : List.of(new Repere("person-badge", "Hors RSA · " + siens));
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    List<EvenementDuFil> evenements = new ArrayList<>();
    for (SuiviHorsRsa s : suivis.tous(personneId)) {
      String quoi = publics.libelle(s.publicSuivi());
      if (s.finLe() != null && !s.finLe().isAfter(au)) {
        evenements.add(new EvenementDuFil(s.finLe(), Theme.SUIVI, "Fin du suivi hors RSA : " + quoi,
            FinDeSuivi.valueOf(s.finMotif()).libelle(), null));
      }
      if (!s.depuis().isAfter(au)) {
        evenements.add(new EvenementDuFil(s.depuis(), Theme.SUIVI, "Suivie hors RSA : " + quoi, s.cohorte() == null ? s.quiLaSuit()
            : s.cohorte() + ", " + s.quiLaSuit(), "Écrit par " + s.auteur()));
      }
    }
    suivis.connueDesFichiers(personneId).filter(le -> !le.isAfter(au)).ifPresent(le -> evenements.add(new EvenementDuFil(le, Theme.SUIVI,
        "Un fichier de la caisse parle d'elle", "Sa fiche, inscrite par un agent, et celle du fichier sont la même personne. Ses suivis restent.",
        null)));
    return evenements;
  }
}
