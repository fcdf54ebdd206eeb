package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.application.ChangerLesCoordonnees;
import fr.jalon.diagnostic.application.EnregistrerDiagnostic;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.justedroit.application.NoterVerifie;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.socle.RefusMetier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody writes in the dossier of a person: out of the perimeter, without the role, or with an answer that means nothing. */
@EssaiArdeche
class ActesRefusesTest {
  private static final int TERRITOIRE = 2;
  private static int essai;
  @Autowired
  ChangerLesCoordonnees changer;
  @Autowired
  EnregistrerDiagnostic diagnostiquer;
  @Autowired
  NoterVerifie verifier;
  @Autowired
  Dossiers dossiers;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Personne ana;

  @BeforeEach
  void ana_est_connue() {
    ana = dossiers.entrante("PROTEGEE" + ++essai, TERRITOIRE, LocalDate.of(2025, 10, 3));
  }

  @Test
  void le_telephone_d_ana_n_est_change_ni_d_un_autre_territoire_ni_sans_le_role_ni_apres_sa_fusion() {
    Perimetre secretaire = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "RENDEZ_VOUS");
    EnTantQue.agir(secretaire, () -> telephone("+33639980001"));
    refuse("HABILITATION", EnTantQue.territoire(TERRITOIRE, "DOSSIERS"), () -> telephone("+33639980002"));
    refuse("PERSONNE_FERMEE", EnTantQue.territoire(TERRITOIRE + 1, "DOSSIERS", "RENDEZ_VOUS"), () -> telephone("+33639980003"));
    Personne autre = dossiers.entrante("CONSERVEE" + essai, TERRITOIRE, LocalDate.of(2025, 10, 3));
    base.sql("update allocataires.personne set fusionnee_dans = ? where id = ?").params(autre.id(), ana.id()).update();
    refuse("PERSONNE_FERMEE", secretaire, () -> telephone("+33639980004"));
    assertThat(base.sql("select telephone from allocataires.personne where id = ?").param(ana.id()).query(String.class).single()).isEqualTo("+33639980001");
  }

  @Test
  void le_diagnostic_d_ana_ne_garde_que_des_reponses_proposees() {
    Perimetre referente = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "DIAGNOSTICS");
    refuse("DIAGNOSTIC_VIDE", referente, () -> diagnostiquer.executer(ana.id(), null, Reponses.AUCUNE));
    refuse("CRITERE_INCONNU", referente, () -> diagnostiquer.executer(ana.id(), null, new Reponses(Map.of("religion", "OUI"))));
    refuse("REPONSE_INCONNUE", referente, () -> diagnostiquer.executer(ana.id(), null, new Reponses(Map.of("contrainte_sante", "MALADIE_ECRITE_EN_CLAIR"))));
    assertThat(base.sql("select count(*) from diagnostic.diagnostic where personne_id = ?").param(ana.id()).query(Integer.class).single()).isZero();
  }

  @Test
  void l_ecart_du_foyer_d_ana_se_note_verifie_par_qui_le_voit_et_s_annule_une_fois() {
    Perimetre controle = EnTantQue.partout("DOSSIERS", "MONTANTS", "VERIFICATIONS");
    YearMonth mois = YearMonth.of(2025, 9);
    refuse("ECART_ABSENT", controle, () -> noter(mois, null, ""));
    refuse("NOTE_LONGUE", controle, () -> noter(mois, BigDecimal.TEN, "a".repeat(10_000)));
    refuse("FOYER_INCONNU", EnTantQue.territoire(TERRITOIRE + 1, "DOSSIERS", "MONTANTS", "VERIFICATIONS"), () -> noter(mois, BigDecimal.TEN, "vu"));
    assertThat(notes()).isZero();
    EnTantQue.agir(controle, () -> noter(mois, BigDecimal.TEN, "vu avec la CAF"));
    assertThat(notes()).isEqualTo(1);
    long note = base.sql("select id from justedroit.verifie where foyer_id = ?").param(ana.foyerId()).query(Long.class).single();
    refuse("DEJA_ANNULE", EnTantQue.territoire(TERRITOIRE + 1, "DOSSIERS", "MONTANTS", "VERIFICATIONS"), () -> annuler(note));
    EnTantQue.agir(controle, () -> annuler(note));
    refuse("DEJA_ANNULE", controle, () -> annuler(note));
  }

  private Object telephone(String numero) {
    changer.executer(ana.id(), numero, null);
    return null;
  }

  private Object noter(YearMonth mois, BigDecimal ecart, String note) {
    verifier.executer(ana.foyerId(), mois, ecart, note);
    return null;
  }

  private Object annuler(long note) {
    verifier.annuler(note);
    return null;
  }

  private int notes() {
    return base.sql("select count(*) from justedroit.verifie where foyer_id = ?").param(ana.foyerId()).query(Integer.class).single();
  }

  private static void refuse(String code, Perimetre qui, Supplier<Object> acte) {
    assertThatThrownBy(() -> EnTantQue.agir(qui, acte)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
