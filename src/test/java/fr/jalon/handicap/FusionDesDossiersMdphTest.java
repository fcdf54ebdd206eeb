package fr.jalon.handicap;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.application.DefaireFusion;
import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.Personne;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records found to be one person, each with its disability file: whoever merges them reads neither. */
@EssaiWeb
class FusionDesDossiersMdphTest {
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
  void reunies_elle_a_les_deux_dossiers_leurs_reponses_et_leurs_delais_separees_chacune_a_le_sien() {
    Personne une = personne("Hana Mdph").nee("1979-05-14");
    Personne autre = personne("Hana Mdphe").nee("1979-05-14");
    caisse.journalier("2025-06-30", foyer("071990000971").habite("07186", "PRIVAS").avec(une), foyer("071990000972").habite("07186", "PRIVAS")
        .avec(autre));
    long gardee = caisse.numero(une);
    long doublon = caisse.numero(autre);
    long sien = dossier(gardee);
    long second = dossier(doublon);
    long fusion = EnTantQue.allocation().faire(() -> fusionner.fusionner(gardee, doublon, "Même personne", null));
    for (String table : List.of("handicap.dossier", "handicap.passage", "handicap.reponse")) {
      assertThat(combien(table, gardee)).as(table).isEqualTo(2);
    }
    assertThat(base.sql("select objet_id from echeances.echeance where personne_id = ? and nature = 'DECISION_MDPH' order by 1").param(gardee)
        .query(Long.class).list()).containsExactly(sien, second);
    EnTantQue.allocation().faire(() -> {
      defaire.defaire(fusion, "Deux sœurs");
      return 0;
    });
    assertThat(combien("handicap.dossier", gardee)).isEqualTo(1);
    assertThat(combien("handicap.reponse", doublon)).isEqualTo(1);
  }

  private int combien(String table, long qui) {
    return base.sql("select count(*) from " + table + " where personne_id = ?").param(qui).query(Integer.class).single();
  }

  private long dossier(long qui) {
    long id = base.sql("""
        insert into handicap.dossier (personne_id, etat, etat_depuis, renouvelle, droits, aide, propose_le, depose_le, cle, ecrit_par, ecrit_le)
        values (?, 'DEPOSE', '2025-06-01', false, '{RQTH,AAH}', 'PROCHE', '2025-06-01', '2025-06-01', gen_random_uuid(), 'essai', now()) returning id""")
        .param(qui).query(Long.class).single();
    base.sql("""
        insert into handicap.passage (objet, objet_id, personne_id, vers, le, fait_le, par) values ('DOSSIER', ?, ?, 'DEPOSE', '2025-06-01', now(), 'essai')""")
        .params(id, qui).update();
    base.sql("""
        insert into handicap.reponse (personne_id, dossier_id, droit, sens, sur_recours, decidee_le, saisie_par, saisie_le)
        values (?, ?, 'AAH', 'REFUSE', false, '2025-06-20', 'essai', now())""").params(qui, id).update();
    base.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, etat, etat_depuis)
        values ('DECISION_MDPH', ?, ?, '2025-06-01', '2025-10-01', 'OUVERTE', '2025-06-01')""").params(qui, id).update();
    return id;
  }
}
