package fr.jalon.orientation.ligne;

import fr.jalon.demarrage.Commande;
import fr.jalon.diagnostic.Recommandations;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Temoin;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.socle.PersonneMontree;
import fr.jalon.structures.Structures;
import fr.jalon.structures.Territoire;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./jalon orientation a-traiter}: who waits to be oriented, the most late first. The keys of the JSON do not change. */
@Component
@Command(name = "a-traiter", description = "Les personnes à orienter, la plus en retard d'abord.",
    footer = {"", "Chaque objet de --json : personne, nom, prenom, naissance, motif, territoire, commune, communeInsee, recuLe, limiteLegale, cible,",
        "joursRestants (négatif : en retard ; null : en pause), etat (EN_RETARD, PROCHE, A_TEMPS, SUSPENDUE), parcoursRecommande.",
        "À côté d'une démonstration, donnez son jour : JALON_HORLOGE=2025-09-08 ./jalon orientation a-traiter"})
class OrientationATraiterCommande implements Commande {
  /** Unknown territory. */
  static final int REFUSE = 2;
  private final ListeDesEntrees entrees;
  private final Recommandations recommandations;
  private final Structures structures;
  private final Temoin temoin;
  private final AgentSysteme systeme;
  private final Clock horloge;

  @Option(names = "--json", description = "Un tableau JSON.")
  private boolean json;

  @Option(names = "--territoire", paramLabel = "NOM", description = "Un seul territoire, par son nom ou son code.")
  private String territoire;

  private PrintWriter sortie = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
  private PrintWriter erreurs = new PrintWriter(System.err, true, StandardCharsets.UTF_8);

  OrientationATraiterCommande(ListeDesEntrees entrees, Recommandations recommandations, Structures structures, Temoin temoin, AgentSysteme systeme,
      Clock horloge) {
    this.entrees = entrees;
    this.recommandations = recommandations;
    this.structures = structures;
    this.temoin = temoin;
    this.systeme = systeme;
    this.horloge = horloge;
  }

  /** Writes elsewhere than on the terminal. */
  OrientationATraiterCommande vers(PrintWriter autreSortie, PrintWriter autresErreurs) {
    sortie = autreSortie;
    erreurs = autresErreurs;
    return this;
  }

  /** One person who waits; the names are the keys of the JSON. */
  record Personne(@PersonneMontree long personne, String nom, String prenom, LocalDate naissance, String motif, String territoire,
      String commune, String communeInsee,
      LocalDate recuLe, LocalDate limiteLegale, LocalDate cible, Long joursRestants, String etat, String parcoursRecommande) {}

  @Override
  public Integer call() {
    Integer numero = null;
    if (territoire != null) {
      numero = structures.territoires().stream().filter(t -> t.nom().equalsIgnoreCase(territoire) || t.code().equalsIgnoreCase(territoire))
          .map(Territoire::id).findFirst().orElse(null);
      if (numero == null) {
        erreurs.println("Le territoire « %s » n'existe pas. Territoires : %s.".formatted(territoire,
            String.join(", ", structures.territoires().stream().map(Territoire::nom).toList())));
        return REFUSE;
      }
    }
    Integer choisi = numero;
    List<Personne> personnes = systeme.agir("commande:" + System.getProperty("user.name"), () -> lire(choisi));
    if (json) {
      sortie.println(JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(personnes));
    } else {
      ecrireLeTableau(personnes);
    }
    sortie.flush();
    return 0;
  }

  private List<Personne> lire(Integer numero) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<LigneDEntree> lignes = Stream.of(FiltresDEntrees.File.ATTENTE, FiltresDEntrees.File.SUSPENDUES)
        .flatMap(f -> entrees.toutes(new FiltresDEntrees(f, numero, null, null, null, 1)).stream()).toList();
    Map<Long, Recommandations.Faite> recommandees = recommandations.dernieres(lignes.stream().map(LigneDEntree::personneId).toList());
    List<Personne> personnes = lignes.stream()
        .map(l -> new Personne(l.personneId(), l.nom(), l.prenom(), l.naissance(), l.motif().name(), l.territoire(), l.commune(), l.codeCommune(),
        l.recuLe(), l.limite(), l.cible(), l.urgence() == null ? null : l.joursRestants(aujourdhui),
        l.urgence() == null ? "SUSPENDUE" : l.urgence().name(),
        recommandees.containsKey(l.personneId()) ? recommandees.get(l.personneId()).parcours().name() : null)).toList();
    temoin.exporter("Personnes à orienter sur le terminal : " + personnes.size(), personnes);
    return personnes;
  }

  private void ecrireLeTableau(List<Personne> personnes) {
    sortie.printf("%-32s %-10s %-10s %8s  %-9s %-20s %s%n", "Personne", "Reçu le", "Limite", "Jours", "État", "Territoire", "Recommandé");
    for (Personne p : personnes) {
      sortie.printf("%-32.32s %-10s %-10s %8s  %-9s %-20.20s %s%n", p.nom() + " " + Francais.nom(p.prenom()), Francais.date(p.recuLe()),
          Francais.date(p.limiteLegale()),
          p.joursRestants() == null ? "" : p.joursRestants(), p.etat(), p.territoire() == null ? "Hors territoire" : p.territoire(),
          p.parcoursRecommande() == null ? "" : p.parcoursRecommande().toLowerCase(java.util.Locale.FRENCH));
    }
    sortie.println(Francais.compte(personnes.size(), "personne à orienter", "personnes à orienter"));
  }
}
