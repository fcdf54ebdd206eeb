package fr.jalon.demo;

import fr.jalon.allocataires.PersonnesParNir;
import fr.jalon.demo.generation.DepartementDemo;
import fr.jalon.demo.generation.FabriqueDeFichiers;
import fr.jalon.demo.generation.FichierEcrit;
import fr.jalon.demo.generation.JeuDeFichiers;
import fr.jalon.demo.generation.OrientationAJouer;
import fr.jalon.echanges.caf.application.Avancement;
import fr.jalon.echanges.caf.application.ChargerFichier;
import fr.jalon.echanges.caf.application.ChargerFichier.Demande;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.Parcours;
import fr.jalon.parametres.Horloge;
import fr.jalon.socle.Nir;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the demonstration: writes the files, then lives the months again day after day, on a clock set to each day — files are loaded the
 * day they were received, orientations are recorded the day they were notified — through the doors everyone uses.
 * Cut short, it goes on from where it was: a file already loaded changes nothing.
 */
@Component
class CreerLaDemonstration {
  private static final int PAR_LOT = 128;
  private final ChargerFichier chargement;
  private final EnregistrerOrientation orientations;
  private final PersonnesParNir personnes;
  private final Structures structures;
  private final ComptesDeDemonstration comptes;
  private final AgentSysteme systeme;
  private final Horloge horloge;
  private final Path home;
  private final String departement;
  private final List<NouvelleOrientation> suspendus = new ArrayList<>();
  private final Map<String, Integer> refuses = new TreeMap<>();

  CreerLaDemonstration(ChargerFichier chargement, EnregistrerOrientation orientations, PersonnesParNir personnes, Structures structures,
      ComptesDeDemonstration comptes, AgentSysteme systeme, Horloge horloge, @Value("${jalon.home}") Path home, @Value("${jalon.departement:}") String departement) {
    this.chargement = chargement;
    this.orientations = orientations;
    this.personnes = personnes;
    this.structures = structures;
    this.comptes = comptes;
    this.systeme = systeme;
    this.horloge = horloge;
    this.home = home;
    this.departement = departement;
  }

  /** Makes it if it is not complete; tells the terminal what it does. */
  void executer() throws IOException {
    EtatDeLaDemo etat = EtatDeLaDemo.dans(home);
    if (etat.complete()) {
      return;
    }
    etat.ecrire(departement, false);
    DepartementDemo demo = DepartementDemo.lire(departement);
    long debut = System.nanoTime();
    System.out.println("Création de la démonstration : " + demo.nom() + " (une fois, une à deux minutes)");
    Path dossier = home.resolve("demonstration");
    JeuDeFichiers jeu = FabriqueDeFichiers.ecrire(demo, dossier, phrase -> { });
    System.out.printf("  %d fichiers de la CAF et de la MSA écrits%n", jeu.fichiers().size());
    systeme.agir("demonstration", () -> {
      comptes.creer();
      jouer(jeu);
      return null;
    });
    horloge.regler(demo.horloge().atTime(9, 0));
    effacer(dossier);
    etat.ecrire(departement, true);
    System.out.printf("  Prête en %d s.%n", (System.nanoTime() - debut) / 1_000_000_000L);
  }

  private void jouer(JeuDeFichiers jeu) {
    Map<String, Organisation> parCode = structures.organisations().stream().collect(Collectors.toMap(Organisation::code, Function.identity()));
    Map<String, Referent> parCourriel = structures.referents().stream().filter(r -> r.courriel() != null).collect(Collectors.toMap(Referent::courriel, Function.identity()));
    Iterator<OrientationAJouer> aJouer = jeu.orientations().stream().sorted(Comparator.comparing(OrientationAJouer::notifieeLe)).iterator();
    List<OrientationAJouer> enAttente = new ArrayList<>();
    OrientationAJouer prochaine = aJouer.hasNext() ? aJouer.next() : null;
    int numero = 0;
    for (FichierEcrit fichier : jeu.fichiers()) {
      while (prochaine != null && prochaine.notifieeLe().isBefore(fichier.recuLe())) {
        enAttente.add(prochaine);
        prochaine = aJouer.hasNext() ? aJouer.next() : null;
      }
      enAttente = notifier(enAttente, parCode, parCourriel);
      horloge.regler(fichier.recuLe().atTime(8, 0));
      charger(fichier, ++numero, jeu.fichiers().size());
      if (fichier.nature().equals("BENEFICIAIRE_MENSUEL")) {
        reprendreLesSuspendus();
      }
    }
    while (prochaine != null) {
      enAttente.add(prochaine);
      prochaine = aJouer.hasNext() ? aJouer.next() : null;
    }
    horloge.regler(DepartementDemo.lire(departement).horloge().atTime(8, 0));
    int restantes = notifier(enAttente, parCode, parCourriel).size();
    refuses.forEach((code, nombre) -> System.out.printf("  %d orientations refusées : %s%n", nombre, code));
    if (restantes > 0) {
      System.out.printf("  %d orientations n'ont pas trouvé leur personne%n", restantes);
    }
  }

  private void charger(FichierEcrit fichier, int numero, int total) {
    Demande demande = new Demande(fichier.chemin(), fichier.chemin().getFileName().toString(), fichier.recuLe(), fichier.accepterEcart() ? fichier.raison() : null);
    Rapport r = chargement.charger(demande, Avancement.AUCUN);
    String suite = r.statut().equals("CHARGE") ? "%d dossiers, %d nouveaux entrants%s".formatted(r.dossiersLus(), r.nouveauxEntrants(),
        r.rejets().isEmpty() ? "" : ", " + r.rejets().size() + " rejets") : r.statut().equals("REFUSE") ? "refusé, comme prévu" : "déjà chargé";
    if (!r.statut().equals(fichier.attendu())) {
      suite += " — attendu : " + fichier.attendu() + (r.motif() == null ? "" : " ; " + r.motif());
    }
    System.out.printf("  [%d/%d] %s : %s%n", numero, total, r.fichier(), suite);
  }

  /** Those whose right was suspended that day: recorded when it is no longer. */
  private void reprendreLesSuspendus() {
    List<NouvelleOrientation> aReprendre = List.copyOf(suspendus);
    suspendus.clear();
    aReprendre.forEach(o -> enregistrer(List.of(o)));
  }

  /** Records the orientations whose person is known; returns the others, to be tried after the next file. */
  private List<OrientationAJouer> notifier(List<OrientationAJouer> aNotifier, Map<String, Organisation> parCode, Map<String, Referent> parCourriel) {
    List<OrientationAJouer> restantes = new ArrayList<>();
    List<NouvelleOrientation> lot = new ArrayList<>();
    for (OrientationAJouer o : aNotifier) {
      Optional<Long> personne = personnes.trouver(new Nir(o.nir()));
      if (personne.isEmpty()) {
        restantes.add(o);
        continue;
      }
      Referent referent = parCourriel.get(o.referent());
      lot.add(new NouvelleOrientation(personne.get(), Parcours.valueOf(o.parcours()), parCode.get(o.structure()).id(), referent == null ? null : referent.id(), o.notifieeLe()));
    }
    int debut = 0;
    for (int i = 1; i <= lot.size(); i++) {
      boolean autreJour = i == lot.size() || !lot.get(i).notifieLe().equals(lot.get(debut).notifieLe()) && !lot.get(debut).notifieLe().isBefore(aujourdhui());
      if (autreJour || i - debut == PAR_LOT) {
        avancerAu(lot.get(i - 1).notifieLe());
        enregistrer(lot.subList(debut, i));
        debut = i;
      }
    }
    return restantes;
  }

  private LocalDate aujourdhui() {
    return LocalDate.now(horloge);
  }

  /** The evening of that day, unless it is already past. */
  private void avancerAu(LocalDate jour) {
    if (jour.isAfter(aujourdhui())) {
      horloge.regler(jour.atTime(18, 0));
    }
  }

  /** All at once; when one is refused, one by one, so that only that one is. */
  private void enregistrer(List<NouvelleOrientation> lot) {
    try {
      orientations.executer(lot);
    } catch (RefusMetier refus) {
      if (lot.size() == 1) {
        refuses.merge(refus.code(), 1, Integer::sum);
        if (refus.code().equals("DROIT_SUSPENDU")) {
          suspendus.add(lot.getFirst());
        }
        return;
      }
      enregistrer(lot.subList(0, lot.size() / 2));
      enregistrer(lot.subList(lot.size() / 2, lot.size()));
    }
  }

  private static void effacer(Path dossier) throws IOException {
    try (Stream<Path> fichiers = Files.walk(dossier)) {
      for (Path p : fichiers.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }
}
