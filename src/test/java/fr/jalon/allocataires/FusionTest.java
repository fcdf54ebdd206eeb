package fr.jalon.allocataires;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.conjoint;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.application.DeclarerDistinctes;
import fr.jalon.allocataires.application.DefaireFusion;
import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.allocataires.application.SignalerDoublon;
import fr.jalon.allocataires.lecture.ListeDesDoublons;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.Foyer;
import fr.jalon.personnages.Personne;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = {"jalon.departement=07", "jalon.essai=fusion"})
@Import(Caisse.class)
class FusionTest {
  private static int numero = 1;
  @Autowired
  Caisse caisse;
  @Autowired
  FusionnerPersonnes fusionner;
  @Autowired
  DefaireFusion defaire;
  @Autowired
  DeclarerDistinctes declarer;
  @Autowired
  SignalerDoublon signaler;
  @Autowired
  ListeDesDoublons doublons;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  private final EnTantQue agente = EnTantQue.allocation();
  private long premiere;
  private long seconde;
  private Foyer secondFoyer;
  private String organisme;
  private String naissance;

  @BeforeEach
  void jean_connu_deux_fois() {
    organisme = "%03d".formatted(numero++);
    // each test has its own man: those of the others live at the same address
    naissance = "1969-01-%02d".formatted(10 + numero);
    String nom = "Jean Doublon" + "abcdefghij".charAt(numero % 10);
    Personne jean = personne(nom).ne(naissance).ressources("2025-04-01", "100");
    Foyer premierFoyer = foyer("071" + organisme + "00001").organisme("CAF", organisme).habite("07019", "AUBENAS").avec(jean);
    caisse.mensuel("2025-05-31", premierFoyer);
    premiere = caisse.numero(jean);
    Personne encore = personne(nom).ne(naissance).ressources("2025-04-01", "0");
    secondFoyer = foyer("071" + organisme + "00002").organisme("CAF", organisme).demande("2025-06-12").habite("07010", "ANNONAY").avec(encore);
    caisse.journalier("2025-06-20", secondFoyer);
    seconde = caisse.numero(encore);
  }

  private List<Map<String, Object>> faits() {
    return base.sql("""
        select 'membre' quoi, foyer_id, personne_id, personne_origine_id, depuis::text from allocataires.membre where personne_origine_id in (?, ?)
        union all select 'ressource', foyer_id, personne_id, personne_origine_id, depuis::text from allocataires.ressource where personne_origine_id in (?, ?)
        union all select 'situation', foyer_id, personne_id, fusionnee::int, etat from allocataires.situation where personne_id in (?, ?)
        union all select 'personne', null, id, fusionnee_dans, null from allocataires.personne where id in (?, ?) order by 1, 2, 3, 4, 5""")
        .params(premiere, seconde, premiere, seconde, premiere, seconde, premiere, seconde).query().listOfRows();
  }

  private long fusion() {
    return agente.faire(() -> fusionner.fusionner(premiere, seconde, "Pièce d'identité vue", null));
  }

  @Test
  void jean_n_est_pas_reuni_a_lui_meme_ni_separe_deux_fois_ni_par_qui_ne_le_voit_pas() {
    refuse("MEME_FICHE", agente, () -> fusionner.fusionner(premiere, premiere, "Pièce d'identité vue", null));
    refuse("MEME_FICHE", agente, () -> signaler.signaler(premiere, premiere));
    long fusion = fusion();
    refuse("FUSION_INCONNUE", EnTantQue.referent(987), () -> defaire(fusion));
    refuse("FUSION_INCONNUE", agente, () -> defaire(987_654_321));
    agente.faire(() -> defaire(fusion));
    refuse("DEJA_DEFAITE", agente, () -> defaire(fusion));
    assertThat(base.sql("select count(*) from allocataires.personne where id in (?, ?) and fusionnee_dans is null").params(premiere, seconde)
        .query(Integer.class).single()).isEqualTo(2);
  }

  private Object defaire(long fusion) {
    defaire.defaire(fusion, "Ce n'est pas lui");
    return null;
  }

  private static void refuse(String code, EnTantQue qui, java.util.function.Supplier<Object> acte) {
    assertThatThrownBy(() -> qui.faire(acte)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  @Test
  void signale_deux_fiches_qui_se_ressemblent_sans_les_reunir() {
    assertThat(premiere).isNotEqualTo(seconde);
    assertThat(agente.faire(() -> doublons.page(1, 500)))
        .anySatisfy(d -> assertThat(List.of(d.personneA(), d.personneB())).contains(premiere, seconde));
  }

  @Test
  void une_agente_reunit_deux_fiches_que_rien_n_avait_signalees() {
    Personne ailleurs = personne("Zelda Toutautre" + "abcdefghij".charAt(numero % 10)).ne("1971-02-03");
    caisse.journalier("2025-06-21", foyer("071" + organisme + "00003").organisme("CAF", organisme).habite("07010", "ANNONAY").avec(ailleurs));
    long troisieme = caisse.numero(ailleurs);
    long tache = agente.faire(() -> signaler.signaler(troisieme, premiere));
    assertThat(agente.faire(() -> signaler.signaler(premiere, troisieme))).as("une seule tâche par paire").isEqualTo(tache);
    assertThat(agente.faire(() -> doublons.un(tache))).hasValueSatisfying(d -> assertThat(d.raison()).isEqualTo("Signalé par un agent"));
    agente.faire(() -> fusionner.fusionner(premiere, troisieme, "Pièce d'identité vue", tache));
    assertThat(base.sql("select fusionnee_dans from allocataires.personne where id = ?").param(troisieme).query(Long.class).single())
        .isEqualTo(premiere);
    assertThat(base.sql("select etat, signale_par from allocataires.doublon where id = ?").param(tache).query().singleRow())
        .containsEntry("etat", "FUSIONNE").containsEntry("signale_par", "alloc");
  }

  @Test
  void un_doublon_dit_distinct_se_rouvre_quand_une_agente_le_signale() {
    long tache = agente.faire(() -> signaler.signaler(premiere, seconde));
    agente.faire(() -> {
      declarer.declarer(tache);
      return null;
    });
    assertThat(agente.faire(() -> signaler.signaler(seconde, premiere))).isEqualTo(tache);
    assertThat(agente.faire(() -> doublons.un(tache))).isPresent();
    assertThatThrownBy(() -> agente.faire(() -> signaler.signaler(premiere, premiere))).isInstanceOf(RefusMetier.class);
    assertThatThrownBy(() -> agente.faire(() -> signaler.signaler(premiere, 9_999_999L))).isInstanceOf(RefusMetier.class);
  }

  @Test
  void reunit_deux_fiches_puis_les_separe_exactement() {
    List<Map<String, Object>> avant = faits();
    long fusion = fusion();
    assertThat(base.sql("select count(*) from allocataires.membre where personne_id = ?").param(premiere).query(Long.class).single()).isEqualTo(2);
    assertThat(base.sql("select fusionnee from allocataires.situation where personne_id = ?").param(seconde).query(Boolean.class).single()).isTrue();
    assertThat(agente.faire(() -> doublons.page(1, 500))).noneSatisfy(d -> assertThat(List.of(d.personneA(), d.personneB())).contains(premiere));
    agente.faire(() -> {
      defaire.defaire(fusion, "Deux frères jumeaux");
      return null;
    });
    assertThat(faits()).isEqualTo(avant);
    assertThat(agente.faire(() -> doublons.page(1, 500)))
        .anySatisfy(d -> assertThat(List.of(d.personneA(), d.personneB())).contains(premiere, seconde));
    assertThat(base.sql("select acte from journal.trace where personne_id = ? order by id").param(seconde).query(String.class).list())
        .containsExactly("FUSION", "FUSION_DEFAITE");
  }

  @Test
  void ce_que_les_fichiers_disent_apres_la_fusion_revient_a_qui_il_appartient() {
    long fusion = fusion();
    caisse.journalier("2025-07-20", secondFoyer.suspendu("06", "2025-07-01"));
    assertThat(base.sql("select distinct personne_id from allocataires.membre where personne_origine_id = ?").param(seconde).query(Long.class).list())
        .containsExactly(premiere);
    agente.faire(() -> {
      defaire.defaire(fusion, "Erreur");
      return null;
    });
    assertThat(base.sql("select distinct personne_id from allocataires.membre where personne_origine_id = ?").param(seconde).query(Long.class).list())
        .containsExactly(seconde);
    assertThat(base.sql("select etat from allocataires.situation where personne_id = ?").param(seconde).query(String.class).single()).isEqualTo("4");
    assertThat(base.sql("select etat from allocataires.situation where personne_id = ?").param(premiere).query(String.class).single()).isEqualTo("2");
  }

  @Test
  void une_chaine_de_fusions_se_defait_dans_l_ordre() {
    Personne autre = personne("Jeannot Doublon").ne(naissance);
    caisse.journalier("2025-06-21", foyer("071" + organisme + "00003").organisme("CAF", organisme).habite("07186", "PRIVAS").avec(autre));
    long troisieme = caisse.numero(autre);
    long ancienne = fusion();
    List<Map<String, Object>> entre = faits();
    long recente = agente.faire(() -> fusionner.fusionner(troisieme, premiere, "Surnom", null));
    assertThat(base.sql("select fusionnee_dans from allocataires.personne where id = ?").param(seconde).query(Long.class).single())
        .isEqualTo(troisieme);
    assertThatThrownBy(() -> agente.faire(() -> {
      defaire.defaire(ancienne, "Erreur");
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("FUSION_SUIVIE"));
    agente.faire(() -> {
      defaire.defaire(recente, "Erreur");
      return null;
    });
    assertThat(faits()).isEqualTo(entre);
  }

  @Test
  void refuse_de_reunir_deux_fois_ou_sans_raison_ou_deux_conjoints() {
    assertThatThrownBy(() -> agente.faire(() -> fusionner.fusionner(premiere, seconde, " ", null)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("MOTIF_ABSENT"));
    fusion();
    assertThatThrownBy(this::fusion).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("DEJA_FUSIONNEE"));
    Personne lui = personne("Luc Couple").ne("1980-01-01");
    Personne elle = conjoint("Luce Couple").nee("1980-01-01");
    caisse.journalier("2025-06-22", foyer("071" + organisme + "00004").organisme("CAF", organisme).habite("07186", "PRIVAS").avec(lui, elle));
    assertThatThrownBy(() -> agente.faire(() -> fusionner.fusionner(caisse.numero(lui), caisse.numero(elle), "x", null)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("MEME_FOYER"));
  }

  @Test
  void refuse_a_qui_ne_voit_pas_les_deux_personnes() {
    EnTantQue referent = EnTantQue.referent(caisse.territoire("SUD-OUEST"));
    assertThatThrownBy(() -> referent.faire(() -> fusionner.fusionner(premiere, seconde, "x", null)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("PERSONNE_INCONNUE"));
  }

  @Test
  void deux_personnes_distinctes_ne_sont_plus_proposees() {
    long doublon = base.sql("select id from allocataires.doublon where personne_a = least(?, ?) and personne_b = greatest(?, ?)")
        .params(premiere, seconde, premiere, seconde).query(Long.class).single();
    agente.faire(() -> {
      declarer.declarer(doublon);
      return null;
    });
    assertThat(agente.faire(() -> doublons.un(doublon))).isEmpty();
    assertThatThrownBy(() -> agente.faire(() -> {
      declarer.declarer(doublon);
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("DOUBLON_TRAITE"));
  }
}
