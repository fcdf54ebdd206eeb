package fr.jalon.carnet.web;

import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.LecteursDuCarnet.Opposition;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.Refus;
import fr.jalon.structures.Organisation;
import java.time.LocalDate;
import java.util.List;

/** With whom the notebook of a person is shared. @param cle, dite what was typed */
public record PageDuPartage(Identite personne, List<Theme> themes, List<Sorte> sortes, List<Organisation> organisations, List<Opposition> oppositions,
    String cle, String dite, LocalDate aujourdhui, Refus refus) {}
