package fr.jalon.allocataires.web;

import fr.jalon.allocataires.FiltreDeSuivi;
import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.PersonneTrouvee;
import fr.jalon.allocataires.domaine.TypeFoyer;
import fr.jalon.allocataires.lecture.CommuneConnue;
import fr.jalon.allocataires.lecture.LigneDAllocataire;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Pagination;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The list of persons as shown.
 *
 * @param demande     the filters as written in the URL
 * @param lignes      rows of the page
 * @param pages       where one is in the list
 * @param adresse     address of the list, filters included
 * @param autres      number of children and other members that the search would also find; 0 when they are shown or none
 * @param suivis      the choices of the « Suivi » filter
 * @param referente   true when the agent has persons of her own, with whom the list begins
 * @param horsRsa     the first whom the search finds among those that no file makes known
 * @param exportable  true when the role may download the list
 */
public record PageDesAllocataires(DemandeDeListe demande, List<LigneDAllocataire> lignes, Pagination pages, AdresseDePage adresse, long autres,
    boolean exportable, List<Territoire> territoires, List<CommuneConnue> communes,
    List<FiltreDeSuivi> suivis, boolean referente, List<PersonneTrouvee> horsRsa, LocalDate aujourdhui) {

  /** A filter in force: what it says and the address without it. */
  public record Filtre(String libelle, String sansLui) {}

  /** True when she was found by her name at birth, which the list has to say. */
  public boolean parLeNomDeNaissance(LigneDAllocataire ligne) {
    return ligne.parLeNomDeNaissance(demande.filtres().termes());
  }

  /** The states one may choose. */
  public List<EtatDuDroit> etats() {
    return Arrays.stream(EtatDuDroit.values()).filter(e -> e != EtatDuDroit.INCONNU).toList();
  }

  /** The types of foyer one may choose. */
  public List<TypeFoyer> types() {
    return List.of(TypeFoyer.values());
  }

  /** Filters in force other than the search. */
  public List<Filtre> filtres() {
    List<Filtre> filtres = new ArrayList<>();
    if (demande.etatLu() != null) {
      filtres.add(filtre("Droit : " + demande.etatLu().court().toLowerCase(java.util.Locale.FRENCH), "etat"));
    }
    territoires.stream().filter(t -> Integer.valueOf(t.id()).equals(demande.territoire()))
        .forEach(t -> filtres.add(filtre("Territoire : " + t.nom(), "territoire")));
    communes.stream().filter(c -> c.code().equals(demande.commune())).forEach(c -> filtres.add(filtre("Commune : " + c.nom(), "commune")));
    if (demande.typeLu() != null) {
      filtres.add(filtre(demande.typeLu().libelle(), "type"));
    }
    if (demande.sddLu() != null) {
      filtres.add(filtre(demande.sddLu() ? "Soumis aux droits et devoirs" : "Non soumis aux droits et devoirs", "sdd"));
    }
    if (demande.organismeLu() != null) {
      filtres.add(filtre("Payeur : " + demande.organismeLu(), "organisme"));
    }
    // her own persons have their own tab above the list
    suivis.stream().filter(s -> s.code().equals(demande.suivi()) && !miens()).forEach(s -> filtres.add(filtre(s.libelle(), "suivi")));
    if (demande.tousLesMembres()) {
      filtres.add(filtre("Tous les membres des foyers", "qui"));
    }
    return filtres;
  }

  /** True when the list is that of the persons she follows. */
  public boolean miens() {
    return FiltreDeSuivi.MIENS.equals(demande.suivi());
  }

  /** The same list, of the persons she follows. */
  public String desMiens() {
    return avecSuivi(FiltreDeSuivi.MIENS).toString();
  }

  /** The same list, of her whole perimeter. */
  public String deTous() {
    return avecSuivi(DemandeDeListe.TOUT).toString();
  }

  /** The list without any filter. */
  public String sansFiltre() {
    return new AdresseDePage("/allocataires", java.util.Map.of("suivi", rien())).toString();
  }

  /** What the « Suivi » filter holds when nothing is chosen: said, for who begins with her own persons. */
  public String rien() {
    return referente ? DemandeDeListe.TOUT : "";
  }

  private AdresseDePage avecSuivi(String code) {
    return adresse.avec("suivi", code);
  }

  private Filtre filtre(String libelle, String parametre) {
    return new Filtre(libelle, (parametre.equals("suivi") ? avecSuivi(rien()) : adresse.sans(parametre)).toString());
  }

  /** Address of the same list in this order. */
  public String trierPar(String tri) {
    return adresse.avec("tri", "NOM".equals(tri) ? "" : tri).toString();
  }

  /** {@code aria-sort} of a column: {@code ascending}, {@code descending} (latest first), or {@code null}. */
  public String ordre(String tri) {
    return demande.triLu().name().equals(tri) ? "DEPUIS".equals(tri) ? "descending" : "ascending" : null;
  }

  /** Address of the same search among children and other members too. */
  public String avecTous() {
    return adresse.avec("qui", "tous").toString();
  }

  /** Address of the spreadsheet. */
  public String export() {
    return adresse.vers("/allocataires/export").toString();
  }
}
