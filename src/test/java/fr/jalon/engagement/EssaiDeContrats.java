package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.engagement.application.VieDesContrats;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentSysteme;
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
import java.util.Base64;
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

/** Ana lives in Centre; an association follows her since 1 October 2025; Noura, a référent of the territory, sees her. Today is 20 October 2025. */
@EssaiArdeche
abstract class EssaiDeContrats {
  static final int CENTRE = 1;
  static final LocalDate LE = LocalDate.of(2025, 10, 20);
  static int essai;
  static int association;
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
  AgentSysteme systeme;
  @Autowired
  VieDesContrats vie;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  JdbcClient agents;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  Agent noura;
  Personne ana;
  String nom;
  Navigateur nav;

  @BeforeEach
  void ana_est_suivie_depuis_le_premier_octobre() {
    horloge.regler(LE.atTime(9, 0));
    essai++;
    if (association == 0) {
      connecter(comptoir.agent("ADMINISTRATION")).poster("/structures/organisations", Map.of("nom", "Contrats association", "nature", "EXTERNE",
          "territoires", "" + CENTRE, "parcours", "SOCIAL", "active", "true"));
      association = structures.organisations().stream().filter(o -> o.nom().equals("Contrats association")).findFirst().orElseThrow().id();
    }
    nom = "CONTRATANA" + essai;
    ana = dossiers.entrante(nom, CENTRE, LocalDate.of(2025, 8, 4));
    suivre(association, LocalDate.of(2025, 10, 1));
    noura = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    nav = connecter(noura);
    passerLaNuit();
  }

  @AfterEach
  void revenir_au_20_octobre() {
    horloge.regler(LE.atTime(9, 0));
  }

  /** A follow-up notified that day. */
  long suivre(int organisation, LocalDate notifieLe) {
    base.sql("update allocataires.personne set organisation_ids = array[?] where id = ?").params(organisation, ana.id()).update();
    long suivi = base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
        values (?, 'SOCIAL', ?, ?, ?, 'essai', now()) returning id""").params(ana.id(), organisation, notifieLe, notifieLe).query(Long.class).single();
    return suivi;
  }

  /** What happens by itself. */
  void passerLaNuit() {
    systeme.agir("essai", () -> transaction.execute(_ -> vie.balayer(LocalDate.now(horloge))));
  }

  void le(String jour) {
    horloge.regler(LocalDate.parse(jour).atTime(9, 0));
  }

  String page() {
    return "/contrats/personnes/" + ana.id();
  }

  long contrat() {
    return base.sql("select max(id) from engagement.contrat where personne_id = ?").param(ana.id()).query(Long.class).single();
  }

  String etat() {
    return base.sql("select etat from engagement.contrat where id = ?").param(contrat()).query(String.class).single();
  }

  /** « CONTRAT_ENGAGEMENT OUVERTE 2025-11-01 ». */
  List<String> echeances() {
    return base.sql("""
        select nature || ' ' || etat || ' ' || coalesce(limite_legale, cible) from echeances.echeance
        where personne_id = ? and nature like '%CONTRAT%' order by nature, id""").param(ana.id()).query(String.class).list();
  }

  String preparer() {
    return nav.suivre(nav.poster(page() + "/ouverture", FormulaireLu.de(nav.ouvrir(page()).body(), page() + "/ouverture", "").champs())).body();
  }

  /** A step of the latest contract. */
  HttpResponse<String> etape(Navigateur qui, String acte, String... champs) {
    String action = page() + "/" + contrat() + "/" + acte;
    FormulaireLu f = FormulaireLu.de(qui.ouvrir(page()).body(), action, "");
    for (int i = 0; i < champs.length; i += 2) {
      f = f.avec(champs[i], champs[i + 1]);
    }
    return qui.poster(action, f.champs());
  }

  /** Prepared, presented, signed by both on the screen. */
  void signer() {
    preparer();
    nav.suivre(etape(nav, "presentation"));
    signerLaVersion();
  }

  void signerLaVersion() {
    assertThat(etape(nav, "dessin", "dessin", dessin()).statusCode()).isEqualTo(302);
    assertThat(etape(nav, "signature").statusCode()).isEqualTo(302);
  }

  /** A dot. */
  static String dessin() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0};
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  List<String> pas() {
    return EnTantQue.agir(roles.perimetre(noura), () -> transaction.execute(_ -> lesPas.de(List.of(ana.id())))).getOrDefault(ana.id(), List.of())
        .stream().filter(p -> p.genre().startsWith("CONTRAT_")).map(PasDuDossier::quoi).toList();
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
