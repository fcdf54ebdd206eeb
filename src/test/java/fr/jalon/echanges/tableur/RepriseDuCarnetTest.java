package fr.jalon.echanges.tableur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.carnet.application.EcrireDansLeCarnet;
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
import fr.jalon.habilitations.Navigateur;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rita brings the notebooks of her former tool. Today is 20 October 2025. */
@EssaiArdeche
class RepriseDuCarnetTest {
  private static final String TITRES = "Nom;Prénom;Date de naissance;Thème;Date;Note;Auteur\n";
  @LocalServerPort
  int port;
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
  EcrireDansLeCarnet ecrire;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void ses_ecrits_entrent_une_fois_chaque_ligne_refusee_dit_pourquoi_et_le_tableur_s_annule_sauf_ou_l_on_a_repondu() {
    Personne elle = dossiers.entrante("REPRISCARNET", 1, LocalDate.of(2025, 8, 4));
    String ne = base.sql("select to_char(date_naissance, 'DD/MM/YYYY') from allocataires.personne where id = ?").param(elle.id()).query(String.class)
        .single();
    Agent rita = comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(1), List.of());
    Perimetre qui = roles.perimetre(rita);
    String debut = "REPRISCARNET;Ana;" + ne + ";";
    String csv = TITRES + debut + "Emploi;12/05/2025;Cherche à mi-temps;Mme Avant\n" + debut + "logement;13/05/2025;Bail fini;\n"
        + debut + "EMPLOI;12/05/2025;Cherche à mi-temps;Mme Avant\n" + debut + "Santé;13/05/2025;Une maladie;\n" + debut + "Jardin;13/05/2025;X;\n"
        + debut + "Emploi;13/05/2026;X;\n" + debut + "Emploi;;;\n" + "NULLEPART;Ana;" + ne + ";Emploi;13/05/2025;X;\n";
    Tableur t = deposer(qui, csv);
    assertThat(EnTantQue.agir(qui, () -> reprendre.apercu(t)).justes()).isEqualTo(2);
    List<LigneGardee> lignes = enregistrer(qui, t);
    assertThat(lignes).extracting(LigneGardee::statut).containsExactly(StatutLigne.CREEE, StatutLigne.CREEE, StatutLigne.A_JOUR, StatutLigne.ERREUR,
        StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.ERREUR);
    assertThat(lignes.toString()).contains("déjà à la ligne").contains("Vous ne lisez pas ce thème").contains("n'est pas un thème du carnet")
        .contains("Ce jour n'est pas encore arrivé").contains("Il manque le jour").contains("Il manque le texte").contains("Jalon ne connaît pas");
    assertThat(base.sql("select texte from carnet.entree where personne_id = ? order by le").param(elle.id()).query(String.class).list())
        .containsExactly("Cherche à mi-temps (Écrit par Mme Avant dans un autre outil.)", "Bail fini");
    assertThat(base.sql("select count(*) from carnet.mesure where personne_id = ? and sorte is not null").param(elle.id()).query(Long.class).single())
        .as("ce n'est l'acte de personne").isZero();
    Agent noura = comptoir.agent("REFERENT", List.of(1), List.of());
    Navigateur nav = new Navigateur(port);
    nav.connecter(noura.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/carnet/" + elle.id()).body()).contains("Repris d'un autre outil (ancien-outil.csv)").contains("Bail fini");
    assertThat(enregistrer(qui, deposer(qui, csv))).extracting(LigneGardee::statut).as("deux fois ne change rien").doesNotContain(StatutLigne.CREEE);
    long emploi = base.sql("select id from carnet.entree where personne_id = ? and theme = 'EMPLOI'").param(elle.id()).query(Long.class).single();
    EnTantQue.agir(roles.perimetre(noura), () -> ecrire.repondre(emploi, "Toujours vrai", UUID.randomUUID()));
    assertThat(EnTantQue.agir(qui, () -> annuler.executer(t.id()))).isEqualTo(new AnnulerTableur.Bilan(1, 1));
    assertThat(base.sql("select theme from carnet.entree where personne_id = ? and reponse_a is null").param(elle.id()).query(String.class).list())
        .containsExactly("EMPLOI");
  }

  @Test
  void qui_n_ecrit_pas_dans_les_carnets_ne_les_reprend_pas() {
    assertThatThrownBy(() -> deposer(EnTantQue.territoire(1, "DOSSIERS", "REPRISE"), TITRES + "X;Y;;Emploi;12/05/2025;Z;\n"))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("HABILITATION"));
  }

  private Tableur deposer(Perimetre qui, String csv) {
    return EnTantQue.agir(qui, () -> {
      Tableur t = tableurs.lire(deposer.deposer("ancien-outil.csv", GenreDeTableur.CARNET, () -> csv.getBytes(StandardCharsets.UTF_8))).orElseThrow();
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
