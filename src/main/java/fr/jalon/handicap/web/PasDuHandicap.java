package fr.jalon.handicap.web;

import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.Francais;
import fr.jalon.handicap.lecture.LigneDeDossierMdph;
import fr.jalon.handicap.lecture.ListeDesDossiersMdph;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The steps of the disability files. Their kinds say nothing of a disability: a step put off is read by who follows the person, partners too. A
 * proposal is
 * spoken of again, and never pressed.
 */
@Component
class PasDuHandicap {
  private final ListeDesDossiersMdph liste;
  private final Parametres parametres;
  private final Clock horloge;

  PasDuHandicap(ListeDesDossiersMdph liste, Parametres parametres, Clock horloge) {
    this.liste = liste;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** By person. */
  Map<Long, List<PasDuDossier>> de(Collection<Long> personnes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    int bientot = parametres.jours("handicap.certificat_bientot", aujourdhui);
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    liste.enCours(personnes).forEach((personne, lignes) -> {
      List<PasDuDossier> siens = new ArrayList<>();
      lignes.forEach(l -> siens.addAll(deLaLigne(l, aujourdhui, bientot)));
      aRenouveler(lignes, siens);
      // of a kind one at most can be put off
      pas.put(personne, List.copyOf(siens.stream().collect(Collectors.toMap(PasDuDossier::genre, p -> p, (premier, _) -> premier,
          java.util.LinkedHashMap::new)).values().stream().map(p -> p.avec(true, p.bouton(), "/dossiers-mdph/personnes/" + personne)).toList()));
    });
    return pas;
  }

  private List<PasDuDossier> deLaLigne(LigneDeDossierMdph l, LocalDate aujourdhui, int bientot) {
    return switch (l.file()) {
      case PROPOSES -> List.of(unPas("DEMARCHE_PROPOSEE", Rang.HABITUDE, l.limite(), "Reparler du dossier MDPH avant le " + jour(l.limite()),
          "Proposé le " + jour(l.proposeLe()) + ". C'est son choix : le dire suffit.", "Dire ce qu'elle choisit"));
      case A_CONSTITUER -> aConstituer(l, aujourdhui, bientot);
      case ATTENDUS -> List.of(attendu(l, aujourdhui));
      case CONTESTES -> List.of(conteste(l, aujourdhui));
      case DECIDES -> List.of(unPas("DEMARCHE_SUITES", l.refuse() ? Rang.LOI : Rang.HABITUDE, l.limite(),
          l.refuse() ? "Lui dire la réponse de la MDPH : elle peut contester jusqu'au " + jour(l.limite()) : "Lui dire ce que change la réponse de la MDPH",
          l.accordes().isEmpty() ? "Rien n'est accordé (L. 142-4 CSS)" : "Accordé : " + l.accordesEnBref(), "Voir ce qui change"));
      case A_RENOUVELER, ARRETES -> List.of();
    };
  }

  private static List<PasDuDossier> aConstituer(LigneDeDossierMdph l, LocalDate aujourdhui, int bientot) {
    PasDuDossier constituer = unPas("DEMARCHE_A_DEPOSER", Rang.HABITUDE, l.limite(), "Déposer le dossier MDPH avant le " + jour(l.limite()),
        "Droits demandés : " + l.enBref(), "Voir ce qui manque");
    LocalDate fin = l.certificatFini();
    if (fin == null || fin.isAfter(aujourdhui.plusDays(bientot))) {
      return List.of(constituer);
    }
    return List.of(constituer, unPas("DEMARCHE_CERTIFICAT", Rang.HABITUDE, fin,
        fin.isBefore(aujourdhui) ? "Le certificat médical est trop ancien depuis le " + jour(fin.plusDays(1)) : "Déposer avant que le certificat médical soit trop ancien, le " + jour(fin),
        "Il ne peut plus être joint après (R. 146-26 CASF)", "Voir le dossier"));
  }

  private static PasDuDossier attendu(LigneDeDossierMdph l, LocalDate aujourdhui) {
    if (l.limite() == null) {
      return unPas("DEMARCHE_ATTENDUE", Rang.HABITUDE, null, "Demander où en est le dossier MDPH", "Le jour du dépôt n'est pas connu.",
          "Voir le dossier");
    }
    return aujourdhui.isAfter(l.limite()) ? unPas("DEMARCHE_ATTENDUE", Rang.LOI, l.limite(), "La MDPH n'a pas répondu avant le " + jour(l.limite()),
            "Son silence est un refus, que la personne peut contester (R. 241-33 CASF)", "Noter la réponse ou le silence")
        : prevu("DEMARCHE_ATTENDUE", l.limite(), "Réponse de la MDPH attendue avant le " + jour(l.limite()), "Déposé le " + jour(l.deposeLe()));
  }

  private static PasDuDossier conteste(LigneDeDossierMdph l, LocalDate aujourdhui) {
    return aujourdhui.isAfter(l.limite())
        ? unPas("DEMARCHE_RECOURS", Rang.LOI, l.limite(), "La MDPH n'a pas répondu au recours avant le " + jour(l.limite()),
            "Son silence est un refus : la personne peut aller au tribunal (R. 241-40 CASF)", "Noter la réponse ou le silence")
        : prevu("DEMARCHE_RECOURS", l.limite(), "Réponse au recours attendue avant le " + jour(l.limite()), null);
  }

  /** All that end, in one step, by the nearest day. */
  private static void aRenouveler(List<LigneDeDossierMdph> lignes, List<PasDuDossier> siens) {
    List<LigneDeDossierMdph> finissent = lignes.stream().filter(l -> l.jusquAu() != null)
        .sorted(java.util.Comparator.comparing(LigneDeDossierMdph::jusquAu)).toList();
    if (!finissent.isEmpty()) {
      LigneDeDossierMdph premier = finissent.getFirst();
      siens.add(unPas("DROIT_A_RENOUVELER", Rang.HABITUDE, premier.limite(),
          "%s : droit à renouveler, fin le %s".formatted(finissent.stream().map(LigneDeDossierMdph::enBref).collect(Collectors.joining(", ")),
              jour(premier.jusquAu())),
          "Déposé avant le " + jour(premier.limite()) + ", le dossier a une réponse avant la fin du droit", "Préparer le renouvellement"));
    }
  }

  private static PasDuDossier unPas(String genre, Rang rang, LocalDate limite, String quoi, String pourquoi, String bouton) {
    return new PasDuDossier(genre, rang, PartieDuDossier.PARCOURS, limite, quoi, pourquoi, bouton, null, false);
  }

  private static PasDuDossier prevu(String genre, LocalDate jour, String quoi, String pourquoi) {
    return new PasDuDossier(genre, Rang.LOI, PartieDuDossier.PARCOURS, jour, quoi, pourquoi, "Voir le dossier", null, true);
  }

  private static String jour(LocalDate jour) {
    return Francais.longue(jour);
  }
}
