package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AccepterReorientation;
import fr.jalon.orientation.application.AnnulerDecision;
import fr.jalon.orientation.application.AnnulerOrientation;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.application.DemanderReorientation;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.RefuserReorientation;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.personnages.EnMemeTemps;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A réorientation from the request to the new follow-up, and back. Today is 20 October 2025. */
@EssaiArdeche
class ReorienterTest {
  private static final LocalDate RECU = LocalDate.of(2025, 9, 3);
  private static final LocalDate NOTIFIE = LocalDate.of(2025, 9, 8);
  private static final LocalDate DEMANDEE = LocalDate.of(2025, 10, 6);
  private static final LocalDate DECIDEE = LocalDate.of(2025, 10, 16);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(1, "DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS");
  @Autowired
  fr.jalon.orientation.lecture.ListeDesReorientations liste;
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  AnnulerOrientation annulerOrientation;
  @Autowired
  CloreSuivi clore;
  @Autowired
  DemanderReorientation demander;
  @Autowired
  AccepterReorientation accepter;
  @Autowired
  RefuserReorientation refuser;
  @Autowired
  AnnulerDecision annuler;
  @Autowired
  FusionnerPersonnes fusionner;
  @Autowired
  Structures structures;
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void acceptee_elle_ferme_le_suivi_la_veille_en_ouvre_un_autre_et_relance_le_reexamen() {
    Personne p = suivie("ACCEPTEE");
    long demande = demander(p);
    assertThat(echeance("REORIENTATION", p)).isEqualTo("OUVERTE 2025-11-06");
    accepter(p, demande, "FT-PRIVAS", Parcours.PROFESSIONNEL, DECIDEE);
    assertThat(textes("select etat || ' ' || parcours || ' ' || coalesce(fin_le::text || ' ' || motif_fin || ' ' || jusqua, 'ouvert') from orientation.suivi where personne_id = ? order by id", p))
        .containsExactly("CLOS SOCIAL 2025-10-15 Réorientation 2025-10-16", "EN_COURS PROFESSIONNEL ouvert");
    assertThat(texte("select etat || ' ' || etat_depuis || ' ' || decidee_par from orientation.reorientation where personne_id = ?", p))
        .isEqualTo("ACCEPTEE 2025-10-16 agent.territoire");
    assertThat(echeance("REORIENTATION", p)).isEqualTo("TENUE 2025-11-06");
    assertThat(echeance("REEXAMEN_SOCIAL", p)).isEqualTo("TENUE 2026-03-08");
    assertThat(voit("CMS-PRIVAS", p)).isZero();
    assertThat(voit("FT-PRIVAS", p)).isEqualTo(2);
    assertThat(textes("select acte from journal.trace where personne_id = ? order by id", p))
        .contains("REORIENTATION_DEMANDEE", "REORIENTATION_ACCEPTEE");
  }

  @Test
  void une_reorientation_vers_un_autre_parcours_suit_un_nouveau_diagnostic() {
    Personne p = dossiers.entrante("SANSEVALUATION", 1, RECU);
    dossiers.reevaluer(p, "SOCIAL");
    EnTantQue.agir(SECRETAIRE, () -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation("CMS-PRIVAS")
        .id(), null, NOTIFIE)));
    long demande = demander(p);
    NouvelleOrientation emploi = new NouvelleOrientation(p.id(), Parcours.PROFESSIONNEL, organisation("FT-PRIVAS").id(), null, DECIDEE)
        .malgreLaRecommandation("Son projet a changé");
    // the diagnostic that led to the orientation in force is no new assessment
    assertThat(EnTantQue.agir(SECRETAIRE, () -> liste.une(demande)).orElseThrow().diagnosticLe()).as("nouveau diagnostic").isNull();
    refuse("REORIENTATION_SANS_EVALUATION", () -> EnTantQue.agir(SECRETAIRE, () -> accepter.executer(demande, emploi)));
    assertThat(texte("select etat from orientation.suivi where personne_id = ?", p)).isEqualTo("EN_COURS");
    dossiers.reevaluer(p, "PROFESSIONNEL");
    assertThat(EnTantQue.agir(SECRETAIRE, () -> liste.une(demande)).orElseThrow().diagnosticLe()).isNotNull();
    EnTantQue.agir(SECRETAIRE, () -> accepter.executer(demande, emploi));
    assertThat(texte("select etat || ' ' || (recommandation_id is not null) from orientation.reorientation where personne_id = ?", p))
        .isEqualTo("ACCEPTEE true");
  }

  @Test
  void changer_d_organisation_sans_changer_de_parcours_ne_demande_pas_de_nouveau_diagnostic() {
    Personne p = dossiers.entrante("DEMENAGE", 1, RECU);
    EnTantQue.agir(SECRETAIRE, () -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation("CMS-PRIVAS")
        .id(), null, NOTIFIE)));
    accepter(p, demander(p), "CMS-AUBENAS", Parcours.SOCIAL, DECIDEE);
    assertThat(texte("select etat from orientation.reorientation where personne_id = ?", p)).isEqualTo("ACCEPTEE");
  }

  /** Two decided together leave what each would have left alone: follow-ups, request, deadline, trace, passages. */
  @Test
  void decidees_ensemble_deux_reorientations_laissent_ce_que_chacune_laisserait_seule() {
    Personne seule = suivie("DECIDEESEULE");
    Personne premiere = suivie("ENSEMBLEUNE");
    Personne seconde = suivie("ENSEMBLEDEUX");
    accepter(seule, demander(seule), "FT-PRIVAS", Parcours.PROFESSIONNEL, DECIDEE);
    List<AccepterReorientation.Decision> liste = List.of(decision(seconde, demander(seconde), Parcours.PROFESSIONNEL, DECIDEE.minusDays(1)),
        decision(premiere, demander(premiere), Parcours.PROFESSIONNEL, DECIDEE));
    List<Long> nouveaux = EnTantQue.agir(SECRETAIRE, () -> accepter.executer(liste));
    assertThat(nouveaux).as("dans l'ordre de la liste").isSorted().containsExactly(nouveau(seconde), nouveau(premiere));
    assertThat(traces(premiere)).isEqualTo(traces(seule)).hasSizeGreaterThan(8);
    assertThat(texte("select etat || ' ' || etat_depuis from orientation.reorientation where personne_id = ?", seconde))
        .isEqualTo("ACCEPTEE 2025-10-15");
    assertThat(echeance("REORIENTATION", seconde)).isEqualTo("TENUE 2025-11-06");
  }

  /** Whatever refuses one of a list, it is told as it is alone, and nobody's follow-up changes. */
  @Test
  void dans_une_liste_ce_qui_en_refuse_une_le_dit_comme_seule_et_rien_n_est_ecrit() {
    Personne bonne = suivie("LISTEBONNE");
    AccepterReorientation.Decision acceptable = decision(bonne, demander(bonne), Parcours.PROFESSIONNEL, DECIDEE);
    Personne sansDiagnostic = dossiers.entrante("LISTESANSEVALUATION", 1, RECU);
    EnTantQue.agir(SECRETAIRE, () -> enregistrer.executer(new NouvelleOrientation(sansDiagnostic.id(), Parcours.SOCIAL, organisation("CMS-PRIVAS")
        .id(), null, NOTIFIE)));
    Personne decidee = suivie("LISTEDECIDEE");
    long dejaDecidee = demander(decidee);
    EnTantQue.agir(SECRETAIRE, () -> {
      refuser.executer(dejaDecidee, DECIDEE, "Le projet n'est pas prêt", false);
      return null;
    });
    Personne autre = suivie("LISTEAUTRE");
    long deLAutre = demander(autre);
    Map<String, AccepterReorientation.Decision> refusees = Map.of(
        "REORIENTATION_SANS_EVALUATION", decision(sansDiagnostic, demander(sansDiagnostic), Parcours.PROFESSIONNEL, DECIDEE),
        "REORIENTATION_DECIDEE", decision(decidee, dejaDecidee, Parcours.PROFESSIONNEL, DECIDEE),
        "DATE_FUTURE", decision(autre, deLAutre, Parcours.PROFESSIONNEL, LocalDate.of(2025, 10, 21)),
        "DATE_AVANT_DEMANDE", decision(autre, deLAutre, Parcours.PROFESSIONNEL, NOTIFIE.plusDays(1)),
        "REORIENTATION_TROP_TOT", decision(autre, deLAutre, Parcours.PROFESSIONNEL, NOTIFIE),
        "PERSONNE_INCONNUE", decision(bonne, deLAutre, Parcours.PROFESSIONNEL, DECIDEE),
        "REORIENTATION_INCONNUE", decision(autre, -1, Parcours.PROFESSIONNEL, DECIDEE),
        "PASSAGE_IMPOSSIBLE", acceptable);
    refusees.forEach((code, refusee) -> {
      List<AccepterReorientation.Decision> liste = List.of(acceptable, refusee);
      assertThatThrownBy(() -> EnTantQue.agir(SECRETAIRE, () -> accepter.executer(liste))).as(code)
          .isInstanceOfSatisfying(RefusMetier.class, ensemble -> {
        assertThat(ensemble.code()).isEqualTo(code);
        if (refusee != acceptable) {
          assertThatThrownBy(() -> EnTantQue.agir(SECRETAIRE, () -> accepter.executer(refusee.reorientationId(), refusee.orientation())))
              .hasMessage(ensemble.getMessage());
        }
      });
      assertThat(texte("select etat from orientation.suivi where personne_id = ?", bonne)).as(code).isEqualTo("EN_COURS");
      assertThat(texte("select etat from orientation.reorientation where personne_id = ?", bonne)).as(code).isEqualTo("DEMANDEE");
    });
  }

  /** What was refused is told, and done again, in the order of the list: not in another one each time Jalon starts. */
  @Test
  void les_refus_d_une_liste_se_disent_dans_son_ordre() {
    List<NouvelleOrientation> liste = Stream.of("ORDREUN", "ORDREDEUX", "ORDRETROIS", "ORDREQUATRE", "ORDRECINQ", "ORDRESIX").map(this::suivie)
        .map(p -> new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation("CMS-PRIVAS").id(), null, DECIDEE)).toList().reversed();
    Map<NouvelleOrientation, RefusMetier> refus = EnTantQue.agir(SECRETAIRE, () -> enregistrer.refus(liste));
    assertThat(refus.keySet()).containsExactlyElementsOf(liste);
    assertThat(refus.values()).extracting(RefusMetier::code).containsOnly("DEJA_ORIENTEE");
  }

  @Test
  void annulee_l_ancien_suivi_continue_et_la_demande_attend_de_nouveau() {
    Personne p = suivie("ANNULEE");
    long demande = demander(p);
    accepter(p, demande, "FT-PRIVAS", Parcours.PROFESSIONNEL, DECIDEE);
    EnTantQue.agir(SECRETAIRE, () -> {
      annuler.executer(demande, "mauvaise personne");
      return null;
    });
    assertThat(textes("select etat || ' ' || coalesce(motif_fin, '') || ' ' || jusqua from orientation.suivi where personne_id = ? order by id", p))
        .containsExactly("EN_COURS  infinity", "CLOS Saisi par erreur : mauvaise personne 2025-10-16");
    assertThat(texte("select etat from orientation.reorientation where personne_id = ?", p)).isEqualTo("DEMANDEE");
    assertThat(echeance("REEXAMEN_SOCIAL", p)).isEqualTo("OUVERTE 2026-03-08");
    assertThat(echeance("REORIENTATION", p)).isEqualTo("OUVERTE 2025-11-06");
    assertThat(voit("CMS-PRIVAS", p)).isEqualTo(2);
    assertThat(voit("FT-PRIVAS", p)).isZero();
  }

  @Test
  void annuler_l_orientation_nee_d_une_reorientation_rend_le_suivi_d_avant() {
    Personne p = suivie("PARLEDOSSIER");
    long nouveau = accepter(p, demander(p), "FT-PRIVAS", Parcours.PROFESSIONNEL, DECIDEE);
    EnTantQue.agir(SECRETAIRE, () -> {
      annulerOrientation.executer(nouveau, "erreur");
      return null;
    });
    assertThat(texte("select parcours from orientation.suivi where personne_id = ? and etat <> 'CLOS'", p)).isEqualTo("SOCIAL");
  }

  @Test
  void refusee_le_suivi_continue_et_le_second_agent_apprend_qui_a_decide() {
    Personne p = suivie("REFUSEE");
    long demande = demander(p);
    EnTantQue.agir(SECRETAIRE, () -> {
      refuser.executer(demande, DECIDEE, "Le projet n'est pas prêt", true);
      return null;
    });
    assertThat(texte("select etat from orientation.suivi where personne_id = ?", p)).isEqualTo("EN_COURS");
    assertThatThrownBy(() -> accepter(p, demande, "FT-PRIVAS", Parcours.PROFESSIONNEL, DECIDEE)).isInstanceOf(RefusMetier.class)
        .hasMessageContaining("Refusée le 16/10/2025 par agent.territoire : Le projet n'est pas prêt");
  }

  @Test
  void decidee_pendant_qu_un_autre_l_accepte_elle_dit_qui_et_quand() {
    Personne p = suivie("ENMEMETEMPS");
    long demande = demander(p);
    Throwable refus = EnTantQue.agir(EnTantQue.partout("DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS"),
        () -> EnMemeTemps.refus(agents, transaction, () -> refuser.executer(demande, DECIDEE, "Le projet n'est pas prêt", false),
            () -> accepter(p, demande, "FT-PRIVAS", Parcours.PROFESSIONNEL, DECIDEE)));
    assertThat(refus).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("REORIENTATION_DECIDEE"));
    assertThat(refus.getMessage())
        .matches("agent a changé cette demande à \\d+ h \\d\\d\\. Refusée le 16/10/2025 par agent : Le projet n'est pas prêt\\.");
  }

  @Test
  void une_seconde_demande_dit_qui_attend_deja_et_pourquoi() {
    Personne p = suivie("DEUXFOIS");
    demander(p);
    assertThatThrownBy(() -> demander(p)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code())
        .isEqualTo("REORIENTATION_DEJA_DEMANDEE"))
        .hasMessageContaining("depuis le 06/10/2025").hasMessageContaining("agent.territoire").hasMessageContaining("Son projet a changé");
  }

  @Test
  void rien_a_reorienter_sans_suivi_ouvert_ni_sans_changement() {
    Personne attend = dossiers.entrante("SANSSUIVI", 1, RECU);
    refuse("SANS_SUIVI", () -> demander(attend));
    Personne p = suivie("PAREIL");
    refuse("SANS_CHANGEMENT", () -> accepter(p, demander(p), "CMS-PRIVAS", Parcours.SOCIAL, DECIDEE));
    assertThat(texte("select etat from orientation.suivi where personne_id = ?", p)).isEqualTo("EN_COURS");
  }

  @Test
  void ce_qui_refuse_une_orientation_refuse_la_reorientation_et_rien_ne_change() {
    Personne p = suivie("IMPOSSIBLE");
    long demande = demander(p);
    refuse("DATE_FUTURE", () -> accepter(p, demande, "FT-PRIVAS", Parcours.PROFESSIONNEL, LocalDate.of(2025, 10, 21)));
    refuse("DATE_AVANT_DEMANDE", () -> accepter(p, demande, "FT-PRIVAS", Parcours.PROFESSIONNEL, NOTIFIE.plusDays(1)));
    Organisation privas = organisation("CMS-PRIVAS");
    int referent = structures.referents().stream().filter(r -> r.organisationId() != privas.id()).findFirst().orElseThrow().id();
    refuse("REFERENT_AILLEURS", () -> EnTantQue.agir(SECRETAIRE,
        () -> accepter.executer(demande, new NouvelleOrientation(p.id(), Parcours.SOCIOPROFESSIONNEL, privas.id(), referent, DECIDEE))));
    dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), p, "5", false);
    assertThat(texte("select etat || ' ' || raison_decision from orientation.reorientation where personne_id = ?", p))
        .isEqualTo("RETIREE Le suivi a pris fin.");
    assertThat(echeance("REORIENTATION", p)).isEqualTo("CADUQUE 2025-11-06");
  }

  @Test
  void le_suivi_clos_par_un_agent_retire_la_demande() {
    Personne p = suivie("CLOSE");
    demander(p);
    long suivi = base.sql("select id from orientation.suivi where personne_id = ?").param(p.id()).query(Long.class).single();
    EnTantQue.agir(SECRETAIRE, () -> {
      clore.executer(suivi, DECIDEE, "Emploi durable");
      return null;
    });
    assertThat(texte("select etat || ' ' || decidee_par from orientation.reorientation where personne_id = ?", p))
        .isEqualTo("RETIREE agent.territoire");
  }

  @Test
  void le_partenaire_demande_pour_les_personnes_qu_il_suit_sans_pouvoir_decider() {
    Personne p = suivie("PARTENAIRE");
    Personne ailleurs = suivie("AILLEURS");
    base.sql("update orientation.suivi set organisation_id = ? where personne_id = ?")
        .params(organisation("CMS-AUBENAS").id(), ailleurs.id()).update();
    base.sql("select orientation.recalculer_organisations(array[?::bigint])").param(ailleurs.id()).query((l, _) -> 0).list();
    Perimetre partenaire = EnTantQue.partenaire(organisation("CMS-PRIVAS").id(), "DOSSIERS", "ENTREES", "REORIENTATIONS");
    long demande = EnTantQue.agir(partenaire, () -> demander.executer(demande(p)));
    refuse("SANS_SUIVI", () -> EnTantQue.agir(partenaire, () -> demander.executer(demande(ailleurs))));
    // the database itself refuses a decision to who may only ask
    assertThatThrownBy(() -> EnTantQue.agir(partenaire, () -> transaction.execute(_ -> agents.sql(
        "update orientation.reorientation set etat = 'REFUSEE', raison_decision = 'x', decidee_par = 'x' where id = ?").param(demande).update())))
        .isInstanceOf(DataAccessException.class);
    EnTantQue.agir(partenaire, () -> {
      refuser.retirer(demande, "Elle préfère attendre");
      return null;
    });
    assertThat(texte("select etat from orientation.reorientation where personne_id = ?", p)).isEqualTo("RETIREE");
  }

  @Test
  void le_referent_qui_voit_par_son_organisation_peut_confier_la_personne_a_une_autre() {
    Personne p = suivie("CONFIEE");
    Perimetre referent = EnTantQue.partenaire(organisation("CMS-PRIVAS").id(), "DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS");
    EnTantQue.agir(referent, () -> accepter.executer(demander.executer(demande(p)),
        new NouvelleOrientation(p.id(), Parcours.PROFESSIONNEL, organisation("FT-PRIVAS").id(), null, DECIDEE)));
    assertThat(texte("select etat from orientation.reorientation where personne_id = ?", p)).isEqualTo("ACCEPTEE");
    assertThat(voit("CMS-PRIVAS", p)).isZero();
    assertThat(echeance("REEXAMEN_SOCIAL", p)).isEqualTo("TENUE 2026-03-08");
  }

  @Test
  void la_demande_suit_la_personne_quand_deux_fiches_n_en_font_qu_une() {
    Personne doublon = suivie("DOUBLEDEMANDE");
    demander(doublon);
    Personne gardee = dossiers.inconnue("GARDEEDEMANDE", 1, RECU.minusDays(20));
    EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DOUBLONS", "MONTANTS", "ENTREES"),
        () -> fusionner.fusionner(gardee.id(), doublon.id(), "Même personne", null));
    assertThat(textes("select etat from orientation.reorientation where personne_id = ?", gardee)).containsExactly("DEMANDEE");
    assertThat(echeance("REORIENTATION", gardee)).isEqualTo("OUVERTE 2025-11-06");
  }

  private Personne suivie(String nom) {
    Personne p = dossiers.entrante(nom, 1, RECU);
    EnTantQue.agir(SECRETAIRE, () -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation("CMS-PRIVAS")
        .id(), null, NOTIFIE)));
    dossiers.reevaluer(p, "PROFESSIONNEL");
    return p;
  }

  private long demander(Personne p) {
    return EnTantQue.agir(SECRETAIRE, () -> demander.executer(demande(p)));
  }

  private static NouvelleDemande demande(Personne p) {
    return new NouvelleDemande(p.id(), OrigineDeReorientation.PERSONNE, List.of(RaisonDeReorientation.PROJET_CHANGE), "veut travailler",
        Parcours.PROFESSIONNEL, null, DEMANDEE);
  }

  private long accepter(Personne p, long demande, String organisation, Parcours parcours, LocalDate le) {
    return EnTantQue.agir(SECRETAIRE, () -> accepter.executer(demande,
        new NouvelleOrientation(p.id(), parcours, organisation(organisation).id(), null, le)));
  }

  private AccepterReorientation.Decision decision(Personne p, long demande, Parcours parcours, LocalDate le) {
    return new AccepterReorientation.Decision(demande, new NouvelleOrientation(p.id(), parcours, organisation("FT-PRIVAS").id(), null, le));
  }

  private long nouveau(Personne p) {
    return base.sql("select id from orientation.suivi where personne_id = ? and etat <> 'CLOS'").param(p.id()).query(Long.class).single();
  }

  /** All that was written of her, without numbers nor instants. */
  private List<String> traces(Personne p) {
    return base.sql("""
        select 'suivi ' || concat_ws(' ', parcours, etat, etat_depuis, notifie_le, motif_fin, fin_le, jusqua, saisi_par, parcours_recommande, motif_ecart, suivant_id is not null,
            recommandation_id is not null, organisation_ids) from orientation.suivi where personne_id = :p
        union all select 'demande ' || concat_ws(' ', etat, etat_depuis, decidee_par, raison_decision, recommandation_id is not null,
            nouveau_suivi_id = (select id from orientation.suivi where personne_id = :p and etat <> 'CLOS'), organisation_ids) from orientation.reorientation where personne_id = :p
        union all select 'passage ' || concat_ws(' ', objet, de, vers, le, regexp_replace(par, '[0-9]+$', ''), motif, organisation_ids) from orientation.passage where personne_id = :p
        union all select 'échéance ' || concat_ws(' ', nature, etat, etat_depuis, depart, limite_legale, cible) from echeances.echeance where personne_id = :p
        union all select 'trace ' || concat_ws(' ', acte, agent, role, objet, adresse_ip, ecran, personnes) from journal.trace where personne_id = :p
        union all select 'message ' || concat_ws(' ', modele, canal, etat, le, objet) from courriers.message where personne_id = :p
        order by 1""").param("p", p.id()).query(String.class).list();
  }

  private Organisation organisation(String code) {
    return structures.organisations().stream().filter(o -> o.code().equals(code)).findFirst().orElseThrow();
  }

  private static void refuse(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable acte) {
    assertThatThrownBy(acte).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  /** Rows about her that a partner of this organisation sees: person and request. */
  private int voit(String organisation, Personne p) {
    return EnTantQue.agir(EnTantQue.partenaire(organisation(organisation).id(), "DOSSIERS"), () -> transaction.execute(_ -> agents.sql("""
        select (select count(*) from allocataires.personne where id = :p) + (select count(*) from orientation.reorientation where personne_id = :p)""")
        .param("p", p.id()).query(Integer.class).single()));
  }

  private String echeance(String nature, Personne p) {
    List<String> lignes =
        base.sql("select etat || ' ' || coalesce(limite_legale, cible) from echeances.echeance where nature = ? and personne_id = ?")
        .params(nature, p.id()).query(String.class).list();
    assertThat(lignes).hasSize(1);
    return lignes.getFirst();
  }

  private List<String> textes(String sql, Personne p) {
    return base.sql(sql).param(p.id()).query(String.class).list();
  }

  private String texte(String sql, Personne p) {
    List<String> lignes = textes(sql, p);
    assertThat(lignes).hasSize(1);
    return lignes.getFirst();
  }
}
