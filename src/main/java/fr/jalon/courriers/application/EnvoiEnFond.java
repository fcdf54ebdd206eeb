package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.courriers.lecture.ListeDesMessages;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.Travail;
import fr.jalon.travaux.TravailEnCours;
import fr.jalon.travaux.TravailRegulier;
import fr.jalon.travaux.Travaux;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends behind the screen, one run at a time: those that an agent asks for under her name, and each hour of the day those whose day has come. */
@Configuration(proxyBeanMethods = false)
public class EnvoiEnFond implements GenreDeTravail<FiltresDeMessages> {
  private static final Logger LOG = LoggerFactory.getLogger(EnvoiEnFond.class);
  private static final FiltresDeMessages TOUT = new FiltresDeMessages(null, null, null, null, null, null, null, 1);
  private final EnvoyerDesMessages envoyer;
  private final ListeDesMessages liste;
  private final RegistreDesMessages registre;
  private final TransactionTemplate transaction;
  private final AgentSysteme systeme;
  private final Travaux travaux;
  private final AgentCourant agentCourant;
  private final Clock horloge;
  private final String cron;

  EnvoiEnFond(EnvoyerDesMessages envoyer, ListeDesMessages liste, RegistreDesMessages registre, TransactionTemplate transaction,
      AgentSysteme systeme, Travaux travaux,
      AgentCourant agentCourant, Clock horloge, @Value("${jalon.courriers.envoi:0 20 8-18 * * *}") String cron) {
    this.envoyer = envoyer;
    this.liste = liste;
    this.registre = registre;
    this.transaction = transaction;
    this.systeme = systeme;
    this.travaux = travaux;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
    this.cron = cron;
  }

  /** The last run that the agent at work asked for, until she reads that it ended. */
  public Optional<Travail> progres() {
    return travaux.dernier(this).filter(t -> !t.vu());
  }

  /** She read how it ended. */
  public void lu(Travail t) {
    if (!t.bouge()) {
      travaux.vu(t.id());
    }
  }

  /**
   * Asks for a run under the name of who asks.
   *
   * @throws RefusMetier when one of hers is not over
   */
  public void lancer(FiltresDeMessages filtres) {
    if (travaux.dernier(this).filter(Travail::bouge).isPresent()) {
      throw new RefusMetier("DEJA_EN_COURS", "Un envoi que vous avez demandé est déjà en cours.");
    }
    travaux.demander(this, filtres, "Envoyer les SMS et les courriels", "/courriers");
  }

  @Override
  public String code() {
    return "ENVOYER_DES_MESSAGES";
  }

  @Override
  public Class<FiltresDeMessages> parametres() {
    return FiltresDeMessages.class;
  }

  /** Each message is claimed before it leaves: what was not claimed may go on. */
  @Override
  public boolean seReprend() {
    return true;
  }

  @Override
  public Bilan executer(FiltresDeMessages filtres, TravailEnCours enCours) {
    direCeuxDUnServeurMort();
    boolean deLuiMeme = agentCourant.perimetre().systeme();
    if (deLuiMeme && !deJour()) {
      return Bilan.de("Personne n'est réveillé par un rappel : les messages partiront demain.");
    }
    long aEnvoyer = liste.messagesDus(filtres);
    EnvoyerDesMessages.Bilan b = envoyer.executer(filtres, n -> enCours.avancer(n.partis() + n.enBoite() + n.echecs(), aEnvoyer));
    if (deLuiMeme && b.parle()) {
      LOG.info("Messages du jour : {} partis, {} en boîte d'envoi, {} non partis {}", b.partis(), b.enBoite(), b.echecs(),
          b.panne() == null ? "" : b.panne());
    }
    return Bilan.de("%s, %s dans la boîte d'envoi de Jalon (rien n'est parti), %s.%s".formatted(Francais.compte(b.partis(), "message parti",
        "messages partis"), Francais.nombre(b.enBoite()),
        Francais.compte(b.echecs(), "non parti", "non partis"), b.panne() == null ? "" : " " + b.panne()));
  }

  /**
   * One run at a time, whatever the number of servers: those still on their way were of a server that stopped. They may have left: an agent looks
   * before she tries again.
   */
  private void direCeuxDUnServeurMort() {
    systeme.agir("envoi", () -> transaction.execute(_ -> registre.passer("m.canal <> 'LETTRE' and m.etat = 'EN_COURS'",
        Map.of("raison", "Le serveur s'est arrêté pendant l'envoi. Le message est peut-être parti : vérifiez avant de réessayer."), EtatMessage.ECHEC,
        "raison = :raison", "Serveur arrêté pendant l'envoi.")));
  }

  /** A turn that comes late, because no server was there at its hour, is not one of the day any more. */
  private boolean deJour() {
    if ("-".equals(cron)) {
      return true;
    }
    ZonedDateTime maintenant = ZonedDateTime.now(horloge);
    return !CronExpression.parse(cron).next(maintenant.minusHours(1)).isAfter(maintenant);
  }

  /** By day only: nobody is woken by a reminder. */
  @Bean
  TravailRegulier envoiDuJour(CoordonneesDuJour coordonnees, ImprimerEnFond lots, Parametres parametres) {
    return TravailRegulier.aLHeure("envoi-du-jour", "Envoyer les SMS et les courriels dont le jour est venu", cron, horloge.getZone(),
        () -> systeme.agir("envoi", () -> {
      coordonnees.executer("true", Map.of());
      if (deJour() && liste.messagesDus(TOUT) > 0) {
        travaux.demander(this, TOUT, "Envoyer les SMS et les courriels dont le jour est venu", "/courriers");
      }
      LocalDate aujourdhui = LocalDate.now(horloge);
      return lots.oublierAvant(aujourdhui.minus(parametres.valeur("courriers.garde_des_lots", aujourdhui).duree()));
    }));
  }
}
