package fr.jalon.echanges.registre.lecture;

import fr.jalon.echanges.registre.domaine.FamilleDeFichier;
import fr.jalon.echanges.registre.domaine.StatutImport;
import fr.jalon.echanges.caf.vraisemblance.Raison;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Everything the register knows of a file.
 *
 * @param mouvements what changed, by code of {@code allocataires.constat.Bilan}
 * @param payeurs    payers met and the dossiers of each
 * @param montants   amounts read, by nature and benefit; empty outside financial files
 * @param annonces   totals the file announces
 * @param creances   transferred claims, or {@code null}
 * @param original   how long the file itself is kept
 * @param raisons    why it is held, or what was accepted; empty otherwise
 */
public record FicheDImport(long id, String fichier, String sha256, Long octets, String format, String nature, String application, String organisme,
    LocalDate dateReference, LocalDateTime dateCreation, LocalDate recuLe, StatutImport statut, String motif, Integer ligne, String balise,
    Integer dossiersAnnonces, int dossiersLus, int foyersCrees, int foyersModifies, int foyersInchanges, int personnesCreees, int personnesModifiees,
    int personnesInchangees, int rejets, int rejetsOuverts, int nouveauxEntrants,
    Map<String, Integer> mouvements, List<Payeur> payeurs, List<Montant> montants,
    List<Annonce> annonces, Creances creances, int doublonsPossibles, String ecartRaison, String ecartAcceptePar, boolean ecartSeul,
    OffsetDateTime commenceLe,
    OffsetDateTime termineLe, Long dureeMs, String agent, Original original, List<Raison> raisons) {

  /**
   * The file as received.
   *
   * @param jusquau  first day it may be erased if every reject is treated, {@code null} when nothing was kept
   * @param auPlus   first day it is erased whatever waits, {@code null} when nothing was kept
   * @param effaceLe day it was erased, or {@code null}
   */
  public record Original(LocalDate jusquau, LocalDate auPlus, LocalDate effaceLe) {
    /** True when it is there. */
    public boolean garde() {
      return jusquau != null && effaceLe == null;
    }
  }


  /** A payer. */
  public record Payeur(String organisme, int dossiers) {}

  /** Movements of a nature and a benefit, in euros. */
  public record Montant(String nature, String prestation, int lignes, BigDecimal montant) {}

  /** A total announced, in euros; {@code nature} is the family it sums, {@code null} for the grand total. */
  public record Annonce(String total, String nature, BigDecimal ensemble) {}

  /** Transferred claims, in euros. */
  public record Creances(int nombre, BigDecimal initial, BigDecimal solde) {}

  /** Family, or {@code null}. */
  public FamilleDeFichier famille() {
    return FamilleDeFichier.duFormat(format);
  }

  /** Family and rhythm in words. */
  public String genre() {
    return famille() == null ? "Format non reconnu" : famille()
        .libelle() + (nature == null ? "" : "MENSUEL".equals(nature) ? ", mensuel" : ", journalier");
  }

  /** Sum read for a nature of movements. */
  public BigDecimal lu(String nature) {
    return montants.stream().filter(m -> m.nature().equals(nature)).map(Montant::montant).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** True when the number of dossiers is the one announced. */
  public boolean dossiersConcordent() {
    return dossiersAnnonces != null && dossiersAnnonces == dossiersLus;
  }
}
