package fr.jalon.personnages;

import fr.jalon.allocataires.constat.AdresseConstatee;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.DroitConstate;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.MontantConstate;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A foyer as a file will state it. Keep the object, change it, give it to the next file:
 * {@code foyer("07100000001").habite("07019", "AUBENAS").avec(personne("Sophie Tifour").sdd())}. The right is open and payable.
 */
public final class Foyer {
  final String numeroDemande;
  private String organisme = "CAF";
  private String numeroOrganisme = "071";
  private String matricule;
  private LocalDate demande = LocalDate.of(2024, 3, 1);
  private final List<Personne> membres = new ArrayList<>();
  private String etat = "2";
  private String motif;
  private LocalDate depuis;
  private String situation = "CEL";
  private boolean majore;
  private AdresseConstatee adresse;
  private BigDecimal montant;

  private Foyer(String numeroDemande) {
    this.numeroDemande = numeroDemande;
    this.matricule = numeroDemande.substring(numeroDemande.length() - 7).replaceFirst("^0+", "");
  }

  /** Claim number, 11 characters; the file number at the payer is its last digits until said otherwise. */
  public static Foyer foyer(String numeroDemande) {
    return new Foyer(numeroDemande);
  }

  /** Payer ({@code CAF} or {@code MSA}) and its number. */
  public Foyer organisme(String fonction, String numero) {
    organisme = fonction;
    numeroOrganisme = numero;
    return this;
  }

  /** File number at the payer. */
  public Foyer matricule(String numero) {
    matricule = numero;
    return this;
  }

  /** Day of the claim. */
  public Foyer demande(String jour) {
    demande = LocalDate.parse(jour);
    return this;
  }

  /** Adds persons. */
  public Foyer avec(Personne... personnes) {
    membres.addAll(List.of(personnes));
    return this;
  }

  /** Removes a person. */
  public Foyer sans(Personne personne) {
    membres.remove(personne);
    return this;
  }

  /** INSEE code and name of the commune. */
  public Foyer habite(String codeInsee, String nom) {
    adresse = new AdresseConstatee(null, "12 RUE DES TILLEULS", codeInsee.substring(0, 2) + "200", codeInsee, nom, "FRA", "D", "CO");
    return this;
  }

  /** Right open and payable. */
  public Foyer verse() {
    etat = "2";
    motif = null;
    depuis = null;
    return this;
  }

  /** Right suspended: reason code and day. */
  public Foyer suspendu(String motifSuspension, String jour) {
    etat = "4";
    motif = motifSuspension;
    depuis = LocalDate.parse(jour);
    return this;
  }

  /** Right closed: reason code and day. */
  public Foyer ferme(String motifFin, String jour) {
    etat = "5";
    motif = motifFin;
    depuis = LocalDate.parse(jour);
    return this;
  }

  /** Claim waiting for a decision. */
  public Foyer enAttente() {
    verse();
    etat = "0";
    return this;
  }

  /** Claim refused. */
  public Foyer refuse() {
    verse();
    etat = "1";
    return this;
  }

  /** Family situation code. */
  public Foyer situation(String code) {
    situation = code;
    return this;
  }

  /** Majorated for a lone parent. */
  public Foyer majore() {
    majore = true;
    return this;
  }

  /** Total right, euros a month. */
  public Foyer montant(String euros) {
    montant = new BigDecimal(euros);
    return this;
  }

  FoyerConstate constate(LocalDate reference) {
    boolean suspendu = "3".equals(etat) || "4".equals(etat);
    DroitConstate droit = new DroitConstate(etat, suspendu ? motif : null, suspendu ? depuis : null, "5".equals(etat) ? motif : null,
        "5".equals(etat) ? depuis : null, null, "DEM", demande, situation, null, false, majore, null, null, null, null, null);
    MontantConstate calcul = montant == null ? null : new MontantConstate(montant, new BigDecimal("646.52"), null, BigDecimal.ZERO, null, null, null,
        reference.withDayOfMonth(1), null, null, null);
    byte[] empreinte = ByteBuffer.allocate(16).putLong(System.nanoTime()).putLong(hashCode()).array();
    return new FoyerConstate(new CleFoyer(organisme, numeroOrganisme, matricule, numeroDemande, demande), empreinte,
        membres.stream().map(Personne::constatee).toList(), droit, adresse, calcul, 0);
  }

  CleFoyer cle() {
    return new CleFoyer(organisme, numeroOrganisme, matricule, numeroDemande, demande);
  }
}
