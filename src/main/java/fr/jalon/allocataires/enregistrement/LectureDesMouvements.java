package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.allocataires.constat.Mouvement.Situation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Once a file is recorded, reads for each adult concerned her situation at the end of the month before, just before the reference date
 * and at it, in the foyer where she counts that day ({@code allocataires.place_au}).
 */
final class LectureDesMouvements {
  private static final int LOT = 4000;
  private static final String LECTURE = """
      select personne_id, foyer_id, sdd, etat, suspendu_depuis, arrivee_le, date_demande from allocataires.place_au(?)
      where personne_id = any (?) and adulte and etat is not null""";
  private final Connection connexion;
  private final Constat constat;

  LectureDesMouvements(Connection connexion, Constat constat) {
    this.connexion = connexion;
    this.constat = constat;
  }

  private record Lue(Situation situation, LocalDate dateDemande, LocalDate arriveeLe) {}

  void lire(BitSet personnes, Consumer<List<Mouvement>> suite) throws SQLException {
    List<Long> lot = new ArrayList<>(LOT);
    for (int id = personnes.nextSetBit(0); id >= 0; id = personnes.nextSetBit(id + 1)) {
      lot.add((long) id);
      if (lot.size() == LOT) {
        suite.accept(lire(lot));
        lot.clear();
      }
    }
    if (!lot.isEmpty()) {
      suite.accept(lire(lot));
    }
  }

  private List<Mouvement> lire(List<Long> personnes) throws SQLException {
    LocalDate reference = constat.reference();
    Map<Long, Lue> finMois = situations(personnes, reference.withDayOfMonth(1).minusDays(1));
    Map<Long, Lue> avant = situations(personnes, reference.minusDays(1));
    Map<Long, Lue> apres = situations(personnes, reference);
    List<Mouvement> mouvements = new ArrayList<>(personnes.size());
    for (Long p : personnes) {
      Lue dApres = apres.get(p);
      Lue repere = dApres != null ? dApres : avant.get(p);
      if (repere != null) {
        mouvements.add(new Mouvement(p, repere.situation.foyerId(), situation(avant.get(p)), situation(finMois.get(p)), situation(dApres),
            repere.dateDemande, repere.arriveeLe));
      }
    }
    return mouvements;
  }

  private static Situation situation(Lue lue) {
    return lue == null ? null : lue.situation;
  }

  private Map<Long, Lue> situations(List<Long> personnes, LocalDate au) throws SQLException {
    Map<Long, Lue> situations = new HashMap<>();
    try (PreparedStatement requete = connexion.prepareStatement(LECTURE)) {
      requete.setObject(1, au);
      requete.setArray(2, connexion.createArrayOf("bigint", personnes.toArray()));
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          situations.put(l.getLong(1), new Lue(new Situation(l.getString("etat"), l.getBoolean("sdd"),
              l.getObject("suspendu_depuis", LocalDate.class), l.getLong("foyer_id")),
              l.getObject("date_demande", LocalDate.class), l.getObject("arrivee_le", LocalDate.class)));
        }
      }
    }
    return situations;
  }
}
