package fr.jalon.demo.generation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A map read from a YAML resource, with typed access and an error that names the resource and the key. Every scalar is read as text,
 * so that {@code 07} never becomes a number.
 */
final class Donnees {
  private final String origine;
  private final Map<String, Object> valeurs;

  private Donnees(String origine, Map<String, Object> valeurs) {
    this.origine = origine;
    this.valeurs = valeurs;
  }

  /** @throws IllegalArgumentException when the resource does not exist */
  @SuppressWarnings("unchecked")
  static Donnees lire(String ressource) {
    try (InputStream flux = Donnees.class.getResourceAsStream(ressource)) {
      if (flux == null) {
        throw new IllegalArgumentException("Le fichier de données " + ressource + " n'existe pas.");
      }
      DumperOptions options = new DumperOptions();
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options, new LoaderOptions(), new ToutEstTexte());
      return new Donnees(ressource, (Map<String, Object>) yaml.load(new InputStreamReader(flux, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contient(String cle) {
    return valeurs.get(cle) != null;
  }

  String texte(String cle) {
    return String.valueOf(valeur(cle));
  }

  int entier(String cle) {
    return Integer.parseInt(texte(cle));
  }

  double reel(String cle) {
    return Double.parseDouble(texte(cle));
  }

  BigDecimal montant(String cle) {
    return new BigDecimal(texte(cle));
  }

  LocalDate date(String cle) {
    return LocalDate.parse(texte(cle));
  }

  @SuppressWarnings("unchecked")
  Donnees sous(String cle) {
    return new Donnees(origine + " › " + cle, (Map<String, Object>) valeur(cle));
  }

  @SuppressWarnings("unchecked")
  List<Donnees> liste(String cle) {
    return ((List<Object>) valeur(cle)).stream().map(o -> new Donnees(origine + " › " + cle, (Map<String, Object>) o)).toList();
  }

  List<String> textes(String cle) {
    return ((List<?>) valeur(cle)).stream().map(String::valueOf).toList();
  }

  List<String> cles() {
    return List.copyOf(valeurs.keySet());
  }

  /** The map in the order of the file. */
  <T> Map<String, T> carte(Function<String, T> lecture) {
    Map<String, T> carte = new LinkedHashMap<>();
    valeurs.forEach((cle, valeur) -> carte.put(cle, lecture.apply(String.valueOf(valeur))));
    return carte;
  }

  private Object valeur(String cle) {
    Object valeur = valeurs.get(cle);
    if (valeur == null) {
      throw new IllegalArgumentException("Il manque « " + cle + " » dans " + origine + ".");
    }
    return valeur;
  }

  /** No implicit type: neither dates, nor numbers, nor booleans. */
  private static final class ToutEstTexte extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.MERGE, MERGE, "<");
    }
  }
}
