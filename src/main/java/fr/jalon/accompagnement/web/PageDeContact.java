package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.lecture.SuivisEnCours.SuiviEnCours;
import fr.jalon.ecran.Refus;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.util.List;

/**
 * The form of a contact.
 *
 * @param suivi   the follow-up that runs, {@code null} when nobody follows her any more
 * @param libres  slots that may be given, those of the agent first; empty when her role gives none
 * @param repris  true when the form is what she began before
 */
public record PageDeContact(@PersonneMontree long personneId, String nom, SuiviEnCours suivi, FormulaireDeContact formulaire,
    List<LigneDAgenda> libres, boolean repris, LocalDate aujourdhui, Refus refus) {}
