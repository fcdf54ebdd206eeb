package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every form that writes says how a colleague's change is not lost: a form added tomorrow without an answer fails here. */
class FormulairesVersionnesTest {
  private static final Path GABARITS = Path.of("src/main/jte");
  private static final Path DECLARES = Path.of("src/test/resources/formulaires.txt");
  private static final Pattern FORMULAIRE = Pattern.compile("(?s)<form\\b.*?</form>");
  private static final Pattern ADRESSE = Pattern.compile("\\saction=\"(.*?)\"(?=[ >])");
  private static final Map<String, String> EXIGE = Map.of("VERSION", "@template.commun.version(", "ACTE", "@template.commun.version-seule(", "VU",
      "name=\"vu\"", "VU_PAR_PARTIE", "name=\"${r.code()}-vu\"", "LIBRE", "", "MONTRE", "");
  /** A button that sends its form elsewhere: an act of its own. */
  private static final Pattern AILLEURS = Pattern.compile("(?s)<button\\b[^>]*?\\sformaction=\"(.*?)\"(?=[ >])[^>]*>");

  /** A form as declared. @param genre VERSION, ACTE, VU, VU_PAR_PARTIE, LIBRE or MONTRE */
  public record Declare(String genre, String gabarit, String adresse, String pourquoi) {}

  /** The forms as declared in {@code formulaires.txt}. */
  public static List<Declare> declares() {
    try (Stream<String> lignes = Files.lines(DECLARES)) {
      return lignes.filter(l -> !l.startsWith("#")).map(l -> l.split(" \\| ", 4)).map(c -> new Declare(c[0], c[1], c[2], c[3])).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void chaque_formulaire_qui_ecrit_dit_comment_le_changement_d_un_collegue_n_est_pas_perdu() throws IOException {
    List<Declare> restants = new ArrayList<>(declares());
    List<String> fautes = new ArrayList<>();
    int trouves = 0;
    try (Stream<Path> pages = Files.walk(GABARITS)) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".jte")).toList()) {
        String gabarit = GABARITS.relativize(page).toString();
        Matcher f = FORMULAIRE.matcher(Files.readString(page));
        while (f.find()) {
          String balise = f.group().lines().findFirst().orElseThrow();
          if (balise.contains("method=\"post\"")) {
            trouves++;
            Matcher a = ADRESSE.matcher(balise);
            fautes.addAll(examiner(gabarit, a.find() ? a.group(1) : "", f.group(), restants));
          }
          Matcher ailleurs = AILLEURS.matcher(f.group());
          while (ailleurs.find()) {
            if (balise.contains("method=\"post\"") || ailleurs.group().contains("formmethod=\"post\"")) {
              fautes.addAll(examiner(gabarit, ailleurs.group(1), f.group(), restants));
            }
          }
        }
      }
    }
    assertThat(fautes).as("formulaires à inscrire dans formulaires.txt, avec @template.commun.version s'ils modifient quelque chose").isEmpty();
    assertThat(restants).as("formulaires qui n'existent plus").isEmpty();
    assertThat(trouves).isGreaterThan(100);
  }

  @Test
  void un_formulaire_sans_garde_dit_pourquoi() {
    assertThat(declares()).allSatisfy(d -> {
      assertThat(EXIGE).containsKey(d.genre());
      assertThat(d.pourquoi()).isNotBlank();
    });
  }

  /** A field that no fragment writes: it cannot show what is wrong with it. */
  private static final Pattern CHAMP_NU = Pattern.compile("<(?:input|textarea)\\b(?![^>]*type=\"file\")[^>]*class=\"form-control");
  private static final Path CHAMPS = Path.of("src/test/resources/champs.txt");

  @Test
  void chaque_champ_ou_l_on_ecrit_montre_sa_faute_a_cote_de_lui() throws IOException {
    List<String> restants;
    try (Stream<String> lignes = Files.lines(CHAMPS)) {
      restants = new ArrayList<>(lignes.filter(l -> !l.startsWith("#")).map(l -> l.substring(l.indexOf(" | ") + 3)).toList());
    }
    List<String> nus = new ArrayList<>();
    int avecLeGabarit = 0;
    try (Stream<Path> pages = Files.walk(GABARITS)) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".jte")).toList()) {
        Matcher f = FORMULAIRE.matcher(Files.readString(page));
        while (f.find()) {
          String balise = f.group().lines().findFirst().orElseThrow();
          Matcher a = ADRESSE.matcher(balise);
          String lui = GABARITS.relativize(page) + " | " + (a.find() ? a.group(1) : "");
          if (balise.contains("method=\"post\"") && !lui.endsWith(" | /recherche") && CHAMP_NU.matcher(f.group()).find() && !restants.remove(lui)) {
            nus.add(lui);
          }
          avecLeGabarit += f.group().contains("@template.commun.champ(") ? 1 : 0;
        }
      }
    }
    assertThat(nus).as("formulaires dont un champ n'est pas écrit par @template.commun.champ").isEmpty();
    assertThat(restants).as("formulaires de champs.txt qui n'existent plus, ou n'en ont plus besoin").isEmpty();
    assertThat(avecLeGabarit).isGreaterThan(15);
  }

  private static List<String> examiner(String gabarit, String adresse, String formulaire, List<Declare> restants) {
    for (Declare d : restants) {
      if (d.gabarit().equals(gabarit) && d.adresse().equals(adresse) && formulaire.contains(EXIGE.get(d.genre()))
          && (!"LIBRE".equals(d.genre()) || EXIGE.values().stream().filter(e -> !e.isEmpty()).noneMatch(formulaire::contains))) {
        restants.remove(d);
        return List.of();
      }
    }
    return List.of(gabarit + " " + adresse);
  }
}
