package fr.jalon.bancs;

import fr.jalon.demarrage.Commande;
import fr.jalon.engagement.application.CompterLesSemaines;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.engagement.lecture.HeuresDUnePersonne;
import fr.jalon.habilitations.AgentSysteme;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./jalon bench heures}: years of weeks of many persons; how long to close a week of everybody, to close it again when nothing changed, to
 * read the hours of one person, to count the month. Beside the floor of the same run: the same rows written in a table without index.
 */
@Component
@Command(name = "heures", description = "Heures d'activité : clôture d'une semaine, page d'une personne, chiffre du mois, sur des années de semaines.")
class BenchHeuresCommande implements Commande {
  private static final double MILLIARD = 1e9;
  private static final double MILLION = 1e6;
  private static final double CLOTURE_S = 120;
  private static final double PAGE_MS = 100;
  private static final double MOIS_S = 1;
  private static final int PAGES = 200;
  private static final int SEMAINES_D_UNE_PAGE = 12;
  private static final double CENTILE = 0.95;
  private static final Semaine CLOTURE = Semaine.lire("2026-W20").orElseThrow();
  private final Atelier atelier;
  private final JdbcClient base;
  private final CompterLesSemaines compter;
  private final HeuresDUnePersonne heures;
  private final AgentSysteme systeme;

  @Option(names = "--personnes", paramLabel = "N", description = "Nombre de personnes suivies (100000).")
  private int personnes = 100_000;

  @Option(names = "--semaines", paramLabel = "N", description = "Nombre de semaines déjà closes (260).")
  private int semaines = 260;

  BenchHeuresCommande(Atelier atelier, @Qualifier("chargement") JdbcClient base, CompterLesSemaines compter, HeuresDUnePersonne heures,
      AgentSysteme systeme) {
    this.atelier = atelier;
    this.base = base;
    this.compter = compter;
    this.heures = heures;
    this.systeme = systeme;
  }

  @Override
  public Integer call() throws IOException {
    List<Mesure> mesures = mesurer(System.out);
    Mesure.dire(System.out, mesures);
    return mesures.stream().allMatch(Mesure::tenue) ? 0 : 1;
  }

  List<Mesure> mesurer(PrintStream sortie) throws IOException {
    atelier.verifierLeDossier();
    atelier.vider();
    preparer(sortie);
    double plancher = secondes(() -> base.sql("""
        create temporary table plancher_des_heures as select personne_id, lundi, cible, prevues, faites, situation, close_le, territoire_id, organisation_ids
        from engagement.semaine where lundi = ?""").param(CLOTURE.plus(-1).lundi()).update());
    double cloture = secondes(() -> compter.toutes(CLOTURE));
    double deNouveau = secondes(() -> compter.toutes(CLOTURE));
    pages(); // what a running server has compiled and planned already
    double page = centile(pages());
    // no file was loaded here, and a figure that rests on files is then not computed: its query is asked as it is
    double mois = chiffre("HEU-FAITES", CLOTURE.plus(-8).dimanche());
    double plans = chiffre("HEU-PLANS", CLOTURE.plus(-12).dimanche());
    sortie.printf("%,d personnes, %,d semaines de personnes ; clôture %.1f s, %.1f × le plancher (mêmes lignes sans index ni règle : %.2f s)%n", personnes,
        base.sql("select count(*) from engagement.semaine").query(Long.class).single(), cloture, cloture / plancher, plancher);
    return List.of(Mesure.de("clore une semaine, %,d personnes".formatted(personnes), cloture, CLOTURE_S, "s"),
        Mesure.de("la clore de nouveau, rien n'a changé", deNouveau, CLOTURE_S, "s"),
        Mesure.de("heures d'une personne, p95", page, PAGE_MS, "ms"), Mesure.de("heures faites du mois", mois, MOIS_S, "s"),
        Mesure.de("plans de la dernière semaine", plans, MOIS_S, "s"));
  }

  private void preparer(PrintStream sortie) throws IOException {
    LocalDate premier = CLOTURE.plus(-semaines).lundi();
    for (String ordre : new ClassPathResource("bancs/heures.sql").getContentAsString(StandardCharsets.UTF_8).split("\n\n")) {
      double s = secondes(() -> base.sql(ordre).param("personnes", personnes).param("premier", premier).param("dernier", CLOTURE.plus(52).dimanche())
          .param("cloture", CLOTURE.lundi()).update());
      sortie.printf("%6.1f s  %s%n", s, ordre.lines().filter(l -> !l.startsWith("--")).findFirst().orElse("").replaceAll("\\(.*", ""));
    }
    String semaine = new ClassPathResource("bancs/semaine.sql").getContentAsString(StandardCharsets.UTF_8);
    double s = secondes(() -> {
      for (int n = semaines; n > 0; n--) {
        base.sql(semaine).param("lundi", CLOTURE.plus(-n).lundi()).param("n", n).update();
      }
    });
    base.sql("vacuum analyze engagement.semaine").update();
    sortie.printf("%6.1f s  semaines closes%n", s);
  }

  private double[] pages() {
    Random hasard = new Random(1);
    List<Long> ids = base.sql("select personne_id from orientation.suivi").query(Long.class).list();
    return systeme.agir("banc", () -> {
      double[] durees = new double[PAGES];
      for (int i = 0; i < PAGES; i++) {
        long une = ids.get(hasard.nextInt(ids.size()));
        long debut = System.nanoTime();
        heures.semaines(une, CLOTURE, SEMAINES_D_UNE_PAGE);
        heures.heures(une, CLOTURE);
        heures.prevues(une, CLOTURE);
        heures.adaptations(une, CLOTURE.dimanche());
        durees[i] = (System.nanoTime() - debut) / MILLION;
      }
      return durees;
    });
  }

  private double chiffre(String code, LocalDate au) throws IOException {
    String requete = "with suivis as materialized (" + texte("indicateurs/commun/suivis.sql") + "\n) select count(*) from ("
        + texte("indicateurs/" + code + ".sql") + "\n) l";
    return secondes(() -> base.sql(requete).param("au", au).query(Long.class).single());
  }

  private static String texte(String fichier) throws IOException {
    return new ClassPathResource(fichier).getContentAsString(StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("--"))
        .collect(Collectors.joining("\n"));
  }

  private static double centile(double[] durees) {
    Arrays.sort(durees);
    return durees[(int) (durees.length * CENTILE)];
  }

  private static double secondes(Runnable acte) {
    long debut = System.nanoTime();
    acte.run();
    return (System.nanoTime() - debut) / MILLIARD;
  }
}
