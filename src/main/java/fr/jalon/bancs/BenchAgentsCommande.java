package fr.jalon.bancs;

import fr.jalon.demarrage.Commande;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Habilitations;
import fr.jalon.habilitations.SaisieAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./jalon bench agents}: agents of every role at work together on the whole demonstration, each with an account and a session of her
 * own, following the links of the pages. Fails on an error or above the time allowed.
 */
@Component
@Command(name = "agents", description = "Cinquante agents de tous les rôles au travail sur la démonstration : erreurs, et p95 de toutes les pages.")
class BenchAgentsCommande implements Commande {
  private static final double P95_ADMIS_MS = 300;
  private static final List<String> ROLES = List.of("REFERENT", "REFERENT", "SECRETARIAT", "REFERENT", "RESPONSABLE_TERRITOIRE", "REFERENT",
      "REFERENT", "SECRETARIAT",
      "ALLOCATION", "PARTENAIRE", "REFERENT", "REFERENT", "SECRETARIAT", "CONTROLE", "DIRECTION", "REFERENT", "REFERENT", "PARTENAIRE",
      "ADMINISTRATION", "REFERENT");
  private final AgentSysteme systeme;
  private final Habilitations habilitations;
  private final JdbcClient base;

  @Option(names = "--agents", paramLabel = "N", description = "Agents à la fois (50).")
  private int agents = 50;
  @Option(names = "--minutes", paramLabel = "N", description = "Durée de la mesure (30).")
  private double minutes = 30;
  @Option(names = "--pause", paramLabel = "S", description = "Secondes entre deux clics d'un agent, en moyenne (2).")
  private double pause = 2;
  @Option(names = "--graine", paramLabel = "N", description = "Graine du hasard (1).")
  private long graine = 1;

  BenchAgentsCommande(AgentSysteme systeme, Habilitations habilitations, @Qualifier("chargement") JdbcClient base) {
    this.systeme = systeme;
    this.habilitations = habilitations;
    this.base = base;
  }

  @Override
  public Integer call() throws Exception {
    try (ServeurDuBanc serveur = ServeurDuBanc.demarrer("demo")) {
      List<String> noms = base.sql("select nom from allocataires.personne order by id limit 2000").query(String.class).list();
      Chronometre echauffement = new Chronometre();
      List<AgentDuBanc> tous = new ArrayList<>();
      Chronometre mesure = new Chronometre();
      List<NavigateurDuBanc> navigateurs = entrer(serveur.adresse());
      for (int a = 0; a < agents; a++) {
        new AgentDuBanc(navigateurs.get(a), role(a), graine + a, noms, echauffement).travailler(System.nanoTime() + TimeUnit.SECONDS.toNanos(1), 0);
        tous.add(new AgentDuBanc(navigateurs.get(a), role(a), graine + agents + a, noms, mesure));
      }
      ensemble(tous);
      System.out.printf("%d agents à la fois, un clic toutes les %.1f s, %.1f min, %d processeurs%n", agents, pause, minutes, Runtime.getRuntime()
          .availableProcessors());
      mesure.dire(System.out);
      mesure.direLeTotal(System.out);
      boolean tenu = mesure.erreurs() == 0 && mesure.centile(0.95) <= P95_ADMIS_MS;
      System.out.printf(tenu ? "Tenu : aucune erreur, p95 sous %.0f ms.%n" : "ÉCHEC : il faut 0 erreur et un p95 sous %.0f ms.%n", P95_ADMIS_MS);
      return tenu ? 0 : 1;
    }
  }

  private void ensemble(List<AgentDuBanc> tous) throws InterruptedException {
    long fin = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
    long pauseNs = (long) (pause * TimeUnit.SECONDS.toNanos(1));
    List<Thread> fils = tous.stream().map(a -> Thread.ofVirtual().start(() -> a.travailler(fin, pauseNs))).toList();
    for (Thread fil : fils) {
      fil.join();
    }
  }

  /** Accounts made anew, as the administration makes them, and logged in one after the other. */
  private List<NavigateurDuBanc> entrer(String adresse) throws Exception {
    ComptesDuBanc.oublier(base, "banc-%");
    List<Integer> territoires = base.sql("select id from structures.territoire order by id").query(Integer.class).list();
    List<Integer> organisations = base.sql("select id from structures.organisation where nature = 'EXTERNE' order by id").query(Integer.class).list();
    List<NavigateurDuBanc> navigateurs = new ArrayList<>();
    for (int a = 0; a < agents; a++) {
      String identifiant = "banc-" + a;
      boolean partenaire = role(a).equals("PARTENAIRE");
      List<Integer> sien = partenaire ? List.of() : List.of(territoires.get(a % territoires.size()));
      List<Integer> sienne = partenaire ? List.of(organisations.get(a % organisations.size())) : List.of();
      SaisieAgent saisie = new SaisieAgent(identifiant, "Agent du banc " + a, null, role(a), false, sien, sienne);
      systeme.agir("banc", () -> {
        habilitations.creer(saisie, Visite.MOT_DE_PASSE);
        return null;
      });
      NavigateurDuBanc navigateur = new NavigateurDuBanc(adresse);
      navigateur.connecter(identifiant, Visite.MOT_DE_PASSE);
      navigateurs.add(navigateur);
    }
    return navigateurs;
  }

  private static String role(int agent) {
    return ROLES.get(agent % ROLES.size());
  }
}
