package fr.jalon.habilitations.comptes;

import fr.jalon.habilitations.ActeSurCompte;
import fr.jalon.habilitations.Agent;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What an agent does on her own account: password, one-time code. No act without its trace. Refusals are {@link RefusMetier}. */
@Component
public class MonCompte {
  private final Comptes comptes;
  private final MotsDePasse motsDePasse;
  private final ChoixDuMotDePasse choix;
  private final Appareils appareils;
  private final Chiffrement chiffrement;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher evenements;
  /** Telephones live in the true hour, even when the demonstration is set in another year. */
  private final Clock heureDesTelephones = Clock.systemUTC();

  MonCompte(Comptes comptes, MotsDePasse motsDePasse, ChoixDuMotDePasse choix, Appareils appareils, Chiffrement chiffrement,
      @Qualifier("chargement") TransactionTemplate transaction, ApplicationEventPublisher evenements) {
    this.comptes = comptes;
    this.motsDePasse = motsDePasse;
    this.choix = choix;
    this.appareils = appareils;
    this.chiffrement = chiffrement;
    this.transaction = transaction;
    this.evenements = evenements;
  }

  /** True when the account has a password (it may come from the identity provider only). */
  public boolean aUnMotDePasse(Agent agent) {
    return comptes.empreinte(agent.id()).empreinte() != null;
  }

  /** True when the password given is the one of the account. */
  public boolean reconnait(Agent agent, String motDePasse) {
    return motsDePasse.verifie(motDePasse, comptes.empreinte(agent.id()).empreinte());
  }

  /** Replaces the password, given the present one. */
  public void changerMotDePasse(Agent agent, String actuel, String nouveau, String confirmation) {
    if (!reconnait(agent, actuel)) {
      throw new RefusMetier("MOT_DE_PASSE_ACTUEL", "Le mot de passe actuel n'est pas le bon : rien n'a été changé.");
    }
    choisirMotDePasse(agent, nouveau, confirmation);
  }

  /** Replaces a password given by the administration, just typed at the login. */
  public void choisirMotDePasse(Agent agent, String nouveau, String confirmation) {
    if (nouveau == null || !nouveau.equals(confirmation)) {
      throw new RefusMetier("CONFIRMATION", "Les deux saisies du nouveau mot de passe sont différentes : recommencez.");
    }
    choix.verifier(nouveau, agent);
    if (reconnait(agent, nouveau)) {
      throw new RefusMetier("MEME_MOT_DE_PASSE", "Le nouveau mot de passe doit être différent de l'actuel.");
    }
    String precedente = comptes.empreintePrecedente(agent.id());
    if (precedente != null && motsDePasse.verifie(nouveau, precedente)) {
      throw new RefusMetier("MOT_DE_PASSE_REMPLACE",
          "Ce mot de passe est celui que l'administration vient de remplacer, peut-être parce que quelqu'un le connaît : choisissez-en un autre.");
    }
    String empreinte = motsDePasse.empreinte(nouveau);
    faire("MOT_DE_PASSE_CHANGE", agent, () -> comptes.changerMotDePasse(agent.id(), empreinte));
  }

  /** Ends every session of the account but the one that asks, which then takes the new version. */
  public void fermerLesAutresSessions(Agent agent) {
    faire("SESSIONS_FERMEES", agent, () -> comptes.fermerLesSessions(agent.id()));
  }

  /** The device is no longer known: failures elsewhere slow it like any other. */
  public void oublierUnAppareil(Agent agent, UUID appareil) {
    faire("APPAREIL_OUBLIE", agent, () -> {
      if (!appareils.oublier(agent.id(), appareil)) {
        throw new RefusMetier("APPAREIL_INCONNU", "Cet appareil n'est déjà plus connu.");
      }
    });
  }

  /** Turns the one-time code on, given the password, once the agent proved that her device gives the right one. */
  public void activerTotp(Agent agent, String motDePasse, byte[] secret, String code) {
    if (!reconnait(agent, motDePasse)) {
      throw new RefusMetier("MOT_DE_PASSE_ACTUEL", "Le mot de passe n'est pas le bon : le code à usage unique n'est pas activé.");
    }
    OptionalLong pas = Totp.pasDuCode(secret, code, heureDesTelephones.instant());
    if (pas.isEmpty()) {
      throw new RefusMetier("CODE", "Ce code n'est pas le bon. Vérifiez l'heure de votre téléphone, puis tapez le code affiché.");
    }
    faire("SECOND_FACTEUR_ACTIVE", agent, () -> comptes.activerTotp(agent.id(), chiffrement.chiffrer(secret), pas.getAsLong()));
  }

  /** A session left open, or stolen, does not give a passkey, which would outlive it. */
  public void permettreUneCle(Agent agent, String motDePasse) {
    if (!reconnait(agent, motDePasse)) {
      throw new RefusMetier("MOT_DE_PASSE_ACTUEL", "Le mot de passe n'est pas le bon : la clé d'accès n'est pas ajoutée.");
    }
  }

  /** Turns it off, given the password. */
  public void retirerTotp(Agent agent, String motDePasse) {
    if (!reconnait(agent, motDePasse)) {
      throw new RefusMetier("MOT_DE_PASSE_ACTUEL", "Le mot de passe n'est pas le bon : le code à usage unique reste demandé.");
    }
    faire("SECOND_FACTEUR_RETIRE", agent, () -> comptes.retirerTotp(agent.id()));
  }

  /** True when the code is the one of the moment and was not used yet. */
  public boolean codeAccepte(Agent agent, String code) {
    Comptes.SecondFacteur facteur = comptes.secondFacteur(agent.id());
    if (!facteur.actif()) {
      return false;
    }
    OptionalLong pas = Totp.pasDuCode(chiffrement.dechiffrer(facteur.secretChiffre()), code, heureDesTelephones.instant());
    return pas.isPresent() && comptes.consommerPas(agent.id(), pas.getAsLong());
  }

  /**
   * True when both codes are right and follow one another, the second not used yet: asked for once too many codes were wrong. One in a million
   * millions to guess, so that nobody needs to be locked out. The person waits for the second: one more step of age is allowed.
   */
  public boolean codesAcceptes(Agent agent, String code, String suivant) {
    Comptes.SecondFacteur facteur = comptes.secondFacteur(agent.id());
    if (!facteur.actif()) {
      return false;
    }
    OptionalLong pas = Totp.pasDesCodes(chiffrement.dechiffrer(facteur.secretChiffre()), code, suivant, heureDesTelephones.instant());
    return pas.isPresent() && comptes.consommerPas(agent.id(), pas.getAsLong());
  }

  /** What changes the account is undone when its trace cannot be written. */
  private void faire(String acte, Agent agent, Runnable changement) {
    transaction.executeWithoutResult(_ -> {
      changement.run();
      evenements.publishEvent(new ActeSurCompte(acte, "Compte " + agent.identifiant()));
    });
  }
}
