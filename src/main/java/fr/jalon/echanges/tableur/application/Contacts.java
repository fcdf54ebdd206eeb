package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.TenirLesFiches;
import fr.jalon.echanges.tableur.domaine.PersonneLue;
import fr.jalon.socle.Coordonnees;
import java.util.Objects;

/**
 * How a person is reached, as known at one moment.
 *
 * @param telephone     with its country, or {@code null}
 * @param identifiantFt her France Travail number, or {@code null}
 */
record Contacts(String telephone, String courriel, String identifiantFt) {

  /**
   * What a row makes of them: a blank never erases, what receives no SMS never takes the place of a mobile, a France Travail number already known
   * stays.
   */
  Contacts avec(PersonneLue p) {
    return new Contacts(p.telephone() == null || refuseLeFixe(p) ? telephone : p.telephone(), p.courriel() == null ? courriel : p.courriel(),
        identifiantFt == null ? p.identifiantFt() : identifiantFt);
  }

  /** True when the row gives a landline, here or abroad, to someone known by her mobile. */
  boolean refuseLeFixe(PersonneLue p) {
    return p.telephone() != null && !Coordonnees.mobile(p.telephone()) && Coordonnees.mobile(telephone);
  }

  /** As allocataires writes them. */
  TenirLesFiches.Moyens moyens() {
    return new TenirLesFiches.Moyens(telephone, courriel, identifiantFt);
  }

  /** What a row changed. */
  record Changement(Contacts avant, Contacts apres) {
    /** True when her telephone or her e-mail is no longer the same. */
    boolean autreMoyen() {
      return !Objects.equals(avant.telephone, apres.telephone) || !Objects.equals(avant.courriel, apres.courriel);
    }
  }
}
