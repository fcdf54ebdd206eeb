package fr.jalon.orientation.application;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Ordres;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import fr.jalon.travaux.TravailEnCours;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long a whole portfolio takes to change organisation and to come back: {@code -Djalon.mesure=1000} for a thousand; no time is asserted. */
@EssaiArdeche
class TransfertMesureTest {
  private static final int CENTRE = 1;
  private static final int PERSONNES = Integer.getInteger("jalon.mesure", 40);
  private static final Perimetre TOUT = EnTantQue.partout("DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS", "RENDEZ_VOUS", "COURRIERS");
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  FaireUnTransfert faire;
  @Autowired
  DefaireUnTransfert defaire;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void un_portefeuille_entier_change_d_organisation_et_revient() {
    Navigateur administration = new Navigateur(port);
    administration.connecter(comptoir.agent("ADMINISTRATION").identifiant(), Comptoir.MOT_DE_PASSE);
    Referent de = FicheDeReferent.creer(administration, structures, "Maison mesurée avant", "Avant Mesure", "" + CENTRE, "SOCIAL");
    Referent vers = FicheDeReferent.creer(administration, structures, "Maison mesurée après", "Après Mesure", "" + CENTRE, "SOCIAL");
    for (int i = 0; i < PERSONNES; i++) {
      base.sql("""
          insert into orientation.suivi (personne_id, parcours, organisation_id, referent_id, notifie_le, etat, etat_depuis, saisi_par, saisi_le)
          values (?, 'SOCIAL', ?, ?, '2025-09-15', 'EN_COURS', '2025-09-15', 'essai', '2025-10-13')""")
          .params(dossiers.entrante("MESURE" + i, CENTRE, LocalDate.of(2025, 9, 3)).id(), de.organisationId(), de.id()).update();
    }
    long id = base.sql("""
        insert into orientation.transfert (formulaire, de_id, vers_id, le, raison, choix, accepte_par, depassement_raison, personnes, etat, etat_depuis, fait_par,
          saisi_le)
        values (gen_random_uuid(), ?, ?, '2025-10-14', 'Convention', '{}', 'Mme Roche', 'Mesure', ?, 'EN_COURS', now(), 'agent', '2025-10-20 09:00') returning id""")
        .params(de.organisationId(), vers.organisationId(), PERSONNES).query(Long.class).single();
    mesurer("transfert", () -> faire.executer(new TravailDeTransfert.Numero(id), new Avancement()));
    assertThat(base.sql("select count(*) from orientation.suivi where organisation_id = ? and etat <> 'CLOS'").param(vers.organisationId())
        .query(Integer.class).single()).isEqualTo(PERSONNES);
    base.sql("update orientation.transfert set etat = 'ANNULATION', fini_par = 'agent', fini_raison = 'Mesure' where id = ?").param(id).update();
    mesurer("annulation", () -> defaire.executer(new TravailDeTransfert.Numero(id), new Avancement()));
    assertThat(base.sql("select count(*) from orientation.suivi where organisation_id = ? and etat <> 'CLOS'").param(de.organisationId())
        .query(Integer.class).single()).isEqualTo(PERSONNES);
  }

  private static void mesurer(String quoi, Runnable acte) {
    long debut = System.nanoTime();
    int ordres = EnTantQue.agir(TOUT, () -> Ordres.donnes(acte));
    double secondes = (System.nanoTime() - debut) / 1e9;
    System.out.println(String.format(Locale.ROOT, "MESURE %s : %d personnes, %.1f s, %d ordres SQL (%.1f par personne)", quoi, PERSONNES, secondes,
        ordres, (double) ordres / PERSONNES));
  }

  /** Nobody stops it. */
  private static final class Avancement implements TravailEnCours {
    @Override
    public long id() {
      return 0;
    }

    @Override
    public void avancer(long fait, long total) {
      // nothing listens here
    }
  }
}
