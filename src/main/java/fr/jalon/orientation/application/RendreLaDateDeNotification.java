package fr.jalon.orientation.application;

import fr.jalon.courriers.LettresDepostees;
import fr.jalon.echeances.Echeances;
import fr.jalon.ecran.Francais;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letter of an orientation was said to be posted by mistake: the notification takes back the day its letter bears, until it is really posted. */
@Component
class RendreLaDateDeNotification {
  private final JdbcClient base;
  private final RegistreDesSuivis suivis;
  private final Echeances echeances;
  private final ReexamenDuParcoursSocial reexamen;

  RendreLaDateDeNotification(JdbcClient base, RegistreDesSuivis suivis, Echeances echeances, ReexamenDuParcoursSocial reexamen) {
    this.base = base;
    this.suivis = suivis;
    this.echeances = echeances;
    this.reexamen = reexamen;
  }

  private record Rendu(long id, long personneId, Long entreeId, String etat, LocalDate le) {}

  @EventListener
  void lettresDepostees(LettresDepostees reprises) {
    List<LettresDepostees.Lettre> siennes = reprises.lettres().stream().filter(l -> l.modele().equals(NotificationParCourrier.MODELE)).toList();
    List<Rendu> rendus = siennes.isEmpty() ? List.of() : base.sql("""
        update orientation.suivi s set notifie_le = u.le from unnest(:suivis::bigint[], :dates::date[]) u(id, le)
        where s.id = u.id and s.notifie_le = :etait_le and u.le < :etait_le and s.fin_le is null returning s.id, s.personne_id, s.entree_id, s.etat, u.le""")
        .param("suivis", siennes.stream().mapToLong(LettresDepostees.Lettre::objetId).toArray()).param("dates", siennes.stream().map(l -> l.le().toString()).toArray(String[]::new))
        .param("etait_le", reprises.etaitLe()).query(Rendu.class).list();
    String motif = "Courrier dit posté le %s par erreur : il attend de nouveau.".formatted(Francais.date(reprises.etaitLe()));
    rendus.stream().map(Rendu::le).distinct().forEach(le -> {
      List<Rendu> ceuxLa = rendus.stream().filter(r -> r.le().equals(le)).toList();
      ceuxLa.stream().map(Rendu::etat).distinct().forEach(etat -> suivis.consigner("SUIVI", ceuxLa.stream().filter(r -> r.etat().equals(etat))
          .map(r -> new RegistreDesSuivis.Objet(r.id(), r.personneId())).toList(), etat, etat, reprises.etaitLe(), motif));
      echeances.redater(Nature.ORIENTATION, ceuxLa.stream().map(Rendu::entreeId).filter(java.util.Objects::nonNull).toList(), le);
    });
    if (!rendus.isEmpty()) {
      reexamen.repartir(rendus.stream().map(Rendu::id).toList());
    }
  }
}
