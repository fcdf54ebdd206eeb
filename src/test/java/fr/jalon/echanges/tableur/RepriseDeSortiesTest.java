package fr.jalon.echanges.tableur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.tableur.application.AnnulerTableur;
import fr.jalon.echanges.tableur.application.DeposerTableur;
import fr.jalon.echanges.tableur.application.EnregistrerTableur;
import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.ReprendreUnTableur;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.application.Tableurs;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.habilitations.Roles;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.socle.RefusMetier;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rita brings the exits that her former tool knew. Today is 20 October 2025. */
@EssaiArdeche
class RepriseDeSortiesTest {
  private static final String TITRES = "Nom;Prénom;Date de naissance;Motif de sortie;Date de sortie;Type de contrat;Fin de contrat;Heures\n";
  @Autowired
  Comptoir comptoir;
  @Autowired
  Roles roles;
  @Autowired
  Dossiers dossiers;
  @Autowired
  DeposerTableur deposer;
  @Autowired
  EnregistrerTableur enregistrer;
  @Autowired
  ReprendreUnTableur reprendre;
  @Autowired
  AnnulerTableur annuler;
  @Autowired
  Tableurs tableurs;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void ses_sorties_entrent_une_fois_chaque_ligne_refusee_dit_pourquoi_et_le_tableur_s_annule() {
    Personne elle = dossiers.entrante("REPRISSORTIE", 1, LocalDate.of(2025, 2, 4));
    Agent rita = comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(1), List.of());
    Perimetre qui = roles.perimetre(rita);
    String debut = "REPRISSORTIE;Ana;01/01/1990;";
    String csv = TITRES + debut + "Emploi;12/05/2025;CDD;31/12/2025;24\n" + debut + "retraite;13/10/2025;;;\n" + debut + "EMPLOI;12/05/2025;CDI;;\n"
        + debut + "Emploi;12/06/2025;;;\n" + debut + "Voyage;13/05/2025;;;\n" + debut + "Emploi;13/05/2026;CDI;;\n"
        + debut + "Emploi;13/06/2025;CDI;;70\n" + "NULLEPART;Ana;01/01/1990;Emploi;13/05/2025;CDI;;\n";
    Tableur t = deposer(qui, csv);
    assertThat(EnTantQue.agir(qui, () -> reprendre.apercu(t)).justes()).isEqualTo(2);
    List<LigneGardee> lignes = enregistrer(qui, t);
    assertThat(lignes).extracting(LigneGardee::statut).containsExactly(StatutLigne.CREEE, StatutLigne.CREEE, StatutLigne.A_JOUR, StatutLigne.ERREUR,
        StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.ERREUR);
    assertThat(lignes.toString()).contains("déjà à la ligne").contains("Choisissez le contrat").contains("n'est pas une raison de sortie")
        .contains("Ce jour n'est pas encore arrivé").contains("entre 1 et 60").contains("Jalon ne connaît pas");
    assertThat(base.sql("select raison || ' ' || le || ' ' || classe || ' ' || source from sorties.sortie where personne_id = ? order by le")
        .param(elle.id())
        .query(String.class).list()).containsExactly("EMPLOI 2025-05-12 DURABLE REPRISE", "RETRAITE 2025-10-13 AUTRE REPRISE");
    assertThat(enregistrer(qui, deposer(qui, csv))).extracting(LigneGardee::statut).as("deux fois ne change rien").doesNotContain(StatutLigne.CREEE);
    assertThat(EnTantQue.agir(qui, () -> annuler.executer(t.id()))).isEqualTo(new AnnulerTableur.Bilan(2, 0));
    assertThat(base.sql("select distinct etat from sorties.sortie where personne_id = ?").param(elle.id()).query(String.class).list())
        .containsExactly("ECARTEE");
  }

  @Test
  void qui_ne_tient_pas_les_sorties_ne_les_reprend_pas() {
    assertThatThrownBy(() -> deposer(EnTantQue.territoire(1, "DOSSIERS", "REPRISE"), TITRES + "X;Y;;Emploi;12/05/2025;CDI;;\n"))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("HABILITATION"));
  }

  private Tableur deposer(Perimetre qui, String csv) {
    return EnTantQue.agir(qui, () -> {
      Tableur t = tableurs.lire(deposer.deposer("ancien-outil.csv", GenreDeTableur.SORTIES, () -> csv.getBytes(StandardCharsets.UTF_8)))
          .orElseThrow();
      deposer.associer(t, t.entetes().stream().map(e -> deposer.proposer(t).champ(t.entetes().indexOf(e))).toList(), null, null);
      return tableurs.lire(t.id()).orElseThrow();
    });
  }

  private List<LigneGardee> enregistrer(Perimetre qui, Tableur t) {
    return EnTantQue.agir(qui, () -> {
      enregistrer.executer(t.id());
      TableurEnregistre.dire(base, t.id());
      return tableurs.lignes(t.id(), Set.of(), 1000, 0);
    });
  }
}
