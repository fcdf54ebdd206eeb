package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.EtatLot;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.courriers.lecture.ListeDesMessages;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the letters that wait into a batch, in the order of the post, and takes a batch apart. A letter is taken once: its state moves first, so
 * a second click finds nothing to take.
 */
@Service
public class PreparerUnLot {
  /** Largest batch: what a printer and an afternoon can take. The rest waits for the next one. */
  public static final int LETTRES_AU_PLUS = 1000;
  private static final String ORDRE =
      "code_postal, ville, regexp_replace(lower(coalesce(adresse, '')), '^[0-9]+ *(bis|ter|quater)? *', ''), adresse, destinataire, id";
  private final JdbcClient base;
  private final RegistreDesMessages registre;
  private final CoordonneesDuJour coordonnees;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  PreparerUnLot(JdbcClient base, RegistreDesMessages registre, CoordonneesDuJour coordonnees, AgentCourant agentCourant,
      Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.coordonnees = coordonnees;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Takes every letter that waits with these filters, at the address known today; those whose address does not hold in the window stay.
   *
   * @param choix      the filters in words
   * @param rectoVerso true when both sides of a sheet are printed: each person begins a new sheet
   * @return id of the batch, to be laid out
   * @throws RefusMetier when none waits
   */
  @Transactional
  public long executer(FiltresDeMessages filtres, String choix, boolean rectoVerso) {
    Map<String, Object> p = ListeDesMessages.parametres(filtres);
    coordonnees.executer("m.canal = 'LETTRE' and " + ListeDesMessages.conditions(), p);
    return prendre("""
        m.id in (select m.id from courriers.message m where m.etat = 'A_ENVOYER' and m.canal = 'LETTRE' and %s order by %s limit %d)"""
        .formatted(ListeDesMessages.conditions(), ORDRE, LETTRES_AU_PLUS), p, choix, rectoVerso);
  }

  /** The same, each person on a new sheet. */
  @Transactional
  public long executer(FiltresDeMessages filtres, String choix) {
    return executer(filtres, choix, true);
  }

  /** Takes those letters that wait among these. @return id of the batch */
  @Transactional
  public long executer(List<Long> messages, String choix, boolean rectoVerso) {
    Map<String, Object> p = Map.of("messages", messages.stream().mapToLong(Long::longValue).toArray());
    coordonnees.executer("m.id = any(:messages::bigint[])", p);
    return prendre("m.canal = 'LETTRE' and m.etat = 'A_ENVOYER' and m.id = any(:messages::bigint[])", p, choix, rectoVerso);
  }

  private long prendre(String condition, Map<String, ?> parametres, String choix, boolean rectoVerso) {
    long lot = base.sql("""
        insert into courriers.lot (etat, choix, lettres, recto_verso, prepare_par, prepare_le, territoires, hors_territoire)
        values ('EN_PREPARATION', ?, 0, ?, ?, ?, '{}', false) returning id""").params(choix, rectoVerso, agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).query(Long.class).single();
    Map<String, Object> tous = new HashMap<>(parametres);
    tous.put("lot", lot);
    int prises = registre.passer(condition, tous, EtatMessage.EN_COURS, "lot_id = :lot", "Dans le lot " + lot + ".").size();
    if (prises == 0) {
      throw new RefusMetier("RIEN_A_IMPRIMER", "Aucune lettre n'attend : elles sont peut-être déjà dans un lot. Voyez la liste des lots.");
    }
    base.sql("""
        update courriers.message m set rang = r.rang from (select id, row_number() over (order by %s) as rang from courriers.message where lot_id = :lot) r
        where m.id = r.id""".formatted(ORDRE)).param("lot", lot).update();
    base.sql("""
        update courriers.lot set lettres = :prises, hors_territoire = exists (select from courriers.message where lot_id = :lot and territoire_id is null),
          territoires = array(select distinct territoire_id from courriers.message where lot_id = :lot and territoire_id is not null order by 1)
        where id = :lot""").param("prises", prises).param("lot", lot).update();
    journal.tracer("LOT_PREPARE", null, null, "Lot %d : %d lettres (%s)".formatted(lot, prises, choix));
    return lot;
  }

  /** Takes a batch apart before it is posted: its letters wait again. @throws RefusMetier when it is posted, or being laid out */
  @Transactional
  public void defaire(long lot) {
    exiger(changer(lot, EtatLot.DEFAIT), "Ce lot est déjà posté, ou son PDF est en cours de fabrication. Rechargez la page.");
    registre.passer("m.lot_id = :lot and m.canal = 'LETTRE' and m.etat = 'EN_COURS'", Map.of("lot", lot), EtatMessage.A_ENVOYER,
        "lot_id = null, rang = null", "Lot " + lot + " défait.");
    journal.tracer("LOT_DEFAIT", null, null, "Lot " + lot + " défait");
  }

  /** Not through Passages: a batch is about nobody, the passages written are those of its letters; the journal says who and when. */
  private boolean changer(long lot, EtatLot vers) {
    String[] avant = vers.precedents().toArray(String[]::new);
    return base.sql("update courriers.lot set etat = ? where id = ? and etat = any(?::text[])").params(vers.name(), lot, avant).update() == 1;
  }

  private static void exiger(boolean vrai, String phrase) {
    if (!vrai) {
      throw new RefusMetier("LOT_CHANGE", phrase);
    }
  }
}
