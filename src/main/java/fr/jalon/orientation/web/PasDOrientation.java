package fr.jalon.orientation.web;

import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.echeances.Echeance;
import fr.jalon.echeances.Echeances;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import fr.jalon.orientation.application.Nature;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.LigneDeReorientation;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.orientation.lecture.ListeDesReorientations;
import fr.jalon.orientation.lecture.OrientationDUnePersonne;
import fr.jalon.orientation.lecture.PersonnesARencontrer;
import fr.jalon.orientation.lecture.SuiviDUnePersonne;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What her orientation asks of somebody today: to orient her, to post its letter, to name a référent, to answer a request, to review. */
@Component
class PasDOrientation {
  private final OrientationDUnePersonne orientation;
  private final ListeDesEntrees entrees;
  private final ListeDesReorientations reorientations;
  private final Echeances echeances;
  private final PersonnesARencontrer rencontres;
  private final Parametres parametres;
  private final Regard regard;
  private final Clock horloge;

  PasDOrientation(OrientationDUnePersonne orientation, ListeDesEntrees entrees, ListeDesReorientations reorientations, Echeances echeances,
      PersonnesARencontrer rencontres, Parametres parametres, Regard regard, Clock horloge) {
    this.rencontres = rencontres;
    this.parametres = parametres;
    this.orientation = orientation;
    this.entrees = entrees;
    this.reorientations = reorientations;
    this.echeances = echeances;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** What is known of these persons, read once for all of them. */
  private record Connu(Map<Long, LigneDEntree> attendent, Map<Long, List<Echeance>> courantes, Map<Long, SuiviDUnePersonne> ouverts,
      Map<Long, PersonnesARencontrer.Attendue> rencontres, Map<Long, List<LigneDeReorientation>> demandes) {}

  Map<Long, List<PasDuDossier>> de(Collection<Long> personnes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Connu connu = new Connu(entrees.dePersonnes(personnes), echeances.ouvertesDe(personnes), orientation.ouverts(personnes, aujourdhui),
        rencontres.attendues(personnes), reorientations.sansReponse(personnes));
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    personnes.forEach(id -> {
      List<PasDuDossier> siens = de(id, connu, aujourdhui);
      if (!siens.isEmpty()) {
        pas.put(id, siens);
      }
    });
    return pas;
  }

  private List<PasDuDossier> de(long personneId, Connu connu, LocalDate aujourdhui) {
    Optional<LigneDEntree> attend = Optional.ofNullable(connu.attendent().get(personneId));
    Optional<LigneDEntree> entree = attend.filter(LigneDEntree::aOrienter);
    List<Echeance> courantes = connu.courantes().getOrDefault(personneId, List.of());
    Optional<SuiviDUnePersonne> ouvert = Optional.ofNullable(connu.ouverts().get(personneId));
    Optional<PersonnesARencontrer.Attendue> rencontre = Optional.ofNullable(connu.rencontres().get(personneId));
    List<PasDuDossier> pas = new ArrayList<>();
    rencontre.ifPresent(r -> pas.add(premiereRencontre(r, personneId, aujourdhui)));
    attend.filter(e -> e.urgence() == null).ifPresent(e -> pas.add(PasDuDossier.prevu("EN_PAUSE", PartieDuDossier.PARCOURS, null,
        "En pause : à orienter quand le droit sera de nouveau versé et que la personne sera dans les droits et devoirs",
        "Depuis le " + Francais.longue(e.etatDepuis()))));
    courantes.stream().flatMap(e -> echeance(e, personneId, entree, ouvert, rencontre.isPresent(), attend.map(LigneDEntree::nom).orElse(""),
        aujourdhui).stream()).forEach(pas::add);
    // where a delay runs for it, its deadline has said so
    boolean sansDelai = courantes.stream().noneMatch(e -> e.nature().equals(FinDuDelai.REFERENT.name()));
    ouvert.filter(s -> s.referentId() == null && sansDelai).ifPresent(s -> pas.add(aFaire(FinDuDelai.REFERENT.name(), Rang.HABITUDE, null,
        "Référent à désigner", s.organisation()).avec(regard.peut("ORIENTATIONS"), "Désigner", designer(personneId))));
    connu.demandes().getOrDefault(personneId, List.of()).forEach(r -> pas.add(aFaire("REORIENTATION", Rang.PLAN, r.limite(),
        "Répondre à la demande de réorientation du " + Francais.longue(r.demande().demandeeLe()),
        r.demande().pourquoi() + " ; " + r.voulu().toLowerCase(java.util.Locale.FRENCH))
        .avec(regard.peut("REORIENTATIONS"), regard.peut("ORIENTATIONS") ? "Décider" : "Lire la demande",
            "/reorientations/" + r.demande().id())));
    return pas;
  }

  private Optional<PasDuDossier> echeance(Echeance e, long personneId,
      Optional<LigneDEntree> entree, Optional<SuiviDUnePersonne> ouvert, boolean aRencontrer,
      String nom, LocalDate aujourdhui) {
    boolean decide = regard.peut("ORIENTATIONS");
    String avant = auPlusTard(e.limite());
    Rang rang = e.limiteLegale() != null ? Rang.LOI : Rang.PLAN;
    if (e.nature().equals(Nature.ORIENTATION)) {
      return Optional.of(entree.isPresent() ? aFaire(e.nature(), rang, e.limite(), "À orienter" + avant,
          pourquoi(e) + entree.filter(l -> l.cible() != null)
          .map(l -> " ; objectif le " + Francais.date(l.cible())).orElse(""))
          .avec(decide, "Enregistrer l'orientation",
          "/orientations/nouvelle?personne=" + personneId + "&retour=" + PartieDuDossier.PARCOURS.adresse(personneId))
          : PasDuDossier.aFaire(e.nature(), rang, PartieDuDossier.ECHANGES, e.limite(),
          "Lettre d'orientation à imprimer et à poster" + avant, pourquoi(e))
              .avec(regard.peut("COURRIERS"), "Lettres à envoyer", new AdresseDePage("/courriers", Map.of("nom", nom)).toString()));
    }
    if (e.nature().equals(Nature.REEXAMEN_SOCIAL)) {
      boolean loin = e.limite().isAfter(aujourdhui.plusDays(parametres.jours("orientation.reexamen_preparation_jours", aujourdhui)));
      return ouvert.filter(s -> s.id() == e.objetId() && !loin)
          .map(s -> aFaire(e.nature(), rang, e.limite(), "Parcours social à réexaminer" + avant, pourquoi(e))
          .avec(decide && regard.peut("REORIENTATIONS"), "Réexaminer", "/reexamens?suivi=" + s.id()));
    }
    if (!Nature.VISEES.contains(e.nature())) {
      return Optional.empty();
    }
    FinDuDelai fin = FinDuDelai.valueOf(e.nature());
    PasDuDossier pas = aFaire(e.nature(), rang, e.limite(), fin.aFaire() + avant, pourquoi(e));
    if (fin == FinDuDelai.REFERENT) {
      // who waits gets her référent with her orientation: one step, not two; who has one is told of him by the letter to post
      return entree.isPresent() || ouvert.filter(s -> s.referentId() != null)
          .isPresent() ? Optional.empty() : Optional.of(pas.avec(decide, "Désigner", designer(personneId)));
    }
    return aRencontrer ? Optional.empty() : Optional.of(pas.avec(regard.peut("RENDEZ_VOUS"), "Donner un rendez-vous",
        "/agenda/personnes/" + personneId));
  }

  /** Once a day is given there is nothing to do before it. */
  private PasDuDossier premiereRencontre(PersonnesARencontrer.Attendue r, long personneId, LocalDate aujourdhui) {
    return r.prevueLe() != null && !r.prevueLe().isBefore(aujourdhui)
        ? PasDuDossier.prevu("PREMIERE_RENCONTRE", PartieDuDossier.PARCOURS, r.prevueLe(),
        "Première rencontre prévue le " + Francais.longue(r.prevueLe()),
            (r.prevueLe().isAfter(r.limite()) ? "Après sa limite du " : "À tenir au plus tard le ") + Francais.longue(r.limite()))
        : aFaire("PREMIERE_RENCONTRE", Rang.PLAN, r.limite(), "Première rencontre" + auPlusTard(r.limite()),
        "Pas encore de rencontre connue de Jalon depuis l'orientation")
            .avec(regard.peut("RENDEZ_VOUS"), "Donner un rendez-vous", "/agenda/personnes/" + personneId)
            .avec(!regard.peut("RENDEZ_VOUS") && regard.peut("PRESENCES"), "Noter la rencontre", "/premieres-rencontres");
  }

  private static String auPlusTard(LocalDate limite) {
    return " au plus tard le " + Francais.longue(limite);
  }

  /** The field itself, in what is folded (jalon.js opens it). */
  private static String designer(long personneId) {
    return PartieDuDossier.PARCOURS.adresse(personneId) + "#nouveau-referent";
  }

  private static PasDuDossier aFaire(String genre, Rang rang, LocalDate limite, String quoi, String pourquoi) {
    return PasDuDossier.aFaire(genre, rang, PartieDuDossier.PARCOURS, limite, quoi, pourquoi);
  }

  private static String pourquoi(Echeance e) {
    return e.limiteLegale() != null ? e.referenceLegale() : e.referenceCible();
  }
}
