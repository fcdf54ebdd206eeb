package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.domaine.GenreDeContact;
import fr.jalon.accompagnement.domaine.NouveauContact;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A contact as typed. @param creneau number of the slot of the next appointment, or empty; @param retour where to go back */
public record FormulaireDeContact(String le, String genre, String presence, String motif, String duree, String dit, String decide, String creneau,
    String cle, String retour) {

  /** Absent texts are empty; the ends of lines of the browser are ours. */
  public FormulaireDeContact {
    duree = duree == null ? "" : duree.strip();
    dit = dit == null ? "" : dit.replace("\r\n", "\n");
    decide = decide == null ? "" : decide.replace("\r\n", "\n");
    creneau = creneau == null ? "" : creneau;
    cle = CleDeFormulaire.de(cle);
  }

  /** What she began before. @param champs by name, as {@link #champs()} gave them */
  static FormulaireDeContact de(Map<String, String> champs, String retour) {
    return new FormulaireDeContact(champs.get("le"), champs.get("genre"), champs.get("presence"), champs.get("motif"), champs.get("duree"),
        champs.get("dit"), champs.get("decide"), champs.get("creneau"), champs.get("cle"), retour);
  }

  /** Its fields by name, to be kept as they are; what was not answered is not there. */
  Map<String, String> champs() {
    Map<String, String> champs = new LinkedHashMap<>();
    champs.put("le", le);
    champs.put("genre", genre);
    champs.put("presence", presence);
    champs.put("motif", motif);
    champs.put("duree", duree);
    champs.put("dit", dit);
    champs.put("decide", decide);
    champs.put("creneau", creneau);
    champs.put("cle", cle);
    champs.values().removeIf(v -> v == null || v.isEmpty());
    return champs;
  }

  /** True when something was answered: a day alone is the one the page proposed. */
  boolean commence() {
    return champs().keySet().stream().anyMatch(c -> !c.equals("le") && !c.equals("cle"));
  }

  /** As read. */
  NouveauContact contact(long personneId) {
    return new NouveauContact(personneId, DatesPlausibles.lireOuRien(le), Stream.of(GenreDeContact.values()).filter(g -> g.name().equals(genre))
        .findFirst().orElse(null), Stream.of(EtatEntretien.values()).filter(e -> e.name().equals(presence)).findFirst().orElse(null),
        Empechement.de(motif), duree, dit, decide, UUID.fromString(cle));
  }

  /** The same under a number that has not served. */
  FormulaireDeContact sousUneAutreCle() {
    return new FormulaireDeContact(le, genre, presence, motif, duree, dit, decide, creneau, null, retour);
  }

  /** The slot chosen, {@code null} when none was; what cannot be read is no slot, and refused as such. */
  Long creneauChoisi() {
    return creneau.isEmpty() ? null : creneau.matches("\\d{1,18}") ? Long.valueOf(creneau) : Long.valueOf(-1);
  }

  /** Only a page of ours. */
  public String retourSur() {
    return AdresseDePage.localeOu(retour, "/ma-journee");
  }
}
