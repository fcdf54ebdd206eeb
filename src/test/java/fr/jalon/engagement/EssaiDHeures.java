package fr.jalon.engagement;

import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.engagement.application.CloreLesSemaines;
import fr.jalon.engagement.application.CompterLesSemaines;
import fr.jalon.engagement.application.NoterUneAdaptation;
import fr.jalon.engagement.application.RecueillirLesHeures;
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

/** Ana lives in Centre, an association follows her; Noura, a référent, sees her. Today is Wednesday 22 October 2025, of week 43. */
@EssaiArdeche
abstract class EssaiDHeures {
  static final int CENTRE = 1;
  static final LocalDate LE = LocalDate.of(2025, 10, 22);
  static final LocalDate LUNDI = LocalDate.of(2025, 10, 20);
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
  CompterLesSemaines compter;
  @Autowired
  CloreLesSemaines clore;
  @Autowired
  RecueillirLesHeures recueillir;
  @Autowired
  NoterUneAdaptation adapter;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  Agent noura;
  Agent partenaire;
  Personne ana;
  long suivi;

  @BeforeEach
  void ana_et_qui_la_suit() {
    horloge.regler(LE.atTime(9, 0));
    essai++;
    if (association == 0) {
      connecter(comptoir.agent("ADMINISTRATION")).poster("/structures/organisations", Map.of("nom", "Heures association", "nature", "EXTERNE",
          "territoires", "" + CENTRE, "parcours", "SOCIAL", "active", "true"));
      association = structures.organisations().stream().filter(o -> o.nom().equals("Heures association")).findFirst().orElseThrow().id();
    }
    ana = dossiers.entrante("HEURESANA" + essai, CENTRE, LocalDate.of(2025, 8, 4));
    base.sql("update allocataires.personne set organisation_ids = array[?] where id = ?").params(association, ana.id()).update();
    suivi = ContratSigne.suivie(base, ana.id(), association, LocalDate.of(2025, 9, 1));
    noura = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    partenaire = comptoir.agent("PARTENAIRE", List.of(), List.of(association));
  }

  @AfterEach
  void revenir_au_20_octobre() {
    horloge.regler(LocalDate.of(2025, 10, 20).atTime(9, 0));
  }

  /** From Monday 6 October 2025 for six months. */
  ContratSigne contrat() {
    return ContratSigne.de(base, ana.id(), suivi, LocalDate.of(2025, 10, 6), LocalDate.of(2026, 4, 5));
  }

  String page() {
    return "/heures/personnes/" + ana.id();
  }

  /** « QUINZE 900/900/90 » of that week: situation, asked, planned, done. */
  String semaine(LocalDate lundi) {
    return base.sql("select situation || ' ' || coalesce(cible::text, '-') || '/' || prevues || '/' || faites from engagement.semaine where personne_id = ? and lundi = ?")
        .params(ana.id(), lundi).query(String.class).optional().orElse("rien");
  }

  String compter(LocalDate lundi) {
    compter.compter(List.of(ana.id()), lundi, lundi);
    return semaine(lundi);
  }

  /** Rows that count: « DEMARCHES 90 REFERENT 2025-10-21 ». */
  List<String> heures() {
    return base.sql("""
        select activite || ' ' || minutes || ' ' || source || ' ' || coalesce(jour::text, 'semaine') from engagement.heure
        where personne_id = ? and annulee_le is null order by lundi, jour, activite""").param(ana.id()).query(String.class).list();
  }

  /** The grid of that week, cells filled with these: name, value. */
  HttpResponse<String> noter(Navigateur nav, String semaine, String... cases) {
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page() + "?semaine=" + semaine).body(), page(), "");
    for (int i = 0; i < cases.length; i += 2) {
      f = f.avec(cases[i], cases[i + 1]);
    }
    return nav.poster(f.action(), f.champs());
  }

  HttpResponse<String> adapter(Navigateur nav, String... champs) {
    String adresse = page() + "/adaptation";
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page()).body(), adresse, "");
    for (int i = 0; i < champs.length; i += 2) {
      f = f.avec(champs[i], champs[i + 1]);
    }
    return nav.poster(f.action(), f.champs());
  }

  List<PasDuDossier> pas(Agent compte) {
    return en(compte, () -> lesPas.de(List.of(ana.id()))).getOrDefault(ana.id(), List.of());
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
