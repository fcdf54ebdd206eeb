package fr.jalon.echanges;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.demandeur;

import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Short files of CAF 071 for the tests of the imports: one woman a foyer, written in one line. */
public final class FichierDEssai {
  private final FichierCaf fichier;
  private final String reference;

  private FichierDEssai(FichierCaf fichier, String reference) {
    this.fichier = fichier;
    this.reference = reference;
  }

  /** A full monthly file of beneficiaries. */
  public static FichierDEssai beneficiaires(String reference) {
    return new FichierDEssai(FichierCaf.mensuel(reference), reference);
  }

  /**
   * A full monthly file of a payer of its own, as a true one: each woman has her NIR, her birth date and her day of claim.
   *
   * @param foyers the first ones of always the same
   */
  public static FichierDEssai mois(String caisse, String reference, int foyers) {
    return new FichierDEssai(FichierCaf.mensuel(reference), reference).et(caisse, foyers);
  }

  /** The same foyers of one more payer. */
  public FichierDEssai et(String caisse, int foyers) {
    int debut = Integer.parseInt(caisse, 36) % 90_000 * 100;
    for (int i = 0; i < foyers; i++) {
      java.time.LocalDate nee = java.time.LocalDate.of(1960, 1, 1).plusDays(i * 97L);
      fichier.avec(dossier(caisse, "%011d".formatted(7_900_000_000L + debut + i)).montant("600.00")
          .demandeLe(java.time.LocalDate.of(2020, 1, 1).plusDays(i * 3L).toString())
          .avec(demandeur("MOIS" + caisse + (char) ('A' + i / 26) + (char) ('A' + i % 26), "ANNE").ne(nee.toString())
              .nir("2%02d%02d07%06d".formatted(nee.getYear() % 100, nee.getMonthValue(), 100_000 + (debut + i) % 800_000)).sdd()));
    }
    return this;
  }

  /** A daily file of beneficiaries. */
  public static FichierDEssai journalier(String reference) {
    return new FichierDEssai(FichierCaf.journalier(reference), reference);
  }

  /** A monthly financial file. */
  public static FichierDEssai financier(String reference) {
    return new FichierDEssai(FichierCaf.de(FichierCaf.Format.VRSF, "M", reference), reference);
  }

  /** A foyer of one woman living in Privas; state of the right and birth date as written in the file. */
  public FichierDEssai foyer(String demande, String prenom, String nom, String naissance, String etat) {
    fichier.avec(dossier("071", demande).avec(demandeur(nom, prenom).ne(naissance).sdd()).mettre("ETATDOSRSA", etat));
    return this;
  }

  /** The same, payment suspended. */
  public FichierDEssai suspendu(String demande, String prenom, String nom, String naissance, String motif, String depuis) {
    fichier.avec(dossier("071", demande).avec(demandeur(nom, prenom).ne(naissance).sdd()).suspendu(motif, depuis));
    return this;
  }

  /** An allocation paid, euros; for a financial file. */
  public FichierDEssai allocation(String demande, String euros) {
    DossierCaf paye = dossier("071", demande).avec(demandeur("X", "Y").ne("1970-01-01"));
    fichier.avec(paye.paiement("AllocationsComptabilisees", reference.substring(0, 7) + "-01", "RSD", "AJ", euros));
    return this;
  }

  /** Total of allocations the file announces, euros. */
  public FichierDEssai totalDesAllocations(String euros) {
    fichier.total("TotalAllocationsComptabilisees", euros);
    return this;
  }

  /** Announces another number of dossiers than it holds. */
  public FichierDEssai annonce(int nombre) {
    fichier.annonce("%08d".formatted(nombre));
    return this;
  }

  /** The bytes. */
  public byte[] octets() {
    return fichier.octets();
  }

  /** The bytes as a stream. */
  public InputStream flux() {
    return new ByteArrayInputStream(octets());
  }
}
