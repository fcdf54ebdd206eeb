package fr.jalon.echanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.caf.application.AccepterEcart;
import fr.jalon.echanges.caf.application.DeposerFichier;
import fr.jalon.echanges.caf.application.DepotDeFichiers;
import fr.jalon.echanges.caf.application.EcarterRejet;
import fr.jalon.echanges.caf.application.LireOriginal;
import fr.jalon.echanges.caf.application.RejouerRejet;
import fr.jalon.echanges.registre.lecture.FicheDImport;
import fr.jalon.echanges.registre.lecture.LectureDUnImport;
import fr.jalon.personnages.EnMemeTemps;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.RefusMetier;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A file of the CAF, or the dossier of a woman in it, that cannot be taken, accepted or corrected: nothing of it is kept, and the agent reads why.
 */
@SpringBootTest(properties = {"jalon.departement=07", "jalon.premier-compte=false"})
class FichiersRefusesTest {
  private static final EnTantQue ALICE = EnTantQue.allocation();
  private static final String AILLEURS = "un autre serveur";
  @Autowired
  DeposerFichier deposer;
  @Autowired
  AccepterEcart accepter;
  @Autowired
  RejouerRejet rejouer;
  @Autowired
  EcarterRejet ecarter;
  @Autowired
  LireOriginal original;
  @Autowired
  LectureDUnImport lecture;
  @Autowired
  Chiffrement chiffrement;
  @Autowired
  @Qualifier("chargement")
  DataSource source;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transaction;

  /** A file is loaded under the name of who dropped it. */
  @BeforeEach
  void alice_a_un_compte() {
    base.sql("insert into habilitations.agent (identifiant, nom, role, partout) values ('alloc', 'Alice Allocation', 'ALLOCATION', true) on conflict do nothing").update();
  }

  @Test
  void un_fichier_de_plus_de_quatre_gigaoctets_n_est_pas_meme_recu() {
    refuse("FICHIER_TROP_GROS", "Compressez-le",
        () -> deposer.executer("enorme.xml", null, FichierDEssai.journalier("2024-07-01").flux(), DepotDeFichiers.TAILLE_MAXIMALE + 1));
    assertThat(imports("enorme.xml")).isZero();
  }

  @Test
  void quand_soixante_fichiers_attendent_le_suivant_n_est_ni_pris_ni_accepte() {
    FicheDImport ecart = charger("ecart-en-file.xml", FichierDEssai.journalier("2024-07-02")
        .foyer("07120000001", "LENA", "FILEPLEINE", "1971-02-01", "2").annonce(3));
    base.sql("""
        insert into travaux.travail (genre, titre, parametres, lieu, cle, demande_par, systeme, demande_le, etat_depuis)
        select 'CHARGER_UN_FICHIER', 'Charger', ''::bytea, ?, (-n)::text, 'bob', false, now(), now() from generate_series(1, 61) n""").param(AILLEURS).update();
    try {
      refuse("FILE_PLEINE", "quand les premiers seront chargés",
          () -> deposer.executer("de-trop.xml", null, FichierDEssai.journalier("2024-07-03").flux(), -1));
      refuse("FILE_PLEINE", "quand les premiers seront chargés", () -> accepter.executer(ecart.id(), "La CAF confirme"));
    } finally {
      base.sql("update travaux.travail set etat = 'ANNULE' where lieu = ?").param(AILLEURS).update();
    }
    assertThat(imports("de-trop.xml")).isZero();
    assertThat(base.sql("select count(*) from allocataires.personne where nom = 'FILEPLEINE'").query(Integer.class).single()).isZero();
  }

  @Test
  void le_fichier_retenu_qu_un_collegue_ecarte_a_l_instant_ne_s_accepte_plus() {
    charger("juillet.xml", FichierDEssai.mois("Z41", "2025-07-31", 40));
    FicheDImport retenu = charger("aout.xml", FichierDEssai.mois("Z41", "2025-08-31", 7));
    assertThat(EnMemeTemps.refus(base, transaction, () -> base.sql("update echanges.import set statut = 'ECARTE' where id = ?")
        .param(retenu.id()).update(),
        () -> ALICE.faire(() -> accepter.executer(retenu.id(), "La CAF confirme"))))
            .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("DEJA_DECIDE"));
    assertThat(base.sql("select count(*) from allocataires.droit d join allocataires.foyer f on f.id = d.foyer_id where f.numero_organisme = 'Z41' and d.etat = 'ABSENT' and d.oublie_le = 'infinity'").query(Integer.class).single())
        .isZero();
  }

  @Test
  void le_dossier_rejete_de_jade_attend_la_fin_du_chargement_en_cours_puis_se_traite_une_fois() throws Exception {
    FicheDImport fiche = charger("jade.xml", FichierDEssai.journalier("2024-07-04").foyer("07120000002", "JADE", "REFUSEE", "1982-02-31", "2"));
    long rejet = rejet(fiche);
    try (Connection chargement = source.getConnection()) {
      chargement.setAutoCommit(false);
      chargement.createStatement().execute("select pg_advisory_xact_lock(" + VerrouDesChargements.NUMERO + ")");
      refuse("CHARGEMENT_EN_COURS", "puis rejouez ce dossier", () -> rejouer.executer(rejet, "1982-02-28"));
      chargement.rollback();
    }
    assertThat(base.sql("select statut || coalesce(correction, '') from echanges.rejet where id = ?").param(rejet).query(String.class).single())
        .isEqualTo("OUVERT");
    // kept by a version that did not say where it was refused, and whose line is no longer the one
    byte[] garde = base.sql("select dossier_chiffre from echanges.rejet where id = ?").param(rejet).query(byte[].class).single();
    String sansPlace = new String(chiffrement.dechiffrer(garde), StandardCharsets.UTF_8).replaceAll(" refus=\"[^\"]*\"", "");
    base.sql("update echanges.rejet set dossier_chiffre = ?, ligne = 999999 where id = ?")
        .params(chiffrement.chiffrer(sansPlace.getBytes(StandardCharsets.UTF_8)), rejet).update();
    refuse("BALISE_INTROUVABLE", "ou écartez le rejet", () -> rejouer.executer(rejet, "1982-02-28"));
    ALICE.faire(() -> ecarter(rejet));
    refuse("REJET_TRAITE", "n'est plus ouvert", () -> ecarter(rejet));
    refuse("REJET_TRAITE", "n'est plus ouvert", () -> rejouer.executer(rejet, "1982-02-28"));
    assertThat(base.sql("select count(*) from allocataires.personne where nom = 'REFUSEE'").query(Integer.class).single()).isZero();
  }

  @Test
  void un_fichier_refuse_n_a_pas_d_original_a_rendre() {
    FicheDImport refuse = charger("sans-original.xml", FichierDEssai.journalier("2024-07-05")
        .foyer("07120000003", "LENA", "SANSORIGINAL", "1971-02-01", "2").annonce(3));
    refuse("ORIGINAL_ABSENT", "peut le redonner", () -> original.ouvrir(refuse.id()));
    assertThat(base.sql("select count(*) from journal.trace where acte = 'ORIGINAL_TELECHARGE' and objet like '%sans-original.xml%'")
        .query(Integer.class).single()).isZero();
  }

  private FicheDImport charger(String nom, FichierDEssai fichier) {
    long id = ALICE.faire(() -> deposer.executer(nom, LocalDate.of(2025, 9, 2), fichier.flux(), -1)).importId();
    Attente.jusquA("la fin du chargement " + id, () -> !lire(id).statut().enRoute());
    return lire(id);
  }

  private FicheDImport lire(long id) {
    return ALICE.faire(() -> lecture.lire(id)).orElseThrow();
  }

  private long rejet(FicheDImport fiche) {
    return base.sql("select id from echanges.rejet where import_id = ?").param(fiche.id()).query(Long.class).single();
  }

  private Object ecarter(long rejet) {
    ecarter.executer(rejet, "La CAF ne le renverra pas");
    return null;
  }

  private int imports(String fichier) {
    return base.sql("select count(*) from echanges.import where fichier = ?").param(fichier).query(Integer.class).single();
  }

  private static void refuse(String code, String phrase, ThrowingCallable acte) {
    assertThatThrownBy(() -> ALICE.faire(() -> {
      try {
        acte.call();
      } catch (RuntimeException e) {
        throw e;
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code)).hasMessageContaining(phrase);
  }
}
