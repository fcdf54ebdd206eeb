package fr.jalon.engagement.web;

import fr.jalon.allocataires.PersonneVisible;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.courriers.CodeParSms;
import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.echeances.Echeance;
import fr.jalon.echeances.Echeances;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Versions;
import fr.jalon.engagement.application.LeReferentiel;
import fr.jalon.engagement.application.Nature;
import fr.jalon.engagement.application.PreparerUnContrat;
import fr.jalon.engagement.application.ValiderLeContrat;
import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.engagement.domaine.QuiAgit;
import fr.jalon.engagement.lecture.ContratLu;
import fr.jalon.engagement.lecture.ContratsDUnePersonne;
import fr.jalon.engagement.web.PageDuContrat.Saisie;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the contracts of a person: as it is, and as it says no. */
@Component
class ComposerLaPageDuContrat {
  /** What is compared before the frame of a version is saved. */
  static final Fiche CADRE = Fiche.de("CONTRAT", "ce contrat").sansAuteur().champ("depuis", "Premier jour").champ("jusquAu", "Dernier jour")
      .champ("intensite", "Intensité", i -> Intensite.valueOf(i).libelle()).champ("engagementsPersonne", "Engagements de la personne")
      .champ("engagementsReferent", "Engagements du référent").champ("motif", "Ce qui change");
  /** The same of an objective. */
  static final Fiche OBJECTIF = Fiche.de("OBJECTIF_DU_CONTRAT", "cet objectif").sansAuteur().champ("theme", "Ce à quoi il répond")
      .champ("texte", "Objectif");
  /** The same of an action. */
  static final Fiche ACTION = Fiche.de("ACTION_DU_CONTRAT", "cette action").sansAuteur().champ("libelle", "Action").champ("activite",
          "Genre d'activité")
      .champ("qui", "Qui", q -> QuiAgit.valueOf(q).libelle()).champ("depuis", "Premier jour").champ("jusquAu", "Dernier jour")
      .champ("heures", "Heures par semaine");
  private final ContratsDUnePersonne contrats;
  private final PersonneVisible personnes;
  private final LeReferentiel referentiel;
  private final ThemesDuDiagnostic themes;
  private final PreparerUnContrat preparer;
  private final ValiderLeContrat validation;
  private final CodeParSms sms;
  private final Echeances echeances;
  private final Versions versions;
  private final Regard regard;
  private final Clock horloge;

  ComposerLaPageDuContrat(ContratsDUnePersonne contrats, PersonneVisible personnes, LeReferentiel referentiel, ThemesDuDiagnostic themes,
      PreparerUnContrat preparer, ValiderLeContrat validation, CodeParSms sms, Echeances echeances, Versions versions, Regard regard, Clock horloge) {
    this.contrats = contrats;
    this.personnes = personnes;
    this.referentiel = referentiel;
    this.themes = themes;
    this.preparer = preparer;
    this.validation = validation;
    this.sms = sms;
    this.echeances = echeances;
    this.versions = versions;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @throws ResponseStatusException 404 when the agent may not see her */
  String montrer(long personne, Model modele) {
    return composer(personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), "", Saisie.AUCUNE, Refus.AUCUN,
        modele);
  }

  /** The same, one form open with what was typed; of who left the agent's perimeter meanwhile, nothing but why. */
  String refuser(long personne, String quoi, Saisie s, RefusMetier refus, Model modele) {
    Optional<Identite> qui = personnes.de(personne);
    if (qui.isEmpty()) {
      modele.addAttribute(Refus.CLE, Refus.de(refus));
      return "engagement/partie";
    }
    Saisie neuve = refus instanceof FormulaireDejaServi && s.courte() != null
        ? new Saisie(s.courte().sousUneAutreCle(), s.cadre(), s.objectif(), s.action()) : s;
    return composer(qui.get(), quoi, neuve, Refus.de(refus, champ -> champ + "-" + quoi), modele);
  }

  /** What a short form asks; refused, the page shows it again with what was typed. */
  Object faire(long personne, String quoi, FormulaireDeContrat f, Model modele, RedirectAttributes suite, Supplier<String> acte) {
    try {
      suite.addFlashAttribute(Message.CLE, Message.fait(acte.get()));
    } catch (RefusMetier refus) {
      return Refus.page(refuser(personne, quoi, new Saisie(f, null, null, null), refus, modele), modele);
    }
    return retour(personne);
  }

  static String retour(long personne) {
    return "redirect:/contrats/personnes/" + personne;
  }

  private String composer(Identite qui, String quoi, Saisie s, Refus refus, Model modele) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<ContratLu> tous = contrats.tous(qui.id(), aujourdhui);
    List<Rubrique> lus = themes.au(aujourdhui).themes().stream().filter(t -> !t.sante() || regard.peut("SANTE")).toList();
    Optional<Echeance> limite = echeances.ouvertesDe(List.of(qui.id())).getOrDefault(qui.id(), List.of()).stream()
        .filter(e -> e.nature().equals(Nature.CONTRAT)).findFirst();
    modele.addAttribute("page", new PageDuContrat(qui, tous, aujourdhui, limite.map(Echeance::limiteLegale).orElse(null),
        limite.map(Echeance::referenceLegale).orElse(null), lus, referentiel.activites(aujourdhui),
        new PageDuContrat.Peut(preparer.empechement(qui.id()).map(RefusMetier::getMessage).orElse(null), validation.demandee(),
            validation.valide(), sms.possible()), quoi, s, versions(tous), refus));
    return "engagement/personne";
  }

  /** What each form that edits the version being prepared carries. */
  private Map<String, Versions.EnFormulaire> versions(List<ContratLu> tous) {
    Map<String, Versions.EnFormulaire> portees = new HashMap<>();
    tous.stream().flatMap(c -> c.preparee().stream()).filter(v -> !v.presentee()).forEach(v -> {
      portees.put("cadre-" + v.contratId(), versions.enFormulaire(CADRE, v.contratId(), new FormulaireDeCadre(v.depuis().toString(),
          v.jusquAu().toString(), v.intensite().name(), v.engagementsPersonne(), v.engagementsReferent(), v.motif())));
      v.objectifs().forEach(o -> {
        portees.put("objectif-" + o.id(), versions.enFormulaire(OBJECTIF, o.id(), new FormulaireDObjectif(o.theme(), o.texte())));
        o.actions().forEach(a -> portees.put("action-" + a.id(), versions.enFormulaire(ACTION, a.id(), new FormulaireDActionDuContrat(a.libelle(),
            a.activite(), a.qui().name(), a.depuis().toString(), a.jusquAu().toString(), FormulaireDActionDuContrat.nombre(a.heures())))));
      });
    });
    return portees;
  }

  /** « du 3 mars au 2 septembre 2026 ». */
  static String dates(LocalDate depuis, LocalDate jusquAu) {
    return "du " + Francais.longue(depuis) + " au " + Francais.longue(jusquAu);
  }
}
