package fr.jalon.courriers.application;

import fr.jalon.courriers.application.EnvoyerDesMessages.Bilan;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.RefusMetier;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends behind the screen, one run at a time: those that an agent asks for under her name, and each hour of the day those whose day has come. */
@Component
public class EnvoiEnFond {
  private static final Logger LOG = LoggerFactory.getLogger(EnvoiEnFond.class);
  private static final FiltresDeMessages TOUT = new FiltresDeMessages(null, null, null, null, null, null, null, 1);
  private final EnvoyerDesMessages envoyer;
  private final ImprimerEnFond lots;
  private final RegistreDesMessages registre;
  private final CoordonneesDuJour coordonnees;
  private final TransactionTemplate transaction;
  private final AgentSysteme systeme;
  private final AgentCourant agentCourant;
  private final Parametres parametres;
  private final Clock horloge;
  private final Map<String, Progres> parAgent = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor fil = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(20),
      Thread.ofPlatform().name("envoi-", 1).daemon().factory());

  EnvoiEnFond(EnvoyerDesMessages envoyer, ImprimerEnFond lots, RegistreDesMessages registre, CoordonneesDuJour coordonnees, TransactionTemplate transaction,
      AgentSysteme systeme, AgentCourant agentCourant, Parametres parametres, Clock horloge) {
    this.envoyer = envoyer;
    this.lots = lots;
    this.registre = registre;
    this.coordonnees = coordonnees;
    this.transaction = transaction;
    this.systeme = systeme;
    this.agentCourant = agentCourant;
    this.parametres = parametres;
    this.horloge = horloge;
    fil.allowCoreThreadTimeOut(true);
  }

  /** Where the last run asked by an agent is. @param fini true when it ended */
  public record Progres(long aEnvoyer, Bilan bilan, boolean fini) {}

  /** The last run that the agent at work asked for since the server started, or {@code null}. */
  public Progres progres() {
    return parAgent.get(agentCourant.perimetre().agent());
  }

  /** Forgets it: it was read. */
  public void oublier() {
    parAgent.computeIfPresent(agentCourant.perimetre().agent(), (_, p) -> p.fini() ? null : p);
  }

  /**
   * Starts a run under the name of who asks.
   *
   * @param aEnvoyer how many are due
   * @throws RefusMetier when one of hers runs already, or too many wait
   */
  public void lancer(FiltresDeMessages filtres, long aEnvoyer) {
    String agent = agentCourant.perimetre().agent();
    Progres avant = parAgent.putIfAbsent(agent, new Progres(aEnvoyer, Bilan.RIEN, false));
    if (avant != null && !avant.fini()) {
      throw new RefusMetier("DEJA_EN_COURS", "Un envoi que vous avez demandé est déjà en cours.");
    }
    parAgent.put(agent, new Progres(aEnvoyer, Bilan.RIEN, false));
    SecurityContext contexte = SecurityContextHolder.createEmptyContext();
    contexte.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
    try {
      fil.execute(new DelegatingSecurityContextRunnable(() -> faire(agent, filtres, aEnvoyer), contexte));
    } catch (RejectedExecutionException e) {
      parAgent.remove(agent);
      throw new RefusMetier("FILE_PLEINE", "Trop d'envois attendent déjà leur tour. Recommencez dans quelques minutes.");
    }
  }

  private void faire(String agent, FiltresDeMessages filtres, long aEnvoyer) {
    Bilan bilan = Bilan.RIEN;
    try {
      bilan = envoyer.executer(filtres, b -> parAgent.put(agent, new Progres(aEnvoyer, b, false)));
    } catch (RuntimeException e) {
      LOG.error("L'envoi demandé par {} a échoué", agent, e);
      bilan = new Bilan(parAgent.get(agent).bilan().partis(), 0, 0, "L'envoi s'est arrêté sans que les messages soient en cause : recommencez.");
    } finally {
      parAgent.put(agent, new Progres(aEnvoyer, bilan, true));
    }
  }

  /** By day only: nobody is woken by a reminder. */
  @Scheduled(cron = "${jalon.courriers.envoi:0 20 8-18 * * *}", zone = "#{@horloge.zone.id}")
  void chaqueHeure() {
    systeme.agir("envoi", () -> coordonnees.executer("true", Map.of()));
    Bilan bilan = systeme.agir("envoi", () -> envoyer.executer(TOUT, _ -> { }));
    if (bilan.parle()) {
      LOG.info("Messages du jour : {} partis, {} en boîte d'envoi, {} non partis", bilan.partis(), bilan.enBoite(), bilan.echecs());
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    lots.oublierAvant(systeme.agir("envoi", () -> aujourdhui.minus(parametres.valeur("courriers.garde_des_lots", aujourdhui).duree())));
  }

  /** Those that were on their way when the server stopped may have left: an agent looks before she tries again. */
  @EventListener(WebServerInitializedEvent.class)
  void auDemarrage() {
    systeme.agir("envoi", () -> transaction.execute(_ -> registre.passer("m.canal <> 'LETTRE' and m.etat = 'EN_COURS'",
        Map.of("raison", "Le serveur s'est arrêté pendant l'envoi. Le message est peut-être parti : vérifiez avant de réessayer."), EtatMessage.ECHEC,
        "raison = :raison", "Serveur arrêté pendant l'envoi.")));
  }

  @PreDestroy
  void arreter() throws InterruptedException {
    fil.shutdownNow();
    fil.awaitTermination(10, TimeUnit.SECONDS);
  }
}
