package fr.jalon.accompagnement.web;

import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Pagination;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.structures.Organisation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The référents of an organisation, side by side.
 *
 * @param organisations those of the agent's team
 * @param organisation  the one looked at, {@code null} when there is none
 * @param pages         of its référents: the most loaded first
 * @param lignes        those of this page, the most late first
 */
public record PageDeLEquipe(List<Organisation> organisations, Organisation organisation, Pagination pages, List<Ligne> lignes) {
  /** In place of the number of a référent, where there is none. */
  static final int PERSONNE = 0;

  /**
   * A référent.
   *
   * @param candidat  she and her load; {@code null} for the persons whom nobody holds
   * @param suivies   persons she follows, among those the agent sees
   * @param enRetard  persons for whom something is late; {@code null} for persons whom nobody holds, when they are too many to be looked at
   * @param parRang   the same by what asks for it
   * @param jours     days by which the oldest is late, 0 when none is
   * @param bientot   persons for whom something is due in the days to come
   */
  public record Ligne(Candidat candidat, int suivies, Integer enRetard, Map<Rang, Integer> parRang, int jours, int bientot) {
    /** « 3 que demande la loi, 2 que demande l'habitude ». */
    public String details() {
      return Arrays.stream(Rang.values()).filter(parRang::containsKey)
          .map(r -> "%s que demande %s".formatted(Francais.nombre(parRang.get(r)), r.libelle().toLowerCase(Locale.FRENCH)))
          .collect(Collectors.joining(", "));
    }
  }

  /** All together. */
  public String resume() {
    int suivies = lignes.stream().mapToInt(Ligne::suivies).sum();
    int enRetard = lignes.stream().filter(l -> l.enRetard() != null).mapToInt(Ligne::enRetard).sum();
    String qui = pages.nombre() == 1 ? "" : "Référents %d à %d sur %d, les plus chargés d'abord : ".formatted(pages.premiere(), pages.derniere(),
        pages.total());
    return "%s%s ; %s.".formatted(qui, Francais.compte(suivies, "personne suivie", "personnes suivies"), enRetard == 0 ? "rien n'est en retard"
        : Francais.compte(enRetard, "attend quelque chose qui est en retard", "attendent quelque chose qui est en retard"));
  }
}
