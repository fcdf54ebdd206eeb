package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.orientation.domaine.Suivi;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What follows the day a follow-up is notified when that day moves, forward or back: the entry it answers, the deadlines it met, the review that
 * starts from it, and the follow-up it replaced, which ends the day before.
 */
@Component
class JourDeNotification {
  private final JdbcClient base;
  private final RegistreDesSuivis suivis;
  private final Echeances echeances;
  private final ReexamenDuParcoursSocial reexamen;

  JourDeNotification(JdbcClient base, RegistreDesSuivis suivis, Echeances echeances, ReexamenDuParcoursSocial reexamen) {
    this.base = base;
    this.suivis = suivis;
    this.echeances = echeances;
    this.reexamen = reexamen;
  }

  /** A follow-up whose day was just written. @param le its day from now on */
  record Date(long id, long personneId, Long entreeId, String etat, LocalDate le) {}

  /** Leaves the passage of what was said of these follow-ups. @param le the day it speaks of */
  void consigner(List<Date> dates, LocalDate le, String motif) {
    dates.stream().collect(Collectors.groupingBy(Date::etat)).forEach((etat, ceux) ->
        suivis.consigner("SUIVI", ceux.stream().map(d -> new RegistreDesSuivis.Objet(d.id(), d.personneId())).toList(), etat, etat, le, motif));
  }

  /** @param motif why the follow-up that each of them replaced ends another day */
  void suivre(List<Date> dates, String motif) {
    if (dates.isEmpty()) {
      return;
    }
    Map<LocalDate, List<Date>> parJour = dates.stream().collect(Collectors.groupingBy(Date::le));
    parJour.forEach((jour, ceux) -> {
      List<Long> entrees = ceux.stream().map(Date::entreeId).filter(Objects::nonNull).toList();
      base.sql("update orientation.entree set etat_depuis = :le where id = any(:entrees::bigint[]) and etat = 'ORIENTEE'")
          .param("le", jour).param("entrees", entrees.stream().mapToLong(Long::longValue).toArray()).update();
      echeances.redater(Nature.ORIENTATION, entrees, jour);
      echeances.redater(FinDuDelai.REFERENT.name(), entrees, jour);
      prolonger(ceux.stream().map(Date::id).toList(), jour.minusDays(1), motif);
    });
    reexamen.repartir(dates.stream().map(Date::id).toList());
  }

  /** The follow-ups replaced by these go on until the day before the new notification. */
  private void prolonger(List<Long> suivants, LocalDate veille, String motif) {
    List<RegistreDesSuivis.Objet> remplaces = base.sql("""
        update orientation.suivi set fin_le = :veille, etat_depuis = :veille where suivant_id = any(:suivants::bigint[]) and etat = 'CLOS' and motif_fin = :motif and fin_le <> :veille
        returning id, personne_id""").param("veille", veille).param("motif", Suivi.REORIENTATION)
        .param("suivants", suivants.stream().mapToLong(Long::longValue).toArray()).query(RegistreDesSuivis.Objet.class).list();
    if (!remplaces.isEmpty()) {
      suivis.consigner("SUIVI", remplaces, EtatSuivi.CLOS.name(), EtatSuivi.CLOS.name(), veille, motif);
      echeances.redater(Nature.REEXAMEN_SOCIAL, remplaces.stream().map(RegistreDesSuivis.Objet::id).toList(), veille);
    }
  }
}
