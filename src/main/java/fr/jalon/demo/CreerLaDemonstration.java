package fr.jalon.demo;

import fr.jalon.demarrage.Preparation;
import fr.jalon.demo.generation.DepartementDemo;
import fr.jalon.demo.generation.EcritureDesFichiers;
import fr.jalon.demo.generation.FabriqueDeFichiers;
import fr.jalon.demo.generation.FichierEcrit;
import fr.jalon.demo.generation.JeuDeFichiers;
import fr.jalon.echanges.caf.application.Avancement;
import fr.jalon.echanges.caf.application.ChargerFichier;
import fr.jalon.echanges.caf.application.ChargerFichier.Demande;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.parametres.Horloge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the demonstration: writes the files, then lives the months again day after day, on a clock set to each day — files are loaded the
 * day they were received, orientations are recorded the day they were notified — through the doors everyone uses.
 * Cut short, it goes on from where it was: a file already loaded changes nothing.
 */
@Component
class CreerLaDemonstration {
  /** How far the demonstration is, in per cent, when its persons are invented, and when its files are loaded. */
  private static final int PERSONNES_INVENTEES = 2;
  private static final int FICHIERS_CHARGES = 97;
  private static final int POIDS_D_UN_MOIS = 30;
  private final ChargerFichier chargement;
  private final OrientationsDeLaDemo orientations;
  private final SessionsDeLaDemo sessions;
  private final AccompagnementDeLaDemo accompagnement;
  private final PortefeuillesDeLaDemo portefeuilles;
  private final EntretiensDeLaDemo entretiens;
  private final SuivisDeLaDemo suivis;
  private final DonneesDeLaDemo donnees;
  private final BalayerLesEcheances balayer;
  private final ComptesDeDemonstration comptes;
  private final AgentSysteme systeme;
  private final Horloge horloge;
  private final Preparation preparation;
  private final JdbcClient base;
  private final Path home;
  private final String departement;

  CreerLaDemonstration(ChargerFichier chargement, OrientationsDeLaDemo orientations, SessionsDeLaDemo sessions,
      AccompagnementDeLaDemo accompagnement, PortefeuillesDeLaDemo portefeuilles, EntretiensDeLaDemo entretiens, SuivisDeLaDemo suivis,
          DonneesDeLaDemo donnees,
      BalayerLesEcheances balayer,
      ComptesDeDemonstration comptes, AgentSysteme systeme, Horloge horloge, Preparation preparation,
      @Qualifier("chargement") JdbcClient base, @Value("${jalon.home}") Path home, @Value("${jalon.departement:}") String departement) {
    this.chargement = chargement;
    this.orientations = orientations;
    this.sessions = sessions;
    this.accompagnement = accompagnement;
    this.portefeuilles = portefeuilles;
    this.entretiens = entretiens;
    this.suivis = suivis;
    this.donnees = donnees;
    this.balayer = balayer;
    this.comptes = comptes;
    this.systeme = systeme;
    this.horloge = horloge;
    this.preparation = preparation;
    this.base = base;
    this.home = home;
    this.departement = departement;
  }

  /**
   * Makes it if it is not complete; tells the terminal what it does.
   *
   * @return the acts that were refused: how many times by code of refusal; empty when all that was foreseen was done
   */
  Map<String, Integer> executer() throws IOException {
    EtatDeLaDemo etat = EtatDeLaDemo.dans(home);
    if (etat.complete()) {
      return Map.of();
    }
    etat.ecrire(departement, false);
    DepartementDemo demo = DepartementDemo.lire(departement);
    long debut = System.nanoTime();
    System.out.println("Création de la démonstration : " + demo.nom() + " (une fois, une à deux minutes)");
    Path dossier = home.resolve("demonstration");
    Map<String, Integer> refuses;
    // the months are lived again while the files of the next ones are written
    try (EcritureDesFichiers ecriture = FabriqueDeFichiers.commencer(demo, dossier)) {
      System.out.printf("  %d fichiers de la CAF et de la MSA à recevoir%n", ecriture.jeu().fichiers().size());
      preparation.avancer(PERSONNES_INVENTEES);
      refuses = systeme.agir("demonstration", () -> {
        comptes.creer();
        return jouer(ecriture, demo);
      });
    }
    // what was not waited for at each act is on the disk before the demonstration is said to be whole
    base.sql("select pg_logical_emit_message(true, 'jalon', 'demonstration')").query((_, _) -> 0).list();
    horloge.regler(demo.horloge().atTime(9, 0));
    effacer(dossier);
    etat.ecrire(departement, true);
    refuses.forEach((code, nombre) -> System.out.printf("  %d actes refusés : %s%n", nombre, code));
    System.out.printf("  Prête en %d s.%n", (System.nanoTime() - debut) / 1_000_000_000L);
    return refuses;
  }

  private Map<String, Integer> jouer(EcritureDesFichiers ecriture, DepartementDemo demo) {
    JeuDeFichiers jeu = ecriture.jeu();
    OrientationsDeLaDemo.Partie partie = orientations.commencer(jeu, demo);
    SessionsDeLaDemo.Partie informations = sessions.commencer(demo);
    AccompagnementDeLaDemo.Partie suite = accompagnement.commencer(demo);
    int numero = 0;
    int total = poids(jeu.fichiers());
    for (FichierEcrit fichier : jeu.fichiers()) {
      preparation.avancer(PERSONNES_INVENTEES + (FICHIERS_CHARGES - PERSONNES_INVENTEES) * poids(jeu.fichiers().subList(0, numero)) / total);
      informations.jouerAvant(fichier.recuLe(), jour -> {
        partie.jouerAvant(jour);
        suite.passer();
        portefeuilles.passer();
      });
      horloge.regler(fichier.recuLe().atTime(8, 0));
      ecriture.attendre(fichier.chemin());
      if (charger(fichier, ++numero, jeu.fichiers().size()).nouveauxEntrants() > 0) {
        partie.prevoirCeuxQuiAttendent();
        informations.apresUnFichier();
      }
    }
    informations.jouerAvant(demo.horloge(), partie::jouerAvant);
    horloge.regler(demo.horloge().atTime(8, 0));
    partie.jouerAvant(demo.horloge().plusDays(1));
    informations.conclure();
    balayer.executer("demonstration");
    entretiens.jouer();
    suivis.jouer(demo);
    donnees.jouer();
    Map<String, Integer> refuses = new TreeMap<>(partie.conclure());
    suite.conclure().forEach((code, nombre) -> refuses.merge(code, nombre, Integer::sum));
    portefeuilles.conclure().forEach((code, nombre) -> refuses.merge(code, nombre, Integer::sum));
    return refuses;
  }

  /** What is left to load: a month weighs what twenty days do not. */
  private static int poids(List<FichierEcrit> fichiers) {
    return fichiers.stream().mapToInt(f -> f.duMois() ? POIDS_D_UN_MOIS : 1).sum();
  }

  private Rapport charger(FichierEcrit fichier, int numero, int total) {
    Demande demande = new Demande(fichier.chemin(), fichier.chemin().getFileName().toString(), fichier.recuLe(), raison(fichier));
    Rapport r = chargement.charger(demande, Avancement.AUCUN);
    String suite = r.statut().equals("CHARGE") ? "%d dossiers, %d nouveaux entrants%s".formatted(r.dossiersLus(), r.nouveauxEntrants(),
        r.rejets().isEmpty() ? "" : ", " + r.rejets().size() + " rejets") : r.statut().equals("REFUSE") ? "refusé, comme prévu" : "déjà chargé";
    if (!r.statut().equals(fichier.attendu())) {
      suite += " — attendu : " + fichier.attendu() + (r.motif() == null ? "" : " ; " + r.motif());
    }
    System.out.printf("  [%d/%d] %s : %s%n", numero, total, r.fichier(), suite);
    return r;
  }

  /** A demonstration is of some hundreds of foyers: one of its months may look strange beside another; what must be refused still is. */
  private static String raison(FichierEcrit fichier) {
    return fichier.accepterEcart() ? fichier.raison() : "CHARGE".equals(fichier.attendu()) ? "Fichier de la démonstration" : null;
  }

  private static void effacer(Path dossier) throws IOException {
    try (Stream<Path> fichiers = Files.walk(dossier)) {
      for (Path p : fichiers.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }
}
