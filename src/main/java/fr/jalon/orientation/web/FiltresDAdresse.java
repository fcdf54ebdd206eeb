package fr.jalon.orientation.web;

import fr.jalon.orientation.domaine.MotifEntree;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.FiltresDEntrees.Convocation;
import fr.jalon.orientation.lecture.FiltresDEntrees.File;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of a list of new entrants, read back from its address. */
final class FiltresDAdresse {
  private FiltresDAdresse() {}

  /** What means nothing filters nothing. @param adresse as {@link FiltresDEntrees#adresse()} writes it, or {@code null} */
  static FiltresDEntrees lire(String adresse) {
    MultiValueMap<String, String> p = UriComponentsBuilder.fromUriString(adresse == null ? "" : adresse).build().getQueryParams();
    return new FiltresDEntrees(choix(File.values(), texte(p, "file")), texte(p, "territoire")
        .matches("\\d{1,9}") ? Integer.valueOf(texte(p, "territoire")) : null, texte(p, "commune"),
        choix(MotifEntree.values(), texte(p, "motif")), texte(p, "nom"), 1, choix(Convocation.values(), texte(p, "convocation")),
        texte(p, "session").matches("\\d{1,18}") ? Long.valueOf(texte(p, "session")) : null);
  }

  private static String texte(MultiValueMap<String, String> p, String nom) {
    String valeur = p.getFirst(nom);
    return valeur == null ? "" : URLDecoder.decode(valeur, StandardCharsets.UTF_8);
  }

  private static <E extends Enum<E>> E choix(E[] valeurs, String nom) {
    return Arrays.stream(valeurs).filter(v -> v.name().equalsIgnoreCase(nom.replace('-', '_'))).findFirst().orElse(null);
  }
}
