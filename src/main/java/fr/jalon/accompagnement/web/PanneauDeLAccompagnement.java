package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.application.RetirerUnContact;
import fr.jalon.accompagnement.domaine.DiagnosticDu;
import fr.jalon.accompagnement.domaine.FaitsDuSuivi;
import fr.jalon.accompagnement.domaine.RythmeDuSuivi;
import fr.jalon.accompagnement.lecture.LeRythme;
import fr.jalon.accompagnement.lecture.ContactsDUnePersonne;
import fr.jalon.accompagnement.lecture.ContactsDUnePersonne.Contact;
import fr.jalon.accompagnement.lecture.FaitsDesSuivis;
import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.diagnostic.DiagnosticsGlobauxFaits;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What the dossier says of the contacts with a person, and when the next one is due. */
@Component
public class PanneauDeLAccompagnement implements PanneauDossier {
  private static final int ORDRE = 50;
  private static final int MONTRES = 8;
  private final ContactsDUnePersonne contacts;
  private final FaitsDesSuivis faits;
  private final LeRythme rythme;
  private final DiagnosticsGlobauxFaits globaux;
  private final RetirerUnContact retirer;
  private final Regard regard;
  private final Clock horloge;

  PanneauDeLAccompagnement(ContactsDUnePersonne contacts, FaitsDesSuivis faits, LeRythme rythme, DiagnosticsGlobauxFaits globaux,
      RetirerUnContact retirer,
      Regard regard, Clock horloge) {
    this.contacts = contacts;
    this.faits = faits;
    this.rythme = rythme;
    this.globaux = globaux;
    this.retirer = retirer;
    this.regard = regard;
    this.horloge = horloge;
  }

  /**
   * @param derniers  the latest first, {@value #MONTRES} at most; @param total how many there are
   * @param permis    true for the accounts whose contacts this agent may take back
   * @param agissable true when the dossier is read today
   */
  public record Modele(long personneId, List<Contact> derniers, int total, Predicate<String> permis, boolean agissable) {
    /** True when this agent may take it back. */
    public boolean peutRetirer(Contact c) {
      return agissable && !c.retire() && permis.test(c.saisiPar());
    }

    /** Where « Noter un contact » leads. */
    public String noter() {
      return "/contacts/" + personneId + "/nouveau?retour=" + PartieDuDossier.ECHANGES.adresse(personneId);
    }
  }

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.ECHANGES;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("ACCOMPAGNEMENT");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    List<Contact> tous = contacts.tous(personneId, au);
    return Optional.of(new Panneau("Contacts", "chat-left-text", ORDRE, "accompagnement/panneau", new Modele(personneId,
        tous.stream().limit(MONTRES).toList(), tous.size(), retirer::permis, !au.isBefore(LocalDate.now(horloge)))));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    RythmeDuSuivi r = rythme.au(aujourdhui);
    LocalDate horizon = aujourdhui.plusDays(rythme.approche(aujourdhui));
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    List<FaitsDuSuivi> suivies = faits.de(personnes, aujourdhui);
    for (FaitsDuSuivi f : suivies) {
      r.pas(f, aujourdhui).filter(p -> !p.limite().isAfter(horizon)).ifPresent(p -> pas.computeIfAbsent(f.personneId(), _ -> new ArrayList<>())
          .add(enClair(p, f)));
    }
    if (regard.peut("DIAGNOSTICS")) {
      diagnostics(suivies, aujourdhui, horizon, pas);
    }
    return pas;
  }

  private void diagnostics(List<FaitsDuSuivi> suivies, LocalDate aujourdhui, LocalDate horizon, Map<Long, List<PasDuDossier>> pas) {
    DiagnosticDu du = rythme.diagnostic(aujourdhui);
    Map<Long, DiagnosticsGlobauxFaits.Fait> faits = globaux.de(suivies.stream().map(FaitsDuSuivi::personneId).toList(), aujourdhui,
        regard.peut("SANTE"));
    for (FaitsDuSuivi f : suivies) {
      DiagnosticsGlobauxFaits.Fait fait = faits.get(f.personneId());
      DiagnosticDu.Pas p = du.pas(f.connueLe(), fait == null ? null : fait.dernier(), fait != null && fait.manquants().isEmpty());
      if (!p.limite().isAfter(horizon)) {
        pas.computeIfAbsent(f.personneId(), _ -> new ArrayList<>()).add(enClair(p, fait, f.personneId()));
      }
    }
  }

  private static PasDuDossier enClair(DiagnosticDu.Pas p, DiagnosticsGlobauxFaits.Fait fait, long personneId) {
    String quoi = switch (p.genre()) {
      case DIAGNOSTIC_GLOBAL_A_FAIRE -> "Diagnostic global à faire";
      case DIAGNOSTIC_GLOBAL_A_COMPLETER -> "Diagnostic global à compléter";
      case DIAGNOSTIC_GLOBAL_A_REVOIR -> "Diagnostic global à revoir";
    };
    String pourquoi = switch (p.genre()) {
      case DIAGNOSTIC_GLOBAL_A_FAIRE -> "Aucun thème n'a été regardé depuis le début de ce suivi, le " + Francais.longue(p.depuis());
      case DIAGNOSTIC_GLOBAL_A_COMPLETER -> "Restent à voir : " + String.join(", ", fait.manquants());
      case DIAGNOSTIC_GLOBAL_A_REVOIR -> "Le dernier point est du " + Francais.longue(p.depuis());
    };
    return PasDuDossier.aFaire(p.genre().name(), Rang.HABITUDE, PartieDuDossier.PARCOURS, p.limite(),
        quoi + " avant le " + Francais.longue(p.limite()),
        pourquoi).avec(true, "Faire le point", "/diagnostic-global/" + personneId);
  }

  private PasDuDossier enClair(RythmeDuSuivi.Pas p, FaitsDuSuivi f) {
    String avant = " avant le " + Francais.longue(p.limite());
    String quoi = switch (p.genre()) {
      case ABSENCE_A_SUIVRE -> "Reprendre contact" + avant;
      case NOUVEAU_DOSSIER -> "Prendre contact" + avant;
      case JAMAIS_VUE_ICI, SANS_CONTACT -> "Contact à prendre" + avant;
    };
    String pourquoi = switch (p.genre()) {
      case ABSENCE_A_SUIVRE -> f.essaiEtat().libelle() + " le " + Francais.longue(p.depuis()) + ", et rien depuis" + loin(f);
      case NOUVEAU_DOSSIER -> "Cette personne vous est confiée depuis le " + Francais.longue(p.depuis()) + loin(f);
      case JAMAIS_VUE_ICI -> f.parcours() == null ? "Suivie hors RSA depuis le " + Francais.longue(p.depuis()) + ", jamais rencontrée" + loin(f)
          : "Suivi repris le " + Francais.longue(p.depuis()) + " : aucun contact connu de Jalon" + loin(f);
      case SANS_CONTACT -> "Dernier contact le " + Francais.longue(p.depuis()) + (f.prevuLe() == null ? ", aucun rendez-vous à venir" : loin(f));
    };
    return PasDuDossier.aFaire(p.genre().name(), Rang.HABITUDE, PartieDuDossier.ECHANGES, p.limite(), quoi, pourquoi)
        .avec(true, "Noter un contact", "/contacts/" + f.personneId() + "/nouveau");
  }

  /** An appointment too far to answer for the step: whoever reads must see that it is known. */
  private static String loin(FaitsDuSuivi f) {
    return f.prevuLe() == null ? "" : " ; son rendez-vous du %s est loin : la joindre avant, ou l'avancer".formatted(Francais.longue(f.prevuLe()));
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    return contacts.tous(personneId, au).stream().filter(c -> !c.retire() && !c.le().isAfter(au))
        .map(c -> new EvenementDuFil(c.le(), EvenementDuFil.Theme.SUIVI, "Contact %s : %s".formatted(
            c.genre().libelle().toLowerCase(Locale.FRENCH), c.presence().libelle().toLowerCase(Locale.FRENCH)),
            c.dit().isEmpty() ? null : c.dit(), "Noté par " + c.auteur())).toList();
  }
}
