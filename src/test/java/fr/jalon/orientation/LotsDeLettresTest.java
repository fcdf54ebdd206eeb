package fr.jalon.orientation;

import static fr.jalon.orientation.LaPoste.AUJOURDHUI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.courriers.application.AbandonnerDesMessages;
import fr.jalon.courriers.application.ImprimerEnFond;
import fr.jalon.courriers.application.PosterUnLot;
import fr.jalon.courriers.application.PreparerUnLot;
import fr.jalon.courriers.application.RenvoyerUnMessage;
import fr.jalon.courriers.application.RevenirSurLePoste;
import fr.jalon.courriers.application.SuivreUnMessage;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters printed and posted by batches. Today is 20 October 2025. */
@EssaiArdeche
class LotsDeLettresTest {
  @Autowired
  LaPoste poste;
  @Autowired
  PreparerUnLot preparer;
  @Autowired
  ImprimerEnFond imprimer;
  @Autowired
  PosterUnLot poster;
  @Autowired
  RevenirSurLePoste revenir;
  @Autowired
  RenvoyerUnMessage renvoyer;
  @Autowired
  SuivreUnMessage suivre;
  @Autowired
  AbandonnerDesMessages abandonner;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void un_lot_ne_prend_une_lettre_qu_une_fois_et_ne_se_poste_qu_une_fois() {
    poste.orienter(poste.entrante("UNEFOIS", "07100", "ANNONAY"), AUJOURDHUI, Parcours.PROFESSIONNEL);
    long lot = poste.lotPret("UNEFOIS");
    refuse("RIEN_A_IMPRIMER", "déjà dans un lot", () -> preparer.executer(LaPoste.filtre("UNEFOIS"), "essai"));
    refuseLeJour("DATE_FUTURE", "aujourd'hui ou un jour passé", () -> poster.executer(lot, AUJOURDHUI.plusDays(1)));
    refuseLeJour("AVANT_LE_LOT", "pas pu être posté avant", () -> poster.executer(lot, AUJOURDHUI.minusDays(1)));
    refuse("LOT_CHANGE", "n'est pas marqué comme posté", () -> revenir.executer(lot, "Le sac est resté au bureau"));
    // not who made it, and of another territory
    Perimetre ailleurs = new Perimetre("voisine", "Voisine", "SECRETARIAT", Set.of("DOSSIERS", "COURRIERS"), false, List.of(3), List.of());
    for (long autre : new long[] {lot, 987_654_321}) {
      refuse("LOT_INCONNU", "ce que vous pouvez consulter", () -> EnTantQue.agir(ailleurs, () -> poster.executer(autre, AUJOURDHUI)));
      refuse("LOT_INCONNU", "ce que vous pouvez consulter",
          () -> EnTantQue.agir(ailleurs, () -> revenir.executer(autre, "Le sac est resté au bureau")));
    }
    assertThat(base.sql("select etat from courriers.lot where id = ?").param(lot).query(String.class).single()).isEqualTo("PRET");
    assertThat(LaPoste.en(() -> poster.executer(lot, AUJOURDHUI))).isOne();
    refuse("LOT_CHANGE", "déjà marqué", () -> poster.executer(lot, AUJOURDHUI));
    assertThat(base.sql("select count(*) from courriers.passage where objet_id = (select id from courriers.message where lot_id = ?) and vers = 'ENVOYE'").param(lot)
        .query(Long.class).single()).isOne();
  }

  @Test
  void le_lot_est_dans_l_ordre_de_la_poste_et_un_lot_defait_rend_ses_lettres() {
    List.of("07700", "07000", "07200").forEach(cp -> poste.orienter(poste.entrante("ORDRE" + cp, cp, "VILLE"), AUJOURDHUI, Parcours.SOCIAL));
    long lot = poste.lotPret("ORDRE");
    assertThat(base.sql("select code_postal from courriers.message where lot_id = ? order by rang").param(lot).query(String.class).list())
        .containsExactly("07000", "07200", "07700");
    assertThat(imprimer.pret(lot)).isTrue();
    LaPoste.en(() -> {
      preparer.defaire(lot);
      return null;
    });
    assertThat(base.sql("select count(*) from courriers.message where lot_id = ?").param(lot).query(Long.class).single()).isZero();
    assertThat(LaPoste.en(() -> preparer.executer(LaPoste.filtre("ORDRE"), "essai"))).isGreaterThan(lot);
  }

  @Test
  void une_mise_en_page_coupee_se_relance_sans_rien_doubler() {
    poste.orienter(poste.entrante("COUPEE", "07000", "PRIVAS"), AUJOURDHUI, Parcours.SOCIAL);
    long lot = LaPoste.en(() -> preparer.executer(LaPoste.filtre("COUPEE"), "essai"));
    refuse("DEJA_EN_COURS", "déjà en préparation", () -> {
      imprimer.relancer(lot);
      return null;
    });
    base.sql("update courriers.lot set etat = 'INTERROMPU' where id = ?").param(lot).update();
    LaPoste.en(() -> {
      imprimer.relancer(lot);
      return null;
    });
    poste.attendre(lot);
    assertThat(base.sql("select count(*) from courriers.message where lot_id = ?").param(lot).query(Long.class).single()).isOne();
  }

  @Test
  void la_lettre_d_ana_que_l_on_abandonne_ne_s_abandonne_qu_une_fois_et_ne_se_dit_ni_revenue_ni_renvoyee_d_un_autre_territoire() {
    Personne ana = poste.entrante("ABANDONNEE", "07000", "PRIVAS");
    poste.orienter(ana, AUJOURDHUI, Parcours.SOCIAL);
    long lettre = poste.lettre(ana);
    refuse("MESSAGE_INCONNU", "ce que vous pouvez consulter", () -> EnTantQue.agir(EnTantQue.territoire(3, "DOSSIERS", "COURRIERS"),
        () -> renvoyer.executer(lettre, new RenvoyerUnMessage.Vers("3 place Neuve", "07200", "Aubenas", null), "Déménagement")));
    refuse("MESSAGE_CHANGE", "vient de changer d'état", () -> {
      suivre.pasRevenue(lettre);
      return null;
    });
    LaPoste.en(() -> abandonner(lettre));
    refuse("DEJA_PARTI", "quelqu'un vient d'y renoncer", () -> abandonner(lettre));
    assertThat(base.sql("select vers || ' ' || coalesce(motif, '') from courriers.passage where objet_id = ? order by id").param(lettre)
        .query(String.class).list())
        .containsExactly("ABANDONNE Dite de vive voix");
  }

  private Object abandonner(long lettre) {
    abandonner.un(lettre, "Dite de vive voix");
    return null;
  }

  private static void refuse(String code, String phrase, Supplier<?> acte) {
    assertThatThrownBy(() -> LaPoste.en(acte)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code))
        .hasMessageContaining(phrase);
  }

  private static void refuseLeJour(String code, String phrase, Supplier<?> acte) {
    refuse(code, phrase, acte);
    assertThatThrownBy(() -> LaPoste.en(acte)).isInstanceOfSatisfying(SaisieRefusee.class, r -> assertThat(r.champs()).containsExactly("le"));
  }
}
