package fr.jalon.echanges.tableur.domaine;

import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.constat.AdresseConstatee;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.DroitConstate;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.NumeroDAllocataire;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns rows into statements about foyers. A spreadsheet is not a payer: it states the foyers of a payer of its own, {@code TABLEUR}, and
 * only for persons that no payer's file holds. A right is said open when the row gives a day of opening that has passed, waiting when that
 * day is to come, unknown when the row says nothing.
 */
public final class FoyersDuTableur {
  /** Payer of the foyers that only a spreadsheet states. */
  public static final String ORGANISME = "TABLEUR";
  private static final String NUMERO = "000";
  private final LocalDate reference;

  /** @param reference day at which the rows are true */
  public FoyersDuTableur(LocalDate reference) {
    this.reference = reference;
  }

  /** Key of the foyer of a row: its claim, else its file number at the payer (sealed when it is a NIR), else her name and birth date. */
  public static CleFoyer cle(PersonneLue p, LocalDate reference, Chiffrement chiffrement) {
    String matricule = NumeroDAllocataire.garder(p.matricule(), null, () -> p.nir() == null ? List.of() : List.of(p.nir().valeur()), chiffrement);
    LocalDate demande = p.ouvertureDuDroit() == null ? reference : p.ouvertureDuDroit();
    String numero = p.numeroDemande() != null ? p.numeroDemande() : "T" + condense(matricule != null ? "matricule " + matricule : identite(p))
        .substring(0, 10);
    return new CleFoyer(ORGANISME, NUMERO, matricule != null ? matricule : numero, numero, demande);
  }

  private static String identite(PersonneLue p) {
    return CleDeRecherche.de(p.nom()) + '|' + CleDeRecherche.de(p.prenom()) + '|' + p.naissance();
  }

  /**
   * The statement about a foyer.
   *
   * @param rangees the rows of the foyer, at least one
   * @param autres  adults it already had and that no row speaks of: a spreadsheet that leaves someone out does not make her leave
   * @param commune INSEE code of the address
   */
  public FoyerConstate foyer(CleFoyer cle, List<PersonneLue> rangees, List<PersonneConstatee> autres, String commune) {
    LocalDate ouverture = rangees.stream().map(PersonneLue::ouvertureDuDroit).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
    EtatDuDroit etat = ouverture == null ? EtatDuDroit.INCONNU : ouverture.isAfter(reference) ? EtatDuDroit.ATTENTE : EtatDuDroit.VERSE;
    boolean couple = rangees.size() + autres.size() > 1;
    DroitConstate droit = new DroitConstate(etat.code(), null, null, null, null, null, null, ouverture, couple ? "VIM" : null, null, false, false,
        null, null, null, null, null);
    List<PersonneConstatee> personnes = Stream.concat(rangees.stream().map(p -> personne(p, etat == EtatDuDroit.VERSE)), autres.stream()).toList();
    AdresseConstatee adresse = rangees.stream().map(p -> adresse(p, commune)).filter(Objects::nonNull).findFirst().orElse(null);
    String tout = personnes.stream().map(p -> p + (p.identite().nir() == null ? "" : p.identite().nir().valeur()))
        .collect(Collectors.joining("\n")) + droit + adresse;
    return new FoyerConstate(cle, Arrays.copyOf(HexFormat.of().parseHex(condense(tout)), 16), personnes, droit, adresse, null, 0);
  }

  private static PersonneConstatee personne(PersonneLue p, boolean droitOuvert) {
    Identite identite = new Identite(p.nir(), p.civilite(), p.nom(), p.nomNaissance(), p.prenom(), null, p.sexe(), p.naissance(),
        p.naissance() == null ? null : "N", null,
        p.identifiantFt());
    return new PersonneConstatee(identite, p.role(), true, "DEM".equals(p.role()), droitOuvert, false, null, null, null, null, null, null);
  }

  private static AdresseConstatee adresse(PersonneLue p, String commune) {
    String lignes = Stream.of(p.complement(), p.adresse()).filter(Objects::nonNull).map(t -> t.toUpperCase(Locale.FRENCH))
        .collect(Collectors.joining("\n"));
    if (lignes.isEmpty() && p.codePostal() == null && p.commune() == null && commune == null) {
      return null;
    }
    UnaryOperator<String> majuscules = t -> t == null ? null : t.toUpperCase(Locale.FRENCH);
    return new AdresseConstatee(null, lignes.isEmpty() ? null : lignes, p.codePostal(), commune, majuscules.apply(p.commune()), "FRA", null, null);
  }

  private static String condense(String texte) {
    try {
      return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
