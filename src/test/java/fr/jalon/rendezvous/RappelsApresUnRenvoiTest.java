package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courriers.application.EnvoyerDesMessages;
import fr.jalon.courriers.application.RenvoyerUnMessage;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The convocation sent again to another number says nothing new: the reminders already written are not written twice. Today is 20 October 2025. */
@EssaiArdeche
class RappelsApresUnRenvoiTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final int TERRITOIRE = 3;
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS", "COURRIERS");
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  Convoquer convoquer;
  @Autowired
  EnvoyerDesMessages envoyer;
  @Autowired
  RenvoyerUnMessage renvoyer;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @AfterEach
  void le_temps_revient() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
  }

  @Test
  void le_renvoi_d_une_convocation_ne_double_pas_ses_rappels() {
    String commune = base.sql("select min(code) from structures.commune where territoire_id = ? and departement = '07'").param(TERRITOIRE)
        .query(String.class).single();
    int lieu = en(() -> lieux.executer(new LieuDeRendezVous(null, "Salle du renvoi", "1 rue du Lac", "07100", commune, "", TERRITOIRE, true, 5,
        "04 00 00 00 05", true)));
    long session = en(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(9, 30), LocalTime.of(11, 30), null, null, null, null),
        List.of(MARDI))).ouvertes().getFirst();
    Personne ana = dossiers.fichier(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 3),
        dossiers.inconnue("RENVOIRAPPEL", TERRITOIRE, LocalDate.of(2025, 9, 10)), "2", true).personne();
    base.sql("update allocataires.personne set telephone = '0612345678' where id = ?").param(ana.id()).update();
    en(() -> convoquer.executer(List.of(new AConvoquer(ana.id(), session, false, null))));
    List<String> rappels = rappels(ana);
    assertThat(rappels).hasSize(2);
    en(() -> envoyer.executer(new FiltresDeMessages(null, null, null, null, null, null, "RENVOIRAPPEL", 1), _ -> { }));
    long sms = base.sql("select id from courriers.message where personne_id = ? and modele = 'CONVOCATION_INFORMATION_COLLECTIVE' and canal = 'SMS'")
        .param(ana.id()).query(Long.class).single();
    en(() -> renvoyer.executer(sms, new RenvoyerUnMessage.Vers(null, null, null, "+33698765432"), "Pas reçu"));
    balayer.executer("essai");
    assertThat(rappels(ana)).isEqualTo(rappels);
  }

  private List<String> rappels(Personne p) {
    return base.sql("select le || ' ' || canal || ' ' || etat from courriers.message where modele = 'RAPPEL_RENDEZ_VOUS' and personne_id = ? order by id").param(p.id()).query(String.class).list();
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(SECRETAIRE, acte);
  }
}
