package fr.jalon.engagement.lecture;

import fr.jalon.ecran.Filtres;
import fr.jalon.engagement.domaine.Semaine;

/**
 * What is asked of the list of hours of one week. @param vue everybody unless said otherwise; @param semaine {@code 2025-W42}, {@code null} for the
 * one that runs; @param territoire id; @param referent id; @param suivies hers alone, or all; @param nom beginning of words of the name
 */
public record FiltresDHeures(Vue vue, String semaine, Integer territoire, Integer referent, Suivies suivies, String nom,
    Integer page) implements Filtres {
  /** Defaults. */
  public FiltresDHeures {
    vue = vue == null ? Vue.TOUS : vue;
    semaine = Semaine.lire(semaine).map(Semaine::code).orElse(null);
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  /** Whose weeks are looked at. */
  public enum Vue {
    /** Everybody's. */
    TOUS("Tous"),
    /** Hours lack to what is asked. */
    MANQUANTES("Heures manquantes"),
    /** The plan holds less than the law asks, and nothing says why. */
    SANS_RAISON("Sous quinze heures sans raison"),
    /** Fewer hours asked. */
    ADAPTEES("Plans adaptés"),
    /** No weekly hours. */
    DISPENSEES("Sans durée hebdomadaire"),
    /** An adaptation to see again soon. */
    A_REVOIR("À revoir");

    private final String libelle;

    Vue(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** Whose. */
  public enum Suivies {
    /** Of those whom the agent at work follows. */
    MIENNES("Celles que je suis"),
    /** Of those whom no référent follows. */
    SANS_REFERENT("Sans référent");

    private final String libelle;

    Suivies(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  @Override
  public String chemin() {
    return "/heures";
  }
}
