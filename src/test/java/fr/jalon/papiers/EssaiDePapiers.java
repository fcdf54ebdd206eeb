package fr.jalon.papiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.echeances.Balayage;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Roles;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.papiers.application.GarderUneCopie;
import fr.jalon.papiers.application.GenresDePapier;
import fr.jalon.papiers.application.NoterUnPapier;
import fr.jalon.papiers.domaine.NouveauPapier;
import fr.jalon.papiers.lecture.PapiersDUnePersonne;
import fr.jalon.parametres.Horloge;
import fr.jalon.socle.SaisieRefusee;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
abstract class EssaiDePapiers {
  static final int CENTRE = 1;
  static final int NORD = 2;
  static final LocalDate LE = LocalDate.of(2025, 10, 20);
  static final byte[] PDF = "%PDF-1.7 une copie".getBytes(StandardCharsets.ISO_8859_1);
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
  GenresDePapier genres;
  @Autowired
  NoterUnPapier noter;
  @Autowired
  GarderUneCopie copies;
  @Autowired
  PapiersDUnePersonne papiers;
  @Autowired
  LesPas lesPas;
  @Autowired
  List<Balayage> tousLesBalayages;
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

  @BeforeEach
  void ana_et_qui_la_voit() {
    essai++;
    if (partenaire == 0) {
      connecter(comptoir.agent("ADMINISTRATION")).poster("/structures/organisations", Map.of("nom", "Papiers association", "nature", "EXTERNE",
          "territoires", "" + CENTRE, "parcours", "SOCIAL", "active", "true"));
      partenaire = structures.organisations().stream().filter(o -> o.nom().equals("Papiers association")).findFirst().orElseThrow().id();
    }
    ana = dossiers.entrante("PAPIERSANA" + essai, CENTRE, LocalDate.of(2025, 8, 4));
    base.sql("update allocataires.personne set organisation_ids = array[?] where id = ?").params(partenaire, ana.id()).update();
    noura = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    association = comptoir.agent("PARTENAIRE", List.of(), List.of(partenaire));
  }

  @AfterEach
  void revenir_au_20_octobre() {
    horloge.regler(LE.atTime(9, 0));
  }

  static void dejaVu(HttpResponse<String> page, String qui) {
    PageRefusee.dit(page, "PAPIER_DEJA_VU", "genre-demande", " : ne le redemandez pas");
    assertThat(page.body()).contains(qui);
  }

  Integer garder(long papier) {
    copies.executer(ana.id(), papier, "copie.pdf", PDF);
    return 1;
  }

  void refuse(long papier, byte[] contenu, String code, String phrase) {
    assertThatThrownBy(() -> en(noura, () -> {
      copies.executer(ana.id(), papier, "x.pdf", contenu);
      return 0;
    })).isInstanceOfSatisfying(SaisieRefusee.class, r -> assertThat(r.fautes().get("fichier").code()).isEqualTo(code)).hasMessageContaining(phrase);
    PageRefusee.connue(code, phrase);
  }

  void balayer(LocalDate jour) {
    tousLesBalayages.stream().filter(b -> b.getClass().getPackageName().startsWith("fr.jalon.papiers")).forEach(b -> b.balayer(jour));
  }

  boolean gardee(long papier) {
    return base.sql("select exists (select from papiers.copie where papier_id = ? and effacee_le is null)").param(papier)
        .query(Boolean.class).single();
  }

  void suivre(Personne p, String etat, String finLe) {
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat, etat_depuis, fin_le, saisi_par, saisi_le)
        values (?, 'SOCIAL', ?, '2025-09-01', 'EN_COURS', '2025-09-01', null, 'essai', now())""").params(p.id(), partenaire).update();
    if (finLe != null) {
      base.sql("update orientation.suivi set etat = ?, etat_depuis = ?::date, fin_le = ?::date where personne_id = ? and etat = 'EN_COURS'")
          .params(etat, finLe, finLe, p.id()).update();
    }
  }

  /** Seen on 3 October by Noura. */
  long noter(Personne p, String genre) {
    UUID cle = UUID.randomUUID();
    en(noura, () -> {
      noter.executer(new NouveauPapier(p.id(), genres.genre(genre).orElseThrow(), LocalDate.of(2025, 10, 3), null, cle));
      return 0;
    });
    return base.sql("select id from papiers.papier where cle = ?").param(cle).query(Long.class).single();
  }

  List<PasDuDossier> pas(Agent compte) {
    return en(compte, () -> lesPas.de(List.of(ana.id()))).getOrDefault(ana.id(), List.of());
  }

  List<String> etats(Personne p) {
    return base.sql("select etat from papiers.papier where personne_id = ? order by id").param(p.id()).query(String.class).list();
  }

  long numero(Personne p, String genre) {
    return base.sql("select max(id) from papiers.papier where personne_id = ? and genre = ?").params(p.id(), genre).query(Long.class).single();
  }

  FormulaireLu formulaire(Navigateur nav, String quoi) {
    String adresse = "/papiers/" + ana.id() + "/" + quoi;
    return FormulaireLu.de(nav.ouvrir("/papiers/" + ana.id()).body(), adresse, "");
  }

  HttpResponse<String> vu(Navigateur nav, String genre, String vuLe, String jusquAu) {
    FormulaireLu f = formulaire(nav, "vu").avec("genre", genre).avec("vuLe", vuLe).avec("jusquAu", jusquAu);
    return nav.poster(f.action(), f.champs());
  }

  HttpResponse<String> demande(Navigateur nav, String genre, String pourLe, String raison) {
    FormulaireLu f = formulaire(nav, "demande").avec("genre", genre).avec("pourLe", pourLe).avec("raison", raison);
    return nav.poster(f.action(), f.champs());
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
