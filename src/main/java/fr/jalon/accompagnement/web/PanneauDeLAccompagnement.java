package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.application.RetirerUnContact;
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
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import java.time.Clock;
import java.time.LocalDate;
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
  private final RetirerUnContact retirer;
  private final Regard regard;
  private final Clock horloge;

  PanneauDeLAccompagnement(ContactsDUnePersonne contacts, FaitsDesSuivis faits, LeRythme rythme, RetirerUnContact retirer,
      Regard regard, Clock horloge) {
    this.contacts = contacts;
    this.faits = faits;
    this.rythme = rythme;
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
    int approche = rythme.approche(aujourdhui);
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    for (FaitsDuSuivi f : faits.de(personnes, aujourdhui)) {
      r.pas(f).filter(p -> !p.limite().isAfter(aujourdhui.plusDays(approche))).ifPresent(p -> pas.put(f.personneId(), List.of(enClair(p, f))));
    }
    return pas;
  }

  private PasDuDossier enClair(RythmeDuSuivi.Pas p, FaitsDuSuivi f) {
    String avant = " avant le " + Francais.longue(p.limite());
    String quoi = switch (p.genre()) {
      case ABSENCE_A_SUIVRE -> "Reprendre contact" + avant;
      case NOUVEAU_DOSSIER -> "Prendre contact" + avant;
      case JAMAIS_VUE_ICI, SANS_CONTACT -> "Contact à prendre" + avant;
    };
    String pourquoi = switch (p.genre()) {
      case ABSENCE_A_SUIVRE -> f.essaiEtat().libelle() + " le " + Francais.longue(p.depuis()) + ", et rien depuis";
      case NOUVEAU_DOSSIER -> "Cette personne vous est confiée depuis le " + Francais.longue(p.depuis());
      case JAMAIS_VUE_ICI -> "Suivi repris le " + Francais.longue(p.depuis()) + " : aucun contact connu de Jalon";
      case SANS_CONTACT -> "Dernier contact le " + Francais.longue(p.depuis()) + ", aucun rendez-vous à venir";
    };
    return PasDuDossier.aFaire(p.genre().name(), Rang.HABITUDE, PartieDuDossier.ECHANGES, p.limite(), quoi, pourquoi)
        .avec(true, "Noter un contact", "/contacts/" + f.personneId() + "/nouveau");
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    return contacts.tous(personneId, au).stream().filter(c -> !c.retire() && !c.le().isAfter(au))
        .map(c -> new EvenementDuFil(c.le(), EvenementDuFil.Theme.SUIVI, "Contact %s : %s".formatted(
            c.genre().libelle().toLowerCase(Locale.FRENCH), c.presence().libelle().toLowerCase(Locale.FRENCH)),
            c.dit().isEmpty() ? null : c.dit(), "Noté par " + c.auteur())).toList();
  }
}
