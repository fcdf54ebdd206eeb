package fr.jalon.orientation.web;

import fr.jalon.orientation.lecture.SuiviDUnePersonne;
import fr.jalon.structures.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The form of a request of réorientation.
 *
 * @param nom     displayed name of the person
 * @param suivi   the follow-up to change, {@code null} when none is open
 * @param organisations those that may be wished, by name
 * @param erreurs by field
 * @param refus   sentence of a refusal, or {@code null}; @param article its article, or {@code null}
 */
public record PageDeDemande(String nom, SuiviDUnePersonne suivi, FormulaireDeDemande formulaire, List<Organisation> organisations, LocalDate aujourdhui,
    boolean peutDiagnostiquer, Map<String, String> erreurs, String refus, String article) {}
