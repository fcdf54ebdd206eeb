package fr.jalon.echanges.tableur.application;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echanges.tableur.domaine.PersonneLue;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Organisations by code or name, référents by e-mail. */
record Annuaire(List<Organisation> organisations, List<Referent> referents) {

  NouvelleOrientation orientation(Tableur t, PersonneLue p, long personneId) {
    Referent referent = p.referent() == null ? null : referent(p.referent());
    Organisation organisation = p.organisation() == null ? organisations.stream().filter(o -> o.id() == referent.organisationId())
        .findFirst().orElseThrow()
        : organisation(p.organisation());
    String parcours = p.parcours() != null ? p.parcours() : t.parcours() != null ? t.parcours() : organisation.parcours()
        .size() == 1 ? organisation.parcours().getFirst() : null;
    LocalDate le = p.orienteLe() != null ? p.orienteLe() : t.orienteLe();
    if (parcours == null || le == null) {
      throw new RefusMetier("ORIENTATION_INCOMPLETE",
          "il manque " + (parcours == null ? le == null ? "le parcours et la date d'orientation" : "le parcours" : "la date d'orientation") + ".");
    }
    return new NouvelleOrientation(personneId, Parcours.valueOf(parcours), organisation.id(), referent == null ? null : referent.id(), le);
  }

  /** By e-mail. @throws RefusMetier none */
  Referent referent(String courriel) {
    return referents.stream().filter(r -> courriel.equalsIgnoreCase(r.courriel())).findFirst()
        .orElseThrow(() -> new RefusMetier("REFERENT_INCONNU", "aucun référent n'a l'adresse " + courriel + "."));
  }

  /** By e-mail or name, gone or not; empty when none, or several, bear it. */
  Optional<Referent> tenant(String texte) {
    String cle = CleDeRecherche.de(texte);
    List<Referent> possibles = referents.stream()
        .filter(r -> texte.equalsIgnoreCase(r.courriel()) || CleDeRecherche.de(r.nom()).equals(cle)).toList();
    return possibles.size() == 1 ? Optional.of(possibles.getFirst()) : Optional.empty();
  }

  /** By code or name, whole or a part that one alone bears. @throws RefusMetier none, or several */
  Organisation organisation(String texte) {
    String cle = CleDeRecherche.de(texte);
    List<Organisation> exactes = organisations.stream()
        .filter(o -> CleDeRecherche.de(o.code()).equals(cle) || CleDeRecherche.de(o.nom()).equals(cle)).toList();
    List<Organisation> possibles = exactes.isEmpty() ? organisations.stream()
        .filter(o -> CleDeRecherche.de(o.nom()).contains(cle)).toList() : exactes;
    if (possibles.size() != 1) {
      throw new RefusMetier("ORGANISATION_INCONNUE",
          (possibles.isEmpty() ? "aucune organisation ne s'appelle « " : "plusieurs organisations s'appellent « ") + texte + " ».");
    }
    return possibles.getFirst();
  }
}
