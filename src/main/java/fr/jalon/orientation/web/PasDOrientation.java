package fr.jalon.orientation.web;

import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.echeances.Echeance;
import fr.jalon.echeances.Echeances;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import fr.jalon.orientation.application.Nature;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.orientation.lecture.ListeDesReorientations;
import fr.jalon.orientation.lecture.OrientationDUnePersonne;
import fr.jalon.orientation.lecture.SuiviDUnePersonne;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What her orientation asks of somebody today: to orient her, to post its letter, to name a référent, to answer a request, to review. */
@Component
class PasDOrientation {
  private final OrientationDUnePersonne orientation;
  private final ListeDesEntrees entrees;
  private final ListeDesReorientations reorientations;
  private final Echeances echeances;
  private final Regard regard;
  private final Clock horloge;

  PasDOrientation(OrientationDUnePersonne orientation, ListeDesEntrees entrees, ListeDesReorientations reorientations, Echeances echeances, Regard regard, Clock horloge) {
    this.orientation = orientation;
    this.entrees = entrees;
    this.reorientations = reorientations;
    this.echeances = echeances;
    this.regard = regard;
    this.horloge = horloge;
  }

  List<PasDuDossier> de(long personneId) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Optional<LigneDEntree> entree = entrees.dePersonne(personneId).filter(LigneDEntree::aOrienter);
    Optional<SuiviDUnePersonne> ouvert = orientation.suivis(personneId).stream().filter(s -> s.ouvertLe(aujourdhui)).findFirst();
    List<PasDuDossier> pas = new ArrayList<>();
    echeances.ouvertesDe(personneId).stream().flatMap(e -> echeance(e, personneId, entree, ouvert).stream()).forEach(pas::add);
    ouvert.filter(s -> s.referentId() == null).ifPresent(s -> pas.add(aFaire(null, "Référent à désigner", s.organisation())
        .avec(regard.peut("ORIENTATIONS"), "Désigner", PartieDuDossier.PARCOURS.adresse(personneId))));
    reorientations.dePersonne(personneId).stream().filter(r -> r.demande().etat() == EtatReorientation.DEMANDEE).forEach(r -> pas.add(aFaire(r.limite(),
        "Répondre à la demande de réorientation du " + Francais.longue(r.demande().demandeeLe()), r.voulu())
        .avec(regard.peut("REORIENTATIONS"), regard.peut("ORIENTATIONS") ? "Décider" : "Lire la demande", "/reorientations/" + r.demande().id())));
    return pas;
  }

  private Optional<PasDuDossier> echeance(Echeance e, long personneId, Optional<LigneDEntree> entree, Optional<SuiviDUnePersonne> ouvert) {
    boolean decide = regard.peut("ORIENTATIONS");
    String avant = " avant le " + Francais.longue(e.limite());
    if (e.nature().equals(Nature.ORIENTATION)) {
      return Optional.of(entree.isPresent()
          ? aFaire(e.limite(), "À orienter" + avant, pourquoi(e)).avec(decide, "Enregistrer l'orientation",
              "/orientations/nouvelle?personne=" + personneId + "&retour=" + PartieDuDossier.PARCOURS.adresse(personneId))
          : aFaire(e.limite(), "Lettre d'orientation à poster" + avant, pourquoi(e)).avec(regard.peut("COURRIERS"), "Voir ses lettres", PartieDuDossier.ECHANGES.adresse(personneId)));
    }
    if (e.nature().equals(Nature.REEXAMEN_SOCIAL)) {
      return ouvert.filter(s -> s.id() == e.objetId()).map(s -> aFaire(e.limite(), "Parcours social à réexaminer" + avant, pourquoi(e))
          .avec(decide && regard.peut("REORIENTATIONS"), "Réexaminer", "/reexamens?suivi=" + s.id()));
    }
    if (!Nature.VISEES.contains(e.nature())) {
      return Optional.empty();
    }
    FinDuDelai fin = FinDuDelai.valueOf(e.nature());
    boolean rencontre = fin == FinDuDelai.PREMIER_RENDEZ_VOUS || fin == FinDuDelai.ACCOMPAGNEMENT;
    return Optional.of(aFaire(e.limite(), fin.aFaire() + avant, pourquoi(e))
        .avec(rencontre && regard.peut("RENDEZ_VOUS"), "Donner un rendez-vous", "/agenda/personnes/" + personneId));
  }

  private static PasDuDossier aFaire(LocalDate limite, String quoi, String pourquoi) {
    return PasDuDossier.aFaire(PartieDuDossier.PARCOURS, limite, quoi, pourquoi);
  }

  private static String pourquoi(Echeance e) {
    return e.limiteLegale() != null ? e.referenceLegale() : e.referenceCible();
  }
}
