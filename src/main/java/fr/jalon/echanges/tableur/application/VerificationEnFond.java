package fr.jalon.echanges.tableur.application;

import fr.jalon.ecran.Francais;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.TravailEnCours;
import fr.jalon.travaux.Travaux;
import fr.jalon.travaux.TravauxSuivis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at all the rows of a long spreadsheet behind the screen, before it is recorded: how many are right. Done again, it says the same. */
@Component
public class VerificationEnFond implements GenreDeTravail<VerificationEnFond.Demande> {
  private final ReprendreUnTableur reprendre;
  private final Tableurs tableurs;
  private final TableursRendus rendus;
  private final Travaux travaux;
  private final TravauxSuivis suivis;
  private final JdbcClient base;
  private final TransactionTemplate transaction;

  VerificationEnFond(ReprendreUnTableur reprendre, Tableurs tableurs, TableursRendus rendus, Travaux travaux, TravauxSuivis suivis,
      JdbcClient base, TransactionTemplate transaction) {
    this.reprendre = reprendre;
    this.tableurs = tableurs;
    this.rendus = rendus;
    this.travaux = travaux;
    this.suivis = suivis;
    this.base = base;
    this.transaction = transaction;
  }

  /** A spreadsheet to look at. @param tableur its number */
  record Demande(long tableur) {}

  /** True when its rows are being looked at; starts when nobody does, unless the last time failed: who reads why asks again. */
  public boolean attendre(Tableur t) {
    if (!t.aVerifier() || reprendre.apercuPret(t)) {
      return false;
    }
    return transaction.execute(_ -> {
      base.sql("select pg_advisory_xact_lock(hashtextextended('verifier-tableur', ?))").param(t.id()).query((_, _) -> 0).list();
      if (suivis.le(this, Long.toString(t.id())).isEmpty() && t.incident() == null) {
        travaux.demander(this, new Demande(t.id()), "Vérifier le tableur « " + t.fichier() + " »", "/imports/tableur/" + t.id(), null,
            Long.toString(t.id()));
      }
      return t.incident() == null;
    });
  }

  @Override
  public String code() {
    return "VERIFIER_UN_TABLEUR";
  }

  @Override
  public Class<Demande> parametres() {
    return Demande.class;
  }

  @Override
  public boolean seReprend() {
    return true;
  }

  @Override
  public Bilan executer(Demande demande, TravailEnCours enCours) {
    enCours.avancer(0, 0);
    return tableurs.lire(demande.tableur()).filter(Tableur::aVerifier).map(t -> {
      int justes = reprendre.apercu(t, (faites, lignes) -> enCours.avancer(faites, lignes)).justes();
      return Bilan.de(Francais.compte(justes, "ligne peut être enregistrée", "lignes peuvent être enregistrées") + " sur "
          + Francais.nombre(t.lignes()) + ".");
    }).orElse(Bilan.de("Ce tableur n'attend plus d'être vérifié."));
  }

  @Override
  public void rendre(Demande demande, boolean annule, String phrase) {
    rendus.direLIncident(demande.tableur(), phrase);
  }
}
