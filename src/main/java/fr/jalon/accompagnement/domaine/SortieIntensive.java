package fr.jalon.accompagnement.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.List;

/**
 * Persons who leave a portfolio, the same day for the same reason.
 *
 * @param entrees   numbers of their entries
 * @param le        first day they are no longer in it, today at the latest
 * @param motif     {@code null} when none was chosen
 * @param precision in a few words; required when the reason is another one
 */
public record SortieIntensive(List<Long> entrees, LocalDate le, MotifDeSortie motif, String precision) {
  /** Each entry once, words without spaces around. */
  public SortieIntensive {
    entrees = entrees.stream().distinct().toList();
    precision = precision == null ? "" : precision.strip();
  }

  /** What can be said without asking the database. */
  public void verifier(LocalDate aujourdhui, Fautes fautes) {
    fautes.exiger(!entrees.isEmpty(), "entrees", "SORTIE_PERSONNE", "Cochez au moins une personne.")
        .exiger(entrees.size() <= EntreeIntensive.AU_PLUS, "entrees", "SORTIE_TROP",
            "Faites sortir %d personnes au plus à la fois.".formatted(EntreeIntensive.AU_PLUS))
        .exiger(motif != null, "motif", "SORTIE_MOTIF", "Choisissez pourquoi elles sortent.")
        .exiger(le != null && !le.isAfter(aujourdhui), "sortieLe", "SORTIE_JOUR", "Indiquez le jour de la sortie, aujourd'hui au plus tard.")
        .exiger(precision.length() <= EntreeIntensive.RAISON, "precision", "SORTIE_BAVARDE",
            "C'est trop long : %d caractères au plus.".formatted(EntreeIntensive.RAISON))
        .exiger(motif != MotifDeSortie.AUTRE || !precision.isEmpty(), "precision", "SORTIE_AUTRE", "Dites laquelle, en quelques mots.");
  }
}
