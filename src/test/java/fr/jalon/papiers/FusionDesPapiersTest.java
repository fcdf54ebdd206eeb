package fr.jalon.papiers;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.application.DefaireFusion;
import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.papiers.application.GenresDePapier;
import fr.jalon.papiers.application.NoterUnPapier;
import fr.jalon.papiers.domaine.NouveauPapier;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.Personne;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records found to be one person, each with its papers. */
@EssaiWeb
class FusionDesPapiersTest {
  private static int numero = 10;
  @Autowired
  Caisse caisse;
  @Autowired
  FusionnerPersonnes fusionner;
  @Autowired
  DefaireFusion defaire;
  @Autowired
  NoterUnPapier noter;
  @Autowired
  GenresDePapier genres;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long gardee;
  private long doublon;

  @BeforeEach
  void deux_fiches() {
    numero += 2;
    Personne une = personne("Paola Papier").nee("1979-04-" + numero);
    Personne autre = personne("Paola Papierre").nee("1979-04-" + numero);
    caisse.journalier("2025-06-30", foyer("071990000" + (numero + 60)).habite("07186", "PRIVAS").avec(une), foyer("071990000" + (numero + 61))
        .habite("07186", "PRIVAS").avec(autre));
    gardee = caisse.numero(une);
    doublon = caisse.numero(autre);
  }

  @Test
  void reunies_elles_ont_les_papiers_et_les_copies_de_l_une_et_de_l_autre_separees_chacune_a_les_siens() {
    long sien = attendu(gardee, "CV");
    long meme = attendu(doublon, "CV");
    long vu = vu(doublon, "DIPLOME");
    long fusion = EnTantQue.allocation().faire(() -> fusionner.fusionner(gardee, doublon, "Même personne", null));
    assertThat(papiers(gardee)).containsExactly(sien, meme, vu);
    assertThat(passages(gardee)).containsExactly(sien, meme, vu);
    assertThat(papiers(doublon)).isEmpty();
    assertThat(base.sql("select personne_id from papiers.copie where papier_id = ?").param(vu).query(Long.class).single()).isEqualTo(gardee);
    EnTantQue.allocation().faire(() -> {
      defaire.defaire(fusion, "Deux sœurs");
      return 0;
    });
    assertThat(papiers(gardee)).containsExactly(sien);
    assertThat(papiers(doublon)).containsExactly(meme, vu);
    assertThat(base.sql("select personne_id from papiers.copie where papier_id = ?").param(vu).query(Long.class).single()).isEqualTo(doublon);
  }

  @Test
  void attendu_sur_les_deux_fiches_le_meme_papier_montre_une_fois_n_est_plus_attendu_du_tout() {
    long sien = attendu(gardee, "CV");
    long meme = attendu(doublon, "CV");
    EnTantQue.allocation().faire(() -> fusionner.fusionner(gardee, doublon, "Même personne", null));
    systeme.agir("essai", () -> {
      noter.executer(new NouveauPapier(gardee, genres.genre("CV").orElseThrow(), LocalDate.of(2025, 7, 1), null, UUID.randomUUID()));
      return 0;
    });
    assertThat(base.sql("select etat from papiers.papier where id in (?, ?) order by id").params(sien, meme).query(String.class).list())
        .containsExactly("VU", "PLUS_NECESSAIRE");
  }

  private long attendu(long qui, String genre) {
    return ecrit(qui, base.sql("""
        insert into papiers.papier (personne_id, genre, etat, etat_depuis, demande_par, demande_le, pour_le, cle)
        values (?, ?, 'ATTENDU', now(), 'essai', now(), '2025-07-15', gen_random_uuid()) returning id""").params(qui, genre).query(Long.class).single(),
        "ATTENDU");
  }

  private long vu(long qui, String genre) {
    long id = ecrit(qui, base.sql("""
        insert into papiers.papier (personne_id, genre, etat, etat_depuis, vu_le, vu_par, cle) values (?, ?, 'VU', now(), '2025-07-01', 'essai', gen_random_uuid())
        returning id""").params(qui, genre).query(Long.class).single(), "VU");
    base.sql("""
        insert into papiers.copie (personne_id, papier_id, reservee, nom, nature, taille, contenu_chiffre, deposee_par, deposee_le)
        values (?, ?, false, 'cv.pdf', 'PDF', 1, '\\x00', 'essai', now())""").params(qui, id).update();
    return id;
  }

  private long ecrit(long qui, long papier, String etat) {
    base.sql("insert into papiers.passage (objet_id, personne_id, vers, fait_le, par) values (?, ?, ?, now(), 'essai')").params(papier, qui, etat)
        .update();
    return papier;
  }

  private List<Long> papiers(long qui) {
    return base.sql("select id from papiers.papier where personne_id = ? order by id").param(qui).query(Long.class).list();
  }

  private List<Long> passages(long qui) {
    return base.sql("select objet_id from papiers.passage where personne_id = ? order by objet_id").param(qui).query(Long.class).list();
  }
}
