package fr.jalon.orientation.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * What an orientation is checked against.
 *
 * @param aujourdhui   today
 * @param position     where the person stands towards the droits et devoirs today
 * @param etatEntree   state of her open entry, {@code null} when she has none (stock)
 * @param recuLe       reception of the information for that entry, or {@code null}
 * @param deja         the follow-up she already has and that is not closed, or {@code null}
 * @param deuxFois     true when the same list names her before
 * @param organisation the organisation chosen, {@code null} when unknown
 * @param referent     the référent chosen, {@code null} when none
 * @param recommande   pathway that her diagnostic recommends, {@code null} when there is none
 */
public record ConditionsDOrientation(LocalDate aujourdhui, Position position, EtatEntree etatEntree, LocalDate recuLe, DejaOrientee deja,
    boolean deuxFois,
    Organisation organisation, Referent referent, Parcours recommande) {
  private static final String DESTINATION = "destination";
  private static final String NOTIFIE_LE = "notifieLe";
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** @throws RefusMetier when the person cannot be oriented. @throws SaisieRefusee with all that is to correct in the orientation */
  public void verifier(NouvelleOrientation o) {
    refuserSi(deja != null, "DEJA_ORIENTEE",
        "Cette personne a déjà un référent unique : %s. Demandez une réorientation, ou terminez d'abord ce suivi."
        .formatted(deja == null ? "" : deja.phrase()), "L. 262-27 CASF");
    refuserSi(deuxFois, "DEJA_ORIENTEE", "Cette personne est deux fois dans la liste : gardez une seule ligne.", null);
    refuserSi(position == Position.FERMEE, "DROIT_CLOS", "Le droit au RSA de cette personne est clos : il n'y a pas d'orientation à notifier.",
        "L. 262-29 CASF");
    refuserSi(etatEntree != null && position == Position.SUSPENDUE, "DROIT_SUSPENDU",
        "Le droit est suspendu : la personne sera à orienter quand il reprendra.", "L. 262-29 CASF");
    Fautes fautes = new Fautes();
    verifierLaDestination(o, fautes);
    verifierLeJour(o.notifieLe(), fautes);
    fautes.exiger(recommande == null || recommande == o.parcours() || o.motifEcart() != null && !o.motifEcart().isBlank(),
        "motifEcart", "MOTIF_ECART_ABSENT",
        "Le diagnostic recommande le parcours %s. Vous pouvez en décider autrement : dites pourquoi, en quelques mots."
            .formatted(recommande == null ? "" : recommande.libelle().toLowerCase(java.util.Locale.FRENCH))).lever();
  }

  private void verifierLaDestination(NouvelleOrientation o, Fautes fautes) {
    String nom = organisation == null ? "" : organisation.nom();
    fautes.exiger(organisation != null, DESTINATION, "ORGANISATION_INCONNUE", "Choisissez l'organisation qui accompagnera la personne.")
        .exiger(organisation == null || organisation.active(), DESTINATION, "ORGANISATION_INACTIVE",
        "%s ne prend plus personne. Choisissez une autre organisation.".formatted(nom))
        .exiger(o.referentId() == null || organisation != null && referent != null && referent.organisationId() == organisation.id(),
        DESTINATION, "REFERENT_AILLEURS",
            "Ce référent n'appartient pas à %s. Choisissez un de ses référents, ou aucun.".formatted(nom))
        .exiger(referent == null || referent.actif(), DESTINATION, "REFERENT_INACTIF", "Ce référent ne suit plus personne. Choisissez-en un autre.");
  }

  private void verifierLeJour(LocalDate notifieLe, Fautes fautes) {
    if (notifieLe == null) {
      fautes.exiger(false, NOTIFIE_LE, "DATE_ABSENTE", "Indiquez le jour où l'orientation a été notifiée à la personne.");
      return;
    }
    fautes.exiger(!notifieLe.isAfter(aujourdhui), NOTIFIE_LE, "DATE_FUTURE",
            "Le %s n'est pas encore arrivé. Indiquez le jour où le courrier est parti.".formatted(JOUR.format(notifieLe)))
        .exiger(recuLe == null || !notifieLe.isBefore(recuLe), NOTIFIE_LE, "AVANT_RECEPTION",
            "L'information de la CAF ou de la MSA a été reçue le %s : l'orientation ne peut pas être plus ancienne.".formatted(recuLe == null ? ""
            : JOUR.format(recuLe)),
            "D. 262-65-2 CASF");
  }

  /** State in which the follow-up starts: that of someone who was already there and whose right is suspended sleeps, her référent stays hers. */
  public EtatSuivi etatInitial() {
    return position == Position.SUSPENDUE ? EtatSuivi.EN_VEILLE : EtatSuivi.EN_COURS;
  }

  private static void refuserSi(boolean refus, String code, String phrase, String article) {
    if (refus) {
      throw new RefusMetier(code, phrase, article);
    }
  }
}
