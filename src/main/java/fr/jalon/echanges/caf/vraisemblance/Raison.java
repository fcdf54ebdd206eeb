package fr.jalon.echanges.caf.vraisemblance;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a file is held: something in it does not look like the file before, or like any file.
 *
 * @param code       e.g. DOSSIERS
 * @param constat    one French sentence: what is strange and what it would do
 * @param maintenant the figure of this file, as shown
 * @param avant      the figure of the file before, as shown; {@code null} when nothing is compared
 * @param seuil      the threshold passed, as shown
 */
public record Raison(String code, String constat, String maintenant, String avant, String seuil) {
  /**
   * Totals that disagree were accepted before anything else of the file was looked at: said first, with what else surprises; nothing when they agree.
   */
  public static List<Raison> avecLesTotaux(int annonces, int lus, List<Raison> autres) {
    return annonces == lus ? autres : Stream.concat(Stream.of(new Raison("TOTAUX",
        "Le fichier n'annonce pas autant de dossiers qu'il en contient : cet écart était déjà accepté.",
        String.valueOf(lus), null, annonces + " annoncés")), autres.stream()).toList();
  }

  /** In one sentence without its full stop: what is strange, the two figures, what was expected. */
  public String enClair() {
    return constat + " " + maintenant + (avant == null ? "" : " ; le précédent : " + avant) + " (attendu : " + seuil + ")";
  }

  /** True when one of them compares with the file before. */
  public static boolean comparent(Collection<Raison> raisons) {
    return raisons.stream().anyMatch(r -> r.avant != null);
  }
}
