package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.domaine.EtatDuDroit;
import fr.jalon.allocataires.domaine.TermesDeRecherche;
import fr.jalon.allocataires.domaine.TypeFoyer;

/**
 * What the list of persons is limited to.
 *
 * @param termes    what was typed
 * @param etat      state of the right, or {@code null}
 * @param territoire territory id, or {@code null}
 * @param type      type of foyer, or {@code null}
 * @param sdd       soumise aux droits et devoirs, or {@code null} for both
 * @param organisme {@code CAF}, {@code MSA}, or {@code null}
 * @param commune   INSEE code, or {@code null}
 * @param tous      true to show children and other members too, not only claimants and spouses
 * @param tri       order of the rows
 */
public record FiltresDAllocataires(TermesDeRecherche termes, EtatDuDroit etat, Integer territoire, TypeFoyer type, Boolean sdd, String organisme,
    String commune, boolean tous, Tri tri) {

  /** Orders of the list; the name always settles equals. */
  public enum Tri {
    /** By name. */
    NOM("p.nom, p.prenom, p.id"),
    /** Youngest last. */
    NAISSANCE("p.date_naissance nulls last, p.nom, p.prenom, p.id"),
    /** By commune. */
    COMMUNE("s.nom_commune nulls last, p.nom, p.prenom, p.id"),
    /** By state of the right. */
    ETAT("s.etat, p.nom, p.prenom, p.id"),
    /** Latest change first. */
    DEPUIS("s.etat_depuis desc nulls last, p.nom, p.prenom, p.id"),
    /** By territory. */
    TERRITOIRE("t.ordre nulls last, t.nom, p.nom, p.prenom, p.id");

    private final String sql;

    Tri(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  /** The same without the limit to claimants and spouses. */
  public FiltresDAllocataires avecTous() {
    return new FiltresDAllocataires(termes, etat, territoire, type, sdd, organisme, commune, true, tri);
  }
}
