package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.demo.generation.GrosFichier;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.personnages.FichierCaf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The first file of an instance takes a shorter way (nobody to recognise, indexes made at the end): it must lead to the same place. */
@EssaiDeFichiers
@TestPropertySource(properties = "jalon.essai=premier-chargement")
class PremierChargementTest {
  private static final int FOYERS = 2_300;
  private static final List<String> CE_QU_ON_SAIT = List.of(
      """
      select f.numero_demande, p.nom, p.prenom, p.date_naissance, encode(p.nir_empreinte, 'hex'), p.recherche, p.territoire_id, m.role, m.adulte, m.sdd, m.depuis, m.jusqua
      from allocataires.membre m join allocataires.personne p on p.id = m.personne_id join allocataires.foyer f on f.id = m.foyer_id
      where m.oublie_le = 'infinity' and f.numero_demande <> 'TEMOIN' order by 1, 2, 3, 4, 5""",
      """
      select p.nom, p.prenom, p.date_naissance, f.numero_demande, s.present, s.role, s.adulte, s.sdd, s.tns, s.etat, s.etat_depuis, s.type_foyer, s.fonction_organisme,
        s.date_demande, s.commune, s.nom_commune, s.fusionnee, s.territoire_id, s.organisation_ids
      from allocataires.situation s join allocataires.personne p on p.id = s.personne_id join allocataires.foyer f on f.id = s.foyer_id
      where f.numero_demande <> 'TEMOIN' order by 1, 2, 3, 4""",
      """
      select f.numero_demande, d.etat, d.depuis, a.commune, a.lignes, t.droit_total from allocataires.foyer f join allocataires.droit d on d.foyer_id = f.id
      left join allocataires.adresse a on a.foyer_id = f.id left join allocataires.montant t on t.foyer_id = f.id where f.numero_demande <> 'TEMOIN' order by 1, 2, 3""",
      """
      select a.nom, a.prenom, d.raison from allocataires.doublon d join allocataires.personne a on a.id = d.personne_a order by 1, 2, 3""");
  @Autowired
  Guichet guichet;
  @TempDir
  Path dossier;

  @BeforeEach
  void une_base_ou_il_n_y_a_personne() {
    guichet.base()
        .sql("truncate allocataires.personne, allocataires.foyer, allocataires.situation, allocataires.droit, allocataires.montant, allocataires.adresse,"
        + " allocataires.membre, allocataires.ressource, echanges.import cascade").update();
  }

  @Test
  void le_premier_fichier_reconnait_ceux_dont_il_a_deja_parle_et_dit_la_meme_chose_que_dans_une_base_qui_connait_quelqu_un() throws IOException {
    byte[] fichier = avecDesRevenants();
    charger(fichier);
    List<List<String>> seul = ceQuOnSait();
    assertThat(seul.get(3)).as("un homonyme sans NIR est une tâche").isNotEmpty();
    assertThat(guichet.nombre("select count(*) from allocataires.membre m join allocataires.foyer f on f.id = m.foyer_id where f.numero_demande = 'REVENANT1'")).isPositive();
    assertThat(guichet.nombre("""
        select count(*) from allocataires.membre m join allocataires.foyer f on f.id = m.foyer_id where f.numero_demande = 'REVENANT1'
          and not exists (select 1 from allocataires.membre a where a.personne_id = m.personne_id and a.foyer_id <> m.foyer_id)""")).as("déjà connus par leur NIR").isZero();

    une_base_ou_il_n_y_a_personne();
    guichet.charger(FichierCaf.mensuel("2020-01-31").avec(dossier(guichet.caisse(), "TEMOIN").avec(demandeur("TEMOIN", "T").nir(guichet.nir()))));
    charger(fichier);
    assertThat(ceQuOnSait()).isEqualTo(seul);
  }

  @Test
  void les_situations_ecrites_au_passage_sont_celles_que_la_base_deduit_des_faits() throws IOException {
    charger(avecDesRevenants());
    List<String> ecrites = guichet.lignes("select * from allocataires.situation order by personne_id");
    guichet.base().sql("truncate allocataires.situation").update();
    guichet.lignes("select allocataires.situer(array(select id from allocataires.foyer))::text");
    assertThat(guichet.lignes("select * from allocataires.situation order by personne_id")).isEqualTo(ecrites);
  }

  @Test
  void les_index_de_recherche_sont_la_apres_un_premier_fichier_comme_apres_un_premier_fichier_refuse() throws IOException {
    String requete = "select indexdef from pg_indexes where schemaname = 'allocataires' and tablename = 'personne' order by 1";
    List<String> avant = guichet.lignes(requete);
    byte[] fichier = avecDesRevenants();
    byte[] tronque = java.util.Arrays.copyOf(fichier, fichier.length - 200);
    assertThat(guichet.charger(tronque).statut()).isEqualTo("REFUSE");
    assertThat(guichet.lignes(requete)).isEqualTo(avant).anyMatch(i -> i.contains("gin_trgm_ops"));
    assertThat(guichet.nombre("select count(*) from allocataires.personne")).isZero();
    charger(fichier);
    assertThat(guichet.lignes(requete)).isEqualTo(avant);
  }

  private void charger(byte[] fichier) {
    Rapport rapport = guichet.charger(fichier);
    assertThat(rapport.statut()).as(rapport.motif()).isEqualTo("CHARGE");
    assertThat(rapport.rejets()).isEmpty();
  }

  private List<List<String>> ceQuOnSait() {
    return CE_QU_ON_SAIT.stream().map(guichet::lignes).toList();
  }

  /** Three batches; the last one speaks again of persons of the first: once with their NIR, once without. */
  private byte[] avecDesRevenants() throws IOException {
    Path chemin = dossier.resolve("gros.xml");
    GrosFichier.ecrire(chemin, "07", FOYERS, 0);
    String texte = Files.readString(chemin, StandardCharsets.ISO_8859_1);
    int debut = texte.indexOf("<InfosFoyerRSA>");
    int fin = texte.indexOf("</InfosFoyerRSA>") + "</InfosFoyerRSA>".length();
    String premier = texte.substring(debut, fin);
    String avecNir = premier.replaceAll("<NUMDEMRSA>[^<]*<", "<NUMDEMRSA>REVENANT1<").replaceAll("<MATRICULE>[^<]*<", "<MATRICULE>7654321<");
    String sansNir = premier.replaceAll("<NUMDEMRSA>[^<]*<", "<NUMDEMRSA>REVENANT2<").replaceAll("<MATRICULE>[^<]*<", "<MATRICULE>7654322<")
        .replaceAll("<NIR>[^<]*</NIR>", "");
    int dernier = texte.lastIndexOf("</InfosFoyerRSA>") + "</InfosFoyerRSA>".length();
    return (texte.substring(0, dernier) + avecNir + sansNir + texte.substring(dernier))
        .replaceAll("<NBTOTDOSRSATRANSM>\\d+<", "<NBTOTDOSRSATRANSM>" + (FOYERS + 2) + "<")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
