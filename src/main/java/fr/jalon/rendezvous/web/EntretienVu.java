package fr.jalon.rendezvous.web;

import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Francais;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.rendezvous.domaine.Heures;
import fr.jalon.rendezvous.lecture.EntretiensDUnePersonne;

/** What the page of an interview shows and its buttons change. */
public record EntretienVu(String quand, EtatEntretien etat, String motif) {
  static final Fiche FICHE = Fiche.de("ENTRETIEN", "ce rendez-vous").etat("quand", "Quand")
      .etat("etat", "État", e -> e.isEmpty() ? "" : EtatEntretien.valueOf(e).libelle())
      .etat("motif", "Motif", m -> m.isEmpty() ? "" : Empechement.libelle(m)).sansAuteur();

  static EntretienVu de(EntretiensDUnePersonne.Recue e) {
    return new EntretienVu(e.jour() == null ? null : "%s à %s, %s".formatted(Francais.date(e.jour()), Heures.heure(e.debut()), e.lieu()), e.etat(),
        e.motif());
  }
}
