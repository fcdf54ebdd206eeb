package fr.jalon.donnees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.donnees.application.CopierLesDonnees;
import fr.jalon.donnees.application.NatureDeDemande;
import fr.jalon.donnees.application.TenirLesDemandes;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person asks about her data is written with a day and words, answered once, and nobody copies them who may not. Today is 20 October 2025. */
@EssaiArdeche
class DemandesRefuseesTest {
  private static final LocalDate HIER = LocalDate.of(2025, 10, 19);
  private static final int TERRITOIRE = 2;
  private static final Perimetre DIRECTION = EnTantQue.partout("DOSSIERS", "DROITS_DES_PERSONNES");
  private static int essai;
  @Autowired
  TenirLesDemandes tenir;
  @Autowired
  CopierLesDonnees copier;
  @Autowired
  Dossiers dossiers;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Personne ana;

  @BeforeEach
  void ana_est_connue() {
    ana = dossiers.entrante("DEMANDEUSE" + ++essai, TERRITOIRE, LocalDate.of(2025, 10, 3));
  }

  @Test
  void la_demande_d_ana_a_une_nature_un_jour_deja_venu_et_ses_mots() {
    refuse("DEMANDE_INCOMPLETE", () -> tenir.demander(ana.id(), null, HIER, "Je veux ma copie"));
    refuse("DEMANDE_INCOMPLETE", () -> tenir.demander(ana.id(), NatureDeDemande.COPIE, null, "Je veux ma copie"));
    refuse("DEMANDE_INCOMPLETE", () -> tenir.demander(ana.id(), NatureDeDemande.COPIE, HIER.plusDays(2), "Je veux ma copie"));
    assertThat(tenir.recevable(LocalDate.of(2012, 1, 1))).isFalse();
    assertThat(tenir.recevable(LocalDate.of(2025, 1, 1))).isTrue();
    refuse("DEMANDE_TROP_ANCIENNE", () -> tenir.demander(ana.id(), NatureDeDemande.COPIE, LocalDate.of(2012, 1, 1), "Je veux ma copie"));
    refuse("TEXTE_ABSENT", () -> tenir.demander(ana.id(), NatureDeDemande.COPIE, HIER, " "));
    refuse("TEXTE_TROP_LONG", () -> tenir.demander(ana.id(), NatureDeDemande.COPIE, HIER, "a".repeat(2001)));
    assertThat(nombre("donnees.demande")).isZero();
    assertThat(en(() -> tenir.demander(ana.id(), NatureDeDemande.COPIE, HIER, "a".repeat(2000)))).isEqualTo(LocalDate.of(2025, 11, 19));
    assertThat(nombre("donnees.demande")).isEqualTo(1);
  }

  @Test
  void on_repond_a_ana_une_fois_en_disant_oui_ou_non() {
    en(() -> tenir.demander(ana.id(), NatureDeDemande.RECTIFICATION, HIER, "Je ne suis pas née ce jour-là"));
    long demande = en(() -> tenir.demandes(ana.id())).getFirst().id();
    refuse("REPONSE_INCOMPLETE", () -> repondre(ana, demande, null, "Corrigé"));
    refuse("TEXTE_ABSENT", () -> repondre(ana, demande, false, ""));
    en(() -> repondre(ana, demande, true, "Corrigé par la CAF"));
    refuse("DEJA_REPONDUE", () -> repondre(ana, demande, false, "Non"));
    assertThat(en(() -> tenir.demandes(ana.id()))).singleElement().satisfies(d -> assertThat(d.reponse()).isEqualTo("Corrigé par la CAF"));
    Personne bea = dossiers.entrante("VOISINE" + essai, TERRITOIRE, LocalDate.of(2025, 10, 3));
    refuse("DEJA_REPONDUE", () -> repondre(bea, demande, true, "Ce n'est pas sa demande"));
  }

  @Test
  void le_dossier_d_ana_n_est_garde_qu_une_fois_pour_un_meme_contentieux() {
    en(() -> retenir("Recours du 3 mars"));
    refuse("DEJA_RETENUE", () -> retenir(" Recours du 3 mars "));
    en(() -> retenir("Un autre recours"));
    assertThat(en(() -> tenir.retenues(ana.id()))).hasSize(2);
  }

  @Test
  void nul_ne_copie_les_donnees_d_ana_sans_en_avoir_le_droit_ni_hors_de_son_perimetre() {
    assertThat(en(() -> copier.de(ana.id())).sections()).isNotEmpty();
    refuse("COPIE_REFUSEE", EnTantQue.partout("DOSSIERS", "MONTANTS", "NIR"), () -> copier.de(ana.id()));
    refuse("COPIE_REFUSEE", EnTantQue.territoire(TERRITOIRE + 1, "DOSSIERS", "DROITS_DES_PERSONNES"), () -> copier.de(ana.id()));
    refuse("COPIE_REFUSEE", DIRECTION, () -> copier.de(987_654_321));
  }

  private Object repondre(Personne p, long demande, Boolean acceptee, String mots) {
    tenir.repondre(p.id(), demande, acceptee, mots);
    return null;
  }

  private Object retenir(String raison) {
    tenir.retenir(ana.id(), raison);
    return null;
  }

  private int nombre(String table) {
    return base.sql("select count(*) from " + table + " where personne_id = ?").param(ana.id()).query(Integer.class).single();
  }

  private static void refuse(String code, Supplier<Object> acte) {
    refuse(code, DIRECTION, acte);
  }

  private static void refuse(String code, Perimetre qui, Supplier<Object> acte) {
    assertThatThrownBy(() -> EnTantQue.agir(qui, acte)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(DIRECTION, acte);
  }
}
