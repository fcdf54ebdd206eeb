package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.rendezvous.application.ChangerUneSession;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.PrevenirDuLieu;
import fr.jalon.rendezvous.application.SaisirLaPresence;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places, sessions and opening hours that cannot be, and what is told of them. Today is 20 October 2025; Mme Roux receives on Tuesdays. */
@EssaiArdeche
class RendezVousRefusesTest {
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final int TERRITOIRE = 2;
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS");
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  PrevenirDuLieu prevenir;
  @Autowired
  TenirLesPermanences permanences;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  ChangerUneSession changer;
  @Autowired
  Convoquer convoquer;
  @Autowired
  SaisirLaPresence presence;
  @Autowired
  DonnerUnRendezVous donner;
  @Autowired
  Dossiers dossiers;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int lieu;

  @BeforeEach
  void un_bureau() {
    essai++;
    lieu = en(() -> lieux.executer(bureau(true)));
  }

  @Test
  void mme_roux_ne_recoit_ni_sans_lieu_ni_quand_aucun_creneau_ne_tient_ni_la_ou_l_on_ne_recoit_plus() {
    refuseA("lieu", "LIEU_ABSENT", () -> permanences.ouvrir(mardis(null, MARDI, MARDI)));
    refuseA("lieu", "LIEU_ABSENT", () -> permanences.ouvrir(mardis(987_654_321, MARDI, MARDI)));
    refuse("AUCUN_CRENEAU", () -> permanences.ouvrir(mardis(lieu, MARDI.plusDays(1), MARDI.plusDays(3))));
    assertThat(nombre("permanence where lieu_id = " + lieu)).isZero();
    int permanence = en(() -> permanences.ouvrir(mardis(lieu, MARDI, MARDI.plusWeeks(1)))).id();
    refuse("AUCUN_CRENEAU", () -> permanences.fermer(permanence, MARDI.plusDays(1), MARDI.plusDays(2), "formation"));
    refuse("AUCUN_CRENEAU", () -> EnTantQue.agir(EnTantQue.territoire(3, "DOSSIERS", "RENDEZ_VOUS"),
        () -> permanences.fermer(permanence, MARDI, MARDI, "formation")));
    refuse("PERMANENCE_INCONNUE", () -> permanences.ouvrirUnFerie(987_654_321, LocalDate.of(2025, 11, 11)));
    assertThat(nombre("creneau where ferme is null and permanence_id = " + permanence)).isEqualTo(3);
    en(() -> lieux.executer(bureau(false)));
    refuse("LIEU_INACTIF", () -> permanences.rouvrir(permanence, MARDI));
    refuse("LIEU_INACTIF", () -> permanences.ouvrirUnFerie(permanence, LocalDate.of(2025, 11, 11)));
    refuseA("lieu", "LIEU_ABSENT", () -> permanences.ouvrir(mardis(lieu, MARDI.plusWeeks(2), MARDI.plusWeeks(3))));
    assertThat(nombre("creneau where ferme is null and permanence_id = " + permanence)).isZero();
  }

  @Test
  void une_session_ne_s_ouvre_ni_sans_lieu_ni_sans_jour_ni_dans_une_salle_ou_l_on_ne_recoit_plus() {
    assertThatThrownBy(() -> en(() -> ouvrir.executer(a(null, LocalTime.of(9, 0)), List.of()))).isInstanceOfSatisfying(SaisieRefusee.class,
        r -> assertThat(r.fautes()).hasEntrySatisfying("lieu", f -> assertThat(f.code()).isEqualTo("LIEU_ABSENT"))
            .hasEntrySatisfying("jours", f -> assertThat(f.code()).isEqualTo("AUCUN_JOUR")));
    long ouverte = en(() -> ouvrir.executer(a(lieu, LocalTime.of(9, 0)), List.of(MARDI))).ouvertes().getFirst();
    long autre = en(() -> ouvrir.executer(a(lieu, LocalTime.of(14, 0)), List.of(MARDI))).ouvertes().getFirst();
    refuse("SESSION_DEJA", () -> changer.modifier(autre, a(lieu, LocalTime.of(9, 0)), MARDI));
    en(() -> lieux.executer(bureau(false)));
    refuseA("lieu", "LIEU_INACTIF", () -> ouvrir.executer(a(lieu, LocalTime.of(9, 0)), List.of(MARDI.plusWeeks(2))));
    refuseA("lieu", "LIEU_INACTIF", () -> changer.modifier(autre, a(lieu, LocalTime.of(15, 0)), MARDI));
    assertThat(base.sql("select id || ' ' || debut from rendezvous.session where lieu_id = ? order by id").param(lieu).query(String.class).list())
        .containsExactly(ouverte + " 09:00:00", autre + " 14:00:00");
  }

  @Test
  void ana_n_est_convoquee_ni_a_une_session_annulee_ni_deux_fois_dans_la_meme_liste_et_l_on_n_y_note_personne() {
    Personne ana = dossiers.inconnue("REFUSRDV" + essai, TERRITOIRE, LocalDate.of(2025, 9, 10));
    long session = en(() -> ouvrir.executer(a(lieu, LocalTime.of(9, 0)), List.of(MARDI))).ouvertes().getFirst();
    long autre = en(() -> ouvrir.executer(a(lieu, LocalTime.of(14, 0)), List.of(MARDI))).ouvertes().getFirst();
    dit(ana, List.of(new AConvoquer(ana.id(), session, false, null), new AConvoquer(ana.id(), autre, false, null)), "DEUX_FOIS",
        "Cette personne est deux fois dans la liste.");
    en(() -> changer.annuler(session, "animatrice malade"));
    dit(ana, List.of(new AConvoquer(ana.id(), session, false, null)), "SESSION_ANNULEE", "Cette session n'a plus lieu. Choisissez-en une autre.");
    refuse("SESSION_ANNULEE", () -> presence.tousPresents(session));
    assertThat(nombre("convocation where personne_id = " + ana.id())).isZero();
    en(() -> changer.annuler(autre, "animatrice malade"));
  }

  @Test
  void un_lieu_a_cinq_chiffres_de_code_postal_un_nom_a_lui_et_l_on_ne_previent_pas_de_celui_qui_n_existe_pas() {
    Navigateur nav = secretaire();
    FormulaireLu vide = FormulaireLu.de(nav.ouvrir("/informations-collectives/lieux/nouveau").body(), "/informations-collectives/lieux", "")
        .avec("nom", "Bureau refusé " + essai)
        .avec("adresse", "2 rue Haute").avec("codePostal", "0710").avec("commune", "07010").avec("capacite", "9").avec("telephone", "04")
        .avec("territoire", "3");
    HttpResponse<String> code = nav.poster("/informations-collectives/lieux", vide.champs());
    PageRefusee.dit(code, "CODE_POSTAL", "codePostal", "Le code postal a cinq chiffres.");
    PageRefusee.dit(code, "TERRITOIRE_AILLEURS", "territoire", "Ce lieu serait tenu par un autre territoire que les vôtres.");
    HttpResponse<String> deja = nav.poster("/informations-collectives/lieux", vide.avec("nom", "Bureau refusé " + essai).avec("codePostal", "07100")
        .avec("territoire", "" + TERRITOIRE).champs());
    PageRefusee.dit(deja, "LIEU_DEJA", "nom", "Un lieu de ce territoire porte déjà ce nom.");
    assertThatThrownBy(() -> en(() -> lieux.executer(new LieuDeRendezVous(null, " ", "", "07100", " ", "", 0, true, 2, "", true))))
        .isInstanceOfSatisfying(SaisieRefusee.class, r -> {
      assertThat(r.champs()).containsExactly("nom", "adresse", "commune", "territoire", "telephone");
      assertThat(r.fautes().values()).extracting(RefusMetier::code).containsOnly("LIEU_INCOMPLET");
    });
    refuse("LIEU_INCONNU", () -> prevenir.executer(987_654_321));
    assertThat(nombre("lieu where adresse = '2 rue Haute' and nom = 'Bureau refusé " + essai + "'")).isZero();
  }

  @Test
  void donner_un_rendez_vous_a_ana_sans_creneau_choisi_le_dit_a_cote_des_creneaux() {
    Personne ana = dossiers.inconnue("SANSCRENEAU" + essai, TERRITOIRE, LocalDate.of(2025, 9, 10));
    en(() -> permanences.ouvrir(mardis(lieu, MARDI, MARDI)));
    Navigateur nav = secretaire();
    nav.ouvrir("/agenda/personnes/" + ana.id());
    PageRefusee.dit(nav.poster("/agenda/personnes/" + ana.id(), Map.of("territoire", "" + TERRITOIRE)), "CRENEAU_ABSENT", "creneau",
        "Choisissez un créneau.");
    assertThat(nombre("entretien where personne_id = " + ana.id())).isZero();
  }

  private LieuDeRendezVous bureau(boolean actif) {
    return new LieuDeRendezVous(actif ? null : lieu, "Bureau refusé " + essai, "1 rue du Lac", "07100", "07010", "", TERRITOIRE, true, 2,
        "04 00 00 00 00", actif);
  }

  private static SaisieDeSession a(Integer lieu, LocalTime debut) {
    return new SaisieDeSession(lieu, debut, debut.plusHours(2), null, null, null, null);
  }

  private SaisieDePermanence mardis(Integer lieu, LocalDate du, LocalDate au) {
    return new SaisieDePermanence(lieu, "Mme Roux refusée " + essai, null,
        new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 30), 45, du, au));
  }

  private void dit(Personne p, List<AConvoquer> liste, String code, String phrase) {
    assertThat(en(() -> convoquer.executer(liste)).refus()).as(code).containsOnly(Map.entry(p.id(), phrase));
    PageRefusee.connue(code, phrase);
  }

  private int nombre(String lignes) {
    return base.sql("select count(*) from rendezvous." + lignes).query(Integer.class).single();
  }

  private Navigateur secretaire() {
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent("SECRETARIAT", List.of(TERRITOIRE), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }

  private static void refuse(String code, Supplier<Object> acte) {
    assertThatThrownBy(() -> en(acte)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private static void refuseA(String champ, String code, Supplier<Object> acte) {
    assertThatThrownBy(() -> en(acte)).isInstanceOfSatisfying(SaisieRefusee.class, r -> {
      assertThat(r.champs()).containsExactly(champ);
      assertThat(r.code()).isEqualTo(code);
    });
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(SECRETAIRE, acte);
  }
}
