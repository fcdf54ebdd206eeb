package fr.jalon.orientation.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Demande;
import fr.jalon.ecran.Francais;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.parametres.Parametres;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the person reads of the decision, in plain words. */
@Component
class LettresDeReorientation {
  /** Model of the letter, in {@code resources/courriers}. */
  static final String DECISION = "DECISION_REORIENTATION";
  private static final Set<Canal> CANAUX = Set.of(Canal.LETTRE, Canal.SMS, Canal.COURRIEL);
  private final Courriers courriers;
  private final Structures structures;
  private final OuRecoitLeReferent ou;
  private final Parametres parametres;

  LettresDeReorientation(Courriers courriers, Structures structures, OuRecoitLeReferent ou, Parametres parametres) {
    this.courriers = courriers;
    this.structures = structures;
    this.ou = ou;
    this.parametres = parametres;
  }

  /** A request and what was decided. */
  record Acceptee(Reorientation demande, NouvelleOrientation orientation) {}

  void acceptees(List<Acceptee> acceptees) {
    Map<Integer, Organisation> organisations = structures.organisations().stream().collect(Collectors.toMap(Organisation::id, o -> o));
    Map<Integer, Referent> referents = structures.referents(acceptees.stream().map(a -> a.orientation().referentId()).toList());
    OuRecoitLeReferent.Lieux lieux = ou.lire();
    courriers.ecrire(acceptees.stream().map(a -> {
      NouvelleOrientation o = a.orientation();
      Referent referent = o.referentId() == null ? null : referents.get(o.referentId());
      String suite = courriers.phrase(DECISION, (a.demande().origine() == OrigineDeReorientation.DEPARTEMENT ? "suite_organisation" : "suite")
          + (referent == null ? "_sans_referent" : ""), Map.of("le", Francais.longue(o.notifieLe()), "parcours",
                  o.parcours().libelle().toLowerCase(Locale.FRENCH), "organisation", organisations.get(o.organisationId()).nom(),
          "referent", referent == null ? "" : referent.nom(), "lieu", lieux.enPhrase(organisations.get(o.organisationId()), referent)));
      return demande(a.demande(), o.notifieLe(), phrase("acceptee", ""), suite, pourquoi(a.demande(), referent != null), referent != null);
    }).toList());
  }

  void refusee(Reorientation r, LocalDate le, String raison) {
    courriers.ecrire(List.of(demande(r, le, phrase("refusee", ""),
        phrase(switch (r.origine()) {
          case PERSONNE -> "suite_du_refus";
          // only once she was told that another organisation would follow her
          case DEPARTEMENT -> "suite_du_transfert_annule";
          default -> "suite_du_refus_a_un_autre";
        }, ""),
        phrase("pourquoi_refusee", raison), true)));
  }

  private String phrase(String nom, String raison) {
    return courriers.phrase(DECISION, nom, Map.of("raison", raison));
  }

  private String pourquoi(Reorientation r, boolean referent) {
    String raisons = r.raisons().stream().map(RaisonDeReorientation::aLaPersonne).filter(t -> !t.isEmpty()).collect(Collectors.joining(" ; "));
    return phrase(!raisons.isEmpty() ? "pourquoi_acceptee" : referent ? "pourquoi_demander" : "pourquoi_demander_a_l_organisation", raisons);
  }

  /** @param referent true when she has one who may help her */
  private Demande demande(Reorientation r, LocalDate le, String decision, String suite, String raison, boolean referent) {
    String demandee = Francais.longue(r.demandeeLe());
    return new Demande(DECISION, r.personneId(), r.id(), le,
        Map.of("decision", decision, "demandee_le", demandee, "demande", courriers.phrase(DECISION,
        "demande_" + r.origine().name().toLowerCase(Locale.ROOT), Map.of("demandee_le", demandee)), "aide",
        phrase(referent ? "aide_referent" : "aide_organisation", ""), "suite", suite, "raison", raison,
        "delai_recours", parametres.valeur("courriers.delai_recours", le).texte()), CANAUX);
  }
}
