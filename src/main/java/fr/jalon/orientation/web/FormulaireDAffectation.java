package fr.jalon.orientation.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.orientation.application.AffecterUneListe;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.structures.Public;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list as the agent sends it.
 *
 * @param personnes  ids ticked, in order of urgency
 * @param choix      {@code personne:organisation-referent}, or {@code personne:} for who is left waiting; empty before the first proposal
 * @param besoin     public all the persons of the list belong to, empty when none in particular
 * @param diagnostics true when a diagnostic gives each person her pathway, the list's being for the others
 * @param parcoursDe {@code personne:PARCOURS}, what the agent chose person by person
 * @param motifs     why a person's pathway is not the one recommended, by person; a blank one takes {@code motifCommun}
 * @param acceptePar who accepts that référents go over their capacity
 * @param retour     where to go back
 */
public record FormulaireDAffectation(List<Long> personnes, List<String> choix, String parcours, Boolean diagnostics, List<String> parcoursDe,
    Map<Long, String> motifs, String motifCommun, String besoin, String notifieLe, String acceptePar, String raison, String retour) {
  private static final Pattern PARCOURS = Pattern.compile("(\\d{1,18}):(SOCIAL|SOCIOPROFESSIONNEL|PROFESSIONNEL)");
  private static final Pattern CHOIX = Pattern.compile("(\\d{1,18}):(?:(\\d{1,9})-(\\d{1,9}))?");

  /** Absent lists and texts are empty. */
  public FormulaireDAffectation {
    personnes = personnes == null ? List.of() : personnes.stream().filter(Objects::nonNull).toList();
    choix = choix == null ? List.of() : choix.stream().filter(Objects::nonNull).toList();
    diagnostics = Boolean.TRUE.equals(diagnostics);
    parcoursDe = parcoursDe == null ? List.of() : parcoursDe.stream().filter(Objects::nonNull).toList();
    motifs = motifs == null ? Map.of() : Map.copyOf(motifs);
    motifCommun = motifCommun == null ? "" : motifCommun;
    acceptePar = acceptePar == null ? "" : acceptePar;
    raison = raison == null ? "" : raison;
  }

  /** With the reasons typed row by row: fields named {@code motif-} and the number of the person. */
  FormulaireDAffectation avecMotifs(Map<String, String> champs) {
    Map<Long, String> lus = new LinkedHashMap<>();
    champs.forEach((nom, texte) -> {
      if (nom.matches("motif-\\d{1,18}")) {
        lus.put(Long.valueOf(nom.substring("motif-".length())), texte);
      }
    });
    return new FormulaireDAffectation(personnes, choix, parcours, diagnostics, parcoursDe, lus, motifCommun, besoin, notifieLe,
        acceptePar, raison, retour);
  }

  /** An organisation and one of its référents. */
  record Destinataire(int organisation, int referent) {}

  /** The référent chosen by person; {@code null} for who is left waiting. */
  Map<Long, Destinataire> choisis() {
    Map<Long, Destinataire> parPersonne = new LinkedHashMap<>();
    for (String c : choix) {
      Matcher m = CHOIX.matcher(c);
      if (m.matches()) {
        parPersonne.put(Long.valueOf(m.group(1)),
            m.group(2) == null ? null : new Destinataire(Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
      }
    }
    return parPersonne;
  }

  /** The pathways of the list. */
  AffecterUneListe.ParcoursDeLaListe parcoursDeLaListe() {
    Map<Long, Parcours> choisis = new LinkedHashMap<>();
    for (String p : parcoursDe) {
      Matcher m = PARCOURS.matcher(p);
      if (m.matches()) {
        choisis.put(Long.valueOf(m.group(1)), Parcours.valueOf(m.group(2)));
      }
    }
    return new AffecterUneListe.ParcoursDeLaListe(parcoursChoisi(), diagnostics, choisis);
  }

  /** Why her pathway is not the one recommended, as typed; the reason of the list when hers is blank. */
  public String motif(long personne) {
    String sien = motifs.getOrDefault(personne, "");
    return sien.isBlank() ? motifCommun : sien;
  }

  /** The orientations asked for. @param parcours of each person */
  List<NouvelleOrientation> orientations(Map<Long, Parcours> parcours) {
    Depassement depassement = Depassement.de(acceptePar, raison);
    List<NouvelleOrientation> orientations = new ArrayList<>();
    choisis().forEach((personne, d) -> {
      if (d != null && parcours.containsKey(personne)) {
        orientations.add(new NouvelleOrientation(personne, parcours.get(personne), d.organisation(), d.referent(), jour(),
            motif(personne).isBlank() ? null : motif(personne).strip(), publicChoisi(), depassement));
      }
    });
    return orientations;
  }

  /** {@code null} when none. */
  Parcours parcoursChoisi() {
    for (Parcours p : Parcours.values()) {
      if (p.name().equals(parcours)) {
        return p;
      }
    }
    return null;
  }

  /** {@code null} when none: each person keeps the one her file gives. */
  Public publicChoisi() {
    for (Public p : Public.values()) {
      if (p.name().equals(besoin)) {
        return p;
      }
    }
    return null;
  }

  /** {@code null} when it is not a date. */
  LocalDate jour() {
    try {
      return notifieLe == null || notifieLe.isBlank() ? null : DatesPlausibles.lire(notifieLe);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  /** Only a page of ours. */
  public String retourSur() {
    return AdresseDePage.localeOu(retour, "/nouveaux-entrants");
  }
}
