package fr.jalon.justedroit.web;

import fr.jalon.justedroit.domaine.AideDeLAnnee;
import fr.jalon.justedroit.domaine.AideDeLAnnee.Retenu;

/**
 * The page of the aide au poste.
 *
 * @param aide    the year, or {@code null} when what was typed is wrong
 * @param export  address of the spreadsheet
 */
public record PageDeLAide(Saisie saisie, Retenu retenu, AideDeLAnnee aide, String export, int premiereAnnee, int derniereAnnee) {}
