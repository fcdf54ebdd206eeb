package fr.jalon.echanges.caf.application;

import fr.jalon.demarrage.Pannes;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import fr.jalon.echanges.caf.vraisemblance.Raison;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads a file of CAF or MSA, whole or not at all, in one transaction. The same file twice changes nothing. A dossier that breaks a
 * rule is rejected alone. One load at a time: the next waits.
 */
@Service
public class ChargerFichier {
  private final MoyensDeChargement moyens;
  private final Registre registre;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final Clock horloge;
  private final TransactionTemplate transaction;
  private final RejouerLesFinanciers rejeu;
  private final NumerosDesRejets numeros;

  ChargerFichier(MoyensDeChargement moyens, Journal journal, AgentCourant agentCourant, @Qualifier("chargement") TransactionTemplate transaction,
      RejouerLesFinanciers rejeu, NumerosDesRejets numeros) {
    this.moyens = moyens;
    this.registre = moyens.registre;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.horloge = moyens.horloge;
    this.transaction = transaction;
    this.rejeu = rejeu;
    this.numeros = numeros;
  }

  /**
   * What to load.
   *
   * @param nom         name shown, without folder
   * @param recuLe      day of reception, or null for today: the start of the delays of orientation
   * @param ecartRaison reason for which the agent accepts totals that disagree, or null
   * @param importId    row already written in the register when the file was dropped, or null
   * @param toutAccepter true when the reason also stands for all that would hold the file, whatever it is (a command: nobody reads before)
   * @param acceptees   codes of what held the file and that the agent read before accepting; empty when it was not held
   */
  public record Demande(Path fichier, String nom, LocalDate recuLe, String ecartRaison, Long importId, boolean toutAccepter, Set<String> acceptees) {
    /** A file that is not in the register yet; a reason accepts all that can be. */
    public Demande(Path fichier, String nom, LocalDate recuLe, String ecartRaison) {
      this(fichier, nom, recuLe, ecartRaison, null, ecartRaison != null, Set.of());
    }

    /** True when it was held: it stays on the disk until it is loaded, refused or given up. */
    boolean dejaRetenu() {
      return !acceptees.isEmpty();
    }

    /** True when all of these were read and accepted. */
    boolean accepte(List<Raison> raisons) {
      return toutAccepter || raisons.stream().allMatch(r -> acceptees.contains(r.code()));
    }

    /** A file received today. */
    public static Demande de(Path fichier) {
      return new Demande(fichier, fichier.getFileName().toString(), null, null);
    }
  }

  /**
   * Loads a file.
   *
   * @return the report; a refused file is a report too, not an exception
   * @throws UncheckedIOException when the file cannot be read
   */
  public Rapport charger(Demande demande, Avancement avancement) {
    return charger(demande, avancement, garde(demande.fichier()));
  }

  /** Who watches over a load of that file. */
  Garde garde(Path fichier) {
    return new Garde(moyens.bornes, taille(fichier), System::nanoTime);
  }

  Rapport charger(Demande demande, Avancement avancement, Garde garde) {
    long debut = System.nanoTime();
    String sha256 = EmpreinteDeFichier.sha256(demande.fichier());
    Optional<Registre.DejaCharge> deja = registre.dejaCharge(sha256);
    if (deja.isPresent()) {
      registre.dejaChargeAilleurs(demande.importId());
      return dejaCharge(demande, sha256, deja.get(), debut);
    }
    numeros.retrouver();
    String agent = agentCourant.perimetre().agent();
    LocalDate recuLe = demande.recuLe() == null ? LocalDate.now(horloge) : demande.recuLe();
    long id = demande.importId() == null ? registre.commencer(demande.nom(), sha256, taille(demande.fichier()), recuLe, agent)
        : registre.demarrer(demande.importId());
    UnChargement lecture = new UnChargement(moyens, demande, sha256, id, recuLe, agent, avancement, garde, debut);
    try {
      Rapport rapport = transaction.execute(statut -> lecture.lireEtEnregistrer());
      journal.tracer("IMPORT", null, null, "Fichier " + demande.nom() + " chargé (import " + id + ")"
          + (lecture.ecart() ? ", écart accepté : " + demande.ecartRaison() : ""));
      if (lecture.retenusRemplaces()) {
        moyens.depot.retrouver(sha256).ifPresent(moyens.depot::oublier);
      }
      if (lecture.tete().beneficiaires()) {
        rejeu.apresDesBeneficiaires();
      }
      return rapport;
    } catch (DejaChargeEntreTemps e) {
      registre.dejaChargeAilleurs(id);
      return dejaCharge(demande, sha256, registre.dejaCharge(sha256).orElseThrow(), debut);
    } catch (FichierRetenu retenu) {
      if (garde.annulePar() != null) {
        return annule(id, lecture, garde);
      }
      moyens.retenus.retenir(id, lecture.tete(), retenu, demande.ecartRaison(), lecture.annonces(), lecture.lus(), depuis(debut));
      journal.tracer("IMPORT_RETENU", null, null, "Fichier " + demande.nom() + " retenu (import " + id + ")");
      return lecture.sansEffet("RETENU", FichierRetenu.enClair(retenu.raisons()), null, retenu.raisons(), false);
    } catch (FluxRefuse refus) {
      if (garde.annulePar() != null) {
        return annule(id, lecture, garde);
      }
      registre.refuser(id, lecture.tete(), refus, lecture.annonces(), lecture.lus(), depuis(debut));
      journal.tracer("IMPORT_REFUSE", null, null, "Fichier " + demande.nom() + " refusé (import " + id + ")");
      return lecture.refuse(refus);
    } catch (RuntimeException e) {
      if (garde.annulePar() != null) {
        // whatever broke, broke because someone asked to stop
        return annule(id, lecture, garde);
      }
      registre.interrompre(id, pourquoi(e));
      throw e;
    }
  }

  private Rapport annule(long id, UnChargement lecture, Garde garde) {
    String motif = "Annulé par " + garde.annulePar() + ". Rien n'a été chargé.";
    registre.annuler(id, motif);
    return lecture.sansEffet("ANNULE", motif, null, List.of(), false);
  }

  /** What to tell of a load that failed though nothing is wrong with its file. */
  static String pourquoi(Throwable echec) {
    // a connection that broke cannot roll back either: the first failure says more than this one
    Throwable premier = echec instanceof TransactionSystemException t && t.getApplicationException() != null ? t.getApplicationException() : echec;
    return Pannes.dans(premier).map(p -> "Le chargement a échoué, rien n'a été gardé. " + p.phrase())
        .orElse("Le chargement a échoué sans que le fichier soit en cause. Rien n'a été gardé : relancez-le, et prévenez l'administrateur si cela recommence.");
  }

  private Rapport dejaCharge(Demande demande, String sha256, Registre.DejaCharge d, long debut) {
    return new Rapport(demande.nom(), sha256, d.format(), d.nature(), d.reference(), "DEJA_CHARGE",
        "Ce fichier a déjà été chargé le " + java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH'h'mm")
            .format(d.le().atZoneSameInstant(horloge.getZone())) + " : rien n'a changé.", null, d.annonces(), d.lus(),
        new Rapport.Foyers(0, 0, 0), new Rapport.Personnes(0, 0, 0), List.of(), 0, depuis(debut), List.of(), d.id(), Map.of(), false);
  }

  static long depuis(long debut) {
    return (System.nanoTime() - debut) / 1_000_000;
  }

  static long taille(Path fichier) {
    try {
      return Files.size(fichier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another load of the same file ended while this one waited. */
  static final class DejaChargeEntreTemps extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
