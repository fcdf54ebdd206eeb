package fr.jalon.accompagnement.domaine;

import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.List;

/**
 * Persons who enter the intensive portfolio of a référent, the same day for the same reason.
 *
 * @param le          the day, today at the latest
 * @param raison      why, not empty
 * @param acceptePar  who accepts that they enter though it is full; blank when it is not
 * @param accepteRaison why, blank with it
 */
public record EntreeIntensive(int referentId, List<Long> personnes, LocalDate le, String raison, String acceptePar, String accepteRaison) {
  /** Characters of a reason. */
  public static final int RAISON = 300;
  /** Characters of a name. */
  public static final int NOM = 120;
  /** Persons of one form: a page of a list. */
  public static final int AU_PLUS = 50;

  /** Each person once. */
  public EntreeIntensive {
    personnes = personnes.stream().distinct().toList();
  }

  /** Who accepts that it goes over its size, {@code null} when nobody does. */
  public Depassement depassement() {
    return Depassement.de(acceptePar, accepteRaison);
  }

  /** What can be said without asking the database. */
  public void verifier(LocalDate aujourdhui, Fautes fautes) {
    boolean lUn = acceptePar != null && !acceptePar.isBlank();
    boolean lAutre = accepteRaison != null && !accepteRaison.isBlank();
    fautes.exiger(!personnes.isEmpty(), "personnes", "INTENSIF_PERSONNE", "Cochez au moins une personne.")
        .exiger(personnes.size() <= AU_PLUS, "personnes", "INTENSIF_TROP", "Faites entrer %d personnes au plus à la fois.".formatted(AU_PLUS))
        .exiger(le != null && !le.isAfter(aujourdhui), "le", "INTENSIF_JOUR", "Indiquez le jour de l'entrée, aujourd'hui au plus tard.")
        .exiger(raison != null && !raison.isBlank() && raison.strip().length() <= RAISON, "raison", "INTENSIF_SANS_RAISON",
            "Dites pourquoi elles entrent, en %d caractères au plus.".formatted(RAISON))
        .exiger(lUn == lAutre && (!lUn || acceptePar.strip().length() <= NOM && accepteRaison.strip().length() <= RAISON), "acceptePar",
            "INTENSIF_ACCORD", "Donnez le nom de qui accepte et sa raison, ou laissez les deux vides.");
  }
}
