package fr.jalon.allocataires.web;

import fr.jalon.ecran.Refus;
import fr.jalon.socle.PersonneMontree;
import fr.jalon.structures.Commune;
import java.util.List;

/**
 * The form of who a person is and where she lives. @param nom displayed name of the person; @param communes where she may live; @param refus what was
 * refused of it
 */
public record PageDIdentite(@PersonneMontree long personneId, String nom, FormulaireDIdentite formulaire, List<Commune> communes, Refus refus) {}
