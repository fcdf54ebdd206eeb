package fr.jalon.orientation.web;

import fr.jalon.ecran.Refus;
import fr.jalon.orientation.lecture.SuiviDUnePersonne;
import fr.jalon.structures.Organisation;
import java.time.LocalDate;
import java.util.List;

/**
 * The form of a request of réorientation.
 *
 * @param nom     displayed name of the person
 * @param suivi   the follow-up to change, {@code null} when none is open
 * @param organisations those that may be wished, by name
 * @param refus   what was refused of it
 */
public record PageDeDemande(String nom, SuiviDUnePersonne suivi, FormulaireDeDemande formulaire,
    List<Organisation> organisations, LocalDate aujourdhui,
    boolean peutDiagnostiquer, Refus refus) {}
