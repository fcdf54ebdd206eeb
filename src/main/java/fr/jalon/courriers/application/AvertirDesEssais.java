package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.domaine.Gabarit;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.EssaisRepetes;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns an agent by e-mail of the failed tries on her account, when she has an address and e-mails are set. Behind the request: whoever tries
 * waits no longer for an account that exists. One that cannot leave is not tried again: the login page says the same.
 */
@Component
class AvertirDesEssais {
  private static final Logger LOG = LoggerFactory.getLogger(AvertirDesEssais.class);
  private final Passerelles passerelles;
  private final Entetes entetes;
  private final AgentSysteme systeme;
  private final TransactionTemplate transaction;
  private final ThreadPoolExecutor fil = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(50),
      Thread.ofPlatform().name("avertir-", 1).daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());

  AvertirDesEssais(Passerelles passerelles, Entetes entetes, AgentSysteme systeme, TransactionTemplate transaction) {
    this.passerelles = passerelles;
    this.entetes = entetes;
    this.systeme = systeme;
    this.transaction = transaction;
    fil.allowCoreThreadTimeOut(true);
  }

  @EventListener
  void avertir(EssaisRepetes essais) {
    if (essais.agent().courriel() != null) {
      fil.execute(() -> systeme.agir("connexion", () -> {
        envoyer(essais);
        return null;
      }));
    }
  }

  private void envoyer(EssaisRepetes essais) {
    String phrase = "%d essais de connexion à Jalon ont été ratés sur votre compte depuis le %s, de %s.".formatted(essais.nombre(),
        Francais.instant(essais.depuis()),
        Francais.compte(essais.adresses(), "adresse", "adresses différentes"));
    String corps = "<p>Bonjour,</p><p>" + Gabarit.echapper(phrase)
        + "</p><p>Votre compte n'est pas bloqué. Si ce n'est pas vous, changez de mot de passe à la page "
        + "« Mon compte » et prévenez la personne qui gère les habilitations. Ce message ne contient aucun lien : n'en suivez pas un qui lui ressemblerait.</p>";
    try {
      transaction.execute(_ -> passerelles.de(Canal.COURRIEL)
          .map(p -> new DepartDesCourriels(p, passerelles.secret(Canal.COURRIEL), entetes.enVigueur())))
          .ifPresent(d -> d.envoyer(new Depart.Partant(0, Canal.COURRIEL, essais.agent().courriel(),
          "Essais de connexion ratés sur votre compte Jalon", corps)));
    } catch (RuntimeException e) {
      LOG.warn("L'avertissement d'essais ratés n'a pas pu être envoyé : {}", e.getMessage());
    }
  }

  @PreDestroy
  void arreter() {
    fil.shutdownNow();
  }
}
