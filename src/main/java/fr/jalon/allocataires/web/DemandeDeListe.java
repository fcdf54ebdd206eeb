package fr.jalon.allocataires.web;

import fr.jalon.allocataires.FiltreDeSuivi;
import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.domaine.TermesDeRecherche;
import fr.jalon.allocataires.domaine.TypeFoyer;
import fr.jalon.allocataires.lecture.FiltresDAllocataires;
import fr.jalon.allocataires.lecture.FiltresDAllocataires.Tri;
import fr.jalon.ecran.AdresseDePage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the URL of the list asks. A value that means nothing is as if it were not there.
 *
 * @param q          what was typed
 * @param etat       name of an {@link EtatDuDroit}
 * @param territoire territory id
 * @param type       name of a {@link TypeFoyer}
 * @param sdd        {@code oui} or {@code non}
 * @param organisme  {@code CAF} or {@code MSA}
 * @param commune    INSEE code
 * @param suivi      code of a {@link fr.jalon.allocataires.FiltreDeSuivi}, or {@link #TOUT}
 * @param qui        {@code tous} for every member of the foyers
 * @param tri        name of a {@link Tri}
 * @param page       from 1
 */
public record DemandeDeListe(String q, String etat, Integer territoire, String type, String sdd, String organisme, String commune,
    String suivi, String qui,
    String tri, Integer page) {
  /** Everyone of the perimeter, chosen as such by an agent whose list begins with her own persons. */
  static final String TOUT = "tout";

  /**
   * The same, for an agent who may have persons of her own.
   *
   * @param referente true when her account is linked to a référent
   * @param arrive    true when the address asks nothing: she begins with her own persons
   */
  DemandeDeListe pour(boolean referente, boolean arrive) {
    String choisi = referente ? suivi == null
        || suivi.isBlank() ? arrive ? FiltreDeSuivi.MIENS : TOUT : suivi : FiltreDeSuivi.MIENS.equals(suivi) ? null : suivi;
    return new DemandeDeListe(q, etat, territoire, type, sdd, organisme, commune, choisi, qui, tri, page);
  }

  /** The filters asked. */
  FiltresDAllocataires filtres() {
    return new FiltresDAllocataires(TermesDeRecherche.lire(q), etatLu(), territoire, typeLu(), sddLu(), organismeLu(),
        commune == null || commune.isBlank() ? null : commune, suivi == null || suivi.isBlank() || TOUT.equals(suivi) ? null : suivi,
        tousLesMembres(), triLu());
  }

  /** The address that asks the same. */
  AdresseDePage adresse() {
    Map<String, String> parametres = new LinkedHashMap<>();
    parametres.put("q", q);
    parametres.put("etat", etatLu() == null ? "" : etatLu().name());
    parametres.put("territoire", territoire == null ? "" : territoire.toString());
    parametres.put("commune", commune);
    parametres.put("type", typeLu() == null ? "" : typeLu().name());
    parametres.put("sdd", sddLu() == null ? "" : sdd);
    parametres.put("organisme", organismeLu());
    parametres.put("suivi", suivi);
    parametres.put("qui", tousLesMembres() ? "tous" : "");
    parametres.put("tri", triLu() == Tri.NOM ? "" : triLu().name());
    return new AdresseDePage("/allocataires", parametres);
  }

  /** State asked, or {@code null}. */
  public EtatDuDroit etatLu() {
    return lire(EtatDuDroit.values(), etat);
  }

  /** Type of foyer asked, or {@code null}. */
  public TypeFoyer typeLu() {
    return lire(TypeFoyer.values(), type);
  }

  /** True, false, or {@code null} for both. */
  public Boolean sddLu() {
    return "oui".equals(sdd) ? Boolean.TRUE : "non".equals(sdd) ? Boolean.FALSE : null;
  }

  /** Payer asked, or {@code null}. */
  public String organismeLu() {
    return "CAF".equals(organisme) || "MSA".equals(organisme) ? organisme : null;
  }

  /** True when children and other members are wanted. */
  public boolean tousLesMembres() {
    return "tous".equals(qui);
  }

  /** Order asked, by name when none. */
  public Tri triLu() {
    Tri lu = lire(Tri.values(), tri);
    return lu == null ? Tri.NOM : lu;
  }

  private static <E extends Enum<E>> E lire(E[] valeurs, String nom) {
    return Arrays.stream(valeurs).filter(v -> v.name().equals(nom)).findFirst().orElse(null);
  }
}
