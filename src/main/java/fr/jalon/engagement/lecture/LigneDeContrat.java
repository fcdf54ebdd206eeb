package fr.jalon.engagement.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Francais;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.lecture.FiltresDeContrats.File;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A person of the list, with her open contract or the last that ended.
 *
 * @param etat       {@code null} when she never had one; @param etatDepuis its day
 * @param parcours   of the follow-up that runs, {@code null} when none does; @param notifieLe its first day
 * @param stock      true when she was followed before the law
 * @param depuis, jusquAu dates of what is in force; @param signeLe of the first signature
 * @param limite     last day of what is to be done: to sign, to renew; {@code null} when nothing is
 * @param signatures how many of the two stand on what is presented; @param avenant true when a version more of a signed contract is being prepared
 */
public record LigneDeContrat(@PersonneMontree long personneId, String nom, String prenom, LocalDate naissance, String territoire, String organisation,
    String referent, Parcours parcours, LocalDate notifieLe, boolean stock, File file, EtatContrat etat, LocalDate etatDepuis, LocalDate depuis,
    LocalDate jusquAu, LocalDate signeLe, LocalDate limite, int signatures, boolean avenant) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return Francais.personne(nom, prenom);
  }

  /** True when it should have been done before that day. */
  public boolean enRetard(LocalDate jour) {
    return limite != null && jour.isAfter(limite);
  }

  /** « dans 12 jours », « 3 jours de retard », « dernier jour ». */
  public String delai(LocalDate jour) {
    long reste = ChronoUnit.DAYS.between(jour, limite);
    return reste < 0 ? Francais.compte(-reste, "jour de retard", "jours de retard") : reste == 0 ? "dernier jour"
        : "dans " + Francais.compte(reste, "jour", "jours");
  }

  /** What the day is the last one for. */
  public String avantQuoi() {
    return file == File.A_RENOUVELER ? "finit le" : "limite";
  }

  /** What is still missing, in a few words; empty when the state says it. */
  public String precision() {
    return switch (file) {
      case A_PREPARER -> etat == EtatContrat.A_ELABORER ? "commencé le " + Francais.date(etatDepuis) : etat == null ? "rien n'est commencé"
          : "l'ancien contrat est fini";
      case A_SIGNER -> signatures == 0 ? "aucune signature" : "une signature sur deux";
      case EN_VIGUEUR, A_RENOUVELER -> avenant ? "la version suivante est en préparation" : "signé le " + Francais.date(signeLe);
      case A_VALIDER, REFUSES, SUSPENDUS, FINIS -> etat == null ? "" : "depuis le " + Francais.date(etatDepuis);
    };
  }
}
