package fr.jalon.rendezvous.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.DansLAgenda;
import fr.jalon.courriers.Demande;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a person is told of her interview: the invitation to choose, the slot given, chosen or changed, two reminders, the cancellation. */
@Component
class EcrirePourUnEntretien {
  static final String INVITATION = "INVITATION_ENTRETIEN";
  static final String CONVOCATION = "CONVOCATION_ENTRETIEN";
  static final String RAPPEL = "RAPPEL_ENTRETIEN";
  static final String ANNULATION = "ANNULATION_ENTRETIEN";
  private final Courriers courriers;
  private final MessagesDeRendezVous messages;
  private final NumeroDAgenda numeros;

  EcrirePourUnEntretien(Courriers courriers, MessagesDeRendezVous messages, NumeroDAgenda numeros) {
    this.courriers = courriers;
    this.numeros = numeros;
    this.messages = messages;
  }

  /** Invites her to choose. @param expire last day of the code */
  void inviter(long entretien, long personne, String code, LocalDate expire) {
    LocalDate aujourdhui = messages.aujourdhui();
    String ou = avecOuSansLien(INVITATION, "choisir", code);
    courriers.ecrire(List.of(new Demande(INVITATION, personne, entretien, aujourdhui,
        Map.of("choisir", ou, "code", code, "avant_le", fr.jalon.ecran.Francais.longue(expire)), MessagesDeRendezVous.TOUS)));
  }

  /** Tells her slot, given or changed by an agent; reminders follow. */
  void donner(long entretien, long personne, RegistreDesEntretiens.Creneau c, String code, boolean change) {
    dire(entretien, personne, c, code, change ? "change" : "donne");
  }

  /** Tells that the place of her slot is no longer as she was told; reminders follow. */
  void changerDeLieu(long entretien, long personne, RegistreDesEntretiens.Creneau c, String code) {
    dire(entretien, personne, c, code, "lieu_change");
  }

  /** @param introduction name of the sentence that says what happened */
  private void dire(long entretien, long personne, RegistreDesEntretiens.Creneau c, String code, String introduction) {
    taire(entretien);
    ecrire(entretien, personne, valeurs(c, phrase(introduction), avecOuSansLien(CONVOCATION, "changer", code), code), c,
        MessagesDeRendezVous.TOUS);
  }

  /** Confirms the slot she chose herself: the code she used still serves, it is not repeated. A letter only when nothing else reaches her. */
  void confirmer(long entretien, long personne, RegistreDesEntretiens.Creneau c) {
    taire(entretien);
    ecrire(entretien, personne, valeurs(c, phrase("choisi"), phrase("meme_code"), ""), c,
        joignable(personne) ? MessagesDeRendezVous.RAPIDES : MessagesDeRendezVous.TOUS);
  }

  /** Tells that it will not take place. */
  void annuler(long entretien, long personne, RegistreDesEntretiens.Creneau c) {
    taire(entretien);
    courriers.ecrire(List.of(new Demande(ANNULATION, personne, entretien, messages.aujourdhui(), valeurs(c, "", "", ""), MessagesDeRendezVous.TOUS,
        dansLAgenda(entretien, c, true))));
  }

  /** What has not left yet no longer leaves. */
  void taire(long entretien) {
    taire(List.of(entretien));
  }

  /** The same for many. */
  void taire(Collection<Long> entretiens) {
    for (String modele : List.of(INVITATION, CONVOCATION, RAPPEL)) {
      courriers.abandonner(modele, entretiens);
    }
  }

  private void ecrire(long entretien, long personne, Map<String, String> valeurs, RegistreDesEntretiens.Creneau c, Set<Canal> canaux) {
    List<Demande> demandes = new ArrayList<>();
    demandes.add(new Demande(CONVOCATION, personne, entretien, messages.aujourdhui(), valeurs, canaux, dansLAgenda(entretien, c, false)));
    if (joignable(personne)) {
      demandes.addAll(messages.rappels(RAPPEL, personne, entretien, c.jour(), valeurs));
    }
    courriers.ecrire(demandes);
  }

  private String phrase(String nom) {
    return courriers.phrase(CONVOCATION, nom, Map.of());
  }

  private String avecOuSansLien(String modele, String phrase, String code) {
    return messages.lien(code).map(lien -> courriers.phrase(modele, phrase + "_par_lien", Map.of("lien", lien)))
        .orElseGet(() -> courriers.phrase(modele, phrase + "_par_telephone", Map.of()));
  }

  private boolean joignable(long personne) {
    return messages.joignables(List.of(personne)).contains(personne);
  }

  /** For the calendar of who receives it by e-mail: what is said of one interview has one name there, the last said wins. */
  private DansLAgenda dansLAgenda(long entretien, RegistreDesEntretiens.Creneau c, boolean annule) {
    return new DansLAgenda(numeros.de(entretien), c.jour().atTime(c.debut()), c.jour().atTime(c.fin()), annule);
  }

  private static Map<String, String> valeurs(RegistreDesEntretiens.Creneau c, String introduction, String repondre, String code) {
    Map<String, String> valeurs = MessagesDeRendezVous.quandEtOu(c.jour(), c.debut(), c.fin(), c.ou());
    valeurs.put("introduction", introduction);
    valeurs.put("agent", c.agent());
    valeurs.put("repondre", repondre);
    valeurs.put("code", code);
    return valeurs;
  }
}
