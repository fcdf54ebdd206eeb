package fr.jalon.carnet.web;

import fr.jalon.carnet.application.CorrigerUnEcrit.ACorriger;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.Refus;
import java.time.LocalDate;

/** The form of a correction. @param ecrit as it is now; @param texte as typed */
public record PageDeCorrection(Identite personne, ACorriger ecrit, String theme, String le, String texte, String motif, LocalDate aujourdhui,
    Refus refus) {}
