package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.StatutTableur;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.TravailEnCours;
import fr.jalon.travaux.Travaux;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Undoes spreadsheets behind the screen, under the name of who asked: it may be left, stopped, or taken over by another server. */
@Component
public class AnnulationEnFond implements GenreDeTravail<AnnulationEnFond.Demande> {
  private final AnnulerTableur annuler;
  private final Tableurs tableurs;
  private final TableursRendus rendus;
  private final Travaux travaux;
  private final TransactionTemplate transaction;

  AnnulationEnFond(AnnulerTableur annuler, Tableurs tableurs, TableursRendus rendus, Travaux travaux,
      TransactionTemplate transaction) {
    this.annuler = annuler;
    this.tableurs = tableurs;
    this.rendus = rendus;
    this.travaux = travaux;
    this.transaction = transaction;
  }

  /** A spreadsheet to undo. @param tableur its number */
  record Demande(long tableur) {}

  /** Starts. @throws RefusMetier when nothing of it is recorded, or when it is being recorded or undone already */
  public void lancer(Tableur t) {
    transaction.executeWithoutResult(_ -> {
      if (t.seDefait()) {
        throw dejaEnCours();
      }
      annuler.verifier(t.id());
      if (!tableurs.passer(t.id(), StatutTableur.EN_ANNULATION)) {
        throw dejaEnCours();
      }
      travaux.demander(this, new Demande(t.id()), "Annuler le tableur « " + t.fichier() + " »", "/imports/tableur/" + t.id(), null,
          Long.toString(t.id()));
    });
  }

  private static RefusMetier dejaEnCours() {
    return new RefusMetier("ANNULATION_EN_COURS", "Ce tableur est déjà en train d'être annulé ou enregistré : attendez qu'il ait fini.");
  }

  @Override
  public String code() {
    return "ANNULER_UN_TABLEUR";
  }

  @Override
  public Class<Demande> parametres() {
    return Demande.class;
  }

  /** A row that is undone is not undone twice. */
  @Override
  public boolean seReprend() {
    return true;
  }

  @Override
  public Bilan executer(Demande demande, TravailEnCours enCours) {
    enCours.avancer(0, 0);
    AnnulerTableur.Bilan bilan = annuler.executer(demande.tableur(), (faites, lignes) -> enCours.avancer(faites, lignes));
    tableurs.passer(demande.tableur(), StatutTableur.ENREGISTRE);
    return Bilan.de(bilan.restees() == 0 ? "Tableur annulé : " + Francais.compte(bilan.annulees(), "ligne défaite", "lignes défaites") + "."
        : Francais.compte(bilan.annulees(), "ligne défaite", "lignes défaites") + ". "
            + Francais.compte(bilan.restees(), "ligne reste", "lignes restent") + " : chacune dit pourquoi.");
  }

  @Override
  public void rendre(Demande demande, boolean annule, String phrase) {
    rendus.rendreLAnnulation(demande.tableur(), phrase);
  }

  @Override
  public void rendreLesOrphelins() {
    rendus.rendreLesAnnulationsOrphelines(code());
  }
}
