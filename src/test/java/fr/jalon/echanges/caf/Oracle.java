package fr.jalon.echanges.caf;

import fr.jalon.echanges.caf.Histoire.Activite;
import fr.jalon.echanges.caf.Histoire.Contenu;
import fr.jalon.echanges.caf.Histoire.Fichier;
import fr.jalon.echanges.caf.Histoire.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What must be true, by the simplest reasoning there is: take the files received so far in the order of their dates (the last received
 * wins at the same date) and read them one after the other.
 */
final class Oracle {
  private Oracle() {}

  /** What is known of a foyer while the files are read. */
  private record Etat(Contenu contenu, LocalDate reference, boolean absent) {}

  /** Facts of a date, one line each, sorted: {@code droit|…}, {@code adresse|…}, {@code montant|…}, {@code membre|…}, {@code ressource|…}. */
  static TreeSet<String> faits(List<Fichier> recus, LocalDate au) {
    List<Fichier> lus = new ArrayList<>(recus.stream().filter(f -> !f.reference().isAfter(au)).toList());
    lus.sort(Comparator.comparing(Fichier::reference));
    TreeSet<String> faits = new TreeSet<>();
    TreeSet<String> demandes = new TreeSet<>();
    recus.forEach(f -> demandes.addAll(f.foyers().keySet()));
    for (String demande : demandes) {
      Etat etat = null;
      for (Fichier f : lus) {
        if (f.gates().contains(demande)) {
          continue;
        }
        Contenu contenu = f.foyers().get(demande);
        if (contenu != null) {
          // an address left out is the last one known
          String commune = contenu.commune() == null && etat != null ? etat.contenu.commune() : contenu.commune();
          etat = new Etat(new Contenu(contenu.etat(), contenu.depuis(), contenu.famille(), contenu.places(), commune, contenu.montant()),
              f.reference(), false);
        } else if (f.complet() && etat != null && ouvert(etat.contenu)) {
          etat = new Etat(etat.contenu, etat.reference, true);
        }
      }
      if (etat != null) {
        ajouter(demande, etat, faits);
      }
    }
    return faits;
  }

  private static boolean ouvert(Contenu c) {
    return List.of("0", "2", "3", "4").contains(c.etat());
  }

  private static void ajouter(String demande, Etat etat, TreeSet<String> faits) {
    Contenu c = etat.contenu;
    long adultes = c.places().stream().filter(p -> !p.role().equals("ENF")).count();
    faits.add(demande + " droit|" + (etat.absent ? "ABSENT" : c.etat()) + "|" + (etat.absent ? null : c.depuis()) + "|"
        + c.famille() + "|" + adultes + "|"
        + (c.places().size() - adultes));
    if (c.commune() != null) {
      faits.add(demande + " adresse|" + c.commune());
    }
    if (c.montant() != null) {
      faits.add(demande + " montant|" + new BigDecimal(c.montant()).setScale(2));
    }
    for (Place p : c.places()) {
      Activite a = activite(p, etat.reference);
      faits.add(demande + " membre|" + p.personne() + "|" + p.role() + "|" + p.sdd() + "|" + (a != null && a.code().equals("ETI")) + "|"
          + (a == null ? null : a.code()));
      if (p.ressources() != null) {
        faits.add(demande + " ressource|" + p.personne() + "|" + new BigDecimal(p.ressources())
            .divide(BigDecimal.valueOf(3), 2, RoundingMode.HALF_UP));
      }
    }
  }

  /** The activity in progress at the date of the file, the latest begun; else the last one begun. */
  private static Activite activite(Place p, LocalDate au) {
    Activite choisie = null;
    for (Activite a : p.activites()) {
      boolean commencee = !a.depuis().isAfter(au);
      boolean enCours = a.jusqua() == null || !a.jusqua().isBefore(au);
      boolean mieux = choisie == null || enCours && choisie.jusqua() != null && choisie.jusqua().isBefore(au)
          || enCours == (choisie.jusqua() == null || !choisie.jusqua().isBefore(au)) && a.depuis().isAfter(choisie.depuis());
      if (commencee && mieux) {
        choisie = a;
      }
    }
    return choisie;
  }
}
