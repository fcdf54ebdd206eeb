package fr.jalon.handicap.web;

import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.LettreRemise;
import fr.jalon.courriers.LettreRemise.Feuille;
import fr.jalon.ecran.Francais;
import fr.jalon.handicap.domaine.Constitution;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.domaine.SensDeLaReponse;
import fr.jalon.handicap.lecture.DossierMdph;
import fr.jalon.handicap.lecture.DossiersDUnePersonne;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The sheet handed to the person: what is missing while she builds her file, what the answer changes once it came. It is printed here and not put
 * among
 * her letters, which more agents read than those who may know of the file.
 */
@Component
class FeuilleMdph {
  private static final String A_CONSTITUER = "DOSSIER_MDPH";
  private static final String REPONSE = "REPONSE_MDPH";
  private final DossiersDUnePersonne dossiers;
  private final LettreRemise lettres;
  private final Courriers courriers;
  private final Parametres parametres;
  private final Clock horloge;

  FeuilleMdph(DossiersDUnePersonne dossiers, LettreRemise lettres, Courriers courriers, Parametres parametres, Clock horloge) {
    this.dossiers = dossiers;
    this.lettres = lettres;
    this.courriers = courriers;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** True when there is one to hand for a file in this state. */
  static boolean existe(EtatDossierMdph etat) {
    return etat == EtatDossierMdph.PROPOSE || etat == EtatDossierMdph.A_CONSTITUER || etat == EtatDossierMdph.DECIDE;
  }

  /** Empty when the agent may not see the file, or there is nothing to hand for it. */
  Optional<Feuille> imprimer(long personneId, long dossier) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return dossiers.au(personneId, aujourdhui).stream().filter(d -> d.id() == dossier && existe(d.etat())).findFirst()
        .flatMap(d -> d.etat() == EtatDossierMdph.DECIDE ? lettres.imprimer(REPONSE, personneId, aujourdhui, reponse(d))
            : lettres.imprimer(A_CONSTITUER, personneId, aujourdhui, constituer(d, aujourdhui)));
  }

  private Map<String, String> constituer(DossierMdph d, LocalDate aujourdhui) {
    Constitution c = d.constitution();
    boolean certificat = d.finDuCertificat() != null && !d.finDuCertificat().isBefore(aujourdhui);
    Map<String, String> valeurs = new HashMap<>();
    valeurs.put("debut", phrase(A_CONSTITUER, d.renouvelle() ? "debut_du_renouvellement" : "debut", Map.of()));
    valeurs.put("formulaire", c.formulaireLe() != null ? "" : phrase(A_CONSTITUER, "formulaire", Map.of()));
    valeurs.put("certificat", certificat ? "" : phrase(A_CONSTITUER, "certificat",
        Map.of("mois", parametres.valeur("handicap.validite_du_certificat", aujourdhui).texte())));
    valeurs.put("identite", c.identiteLe() != null ? "" : phrase(A_CONSTITUER, "identite", Map.of()));
    valeurs.put("domicile", c.domicileLe() != null ? "" : phrase(A_CONSTITUER, "domicile", Map.of()));
    valeurs.put("rien", d.pret(aujourdhui) ? phrase(A_CONSTITUER, "rien", Map.of()) : "");
    valeurs.put("delai_decision", parametres.mois("handicap.delai_de_decision", aujourdhui) + " mois");
    return valeurs;
  }

  private Map<String, String> reponse(DossierMdph d) {
    String accordes = d.reponsesQuiComptent().stream().filter(r -> r.sens() == SensDeLaReponse.ACCORDE)
        .map(r -> r.droit().libelle() + (r.jusquAu() == null ? ", sans limite de durée" : ", jusqu'au " + Francais.longue(r.jusquAu())))
        .collect(Collectors.joining(" ; "));
    String refuses = droits(d, SensDeLaReponse.REFUSE);
    String silences = droits(d, SensDeLaReponse.SANS_REPONSE);
    boolean silence = accordes.isEmpty() && refuses.isEmpty();
    Map<String, String> valeurs = new HashMap<>();
    valeurs.put("debut", phrase(REPONSE, silence ? "debut_du_silence" : "debut", Map.of()));
    valeurs.put("silences", silences.isEmpty() ? "" : phrase(REPONSE, "silences", Map.of("droits", silences)));
    valeurs.put("accordes", accordes.isEmpty() ? "" : phrase(REPONSE, "accordes", Map.of("droits", accordes)));
    valeurs.put("refuses", refuses.isEmpty() ? "" : phrase(REPONSE, "refuses", Map.of("droits", refuses)));
    valeurs.put("aah", accorde(d, DroitMdph.AAH) ? phrase(REPONSE, "aah", Map.of()) : "");
    valeurs.put("rqth", accorde(d, DroitMdph.RQTH) ? phrase(REPONSE, "rqth", Map.of()) : "");
    valeurs.put("contester", refuses.isEmpty() && silences.isEmpty() ? "" : phrase(REPONSE, silence ? "contester_un_silence" : "contester",
            Map.of("avant",
        Francais.longue(d.decideLe().plusMonths(parametres.mois("handicap.delai_de_recours", d.decideLe()))))));
    return valeurs;
  }

  private static String droits(DossierMdph d, SensDeLaReponse sens) {
    return d.reponsesQuiComptent().stream().filter(r -> r.sens() == sens).map(r -> r.droit().libelle()).collect(Collectors.joining(" ; "));
  }

  private static boolean accorde(DossierMdph d, DroitMdph droit) {
    return d.reponse(droit).filter(r -> r.sens() == SensDeLaReponse.ACCORDE).isPresent();
  }

  private String phrase(String modele, String nom, Map<String, String> valeurs) {
    return courriers.phrase(modele, nom, valeurs);
  }
}
