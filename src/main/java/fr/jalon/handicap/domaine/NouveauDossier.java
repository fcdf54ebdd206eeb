package fr.jalon.handicap.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A file begun, as read from a form.
 *
 * @param ou     where it is: proposed, to build, or filed already; {@code null} when nothing is chosen
 * @param le     the day of that; {@code null} for one filed on a day she does not know
 * @param droits what is asked; @param aide who helps her, {@code null} when nothing is chosen
 * @param depot  of one filed already: where, under what number
 * @param cle    number of the form: sent twice, it is written once
 */
public record NouveauDossier(long personneId, EtatDossierMdph ou, LocalDate le, boolean renouvelle, List<DroitMdph> droits, AideAuDossier aide,
    Depot depot, UUID cle) {
  /** Where a file may be when it enters. */
  public static final Set<EtatDossierMdph> DEBUTS = Set.of(EtatDossierMdph.PROPOSE, EtatDossierMdph.A_CONSTITUER, EtatDossierMdph.DEPOSE);

  /**
   * @param connu true for a day when such files existed (L. 146-3 CASF): before, no delay is known
   * @throws fr.jalon.socle.SaisieRefusee with every field that is wrong
   */
  public void verifier(LocalDate aujourdhui, Predicate<LocalDate> connu) {
    Fautes fautes = new Fautes().exiger(ou != null && DEBUTS.contains(ou), "ou", "OU_EN_EST_LE_DOSSIER", "Choisissez où en est ce dossier.");
    if (le != null || ou != EtatDossierMdph.DEPOSE) {
      Jours.exiger(fautes, "le", le, null, aujourdhui).exiger(le == null || connu.test(le), "le", "AVANT_LES_MDPH",
          "Les MDPH n'existaient pas encore ce jour-là : vérifiez l'année.");
    }
    exigerLesDroits(fautes, droits);
    fautes.exiger(aide != null, "aide", "QUI_AIDE", "Dites qui l'aide à faire son dossier.");
    if (ou == EtatDossierMdph.DEPOSE) {
      Depot.fautes(fautes, depot.maison(), depot.reference());
    }
    fautes.lever();
  }

  /** At least one. */
  static Fautes exigerLesDroits(Fautes fautes, List<DroitMdph> droits) {
    return fautes.exiger(!droits.isEmpty(), "droits", "AUCUN_DROIT_DEMANDE",
            "Cochez au moins un droit demandé ; « Autre droit » quand elle ne sait pas encore.");
  }
}
