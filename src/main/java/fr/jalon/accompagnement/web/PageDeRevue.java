package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.domaine.Blocages.Blocage;
import fr.jalon.accompagnement.lecture.PersonneEnFile;
import fr.jalon.accompagnement.lecture.Revues.Decision;
import fr.jalon.accompagnement.lecture.Revues.Revue;
import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Refus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One person of a file that is reviewed.
 *
 * @param bloquees  true when only the persons who are stuck are looked at
 * @param personne  who is looked at, {@code null} when the file is empty
 * @param rang      her rank, from 1; @param total how many there are; @param restent how many wait for a decision
 * @param avant     the person before, {@code null} at the first; @param apres the one after, {@code null} at the last
 * @param blocages  why she is stuck
 * @param depuis    day of the last review, or that from which changes are told when there was none
 * @param premiere  true when there was none
 * @param change    what happened since, the latest first
 * @param pas       what is to be done for her
 * @param decision  what this review decided for her, {@code null} when nothing yet; @param derniere what the one before did
 * @param tenue     true when this agent decides in it
 * @param commencee true when what is in the form was begun before, and is not recorded
 */
public record PageDeRevue(Revue revue, boolean bloquees, PersonneEnFile personne, int rang, int total, int restent, Long avant, Long apres,
    List<Blocage> blocages, LocalDate depuis, boolean premiere, List<EvenementDuFil> change, List<PasDuDossier> pas, Decision decision,
    Decision derniere, boolean tenue, Saisie saisie, boolean commencee, Refus refus) {
  /** What was typed. */
  public record Saisie(String decision, String pourquoi) {}

  /** Address of the review on a person, {@code null} for the first to decide. */
  public String vers(Long personne) {
    return adresse(revue.id(), personne, bloquees);
  }

  static String adresse(long revue, Long personne, boolean bloquees) {
    return new AdresseDePage("/revue/" + revue, Map.of("personne", personne == null ? "" : personne.toString(), "bloquees", bloquees ? "oui" : ""))
        .toString();
  }

  /** Where a réorientation is asked for, back here after. */
  public String demander() {
    return new AdresseDePage("/reorientations/nouvelle", Map.of("personne", String.valueOf(personne.id()), "retour", vers(personne.id()))).toString();
  }

  /** One reason, in a sentence. */
  public String enClair(Blocage b) {
    return switch (b.raison()) {
      case SANS_CONTACT -> (b.depuis() == null ? "Jamais rencontrée" : "Sans contact depuis le " + Francais.longue(b.depuis()))
          + ", aucun rendez-vous";
      case SANS_ACTION -> "Un frein est ouvert, et aucune action n'est en cours depuis le " + Francais.longue(b.depuis());
      case RIEN_NE_CHANGE -> "Rien n'a changé depuis le %s (%d mois) : même parcours, même référent, aucun diagnostic ni action".formatted(
          Francais.longue(b.depuis()), b.mois());
      case LONGUE_DUREE -> "Au RSA depuis " + PersonneEnFile.duree(b.mois());
    };
  }
}
