package fr.jalon.echanges.tableur.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accompagnement.domaine.GenreDeContact;
import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.echanges.tableur.domaine.LectureDeContact.ContactLu;
import fr.jalon.echanges.tableur.domaine.LectureDeFrein.FreinLu;
import fr.jalon.echanges.tableur.domaine.LectureHorsRsa.HorsRsaLu;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a row of a former tool says, read alone: contacts, freins, persons outside the RSA. */
class LecturesDesReprisesTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final Themes THEMES = Themes.lire("""
      referentiels:
        - a_partir_du: 2025-01-01
          themes:
            - {code: ADMINISTRATIF_BUDGET, libelle: Administratif et budget, actions: {CSS: Demander la complémentaire santé}}
            - {code: MOBILITE, libelle: Mobilité, actions: {PERMIS: "S'inscrire au code ou au permis"}}
            - {code: SANTE, libelle: Santé, sante: true}
      """, null).getFirst();
  private Cases cases;

  private <T> T lire(GenreDeTableur genre, String titres, String ligne, Function<Cases, T> lecture) {
    cases = new Cases(Correspondance.deviner(List.of(titres.split(";")), genre), List.of(ligne.split(";", -1)), false);
    return lecture.apply(cases);
  }

  private ContactLu contact(String titres, String ligne) {
    return lire(GenreDeTableur.CONTACTS, titres, ligne, c -> LectureDeContact.lire(c, AUJOURDHUI));
  }

  private FreinLu frein(String ligne) {
    return lire(GenreDeTableur.FREINS, "Thème;Niveau;Ouvert le;Levé en partie le;Levé le;Action;État de l'action;Date de l'action", ligne,
        new LectureDeFrein(THEMES, AUJOURDHUI)::lire);
  }

  private List<String> phrases() {
    return cases.erreurs().stream().map(LectureDeLigne.Erreur::phrase).toList();
  }

  @Test
  void les_titres_d_un_ancien_outil_sont_reconnus_chacun_selon_ce_que_dit_le_tableur() {
    List<String> titres = List.of("NOM", "Prénom", "Date RDV", "Mode", "Présente", "Durée", "Référent", "Commentaires");
    assertThat(Correspondance.deviner(titres, GenreDeTableur.CONTACTS).colonnes()).containsOnlyKeys(Champ.NOM, Champ.PRENOM, Champ.CONTACT_LE,
        Champ.CONTACT_GENRE, Champ.PRESENCE, Champ.DUREE, Champ.TENU_PAR, Champ.DIT);
    assertThat(Correspondance.deviner(titres).colonnes()).as("d'un tableur de personnes").containsOnlyKeys(Champ.NOM, Champ.PRENOM, Champ.REFERENT);
    for (GenreDeTableur genre : GenreDeTableur.values()) {
      Correspondance c = Correspondance.deviner(genre.champs().stream().map(Champ::libelle).toList(), genre);
      assertThat(c.colonnes()).as("son propre modèle, " + genre).containsOnlyKeys(genre.champs().toArray(Champ[]::new));
      assertThat(c.manquants(genre)).isEmpty();
    }
    assertThat(GenreDeTableur.lire("AUTRE")).isEmpty();
  }

  @Test
  void un_contact_se_lit_comme_on_l_ecrit_et_qui_n_est_pas_dite_absente_etait_la() {
    ContactLu c = contact("Date du contact;Type de contact;Présence;Durée;Note", "12/05/2025;RDV;;1h30;Point sur le permis");
    assertThat(phrases()).isEmpty();
    assertThat(c.contact().le()).isEqualTo(LocalDate.of(2025, 5, 12));
    assertThat(c.contact().genre()).isEqualTo(GenreDeContact.BUREAU);
    assertThat(c.contact().presence()).isEqualTo(EtatEntretien.PRESENTE);
    assertThat(c.contact().minutes()).isEqualTo(90);
    assertThat(contact("Date;Type;Présence;Durée", "12/05/2025;Téléphone;Absente excusée;45 min").contact().presence())
        .isEqualTo(EtatEntretien.EXCUSEE);
    assertThat(contact("Date;Type;Présence;Durée", "12/05/2025;VAD;non;30,0").contact().minutes()).isEqualTo(30);
  }

  @Test
  void un_contact_a_venir_ou_mal_dit_est_refuse_et_la_phrase_dit_quoi_faire() {
    contact("Date;Type;Présence;Durée", "21/10/2025;bureau;;");
    assertThat(phrases()).singleElement().asString().contains("pas encore arrivé");
    contact("Date;Type;Présence;Durée", "31/02/2025;fumée;peut-être;");
    assertThat(phrases()).hasSize(3).anyMatch(p -> p.contains("n'existe pas")).anyMatch(p -> p.contains("type de contact")).anyMatch(p -> p
        .contains("écrivez présente, excusée ou absente"));
    contact("Date;Type;Présence;Durée", ";;;12 h");
    assertThat(phrases()).hasSize(3).anyMatch(p -> p.contains("Indiquez le jour")).anyMatch(p -> p.contains("Il manque le type de contact"))
        .anyMatch(p -> p.contains("durée en minutes"));
    contact("Date;Type;Présence;Durée;Note", "12/05/2025;bureau;;;" + "x".repeat(4001));
    assertThat(phrases()).singleElement().asString().contains("trop longue");
  }

  @Test
  void un_frein_leve_en_deux_temps_garde_ses_trois_jours() {
    FreinLu f = frein("mobilite;FORT;03/02/2025;05/05/2025;02/06/2025;s'inscrire au code ou au permis;faite;01/06/2025");
    assertThat(phrases()).isEmpty();
    assertThat(f.theme().code()).isEqualTo("MOBILITE");
    assertThat(f.etat()).isEqualTo(EtatFrein.LEVE);
    assertThat(f.depuis()).isEqualTo(LocalDate.of(2025, 6, 2));
    assertThat(f.action().code()).isEqualTo("PERMIS");
    assertThat(f.action().etat()).isEqualTo(EtatAction.FAITE);
    assertThat(frein("budget;moyen;03/02/2025;05/05/2025;;Voir la banque;;").etat()).isEqualTo(EtatFrein.LEVE_EN_PARTIE);
    assertThat(frein("Administratif et budget;moyen;03/02/2025;;;Voir la banque;;").action()).satisfies(a -> {
      assertThat(a.code()).as("dite librement").isNull();
      assertThat(a.etat()).isEqualTo(EtatAction.PREVUE);
      assertThat(a.le()).isEqualTo(LocalDate.of(2025, 2, 3));
    });
    assertThat(frein("MOBILITE;sans impact;03/02/2025;;;;;").pese()).isFalse();
    assertThat(frein("MOBILITE;fort;03/02/2025;;;Voir un garage;prévue;01/12/2025").action().le()).as("prévue pour").isAfter(AUJOURDHUI);
    assertThat(phrases()).isEmpty();
  }

  @Test
  void un_frein_leve_avant_d_etre_ouvert_a_venir_ou_inconnu_est_refuse() {
    frein("Mobilité;fort;03/06/2025;;02/06/2025;;;");
    assertThat(phrases()).singleElement().asString().contains("levé avant d'être ouvert");
    frein("Mobilité;fort;03/02/2025;05/06/2025;02/06/2025;;;");
    assertThat(phrases()).singleElement().asString().contains("levé avant d'être levé en partie");
    frein("Mobilité;fort;03/06/2025;02/06/2025;;;;");
    assertThat(phrases()).singleElement().asString().contains("levé en partie avant d'être ouvert");
    frein("Mobilité;fort;21/10/2025;;22/10/2025;;;");
    assertThat(phrases()).hasSize(2).allMatch(p -> p.contains("pas encore arrivé"));
    frein("Moral;beaucoup;03/02/2025;;;;;");
    assertThat(phrases()).hasSize(2).anyMatch(p -> p.contains("« Moral » n'est pas un thème") && p.contains("Administratif et budget ; Mobilité"))
        .anyMatch(p -> p.contains("n'est pas un niveau"));
    frein(";;;;;;;");
    assertThat(phrases()).hasSize(3).allMatch(p -> p.startsWith("Il manque"));
    frein("Mobilité;sans;03/02/2025;;02/06/2025;;;");
    assertThat(phrases()).singleElement().asString().contains("rien n'est à lever");
  }

  @Test
  void une_action_mal_dite_est_refusee() {
    frein("Mobilité;fort;03/02/2025;;;;faite;");
    assertThat(phrases()).singleElement().asString().contains("Dites quelle est l'action");
    frein("Mobilité;fort;03/02/2025;;;Voir un garage;un jour;");
    assertThat(phrases()).singleElement().asString().contains("écrivez prévue, en cours, faite ou abandonnée");
    frein("Mobilité;fort;03/02/2025;;;Voir un garage;faite;01/12/2025");
    assertThat(phrases()).singleElement().asString().contains("pas encore arrivé");
    frein("Mobilité;fort;03/02/2025;;;" + "x".repeat(121) + ";;");
    assertThat(phrases()).singleElement().asString().contains("trop longuement");
  }

  @Test
  void qui_n_a_pas_ete_informee_n_est_pas_inscrite() {
    String titres = "Date de naissance;Public;Cohorte;Suivie depuis le;Informée";
    Map<String, String> publics = Map.of("JEUNE", "Jeune");
    Function<Cases, HorsRsaLu> lecture = c -> LectureHorsRsa.lire(c, publics, AUJOURDHUI);
    assertThat(lire(GenreDeTableur.HORS_RSA, titres, "01/01/2004;jeune;SPIE 2025;01/09/2025;Oui", lecture))
        .isEqualTo(new HorsRsaLu("JEUNE", "SPIE 2025", LocalDate.of(2025, 9, 1)));
    assertThat(phrases()).isEmpty();
    lire(GenreDeTableur.HORS_RSA, titres, "01/01/2004;JEUNE;;01/09/2025;", lecture);
    assertThat(phrases()).singleElement().asString().contains("Dites-lui d'abord");
    lire(GenreDeTableur.HORS_RSA, titres, ";Senior;;21/10/2025;oui", lecture);
    assertThat(phrases()).hasSize(3).anyMatch(p -> p.contains("n'est pas un public du plan")).anyMatch(p -> p.contains("date de naissance"))
        .anyMatch(p -> p.contains("pas encore arrivé"));
  }
}
