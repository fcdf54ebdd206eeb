package fr.jalon.carnet.web;

import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.Lecteurs;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.Refus;
import java.time.LocalDate;
import java.util.List;

/** The form of an entry. @param themes those the agent reads; @param moi login of the agent at work */
public record PageDEcrit(Identite personne, List<Theme> themes, Lecteurs lecteurs, FormulaireDEcrit formulaire, String moi, LocalDate aujourdhui,
    Refus refus) {}
