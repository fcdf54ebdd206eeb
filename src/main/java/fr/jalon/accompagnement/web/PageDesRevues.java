package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.lecture.Revues.Revue;
import fr.jalon.ecran.Refus;
import fr.jalon.structures.Referent;
import java.time.LocalDate;
import java.util.List;

/** The reviews, and the form that opens one. @param choix whose file may be reviewed by this agent; @param referent, le as typed */
public record PageDesRevues(List<Revue> revues, List<Referent> choix, String referent, String le, LocalDate aujourdhui, Refus refus) {}
