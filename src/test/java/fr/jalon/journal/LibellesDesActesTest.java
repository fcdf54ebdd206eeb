package fr.jalon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What the journal writes and what the screens choose from is said in French: every code is found by reading the sources, and wants its words. */
class LibellesDesActesTest {
  private static final Path SOURCES = Path.of("src/main/java/fr/jalon");
  /** Rooms that do not know the journal: it says their names. */
  private static final Set<String> SOUS_LE_JOURNAL = Set.of("habilitations", "parametres");
  private static final Path PAGES = Path.of("src/main/jte");
  /** A code written as it is, at one of the doors of the journal or to one of the events it listens to. */
  private static final Pattern DIRECT =
      Pattern.compile("(?:journal\\.tracer|journal\\.annoncer|(?<![.\\w])tracer|(?<![.\\w])faire|new ActeSurCompte|new Connexion)\\(\\s*\"([A-Z][A-Z_]+)\"");
  private static final Pattern CHOISI = Pattern.compile("journal\\.tracer\\([^\",;]*\\? \"([A-Z_]+)\" : \"([A-Z_]+)\"");
  /** Methods that write for others: their callers give the code. */
  private static final Map<String, Pattern> PAR_D_AUTRES = Map.of(
      "carnet/application/RepondreAUneDemande.java", Pattern.compile("noter\\([^;]*\"(CARNET_DEMANDE_[A-Z_]+)\""),
      "orientation/application/ChangerLeSuivi.java", Pattern.compile("changement\\.executer\\([^;\"]*\"([A-Z_]+)\""),
      "orientation/application/RefuserReorientation.java", Pattern.compile("finir\\([^;\"]*\"(REORIENTATION_[A-Z_]+)\""),
      "journal/JournalDesAcces.java", DIRECT);
  private static final Pattern SANS_CODE = Pattern.compile("journal\\.(?:tracer|annoncer)\\(\\s*[^\"\\s]");

  @Test
  void chaque_acte_que_le_journal_ecrit_a_son_libelle_en_francais() throws IOException, ReflectiveOperationException {
    Map<String, Set<String>> codes = new TreeMap<>();
    List<String> autres = new ArrayList<>();
    // the generator of the demonstration writes files, not traces
    for (Path source : fichiers(SOURCES, ".java").stream().filter(p -> !p.toString().contains("/demo/generation/")).toList()) {
      String texte = Files.readString(source);
      String nom = SOURCES.relativize(source).toString();
      for (Pattern motif : Stream.concat(Stream.of(DIRECT, CHOISI), PAR_D_AUTRES.values().stream()).distinct().toList()) {
        motif.matcher(texte).results().forEach(r -> groupes(r).forEach(code -> codes.computeIfAbsent(code, _ -> new TreeSet<>()).add(piece(nom))));
      }
      if (SANS_CODE.matcher(CHOISI.matcher(texte).replaceAll("")).find()) {
        autres.add(nom);
      }
    }
    codes.put("ORIENTATION_ANNULEE", Set.of("orientation"));
    // written by the witness, whatever the room
    List.of("CONSULTATION", "LISTE", "EXPORT", "LIEN_CONSULTE").forEach(code -> codes.put(code, Set.of("journal")));
    assertThat(autres).as("qui écrit un acte reçu d'ailleurs : dire d'où il vient").containsExactlyInAnyOrderElementsOf(PAR_D_AUTRES.keySet());
    Map<String, String> libelles = new TreeMap<>();
    Map<String, String> nommesPar = new TreeMap<>();
    for (Class<?> type : classes(NomsAuJournal.class)) {
      NomsAuJournal.Noms noms = new NomsAuJournal.Noms();
      NomsAuJournal dits = (NomsAuJournal) construire(type);
      dits.dire(noms);
      libelles.putAll(noms.actes());
      noms.actes().keySet().forEach(code -> nommesPar.put(code, piece(type.getName().substring("fr.jalon.".length()))));
    }
    assertThat(codes).hasSizeGreaterThan(60);
    assertThat(codes.keySet()).as("actes écrits sans nom : à dire dans le NomsAuJournal de leur pièce").isSubsetOf(libelles.keySet());
    assertThat(libelles.keySet()).as("actes nommés que rien n'écrit").isSubsetOf(codes.keySet());
    codes.forEach((code, pieces) -> assertThat(pieces).as(code + " est nommé par " + nommesPar.get(code))
        .allSatisfy(p -> assertThat(nommesPar.get(code)).isEqualTo(SOUS_LE_JOURNAL.contains(p) ? "journal" : p)));
    libelles.forEach(LibellesDesActesTest::francais);
  }

  private static String piece(String chemin) {
    return chemin.split("[/.]")[0];
  }

  private static Object construire(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructeur = type.getDeclaredConstructor();
    constructeur.setAccessible(true);
    return constructeur.newInstance();
  }

  private static List<Class<?>> classes(Class<?> sorte) throws ClassNotFoundException {
    ClassPathScanningCandidateComponentProvider tout = new ClassPathScanningCandidateComponentProvider(false) {
      @Override
      protected boolean isCandidateComponent(org.springframework.beans.factory.annotation.AnnotatedBeanDefinition type) {
        return true;
      }
    };
    tout.addIncludeFilter(new AssignableTypeFilter(sorte));
    List<Class<?>> trouvees = new ArrayList<>();
    for (var definition : tout.findCandidateComponents("fr.jalon")) {
      Class<?> type = Class.forName(definition.getBeanClassName());
      if (!type.isInterface()) {
        trouvees.add(type);
      }
    }
    return trouvees;
  }

  @Test
  void chaque_valeur_qu_un_ecran_peut_montrer_a_son_libelle_en_francais() throws Exception {
    int vus = 0;
    for (Class<?> type : classes(Enum.class)) {
      Method libelle = Stream.of(type.getDeclaredMethods()).filter(m -> m.getName().equals("libelle") && m.getParameterCount() == 0)
          .findFirst().orElse(null);
      if (libelle != null && type.isEnum()) {
        libelle.setAccessible(true);
        for (Object valeur : type.getEnumConstants()) {
          francais(type.getSimpleName() + "." + valeur, String.valueOf(libelle.invoke(valeur)));
          vus++;
        }
      }
    }
    assertThat(vus).isGreaterThan(80);
  }

  @Test
  void aucune_page_n_ecrit_le_code_d_une_valeur_ni_un_feminin_entre_parentheses() throws IOException {
    Pattern code = Pattern.compile(">\\s*\\$\\{[^}]*\\.(?:name|toString)\\(\\)}\\s*<");
    Pattern feminin = Pattern.compile("(?<=[a-zé]{2})\\((?:e|es|ne)\\)[ ,.<:]");
    for (Path page : fichiers(PAGES, ".jte")) {
      String texte = Files.readString(page);
      assertThat(code.matcher(texte).results().map(MatchResult::group)).as(page.toString()).isEmpty();
      assertThat(feminin.matcher(texte).results().map(MatchResult::group)).as(page.toString()).isEmpty();
    }
    // strings of the screens, not code: what stands between quotes
    Pattern chaine = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"");
    for (Path source : fichiers(SOURCES, ".java").stream()
        .filter(p -> p.toString().contains("/web/") || p.toString().contains("/domaine/")).toList()) {
      chaine.matcher(Files.readString(source)).results().map(MatchResult::group)
          .forEach(texte -> assertThat(feminin.matcher(texte + " ").results().map(MatchResult::group)).as(source + " " + texte).isEmpty());
    }
  }

  private static void francais(String code, String libelle) {
    assertThat(libelle).as(code).isNotBlank().doesNotContain("_", "(e)");
    String seul = code.substring(code.indexOf('.') + 1);
    // CAF, MSA, NIR, SMS are words of the trade
    assertThat(seul.length() > 4 && libelle.equals(seul)).as(code + " montré tel quel").isFalse();
  }

  private static Stream<String> groupes(MatchResult r) {
    return Stream.iterate(1, i -> i <= r.groupCount(), i -> i + 1).map(r::group);
  }

  private static List<Path> fichiers(Path racine, String fin) throws IOException {
    try (Stream<Path> chemins = Files.walk(racine)) {
      return chemins.filter(p -> p.toString().endsWith(fin)).sorted().toList();
    }
  }
}
