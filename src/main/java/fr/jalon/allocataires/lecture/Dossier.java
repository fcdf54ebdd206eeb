package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.domaine.TypeFoyer;
import fr.jalon.socle.DonneeDeSante;
import fr.jalon.socle.PersonneMontree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the payer's files say of a person, as known at a moment: the versions of each fact, not only the present ones.
 *
 * @param compteDans the foyer where she counts at the moment, or the last she was in before it ({@code allocataires.place_de}); {@code null} when
 *     she was in none yet
 * @param membres   everyone's places in those foyers
 * @param montants  empty when they were not asked for or the role does not open them; likewise resources, payments and claims on overpayments
 * @param sources   the files, by number
 * @param inscription what an agent wrote of her, {@code null} for who came by files alone
 */
public record Dossier(Identite identite, Moment moment, Long compteDans, List<FoyerDuDossier> foyers, List<Membre> membres, List<Droit> droits,
    List<Adresse> adresses, List<Montant> montants, List<Ressource> ressources, List<Paiement> paiements, List<Creance> creances,
    List<IdentitePrecedente> identites, List<DoublonPossible> doublons, Map<Long, Source> sources, Inscription inscription) {

  /** A version of a fact: true from {@code depuis} until {@code jusqua} excluded ({@link LocalDate#MAX} = still). */
  public interface Fait {
    /** First day. */
    LocalDate depuis();

    /** Day after the last. */
    LocalDate jusqua();

    /** The file it comes from. */
    long importId();

    /** The foyer. */
    long foyerId();

    /** True at the day. */
    default boolean vautLe(LocalDate jour) {
      return !depuis().isAfter(jour) && jusqua().isAfter(jour);
    }
  }

  /** Who she is now. */
  public record Identite(@PersonneMontree long id, String civilite, String nom, String nomNaissance, String prenom, String autresPrenoms, Short sexe,
      LocalDate dateNaissance, String precisionNaissance, String communeNaissance, boolean nirProvisoire, String identifiantFt,
      String telephone, String courriel, String territoire) {}

  /** A claim she is or was part of. */
  public record FoyerDuDossier(long id, String organisme, String numeroOrganisme, String matricule, String numeroDemande, LocalDate dateDemande) {}

  /** The place of a person in a foyer. */
  public record Membre(long foyerId, @PersonneMontree long personneId, LocalDate depuis, LocalDate jusqua, long importId, String role,
      boolean adulte, boolean aCharge,
      boolean responsable, boolean sdd, boolean tns, String regime, String activite, LocalDate activiteDepuis, String contrat,
      @DonneeDeSante boolean enceinte,
      LocalDate grossesseDepuis, String nom, String prenom, LocalDate dateNaissance, Short sexe) implements Fait {}

  /** The right. */
  public record Droit(long foyerId, LocalDate depuis, LocalDate jusqua, long importId, String code, String motifSuspension,
      LocalDate suspenduDepuis, String motifFin, LocalDate finLe, String motifRefus, String situationFamille, LocalDate situationFamilleDepuis,
      TypeFoyer typeFoyer, int adultes, int enfants, boolean sansDomicile, boolean majore, LocalDate arriveeLe, LocalDate departLe) implements Fait {
    /** Its state. */
    public EtatDuDroit etat() {
      return EtatDuDroit.de(code);
    }
  }

  /** An address. */
  public record Adresse(long foyerId, LocalDate depuis, LocalDate jusqua, long importId, LocalDate emmenagement, String lignes, String codePostal,
      String commune, String nomCommune, String pays, String type, String etat, String territoire) implements Fait {}

  /** The amounts of the calculation, euros a month. */
  public record Montant(long foyerId, LocalDate depuis, LocalDate jusqua, long importId, BigDecimal droitTotal, BigDecimal revenuMinimumGaranti,
      BigDecimal revenuGaranti, BigDecimal ressources, BigDecimal prestationsFamiliales, BigDecimal aideLogement, BigDecimal reduction,
      LocalDate debutCalcul, LocalDate finCalcul) implements Fait {}

  /** The resources of a member over a quarter, euros. */
  public record Ressource(long foyerId, long personneId, LocalDate depuis, LocalDate jusqua, long importId, LocalDate debut, LocalDate fin,
      boolean nulles, BigDecimal moyenne) implements Fait {}

  /** A payment or a deduction of a month, euros. */
  public record Paiement(long foyerId, LocalDate mois, String nature, String prestation, String operation, String sens, BigDecimal montant,
      LocalDate traiteLe, long importId) {}

  /** An overpayment, euros. */
  public record Creance(long foyerId, LocalDate implanteeLe, String nature, String motif, LocalDate debut, LocalDate fin, BigDecimal montantInitial,
      BigDecimal solde, LocalDate transfereeLe, long importId) {}

  /** What her identity was before a file changed it. */
  public record IdentitePrecedente(OffsetDateTime jusquau, String nom, String nomNaissance, String prenom, LocalDate dateNaissance) {}

  /** Someone who may be the same person; a task for the allocation service. */
  public record DoublonPossible(long tache, @PersonneMontree long autre, String nom, String prenom, LocalDate naissance, String raison) {}

  /** What an agent wrote of her. @param lignes number and street, or {@code null}; @param tenue true as long as agents alone correct it */
  public record Inscription(String lignes, String codePostal, String nomCommune, LocalDate inscriteLe, String auteur, boolean tenue) {}

  /** A file. */
  public record Source(long id, String fichier, LocalDate reference, LocalDate recuLe) {}

  /** The foyer read: hers at the moment, otherwise the last she was in before it, otherwise the first she entered. */
  public Optional<FoyerDuDossier> foyer() {
    return Optional.ofNullable(compteDans).or(() -> siens().stream().min(Comparator.comparing(Membre::depuis)).map(Membre::foyerId))
        .flatMap(id -> foyers.stream().filter(f -> f.id() == id).findFirst());
  }

  /** True when she is in the foyer read at the moment. */
  public boolean presente() {
    return foyer().isPresent() && siens().stream().anyMatch(m -> m.foyerId() == foyer().get().id() && m.vautLe(moment.au()));
  }

  /** The day at which the foyer read is read: the moment, or her last day there when she had left it by then. */
  private LocalDate jour(FoyerDuDossier f) {
    List<Membre> la = siens().stream().filter(m -> m.foyerId() == f.id()).toList();
    return la.stream().anyMatch(m -> m.vautLe(moment.au())) ? moment.au()
        : la.stream().filter(m -> !m.depuis().isAfter(moment.au())).map(Membre::jusqua).max(Comparator.naturalOrder())
        .map(j -> j.minusDays(1)).orElse(moment.au());
  }

  /** Her own places. */
  public List<Membre> siens() {
    return membres.stream().filter(m -> m.personneId() == identite.id()).toList();
  }

  /** Her place at the moment in the foyer read. */
  public Optional<Membre> place() {
    return foyer().flatMap(f -> siens().stream().filter(m -> m.foyerId() == f.id() && m.vautLe(moment.au())).findFirst());
  }

  /** Everyone in the foyer read at the moment, or when she left it. */
  public List<Membre> membresPresents() {
    return foyer().map(f -> membres.stream().filter(m -> m.foyerId() == f.id() && m.vautLe(jour(f)))
        .sorted(Comparator.comparing((Membre m) -> !m.adulte()).thenComparing(m -> !"DEM".equals(m.role()))
            .thenComparing(Membre::dateNaissance, Comparator.nullsLast(Comparator.naturalOrder()))).toList()).orElse(List.of());
  }

  /** The version of a fact that is true at the moment in the foyer read, or was when she left it. */
  public <F extends Fait> Optional<F> present(List<F> versions) {
    return foyer().flatMap(f -> versions.stream().filter(v -> v.foyerId() == f.id() && v.vautLe(jour(f))).max(Comparator.comparing(Fait::depuis)));
  }

  /** Since when the right of the foyer read is in its present state: said by the payer, otherwise seen in the files, otherwise the claim. */
  public Optional<LocalDate> etatDepuis() {
    return present(droits).map(d -> switch (d.etat()) {
      case SUSPENDU -> d.suspenduDepuis() == null ? changement(d) : d.suspenduDepuis();
      case FERME -> d.finLe() == null ? changement(d) : d.finLe();
      default -> changement(d);
    });
  }

  private LocalDate changement(Droit present) {
    return droits.stream().filter(d -> d.foyerId() == present.foyerId() && d.etat() != present.etat() && !d.jusqua().isAfter(present.depuis()))
        .map(Droit::jusqua).max(Comparator.naturalOrder())
        .orElseGet(() -> foyers.stream().filter(f -> f.id() == present.foyerId()).map(FoyerDuDossier::dateDemande).findFirst()
        .orElse(present.depuis()));
  }
}
