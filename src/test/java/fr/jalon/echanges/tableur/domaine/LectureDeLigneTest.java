package fr.jalon.echanges.tableur.domaine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LectureDeLigneTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 9, 15);

  private static LectureDeLigne.Lue lire(String titres, String valeurs) {
    return new LectureDeLigne(Correspondance.deviner(List.of(titres.split(";"))), AUJOURDHUI).lire(Arrays.asList(valeurs.split(";", -1)));
  }

  @Test
  void reconnait_les_titres_de_la_drome() {
    Correspondance c = Correspondance.deviner(
        List.of("Civilité", "Prénom bénéficiaire", "Nom bénéficiaire", "Adresses Mails", "N° Téléphones", "Date de Naissance", "CP Ville", "N° CAF",
        "ID Iodas", "Référent", "Role"));
    assertThat(c.manquants()).isEmpty();
    assertThat(c.colonnes()).containsEntry(Champ.NOM, 2).containsEntry(Champ.PRENOM, 1).containsEntry(Champ.COURRIEL, 3)
        .containsEntry(Champ.TELEPHONE, 4)
        .containsEntry(Champ.NAISSANCE, 5).containsEntry(Champ.CODE_POSTAL, 6).containsEntry(Champ.MATRICULE, 7).containsEntry(Champ.ROLE, 10)
        .containsEntry(Champ.REFERENT, 9);
    assertThat(c.champ(8)).isNull();
  }

  @Test
  void reconnait_les_titres_de_son_propre_modele() {
    Correspondance c = Correspondance.deviner(GenreDeTableur.PERSONNES.champs().stream().map(Champ::libelle).toList());
    assertThat(c.colonnes()).hasSize(GenreDeTableur.PERSONNES.champs().size());
  }

  @ParameterizedTest
  @CsvSource({"23/03/1977", "23-3-1977", "23.03.77", "1977-03-23", "28207", "23/03/1977 00:00"})
  void lit_une_date_comme_on_l_ecrit_ou_comme_un_tableur_la_garde(String ecrite) {
    assertThat(lire("Nom;Prénom;Date de naissance", "Tifour;Sophie;" + ecrite).personne().naissance()).isEqualTo(LocalDate.of(1977, 3, 23));
  }

  @Test
  void dit_ce_qui_ne_va_pas_dans_une_ligne_sans_jamais_donner_le_nir() {
    LectureDeLigne.Lue lue = lire("Nom;Prénom;NIR;Date de naissance;Email;Téléphone;Civilité", ";Sophie;277039999999;31/02/1977;sophie;12;X");
    assertThat(lue.juste()).isFalse();
    assertThat(lue.erreurs()).extracting(LectureDeLigne.Erreur::champ)
        .containsExactlyInAnyOrder(Champ.NOM, Champ.NIR, Champ.NAISSANCE, Champ.COURRIEL, Champ.TELEPHONE, Champ.CIVILITE);
    assertThat(lue.erreurs().toString()).contains("Il manque le nom", "La date « 31/02/1977 » n'existe pas").doesNotContain("277039999999");
  }

  @Test
  void refuse_un_nir_qui_contredit_l_annee_de_naissance() {
    assertThat(lire("Nom;Prénom;NIR;Date de naissance", "Tifour;Sophie;2820251108030;23/03/1977").erreurs()).singleElement()
        .satisfies(e -> assertThat(e.phrase()).contains("ne correspond pas à l'année de naissance"));
  }

  @Test
  void une_annee_seule_n_est_pas_un_nombre_de_jours() {
    for (boolean calendrier1904 : new boolean[] {false, true}) {
      assertThatThrownBy(() -> ValeursDeCellule.date("1985", calendrier1904)).hasMessageContaining("écrivez jj/mm/aaaa");
      assertThatThrownBy(() -> ValeursDeCellule.date("2025", calendrier1904)).hasMessageContaining("écrivez jj/mm/aaaa");
    }
  }

  @Test
  void un_blanc_insecable_n_est_ni_dans_le_nom_ni_une_valeur() {
    PersonneLue p = lire("Nom;Prénom;Date de naissance;Téléphone;Courriel;Commune",
        "Tifour\u00a0;\u00a0Sophie;23/03/1977\u00a0;06\u00a012\u00a034\u00a056\u00a078;sophie@exemple.fr\u00a0;\u00a0").personne();
    assertThat(p.nom() + '|' + p.prenom() + '|' + p.telephone() + '|' + p.courriel() + '|' + p.commune())
        .isEqualTo("TIFOUR|SOPHIE|+33612345678|sophie@exemple.fr|null");
    assertThat(p.naissance()).isEqualTo("1977-03-23");
  }

  @Test
  void remet_les_zeros_que_le_tableur_a_perdus() {
    PersonneLue p = lire("Nom;Prénom;Téléphone;Code postal;N° demande RSA;N° CAF", "Tifour;Sophie;612345678;7000;1024041052;0205599").personne();
    assertThat(p.telephone()).isEqualTo("+33612345678");
    assertThat(p.codePostal()).isEqualTo("07000");
    assertThat(p.numeroDemande()).isEqualTo("01024041052");
    assertThat(p.matricule()).isEqualTo("205599");
  }

  @Test
  void separe_le_code_postal_de_la_ville() {
    PersonneLue p = lire("Nom;Prénom;CP Ville", "Tifour;Sophie;07000 Privas").personne();
    assertThat(p.codePostal()).isEqualTo("07000");
    assertThat(p.commune()).isEqualTo("Privas");
  }

  @Test
  void comprend_le_role_et_la_civilite() {
    PersonneLue p = lire("Nom;Prénom;Rôle;Civilité", "Keller;Noël;Conjoint (CJT);Monsieur").personne();
    assertThat(p.role()).isEqualTo("CJT");
    assertThat(p.sexe()).isEqualTo((short) 1);
    assertThat(lire("Nom;Prénom", "Keller;Noël").personne().role()).isEqualTo("DEM");
  }

  @ParameterizedTest
  @CsvSource({"8107100012345,14/02/1993", "7207100012346,15/02/1994", "3107100012345,14/02/1993"})
  void accepte_un_numero_provisoire_qui_ne_tient_pas_l_annee_de_naissance(String nir, String naissance) {
    assertThat(lire("Nom;Prénom;NIR;Date de naissance", "Okeke;Grace;" + nir + ";" + naissance).erreurs()).isEmpty();
  }

  @Test
  void reconnait_le_fichier_des_coordonnees_de_la_cnaf_et_prend_le_mobile() {
    String titres =
        "MATRICULE;ROLE PERSONNE;TYPE PERSONNE;NIR;NUMERO DEMANDE RSA;DATE DEMANDE RSA;DATE DEBUT DROITS - DEVOIRS;NOM RESPONSABLE DOSSIER;PRENOM RESPONSABLE DOSSIER;"
        + "NUMERO TELEPHONE DOSSIER;NUMERO TELEPHONE 2 DOSSIER;ADRESSE ELECTRONIQUE DOSSIER";
    assertThat(Correspondance.deviner(List.of(titres.split(";"))).manquants()).isEmpty();
    PersonneLue p = lire(titres, "2000282;DEM;;;01000196007;;;FROMENT;RACHIDA;0475640009;0612340009;rachida@exemple.fr").personne();
    assertThat(p.nom()).isEqualTo("FROMENT");
    assertThat(p.prenom()).isEqualTo("RACHIDA");
    assertThat(p.telephone()).isEqualTo("+33612340009");
    assertThat(p.courriel()).isEqualTo("rachida@exemple.fr");
    assertThat(lire(titres, "2000282;DEM;;;01000196007;;;FROMENT;;0612340009;0475640009;").personne().telephone()).isEqualTo("+33612340009");
    assertThat(lire(titres, "2000282;DEM;;;;;;FROMENT;;0475640009;;").erreurs()).extracting(LectureDeLigne.Erreur::champ)
        .containsExactly(Champ.PRENOM);
    assertThat(lire("Nom;Prénom;Téléphone;Portable", "Tifour;Sophie;0475640009;0612340009").personne().telephone()).isEqualTo("+33612340009");
  }

  @ParameterizedTest
  @CsvSource({"28207,false,23/03/1977", "26745,true,23/03/1977", "1977-03-23,false,23/03/1977", "23/3/77,false,23/03/1977", "hier,false,hier"})
  void une_date_se_lit_a_l_ecran_quoi_que_garde_le_tableur(String gardee, boolean calendrier1904, String lue) {
    assertThat(LectureDeLigne.lisible(Champ.NAISSANCE, gardee, calendrier1904)).isEqualTo(lue);
    assertThat(LectureDeLigne.lisible(Champ.TELEPHONE, gardee, calendrier1904)).isEqualTo(gardee);
  }

  @ParameterizedTest
  @CsvSource({"DATE NAISS, NAISSANCE", "Date de naiss., NAISSANCE", "Prénom usuel, PRENOM", "N° tél, TELEPHONE", "Numéro tél., TELEPHONE"})
  void un_titre_abrege_se_reconnait(String titre, Champ champ) {
    assertThat(GenreDeTableur.PERSONNES.reconnu(titre)).isEqualTo(champ);
  }
}
