package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.lecture.FiltresDeMesPersonnes.Onglet;
import fr.jalon.accompagnement.lecture.FiltresDeMesPersonnes.Tri;
import fr.jalon.accompagnement.lecture.FiltresDeMesPersonnes;
import fr.jalon.accompagnement.lecture.PersonneEnFile;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.ecran.Filtre;
import fr.jalon.ecran.Filtres;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Liste;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Territoire;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The file of a référent, or of everyone the agent sees.
 *
 * @param charge      the référent looked at with her load, {@code null} when nobody in particular is
 * @param pas         the first step of each person shown, by her number
 * @param freins      how many freins each has open, {@code null} for an agent who does not read diagnostics
 * @param exportable  true when this agent may take the list away
 * @param faitEntrer true when she may make those there enter the intensive portfolio of the référent looked at
 * @param longueDuree months of RSA past which it is long
 */
public record PageDeMesPersonnes(ReferentRegarde.Regarde regarde, List<Referent> choix, List<Territoire> territoires,
    Liste<FiltresDeMesPersonnes, Onglet, PersonneEnFile> liste, Map<Long, PasDuDossier> pas, Map<Long, Integer> freins,
        Candidat charge, boolean exportable, boolean faitEntrer,
        int longueDuree) {
  /** Whose file. */
  public String titre() {
    return regarde.qui() == null || regarde.moi() ? "Mes personnes" : "Les personnes de " + regarde.qui().nom();
  }

  /** What a tab is called. */
  public String libelle(Onglet o) {
    return switch (o) {
      case TOUTES -> "Toutes";
      case SANS_CONTACT -> "Sans contact depuis trop longtemps";
      case SANS_RENDEZ_VOUS -> "Sans rendez-vous";
      case LONGUE_DUREE -> "Au RSA depuis plus de " + PersonneEnFile.duree(longueDuree);
      case HORS_RSA -> "Hors RSA";
    };
  }

  /** The filter of the référent; a référent whose page opens on her own persons says so when all are asked. */
  public Filtre filtreReferent() {
    return Filtre.choix("referent", "Référent", "Tous", regarde.jeSuisReferente() ? Filtres.TOUS : "", choix, Referent::id, Referent::nom,
        regarde.id());
  }

  /** What the heading of a column sorts by, in the order of the list: {@code aria-sort}. */
  public String ordre(Tri tri) {
    return liste.filtres().tri() != tri ? null : tri == Tri.ANCIENNETE ? "descending" : "ascending";
  }

  /** Address of the same list in that order. */
  public String trierPar(Tri tri) {
    return liste.filtres().avec("tri", tri).toString();
  }

  /** « 87 personnes pour 100 places, à mi-temps ». */
  public String chargeEnClair() {
    BigDecimal etp = charge.referent().etp();
    String pour = Francais.compte(charge.charge(), "personne", "personnes") + " pour " + Francais.compte(charge.capacite(), "place", "places");
    String temps = etp.compareTo(BigDecimal.ONE) == 0 ? "" : ", à " + etp.movePointRight(2).stripTrailingZeros()
        .toPlainString() + "\u00a0% d'un temps plein";
    return pour + temps + (charge.referent().intensif() ? ", portefeuille intensif" : "");
  }

  /** How many of hers this page does not show when nothing is filtered: her load is everyone's to know, who they are is not. */
  public long nonMontrees() {
    FiltresDeMesPersonnes f = liste.filtres();
    return f.nom() != null || f.parcours() != null || f.territoire() != null ? 0 : Math.max(0, charge.charge() - liste.comptes().get(Onglet.TOUTES));
  }
}
