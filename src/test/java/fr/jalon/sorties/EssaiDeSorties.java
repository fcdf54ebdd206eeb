package fr.jalon.sorties;

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
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ana lives in Centre and has the RSA since August; Noura, a référent, and Sonia, a secretary, see her. Today is 20 October 2025. */
@EssaiArdeche
abstract class EssaiDeSorties {
  static final int CENTRE = 1;
  static final LocalDate LE = LocalDate.of(2025, 10, 20);
  static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Roles roles;
  @Autowired
  Horloge horloge;
  @Autowired
  LesPas lesPas;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  Agent noura;
  Agent sonia;
  Personne ana;
  String nom;

  @BeforeEach
  void ana_et_qui_la_voit() {
    horloge.regler(LE.atTime(9, 0));
    essai++;
    nom = "SORTIEANA" + essai;
    ana = dossiers.entrante(nom, CENTRE, LocalDate.of(2025, 8, 4));
    noura = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    sonia = comptoir.agent("SECRETARIAT", List.of(CENTRE), List.of());
  }

  @AfterEach
  void revenir_au_20_octobre() {
    horloge.regler(LE.atTime(9, 0));
  }

  String page() {
    return "/sorties/personnes/" + ana.id();
  }

  /** The form of a new exit, filled with these. */
  HttpResponse<String> noter(Navigateur nav, String... champs) {
    return remplir(nav, page(), page() + "/nouvelle", champs);
  }

  HttpResponse<String> remplir(Navigateur nav, String ou, String action, String... champs) {
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(ou).body(), action, "");
    for (int i = 0; i < champs.length; i += 2) {
      f = f.avec(champs[i], champs[i + 1]);
    }
    return nav.poster(f.action(), f.champs());
  }

  /** Ana has a CDI since 1 October. */
  void cdi(Navigateur nav) {
    nav.suivre(noter(nav, "raison", "EMPLOI", "le", "2025-10-01", "contrat", "CDI", "heures", "35", "employeur", "Boulangerie Roche"));
  }

  long sortie() {
    return base.sql("select max(id) from sorties.sortie where personne_id = ?").param(ana.id()).query(Long.class).single();
  }

  long rappel(int rang) {
    return base.sql("select id from sorties.rappel where personne_id = ? and rang = ? order by id desc limit 1").params(ana.id(), rang)
        .query(Long.class).single();
  }

  /** « EMPLOI 2025-10-01 CONFIRMEE DURABLE ». */
  List<String> sorties() {
    return base.sql("select raison || ' ' || le || ' ' || etat || ' ' || classe from sorties.sortie where personne_id = ? order by id")
        .param(ana.id())
        .query(String.class).list();
  }

  /** « 1 PREVU 2026-03-30 ». */
  List<String> rappels() {
    return base.sql("select rang || ' ' || etat || ' ' || prevu_le from sorties.rappel where personne_id = ? order by rang").param(ana.id())
        .query(String.class).list();
  }

  List<String> echeances() {
    return base.sql("""
        select nature || ' ' || etat || ' ' || cible from echeances.echeance where personne_id = ? and (nature = 'SORTIE_A_COMPLETER' or nature = 'RAPPEL_DE_SORTIE')
        order by cible, id""").param(ana.id()).query(String.class).list();
  }

  List<PasDuDossier> pas(Agent compte) {
    return EnTantQue.agir(roles.perimetre(compte), () -> transaction.execute(_ -> lesPas.de(List.of(ana.id())))).getOrDefault(ana.id(), List.of())
        .stream()
        .filter(p -> p.genre().equals("SORTIE_A_COMPLETER") || p.genre().equals("RAPPEL_DE_SORTIE")).toList();
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
