package fr.jalon.rendezvous;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.Personne;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records found to be one person, each with its appointments. */
@EssaiWeb
class FusionDesRendezVousTest {
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
  void deux_fiches() {
    numero += 2;
    Personne une = personne("Rosa Rencontre").nee("1978-02-" + numero);
    Personne autre = personne("Rosa Rencontree").nee("1978-02-" + numero);
    caisse.journalier("2025-06-30", foyer("071990000" + (numero + 30)).habite("07186", "PRIVAS").avec(une), foyer("071990000" + (numero + 31))
        .habite("07186", "PRIVAS").avec(autre));
    gardee = caisse.numero(une);
    doublon = caisse.numero(autre);
  }

  @Test
  void deux_rendez_vous_a_venir_ne_se_reunissent_pas() {
    for (long qui : new long[] {gardee, doublon}) {
      base.sql("insert into rendezvous.entretien (personne_id, etat, etat_depuis, saisi_par, saisi_le) values (?, 'INVITEE', now(), 'essai', now())")
          .param(qui).update();
    }
    refuse("DEUX_ENTRETIENS");
  }

  @Test
  void deux_convocations_en_cours_ne_se_reunissent_pas() {
    long session = base.sql("""
        with l as (insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone)
          values (?, '1 rue du Lac', '07000', '07186', ?, true, 10, '') returning id, territoire_id)
        insert into rendezvous.session (lieu_id, territoire_id, jour, debut, fin, capacite, animateur, cree_par, cree_le)
        select id, territoire_id, '2025-09-01', '09:00', '11:00', 10, 'Anne', 'essai', now() from l returning id""")
        .params("Salle " + numero, caisse.territoire("CENTRE")).query(Long.class).single();
    for (long qui : new long[] {gardee, doublon}) {
      base.sql("insert into rendezvous.convocation (personne_id, session_id, etat, etat_depuis, saisi_par, saisi_le) values (?, ?, 'CONVOQUEE', now(), 'essai', now())")
          .params(qui, session).update();
    }
    refuse("DEUX_CONVOCATIONS");
  }

  @Test
  void la_meme_rencontre_notee_sur_les_deux_fiches_n_en_fait_qu_une() {
    LocalDate jour = LocalDate.of(2025, 7, 1);
    for (long qui : new long[] {gardee, doublon}) {
      base.sql("insert into rendezvous.entretien (personne_id, le, etat, etat_depuis, saisi_par, saisi_le) values (?, ?, 'PRESENTE', now(), 'essai', now())").params(qui, jour).update();
    }
    base.sql("insert into rendezvous.entretien (personne_id, le, etat, etat_depuis, saisi_par, saisi_le) values (?, ?, 'PRESENTE', now(), 'essai', now())").params(doublon, jour.plusDays(7)).update();
    EnTantQue.allocation().faire(() -> fusionner.fusionner(gardee, doublon, "Même personne", null));
    assertThat(base.sql("select le from rendezvous.entretien where personne_id = ? order by le").param(gardee).query(LocalDate.class).list())
        .containsExactly(jour, jour.plusDays(7));
    assertThat(base.sql("select le from rendezvous.entretien where personne_id = ?").param(doublon).query(LocalDate.class).list())
        .containsExactly(jour);
  }

  private void refuse(String code) {
    assertThatThrownBy(() -> EnTantQue.allocation().faire(() -> fusionner.fusionner(gardee, doublon, "Même personne", null)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
    assertThat(base.sql("select fusionnee_dans is null from allocataires.personne where id = ?").param(doublon).query(Boolean.class).single())
        .isTrue();
  }
}
