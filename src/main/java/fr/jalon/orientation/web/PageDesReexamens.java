package fr.jalon.orientation.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Refus;
import fr.jalon.orientation.lecture.FiltresDeReexamens;
import fr.jalon.orientation.lecture.FiltresDeReexamens.File;
import fr.jalon.orientation.lecture.LigneDeReexamen;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Territoire;
import java.util.List;
import java.util.Map;

/**
 * The page of the reviews of parcours social.
 *
 * @param delai   after which a parcours social is reviewed, « 6 mois »; @param delaiLong the same when the diagnostic tells a frailty
 * @param saisie  what was typed to keep a list, and refused; empty at first
 * @param refus   why a line cannot be kept, by follow-up; @param erreur why the list cannot
 * @param faits   the reviews just recorded, which may be undone, or {@code null}
 */
public record PageDesReexamens(Liste<FiltresDeReexamens, File, LigneDeReexamen> liste, List<Territoire> territoires, List<Organisation> organisations,
    String delai,
    String delaiLong, FormulaireDeMaintien saisie, Map<Long, String> refus, Refus erreur, Faits faits) {

  /** Reviews just recorded. */
  public record Faits(List<Long> maintiens, String phrase) implements java.io.Serializable {}

  /** « 12 parcours sociaux sont à réexaminer, dont 3 en retard. » */
  public String resume() {
    long aFaire = liste.comptes().get(File.A_FAIRE);
    long retard = liste.comptes().get(File.RETARD);
    String debut = aFaire == 0 ? "Aucun parcours social n'est à réexaminer bientôt" : Francais.nombre(aFaire)
        + (aFaire < 2 ? " parcours social est à réexaminer" : " parcours sociaux sont à réexaminer");
    return debut + (retard == 0 ? "." : ", dont " + Francais.nombre(retard) + " en retard.");
  }
}
