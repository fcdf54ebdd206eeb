package fr.jalon.handicap.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.socle.DonneeDeSante;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of the list, or a right to be asked again.
 *
 * @param droits  asked; the one that ends, of a right to be asked again
 * @param limite  last day of what is awaited, {@code null} when nothing is
 * @param certificatFini last day the certificate may be joined, {@code null} without one
 * @param accordes of an answered file, what is granted; @param refuse true when something is not
 */
@DonneeDeSante
public record LigneDeDossierMdph(long dossierId, @PersonneMontree long personneId, String nom, String prenom, LocalDate naissance, String territoire,
    String organisation, String referent, FiltresDeDossiersMdph.File file, EtatDossierMdph etat, LocalDate depuis, List<DroitMdph> droits,
    LocalDate proposeLe, LocalDate deposeLe, LocalDate decideLe, LocalDate limite, LocalDate certificatFini, List<DroitMdph> accordes, boolean refuse,
    boolean suitesDites, LocalDate jusquAu) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return Francais.personne(nom, prenom);
  }

  /** {@code RQTH, AAH}. */
  public String enBref() {
    return droits.stream().map(DroitMdph::court).collect(Collectors.joining(", "));
  }

  /** What is granted, in a few words, empty when nothing is. */
  public String accordesEnBref() {
    return accordes.stream().map(DroitMdph::court).collect(Collectors.joining(", "));
  }

  /** True when it should have come before that day. */
  public boolean enRetard(LocalDate jour) {
    return limite != null && jour.isAfter(limite);
  }
}
