package fr.jalon.engagement.application;

import fr.jalon.accompagnement.ContactChange;
import fr.jalon.engagement.HeuresChangees;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.rendezvous.RendezVousConstates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Once an act is written, the weeks it touches are counted again: the page that follows shows them. What fails here is made up by the next close. */
@Component
class SuitesDesHeures {
  private final RecueillirLesHeures recueillir;
  private final CompterLesSemaines compter;
  private final JdbcClient base;
  private final Clock horloge;

  SuitesDesHeures(RecueillirLesHeures recueillir, CompterLesSemaines compter, @Qualifier("chargement") JdbcClient base, Clock horloge) {
    this.recueillir = recueillir;
    this.compter = compter;
    this.base = base;
    this.horloge = horloge;
  }

  private record Constate(long personneId, LocalDate jour) {}

  @TransactionalEventListener
  void changees(HeuresChangees c) {
    LocalDate fin = Semaine.de(LocalDate.now(horloge)).dimanche();
    compter.compter(c.personnes(), c.premier(), c.dernier().isAfter(fin) ? fin : c.dernier());
  }

  @TransactionalEventListener
  void contact(ContactChange c) {
    reprendre(List.of(c.personneId()), c.le());
  }

  @TransactionalEventListener
  void rendezVous(RendezVousConstates c) {
    base.sql("""
        select e.personne_id, coalesce(k.jour, e.le) as jour from rendezvous.entretien e left join rendezvous.creneau k on k.id = e.creneau_id where e.id = any(:ids::bigint[])
        union select v.personne_id, s.jour from rendezvous.convocation v join rendezvous.session s on s.id = v.session_id where v.id = any(:ids::bigint[])""")
        .param("ids", c.numeros().toArray(Long[]::new)).query(Constate.class).list().stream().filter(x -> x.jour() != null)
        .collect(Collectors.groupingBy(Constate::jour, Collectors.mapping(Constate::personneId, Collectors.toList())))
        .forEach((jour, personnes) -> reprendre(personnes, jour));
  }

  private void reprendre(List<Long> personnes, LocalDate jour) {
    if (recueillir.executer(personnes, jour, jour) > 0) {
      changees(new HeuresChangees(personnes, jour, jour));
    }
  }
}
