package fr.jalon.pilotage;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Perimetre;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the tests of indicators share: an empty Département of four territories, and figures read as the system or as an agent. */
@SpringBootTest(properties = "jalon.premier-compte=false")
abstract class EssaiDIndicateurs {
  static final Set<String> DIRECTION = Set.of("DOSSIERS", "MONTANTS", "ENTREES", "INDICATEURS", "EXPORTS");

  @Autowired
  Indicateurs indicateurs;
  @Autowired
  CatalogueIndicateurs catalogue;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient chargement;
  Peuplement p;

  @BeforeEach
  void vider() {
    p = new Peuplement(chargement).vider();
  }

  /** The whole Département's figure, as text; {@code null} when it is missing. */
  String valeur(String code, String au) {
    BigDecimal valeur = ensemble(code, au).valeur();
    return valeur == null ? null : valeur.toPlainString();
  }

  ValeurIndicateur ensemble(String code, String au) {
    return parSysteme(() -> indicateurs.calculer(code, LocalDate.parse(au), null)).getFirst();
  }

  /** The values of a breakdown that are not zero, as text, in the order of the screen. */
  Map<String, String> par(String code, String au, Dimension dimension) {
    Map<String, String> valeurs = new LinkedHashMap<>();
    parSysteme(() -> indicateurs.calculer(code, LocalDate.parse(au), dimension)).stream()
        .filter(v -> v.valeur() != null && v.valeur().signum() != 0)
        .forEach(v -> valeurs.put(v.valeurDimension(), v.valeur().toPlainString()));
    return valeurs;
  }

  /** First names behind a figure. */
  List<String> prenoms(String code, String au) {
    return parSysteme(() -> indicateurs.personnes(code, LocalDate.parse(au), null, null, 1)).personnes().stream()
        .map(PersonneConcernee::prenom).toList();
  }

  <T> T parSysteme(Supplier<T> acte) {
    return systeme.agir("essai", acte);
  }

  /** Runs as an agent with these resources and territories; no territory: the whole Département. */
  <T> T par(Set<String> ressources, List<Integer> territoires, Supplier<T> acte) {
    return par(new Perimetre("agent", "Agent", "ESSAI", ressources, territoires == null, territoires == null ? List.of() : territoires, List.of()),
        acte);
  }

  /** Runs as an agent of an organisation, who reads those it follows. */
  <T> T parOrganisation(int organisation, Supplier<T> acte) {
    return par(new Perimetre("partenaire", "Partenaire", "ESSAI", DIRECTION, false, List.of(), List.of(organisation)), acte);
  }

  private static <T> T par(Perimetre perimetre, Supplier<T> acte) {
    Agent agent = new Agent(perimetre);
    SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(agent, null, List.of()));
    try {
      return acte.get();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private record Agent(Perimetre perimetre) implements AgentCourant.PorteurDePerimetre {}
}
