package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.PublicsHorsRsa;
import fr.jalon.ecran.Refus;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.util.List;

/** The form that adds a public to a person. @param nom displayed name of the person; @param refus what was refused of it */
public record PageDeSuivi(@PersonneMontree long personneId, String nom, FormulaireDeSuivi formulaire, PublicsHorsRsa publics,
    List<SuiveurPossible.Groupe> suiveurs, LocalDate aujourdhui, Refus refus) {}
