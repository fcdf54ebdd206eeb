package fr.jalon.accompagnement.lecture;

import fr.jalon.accompagnement.domaine.Comparaison;
import fr.jalon.accompagnement.domaine.Comparaison.Case;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of those who entered a portfolio in some months, beside others alike. Counts of everyone, whoever asks. */
@Component
public class ResultatsDesCohortes {
  private final JdbcClient base;
  private final Clock horloge;

  ResultatsDesCohortes(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /**
   * A cohort at so many months.
   *
   * @param duree     months after the month of the entry
   * @param attente   persons whose day has not come yet
   * @param horsChamp persons without an open right, or without an orientation, when they entered
   */
  public record Resultats(int duree, int attente, int horsChamp, Comparaison comparaison) {
    /** Persons who entered. */
    public int entrees() {
      return attente + horsChamp + comparaison.membres() + comparaison.sansPareil();
    }
  }

  private record Lue(String genre, String cellule, boolean intensif, int personnes, int sorties, int suivies, int versEmploi, int freinsLeves,
      int contacts) {}

  /**
   * Those who entered between two days, both included.
   *
   * @param territoire where they live, {@code null} for all; @param referent whose portfolio, {@code null} for all
   */
  @Transactional(readOnly = true)
  public Resultats de(LocalDate du, LocalDate au, int duree, Integer territoire, Integer referent) {
    return lire(du, au, duree, LocalDate.now(horloge), territoire, referent);
  }

  /** The same, as it could be read on a day. */
  @Transactional(readOnly = true)
  public Resultats lire(LocalDate du, LocalDate au, int duree, LocalDate jour, Integer territoire, Integer referent) {
    List<Lue> lues = base.sql("select * from accompagnement.comparer_intensif(:du, :au, :duree, :jour, :territoire, :referent)").param("du", du)
        .param("au", au).param("duree", duree).param("jour", jour).param("territoire", territoire).param("referent", referent)
        .query(Lue.class).list();
    List<Case> cases = lues.stream().filter(l -> l.genre().equals("CELLULE")).map(l -> new Case(l.cellule(), l.intensif(), l.personnes(), l.sorties(),
        l.suivies(), l.versEmploi(), l.freinsLeves(), l.contacts())).toList();
    return new Resultats(duree, compte(lues, "ATTENTE"), compte(lues, "HORS_CHAMP"), Comparaison.de(cases, compte(lues, "COMPARABLES")));
  }

  private static int compte(List<Lue> lues, String genre) {
    return lues.stream().filter(l -> l.genre().equals(genre)).mapToInt(Lue::personnes).sum();
  }
}
