package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.LaPoste;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.application.TenirLesLieux;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is not a date, not a number, or comes too soon or too late, is said beside its field by the same page, which keeps it. Today is 20 October
 * 2025.
 */
@EssaiArdeche
class SaisiesIllisiblesTest {
  private static final int NORD = 2;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  LaPoste poste;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  RefusAffiches refusAffiches;
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void un_lieu_qui_n_en_est_pas_un_et_une_date_qui_n_existe_pas_se_disent_a_leur_champ() {
    systeme.agir("essai", () -> lieux.executer(new LieuDeRendezVous(null, "Salle illisible", "1 rue du Lac", "07100", "07010", "", NORD, true, 2,
        "04 00 00 00 00", true)));
    Navigateur secretaire = connecter("SECRETARIAT");
    secretaire.ouvrir("/agenda/permanences/nouvelle");
    HttpResponse<String> lieu = secretaire.poster("/agenda/permanences", Map.of("lieu", "la mairie", "agent", "Mme Lettres", "jour", "1"));
    PageRefusee.dit(lieu, "VALEUR_ILLISIBLE", "lieu", "Cette valeur ne peut pas être lue : choisissez-la de nouveau.");
    assertThat(lieu.body()).contains("value=\"Mme Lettres\"");
    HttpResponse<String> date = secretaire.poster("/agenda/permanences",
        Map.of("agent", "Mme Lettres", "jour", "1", "debut", "9h", "fin", "12:00", "minutes", "trente", "du", "31/02/2026",
        "au", "+999999999-12-31"));
    assertThat(date.statusCode()).isEqualTo(422);
    assertThat(date.body()).contains(erreurs("lieu", "debut", "minutes", "du", "au")).contains("value=\"31/02/2026\"").contains("value=\"trente\"")
        .doesNotContain("id=\"erreur-fin\"");
  }

  @Test
  void une_date_facultative_illisible_n_est_jamais_laissee_de_cote_sans_le_dire() {
    Navigateur administration = connecter("ADMINISTRATION");
    administration.ouvrir("/structures");
    HttpResponse<String> referent = administration.poster("/structures/referents",
        Map.of("organisation", "1", "nom", "Rosa Dupuis", "etp", "1", "debut", "lundi", "fonction", "CHEF"));
    PageRefusee.dit(referent, "DATE_ILLISIBLE", "debut", "Cette date ne peut pas être lue. Écrivez-la ainsi : 15/09/2025.");
    assertThat(referent.body()).contains(erreurs("debut", "fonction")).contains("value=\"lundi\"").contains("value=\"Rosa Dupuis\"");
    Navigateur secretaire = connecter("SECRETARIAT");
    secretaire.ouvrir("/mon-compte");
    HttpResponse<String> maintien = secretaire.poster("/reexamens/maintenir",
        Map.of("raison", "Soins en cours", "le", "2025-10-20", "avisLe", "hier"));
    assertThat(maintien.statusCode()).isEqualTo(422);
    assertThat(maintien.body()).contains("href=\"#suivis\">Cochez au moins une personne", "href=\"#avisLe\">Cette date ne peut pas être lue");
  }

  @Test
  void un_lot_ne_se_poste_ni_demain_ni_avant_d_etre_prepare_et_rien_n_est_demande_avant_de_le_dire() {
    Personne p = poste.entrante("POSTEDEMAIN", "07100", "ANNONAY");
    poste.orienter(p, LaPoste.AUJOURDHUI, Parcours.SOCIAL);
    long lot = poste.lotPret("POSTEDEMAIN");
    Navigateur secretaire = connecter("SECRETARIAT");
    secretaire.ouvrir("/courriers/lots/" + lot);
    for (String jour : List.of("2025-10-21", "2025-10-19", "demain", "")) {
      HttpResponse<String> refus = secretaire.poster("/courriers/lots/" + lot + "/poste", Map.of("le", jour));
      assertThat(refus.statusCode()).as(jour).isEqualTo(422);
      assertThat(refus.body()).as(jour).contains("id=\"erreur-le\"").contains("value=\"" + jour + "\"");
    }
    assertThat(secretaire.poster("/courriers/lots/" + lot + "/poste", Map.of("le", "2025-10-20")).body()).contains("Oui, elles sont à la poste")
        .contains("?le=2025-10-20#le");
    assertThat(poste.texte("select l.etat from courriers.message m join courriers.lot l on l.id = m.lot_id where m.personne_id = ?", p))
        .isEqualTo("PRET");
  }

  @Test
  void une_date_ecrite_comme_la_phrase_le_demande_est_lue_et_un_jour_qui_n_existe_pas_ne_l_est_jamais() {
    assertThat(DatesPlausibles.lireOuRien("15/09/2025")).isEqualTo(LocalDate.of(2025, 9, 15)).isEqualTo(DatesPlausibles.lireOuRien("2025-09-15"));
    assertThat(DatesPlausibles.lireOuRien(" 5/9/2025 ")).isEqualTo(LocalDate.of(2025, 9, 5));
    for (String impossible : List.of("31/02/2026", "09/15/2025", "15/09/25", "15/09", "15/09/12025", "/")) {
      assertThat(DatesPlausibles.lireOuRien(impossible)).as(impossible).isNull();
    }
  }

  @Test
  void ce_que_postgresql_seul_refuse_a_la_secretaire_se_lit_et_rien_n_est_ecrit() {
    Perimetre nord = EnTantQue.territoire(NORD, "DOSSIERS", "RENDEZ_VOUS");
    BadSqlGrammarException refus = catchThrowableOfType(BadSqlGrammarException.class, () -> EnTantQue.agir(nord, () -> transaction.execute(_ -> agents.sql("""
        insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone, actif)
        values ('Salle volée', '1 rue du Lac', '07100', '07010', ?, true, 2, '04 00 00 00 00', true)""").param(NORD + 1).update())));
    ModelAndView page = refusAffiches.horsDuPerimetre(refus);
    assertThat(page.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat((String) page.getModel().get("texte")).startsWith("Rien n'est enregistré : ").contains("demandez-le à qui tient les habilitations");
    PageRefusee.connue("HORS_PERIMETRE", "Rien n'est enregistré : ");
    assertThat(base.sql("select count(*) from rendezvous.lieu where nom = 'Salle volée'").query(Integer.class).single()).isZero();
  }

  private static List<String> erreurs(String... champs) {
    return Arrays.stream(champs).map(c -> "id=\"erreur-" + c + "\"").toList();
  }

  private Navigateur connecter(String role) {
    Navigateur n = new Navigateur(port);
    assertThat(n.connecter(comptoir.agent(role, List.of(NORD), List.of()).identifiant(), Comptoir.MOT_DE_PASSE).statusCode()).isEqualTo(200);
    return n;
  }
}
