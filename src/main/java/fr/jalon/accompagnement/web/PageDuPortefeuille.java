package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.lecture.FiltresDuPortefeuille;
import fr.jalon.accompagnement.lecture.FiltresDuPortefeuille.Onglet;
import fr.jalon.accompagnement.lecture.MembreDuPortefeuille;
import fr.jalon.accompagnement.lecture.PortefeuillesIntensifs.Portefeuille;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Refus;
import fr.jalon.structures.Referent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One portfolio.
 *
 * @param moi         true when it is the agent's
 * @param portefeuille as it is today, {@code null} when this référent has never had one
 * @param agissable   true when she may make persons enter and leave
 * @param contacts    true when she reads contacts; @param freins likewise for freins
 * @param refus       why some may not leave, by number of their entry
 */
public record PageDuPortefeuille(Referent qui, boolean moi, Portefeuille portefeuille, Liste<FiltresDuPortefeuille, Onglet,
    MembreDuPortefeuille> liste,
    boolean agissable, boolean contacts, boolean freins, boolean exportable, int rythme, Saisie saisie, Map<Long, String> refus, Refus erreur,
    LocalDate jour) {
  /** What was typed to make some leave. */
  public record Saisie(List<Long> entrees, String motif, String sortieLe, String precision) {
    /** Empty lists rather than nothing. */
    public Saisie {
      entrees = entrees == null ? List.of() : entrees.stream().filter(Objects::nonNull).toList();
      motif = motif == null ? "" : motif;
      precision = precision == null ? "" : precision;
    }
  }

  /** Whose. */
  public String titre() {
    return moi ? "Mon portefeuille intensif" : "Portefeuille intensif de " + qui.nom();
  }

  /** Persons of the portfolio whom this agent does not see. */
  public long nonMontrees() {
    FiltresDuPortefeuille f = liste.filtres();
    return f.nom() != null || portefeuille == null ? 0 : Math.max(0, portefeuille.membres() - liste.comptes().get(Onglet.MEMBRES));
  }

  /** True when it runs and takes persons. */
  public boolean ouvert() {
    return portefeuille != null && portefeuille.ouvert(jour);
  }

  /** True when the rows shown may be ticked to leave. */
  public boolean aCocher() {
    return agissable && liste.filtres().onglet() != Onglet.SORTIES && !liste.lignes().isEmpty();
  }
}
