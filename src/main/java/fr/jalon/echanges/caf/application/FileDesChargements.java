package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.application.ChargerFichier.Demande;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.Serveur;
import fr.jalon.travaux.TravailArrete;
import fr.jalon.travaux.TravailEnCours;
import fr.jalon.travaux.Travaux;
import fr.jalon.travaux.TravauxSuivis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The loads asked by agents, one at a time in the order asked, each under the name of who asked, by the server where the file was dropped. */
@Component
public class FileDesChargements implements GenreDeTravail<FileDesChargements.AFaire> {
  static final String CODE = "CHARGER_UN_FICHIER";
  private static final int PLACES = 60;
  private static final long RYTHME_NS = 500_000_000L;
  private final ChargerFichier charger;
  private final DepotDeFichiers depot;
  private final Registre registre;
  private final AgentCourant agentCourant;
  private final Travaux travaux;
  private final TravauxSuivis suivis;
  private final Serveur serveur;
  private final ConcurrentMap<Long, Garde> gardes = new ConcurrentHashMap<>();

  FileDesChargements(ChargerFichier charger, DepotDeFichiers depot, Registre registre, AgentCourant agentCourant, Travaux travaux,
      TravauxSuivis suivis, Serveur serveur) {
    this.charger = charger;
    this.depot = depot;
    this.registre = registre;
    this.agentCourant = agentCourant;
    this.travaux = travaux;
    this.suivis = suivis;
    this.serveur = serveur;
  }

  /**
   * How far a load is.
   *
   * @param avant    loads before this one; 0 when its turn has come
   * @param dossiers dossiers read
   * @param pourcent share of the file read, 0 to 100
   */
  public record Progres(int avant, long dossiers, int pourcent) {}

  /** What is kept of a demand until its turn: see {@link Demande}. */
  record AFaire(String fichier, String nom, LocalDate recuLe, String ecartRaison, long importId, boolean toutAccepter, Set<String> acceptees) {
    static AFaire de(long importId, Demande d) {
      return new AFaire(d.fichier().toString(), d.nom(), d.recuLe(), d.ecartRaison(), importId, d.toutAccepter(), d.acceptees());
    }

    Demande demande() {
      return new Demande(Path.of(fichier), nom, recuLe, ecartRaison, importId, toutAccepter, acceptees);
    }
  }

  /** Where this load is, whichever server does it. */
  public Optional<Progres> progres(long importId) {
    return suivis.le(this, cle(importId)).map(a -> new Progres(a.avant(), a.fait(), a.pourcent()));
  }

  /** Imports that wait or are under way. */
  List<Long> vivants() {
    return suivis.vivants(this).stream().map(Long::valueOf).toList();
  }

  /** True when there is no room for one more. */
  boolean pleine() {
    return suivis.vivants(this).size() > PLACES;
  }

  /** @throws RefusMetier when too many wait already; nothing is kept of this one */
  void ajouter(long importId, Path fichier, Demande demande) {
    try {
      travaux.demander(this, AFaire.de(importId, demande), "Charger le fichier « " + demande.nom() + " »", "/imports/" + importId,
          serveur.nom(), cle(importId));
    } catch (RuntimeException plein) {
      registre.interrompre(importId, "Trop de fichiers attendaient déjà. Rien n'a été chargé : relancez-le plus tard.");
      if (!demande.dejaRetenu()) {
        depot.oublier(fichier);
      }
      if (!(plein instanceof RefusMetier)) {
        throw plein;
      }
      throw new RefusMetier("FILE_PLEINE", "Trop de fichiers attendent déjà leur tour. Déposez celui-ci quand les premiers seront chargés.");
    }
  }

  /**
   * Stops a load, before its turn or in the middle of it.
   *
   * @param qui who asks
   * @return false when it is over
   */
  boolean annuler(long importId, String qui) {
    Garde garde = gardes.get(importId);
    // here, even while it waits for the database; elsewhere, at its next step
    return garde == null ? suivis.arreter(this, cle(importId), qui) : garde.annuler(qui);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public Class<AFaire> parametres() {
    return AFaire.class;
  }

  /** A load is whole or not at all. */
  @Override
  public boolean seReprend() {
    return true;
  }

  @Override
  public Bilan executer(AFaire aFaire, TravailEnCours enCours) {
    if (!agentCourant.perimetre().peut("IMPORTS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet plus de charger un fichier : rien n'a été chargé.");
    }
    Demande demande = aFaire.demande();
    if (Files.notExists(demande.fichier())) {
      throw new RefusMetier("FICHIER_PARTI", "Le fichier déposé n'est plus sur le serveur. Rien n'a été chargé : déposez-le de nouveau.");
    }
    long importId = aFaire.importId();
    Garde garde = charger.garde(demande.fichier());
    gardes.put(importId, garde);
    // a held file that was accepted stays where it is until it is loaded or refused: an accident must not lose it
    boolean garder = demande.dejaRetenu();
    try {
      Rapport rapport = charger.charger(demande, avancement(importId, garde, enCours), garde);
      garder = rapport.ecartSeul() || "RETENU".equals(rapport.statut()) || demande.dejaRetenu() && "ANNULE".equals(rapport.statut());
      return bilan(rapport, garde);
    } catch (TravailArrete arret) {
      garder = arret.cause() != TravailArrete.Cause.ANNULE || registre.retenu(importId);
      if (arret.cause() == TravailArrete.Cause.SERVEUR) {
        registre.remettreEnAttente(importId);
      }
      throw arret;
    } catch (RuntimeException e) {
      // the file stays until the server starts again: another turn may be at it, or come
      garder = true;
      registre.interrompre(importId, ChargerFichier.pourquoi(e));
      throw e;
    } finally {
      gardes.remove(importId);
      if (!garder) {
        depot.oublier(demande.fichier());
      }
    }
  }

  /** It is told twice a second; who asks that it stops is heard by its guard, which undoes what was written. */
  private Avancement avancement(long importId, Garde garde, TravailEnCours enCours) {
    long[] dernier = {System.nanoTime() - RYTHME_NS};
    return (lus, octets, total) -> {
      if (System.nanoTime() - dernier[0] >= RYTHME_NS) {
        dernier[0] = System.nanoTime();
        try {
          enCours.avancer(lus, octets == 0 ? 0 : lus * total / octets);
        } catch (TravailArrete arret) {
          if (arret.cause() != TravailArrete.Cause.ANNULE) {
            throw arret;
          }
          garde.annuler(arret.par());
        }
      }
    };
  }

  private static Bilan bilan(Rapport rapport, Garde garde) {
    return switch (rapport.statut()) {
      case "CHARGE" -> Bilan.de("Le fichier est chargé : son rapport dit ce qu'il a changé.");
      case "DEJA_CHARGE" -> Bilan.de("Ce fichier avait déjà été chargé : rien n'a changé.");
      case "RETENU" -> Bilan.de("Le fichier est retenu : lisez pourquoi, puis acceptez-le ou écartez-le.");
      case "ANNULE" -> throw new TravailArrete(TravailArrete.Cause.ANNULE,
          "Annulé par " + garde.annulePar() + ". Rien n'a été chargé.", garde.annulePar());
      default -> Bilan.de("Le fichier est refusé : son rapport dit pourquoi.");
    };
  }

  /** Its turn never came, or came too often: nothing was loaded. */
  @Override
  public void rendre(AFaire aFaire, boolean annule, String phrase) {
    if (suivis.le(this, cle(aFaire.importId())).isPresent()) {
      // accepted meanwhile: it has another turn
      return;
    }
    if (annule) {
      registre.annuler(aFaire.importId(), phrase.replace("Rien n'a été fait.", "Rien n'a été chargé."));
    } else {
      registre.interrompre(aFaire.importId(), phrase);
    }
    if (!registre.retenu(aFaire.importId())) {
      depot.oublier(Path.of(aFaire.fichier()));
    }
  }

  private static String cle(long importId) {
    return Long.toString(importId);
  }
}
