package fr.jalon.calcul.moteur;

import fr.jalon.calcul.Argent;
import fr.jalon.calcul.Mois;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** All the figures of the texts, from {@code calcul/baremes.yaml}: one {@link Bareme} for each month known. */
public final class Baremes {
  /** First month of a right; the months before only serve as reference months. */
  static final YearMonth PREMIER_DROIT = YearMonth.of(2016, 1);
  private static final YearMonth PREMIER_MOIS = YearMonth.of(2015, 10);
  private static final String FICHIER = "/calcul/baremes.yaml";
  private static final Baremes CONNUS = new Baremes();

  private final Map<String, NavigableMap<Integer, Valeur>> valeurs = new HashMap<>();
  private final int premier = Mois.numero(PREMIER_MOIS);
  private final int dernier;
  private final Bareme[] mois;

  /**
   * A value with its text.
   *
   * @param valeur as written
   * @param source decree or article
   * @param confiance H, M or L
   */
  public record Valeur(BigDecimal valeur, String source, String confiance) {}

  private Baremes() {
    Map<String, Object> racine = lire();
    dernier = Mois.numero(YearMonth.from(jour(racine.get("connu_jusqu_au"))));
    for (Map<String, Object> p : liste(racine.get("parametres"))) {
      NavigableMap<Integer, Valeur> parDate = new TreeMap<>();
      for (Map<String, Object> v : liste(p.get("valeurs"))) {
        String confiance = String.valueOf(v.getOrDefault("confiance", p.get("confiance")));
        parDate.put(Mois.numero(YearMonth.from(jour(v.get("a_partir_du")))),
            new Valeur(new BigDecimal(v.get("valeur").toString()), v.get("source").toString(), confiance));
      }
      valeurs.put(p.get("code").toString(), parDate);
    }
    mois = new Bareme[dernier - premier + 1];
    for (int m = premier; m <= dernier; m++) {
      mois[m - premier] = new Bareme(this, m);
    }
  }

  /** Those of the application. */
  public static Baremes connus() {
    return CONNUS;
  }

  /** Last month whose figures are known. */
  public YearMonth dernierMois() {
    return Mois.de(dernier);
  }

  /** First month a right may be calculated for. */
  public YearMonth premierMois() {
    return PREMIER_DROIT;
  }

  /** @throws IllegalArgumentException when the month has no figures, in a sentence */
  public Bareme du(int numero, boolean prolonger) {
    if (numero < premier || numero > dernier && !prolonger) {
      throw new IllegalArgumentException(absence(Mois.de(numero)));
    }
    return mois[Math.min(numero, dernier) - premier];
  }

  /** The sentence for a month without figures. */
  public String absence(YearMonth demande) {
    return "Aucun barème n'est connu pour %s : ils vont de %s à %s.".formatted(demande, PREMIER_DROIT, dernierMois());
  }

  /** A value and its text, at a month. */
  public Valeur lire(String code, int numero) {
    NavigableMap<Integer, Valeur> parDate = valeurs.get(code);
    var trouvee = parDate == null ? null : parDate.floorEntry(numero);
    if (trouvee == null) {
      throw new IllegalStateException("%s : %s n'a pas de valeur au mois %d.".formatted(FICHIER, code, numero));
    }
    return trouvee.getValue();
  }

  BigDecimal valeur(String code, int numero) {
    return lire(code, numero).valeur();
  }

  long somme(String code, int numero) {
    return Argent.de(valeur(code, numero));
  }

  long taux(String code, int numero) {
    return Argent.taux(valeur(code, numero));
  }

  int entier(String code, int numero) {
    return valeur(code, numero).intValueExact();
  }

  private static Map<String, Object> lire() {
    try (InputStream flux = Baremes.class.getResourceAsStream(FICHIER)) {
      return new Yaml().load(flux);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> liste(Object l) {
    return (List<Map<String, Object>>) l;
  }

  private static LocalDate jour(Object valeur) {
    return valeur instanceof Date date ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(valeur.toString());
  }
}
