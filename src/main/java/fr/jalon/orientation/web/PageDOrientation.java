package fr.jalon.orientation.web;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.ecran.Refus;
import fr.jalon.orientation.lecture.LigneDEntree;
import java.time.LocalDate;
import java.util.List;

/**
 * The form of an orientation.
 *
 * @param nom     displayed name of the person
 * @param entree  her entry, {@code null} when she was already there
 * @param recommandation what her diagnostic recommends, or {@code null}
 * @param peutDiagnostiquer true when the agent may make a diagnostic
 * @param refus   what was refused of it
 */
public record PageDOrientation(String nom, LigneDEntree entree, FormulaireDOrientation formulaire, List<Destination.Groupe> destinations,
    LocalDate aujourdhui, Recommandations.Faite recommandation, boolean peutDiagnostiquer, Refus refus) {}
