package fr.jalon.ecran;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The guide for agents, of {@code docs/guide}, packaged with the application: its pages in order, and the page that explains a screen. */
@Component
public class Guide {
  /** Address of the summary; each page stands below it. */
  public static final String RACINE = "/guide";

  /** A heading of the summary and its pages. */
  public record Chapitre(String titre, List<PageDuGuide> pages) {}

  private final List<Chapitre> chapitres;
  private final Map<String, PageDuGuide> pages = new LinkedHashMap<>();

  Guide() {
    MiseEnPage miseEnPage = new MiseEnPage(RACINE);
    chapitres = lireLeSommaire().stream().map(bloc -> chapitre(bloc, miseEnPage)).toList();
    chapitres.forEach(c -> c.pages().forEach(p -> pages.put(p.nom(), p)));
  }

  /** The summary. */
  List<Chapitre> chapitres() {
    return chapitres;
  }

  /** Every page, in the order of the summary. */
  Collection<PageDuGuide> pages() {
    return pages.values();
  }

  /** The page of that name. */
  Optional<PageDuGuide> page(String nom) {
    return Optional.ofNullable(pages.get(nom));
  }

  /** Address of the page that explains the screen at this path: the one that names the nearest address; the summary when none does. */
  String adressePour(String chemin) {
    return pages().stream().flatMap(p -> p.ecrans().stream().filter(e -> chemin.equals(e) || chemin.startsWith(e + "/"))
        .map(e -> Map.entry(e.length(), p)))
        .max(Comparator.comparingInt(Map.Entry::getKey)).map(e -> e.getValue().adresse()).orElse(RACINE);
  }

  private static Chapitre chapitre(Map<String, Object> bloc, MiseEnPage miseEnPage) {
    List<PageDuGuide> pages = new ArrayList<>();
    for (Map<String, Object> p : blocs(bloc.get("pages"))) {
      String nom = (String) p.get("page");
      MiseEnPage.Texte texte = miseEnPage.lire(texte(nom + ".md"));
      List<?> ecrans = (List<?>) p.getOrDefault("ecrans", List.of());
      pages.add(new PageDuGuide(nom, texte.titre(), (String) p.get("phrase"), ecrans.stream().map(String::valueOf).toList(), texte.html()));
    }
    return new Chapitre((String) bloc.get("titre"), List.copyOf(pages));
  }

  private static List<Map<String, Object>> lireLeSommaire() {
    return blocs(new Yaml(new SafeConstructor(new LoaderOptions())).load(texte("sommaire.yaml")));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> blocs(Object valeur) {
    return (List<Map<String, Object>>) valeur;
  }

  private static String texte(String fichier) {
    try (InputStream flux = new ClassPathResource("guide/" + fichier).getInputStream()) {
      return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Le guide n'a pas sa page " + fichier, e);
    }
  }
}
