package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.Piece;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A person of a session.
 *
 * @param motif    why she cannot come or was excused (code), or why it is undone; {@code null} when nothing is said
 * @param pieces   papers missing; {@code null} when they were not asked for
 * @param absences absences without excuse before this session
 * @param par      who wrote the last state, or « la personne »
 */
public record LigneDePresence(long id, @PersonneMontree long personneId, String nom, String prenom, LocalDate naissance, String commune,
    String telephone, EtatConvocation etat,
    OffsetDateTime depuis, String motif, String precisions, boolean horsListe, boolean retard, List<Piece> pieces, int absences,
    LocalDate limite, String par) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
  }

  /** Changes with what is noted of her; says nothing of why she did not come. */
  public String version() {
    return Integer.toHexString(java.util.Objects.hash(id, etat.name(), retard, pieces == null ? null : pieces.stream()
        .map(Enum::name).sorted().toList()))
        + Long.toHexString(depuis.toInstant().getEpochSecond()) + Integer.toHexString(depuis.getNano());
  }

  /** True when this paper is missing. */
  public boolean manque(Piece piece) {
    return pieces != null && pieces.contains(piece);
  }
}
