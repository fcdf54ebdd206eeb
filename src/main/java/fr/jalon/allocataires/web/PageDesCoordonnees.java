package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.ChangerLesCoordonnees.Connues;
import fr.jalon.ecran.Refus;
import fr.jalon.socle.PersonneMontree;

/**
 * The form of the telephone number and the e-mail address, as typed.
 *
 * @param connues what is recorded now
 * @param refus   what was refused of it
 */
public record PageDesCoordonnees(@PersonneMontree long personneId, Connues connues, String telephone, String courriel, Refus refus) {}
