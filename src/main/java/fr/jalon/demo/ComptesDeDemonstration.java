package fr.jalon.demo;

import fr.jalon.habilitations.Habilitations;
import fr.jalon.habilitations.SaisieAgent;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import fr.jalon.structures.Territoire;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** One account per role, all with the same password: a demonstration holds only invented persons. */
@Component
class ComptesDeDemonstration {
  private static final String MOT_DE_PASSE = "jalon-demonstration";
  private final Habilitations habilitations;
  private final Structures structures;

  ComptesDeDemonstration(Habilitations habilitations, Structures structures) {
    this.habilitations = habilitations;
    this.structures = structures;
  }

  private record Compte(SaisieAgent saisie, String vue) {}

  /** Creates the accounts that do not exist yet. Runs as the system. */
  void creer() {
    for (Compte c : prevus()) {
      try {
        habilitations.creer(c.saisie, MOT_DE_PASSE);
      } catch (RefusMetier dejaCree) {
        // the demonstration was cut short after the accounts, and goes on
      }
    }
  }

  /** Lines for the terminal. */
  String presentation() {
    StringBuilder lignes = new StringBuilder("Un compte par rôle, mot de passe « " + MOT_DE_PASSE + " » :\n");
    for (Compte c : prevus()) {
      lignes.append("  %-16s %s%n".formatted(c.saisie.identifiant(), c.vue));
    }
    return lignes.toString();
  }

  private List<Compte> prevus() {
    List<Territoire> territoires = structures.territoires();
    Territoire premier = territoires.getFirst();
    Organisation externe = structures.organisations().stream().filter(o -> "EXTERNE".equals(o.nature())).findFirst().orElseThrow();
    List<Compte> prevus = new ArrayList<>();
    prevus.add(compte("direction", "Claire Vidal", "DIRECTION", true, List.of(), List.of(), "Direction : tout le Département, tableau de bord"));
    prevus.add(compte("allocation", "Paul Marchal", "ALLOCATION", true, List.of(), List.of(), "Service de l'allocation : fichiers, rejets, doublons"));
    prevus.add(compte("responsable", "Nadia Roche", "RESPONSABLE_TERRITOIRE", false, List.of(premier.id()), List.of(), "Responsable du territoire " + premier.nom()));
    prevus.add(compte("secretariat", "Lucie Faure", "SECRETARIAT", false, List.of(premier.id()), List.of(), "Secrétariat du territoire " + premier.nom()));
    prevus.add(compte("referent", "Karim Benali", "REFERENT", false, List.of(premier.id()), List.of(), "Référent du territoire " + premier.nom()));
    prevus.add(compte("controle", "Anne Teyssier", "CONTROLE", true, List.of(), List.of(), "Contrôle : tout le Département"));
    prevus.add(compte("partenaire", "Marc Delorme", "PARTENAIRE", false, List.of(), List.of(externe.id()), "Partenaire : " + externe.nom() + ", ses seules personnes"));
    prevus.add(compte("administration", "Sophie Brun", "ADMINISTRATION", true, List.of(), List.of(), "Administration : comptes, paramètres, journal, fichiers"));
    return prevus;
  }

  private static Compte compte(String identifiant, String nom, String role, boolean partout, List<Integer> territoires, List<Integer> organisations, String vue) {
    return new Compte(new SaisieAgent(identifiant, nom, null, role, partout, territoires, organisations), vue);
  }
}
