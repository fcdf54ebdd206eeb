package fr.jalon.rendezvous.application;

import fr.jalon.echeances.Balayage;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each day, whoever may enter a session from its waiting list does: nobody stays there while a place is free. */
@Component
class BalayerLesListesDAttente implements Balayage {
  private final JdbcClient base;
  private final ListeDAttente liste;

  BalayerLesListesDAttente(JdbcClient base, ListeDAttente liste) {
    this.base = base;
    this.liste = liste;
  }

  @Override
  public int balayer(LocalDate jour) {
    return base.sql("""
        select distinct s.id from rendezvous.session s join rendezvous.convocation c on c.session_id = s.id and c.etat = 'EN_ATTENTE'
        where s.etat = 'PREVUE' and s.jour > ? order by 1""").param(jour).query(Long.class).list().stream().mapToInt(liste::faireEntrer).sum();
  }
}
