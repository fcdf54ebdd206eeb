package fr.jalon.pilotage;

import fr.jalon.demarrage.Commande;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.socle.RefusMetier;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jalon indicateurs}: the figures of the dashboard on the terminal, from the same SQL. */
@Command(name = "indicateurs", description = "Calcule des indicateurs à une date.",
    footer = {"", "Sans CODE : tous. Sans --par : le total, ou la ventilation naturelle de l'indicateur (POP-TERRITOIRE, POP-AGE…)."})
class CommandeIndicateurs implements Commande {
  /** Unknown code, dimension, date or format. */
  static final int REFUSE = 2;

  private final Indicateurs indicateurs;
  private final CatalogueIndicateurs catalogue;
  private final DonneesChargees donnees;
  private final AgentSysteme systeme;
  private final Clock horloge;

  @Parameters(paramLabel = "CODE", arity = "0..*", description = "Codes des indicateurs, par exemple POP-DOV.")
  private List<String> codes = List.of();

  @Option(names = "--au", paramLabel = "DATE", description = "Date des chiffres, AAAA-MM-JJ (sinon celle du dernier fichier chargé).")
  private String au;

  @Option(names = "--par", paramLabel = "DIMENSION",
      description = "Ventilation : TERRITOIRE, FOYER, AGE, ANCIENNETE, PAYEUR, PARCOURS, SDD, TNS, SEXE, MOIS, "
      + "PRESTATION, VERSEMENT, ORGANISATION, MOUVEMENT, TYPE_STRUCTURE, RAISON, AGE_DU_DOSSIER.")
  private String par;

  @Option(names = "--format", paramLabel = "FORMAT", description = "table (par défaut), json ou csv.")
  private String format = "table";

  private PrintWriter sortie = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
  private PrintWriter erreurs = new PrintWriter(System.err, true, StandardCharsets.UTF_8);

  CommandeIndicateurs(Indicateurs indicateurs, CatalogueIndicateurs catalogue, DonneesChargees donnees, AgentSysteme systeme, Clock horloge) {
    this.indicateurs = indicateurs;
    this.catalogue = catalogue;
    this.donnees = donnees;
    this.systeme = systeme;
    this.horloge = horloge;
  }

  /** Writes elsewhere than on the terminal. */
  CommandeIndicateurs vers(PrintWriter autreSortie, PrintWriter autresErreurs) {
    sortie = autreSortie;
    erreurs = autresErreurs;
    return this;
  }

  @Override
  public Integer call() {
    try {
      Presentation presentation = Presentation.nommee(format);
      List<ValeurIndicateur> valeurs = systeme.agir("commande:" + System.getProperty("user.name"), this::calculer);
      presentation.ecrire(valeurs, sortie);
      sortie.flush();
      valeurs.stream().filter(v -> v.manque() != null).map(v -> v.code() + " : " + v.manque()).distinct()
          .forEach(erreurs::println);
      valeurs.stream().filter(ValeurIndicateur::ouverte).filter(v -> v.valeur() != null)
          .map(v -> "%s %s : peut encore bouger, le délai de %d personne(s) court.".formatted(v.code(), v.libelleValeur(), v.enCours()))
          .forEach(erreurs::println);
      erreurs.flush();
      return 0;
    } catch (RefusMetier refus) {
      erreurs.println(refus.getMessage());
      erreurs.flush();
      return REFUSE;
    }
  }

  private List<ValeurIndicateur> calculer() {
    LocalDate date = date();
    Dimension demandee = par == null ? null : catalogue.dimension(par);
    List<Indicateur> choisis = codes.isEmpty()
        ? catalogue.tous().stream().filter(i -> demandee == null || i.dimensions().contains(demandee)).toList()
        : codes.stream().flatMap(mot -> Stream.of(mot.split(","))).map(catalogue::indicateur).toList();
    List<Demande> demandes = choisis.stream().map(i -> new Demande(i.code(), demandee == null ? i.parDefaut() : demandee)).distinct().toList();
    Map<Demande, List<ValeurIndicateur>> valeurs = indicateurs.calculer(demandes, date);
    return demandes.stream().flatMap(d -> valeurs.get(d).stream()).toList();
  }

  private LocalDate date() {
    if (au == null) {
      return donnees.derniereReference().orElseGet(() -> LocalDate.now(horloge));
    }
    try {
      LocalDate date = LocalDate.parse(au);
      LocalDate aujourdhui = LocalDate.now(horloge);
      if (date.isAfter(aujourdhui) && date.isAfter(donnees.derniereReference().orElse(aujourdhui))) {
        throw new RefusMetier("DATE_FUTURE", "Le " + au + " n'est pas encore arrivé : les chiffres d'un jour à venir n'existent pas.");
      }
      return date;
    } catch (DateTimeParseException _) {
      throw new RefusMetier("DATE_INVALIDE", "La date « " + au + " » n'est pas de la forme AAAA-MM-JJ, par exemple 2025-08-31.");
    }
  }
}
