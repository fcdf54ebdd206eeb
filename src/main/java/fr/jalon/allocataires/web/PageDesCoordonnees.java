package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.ChangerLesCoordonnees.Connues;
import fr.jalon.socle.PersonneMontree;
import java.util.Map;

/**
 * The form of the telephone number and the e-mail address, as typed.
 *
 * @param connues what is recorded now
 * @param erreurs sentence by field
 * @param refus   sentence of a refusal, or {@code null}
 */
public record PageDesCoordonnees(@PersonneMontree long personneId, Connues connues, String telephone, String courriel, Map<String, String> erreurs, String refus) {}
