package fr.jalon.accompagnement;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.Personne;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever merges two records reads neither reviews nor the notebook: what one person cannot have twice there does not break the merge. */
@EssaiWeb
class FusionDeQuiNeLitPasTest {
  private static int numero = 10;
  @Autowired
  Caisse caisse;
  @Autowired
  FusionnerPersonnes fusionner;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long gardee;
  private long doublon;

  @BeforeEach
  void deux_fiches_de_flora() {
    numero += 2;
    Personne une = personne("Flora Fiche").nee("1981-05-" + numero);
    Personne autre = personne("Flora Fichet").nee("1981-05-" + numero);
    caisse.journalier("2025-06-30", foyer("071980000" + (numero + 60)).habite("07186", "PRIVAS").avec(une), foyer("071980000" + (numero + 61))
        .habite("07186", "PRIVAS").avec(autre));
    gardee = caisse.numero(une);
    doublon = caisse.numero(autre);
  }

  @Test
  void revue_le_meme_jour_sur_les_deux_fiches_ce_qui_est_decide_pour_la_fiche_gardee_reste() {
    long revue = base.sql("""
        with o as (insert into structures.organisation (code, nom, nature) values ('FUSION-' || gen_random_uuid(), 'Maison des fusions', 'EXTERNE') returning id),
          r as (insert into structures.referent (organisation_id, nom) select id, 'Référente des fusions' from o returning id, organisation_id)
        insert into accompagnement.revue (referent_id, organisation_id, le, etat, etat_depuis, ouverte_par, ouverte_le)
        select id, organisation_id, '2025-07-01', 'OUVERTE', now(), 'essai', now() from r returning id""").query(Long.class).single();
    List.of(gardee, doublon).forEach(p -> base.sql("""
        insert into accompagnement.revue_decision (revue_id, personne_id, decision, decide_par, decide_le) values (?, ?, 'CONTINUER', 'essai', now())""")
        .params(revue, p).update());
    reunir();
    assertThat(base.sql("select personne_id from accompagnement.revue_decision where revue_id = ?").param(revue).query(Long.class).list())
        .containsExactlyInAnyOrder(gardee, doublon);
  }

  @Test
  void le_meme_pas_remis_et_la_meme_opposition_dite_sur_les_deux_fiches_restent_ceux_de_la_fiche_gardee() {
    List.of(gardee, doublon).forEach(p -> {
      base.sql("insert into accompagnement.pas_differe (personne_id, genre, raison, differe_par, differe_le) values (?, 'SANS_CONTACT', 'Vue hier', 'essai', now())")
          .param(p).update();
      base.sql("insert into carnet.opposition (personne_id, sorte, dite_le, ecrit_par, ecrit_le) values (?, 'PARTENAIRE', '2025-07-01', 'essai', now())")
          .param(p).update();
    });
    reunir();
    for (String table : List.of("accompagnement.pas_differe", "carnet.opposition")) {
      assertThat(base.sql("select count(*) from " + table + " where personne_id = ?").param(gardee).query(Integer.class).single())
          .as(table).isEqualTo(1);
    }
  }

  private void reunir() {
    EnTantQue.allocation().faire(() -> fusionner.fusionner(gardee, doublon, "Même personne", null));
  }
}
