package fr.jalon.handicap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Roles;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.parametres.Horloge;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ana lives in Centre; Noura, a référent, and a partner see her. Today is 20 October 2025. */
@EssaiArdeche
abstract class EssaiDeHandicap {
  static final int CENTRE = 1;
  static final LocalDate LE = LocalDate.of(2025, 10, 20);
  static int essai;
  static int partenaire;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  Roles roles;
  @Autowired
  Horloge horloge;
  @Autowired
  LesPas lesPas;
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  Agent noura;
  Agent association;
  Personne ana;
  String nom;

  @BeforeEach
  void ana_et_qui_la_voit() {
    horloge.regler(LE.atTime(9, 0));
    essai++;
    if (partenaire == 0) {
      connecter(comptoir.agent("ADMINISTRATION")).poster("/structures/organisations", Map.of("nom", "Handicap association", "nature", "EXTERNE",
          "territoires", "" + CENTRE, "parcours", "SOCIAL", "active", "true"));
      partenaire = structures.organisations().stream().filter(o -> o.nom().equals("Handicap association")).findFirst().orElseThrow().id();
    }
    nom = "HANDICAPANA" + essai;
    ana = dossiers.entrante(nom, CENTRE, LocalDate.of(2025, 8, 4));
    base.sql("update allocataires.personne set organisation_ids = array[?] where id = ?").params(partenaire, ana.id()).update();
    noura = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    association = comptoir.agent("PARTENAIRE", List.of(), List.of(partenaire));
  }

  @AfterEach
  void revenir_au_20_octobre() {
    horloge.regler(LE.atTime(9, 0));
  }

  String page() {
    return "/dossiers-mdph/personnes/" + ana.id();
  }

  long dossier() {
    return base.sql("select max(id) from handicap.dossier where personne_id = ?").param(ana.id()).query(Long.class).single();
  }

  List<String> etats() {
    return base.sql("select etat from handicap.dossier where personne_id = ? order by id").param(ana.id()).query(String.class).list();
  }

  /** « ORIENTATION_MDPH OUVERTE 2026-02-20 », by nature. */
  List<String> echeances() {
    return base.sql("""
        select nature || ' ' || etat || ' ' || coalesce(limite_legale, cible) from echeances.echeance where personne_id = ? and nature like '%_MDPH' order by nature, id""")
        .param(ana.id()).query(String.class).list();
  }

  HttpResponse<String> ouvrir(Navigateur nav, String ou, String le, String... droits) {
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page()).body(), page() + "/ouverture", "").avec("ou", ou).avec("le", le);
    List<Map.Entry<String, String>> champs = new ArrayList<>(f.champs());
    champs.removeIf(c -> c.getKey().equals("droits"));
    List.of(droits).forEach(d -> champs.add(Map.entry("droits", d)));
    return nav.poster(f.action(), champs);
  }

  /** A step of the latest file, its form filled with these. */
  HttpResponse<String> etape(Navigateur nav, String acte, String... champs) {
    String action = page() + "/" + dossier() + "/" + acte;
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page()).body(), action, "");
    for (int i = 0; i < champs.length; i += 2) {
      f = f.avec(champs[i], champs[i + 1]);
    }
    return nav.poster(action, f.champs());
  }

  /** To build since 1 September, filed on 10 September. */
  void deposer(Navigateur nav, String... droits) {
    assertThat(ouvrir(nav, "A_CONSTITUER", "2025-09-01", droits).statusCode()).isEqualTo(302);
    assertThat(etape(nav, "depot", "le", "2025-09-10").statusCode()).isEqualTo(302);
  }

  List<PasDuDossier> pas(Agent compte) {
    return en(compte, () -> lesPas.de(List.of(ana.id()))).getOrDefault(ana.id(), List.of()).stream()
        .filter(p -> p.genre().startsWith("DEMARCHE_") || p.genre().startsWith("DROIT_A_")).toList();
  }

  <T> T en(Agent compte, Supplier<T> acte) {
    return EnTantQue.agir(roles.perimetre(compte), () -> transaction.execute(_ -> acte.get()));
  }

  Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
