package fr.jalon.engagement.web;

import fr.jalon.engagement.lecture.CampagneDesContrats.Campagne;
import fr.jalon.engagement.lecture.CampagneDesContrats.Ligne;
import fr.jalon.engagement.lecture.FiltresDeContrats;
import fr.jalon.engagement.lecture.FiltresDeContrats.Anciennete;
import fr.jalon.engagement.lecture.FiltresDeContrats.File;
import fr.jalon.engagement.lecture.FiltresDeContrats.Suivies;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Territoire;
import java.util.List;

/** What the page of the campaign shows. @param campagne {@code null} before the law; @param miennes true when a référent sees hers alone */
public record PageDeLaCampagne(Campagne campagne, boolean miennes, List<Territoire> territoires, Integer territoire) {
  /** Where the persons of a row who have no contract are. @param deReferent false for a territory */
  public String reste(Ligne l, boolean deReferent) {
    return new FiltresDeContrats(File.A_PREPARER, deReferent ? MaFiche.choisi(territoire) : l.id(), deReferent ? l.id() : null,
        deReferent ? l.organisationId() : null, null, deReferent && l.id() == null ? Suivies.SANS_REFERENT : null, null, Anciennete.STOCK, null, 1)
        .adresse().toString();
  }
}
