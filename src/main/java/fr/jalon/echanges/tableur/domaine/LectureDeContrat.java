package fr.jalon.echanges.tableur.domaine;

import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.engagement.domaine.NouvelObjectif;
import fr.jalon.socle.CleDeRecherche;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Reads a row as a contrat d'engagement signed before Jalon, and in force. */
public final class LectureDeContrat {
  /** Most hours a week that are believed. */
  private static final BigDecimal HEURES_MAX = BigDecimal.valueOf(60);

  private LectureDeContrat() {}

  /** A contract as a row states it. @param heures a week, {@code null} when not said */
  public record ContratLu(LocalDate depuis, LocalDate jusquAu, LocalDate signeLe, Intensite intensite, List<String> objectifs, BigDecimal heures) {}

  /** @return what is read, to be used when nothing is wrong only */
  public static ContratLu lire(Cases cases, LocalDate aujourdhui) {
    LocalDate depuis = cases.champ(Champ.CONTRAT_DEPUIS, cases::jour);
    cases.exiger(cases.texte(Champ.CONTRAT_DEPUIS) != null, Champ.CONTRAT_DEPUIS, "Il manque le premier jour du contrat.");
    LocalDate fin = cases.champ(Champ.CONTRAT_FIN, cases::jour);
    cases.exiger(cases.texte(Champ.CONTRAT_FIN) != null, Champ.CONTRAT_FIN, "Il manque le dernier jour du contrat.");
    cases.exiger(depuis == null || fin == null || !fin.isBefore(depuis), Champ.CONTRAT_FIN,
        "Le dernier jour est avant le premier : vérifiez les deux dates.");
    cases.exiger(fin == null || depuis == null || fin.isBefore(depuis) || !fin.isBefore(aujourdhui), Champ.CONTRAT_FIN,
        "Ce contrat est fini : on reprend ceux qui sont en vigueur.");
    LocalDate signeLe = cases.jourPasse(Champ.CONTRAT_SIGNE_LE, aujourdhui, "Ce jour n'est pas encore arrivé : on reprend des contrats signés.");
    cases.exiger(cases.texte(Champ.CONTRAT_SIGNE_LE) != null, Champ.CONTRAT_SIGNE_LE, "Il manque le jour de la signature.");
    Intensite intensite = cases.champ(Champ.INTENSITE, LectureDeContrat::intensite);
    List<String> objectifs = objectifs(cases.texte(Champ.OBJECTIFS));
    cases.exiger(!objectifs.isEmpty(), Champ.OBJECTIFS,
        "Il manque les objectifs : séparez-les par une barre, « Passer le permis | Chercher un logement ».");
    cases.exiger(objectifs.stream().allMatch(o -> o.length() <= NouvelObjectif.LONG), Champ.OBJECTIFS,
        "Un objectif est trop long : gardez %d caractères au plus.".formatted(NouvelObjectif.LONG));
    BigDecimal heures = cases.champ(Champ.HEURES, LectureDeContrat::heures);
    return new ContratLu(depuis, fin, signeLe, intensite == null ? Intensite.ORDINAIRE : intensite, objectifs, heures);
  }

  private static List<String> objectifs(String texte) {
    return texte == null ? List.of() : Arrays.stream(texte.split("[|;]")).map(String::strip).filter(o -> !o.isEmpty()).toList();
  }

  private static Intensite intensite(String texte) {
    return switch (CleDeRecherche.de(texte)) {
      case "ordinaire", "normal", "normale", "classique", "standard", "suivi" -> Intensite.ORDINAIRE;
      case "renforce", "renforcee", "guide" -> Intensite.RENFORCEE;
      case "intensif", "intensive" -> Intensite.INTENSIVE;
      default -> throw new IllegalArgumentException("« " + texte + " » n'est pas une intensité : écrivez ordinaire, renforcée ou intensive.");
    };
  }

  /** {@code 15}, {@code 7,5}, {@code 15 h}. */
  private static BigDecimal heures(String texte) {
    String net = texte.toLowerCase(java.util.Locale.FRENCH).replaceAll("(heures?|h)$", "").strip().replace(',', '.');
    if (!net.matches("\\d{1,3}(\\.\\d{1,2})?") || new BigDecimal(net).compareTo(HEURES_MAX) > 0) {
      throw new IllegalArgumentException("« " + texte + " » n'est pas un nombre d'heures par semaine : écrivez 15, ou 7,5 ; 60 au plus.");
    }
    return new BigDecimal(net).setScale(1, java.math.RoundingMode.HALF_UP);
  }
}
