package fr.jalon.echanges.tableur.web;

import fr.jalon.ecran.CaseDExport;
import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.domaine.Champ;
import java.util.ArrayList;
import java.util.List;

/** The rows in error, as a file to download: its own columns, and why. No NIR is in it, be it well or ill written, in its column or elsewhere. */
final class LignesRejetees {
  private final Tableur tableur;
  private final Integer nir;

  LignesRejetees(Tableur tableur) {
    this.tableur = tableur;
    this.nir = tableur.correspondance() == null ? null : tableur.correspondance().colonnes().get(Champ.NIR);
  }

  List<String> titres() {
    List<String> titres = new ArrayList<>(tableur.entetes());
    titres.add("Erreur");
    return titres;
  }

  /** Its cells, why it is wrong, then the cells it has beyond the headers. */
  List<String> ligne(LigneGardee ligne) {
    List<String> cases = new ArrayList<>(ligne.valeurs().size() + 1);
    for (int i = 0; i < ligne.valeurs().size(); i++) {
      String valeur = ligne.valeurs().get(i);
      if (i == tableur.entetes().size()) {
        cases.add(CaseDExport.sansNir(ligne.phrase()));
      }
      cases.add(nir != null && nir == i ? valeur.isBlank() ? "" : CaseDExport.NIR_MASQUE : CaseDExport.sansNir(valeur));
    }
    if (ligne.valeurs().size() <= tableur.entetes().size()) {
      cases.add(CaseDExport.sansNir(ligne.phrase()));
    }
    return cases;
  }
}
