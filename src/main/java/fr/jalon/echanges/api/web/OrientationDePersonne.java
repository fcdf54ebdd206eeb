package fr.jalon.echanges.api.web;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echanges.api.lecture.PersonneDeLApi;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.SuiviDUnePersonne;
import fr.jalon.socle.PersonneMontree;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** Where a person stands. */
@Schema(description = "Où en est une personne : ce qui est dû, son suivi ouvert, ses suivis clos.")
record OrientationDePersonne(Personne personne, @Schema(description = "Ce qui est dû ; null si elle n'attend pas d'orientation") Attente attente,
    @Schema(description = "Son suivi ouvert ; null si elle n'en a pas") Suivi orientation,
    @Schema(description = "Ses suivis clos, le plus récent d'abord") List<Suivi> historique) {

  /** Who she is and how to reach her. */
  @Schema(name = "PersonneDUnDossier", description = "L'identité et les moyens de la joindre.")
  record Personne(@PersonneMontree @Schema(description = "Si deux fiches ont été réunies, le numéro de celle qui reste") long id, String nom,
      String prenom, LocalDate naissance, String commune,
      String communeInsee, String territoire, String telephone, String courriel) {}

  /** She is to be oriented. */
  @Schema(description = "L'entrée ouverte et son délai.")
  record Attente(long entree, EtatEntree etat, LocalDate recuLe, LocalDate limiteLegale, LocalDate cible) {}

  /** A follow-up. */
  @Schema(description = "Une orientation notifiée et le suivi qui en est né.")
  record Suivi(long id, Parcours parcours, String organisation, String referent, LocalDate notifieLe,
      @Schema(description =
      "Faux tant que la lettre qui le notifie n'est pas postée : notifieLe est alors le jour où l'orientation a été enregistrée") boolean notifie,
      EtatSuivi etat, LocalDate etatDepuis, LocalDate finLe, String motifFin) {
    static Suivi de(SuiviDUnePersonne s) {
      return new Suivi(s.id(), s.parcours(), s.organisation(), s.referent(), s.notifieLe(), !s.aPoster(), s.etat(), s.etatDepuis(),
          s.finLe(), s.motifFin());
    }
  }

  static OrientationDePersonne de(PersonneDeLApi.Identite p, LigneDEntree entree, List<SuiviDUnePersonne> suivis) {
    return new OrientationDePersonne(
        new Personne(p.id(), p.nom(), p.prenom(), p.naissance(), p.commune(), p.codeCommune(), p.territoire(), p.telephone(), p.courriel()),
        entree == null ? null : new Attente(entree.entreeId(), entree.etat(), entree.recuLe(), entree.limite(), entree.cible()),
        suivis.stream().filter(s -> s.etat() != EtatSuivi.CLOS).map(Suivi::de).findFirst().orElse(null),
        suivis.stream().filter(s -> s.etat() == EtatSuivi.CLOS).map(Suivi::de).toList());
  }
}
