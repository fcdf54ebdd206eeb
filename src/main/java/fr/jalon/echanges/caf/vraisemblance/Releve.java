package fr.jalon.echanges.caf.vraisemblance;

import fr.jalon.allocataires.constat.AdresseConstatee;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.LectureBeneficiaire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** Measures a file as it goes: each dossier is looked at once, rejected ones included. */
public final class Releve {
  /**
   * Nobody asked before: loi n° 88-1088 du 1er décembre 1988 created the RMI, which the RSA replaced; a claim may keep the date of the RMI it comes
   * from.
   */
  private static final LocalDate RMI = LocalDate.of(1988, 12, 1);
  /** Years. A choice of Jalon, no text: nobody in France but one person was ever known to live longer (Jeanne Calment, 122 years). */
  private static final int AGE_MAXIMAL = 120;
  private final String departement;
  private final UnaryOperator<AdresseConstatee> situer;
  private final Frequences naissances = new Frequences();
  private final Frequences demandes = new Frequences();
  private int dossiers;
  private int personnes;
  private int nirs;
  private int matricules;
  private int communes;
  private int communesAilleurs;
  private int montants;
  private long centimes;
  private boolean matriculeVu;

  /**
   * @param departement its code, as communes begin: {@code 07}, {@code 2A}, {@code 974}
   * @param situer      finds the commune of an address when its code does not tell it, as when the dossier is recorded
   */
  public Releve(String departement, UnaryOperator<AdresseConstatee> situer) {
    this.departement = departement;
    this.situer = situer;
  }

  /** Looks at a dossier. */
  public void lire(Dossier dossier) {
    dossiers++;
    personnes += dossier.compter("Personne");
    matriculeVu = false;
    dossier.feuilles(this::voir);
    matricules += matriculeVu ? 1 : 0;
    String commune = LectureBeneficiaire.commune(dossier, situer);
    if (commune != null && ditQuelqueChose(commune)) {
      communes++;
      communesAilleurs += commune.startsWith(departement) ? 0 : 1;
    }
  }

  private void voir(String balise, String texte, int place) {
    switch (balise) {
      case "DTNAI" -> naissances.lire(texte);
      case "DTDEMRSA" -> demandes.lire(texte);
      case "NIR" -> nirs += ditQuelqueChose(texte) ? 1 : 0;
      case "MATRICULE" -> matriculeVu |= ditQuelqueChose(texte);
      case "MTTOTDRORSA" -> montant(texte);
      default -> { }
    }
  }

  private static boolean ditQuelqueChose(String numero) {
    for (int i = 0; i < numero.length(); i++) {
      if (numero.charAt(i) != '0') {
        return true;
      }
    }
    return false;
  }

  /** Euros and cents with a point or a comma; anything else rejects its dossier, and is not added up. */
  private void montant(String texte) {
    long valeur = 0;
    int decimales = -1;
    for (int i = 0; i < texte.length(); i++) {
      char c = texte.charAt(i);
      if ((c == '.' || c == ',') && decimales < 0) {
        decimales = 0;
      } else if (c >= '0' && c <= '9' && decimales < 2 && i < 14) {
        valeur = valeur * 10 + c - '0';
        decimales += decimales < 0 ? 0 : 1;
      } else {
        return;
      }
    }
    montants++;
    centimes += decimales == 2 ? valeur : decimales == 1 ? valeur * 10 : valeur * 100;
  }

  /**
   * What was measured.
   *
   * @param recuLe  day of reception: nothing is born nor asked after it
   * @param rejetes dossiers rejected alone
   * @param nirsLaisses numbers of persons that are left aside: as good as empty
   * @param somme   amounts of a financial file and their sum in euros; {@code null} for a file of beneficiaries, whose rights are added up here
   */
  public Mesures mesures(LocalDate recuLe, int rejetes, int nirsLaisses, int apparus, int modifies, int disparus, Somme somme) {
    return new Mesures(dossiers, personnes, rejetes, apparus, modifies, disparus, somme == null ? montants : somme.nombre(),
        somme == null ? BigDecimal.valueOf(centimes, 2) : somme.montant(), naissances.lues(),
        naissances.impossibles(recuLe.minusYears(AGE_MAXIMAL), recuLe),
        naissances.nombreDeLaPlusFrequente(), naissances.plusFrequente(), demandes.lues(), demandes.impossibles(RMI, recuLe.plusMonths(1)),
        demandes.nombreDeLaPlusFrequente(), demandes.plusFrequente(), dossiers - matricules,
        Math.min(personnes, Math.max(0, personnes - nirs) + nirsLaisses), dossiers - communes, communes, communesAilleurs);
  }

  /** Amounts and their sum, in euros. */
  public record Somme(int nombre, BigDecimal montant) {}
}
