package fr.jalon.echanges.reprise.web;

import fr.jalon.echanges.reprise.application.Reprise;
import fr.jalon.echanges.reprise.domaine.ChampDeStructure;
import fr.jalon.echanges.reprise.domaine.LigneDeStructures;
import fr.jalon.echanges.tableur.domaine.Tableau.Rangee;
import java.util.List;
import java.util.stream.Collectors;

/** A spreadsheet of structures as shown: before it is recorded, what each row will give. @param lignes empty once it is recorded */
public record PageDeReprise(Reprise reprise, List<LigneDeStructures> lignes) {
  private static final List<ChampDeStructure> MONTRES = List.of(ChampDeStructure.ORGANISATION, ChampDeStructure.SITE, ChampDeStructure.COMMUNE,
      ChampDeStructure.PRENOM,
      ChampDeStructure.REFERENT, ChampDeStructure.COURRIEL, ChampDeStructure.ETP);

  /** Fields shown in the list: those that a column gives. */
  public List<ChampDeStructure> champs() {
    return MONTRES.stream().filter(reprise.colonnes()::containsKey).toList();
  }

  /** Value of a field as written. */
  public String valeur(ChampDeStructure champ, int rang) {
    Rangee r = reprise.rangees().stream().filter(x -> x.rang() == rang).findFirst().orElseThrow();
    int colonne = reprise.colonnes().get(champ);
    return colonne < r.valeurs().size() ? r.valeurs().get(colonne) : "";
  }

  /** First values of a column. */
  public String exemples(int colonne) {
    return reprise.rangees().stream().limit(3).map(r -> r.valeurs().get(colonne)).filter(v -> !v.isEmpty()).collect(Collectors.joining(" · "));
  }

  /** Rows that create something. */
  public int aCreer() {
    return (int) lignes.stream().filter(l -> !l.refusee() && !l.dejaLa()).count();
  }

  /** Rows that say what is known already. */
  public int dejaLa() {
    return (int) lignes.stream().filter(LigneDeStructures::dejaLa).count();
  }

  /** Rows refused. */
  public int refusees() {
    return (int) lignes.stream().filter(LigneDeStructures::refusee).count();
  }
}
