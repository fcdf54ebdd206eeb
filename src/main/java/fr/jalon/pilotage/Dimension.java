package fr.jalon.pilotage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A way of breaking a figure down, as {@code indicateurs/dimensions.yaml} says it beside the indicators that use it. The name in lower case is
 * the column of their rows. The constants are those that the dashboard is made of. There is one of each name.
 */
public final class Dimension implements Comparable<Dimension> {
  private static final Map<String, Dimension> TOUTES = lire();
  public static final Dimension TERRITOIRE = valueOf("TERRITOIRE");
  public static final Dimension FOYER = valueOf("FOYER");
  public static final Dimension AGE = valueOf("AGE");
  public static final Dimension ANCIENNETE = valueOf("ANCIENNETE");
  public static final Dimension PAYEUR = valueOf("PAYEUR");
  public static final Dimension PARCOURS = valueOf("PARCOURS");
  public static final Dimension SDD = valueOf("SDD");
  public static final Dimension MOIS = valueOf("MOIS");
  public static final Dimension MOUVEMENT = valueOf("MOUVEMENT");
  public static final Dimension VERSEMENT = valueOf("VERSEMENT");
  private static final List<String> MOIS_EN_LETTRES = List.of("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
      "septembre", "octobre", "novembre", "décembre");

  private final int rang;
  private final String nom;
  private final String libelle;
  private final Map<String, String> libelles;
  private final List<String> valeursConnues;

  private Dimension(int rang, String nom, Map<?, ?> dite) {
    this.rang = rang;
    this.nom = nom;
    this.libelle = (String) dite.get("libelle");
    Map<String, String> valeurs = textes(dite.get("valeurs"));
    this.valeursConnues = List.copyOf(valeurs.keySet());
    valeurs.putAll(textes(dite.get("autres")));
    this.libelles = Map.copyOf(valeurs);
  }

  /** All of them, in the order of the file. */
  public static Collection<Dimension> values() {
    return TOUTES.values();
  }

  /** @throws IllegalArgumentException when there is none of that name */
  public static Dimension valueOf(String nom) {
    Dimension trouvee = TOUTES.get(nom);
    if (trouvee == null) {
      throw new IllegalArgumentException("indicateurs/dimensions.yaml ne dit pas « " + nom + " »");
    }
    return trouvee;
  }

  /** As an indicator says it: {@code AGE_DU_DOSSIER}. */
  public String name() {
    return nom;
  }

  /** French name for the screen. */
  public String libelle() {
    return libelle;
  }

  /** The values that always appear in a breakdown, in order, even at zero; empty when only the data know them. */
  public List<String> valeursConnues() {
    return valeursConnues;
  }

  /** French name of one of its values, e.g. {@code "25-29"} is "25 à 29 ans", {@code "2025-08"} is "août 2025"; {@code null} for none. */
  public String libelleValeur(String valeur) {
    if (valeur == null) {
      return null;
    }
    if (this == MOIS && valeur.matches("\\d{4}-\\d{2}")) {
      return MOIS_EN_LETTRES.get(Integer.parseInt(valeur.substring(5)) - 1) + " " + valeur.substring(0, 4);
    }
    return libelles.getOrDefault(valeur, valeur);
  }

  /** True when a value has a name, or when only the data know its values. */
  boolean nomme(String valeur) {
    return libelles.isEmpty() || libelles.containsKey(valeur);
  }

  /** Column in the rows of an indicator. */
  String colonne() {
    return nom.toLowerCase(Locale.ROOT);
  }

  /** SQL of the value as text, in rows named {@code l}. */
  String texte() {
    return this == MOIS ? "to_char(l.mois, 'YYYY-MM')" : "l." + colonne();
  }

  @Override
  public int compareTo(Dimension autre) {
    return Integer.compare(rang, autre.rang);
  }

  @Override
  public String toString() {
    return nom;
  }

  private static Map<String, Dimension> lire() {
    try (InputStream flux = new ClassPathResource("indicateurs/dimensions.yaml").getInputStream()) {
      Map<String, Dimension> lues = new LinkedHashMap<>();
      Map<String, Map<?, ?>> dites = new Yaml(new SafeConstructor(new LoaderOptions())).load(flux);
      dites.forEach((nom, dite) -> lues.put(nom, new Dimension(lues.size(), nom, dite)));
      return lues;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> textes(Object valeurs) {
    Map<String, String> textes = new LinkedHashMap<>();
    if (valeurs != null) {
      ((Map<?, ?>) valeurs).forEach((valeur, libelle) -> textes.put((String) valeur, (String) libelle));
    }
    return textes;
  }
}
