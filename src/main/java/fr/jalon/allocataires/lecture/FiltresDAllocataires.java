package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.EtatDuDroit;
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
 * @param suivi     code of a {@link fr.jalon.allocataires.FiltreDeSuivi}, or {@code null}; unknown = none
 * @param tous      true to show children and other members too, not only claimants and spouses
 * @param tri       order of the rows
 */
public record FiltresDAllocataires(TermesDeRecherche termes, EtatDuDroit etat, Integer territoire, TypeFoyer type, Boolean sdd, String organisme,
    String commune, String suivi, boolean tous, Tri tri) {

  /** Orders of the list; each settles equals, so that no person is on two pages. */
  public enum Tri {
    /** By name. */
    NOM("p.nom, p.prenom, p.id", true),
    /** Oldest first. */
    NAISSANCE("p.date_naissance, p.nom, p.prenom, p.id", true),
    /** By commune. */
    COMMUNE("s.nom_commune, s.personne_id", false),
    /** By state of the right. */
    ETAT("s.etat, s.personne_id", false),
    /** Latest change first. */
    DEPUIS("s.etat_depuis desc nulls last, s.personne_id", false),
    /** By territory. */
    TERRITOIRE("s.territoire_id, s.personne_id", false);

    private final String sql;
    private final boolean surLaPersonne;

    Tri(String sql, boolean surLaPersonne) {
      this.sql = sql;
      this.surLaPersonne = surLaPersonne;
    }

    /** True when the order is read on the person, false when on her situation. */
    boolean surLaPersonne() {
      return surLaPersonne;
    }

    String sql() {
      return sql;
    }
  }

  /** The same without the limit to claimants and spouses. */
  public FiltresDAllocataires avecTous() {
    return new FiltresDAllocataires(termes, etat, territoire, type, sdd, organisme, commune, suivi, true, tri);
  }
}
