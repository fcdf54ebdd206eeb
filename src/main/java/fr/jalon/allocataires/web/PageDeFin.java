package fr.jalon.allocataires.web;

import fr.jalon.allocataires.lecture.SuiviHorsRsa;
import fr.jalon.ecran.Refus;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/** The form that ends a follow-up outside the RSA, as typed. @param nom displayed name of the person; @param libelle of the public */
public record PageDeFin(SuiviHorsRsa suivi, @PersonneMontree long personneId, String nom, String libelle, String finLe, String motif,
    String precision, LocalDate aujourdhui, Refus refus) {}
