package fr.jalon.papiers.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import fr.jalon.papiers.application.GenresDePapier;
import fr.jalon.papiers.domaine.EtatPapier;
import fr.jalon.papiers.lecture.Papier;
import fr.jalon.papiers.lecture.PapiersDUnePersonne;
import fr.jalon.papiers.lecture.PapiersDUnePersonne.Attendu;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier says of her papers, and the paper awaited as a step. */
@Component
public class PanneauDesPapiers implements PanneauDossier {
  private static final int ORDRE = 70;
  private final PapiersDUnePersonne papiers;
  private final GenresDePapier genres;
  private final Parametres parametres;
  private final Regard regard;
  private final Clock horloge;

  PanneauDesPapiers(PapiersDUnePersonne papiers, GenresDePapier genres, Parametres parametres, Regard regard, Clock horloge) {
    this.papiers = papiers;
    this.genres = genres;
    this.parametres = parametres;
    this.regard = regard;
    this.horloge = horloge;
  }

  /**
   * @param papiers   awaited and seen
   * @param au        the day the dossier is read at; @param bientot what is no longer good that day is to be renewed
   * @param agissable true when the dossier is read today
   */
  public record Modele(long personneId, List<Papier> papiers, LocalDate au, LocalDate bientot, boolean agissable) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.ECHANGES;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("PAPIERS");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    List<Papier> comptent = papiers.de(personneId, au).stream().filter(p -> p.etat() == EtatPapier.ATTENDU || p.etat() == EtatPapier.VU).toList();
    return Optional.of(new Panneau("Papiers", "file-earmark-check", ORDRE, "papiers/panneau", new Modele(personneId, comptent, au,
        au.plusDays(parametres.jours("papiers.a_renouveler", au)), !au.isBefore(LocalDate.now(horloge)))));
  }

  /** One step for a person, whatever the number of papers awaited: one of a kind can be put off. */
  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    papiers.attendus(personnes).forEach((personne, attendus) -> {
      Attendu premier = attendus.getFirst();
      String autres = attendus.size() == 1 ? "" : " ; et " + Francais.compte(attendus.size() - 1L, "autre", "autres");
      pas.put(personne, List.of(PasDuDossier.aFaire("PAPIER_ATTENDU", Rang.HABITUDE, PartieDuDossier.ECHANGES, premier.pourLe(),
          "Papier attendu pour le " + Francais.longue(premier.pourLe()), genres.libelle(premier.genre()) + ", demandé par " + premier.par() + autres)
          .avec(true, "Dire qu'il est reçu", "/papiers/" + personne)));
    });
    return pas;
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    List<EvenementDuFil> evenements = new ArrayList<>();
    papiers.de(personneId, au).stream().filter(p -> p.etat() != EtatPapier.ECARTE).forEach(p -> {
      if (p.etat() == EtatPapier.VU && !p.vuLe().isAfter(au)) {
        evenements.add(new EvenementDuFil(p.vuLe(), EvenementDuFil.Theme.SUIVI, "Papier vu : " + p.libelle(),
            p.valableJusquAu() == null ? null : "Valable jusqu'au " + Francais.longue(p.valableJusquAu()), "Par " + p.vuPar()));
      }
      if (p.demandeLe() != null) {
        evenements.add(new EvenementDuFil(p.demandeLe().atZoneSameInstant(horloge.getZone()).toLocalDate(), EvenementDuFil.Theme.SUIVI,
            "Papier demandé : " + p.libelle(), "Pour le " + Francais.longue(p.pourLe()), "Par " + p.demandePar()));
      }
    });
    return evenements;
  }
}
