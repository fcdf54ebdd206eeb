package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accompagnement.domaine.GenreDeContact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many contacts a month brings, who was seen in it, who does not come without saying why. */
class ContactsMesuresTest extends EssaiDIndicateurs {
  private static final String MARS = "2025-03-31";
  private static final Dimension GENRE = Dimension.valueOf("GENRE_DE_CONTACT");
  private static final Dimension REFERENT = Dimension.valueOf("REFERENT");
  private Peuplement.Personne ana;

  /** Ana is followed by Paule since January. */
  @BeforeEach
  void ana_est_suivie() {
    p.fichier("2025-01-31");
    chargement.sql("insert into structures.referent (organisation_id, nom, etp) values (1, 'Paule', 1), (1, 'Gisèle', 1)").update();
    ana = suivie("Ana", 1, "2025-01-15", null);
    chargement.sql("update orientation.suivi set referent_id = (select id from structures.referent where nom = 'Paule')").update();
  }

  @Test
  void un_contact_compte_le_jour_ou_il_a_eu_lieu_et_non_celui_ou_il_est_saisi() {
    p.contact(ana, "BUREAU", "PRESENTE", "2025-02-28");
    p.contact(ana, "TELEPHONE", "PRESENTE", "2025-03-31");
    assertThat(valeur("ACC-CONTACTS", "2025-02-28")).isEqualTo("1");
    assertThat(par("ACC-CONTACTS", MARS, GENRE)).isEqualTo(Map.of("TELEPHONE", "1"));
  }

  @Test
  void le_mois_finit_a_la_date_au_31_mars_c_est_mars_au_15_avril_du_16_mars_au_15_avril() {
    p.contact(ana, "BUREAU", "PRESENTE", "2025-03-01");
    p.contact(ana, "DOMICILE", "PRESENTE", "2025-03-16");
    p.contact(ana, "VISIO", "PRESENTE", "2025-04-15");
    assertThat(par("ACC-CONTACTS", MARS, GENRE)).isEqualTo(Map.of("BUREAU", "1", "DOMICILE", "1"));
    assertThat(par("ACC-CONTACTS", "2025-04-15", GENRE)).isEqualTo(Map.of("DOMICILE", "1", "VISIO", "1"));
    assertThat(par("ACC-CONTACTS", "2025-04-14", GENRE)).isEqualTo(Map.of("DOMICILE", "1"));
  }

  @Test
  void un_contact_retire_ne_compte_plus_a_aucune_date() {
    p.contact(ana, "BUREAU", "ABSENTE", "2025-03-10");
    retirer(p.contact(ana, "BUREAU", "PRESENTE", "2025-03-04"));
    retirer(p.contact(ana, "BUREAU", "ABSENTE", "2025-03-05"));
    assertThat(valeur("ACC-CONTACTS", MARS)).isEqualTo("1");
    assertThat(valeur("ACC-VUES", MARS)).isEqualTo("0");
    assertThat(ensemble("ACC-ABSENCES", MARS).denominateur().intValue()).isEqualTo(1);
  }

  @Test
  void un_entretien_note_aussi_comme_contact_compte_une_fois_et_l_appel_du_meme_jour_en_est_un_autre() {
    p.entretien(ana, "PRESENTE", "2025-03-04");
    p.contact(ana, "BUREAU", "PRESENTE", "2025-03-04");
    p.contact(ana, "TELEPHONE", "PRESENTE", "2025-03-04");
    p.entretien(ana, "ABSENTE", "2025-03-18");
    p.contact(ana, "TELEPHONE", "PRESENTE", "2025-03-18");
    assertThat(par("ACC-CONTACTS", MARS, GENRE)).isEqualTo(Map.of("BUREAU", "1", "TELEPHONE", "2", "RENDEZ_VOUS", "1"));
    assertThat(par("ACC-CONTACTS", MARS, Dimension.valueOf("PRESENCE"))).isEqualTo(Map.of("PRESENTE", "3", "ABSENTE", "1"));
  }

  @Test
  void un_contact_est_au_referent_de_ce_jour_la_et_a_la_date_d_avant_rien_ne_change() {
    p.contact(ana, "BUREAU", "PRESENTE", "2025-03-04");
    p.contact(ana, "BUREAU", "PRESENTE", "2025-03-20");
    chargement.sql("""
        insert into orientation.changement_de_referent (personne_id, suivi_id, avant_id, apres_id, le, raison, fait_par, saisi_le)
        select personne_id, id, referent_id, (select id from structures.referent where nom = 'Gisèle'), '2025-03-10', 'essai', 'essai', now() from orientation.suivi""").update();
    chargement.sql("update orientation.suivi set referent_id = (select id from structures.referent where nom = 'Gisèle')").update();
    assertThat(par("ACC-CONTACTS", MARS, REFERENT))
        .isEqualTo(Map.of("Paule (Centre médico-social)", "1", "Gisèle (Centre médico-social)", "1"));
    assertThat(par("ACC-CONTACTS", "2025-03-09", REFERENT)).isEqualTo(Map.of("Paule (Centre médico-social)", "1"));
  }

  @Test
  void qui_n_est_plus_suivie_compte_jusqu_au_dernier_jour_et_garde_son_territoire_et_qui_ne_l_a_jamais_ete_ne_compte_pas() {
    Peuplement.Personne bea = suivie("Bea", 2, "2025-01-15", "2025-03-10");
    p.contact(bea, "BUREAU", "PRESENTE", "2025-03-04");
    p.contact(bea, "BUREAU", "PRESENTE", "2025-03-10");
    p.contact(bea, "BUREAU", "PRESENTE", "2025-03-11");
    chargement.sql("update allocataires.membre set jusqua = '2025-03-12' where personne_id = ?").param(bea.id()).update();
    p.entretien(p.seule("Cora", "2024-01-01", 1), "PRESENTE", "2025-03-04");
    p.perimetres();
    assertThat(par("ACC-CONTACTS", MARS, Dimension.TERRITOIRE)).isEqualTo(Map.of("Nord", "2"));
    assertThat(valeur("ACC-VUES", MARS)).as("Ana seule est suivie au 31 mars").isEqualTo("0");
  }

  @Test
  void vues_et_contactees_parmi_celles_suivies_tout_le_mois() {
    p.contact(ana, "DOMICILE", "PRESENTE", "2025-03-04");
    p.contact(suivie("Bea", 1, "2025-03-01", null), "TELEPHONE", "PRESENTE", "2025-03-04");
    p.contact(suivie("Cora", 1, "2025-01-15", null), "BUREAU", "ABSENTE", "2025-03-04");
    p.contact(suivie("Dina, suivie depuis le 2 mars", 1, "2025-03-02", null), "BUREAU", "PRESENTE", "2025-03-04");
    p.contact(suivie("Eva, plus suivie au 31 mars", 1, "2025-01-15", "2025-03-31"), "BUREAU", "PRESENTE", "2025-03-04");
    Peuplement.Personne fay = suivie("Fay, réveillée le 10", 1, "2025-01-15", null);
    veille(fay, "EN_VEILLE", "2025-02-10");
    veille(fay, "EN_COURS", "2025-03-10");
    p.contact(fay, "BUREAU", "PRESENTE", "2025-03-14");
    assertThat(prenoms("ACC-VUES", MARS)).containsExactlyInAnyOrder("Ana", "Bea", "Cora");
    assertThat(valeur("ACC-VUES", MARS)).isEqualTo("33.3");
    assertThat(valeur("ACC-CONTACTEES", MARS)).isEqualTo("66.7");
    assertThat(ensemble("ACC-VUES", "2025-04-30").denominateur().intValue()).as("en avril, Dina et Fay y sont").isEqualTo(5);
    assertThat(valeur("ACC-VUES", "2025-04-30")).isEqualTo("0");
    assertThat(par("ACC-VUES", MARS, REFERENT)).isEqualTo(Map.of("Paule (Centre médico-social)", "100"));
  }

  @Test
  void qui_change_de_parcours_dans_le_mois_est_suivie_tout_le_mois() {
    Peuplement.Personne bea = suivie("Bea", 1, "2025-01-15", "2025-03-12");
    p.suivi(bea, null, "PROFESSIONNEL", 2, "2025-03-12", null);
    p.entretien(bea, "PRESENTE", "2025-03-04");
    assertThat(par("ACC-VUES", MARS, Dimension.PARCOURS)).isEqualTo(Map.of("PROFESSIONNEL", "100"));
  }

  /** What is seeing somebody is said in the room, and the figures name every kind of contact. */
  @Test
  void on_est_vu_par_les_genres_de_contact_ou_l_on_se_voit_et_chacun_a_son_nom() {
    List<String> vus = new ArrayList<>();
    for (GenreDeContact genre : GenreDeContact.values()) {
      p.contact(suivie(genre.name(), 1, "2025-01-15", null), genre.name(), "PRESENTE", "2025-03-04");
      assertThat(GENRE.libelleValeur(genre.name())).isEqualTo(genre.libelle());
      if (genre.rencontre()) {
        vus.add(genre.name());
      }
    }
    assertThat(parSysteme(() -> indicateurs.personnes("ACC-VUES", LocalDate.parse(MARS), null, null, 0)).personnes().stream()
        .filter(PersonneConcernee::retenue).map(PersonneConcernee::prenom)).containsExactlyInAnyOrderElementsOf(vus);
    assertThat(ensemble("ACC-CONTACTEES", MARS).numerateur().intValue()).isEqualTo(GenreDeContact.values().length);
    assertThat(GENRE.valeursConnues()).containsAll(Arrays.stream(GenreDeContact.values()).map(Enum::name).toList());
  }

  @Test
  void une_absence_sans_excuse_compte_parmi_les_rendez_vous_ni_l_appel_manque_ni_l_information_collective() {
    p.contact(ana, "BUREAU", "PRESENTE", "2025-02-04");
    p.contact(ana, "DOMICILE", "EXCUSEE", "2025-02-11");
    p.entretien(ana, "ABSENTE", "2025-03-04");
    p.contact(ana, "VISIO", "PRESENTE", "2025-03-11");
    p.contact(ana, "TELEPHONE", "ABSENTE", "2025-03-12");
    p.contact(ana, "RENCONTRE", "PRESENTE", "2025-03-13");
    p.convoquer(ana, p.session("2025-03-18"), "ABSENTE", "2025-03-01", false);
    assertThat(ensemble("ACC-ABSENCES", MARS)).extracting(v -> v.numerateur().intValue(), v -> v.denominateur().intValue()).containsExactly(1, 4);
    assertThat(par("ACC-ABSENCES", MARS, Dimension.MOIS)).isEqualTo(Map.of("2025-03", "50"));
    assertThat(valeur("ACC-ABSENCES", "2025-03-03")).as("avant elle, personne n'a manqué").isEqualTo("0");
    assertThat(valeur("ACC-ABSENCES", "2026-03-05")).as("douze mois après, elle est sortie").isEqualTo("0");
  }

  @Test
  void la_direction_lit_le_chiffre_et_non_les_personnes() {
    for (String prenom : List.of("Bea", "Cora", "Dina", "Eva")) {
      p.contact(suivie(prenom, 1, "2025-01-15", null), "BUREAU", "PRESENTE", "2025-03-04");
    }
    p.contact(ana, "BUREAU", "PRESENTE", "2025-03-04");
    p.perimetres();
    LocalDate mars = LocalDate.parse(MARS);
    assertThat(par(DIRECTION, null, () -> indicateurs.calculer("ACC-CONTACTS", mars, null)).getFirst().valeur().intValue()).isEqualTo(5);
    assertThat(par(DIRECTION, null, () -> indicateurs.personnes("ACC-CONTACTS", mars, null, null, 1)).personnes()).isEmpty();
    assertThat(par(DIRECTION, null, () -> indicateurs.calculer("ACC-CONTACTS", mars, REFERENT)))
        .filteredOn(v -> "Paule (Centre médico-social)".equals(v.valeurDimension())).extracting(ValeurIndicateur::valeur).containsOnlyNulls();
    Set<String> responsable = Set.of("DOSSIERS", "INDICATEURS", "ACCOMPAGNEMENT");
    assertThat(par(responsable, List.of(1), () -> indicateurs.personnes("ACC-CONTACTS", mars, null, null, 1)).personnes()).hasSize(5);
    assertThat(par(responsable, List.of(2), () -> indicateurs.calculer("ACC-CONTACTS", mars, null)).getFirst().valeur().intValue()).isZero();
  }

  private Peuplement.Personne suivie(String prenom, int territoire, String notifieLe, String fin) {
    Peuplement.Personne personne = p.seule(prenom, "2024-01-01", territoire);
    p.suivi(personne, null, "SOCIAL", 1, notifieLe, fin);
    return personne;
  }

  private void retirer(long contact) {
    chargement.sql("update accompagnement.contact set retire_le = now(), retire_par = 'essai', retire_motif = 'erreur' where id = ?").param(contact)
        .update();
  }

  private void veille(Peuplement.Personne personne, String vers, String le) {
    chargement.sql("""
        insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par)
        select 'SUIVI', id, personne_id, case when :vers = 'EN_COURS' then 'EN_VEILLE' else 'EN_COURS' end, :vers, :le::date, now(), 'essai'
        from orientation.suivi where personne_id = :personne""").param("vers", vers).param("le", le).param("personne", personne.id()).update();
  }
}
