package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.tableur.TableurEnregistre;
import fr.jalon.echanges.tableur.application.AnnulerTableur;
import fr.jalon.echanges.tableur.application.DeposerTableur;
import fr.jalon.echanges.tableur.application.EnregistrerTableur;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.application.Tableurs;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A spreadsheet brings telephones and e-mails to persons convoked already. Whoever imports holds neither letters nor appointments. Today is 20
 * October 2025.
 */
@EssaiArdeche
class RappelsApresUnTableurTest {
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(2, "DOSSIERS", "ENTREES", "RENDEZ_VOUS", "COURRIERS");
  private static final Perimetre REPRISE = EnTantQue.partout("DOSSIERS", "IMPORTS", "ENTREES", "REPRISE");
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  Convoquer convoquer;
  @Autowired
  DeposerTableur deposer;
  @Autowired
  EnregistrerTableur enregistrer;
  @Autowired
  AnnulerTableur annuler;
  @Autowired
  Tableurs tableurs;
  @Autowired
  Dossiers dossiers;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void le_telephone_d_un_tableur_donne_tout_de_suite_les_rappels_a_venir_et_les_retire_si_on_l_annule() {
    Personne ana = convoquee("TABLEURRAPPEL");
    Personne bea = convoquee("TABLEURSANS");
    long tableur = importer("Nom;Prénom;N° demande RSA;Téléphone\nTABLEURRAPPEL;Ana;%s;0698765432\nTABLEURSANS;Ana;%s;\n".formatted(demande(ana),
        demande(bea)));
    assertThat(rappels(ana)).containsExactly("2025-10-28 +33698765432 A_ENVOYER", "2025-11-02 +33698765432 A_ENVOYER");
    assertThat(rappels(bea)).isEmpty();
    EnTantQue.agir(REPRISE, () -> annuler.executer(tableur));
    assertThat(rappels(ana)).as("le numéro n'était pas le sien : rien ne part vers lui")
        .containsExactly("2025-10-28  SANS_ADRESSE", "2025-11-02  SANS_ADRESSE");
  }

  private Personne convoquee(String nom) {
    Personne p = dossiers.fichier(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 3),
        dossiers.inconnue(nom, 2, LocalDate.of(2025, 9, 15)), "2", true).personne();
    int lieu = EnTantQue.agir(SECRETAIRE, () ->
        lieux.executer(new LieuDeRendezVous(null, "Salle " + nom, "1 rue du Lac", "07100", "07010", "", 2, true, 1, "04 00 00 00 09", true)));
    long session = EnTantQue.agir(SECRETAIRE,
        () -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(9, 30), LocalTime.of(11, 30), null, null, null, null), List.of(MARDI)))
        .ouvertes().getFirst();
    assertThat(EnTantQue.agir(SECRETAIRE, () -> convoquer.executer(List.of(new AConvoquer(p.id(), session, false, null)))).refus()).isEmpty();
    assertThat(rappels(p)).isEmpty();
    return p;
  }

  private long importer(String csv) {
    return EnTantQue.agir(REPRISE, () -> {
      Tableur t = tableurs.lire(deposer.deposer("telephones.csv", () -> csv.getBytes(StandardCharsets.UTF_8))).orElseThrow();
      List<Champ> champs = t.entetes().stream().map(e -> deposer.proposer(t).champ(t.entetes().indexOf(e))).toList();
      deposer.associer(t, champs, null, null);
      enregistrer.executer(t.id());
      TableurEnregistre.dire(base, t.id());
      return t.id();
    });
  }

  private String demande(Personne p) {
    return base.sql("select numero_demande from allocataires.foyer where id = ?").param(p.foyerId()).query(String.class).single();
  }

  private List<String> rappels(Personne p) {
    return base.sql("select le || ' ' || coalesce(vers, '') || ' ' || etat from courriers.message where modele = 'RAPPEL_RENDEZ_VOUS' and canal = 'SMS' and personne_id = ? order by le")
        .param(p.id()).query(String.class).list();
  }
}
