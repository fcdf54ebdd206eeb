package fr.jalon.maison;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.jalon.Jalon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house stands as its page says: modules, levels, names, and what may not be written where. */
class MaisonTest {
  private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
      .withImportOption(lieu -> !lieu.contains("/fr/jalon/jte/")).importPackages("fr.jalon");
  /** Arrows only go down. */
  private static final Map<String, Integer> NIVEAUX = Niveaux.tous();

  @Test
  void chaque_module_ne_connait_des_autres_que_leur_porte() {
    ApplicationModules.of(Jalon.class).verify();
  }

  @Test
  void les_fleches_ne_montent_jamais() {
    for (var e : NIVEAUX.entrySet()) {
      String[] plusHauts = NIVEAUX.entrySet().stream().filter(autre -> autre.getValue() > e.getValue())
          .map(autre -> "fr.jalon." + autre.getKey() + "..").toArray(String[]::new);
      if (plusHauts.length > 0) {
        noClasses().that().resideInAPackage("fr.jalon." + e.getKey() + "..").should().dependOnClassesThat().resideInAnyPackage(plusHauts)
            .allowEmptyShould(true).check(CLASSES);
      }
    }
  }

  @Test
  void tous_les_modules_ont_leur_niveau() {
    Assertions.assertThat(ApplicationModules.of(Jalon.class).stream().map(m -> m.getIdentifier().toString()))
        .allSatisfy(m -> Assertions.assertThat(NIVEAUX).containsKey(m));
  }

  @Test
  void le_socle_et_le_calcul_ne_connaissent_ni_spring_ni_la_base() {
    noClasses().that().resideInAnyPackage("fr.jalon.socle..", "fr.jalon.calcul..").should().dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "org.springframework.stereotype..", "org.springframework.context..", "java.sql..")
        .check(CLASSES);
  }

  @Test
  void personne_ne_lit_l_heure_ailleurs_que_sur_l_horloge() {
    noClasses().that().resideOutsideOfPackage("fr.jalon.demarrage..").should().callMethod(LocalDate.class, "now").orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould().callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.OffsetDateTime.class, "now").check(CLASSES);
  }

  @Test
  void tout_export_ecrit_ses_cases_au_meme_endroit() {
    noClasses().that().doNotHaveFullyQualifiedName("fr.jalon.ecran.FichierCsv").and().doNotHaveFullyQualifiedName("fr.jalon.ecran.Classeur")
        .should().dependOnClassesThat().resideInAnyPackage("de.siegmar.fastcsv.writer..").orShould().dependOnClassesThat()
        .haveFullyQualifiedName("org.dhatim.fastexcel.Workbook")
        .check(CLASSES);
  }

  @Test
  void aucun_nom_qui_ne_dit_rien() {
    noClasses().should().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Helper").orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Dto").check(CLASSES);
  }

  @Test
  void un_controleur_ne_parle_pas_a_la_base() {
    noClasses().that().haveSimpleNameEndingWith("Controller").should().dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "java.sql..").check(CLASSES);
  }

  @Test
  void les_controleurs_sont_dans_web_ou_a_la_racine_d_un_module_simple() {
    classes().that().haveSimpleNameEndingWith("Controller").should().resideInAnyPackage("..web..", "fr.jalon.*").check(CLASSES);
  }

  @Test
  void une_classe_est_une_seule_chose() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      Assertions.assertThat(sources.filter(p -> p.toString().endsWith(".java")).filter(p -> lignes(p) > 300)).isEmpty();
    }
  }

  /** A line that holds a sentence or SQL may be longer: a text is not cut for its width. */
  @Test
  void une_ligne_se_lit_sans_tourner_la_tete() throws IOException {
    Pattern texte = Pattern.compile("\"(?:[^\"\\\\]|\\\\.){60,}\"");
    List<String> longues = new ArrayList<>();
    for (String racine : List.of("src/main/java", "src/test/java")) {
      try (Stream<Path> sources = Files.walk(Path.of(racine))) {
        for (Path p : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
          boolean bloc = false;
          int n = 0;
          for (String ligne : Files.readAllLines(p)) {
            n++;
            boolean deja = bloc;
            int bornes = ligne.split("\"\"\"", -1).length - 1;
            bloc ^= bornes % 2 == 1;
            if (ligne.length() > 150 && !deja && bornes == 0 && !ligne.startsWith("import ") && !texte.matcher(ligne).find()) {
              longues.add(p.getFileName() + ":" + n);
            }
          }
        }
      }
    }
    Assertions.assertThat(longues).as("lignes de plus de 150 caractères").isEmpty();
  }

  private static long lignes(Path p) {
    try (Stream<String> l = Files.lines(p)) {
      return l.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
