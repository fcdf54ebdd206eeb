package fr.jalon.echanges.tableur.web;

import fr.jalon.echanges.tableur.application.ApercusDesTableurs.Apercu;
import fr.jalon.echanges.tableur.application.AnnulationEnFond;
import fr.jalon.echanges.tableur.application.EnregistrementEnFond;
import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.ReprendreUnTableur;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.application.Tableurs;
import fr.jalon.echanges.tableur.application.VerificationEnFond;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.TravauxSuivis;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rows of a spreadsheet as its page shows them: persons are read alone, the rest is held against what Jalon knows. */
@Component
class ComposerLesLignes {
  private final Tableurs tableurs;
  private final ReprendreUnTableur reprendre;
  private final EnregistrementEnFond enregistrement;
  private final VerificationEnFond verification;
  private final AnnulationEnFond annulation;
  private final TravauxSuivis suivis;
  private final Clock horloge;

  ComposerLesLignes(Tableurs tableurs, ReprendreUnTableur reprendre, EnregistrementEnFond enregistrement,
      VerificationEnFond verification, AnnulationEnFond annulation, TravauxSuivis suivis, Clock horloge) {
    this.tableurs = tableurs;
    this.reprendre = reprendre;
    this.enregistrement = enregistrement;
    this.verification = verification;
    this.annulation = annulation;
    this.suivis = suivis;
    this.horloge = horloge;
  }

  /** True when something is done with it behind the screen; looking at all its rows begins here when nobody does. */
  boolean attend(Tableur t) {
    return t.enCours() || verification.attendre(t);
  }

  /** How far what is done with it is, {@code null} when it is over. */
  TravauxSuivis.Avancement avancement(Tableur t) {
    GenreDeTravail<?> genre = t.seDefait() ? annulation : t.enCours() ? enregistrement : verification;
    return suivis.le(genre, Long.toString(t.id())).orElse(null);
  }

  /** What it would give, before it is recorded. */
  Apercu apercu(Tableur t) {
    return t.enregistre() || t.enCours() || t.aVerifier() && !reprendre.apercuPret(t) ? new Apercu(0, 0) : t.genre().repris() ? reprendre.apercu(t)
        : new Apercu(tableurs.justes(t.id(), t.lecture(LocalDate.now(horloge))), 0);
  }

  /** In the order given. */
  List<PageDeTableur.Ligne> lignes(Tableur t, List<LigneGardee> gardees) {
    List<LigneGardee> aLire = gardees.stream().filter(l -> l.statut().aEnregistrer()).toList();
    Map<Integer, ReprendreUnTableur.Examen> examens = new HashMap<>();
    if (t.genre().repris() && !aLire.isEmpty()) {
      List<ReprendreUnTableur.Examen> dits = reprendre.examiner(t, aLire);
      for (int i = 0; i < aLire.size(); i++) {
        examens.put(aLire.get(i).rang(), dits.get(i));
      }
    } else {
      LectureDeLigne lecture = t.lecture(LocalDate.now(horloge));
      aLire.forEach(l -> examens.put(l.rang(), new ReprendreUnTableur.Examen(lecture.lire(l.valeurs()).erreurs(), null)));
    }
    ReprendreUnTableur.Examen rien = new ReprendreUnTableur.Examen(List.of(), null);
    return gardees.stream().map(l -> {
      ReprendreUnTableur.Examen e = examens.getOrDefault(l.rang(), rien);
      return new PageDeTableur.Ligne(l, t, e.erreurs(), e.dejaLa());
    }).toList();
  }
}
