package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.domaine.NouvelleAction;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.socle.DonneeDeSante;
import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

/** An action as typed. @param action {@code MOBILITE:COVOITURAGE}, or {@code MOBILITE:} when it is said freely; @param retour where to go back */
@DonneeDeSante
public record FormulaireDAction(String action, String precision, String avecQui, String pourLe, String etat, String cle, String retour) {

  /** Absent texts are empty. */
  public FormulaireDAction {
    action = action == null ? "" : action;
    precision = precision == null ? "" : precision;
    avecQui = avecQui == null ? "" : avecQui;
    pourLe = pourLe == null ? "" : pourLe;
    etat = etat == null || etat.isEmpty() ? EtatAction.PREVUE.name() : etat;
    cle = CleDeFormulaire.de(cle);
    retour = retour == null ? "" : retour;
  }

  static FormulaireDAction vide(String theme, String retour) {
    return new FormulaireDAction(theme.matches("[A-Z_]+") ? theme + ":" : "", null, null, null, null, null, retour);
  }

  /** The same under a number that has not served. */
  FormulaireDAction sousUneAutreCle() {
    return new FormulaireDAction(action, precision, avecQui, pourLe, etat, null, retour);
  }

  /** As read. @param sante true when the agent writes of health; @throws fr.jalon.socle.SaisieRefusee for a day that cannot be read */
  NouvelleAction action(Themes themes, boolean sante) {
    String[] parts = action.split(":", 2);
    Fautes fautes = new Fautes();
    LocalDate jour = DatesPlausibles.facultatif("pourLe", pourLe, fautes);
    fautes.lever();
    return new NouvelleAction(themes.rubrique(parts[0]).filter(r -> r.theme() && (sante || !r.sante())).orElse(null), parts.length < 2
        || parts[1].isEmpty() ? null : parts[1],
        precision, avecQui, jour, Stream.of(EtatAction.values()).filter(e -> e.name().equals(etat)).findFirst().orElse(null), UUID.fromString(cle));
  }

  /** Only a page of ours. */
  public String retourSur(long personne) {
    return AdresseDePage.localeOu(retour, "/diagnostic-global/" + personne + "/actions");
  }
}
