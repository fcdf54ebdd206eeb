package fr.jalon.socle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A secret that stands in an address is not written with it. */
class AdresseEnJournalTest {
  @Test
  void le_code_d_une_personne_et_l_adresse_d_un_agenda_n_entrent_pas_dans_un_journal() {
    assertThat(AdresseEnJournal.de("/r/ABCD2345E/creneau")).isEqualTo("/r/…/creneau");
    assertThat(AdresseEnJournal.de("/calendrier/kX9_secret.ics")).isEqualTo("/calendrier/…");
    assertThat(AdresseEnJournal.de("/rendez/vous")).isEqualTo("/rendez/vous");
    assertThat(AdresseEnJournal.de(null)).isEqualTo("null");
  }
}
