package fr.jalon.demo;

import fr.jalon.habilitations.Habilitations;
import fr.jalon.habilitations.Portee;
import fr.jalon.habilitations.SaisieAgent;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.LierLesComptes;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import fr.jalon.structures.Territoire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** One account per role, all with the same password, and two applications that call the API: a demonstration holds only invented persons. */
@Component
class ComptesDeDemonstration {
  private static final String MOT_DE_PASSE = "jalon-demonstration";
  /** The application of the partner, and that of the service of the territory, which may orient. */
  private static final String PARTENAIRE = "partenaire-demo";
  private static final String TERRITOIRE = "territoire-demo";
  private static final String REFERENT = "referent";
  private static final String SECRET = "secret-de-la-demonstration";
  private final Habilitations habilitations;
  private final TenirLesClients clients;
  private final Structures structures;
  private final LierLesComptes comptes;

  ComptesDeDemonstration(Habilitations habilitations, TenirLesClients clients, Structures structures, LierLesComptes comptes) {
    this.comptes = comptes;
    this.habilitations = habilitations;
    this.clients = clients;
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
    comptes.compteParIdentifiant(REFERENT).ifPresent(c -> lier(c.id()));
    for (SaisieClient application : applications()) {
      try {
        clients.declarer(application, SECRET);
      } catch (RefusMetier dejaDeclaree) {
        // the same
      }
    }
  }

  private void lier(long compte) {
    try {
      comptes.lier(compte, referente().id());
    } catch (RefusMetier dejaLie) {
      // the same
    }
  }

  /** The référent whose account is shown: the first of the Département in the first territory. */
  private Referent referente() {
    int premier = structures.territoires().getFirst().id();
    List<Integer> siennes = structures.organisations().stream()
        .filter(o -> "DEPARTEMENT".equals(o.nature()) && o.territoires().equals(List.of(premier))).map(Organisation::id).toList();
    return structures.referents().stream().filter(r -> r.actif() && siennes.contains(r.organisationId()))
        .min(Comparator.comparingInt(Referent::id)).orElseThrow();
  }

  /** Lines for the terminal. */
  String presentation() {
    StringBuilder lignes = new StringBuilder("Un compte par rôle, mot de passe « " + MOT_DE_PASSE + " » :\n");
    for (Compte c : prevus()) {
      lignes.append("  %-16s %s%n".formatted(c.saisie.identifiant(), c.vue));
    }
    lignes.append("Deux applications appellent l'API (/api/v1/documentation), secret « " + SECRET + " » :\n");
    lignes.append("  %-16s %s%n".formatted(PARTENAIRE, "agit pour " + externe().nom() + ", lit ses seules personnes"));
    lignes.append("  %-16s %s%n".formatted(TERRITOIRE, "agit pour le territoire " + structures.territoires().getFirst().nom() + ", lit et oriente"));
    return lignes.toString();
  }

  private List<SaisieClient> applications() {
    List<String> lire = List.of(Portee.ENTRANTS_LIRE.code(), Portee.ORIENTATIONS_LIRE.code(), Portee.CARNET_LIRE.code(), Portee.CARNET_ECRIRE.code(),
        Portee.CONTRATS_LIRE.code(), Portee.CONTRATS_ECRIRE.code(), Portee.WEBHOOKS.code());
    List<String> tout = List.of(Portee.values()).stream().map(Portee::code).toList();
    return List.of(new SaisieClient(PARTENAIRE, "Logiciel du partenaire", "informatique@partenaire.example", lire, false, List.of(),
        List.of(externe().id())),
        new SaisieClient(TERRITOIRE, "Logiciel du territoire", "informatique@departement.example", tout, false,
        List.of(structures.territoires().getFirst().id()), List.of()));
  }

  private Organisation externe() {
    return structures.organisations().stream().filter(o -> "EXTERNE".equals(o.nature())).findFirst().orElseThrow();
  }

  private List<Compte> prevus() {
    List<Territoire> territoires = structures.territoires();
    Territoire premier = territoires.getFirst();
    Organisation externe = externe();
    List<Compte> prevus = new ArrayList<>();
    prevus.add(compte("direction", "Claire Vidal", "DIRECTION", true, List.of(), List.of(), "Direction : tout le Département, tableau de bord"));
    prevus.add(compte("allocation", "Paul Marchal", "ALLOCATION", true, List.of(), List.of(),
        "Service de l'allocation : fichiers, rejets, doublons"));
    prevus.add(compte("responsable", "Nadia Roche", "RESPONSABLE_TERRITOIRE", false, List.of(premier.id()), List.of(),
        "Responsable du territoire " + premier.nom()));
    prevus.add(compte("secretariat", "Lucie Faure", "SECRETARIAT", false, List.of(premier.id()), List.of(),
        "Secrétariat du territoire " + premier.nom()));
    prevus.add(compte(REFERENT, referente().nom(), "REFERENT", false, List.of(premier.id()), List.of(),
        "Référent du territoire " + premier.nom() + ", avec ses personnes et son agenda"));
    prevus.add(compte("controle", "Anne Teyssier", "CONTROLE", true, List.of(), List.of(), "Contrôle : tout le Département"));
    prevus.add(compte("partenaire", "Marc Delorme", "PARTENAIRE", false, List.of(), List.of(externe.id()),
        "Partenaire : " + externe.nom() + ", ses seules personnes"));
    prevus.add(compte("administration", "Sophie Brun", "ADMINISTRATION", true, List.of(), List.of(),
        "Administration : comptes, paramètres, journal, fichiers"));
    return prevus;
  }

  private static Compte compte(String identifiant, String nom, String role, boolean partout,
      List<Integer> territoires, List<Integer> organisations, String vue) {
    return new Compte(new SaisieAgent(identifiant, nom, null, role, partout, territoires, organisations), vue);
  }
}
