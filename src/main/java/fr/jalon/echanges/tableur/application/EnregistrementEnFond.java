package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.echanges.tableur.domaine.StatutTableur;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.TravailEnCours;
import fr.jalon.travaux.TravailRegulier;
import fr.jalon.travaux.Travaux;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Records spreadsheets behind the screen, one at a time, under the name of who asked. */
@Configuration(proxyBeanMethods = false)
public class EnregistrementEnFond implements GenreDeTravail<EnregistrementEnFond.Demande> {
  private final EnregistrerTableur enregistrer;
  private final Tableurs tableurs;
  private final TableursRendus rendus;
  private final Travaux travaux;
  private final TransactionTemplate transaction;

  EnregistrementEnFond(EnregistrerTableur enregistrer, Tableurs tableurs, TableursRendus rendus, Travaux travaux,
      TransactionTemplate transaction) {
    this.enregistrer = enregistrer;
    this.tableurs = tableurs;
    this.rendus = rendus;
    this.travaux = travaux;
    this.transaction = transaction;
  }

  /**
   * A spreadsheet to record.
   *
   * @param tableur number of the spreadsheet
   * @param avant   where it stood, and where it comes back to when it is not recorded
   */
  record Demande(long tableur, StatutTableur avant) {}

  /**
   * Starts.
   *
   * @throws RefusMetier when it is already being recorded, or when too many wait
   */
  public void lancer(Tableur t) {
    transaction.executeWithoutResult(_ -> {
      if (!tableurs.passer(t.id(), StatutTableur.EN_COURS)) {
        throw new RefusMetier("DEJA_EN_COURS", "Ce tableur est déjà en cours d'enregistrement, ou ses colonnes ne sont pas encore associées.");
      }
      travaux.demander(this, new Demande(t.id(), t.statut()), "Enregistrer le tableur « " + t.fichier() + " »", "/imports/tableur/" + t.id(), null,
          Long.toString(t.id()));
    });
  }

  @Override
  public String code() {
    return "ENREGISTRER_UN_TABLEUR";
  }

  @Override
  public Class<Demande> parametres() {
    return Demande.class;
  }

  /** A row that is recorded is not recorded twice. */
  @Override
  public boolean seReprend() {
    return true;
  }

  @Override
  public Bilan executer(Demande demande, TravailEnCours enCours) {
    enCours.avancer(0, 0);
    enregistrer.executer(demande.tableur(), (faites, lignes) -> enCours.avancer(faites, lignes));
    tableurs.passer(demande.tableur(), StatutTableur.ENREGISTRE);
    int erreurs = tableurs.comptes(demande.tableur()).getOrDefault(StatutLigne.ERREUR, 0);
    return Bilan.de(erreurs == 0 ? "Toutes les lignes sont enregistrées."
        : Francais.compte(erreurs, "ligne attend une correction", "lignes attendent une correction") + ", les autres sont enregistrées.");
  }

  @Override
  public void rendre(Demande demande, boolean annule, String phrase) {
    rendus.rendre(demande.tableur(), demande.avant(), phrase);
  }

  @Override
  public void rendreLesOrphelins() {
    rendus.rendreLesOrphelins(code());
  }

  @Bean
  TravailRegulier oubliDesTableurs(Clock horloge, @Value("${jalon.tableurs.oubli:0 35 3 * * *}") String cron) {
    return TravailRegulier.aLHeure("oubli-des-tableurs", "Effacer les tableurs déposés depuis longtemps", cron, horloge.getZone(), tableurs::purger);
  }
}
