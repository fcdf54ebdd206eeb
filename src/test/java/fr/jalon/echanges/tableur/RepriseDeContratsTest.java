package fr.jalon.echanges.tableur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.tableur.application.AnnulerTableur;
import fr.jalon.echanges.tableur.application.DeposerTableur;
import fr.jalon.echanges.tableur.application.EnregistrerTableur;
import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.application.Tableurs;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.engagement.application.SuivreLeContrat;
import fr.jalon.engagement.domaine.ResultatDObjectif;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rita brings the contracts of her former tool. Today is 20 October 2025. */
@EssaiArdeche
class RepriseDeContratsTest {
  private static final String TITRES = "Nom;Prénom;Date de naissance;Début;Fin;Date de signature;Intensité;Objectifs;Heures\n";
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
  AnnulerTableur annuler;
  @Autowired
  Tableurs tableurs;
  @Autowired
  SuivreLeContrat suivre;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void ses_contrats_en_vigueur_entrent_une_fois_chaque_ligne_refusee_dit_pourquoi_et_le_tableur_s_annule_sauf_ce_qui_a_servi() {
    Personne ana = suivie("REPRISCONTRATANA");
    Personne bea = suivie("REPRISCONTRATBEA");
    Personne seule = dossiers.entrante("REPRISCONTRATSEULE", 1, LocalDate.of(2025, 8, 4));
    Agent rita = comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(1), List.of());
    Perimetre qui = roles.perimetre(rita);
    String suite = "01/09/2025;28/02/2026;01/09/2025;Renforcée;Passer le permis | Chercher un logement;15\n";
    String csv = TITRES + ligne("REPRISCONTRATANA", ana, suite) + ligne("REPRISCONTRATBEA", bea, suite.replace("Renforcée", "").replace(";15", ";"))
        + ligne("REPRISCONTRATANA", ana, suite.replace(";15", ";12")) + ligne("REPRISCONTRATSEULE", seule, suite)
        + ligne("REPRISCONTRATANA", ana, suite.replace("28/02/2026", "31/08/2025")) + ligne("REPRISCONTRATANA", ana, suite.replace("28/02/2026",
            "30/09/2025"))
        + ligne("REPRISCONTRATANA", ana, suite.replace("01/09/2025;Renf", "01/09/2026;Renf")) + ligne("REPRISCONTRATANA", ana, suite.replace(";15",
            ";quinze"))
        + ligne("REPRISCONTRATANA", ana, suite.replace("Renforcée", "Fort")) + ligne("REPRISCONTRATANA", ana, ";;;;;\n")
        + ligne("REPRISCONTRATBEA", bea, suite.replace("01/09/2025;Renf", "01/07/2025;Renf"));
    Tableur t = deposer(qui, csv);
    List<LigneGardee> lignes = enregistrer(qui, t);
    assertThat(lignes).extracting(LigneGardee::statut).containsExactly(StatutLigne.CREEE, StatutLigne.CREEE, StatutLigne.A_JOUR, StatutLigne.ERREUR,
        StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.ERREUR);
    assertThat(lignes.toString()).contains("déjà un contrat à la ligne").contains("Personne ne la suit").contains("avant le premier")
        .contains("Ce contrat est fini")
        .contains("pas encore arrivé").contains("pas un nombre d'heures").contains("pas une intensité").contains("Il manque les objectifs")
        .contains("Signé avant le suivi d'aujourd'hui");
    assertThat(base.sql("select texte from engagement.objectif where personne_id = ? order by rang").param(ana.id()).query(String.class).list())
        .containsExactly("Passer le permis", "Chercher un logement");
    assertThat(base.sql("select heures from engagement.action where personne_id = ?").param(ana.id()).query(Integer.class).list())
        .containsExactly(15);
    assertThat(echeances(ana)).contains("CONTRAT_ENGAGEMENT TENUE 2025-09-01").contains("RENOUVELLEMENT_CONTRAT OUVERTE 2026-02-28");
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent("REFERENT", List.of(1), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/contrats/personnes/" + ana.id()).body()).contains("Passer le permis").contains("ancien-outil.csv");
    assertThat(enregistrer(qui, deposer(qui, csv))).extracting(LigneGardee::statut).as("deux fois ne change rien").doesNotContain(StatutLigne.CREEE);
    long deBea = base.sql("select id from engagement.contrat where personne_id = ?").param(bea.id()).query(Long.class).single();
    long objectif = base.sql("select min(id) from engagement.objectif where personne_id = ?").param(bea.id()).query(Long.class).single();
    EnTantQue.agir(qui, () -> {
      suivre.direLeResultat(bea.id(), deBea, objectif, ResultatDObjectif.ATTEINT, "");
      return 0;
    });
    assertThat(EnTantQue.agir(qui, () -> annuler.executer(t.id()))).isEqualTo(new AnnulerTableur.Bilan(1, 1));
    assertThat(base.sql("select personne_id from engagement.contrat where personne_id in (?, ?)").params(ana.id(), bea.id()).query(Long.class).list())
        .containsExactly(bea.id());
    assertThat(echeances(ana)).as("le mois court de nouveau").contains("CONTRAT_ENGAGEMENT OUVERTE 2025-09-01")
        .doesNotContain("RENOUVELLEMENT_CONTRAT OUVERTE");
  }

  @Test
  void qui_ne_tient_pas_les_contrats_ne_les_reprend_pas() {
    assertThatThrownBy(() -> deposer(EnTantQue.territoire(1, "DOSSIERS", "REPRISE"), TITRES + "X;Y;;01/09/2025;28/02/2026;01/09/2025;;Z;\n"))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("HABILITATION"));
  }

  private String echeances(Personne p) {
    return String.join(", ", base.sql("""
        select nature || ' ' || etat || ' ' || case when nature like 'CONTRAT%' and etat = 'TENUE' then etat_depuis when nature like 'CONTRAT%' then
          (limite_legale - interval '1 month')::date else cible end from echeances.echeance where personne_id = ? and nature like '%CONTRAT%' order by nature""")
        .param(p.id()).query(String.class).list());
  }

  private String ligne(String nom, Personne p, String suite) {
    return nom + ";Ana;" + base.sql("select to_char(date_naissance, 'DD/MM/YYYY') from allocataires.personne where id = ?").param(p.id())
        .query(String.class)
        .single() + ";" + suite;
  }

  private Personne suivie(String nom) {
    Personne p = dossiers.entrante(nom, 1, LocalDate.of(2025, 8, 4));
    int organisation = base.sql("select min(id) from structures.organisation where nature = 'DEPARTEMENT'").query(Integer.class).single();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
        values (?, 'SOCIAL', ?, '2025-09-01', '2025-09-01', 'essai', now())""").params(p.id(), organisation).update();
    return p;
  }

  private Tableur deposer(Perimetre qui, String csv) {
    return EnTantQue.agir(qui, () -> {
      Tableur t = tableurs.lire(deposer.deposer("ancien-outil.csv", GenreDeTableur.CONTRATS, () -> csv.getBytes(StandardCharsets.UTF_8)))
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
