package fr.jalon.engagement;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.application.DefaireFusion;
import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.Personne;
import fr.jalon.socle.RefusMetier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records found to be one person, each with its hours: they are hers, counted once; her plan is adapted once. */
@EssaiWeb
class FusionDesHeuresTest {
  @Autowired
  Caisse caisse;
  @Autowired
  FusionnerPersonnes fusionner;
  @Autowired
  DefaireFusion defaire;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void reunies_elle_a_les_heures_des_deux_sans_la_meme_deux_fois_separees_chacune_a_les_siennes() {
    Personne une = personne("Hana Heures").nee("1979-06-14");
    Personne autre = personne("Hana Heure").nee("1979-06-14");
    caisse.journalier("2025-06-30", foyer("071990000981").habite("07186", "PRIVAS").avec(une), foyer("071990000982").habite("07186", "PRIVAS")
        .avec(autre));
    long gardee = caisse.numero(une);
    long doublon = caisse.numero(autre);
    heure(gardee, "DEMARCHES");
    heure(doublon, "DEMARCHES");
    heure(doublon, "RECHERCHE");
    adapter(gardee);
    adapter(doublon);
    assertThatThrownBy(() -> EnTantQue.allocation().faire(() -> fusionner.fusionner(gardee, doublon, "Même personne", null)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("DEUX_ADAPTATIONS"))
        .hasMessageContaining("Mettez fin à l'une des deux adaptations");
    base.sql("update engagement.adaptation set finie_le = '2025-09-30', finie_par = 'essai', fin_motif = 'Fini' where personne_id = ?").param(doublon)
        .update();
    long fusion = EnTantQue.allocation().faire(() -> fusionner.fusionner(gardee, doublon, "Même personne", null));
    assertThat(heures(gardee)).as("la même case des deux ne compte qu'une fois").isEqualTo(2);
    assertThat(base.sql("select count(*) from engagement.adaptation where personne_id = ?").param(gardee).query(Integer.class).single()).isEqualTo(2);
    EnTantQue.allocation().faire(() -> {
      defaire.defaire(fusion, "Deux sœurs");
      return 0;
    });
    assertThat(heures(gardee)).isOne();
    assertThat(heures(doublon)).isEqualTo(2);
  }

  private int heures(long qui) {
    return base.sql("select count(*) from engagement.heure where personne_id = ?").param(qui).query(Integer.class).single();
  }

  private void heure(long qui, String activite) {
    base.sql("""
        insert into engagement.heure (personne_id, lundi, jour, activite, minutes, sante, source, saisie_par, saisie_le)
        values (?, '2025-10-13', '2025-10-14', ?, 60, false, 'REFERENT', 'essai', now())""").params(qui, activite).update();
  }

  private void adapter(long qui) {
    base.sql("""
        insert into engagement.adaptation (personne_id, genre, heures, depuis, a_revoir_le, demandee_par_elle, cle, saisie_par, saisie_le)
        values (?, 'ADAPTEE', 7.5, '2025-09-01', '2026-01-01', false, gen_random_uuid(), 'essai', now())""").param(qui).update();
  }
}
