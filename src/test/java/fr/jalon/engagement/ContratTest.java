package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A contract, from the notification of the orientation to its renewal. See {@link EssaiDeContrats}. */
class ContratTest extends EssaiDeContrats {
  @Test
  void le_mois_court_de_la_notification_et_la_signature_des_deux_le_tient() {
    assertThat(echeances()).containsExactly("CONTRAT_ENGAGEMENT OUVERTE 2025-11-01");
    assertThat(pas()).containsExactly("Préparer et signer le contrat d'engagement avant le 01/11/2025");
    assertThat(preparer()).contains("Le contrat est prêt à être relu").contains("Je précise mon projet de travail.").contains("À élaborer");
    assertThat(nav.suivre(etape(nav, "presentation")).body()).contains("son texte ne change plus").contains("À signer");
    assertThat(pas()).containsExactly("Faire signer le contrat d'engagement avant le 01/11/2025");
    nav.suivre(etape(nav, "dessin", "dessin", dessin()));
    assertThat(etat()).as("une seule signature").isEqualTo("A_SIGNER");
    nav.suivre(etape(nav, "signature"));
    assertThat(etat()).isEqualTo("SIGNE");
    assertThat(echeances()).containsExactly("CONTRAT_ENGAGEMENT TENUE 2025-11-01", "RENOUVELLEMENT_CONTRAT OUVERTE 2026-04-19");
    assertThat(pas()).isEmpty();
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours")
            .body()).contains("Contrat d'engagement").contains("Je précise mon projet de travail.");
    assertThat(base.sql("select count(distinct empreinte) from engagement.signature s where personne_id = ?").param(ana.id()).query(Integer.class)
        .single()).as("les deux ont signé le même document").isEqualTo(1);
  }
}
