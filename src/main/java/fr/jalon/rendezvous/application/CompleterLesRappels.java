package fr.jalon.rendezvous.application;

import fr.jalon.allocataires.CoordonneesChangees;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Courriers.Manque;
import fr.jalon.echeances.Balayage;
import fr.jalon.rendezvous.lecture.LieuxConnus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who gave a telephone or an e-mail after she was convoked gets the reminders still to come (requirements ORI-1: a SMS reminder is always sent): at
 * once when an agent types it or a spreadsheet brings it, and again each night for what a stop would have left.
 */
@Component
class CompleterLesRappels implements Balayage {
  private static final String CONVOQUEES = """
      select c.personne_id, c.id as objet_id, s.jour as le, s.lieu_id from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id
      join allocataires.personne p on p.id = c.personne_id
      where c.etat in ('CONVOQUEE', 'CONFIRMEE') and s.etat = 'PREVUE' and s.jour > :jour and (p.telephone is not null or p.courriel is not null)
        and (:personnes::bigint[] is null or p.id = any(:personnes::bigint[]))""";
  private static final String RECUES = """
      select e.personne_id, e.id as objet_id, c.jour as le, m.lieu_id from rendezvous.entretien e join rendezvous.creneau c on c.id = e.creneau_id
      join rendezvous.permanence m on m.id = c.permanence_id
      join allocataires.personne p on p.id = e.personne_id
      where e.etat in ('CONVOQUEE', 'CONFIRMEE') and c.jour > :jour and (p.telephone is not null or p.courriel is not null)
        and (:personnes::bigint[] is null or p.id = any(:personnes::bigint[]))""";
  private final JdbcClient base;
  private final Courriers courriers;
  private final LieuxConnus lieux;
  private final MessagesDeRendezVous messages;

  CompleterLesRappels(JdbcClient base, Courriers courriers, LieuxConnus lieux, MessagesDeRendezVous messages) {
    this.lieux = lieux;
    this.base = base;
    this.courriers = courriers;
    this.messages = messages;
  }

  @Override
  public int balayer(LocalDate jour) {
    completer(jour, null);
    return 0;
  }

  @EventListener
  void joignables(CoordonneesChangees changees) {
    completer(messages.aujourdhui(), changees.personnes().toArray(Long[]::new));
  }

  private void completer(LocalDate jour, Long[] personnes) {
    courriers.completer(EcrireAuxConvoques.RAPPEL, List.of(EcrireAuxConvoques.CONVOCATION, EcrireAuxConvoques.CHANGEMENT),
        manques(CONVOQUEES, jour, personnes));
    courriers.completer(EcrirePourUnEntretien.RAPPEL, List.of(EcrirePourUnEntretien.CONVOCATION), manques(RECUES, jour, personnes));
  }

  /** Who is expected, when and where. */
  private record Attendue(long personneId, long objetId, LocalDate le, int lieuId) {}

  /** One for each reminder whose day is today or to come; it says the place as it is today, whatever she was told first. */
  private List<Manque> manques(String requete, LocalDate jour, Long[] personnes) {
    List<Attendue> attendues = base.sql(requete).param("jour", jour).param("personnes", personnes).query(Attendue.class).list();
    Map<Integer, Map<String, String>> ou = new HashMap<>();
    if (!attendues.isEmpty()) {
      lieux.tous().forEach(l -> ou.put(l.id(), l.dit().valeurs()));
    }
    return attendues.stream().flatMap(a -> messages.joursDesRappels(a.le()).filter(le -> !le.isBefore(jour))
        .map(le -> new Manque(a.personneId(), a.objetId(), le, ou.get(a.lieuId())))).toList();
  }
}
