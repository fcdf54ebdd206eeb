package fr.jalon.accompagnement.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Francais;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * A person of a file, with what is looked at first.
 *
 * @param parcours   {@code null} outside the RSA, as may be {@code organisation}
 * @param referent   who follows her, {@code null} when nobody is named
 * @param mois       months of RSA, that of the claim included; {@code null} when her right is not open, or its claim unknown
 * @param dernier    day she was last met since her orientation was notified, {@code null} when she never was
 * @param essai      day of the last contact tried; @param essaiEtat what it gave; both {@code null} when there was none
 * @param prevuLe    day of her next appointment, {@code null} when there is none
 * @param rdvProche  true when that appointment is soon enough to answer a contact that is late ({@code RythmeDuSuivi})
 * @param aVoirAvant last day to see her again by the rhythm of her follow-up
 * @param intensifDepuis day she entered the intensive portfolio of this référent, {@code null} when she is not in it
 */
public record PersonneEnFile(@PersonneMontree long id, String nom, String prenom, LocalDate naissance, String commune, String territoire,
    Parcours parcours, LocalDate notifieLe, String organisation, String referent, Integer mois, LocalDate dernier, LocalDate essai,
        EtatEntretien essaiEtat,
    LocalDate prevuLe, boolean rdvProche, LocalDate aVoirAvant, LocalDate intensifDepuis) {
  private static final int AN = 12;

  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + Francais.nom(prenom);
  }

  /** Her pathway, or that she is followed outside the RSA. */
  public String parcoursEnClair() {
    return parcours == null ? "Hors RSA" : parcours.libelle();
  }

  /** True when she should have been seen by now and nothing is planned soon. */
  public boolean tropLongtemps(LocalDate aujourdhui) {
    return !rdvProche && aVoirAvant.isBefore(aujourdhui);
  }

  /** True when she did not come the last time. */
  public boolean manquee() {
    return essai != null && essaiEtat != EtatEntretien.PRESENTE && (dernier == null || essai.isAfter(dernier));
  }

  /** « 4 ans et 2 mois », empty when it is not known. */
  public String anciennete() {
    return mois == null ? "" : duree(mois);
  }

  /** « 4 ans », « 4 ans et 2 mois », « 7 mois ». */
  public static String duree(int mois) {
    String ans = mois < AN ? "" : Francais.compte(mois / AN, "an", "ans");
    return mois % AN == 0 ? ans : ans + (ans.isEmpty() ? "" : " et ") + mois % AN + " mois";
  }
}
