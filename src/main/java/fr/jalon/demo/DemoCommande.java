package fr.jalon.demo;

import fr.jalon.demarrage.CommandeServeur;
import fr.jalon.demarrage.DemarrageImpossible;
import fr.jalon.demarrage.Lancement;
import fr.jalon.demarrage.Preparation;
import fr.jalon.demo.generation.DepartementDemo;
import fr.jalon.demo.generation.FabriqueDeFichiers;
import fr.jalon.demo.generation.JeuDeFichiers;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.parametres.Horloge;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./jalon demo}: the demonstration Département, made once, then served on the data it has. */
@Command(name = "demo", description = "Crée le Département de démonstration s'il n'existe pas, puis démarre le serveur.")
final class DemoCommande implements CommandeServeur {
  private static final String PAR_DEFAUT = "07";

  @Option(names = "--neuf", description = "Tout effacer et recommencer.")
  private boolean neuf;
  @Option(names = "--departement", paramLabel = "CODE", description = "07 (Ardèche), 26 (Drôme), 06 (Alpes-Maritimes) ou 01 (Ain).")
  private String departement;
  @Option(names = "--le", paramLabel = "AAAA-MM-JJ",
      description = "Avancer l'horloge de la démonstration à ce jour : échéances balayées, rappels partis.")
  private LocalDate le;
  @Option(names = "--port", paramLabel = "PORT", description = "Port d'écoute (JALON_PORT, sinon 8080).")
  private Integer port;
  @Option(names = "--fichiers", paramLabel = "DOSSIER", description = "Écrire les fichiers de la CAF et de la MSA dans ce dossier, et s'arrêter là.")
  private Path fichiers;

  @Override
  public void avantDemarrage(Lancement lancement) {
    EtatDeLaDemo etat = EtatDeLaDemo.dans(lancement.home().dossier());
    String code = departement != null ? departement : !neuf && etat.departement() != null ? etat.departement() : environnement();
    DepartementDemo demo = lire(code);
    if (fichiers != null) {
      lancement.seulement(() -> ecrire(demo));
      return;
    }
    if (neuf || inachevee(etat, code)) {
      lancement.toutEffacer();
    } else if (etat.departement() != null && !etat.departement().equals(code)) {
      throw new DemarrageImpossible("La démonstration de ce dossier est celle du Département " + etat.departement()
          + ". Pour celle du " + code + ", recommencez avec --neuf (tout sera effacé) ou choisissez un autre dossier (JALON_HOME).");
    }
    lancement.discret().definir("jalon.departement", code).definir("jalon.horloge", jour(demo)).definir("jalon.premier-compte", "false")
        .definir("jalon.demonstration", "true").definir("jalon.preparation", neuf || le != null || !etat.complete()).definir("server.port", port)
        .definir("jalon.adresse-publique", adressePublique());
  }

  /** What was begun and not finished cannot go on where it stopped: its months are lived in order. Nothing in it is anybody's. */
  private static boolean inachevee(EtatDeLaDemo etat, String code) {
    boolean inachevee = code.equals(etat.departement()) && !etat.complete();
    if (inachevee) {
      System.out.println("La création de la démonstration s'était arrêtée avant la fin : elle recommence du début.");
    }
    return inachevee;
  }

  /** The day the demonstration is set in, or later: its past is written. */
  private LocalDate jour(DepartementDemo demo) {
    if (le != null && le.isBefore(demo.horloge())) {
      throw new DemarrageImpossible("La démonstration va jusqu'au " + demo.horloge()
          + " : son horloge ne recule pas avant ce jour. Choisissez une date plus tardive.");
    }
    return le == null ? demo.horloge() : le;
  }

  /** What the links of the messages start with. @return {@code null} when the environment says it */
  private String adressePublique() {
    return System.getenv("JALON_ADRESSE_PUBLIQUE") != null ? null : "http://localhost:" + (port == null ? "${JALON_PORT:8080}" : port.toString());
  }

  private static String environnement() {
    String code = System.getenv("JALON_DEPARTEMENT");
    return code == null || code.isBlank() ? PAR_DEFAUT : code;
  }

  private static DepartementDemo lire(String code) {
    try {
      return DepartementDemo.lire(code);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new DemarrageImpossible("Il n'y a pas de démonstration pour le Département « " + code + " ». Choisissez 07, 26, 06 ou 01.");
    }
  }

  private Integer ecrire(DepartementDemo demo) {
    JeuDeFichiers jeu = FabriqueDeFichiers.ecrire(demo, fichiers, phrase -> System.err.println("  " + phrase));
    System.out.println(jeu.fichiers().size() + " fichiers écrits dans " + fichiers.toAbsolutePath() + " (ordre de réception dans manifeste.csv).");
    return 0;
  }

  @Override
  public int apresDemarrage(ApplicationContext contexte) throws Exception {
    String adresse = "http://localhost:" + contexte.getEnvironment().getProperty("local.server.port");
    Preparation preparation = contexte.getBean(Preparation.class);
    if (preparation.enCours()) {
      System.out.println("La démonstration se prépare ; " + adresse + " dit où elle en est, et s'ouvrira toute seule.");
    }
    contexte.getBean(CreerLaDemonstration.class).executer();
    if (le != null) {
      contexte.getBean(Horloge.class).regler(le.atTime(9, 0));
      BalayerLesEcheances.Bilan bilan = contexte.getBean(BalayerLesEcheances.class).executer("demonstration");
      contexte.getBean(AgentSysteme.class).agir("demonstration", () -> {
        contexte.getBean(CourriersDeLaDemo.class).envoyerCeQuiEstDu(le);
        return null;
      });
      System.out.println("Nous sommes le " + bilan.jour() + " dans la démonstration :");
      bilan.comptes().forEach(c -> System.out.printf("  %-16s %-10s %6d%n", c.nature(), c.situation(), c.nombre()));
    }
    preparation.terminer();
    System.out.println();
    System.out.println("Jalon est prêt : " + adresse + "   (Ctrl-C pour l'arrêter)");
    System.out.println(contexte.getBean(ComptesDeDemonstration.class).presentation());
    return EN_MARCHE;
  }
}
