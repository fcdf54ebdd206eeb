package fr.jalon.orientation;

import static fr.jalon.orientation.LaPoste.AUJOURDHUI;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AnnulerOrientation;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.NotificationParCourrier;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an orientation recorded writes to the person. Today is 20 October 2025. */
@EssaiArdeche
class NotificationParCourrierTest {
  @Autowired
  LaPoste poste;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  AnnulerOrientation annuler;
  @Autowired
  NotificationParCourrier notification;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void l_orientation_du_jour_ecrit_sa_lettre_avec_l_adresse_et_le_nom_de_qui_accompagne() {
    Personne p = poste.entrante("LETTRE", "07000", "PRIVAS");
    poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    assertThat(poste.texte("select string_agg(canal || ' ' || etat || ' ' || code_postal, ',') from courriers.message where personne_id = ?", p))
        .isEqualTo("LETTRE A_ENVOYER 07000");
    assertThat(poste.texte("select contenu from courriers.message where personne_id = ?", p)).contains("Ana LETTRE")
        .contains(poste.organisation()).contains("2 mois")
        .contains("L. 262-47").doesNotContain("${");
  }

  @Test
  void la_lettre_dit_ou_le_referent_recoit_et_a_quel_numero() {
    int site =
        base.sql("insert into structures.site (organisation_id, nom, adresse, commune, telephone) values (?, 'Antenne de la lettre', '3 place du Temple', '07064', '04 00 00 00 64') returning id")
        .param(poste.laPremiere()).query(Integer.class).single();
    int referent = base.sql("insert into structures.referent (organisation_id, nom, site_id) values (?, 'Camille Lettre', ?) returning id")
        .params(poste.laPremiere(), site).query(Integer.class).single();
    Personne p = poste.entrante("CHEYLARD", "07160", "LE CHEYLARD");
    LaPoste.en(() -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIOPROFESSIONNEL, poste.laPremiere(), referent, AUJOURDHUI)));
    assertThat(poste.texte("select contenu from courriers.message where personne_id = ? and canal = 'LETTRE'", p)).contains("Camille Lettre")
        .contains("3 place du Temple")
        .contains("Au Cheylard").contains("04 00 00 00 64").doesNotContain("Le Cheylard");
    base.sql("update structures.referent set actif = false where id = ?").param(referent).update();
  }

  @Test
  void qui_a_un_telephone_recoit_aussi_un_sms_et_qui_n_a_pas_d_adresse_n_est_pas_oubliee() {
    Personne avec = poste.entrante("PORTABLE", "07000", "PRIVAS");
    base.sql("update allocataires.personne set telephone = '06 12 34 56 78' where id = ?").param(avec.id()).update();
    Personne sans = poste.entrante("SANSADRESSE", null, null);
    poste.orienter(avec, AUJOURDHUI, Parcours.SOCIAL);
    poste.orienter(sans, AUJOURDHUI, Parcours.SOCIAL);
    assertThat(poste.texte("select string_agg(canal || ' ' || coalesce(vers, ''), ',' order by canal) from courriers.message where personne_id = ?",
        avec))
        .isEqualTo("LETTRE ,SMS +33612345678");
    assertThat(poste.texte("select string_agg(canal || ' ' || etat, ',') from courriers.message where personne_id = ?", sans))
        .isEqualTo("LETTRE SANS_ADRESSE");
  }

  @Test
  void une_orientation_d_un_jour_passe_est_deja_notifiee_et_n_imprime_rien_sauf_si_on_le_demande() {
    Personne p = poste.entrante("PASSEE", "07000", "PRIVAS");
    long suivi = poste.orienter(p, AUJOURDHUI.minusDays(3), Parcours.SOCIAL);
    assertThat(poste.texte("select count(*) from courriers.message where personne_id = ?", p)).isEqualTo("0");
    LaPoste.en(() -> {
      notification.ecrire(suivi);
      notification.ecrire(suivi);
      return null;
    });
    assertThat(poste.texte("select string_agg(etat, ',' order by id) from courriers.message where personne_id = ?", p))
        .isEqualTo("ABANDONNE,A_ENVOYER");
  }

  @Test
  void annuler_l_orientation_abandonne_ce_qui_n_est_pas_parti() {
    Personne p = poste.entrante("ANNULEE", "07000", "PRIVAS");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    LaPoste.en(() -> {
      annuler.executer(suivi, "Erreur de saisie");
      return null;
    });
    assertThat(poste.texte("select etat from courriers.message where personne_id = ?", p)).isEqualTo("ABANDONNE");
    assertThat(poste.texte("select de || ' ' || vers || ' ' || par from courriers.passage where personne_id = ?", p))
        .isEqualTo("A_ENVOYER ABANDONNE agent.territoire");
  }

  @Test
  void trois_cents_orientations_d_un_coup_ecrivent_trois_cents_lettres() {
    List<NouvelleOrientation> orientations = IntStream.range(0, 300).mapToObj(i -> poste.entrante("TROISCENTS" + i, "07%03d".formatted(i), "VILLE"))
        .map(p -> new NouvelleOrientation(p.id(), Parcours.SOCIAL, poste.laPremiere(), null, AUJOURDHUI)).toList();
    LaPoste.en(() -> enregistrer.executer(orientations));
    assertThat(base.sql("select count(*) from courriers.message m join allocataires.personne p on p.id = m.personne_id where p.nom like 'TROISCENTS%'").query(Long.class).single())
        .isEqualTo(300);
  }
}
