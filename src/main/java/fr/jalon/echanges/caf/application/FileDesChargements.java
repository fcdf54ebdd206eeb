package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.application.ChargerFichier.Demande;
import fr.jalon.socle.RefusMetier;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The loads asked by agents, one at a time in the order asked, each under the name of who asked. Lives in memory: see {@link Reprise}. */
@Component
public class FileDesChargements {
  private static final Logger LOG = LoggerFactory.getLogger(FileDesChargements.class);
  private static final int PLACES = 60;
  private final ChargerFichier charger;
  private final DepotDeFichiers depot;
  private final Registre registre;
  private final ConcurrentNavigableMap<Long, Progres> progres = new ConcurrentSkipListMap<>();
  private final ConcurrentMap<Long, EnFile> enFile = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor fil = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(PLACES),
      Thread.ofPlatform().name("chargement-", 1).daemon().factory());

  FileDesChargements(ChargerFichier charger, DepotDeFichiers depot, Registre registre) {
    this.charger = charger;
    this.depot = depot;
    this.registre = registre;
    fil.allowCoreThreadTimeOut(true);
  }

  /**
   * How far a load is.
   *
   * @param avant    loads before this one; 0 when its turn has come
   * @param dossiers dossiers read
   * @param pourcent share of the file read, 0 to 100
   */
  public record Progres(int avant, long dossiers, int pourcent) {}

  /** A load waiting or under way. */
  private record EnFile(Runnable tour, Garde garde, Path fichier, boolean retenu) {}

  /** Where this load is, when this server does it. */
  public Optional<Progres> progres(long importId) {
    return Optional.ofNullable(progres.get(importId)).map(p -> new Progres(progres.headMap(importId).size(), p.dossiers(), p.pourcent()));
  }

  /** True when there is no room for one more. */
  boolean pleine() {
    return fil.getQueue().remainingCapacity() == 0;
  }

  /** @throws RefusMetier when too many wait already; nothing is kept of this one */
  void ajouter(long importId, Path fichier, Demande demande) {
    SecurityContext contexte = SecurityContextHolder.createEmptyContext();
    contexte.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
    Garde garde = charger.garde(fichier);
    Runnable tour = () -> executer(importId, fichier, demande, garde, contexte);
    EnFile place = new EnFile(tour, garde, fichier, demande.dejaRetenu());
    progres.put(importId, new Progres(0, 0, 0));
    enFile.put(importId, place);
    try {
      fil.execute(tour);
    } catch (RejectedExecutionException e) {
      progres.remove(importId);
      enFile.remove(importId);
      registre.interrompre(importId, "Trop de fichiers attendaient déjà. Rien n'a été chargé : relancez-le plus tard.");
      if (!demande.dejaRetenu()) {
        depot.oublier(fichier);
      }
      throw new RefusMetier("FILE_PLEINE", "Trop de fichiers attendent déjà leur tour. Déposez celui-ci quand les premiers seront chargés.");
    }
  }

  /**
   * Stops a load, before its turn or in the middle of it.
   *
   * @param qui who asks
   * @return false when this server does not do it, or when it is over
   */
  boolean annuler(long importId, String qui) {
    EnFile place = enFile.get(importId);
    if (place == null || !place.garde.annuler(qui)) {
      return false;
    }
    if (fil.remove(place.tour)) {
      registre.annuler(importId, "Annulé par " + qui + ", avant son tour. Rien n'a été chargé.");
      if (!place.retenu) {
        depot.oublier(place.fichier);
      }
      enFile.remove(importId, place);
      progres.remove(importId);
    }
    return true;
  }

  private void executer(long importId, Path fichier, Demande demande, Garde garde, SecurityContext contexte) {
    SecurityContextHolder.setContext(contexte);
    // a held file that was accepted stays where it is until it is loaded or refused: an accident must not lose it
    boolean garder = demande.dejaRetenu();
    try {
      Rapport rapport = charger.charger(demande, (dossiers, octets, total) ->
          progres.put(importId, new Progres(0, dossiers, (int) Math.min(100, octets * 100 / Math.max(1, total)))), garde);
      garder = rapport.ecartSeul() || "RETENU".equals(rapport.statut()) || demande.dejaRetenu() && "ANNULE".equals(rapport.statut());
    } catch (RuntimeException e) {
      LOG.error("Le chargement de l'import {} a échoué", importId, e);
      // until the register has answered, whether it is held or not is not known
      garder = true;
      registre.interrompre(importId, ChargerFichier.pourquoi(e));
      garder = registre.retenu(importId);
    } finally {
      if (!garder) {
        depot.oublier(fichier);
      }
      EnFile place = enFile.get(importId);
      // the same row may already wait again: only this turn leaves
      if (place != null && place.garde == garde && enFile.remove(importId, place)) {
        progres.remove(importId);
      }
      SecurityContextHolder.clearContext();
    }
  }

  @PreDestroy
  void arreter() throws InterruptedException {
    fil.shutdownNow();
    fil.awaitTermination(10, TimeUnit.SECONDS);
  }
}
