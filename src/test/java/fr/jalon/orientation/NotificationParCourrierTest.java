package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.courriers.application.ImprimerEnFond;
import fr.jalon.courriers.application.PosterUnLot;
import fr.jalon.courriers.application.PreparerUnLot;
import fr.jalon.courriers.application.RenvoyerUnMessage;
import fr.jalon.courriers.application.RevenirSurLePoste;
import fr.jalon.courriers.application.SuivreUnMessage;
import fr.jalon.courriers.domaine.MotifDeRetour;
import fr.jalon.courriers.domaine.NumeroDeLettre;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AccepterReorientation;
import fr.jalon.orientation.application.AnnulerOrientation;
import fr.jalon.orientation.application.DemanderReorientation;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.NotificationParCourrier;
import fr.jalon.orientation.application.RefuserReorientation;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.parametres.Horloge;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the orientation recorded to the letter at the post, and the day that counts. Today is 20 October 2025. */
@EssaiArdeche
class NotificationParCourrierTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate RECU = LocalDate.of(2025, 10, 3);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(2, "DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS", "COURRIERS");
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  AnnulerOrientation annuler;
  @Autowired
  NotificationParCourrier notification;
  @Autowired
  PreparerUnLot preparer;
  @Autowired
  ImprimerEnFond imprimer;
  @Autowired
  PosterUnLot poster;
  @Autowired
  RevenirSurLePoste revenir;
  @Autowired
  SuivreUnMessage suivre;
  @Autowired
  RenvoyerUnMessage renvoyer;
  @Autowired
  DemanderReorientation demander;
  @Autowired
  AccepterReorientation accepter;
  @Autowired
  RefuserReorientation refuser;
  @Autowired
  CloreSuivi clore;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  ListeDesEntrees entrees;
  @Autowired
  Structures structures;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @AfterEach
  void remettre_l_horloge() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
  }

  @Test
  void l_orientation_du_jour_ecrit_sa_lettre_avec_l_adresse_et_le_nom_de_qui_accompagne() {
    Personne p = entrante("LETTRE", "07000", "PRIVAS");
    orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    assertThat(texte("select string_agg(canal || ' ' || etat || ' ' || code_postal, ',') from courriers.message where personne_id = ?", p)).isEqualTo("LETTRE A_ENVOYER 07000");
    assertThat(texte("select contenu from courriers.message where personne_id = ?", p)).contains("Ana LETTRE").contains(organisation()).contains("2 mois")
        .contains("L. 262-47").doesNotContain("${");
  }

  @Test
  void la_lettre_dit_ou_le_referent_recoit_et_a_quel_numero() {
    int site = base.sql("insert into structures.site (organisation_id, nom, adresse, commune, telephone) values (?, 'Antenne de la lettre', '3 place du Temple', '07064', '04 00 00 00 64') returning id")
        .param(laPremiere()).query(Integer.class).single();
    int referent = base.sql("insert into structures.referent (organisation_id, nom, site_id) values (?, 'Camille Lettre', ?) returning id").params(laPremiere(), site).query(Integer.class).single();
    Personne p = entrante("CHEYLARD", "07160", "LE CHEYLARD");
    en(() -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIOPROFESSIONNEL, laPremiere(), referent, AUJOURDHUI)));
    assertThat(texte("select contenu from courriers.message where personne_id = ? and canal = 'LETTRE'", p)).contains("Camille Lettre").contains("3 place du Temple")
        .contains("Au Cheylard").contains("04 00 00 00 64").doesNotContain("Le Cheylard");
    base.sql("update structures.referent set actif = false where id = ?").param(referent).update();
  }

  @Test
  void qui_a_un_telephone_recoit_aussi_un_sms_et_qui_n_a_pas_d_adresse_n_est_pas_oubliee() {
    Personne avec = entrante("PORTABLE", "07000", "PRIVAS");
    base.sql("update allocataires.personne set telephone = '06 12 34 56 78' where id = ?").param(avec.id()).update();
    Personne sans = entrante("SANSADRESSE", null, null);
    orienter(avec, AUJOURDHUI, Parcours.SOCIAL);
    orienter(sans, AUJOURDHUI, Parcours.SOCIAL);
    assertThat(texte("select string_agg(canal || ' ' || coalesce(vers, ''), ',' order by canal) from courriers.message where personne_id = ?", avec))
        .isEqualTo("LETTRE ,SMS +33612345678");
    assertThat(texte("select string_agg(canal || ' ' || etat, ',') from courriers.message where personne_id = ?", sans)).isEqualTo("LETTRE SANS_ADRESSE");
  }

  @Test
  void une_orientation_d_un_jour_passe_est_deja_notifiee_et_n_imprime_rien_sauf_si_on_le_demande() {
    Personne p = entrante("PASSEE", "07000", "PRIVAS");
    long suivi = orienter(p, AUJOURDHUI.minusDays(3), Parcours.SOCIAL);
    assertThat(texte("select count(*) from courriers.message where personne_id = ?", p)).isEqualTo("0");
    en(() -> {
      notification.ecrire(suivi);
      notification.ecrire(suivi);
      return null;
    });
    assertThat(texte("select string_agg(etat, ',' order by id) from courriers.message where personne_id = ?", p)).isEqualTo("ABANDONNE,A_ENVOYER");
  }

  @Test
  void annuler_l_orientation_abandonne_ce_qui_n_est_pas_parti() {
    Personne p = entrante("ANNULEE", "07000", "PRIVAS");
    long suivi = orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    en(() -> {
      annuler.executer(suivi, "Erreur de saisie");
      return null;
    });
    assertThat(texte("select etat from courriers.message where personne_id = ?", p)).isEqualTo("ABANDONNE");
    assertThat(texte("select de || ' ' || vers || ' ' || par from courriers.passage where personne_id = ?", p)).isEqualTo("A_ENVOYER ABANDONNE agent.territoire");
  }

  @Test
  void le_jour_ou_le_lot_est_poste_devient_celui_de_la_notification_partout() {
    Personne p = entrante("POSTEE", "07100", "ANNONAY");
    long suivi = orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long lot = lotPret("POSTEE");
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    assertThat(en(() -> poster.executer(lot, plusTard))).isOne();
    assertThat(texte("select etat || ' ' || envoye_le from courriers.message where personne_id = ?", p)).isEqualTo("ENVOYE 2025-10-22");
    assertThat(base.sql("select notifie_le from orientation.suivi where id = ?").param(suivi).query(LocalDate.class).single()).isEqualTo(plusTard);
    assertThat(texte("select etat_depuis from orientation.entree where personne_id = ?", p)).isEqualTo("2025-10-22");
    assertThat(texte("select string_agg(nature || ' ' || etat || ' ' || case etat when 'TENUE' then etat_depuis else limite_legale end, ', ' order by nature) "
        + "from echeances.echeance where personne_id = ?", p)).isEqualTo("ORIENTATION TENUE 2025-10-22, REEXAMEN_SOCIAL OUVERTE 2026-04-22");
    assertThat(texte("select motif from orientation.passage where personne_id = ? order by id desc limit 1", p)).contains("posté le 22/10/2025");
  }

  @Test
  void tant_que_la_lettre_attend_rien_n_est_notifie_et_l_echeance_passee_reste_en_retard() {
    Personne p = entrante("ENRETARD", "07100", "ANNONAY");
    base.sql("update echeances.echeance set depart = date '2025-08-01', limite_legale = date '2025-09-12' where nature = 'ORIENTATION' and personne_id = ?").param(p.id()).update();
    String enRetard = "select sum(nombre) from echeances.releve where nature = 'ORIENTATION' and situation = 'EN_RETARD' and jour = date '2025-10-20'";
    balayer.executer("essai");
    int avant = base.sql(enRetard).query(Integer.class).single();
    long suivi = orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    assertThat(texte("select etat from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p)).isEqualTo("OUVERTE");
    balayer.executer("essai");
    assertThat(base.sql(enRetard).query(Integer.class).single()).isEqualTo(avant);
    LigneDEntree ligne = en(() -> entrees.toutes(new FiltresDEntrees(FiltresDEntrees.File.RETARD, 2, null, null, "enretard", 1))).getFirst();
    assertThat(ligne.aPoster()).isTrue();
    assertThat(ligne.aOrienter()).isFalse();
    assertThat(en(() -> entrees.toutes(new FiltresDEntrees(FiltresDEntrees.File.ATTENTE, 2, null, null, "enretard", 1)))).isEmpty();
    assertThat(en(() -> entrees.comptes(new FiltresDEntrees(null, 2, null, null, "enretard", 1))))
        .containsEntry(FiltresDEntrees.File.RETARD, 1L).containsEntry(FiltresDEntrees.File.A_POSTER, 1L).containsEntry(FiltresDEntrees.File.ATTENTE, 0L);
    posterPlusTard("ENRETARD");
    assertThat(notifieLe(suivi)).isEqualTo(AUJOURDHUI.plusDays(2));
    assertThat(texte("select etat || ' ' || etat_depuis from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p)).isEqualTo("TENUE 2025-10-22");
    assertThat(en(() -> entrees.toutes(new FiltresDEntrees(FiltresDEntrees.File.A_POSTER, 2, null, null, "enretard", 1)))).isEmpty();
  }

  @Test
  void la_lettre_postee_le_jour_meme_notifie_ce_jour_la() {
    Personne p = entrante("LEJOURMEME", "07100", "ANNONAY");
    orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long lot = lotPret("LEJOURMEME");
    assertThat(en(() -> poster.executer(lot, AUJOURDHUI))).isOne();
    assertThat(texte("select etat || ' ' || etat_depuis from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p)).isEqualTo("TENUE 2025-10-20");
    assertThat(texte("select a_poster::text from orientation.suivi where personne_id = ?", p)).isEqualTo("false");
  }

  @Test
  void un_suivi_clos_avant_que_sa_lettre_parte_n_est_plus_attendu_a_la_poste() {
    Personne p = entrante("CLOSEAVANT", "07100", "ANNONAY");
    long suivi = orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    en(() -> {
      clore.executer(suivi, AUJOURDHUI, "A quitté le Département");
      return null;
    });
    balayer.executer("essai");
    assertThat(texte("select etat from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p)).isEqualTo("CADUQUE");
  }

  @Test
  void le_jour_ou_la_reorientation_acceptee_est_postee_ouvre_le_nouveau_suivi_et_l_ancien_finit_la_veille() {
    Personne p = entrante("REORIENTEE", "07100", "ANNONAY");
    orienter(p, AUJOURDHUI.minusDays(10), Parcours.SOCIAL);
    long demande = demanderUneReorientation(p);
    en(() -> accepter.executer(demande, new NouvelleOrientation(p.id(), Parcours.PROFESSIONNEL, lAutre(), null, AUJOURDHUI)));
    assertThat(suivis(p)).containsExactly("SOCIAL du 2025-10-10 au 2025-10-19", "PROFESSIONNEL du 2025-10-20 au infini");
    posterPlusTard("REORIENTEE");
    assertThat(suivis(p)).containsExactly("SOCIAL du 2025-10-10 au 2025-10-21", "PROFESSIONNEL du 2025-10-22 au infini");
    assertThat(texte("select jusqua from orientation.suivi where personne_id = ? and parcours = 'SOCIAL'", p)).isEqualTo("2025-10-22");
    assertThat(texte("select etat || ' ' || etat_depuis from echeances.echeance where nature = 'REEXAMEN_SOCIAL' and personne_id = ?", p)).isEqualTo("TENUE 2025-10-21");
    assertThat(texte("select string_agg(motif, ' / ' order by id) from orientation.passage where personne_id = ?", p))
        .contains("Courrier posté le 22/10/2025").contains("La réorientation qui le remplace a été postée le 22/10/2025.");
  }

  @Test
  void le_jour_ou_la_reorientation_refusee_est_postee_ne_change_rien_au_suivi() {
    Personne p = entrante("NONREORIENTEE", "07100", "ANNONAY");
    orienter(p, AUJOURDHUI.minusDays(10), Parcours.SOCIAL);
    long demande = demanderUneReorientation(p);
    en(() -> {
      refuser.executer(demande, AUJOURDHUI, "Le projet n'est pas prêt", true);
      return null;
    });
    posterPlusTard("NONREORIENTEE");
    assertThat(texte("select etat || ' ' || envoye_le from courriers.message where personne_id = ?", p)).isEqualTo("ENVOYE 2025-10-22");
    assertThat(suivis(p)).containsExactly("SOCIAL du 2025-10-10 au infini");
  }

  @Test
  void la_remise_en_main_propre_d_une_lettre_jamais_postee_est_la_notification() {
    Personne p = entrante("ENMAINPROPRE", "07100", "ANNONAY");
    long suivi = orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    remettre(lettre(p), plusTard);
    assertThat(notifieLe(suivi)).isEqualTo(plusTard);
  }

  @Test
  void un_renvoi_poste_ou_remis_ne_change_pas_la_notification() {
    Personne p = entrante("RENVOYEE", "07100", "ANNONAY");
    long suivi = orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long premiere = lettre(p);
    posterPlusTard("RENVOYEE");
    en(() -> suivre.revenue(NumeroDeLettre.de(premiere), MotifDeRetour.INCONNU));
    en(() -> renvoyer.executer(premiere, new RenvoyerUnMessage.Vers("3 place Neuve", "07200", "Aubenas", null), "Adresse vérifiée par téléphone"));
    long lot = lotPret("RENVOYEE");
    LocalDate ensuite = AUJOURDHUI.plusDays(9);
    horloge.regler(ensuite.atTime(9, 0));
    assertThat(en(() -> poster.executer(lot, ensuite))).isOne();
    assertThat(notifieLe(suivi)).isEqualTo(AUJOURDHUI.plusDays(2));
    remettre(lettre(p), ensuite);
    assertThat(notifieLe(suivi)).isEqualTo(AUJOURDHUI.plusDays(2));
  }

  @Test
  void un_lot_ne_prend_une_lettre_qu_une_fois_et_ne_se_poste_qu_une_fois() {
    entrante("UNEFOIS", "07100", "ANNONAY");
    orienter(personne("UNEFOIS"), AUJOURDHUI, Parcours.PROFESSIONNEL);
    long lot = lotPret("UNEFOIS");
    assertThatThrownBy(() -> en(() -> preparer.executer(filtre("UNEFOIS"), "essai"))).isInstanceOf(RefusMetier.class).hasMessageContaining("déjà dans un lot");
    assertThatThrownBy(() -> en(() -> poster.executer(lot, AUJOURDHUI.plusDays(1)))).isInstanceOf(RefusMetier.class).hasMessageContaining("aujourd'hui ou un jour passé");
    assertThatThrownBy(() -> en(() -> poster.executer(lot, AUJOURDHUI.minusDays(1)))).isInstanceOf(RefusMetier.class).hasMessageContaining("pas pu être posté avant");
    assertThat(en(() -> poster.executer(lot, AUJOURDHUI))).isOne();
    assertThatThrownBy(() -> en(() -> poster.executer(lot, AUJOURDHUI))).isInstanceOf(RefusMetier.class).hasMessageContaining("déjà marqué");
    assertThat(base.sql("select count(*) from courriers.passage where message_id = (select id from courriers.message where lot_id = ?) and vers = 'ENVOYE'").param(lot)
        .query(Long.class).single()).isOne();
  }

  @Test
  void un_lot_dit_poste_par_erreur_se_reprend_le_jour_meme_avec_une_raison_et_la_date_de_notification_revient() {
    Personne p = entrante("REPRIS", "07100", "ANNONAY");
    long suivi = orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long lot = lotPret("REPRIS");
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    en(() -> poster.executer(lot, plusTard));
    assertThat(notifieLe(suivi)).isEqualTo(plusTard);
    assertThatThrownBy(() -> en(() -> revenir.executer(lot, " "))).isInstanceOf(RefusMetier.class).hasMessageContaining("Dites pourquoi");
    assertThat(en(() -> revenir.executer(lot, "Le sac est resté au bureau"))).isOne();
    assertThat(notifieLe(suivi)).isEqualTo(AUJOURDHUI);
    assertThat(texte("select m.etat || ' ' || l.etat from courriers.message m join courriers.lot l on l.id = m.lot_id where m.personne_id = ?", p)).isEqualTo("EN_COURS PRET");
    en(() -> poster.executer(lot, plusTard));
    assertThat(notifieLe(suivi)).isEqualTo(plusTard);
    horloge.regler(plusTard.plusDays(1).atTime(9, 0));
    assertThatThrownBy(() -> en(() -> revenir.executer(lot, "Oubli"))).isInstanceOf(RefusMetier.class).hasMessageContaining("que le jour même");
  }

  @Test
  void le_lot_est_dans_l_ordre_de_la_poste_et_un_lot_defait_rend_ses_lettres() {
    List.of("07700", "07000", "07200").forEach(cp -> orienter(entrante("ORDRE" + cp, cp, "VILLE"), AUJOURDHUI, Parcours.SOCIAL));
    long lot = lotPret("ORDRE");
    assertThat(base.sql("select code_postal from courriers.message where lot_id = ? order by rang").param(lot).query(String.class).list())
        .containsExactly("07000", "07200", "07700");
    assertThat(imprimer.pret(lot)).isTrue();
    en(() -> {
      preparer.defaire(lot);
      return null;
    });
    assertThat(base.sql("select count(*) from courriers.message where lot_id = ?").param(lot).query(Long.class).single()).isZero();
    assertThat(en(() -> preparer.executer(filtre("ORDRE"), "essai"))).isGreaterThan(lot);
  }

  @Test
  void une_mise_en_page_coupee_se_relance_sans_rien_doubler() {
    orienter(entrante("COUPEE", "07000", "PRIVAS"), AUJOURDHUI, Parcours.SOCIAL);
    long lot = en(() -> preparer.executer(filtre("COUPEE"), "essai"));
    base.sql("update courriers.lot set etat = 'INTERROMPU' where id = ?").param(lot).update();
    en(() -> {
      imprimer.relancer(lot);
      return null;
    });
    attendre(lot);
    assertThat(base.sql("select count(*) from courriers.message where lot_id = ?").param(lot).query(Long.class).single()).isOne();
  }

  @Test
  void trois_cents_orientations_et_leurs_lettres_en_deux_secondes() {
    List<NouvelleOrientation> orientations = IntStream.range(0, 300).mapToObj(i -> entrante("TROISCENTS" + i, "07%03d".formatted(i), "VILLE"))
        .map(p -> new NouvelleOrientation(p.id(), Parcours.SOCIAL, laPremiere(), null, AUJOURDHUI)).toList();
    long debut = System.nanoTime();
    en(() -> enregistrer.executer(orientations));
    assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofSeconds(4));
    assertThat(base.sql("select count(*) from courriers.message m join allocataires.personne p on p.id = m.personne_id where p.nom like 'TROISCENTS%'").query(Long.class).single())
        .isEqualTo(300);
  }

  private Personne entrante(String nom, String codePostal, String ville) {
    Personne p = dossiers.fichier(LocalDate.of(2025, 10, 2), RECU, dossiers.inconnue(nom, 2, LocalDate.of(2025, 9, 15)), "2", true).personne();
    if (codePostal != null) {
      base.sql("""
          insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, lignes, code_postal, nom_commune, territoire_id)
          values (?, '2025-10-02', now(), 1, '12 RUE DES TILLEULS', ?, ?, 2)""").params(p.foyerId(), codePostal, ville).update();
    }
    base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
    return p;
  }

  private Personne personne(String nom) {
    return base.sql("select p.id, m.foyer_id from allocataires.personne p join allocataires.membre m on m.personne_id = p.id where nom = ? limit 1").param(nom)
        .query((l, _) -> new Personne(l.getLong(1), l.getLong(2), null, null, null)).single();
  }

  private long orienter(Personne p, LocalDate le, Parcours parcours) {
    return en(() -> enregistrer.executer(new NouvelleOrientation(p.id(), parcours, laPremiere(), null, le)));
  }

  private long demanderUneReorientation(Personne p) {
    dossiers.reevaluer(p, "PROFESSIONNEL");
    return en(() -> demander.executer(new NouvelleDemande(p.id(), OrigineDeReorientation.PERSONNE, List.of(RaisonDeReorientation.PROJET_CHANGE), null,
        Parcours.PROFESSIONNEL, null, AUJOURDHUI.minusDays(3))));
  }

  private void posterPlusTard(String nom) {
    long lot = lotPret(nom);
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    assertThat(en(() -> poster.executer(lot, plusTard))).isOne();
  }

  private void remettre(long message, LocalDate le) {
    en(() -> {
      suivre.remisEnMain(message, le);
      return null;
    });
  }

  /** Her last letter. */
  private long lettre(Personne p) {
    return base.sql("select max(id) from courriers.message where personne_id = ? and canal = 'LETTRE'").param(p.id()).query(Long.class).single();
  }

  private LocalDate notifieLe(long suivi) {
    return base.sql("select notifie_le from orientation.suivi where id = ?").param(suivi).query(LocalDate.class).single();
  }

  private List<String> suivis(Personne p) {
    return base.sql("select parcours || ' du ' || notifie_le || ' au ' || coalesce(fin_le::text, 'infini') from orientation.suivi where personne_id = ? order by id").param(p.id())
        .query(String.class).list();
  }

  private int lAutre() {
    return structures.organisations().stream().filter(o -> o.active() && o.id() != laPremiere() && o.prend(Parcours.PROFESSIONNEL.name()) && o.sert(2)).findFirst().orElseThrow().id();
  }

  private int laPremiere() {
    return structures.organisations().getFirst().id();
  }

  private String organisation() {
    return structures.organisations().getFirst().nom().replace("'", "&#39;");
  }

  private static FiltresDeMessages filtre(String nom) {
    return new FiltresDeMessages(null, null, null, null, null, null, nom, 1);
  }

  private long lotPret(String nom) {
    long lot = en(() -> preparer.executer(filtre(nom), "essai"));
    imprimer.lancer(lot);
    attendre(lot);
    return lot;
  }

  private void attendre(long lot) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> base.sql("select etat from courriers.lot where id = ?").param(lot).query(String.class).single().equals("PRET"));
  }

  private String texte(String requete, Personne p) {
    return base.sql(requete).param(p.id()).query((l, _) -> l.getString(1)).optional().orElse("");
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(SECRETAIRE, acte);
  }
}
