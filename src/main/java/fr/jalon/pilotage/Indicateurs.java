package fr.jalon.pilotage;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.pilotage.PersonneConcernee.Page;
import fr.jalon.pilotage.RequeteIndicateurs.Groupe;
import fr.jalon.socle.RefusMetier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of the indicators. A head of territory gets her territory's figures: those of whoever lived there at the date, the same as the
 * direction reads for it. The lists behind name only whom she may open today. What is known is what is known today.
 */
@Component
public class Indicateurs {
  private final CatalogueIndicateurs catalogue;
  private final RequeteIndicateurs requete;
  private final DonneesChargees donnees;
  private final SecretDesPetitsNombres secret;
  private final AgentCourant agentCourant;

  Indicateurs(CatalogueIndicateurs catalogue, RequeteIndicateurs requete, DonneesChargees donnees,
      SecretDesPetitsNombres secret, AgentCourant agentCourant) {
    this.catalogue = catalogue;
    this.requete = requete;
    this.donnees = donnees;
    this.secret = secret;
    this.agentCourant = agentCourant;
  }

  /**
   * A figure.
   *
   * @param code      code of the indicator
   * @param au        date of the figure
   * @param dimension breakdown, or {@code null} for the total (one value)
   * @return the values in the order of the screen; one value with {@code manque} when nothing can be computed
   * @throws fr.jalon.socle.RefusMetier when the code, or the dimension of this code, is unknown
   */
  @Transactional(readOnly = true)
  public List<ValeurIndicateur> calculer(String code, LocalDate au, Dimension dimension) {
    Demande demande = new Demande(catalogue.indicateur(code).code(), dimension);
    return calculer(List.of(demande), au).get(demande);
  }

  /** Several figures at once; those that share the population at the date are one query. */
  @Transactional(readOnly = true)
  public Map<Demande, List<ValeurIndicateur>> calculer(Collection<Demande> demandes, LocalDate au) {
    return calculer(demandes, au, null);
  }

  /** The same of one territory. @param territoire its name, among {@link #territoires}; {@code null} for all that the agent reads */
  @Transactional(readOnly = true)
  public Map<Demande, List<ValeurIndicateur>> calculer(Collection<Demande> demandes, LocalDate au, String territoire) {
    Map<Demande, List<ValeurIndicateur>> resultat = new LinkedHashMap<>();
    Map<Boolean, Map<Indicateur, Set<Set<Dimension>>>> parFenetre = new HashMap<>();
    Map<Demande, List<Groupe>> groupes = new HashMap<>();
    for (Demande demande : demandes) {
      Indicateur indicateur = catalogue.indicateur(demande.code());
      indicateur.verifier(demande.dimension());
      boolean parMois = indicateur.mensuel() && demande.dimension() == Dimension.MOIS;
      String manque = parMois ? donnees.manqueDePerimetre(indicateur) : donnees.manque(indicateur, au);
      resultat.put(demande, new ArrayList<>());
      if (manque == null) {
        groupes.put(demande, new ArrayList<>());
        parFenetre.computeIfAbsent(parMois, _ -> new LinkedHashMap<>()).computeIfAbsent(indicateur, _ -> new LinkedHashSet<>())
            .add(demande.dimension() == null ? Set.of() : Set.of(demande.dimension()));
      } else {
        resultat.get(demande).add(valeur(indicateur, au, demande.dimension(), null, null, territoire, manque));
      }
    }
    parFenetre.forEach((parMois, jeux) -> requete.grouper(jeux, au, parMois, lieux(territoire)).forEach(groupe ->
        groupes.get(new Demande(groupe.code(), groupe.valeurs().keySet().stream().findFirst().orElse(null))).add(groupe)));
    groupes.forEach((demande, lus) -> resultat.get(demande).addAll(completer(demande, au, lus, territoire)));
    return resultat;
  }

  /** The same, of all that the agent reads. */
  @Transactional(readOnly = true)
  public Map<List<String>, BigDecimal> croiser(String code, LocalDate au, List<Dimension> dimensions) {
    return croiser(code, au, dimensions, null);
  }

  /**
   * A figure broken down by several dimensions at once, e.g. payer × benefit × month.
   *
   * @param territoire the only one looked at, or {@code null}
   * @return for each combination that exists, the values of the dimensions in the order asked, and the figure; empty when it cannot be computed
   */
  @Transactional(readOnly = true)
  public Map<List<String>, BigDecimal> croiser(String code, LocalDate au, List<Dimension> dimensions, String territoire) {
    Indicateur indicateur = catalogue.indicateur(code);
    dimensions.forEach(indicateur::verifier);
    Map<List<String>, BigDecimal> valeurs = new LinkedHashMap<>();
    if (donnees.manqueDePerimetre(indicateur) == null) {
      requete.grouper(Map.of(indicateur, Set.of(Set.copyOf(dimensions))), au, dimensions.contains(Dimension.MOIS), lieux(territoire))
          .stream().filter(g -> !secret.tait(indicateur, au, g))
          .forEach(g -> valeurs.put(dimensions.stream().map(g.valeurs()::get).toList(), g.valeur()));
    }
    return valeurs;
  }

  /**
   * The rows behind a figure: as many as the figure for a count, as its denominator for a share, but those whom the agent may not open.
   *
   * @param dimension, valeurDimension the value of a breakdown, both {@code null} for the total
   * @param page                       from 1, of {@value Page#TAILLE}; 0 for all
   */
  @Transactional(readOnly = true)
  public Page personnes(String code, LocalDate au, Dimension dimension, String valeurDimension, int page) {
    return personnes(code, au, dimension, valeurDimension, page, null);
  }

  /** The same of one territory. @param territoire its name, or {@code null} */
  @Transactional(readOnly = true)
  public Page personnes(String code, LocalDate au, Dimension dimension, String valeurDimension, int page, String territoire) {
    Indicateur indicateur = catalogue.indicateur(code);
    indicateur.verifier(dimension);
    return donnees.manqueDePerimetre(indicateur) == null
        && nomme(indicateur) ? requete.personnes(indicateur, au, dimension, valeurDimension, page, lieux(territoire))
        : new Page(List.of(), 0, page);
  }

  /** True when the agent reads the persons behind the figure, and not the figure alone. */
  public boolean nomme(Indicateur indicateur) {
    return indicateur.nomme(agentCourant.perimetre());
  }

  /** The territories whose figures the agent reads, in the order of the Département. */
  @Transactional(readOnly = true)
  public List<String> territoires() {
    Perimetre agent = agentCourant.perimetre();
    return requete.territoires(agent.partout(), agent.territoires());
  }

  /** @throws RefusMetier when the territory is not one she reads */
  private Lieux lieux(String territoire) {
    Perimetre agent = agentCourant.perimetre();
    List<String> tous = agent.partout() && territoire == null ? List.of() : requete.territoires(agent.partout(), agent.territoires());
    if (territoire != null && !tous.contains(territoire)) {
      throw new RefusMetier("TERRITOIRE_INCONNU", "Ce territoire n'existe pas, ou il ne fait pas partie de ce que vous pouvez consulter.");
    }
    return Lieux.de(agent, tous, territoire);
  }

  private List<ValeurIndicateur> completer(Demande demande, LocalDate au, List<Groupe> groupes, String territoire) {
    Indicateur indicateur = catalogue.indicateur(demande.code());
    Dimension dimension = demande.dimension();
    if (dimension == null) {
      String tu = secret.manque(indicateur, au, groupes.getFirst());
      return List.of(valeur(indicateur, au, null, null, tu == null ? groupes.getFirst() : null, territoire, tu));
    }
    Map<String, Groupe> parValeur = new HashMap<>();
    groupes.forEach(g -> parValeur.put(g.valeurs().get(dimension), g));
    Map<YearMonth, String> manques = dimension == Dimension.MOIS ? donnees.moisManquants(indicateur, au) : Map.of();
    List<ValeurIndicateur> valeurs = new ArrayList<>();
    for (String attendue : valeursAttendues(indicateur, dimension, au, territoire)) {
      Groupe groupe = parValeur.remove(attendue);
      String manque = dimension == Dimension.MOIS ? manques.get(YearMonth.parse(attendue)) : null;
      manque = manque == null ? secret.manque(indicateur, au, groupe) : manque;
      if (groupe != null || manque != null || indicateur.genre().additif() || dimension == Dimension.MOIS) {
        valeurs.add(valeur(indicateur, au, dimension, attendue, manque == null ? groupe : null, territoire, manque));
      }
    }
    parValeur.keySet().stream().sorted().forEach(v -> {
      String tu = secret.manque(indicateur, au, parValeur.get(v));
      valeurs.add(valeur(indicateur, au, dimension, v, tu == null ? parValeur.get(v) : null, territoire, tu));
    });
    if (valeurs.isEmpty()) {
      // nobody to break down: the figure is missing, which is said, as when it is asked whole
      return List.of(valeur(indicateur, au, dimension, null, null, territoire, null));
    }
    return secret.completer(indicateur, au, valeurs);
  }

  private List<String> valeursAttendues(Indicateur indicateur, Dimension dimension, LocalDate au, String territoire) {
    if (dimension == Dimension.MOIS) {
      return indicateur.mois(au).stream().map(Object::toString).toList();
    }
    if (dimension == Dimension.TERRITOIRE) {
      Perimetre agent = agentCourant.perimetre();
      return territoire != null ? List.of(territoire) : requete.territoires(agent.partout(), agent.territoires());
    }
    return dimension.valeursConnues();
  }

  private static ValeurIndicateur valeur(Indicateur i, LocalDate au, Dimension dimension, String valeurDimension, Groupe groupe,
      String territoire, String manque) {
    if (groupe != null && groupe.valeur() != null) {
      return new ValeurIndicateur(i.code(), i.libelle(), au, dimension, valeurDimension, simple(groupe.numerateur()),
          simple(groupe.denominateur()), simple(groupe.valeur()), i.unite(), groupe.enCours(), territoire, null);
    }
    if (groupe != null && manque == null && groupe.enCours() > 0) {
      return new ValeurIndicateur(i.code(), i.libelle(), au, dimension, valeurDimension, null, null, null, i.unite(), groupe.enCours(), territoire,
          groupe.enCours() == 1 ? "Le délai de la seule personne concernée court encore."
          : "Le délai des %d personnes concernées court encore.".formatted(groupe.enCours()));
    }
    if (groupe == null && manque == null && i.genre().additif()) {
      return new ValeurIndicateur(i.code(), i.libelle(), au, dimension, valeurDimension, BigDecimal.ZERO, null, BigDecimal.ZERO,
          i.unite(), 0, territoire, null);
    }
    return new ValeurIndicateur(i.code(), i.libelle(), au, dimension, valeurDimension, null, null, null, i.unite(), 0, territoire,
        manque != null ? manque : i.vide());
  }

  /** 991 and not 991.0; 64.5 and not 64.50. */
  private static BigDecimal simple(BigDecimal nombre) {
    if (nombre == null) {
      return null;
    }
    BigDecimal court = nombre.stripTrailingZeros();
    return court.scale() < 0 ? court.setScale(0) : court;
  }
}
