package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AffecterEnFond;
import fr.jalon.orientation.application.AffecterUneListe;
import fr.jalon.orientation.application.AffecterUneListe.ParcoursDeLaListe;
import fr.jalon.orientation.application.LongueListe;
import fr.jalon.orientation.domaine.EtatListe;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.socle.RefusMetier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list too long for one page: searched behind the screen, read, then recorded by parts. Today is 20 October 2025. */
@EssaiArdeche
class LongueListeTest {
  private static final Perimetre RESPONSABLE = EnTantQue.territoire(4, "DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS");
  @Autowired
  Dossiers dossiers;
  @Autowired
  AffecterEnFond enFond;
  @Autowired
  AffecterUneListe affecter;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void une_longue_liste_se_propose_puis_s_enregistre_et_dit_qui_reste_et_pourquoi() {
    List<Long> personnes = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      personnes.add(entrante("LONGUE" + i).id());
    }
    Personne close = entrante("LONGUECLOSE");
    personnes.add(close.id());
    long id = EnTantQue.agir(RESPONSABLE, () ->
        enFond.proposer(new LongueListe.Demande(personnes, new ParcoursDeLaListe(Parcours.SOCIOPROFESSIONNEL, true, Map.of()),
        null, LocalDate.of(2025, 10, 17), null)));
    LongueListe proposee = attendre(id, EtatListe.PROPOSEE);
    assertThat(proposee.placees()).hasSize(241);
    assertThat(suivis(personnes)).as("rien n'est enregistré avant que l'agent le dise").isZero();
    dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), close, "5", false);
    EnTantQue.agir(RESPONSABLE, () -> {
      enFond.enregistrer(id);
      enFond.enregistrer(id);
      return null;
    });
    LongueListe finie = attendre(id, EtatListe.FINIE);
    assertThat(finie.faites()).isEqualTo(240);
    assertThat(finie.laissees()).containsOnlyKeys(close.id()).allSatisfy((_, phrase) -> assertThat(phrase).contains("L. 262-29 CASF"));
    assertThat(suivis(personnes)).isEqualTo(240);
  }

  @Test
  void coupee_au_milieu_elle_reprend_ou_elle_s_etait_arretee_et_s_annule_toujours_en_entier() {
    List<Long> personnes = new ArrayList<>();
    for (int i = 0; i < 230; i++) {
      personnes.add(entrante("COUPE" + i).id());
    }
    long id = EnTantQue.agir(RESPONSABLE, () ->
        enFond.proposer(new LongueListe.Demande(personnes, new ParcoursDeLaListe(Parcours.SOCIOPROFESSIONNEL, true, Map.of()),
        null, LocalDate.of(2025, 10, 17), null)));
    attendre(id, EtatListe.PROPOSEE);
    // the server that recorded it was killed after the first part
    LongueListe proposee = EnTantQue.agir(RESPONSABLE, () -> enFond.le(id)).orElseThrow();
    List<NouvelleOrientation> premieres = proposee.placees().stream().limit(200)
        .map(l -> new NouvelleOrientation(l.personneId(), l.parcours(), l.organisationId(), l.referentId(),
        LocalDate.of(2025, 10, 17), null, null, null)).toList();
    List<Long> suivis = EnTantQue.agir(RESPONSABLE, () -> affecter.enregistrer(premieres)).suivis();
    base.sql("update orientation.longue_liste set traitees = 200, suivis = ?::bigint[] where id = ?")
        .params(suivis.stream().mapToLong(Long::longValue).toArray(), id).update();
    EnTantQue.agir(RESPONSABLE, () -> {
      enFond.enregistrer(id);
      return null;
    });
    LongueListe finie = attendre(id, EtatListe.FINIE);
    assertThat(finie.suivis()).hasSize(230).doesNotHaveDuplicates();
    assertThat(finie.laissees()).isEmpty();
    assertThat(suivis(personnes)).isEqualTo(230);
  }

  @Test
  void la_liste_d_un_agent_n_est_qu_a_lui() {
    long id = EnTantQue.agir(RESPONSABLE, () ->
        enFond.proposer(new LongueListe.Demande(List.of(), new ParcoursDeLaListe(Parcours.SOCIAL, true, Map.of()), null,
        LocalDate.of(2025, 10, 17), null)));
    Perimetre collegue = EnTantQue.partout("DOSSIERS", "ORIENTATIONS");
    assertThat(EnTantQue.agir(collegue, () -> enFond.le(id))).isEmpty();
    assertThatThrownBy(() -> EnTantQue.agir(collegue, () -> {
      enFond.enregistrer(id);
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("LISTE_INCONNUE"));
    assertThat(attendre(id, EtatListe.PROPOSEE).suivis()).isEmpty();
  }

  private LongueListe attendre(long id, EtatListe etat) {
    return org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(60))
        .until(() -> EnTantQue.agir(RESPONSABLE, () -> enFond.le(id)).orElseThrow(), t -> t.etat() == etat);
  }

  private Personne entrante(String nom) {
    return dossiers.entrante(nom, 4, LocalDate.of(2025, 10, 3));
  }

  private int suivis(List<Long> personnes) {
    return base.sql("select count(*) from orientation.suivi where personne_id = any(:ids::bigint[]) and etat <> 'CLOS'")
        .param("ids", personnes.stream().mapToLong(Long::longValue).toArray()).query(Integer.class).single();
  }
}
