package fr.jalon.handicap.application;

import fr.jalon.handicap.application.RegistreDesDossiers.Dossier;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.papiers.application.DemanderUnPapier;
import fr.jalon.papiers.application.GenresDePapier;
import fr.jalon.papiers.domaine.GenreDePapier;
import fr.jalon.papiers.domaine.PapierDemande;
import fr.jalon.papiers.lecture.PapiersDUnePersonne;
import fr.jalon.papiers.lecture.PapiersDUnePersonne.Attendu;
import fr.jalon.socle.Fautes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the person, in the room of papers, for those of a file that she has not shown: who she is, where she lives. What for is not said there:
 * papers are
 * read by more than those who may know of the file.
 */
@Service
public class DemanderLesPapiers {
  /** The kinds of papers of a file that are in the room of papers. */
  public static final List<String> GENRES = List.of("IDENTITE", "ADRESSE");
  private final RegistreDesDossiers registre;
  private final DemanderUnPapier demander;
  private final GenresDePapier genres;
  private final PapiersDUnePersonne papiers;
  private final Clock horloge;

  DemanderLesPapiers(RegistreDesDossiers registre, DemanderUnPapier demander, GenresDePapier genres, PapiersDUnePersonne papiers, Clock horloge) {
    this.registre = registre;
    this.demander = demander;
    this.genres = genres;
    this.papiers = papiers;
    this.horloge = horloge;
  }

  /** @return how many are asked; those shown and still good, or awaited already, are not. @throws fr.jalon.socle.RefusMetier the day is wrong */
  @Transactional
  public int executer(long personneId, long dossier, LocalDate pourLe) {
    Dossier d = registre.exiger(personneId, dossier);
    RegistreDesDossiers.exigerEtat(d, Set.of(EtatDossierMdph.PROPOSE, EtatDossierMdph.A_CONSTITUER, EtatDossierMdph.DEPOSE));
    LocalDate aujourdhui = LocalDate.now(horloge);
    new Fautes().exiger(pourLe != null, "pourLe", "JOUR_DES_PAPIERS", "Indiquez le jour où vous les attendez.")
        .exiger(pourLe == null || !pourLe.isBefore(aujourdhui), "pourLe", "PAPIERS_ATTENDUS_HIER",
            "Ce jour est passé : choisissez aujourd'hui ou un jour à venir.").lever();
    List<String> attendus = papiers.attendus(List.of(personneId)).getOrDefault(personneId, List.of()).stream().map(Attendu::genre).toList();
    List<GenreDePapier> manquent = GENRES.stream().flatMap(g -> genres.genre(g).stream())
        .filter(g -> !attendus.contains(g.code()) && papiers.dejaVu(personneId, g, pourLe).isEmpty()).toList();
    manquent.forEach(g -> demander.executer(new PapierDemande(personneId, g, pourLe, raison(personneId, g, aujourdhui),
        UUID.nameUUIDFromBytes((dossier + g.code() + pourLe).getBytes(StandardCharsets.UTF_8)))));
    return manquent.size();
  }

  /** Shown, and ending before it is needed: the room of papers wants to know why it is asked again. */
  private String raison(long personneId, GenreDePapier genre, LocalDate aujourdhui) {
    return papiers.dejaVu(personneId, genre, aujourdhui).isEmpty() ? "" : "Bientôt plus valable";
  }
}
