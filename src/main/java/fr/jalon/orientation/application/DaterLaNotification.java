package fr.jalon.orientation.application;

import fr.jalon.courriers.LettresPostees;
import fr.jalon.echeances.Echeances;
import fr.jalon.ecran.Francais;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.orientation.domaine.Suivi;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The letter of an orientation, or of a réorientation accepted, left later than the day it was recorded: that day is the one of the notification
 * (06, annexe 4: the day of posting counts), for the follow-up, the entry it answers, the deadline met and the review that starts from it. The
 * follow-up replaced by a réorientation then ends the day before.
 */
@Component
class DaterLaNotification {
  private final JdbcClient base;
  private final RegistreDesSuivis suivis;
  private final Echeances echeances;
  private final ReexamenDuParcoursSocial reexamen;

  DaterLaNotification(JdbcClient base, RegistreDesSuivis suivis, Echeances echeances, ReexamenDuParcoursSocial reexamen) {
    this.base = base;
    this.suivis = suivis;
    this.echeances = echeances;
    this.reexamen = reexamen;
  }

  private record Date(long id, long personneId, Long entreeId, String etat) {}

  @EventListener
  void lettresPostees(LettresPostees postees) {
    long[] lesquels = LongStream.concat(Arrays.stream(objets(postees, NotificationParCourrier.MODELE)),
        nesDe(objets(postees, LettresDeReorientation.DECISION)).stream().mapToLong(Long::longValue)).toArray();
    LocalDate le = postees.le();
    tenir(objets(postees, NotificationParCourrier.MODELE), le);
    List<Date> dates = lesquels.length == 0 ? List.of() : base.sql("""
        update orientation.suivi set notifie_le = :le, etat_depuis = greatest(etat_depuis, :le::date)
        where id = any(:suivis::bigint[]) and notifie_le < :le and (fin_le is null or fin_le >= :le)
        returning id, personne_id, entree_id, etat""").param("le", le).param("suivis", lesquels).query(Date.class).list();
    if (dates.isEmpty()) {
      return;
    }
    String motif = "Courrier posté le " + Francais.date(le) + " : c'est le jour de la notification.";
    dates.stream().map(Date::etat).distinct().forEach(etat -> suivis.consigner("SUIVI", dates.stream().filter(d -> d.etat().equals(etat))
        .map(d -> new RegistreDesSuivis.Objet(d.id(), d.personneId())).toList(), etat, etat, le, motif));
    List<Date> reponses = dates.stream().filter(d -> d.entreeId() != null).toList();
    List<Long> entrees = reponses.stream().map(Date::entreeId).toList();
    base.sql("update orientation.entree set etat_depuis = :le where id = any(:entrees::bigint[]) and etat = 'ORIENTEE'")
        .param("le", le).param("entrees", entrees.stream().mapToLong(Long::longValue).toArray()).update();
    echeances.redater(Nature.ORIENTATION, entrees, le);
    echeances.redater(FinDuDelai.REFERENT.name(), entrees, le);
    reexamen.repartir(dates.stream().map(Date::id).toList());
    prolonger(dates.stream().map(Date::id).toList(), le);
  }

  private record Postee(Long entreeId, Integer referentId) {}

  /** The orientations whose letter leaves are notified: what they answer is met, that day. */
  private void tenir(long[] suivisPostes, LocalDate le) {
    List<Postee> notifiees = suivisPostes.length == 0 ? List.of() : base.sql("""
        update orientation.suivi set a_poster = false where id = any(:suivis::bigint[]) and a_poster returning entree_id, referent_id""")
        .param("suivis", suivisPostes).query(Postee.class).list().stream().filter(p -> p.entreeId() != null).toList();
    echeances.tenir(Nature.ORIENTATION, notifiees.stream().map(Postee::entreeId).toList(), le);
    echeances.tenir(FinDuDelai.REFERENT.name(), notifiees.stream().filter(p -> p.referentId() != null).map(Postee::entreeId).toList(), le);
  }

  private static long[] objets(LettresPostees postees, String modele) {
    return postees.lettres().stream().filter(l -> l.modele().equals(modele)).mapToLong(LettresPostees.Lettre::objetId).toArray();
  }

  /** The follow-ups opened by those of these réorientations that were accepted. */
  private List<Long> nesDe(long[] reorientations) {
    return reorientations.length == 0 ? List.of()
        : base.sql("select nouveau_suivi_id from orientation.reorientation where id = any(:ids::bigint[]) and etat = 'ACCEPTEE'").param("ids", reorientations)
        .query(Long.class).list();
  }

  /** The follow-ups replaced by these go on until the day before the new notification. */
  private void prolonger(List<Long> suivants, LocalDate le) {
    LocalDate veille = le.minusDays(1);
    List<RegistreDesSuivis.Objet> remplaces = base.sql("""
        update orientation.suivi set fin_le = :veille, etat_depuis = :veille where suivant_id = any(:suivants::bigint[]) and etat = 'CLOS' and motif_fin = :motif
        returning id, personne_id""").param("veille", veille).param("motif", Suivi.REORIENTATION)
        .param("suivants", suivants.stream().mapToLong(Long::longValue).toArray()).query(RegistreDesSuivis.Objet.class).list();
    if (!remplaces.isEmpty()) {
      suivis.consigner("SUIVI", remplaces, EtatSuivi.CLOS.name(), EtatSuivi.CLOS.name(), veille,
          "La réorientation qui le remplace a été postée le %s.".formatted(Francais.date(le)));
      echeances.redater(Nature.REEXAMEN_SOCIAL, remplaces.stream().map(RegistreDesSuivis.Objet::id).toList(), veille);
    }
  }
}
