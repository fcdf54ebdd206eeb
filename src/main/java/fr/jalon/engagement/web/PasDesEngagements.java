package fr.jalon.engagement.web;

import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.Francais;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.lecture.PasDesContrats;
import fr.jalon.engagement.lecture.PasDesContrats.Ligne;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The steps of contracts: the month of the law, what waits for a signature, what ends soon. */
@Component
class PasDesEngagements {
  private final PasDesContrats lecture;
  private final Parametres parametres;
  private final Clock horloge;

  PasDesEngagements(PasDesContrats lecture, Parametres parametres, Clock horloge) {
    this.lecture = lecture;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** By person. */
  Map<Long, List<PasDuDossier>> de(Collection<Long> personnes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    int avant = parametres.jours("engagement.renouveler_avant", aujourdhui);
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    lecture.de(personnes).forEach((personne, l) -> {
      List<PasDuDossier> siens = new ArrayList<>();
      if (l.limite() != null && l.etat() != EtatContrat.REFUSE) {
        siens.add(aSigner(l));
      } else if (l.etat() == EtatContrat.SIGNE && l.preparee()) {
        siens.add(new PasDuDossier("CONTRAT_AVENANT", Rang.HABITUDE, PartieDuDossier.PARCOURS, l.jusquAu(),
            l.presentee() ? "Faire signer la nouvelle version de son contrat" : "Finir la nouvelle version de son contrat",
            "Ce qui est signé reste en vigueur jusqu'au " + jour(l.jusquAu()), null, null, false));
      } else if (l.etat() == EtatContrat.SIGNE && !l.jusquAu().minusDays(avant).isAfter(aujourdhui)) {
        siens.add(PasDuDossier.aFaire("CONTRAT_A_RENOUVELER", Rang.PLAN, PartieDuDossier.PARCOURS, l.jusquAu(),
            "Renouveler son contrat avant le " + jour(l.jusquAu()), "Il finit ce jour-là : dire avec elle ce qui est atteint, et la suite"));
      } else if (l.etat() == EtatContrat.ECHU) {
        siens.add(PasDuDossier.aFaire("CONTRAT_ECHU", Rang.PLAN, PartieDuDossier.PARCOURS, l.jusquAu(),
            "Son contrat est fini depuis le " + jour(l.jusquAu()),
                    "Elle est toujours suivie : un nouveau contrat est à faire (L. 5411-6 du code du travail)"));
      } else if (l.etat() == EtatContrat.REFUSE) {
        siens.add(PasDuDossier.aFaire("CONTRAT_REFUSE", Rang.HABITUDE, PartieDuDossier.PARCOURS, null, "Reparler du contrat avec elle",
            "Elle l'a refusé le " + jour(l.etatDepuis()) + " ; elle peut revenir dessus à tout moment"));
      }
      if (!siens.isEmpty()) {
        pas.put(personne, siens.stream().map(p -> p.avec(true, bouton(p), "/contrats/personnes/" + personne)).toList());
      }
    });
    return pas;
  }

  private static PasDuDossier aSigner(Ligne l) {
    String quoi = l.contratId() == null || l.etat() == EtatContrat.ECHU || l.etat() == EtatContrat.CLOS ? "Préparer et signer le contrat d'engagement"
        : l.presentee() ? l.signatures() == 0 ? "Faire signer le contrat d'engagement" : "Finir de signer le contrat d'engagement"
        : "DEMANDEE".equals(l.validation()) ? "Contrat d'engagement à valider par un responsable"
        : "RENVOYEE".equals(l.validation()) ? "Contrat d'engagement à revoir" : "Finir le contrat d'engagement";
    return PasDuDossier.aFaire("CONTRAT_A_SIGNER", Rang.LOI, PartieDuDossier.PARCOURS, l.limite(), quoi + " avant le " + jour(l.limite()),
        l.reference());
  }

  private static String bouton(PasDuDossier p) {
    return switch (p.genre()) {
      case "CONTRAT_A_RENOUVELER", "CONTRAT_ECHU" -> "Préparer la suite";
      case "CONTRAT_A_SIGNER" -> p.quoi().startsWith("Préparer") ? "Préparer le contrat" : "Ouvrir le contrat";
      default -> "Ouvrir le contrat";
    };
  }

  private static String jour(LocalDate jour) {
    return Francais.date(jour);
  }
}
