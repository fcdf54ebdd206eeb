package fr.jalon.rendezvous.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Demande;
import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.domaine.Heures;
import fr.jalon.rendezvous.domaine.Piece;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person is told of her interview: the invitation to choose, the slot given, chosen or changed, two reminders, the cancellation. */
@Component
class EcrirePourUnEntretien {
  static final String INVITATION = "INVITATION_ENTRETIEN";
  static final String CONVOCATION = "CONVOCATION_ENTRETIEN";
  static final String RAPPEL = "RAPPEL_ENTRETIEN";
  static final String ANNULATION = "ANNULATION_ENTRETIEN";
  private static final Set<Canal> TOUS = EnumSet.allOf(Canal.class);
  private static final Set<Canal> RAPIDES = EnumSet.of(Canal.SMS, Canal.COURRIEL);
  private final JdbcClient base;
  private final Courriers courriers;
  private final Parametres parametres;
  private final Clock horloge;
  private final String adressePublique;

  EcrirePourUnEntretien(JdbcClient base, Courriers courriers, Parametres parametres, Clock horloge, @Value("${jalon.adresse-publique:}") String adressePublique) {
    this.base = base;
    this.courriers = courriers;
    this.parametres = parametres;
    this.horloge = horloge;
    this.adressePublique = adressePublique.replaceAll("/+$", "");
  }

  /** Invites her to choose. @param expire last day of the code */
  void inviter(long entretien, long personne, String code, LocalDate expire) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    String ou = adressePublique.isEmpty() ? "Appelez-nous et donnez ce code." : "Choisissez ici : %s/r/%s".formatted(adressePublique, code);
    courriers.ecrire(List.of(new Demande(INVITATION, personne, entretien, aujourdhui,
        Map.of("choisir", ou, "code", code, "avant_le", fr.jalon.ecran.Francais.longue(expire)), TOUS)));
  }

  /** Tells her slot, given or changed by an agent; reminders follow. */
  void donner(long entretien, long personne, RegistreDesEntretiens.Creneau c, String code, boolean change) {
    taire(entretien);
    String repondre = adressePublique.isEmpty() ? "Pour changer ou annuler, appelez-nous." : "Pour changer ou annuler : %s/r/%s".formatted(adressePublique, code);
    ecrire(entretien, personne, valeurs(c, change ? "Votre rendez-vous a changé. Voici le nouveau." : "Nous vous donnons un rendez-vous.", repondre, code), c.jour(), TOUS);
  }

  /** Confirms the slot she chose herself: the code she used still serves, it is not repeated. A letter only when nothing else reaches her. */
  void confirmer(long entretien, long personne, RegistreDesEntretiens.Creneau c) {
    taire(entretien);
    ecrire(entretien, personne, valeurs(c, "Vous avez choisi votre rendez-vous.", "Pour changer ou annuler, utilisez le même code.", ""), c.jour(),
        joignable(personne) ? RAPIDES : TOUS);
  }

  /** Tells that it will not take place. */
  void annuler(long entretien, long personne, RegistreDesEntretiens.Creneau c) {
    taire(entretien);
    courriers.ecrire(List.of(new Demande(ANNULATION, personne, entretien, LocalDate.now(horloge), valeurs(c, "", "", ""), TOUS)));
  }

  /** What has not left yet no longer leaves. */
  void taire(long entretien) {
    for (String modele : List.of(INVITATION, CONVOCATION, RAPPEL)) {
      courriers.abandonner(modele, List.of(entretien));
    }
  }

  private void ecrire(long entretien, long personne, Map<String, String> valeurs, LocalDate jour, Set<Canal> canaux) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<Demande> demandes = new ArrayList<>();
    demandes.add(new Demande(CONVOCATION, personne, entretien, aujourdhui, valeurs, canaux));
    for (String rappel : List.of("premier_rappel_jours", "second_rappel_jours")) {
      LocalDate le = jour.minusDays(parametres.jours("rendezvous." + rappel, aujourdhui));
      if (le.isAfter(aujourdhui) && joignable(personne)) {
        demandes.add(new Demande(RAPPEL, personne, entretien, le, valeurs, RAPIDES));
      }
    }
    courriers.ecrire(demandes);
  }

  private boolean joignable(long personne) {
    return base.sql("select telephone is not null or courriel is not null from allocataires.personne where id = ?").param(personne).query(Boolean.class).single();
  }

  private static Map<String, String> valeurs(RegistreDesEntretiens.Creneau c, String introduction, String repondre, String code) {
    Map<String, String> valeurs = new HashMap<>();
    valeurs.put("introduction", introduction);
    valeurs.put("jour", Heures.jour(c.jour()));
    valeurs.put("heure", Heures.heure(c.debut()));
    valeurs.put("fin", Heures.heure(c.fin()));
    valeurs.put("agent", c.agent());
    valeurs.put("lieu", c.lieu());
    valeurs.put("adresse_du_lieu", c.adresse());
    valeurs.put("acces", c.accessible() ? "Le lieu est accessible en fauteuil roulant." : "Le lieu n'est pas accessible en fauteuil roulant. Appelez-nous si vous en avez besoin.");
    valeurs.put("telephone_du_lieu", c.telephone());
    valeurs.put("pieces", Piece.toutes());
    valeurs.put("repondre", repondre);
    valeurs.put("code", code);
    return valeurs;
  }
}
