package fr.jalon.orientation.application;

import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.ChangementDeReferent;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.EtatRelais;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.orientation.lecture.Relais;
import fr.jalon.orientation.lecture.Relais.Confiee;
import fr.jalon.orientation.lecture.Relais.Passe;
import fr.jalon.orientation.lecture.RelaisAVenir;
import fr.jalon.orientation.lecture.RelaisAVenir.Absence;
import fr.jalon.orientation.lecture.RelaisAVenir.Prevue;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * On their day, does the hand-overs that were planned and gives back those that come back by themselves. Each is one transaction that begins by
 * taking its row: stopped in the middle, it is done at the next pass; done, it is not done again. Everything is looked at anew: who can pass does,
 * who cannot stays and is told to whoever planned it and to who still follows her.
 */
@Component
public class FaireLesRelaisPrevus {
  private static final Logger TRACE = LoggerFactory.getLogger(FaireLesRelaisPrevus.class);
  private static final String NOM = "balayage";
  private final JdbcClient base;
  private final ChangerLeReferent changer;
  private final RegistreDesSuivis suivis;
  private final Relais relais;
  private final RelaisAVenir aVenir;
  private final Structures structures;
  private final AgentSysteme systeme;
  private final TransactionTemplate transaction;
  private final Journal journal;
  private final Clock horloge;

  FaireLesRelaisPrevus(JdbcClient base, ChangerLeReferent changer, RegistreDesSuivis suivis, Relais relais, RelaisAVenir aVenir,
      Structures structures, AgentSysteme systeme, TransactionTemplate transaction, Journal journal, Clock horloge) {
    this.base = base;
    this.changer = changer;
    this.suivis = suivis;
    this.relais = relais;
    this.aVenir = aVenir;
    this.structures = structures;
    this.systeme = systeme;
    this.transaction = transaction;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** Those of the day and of the days before. @return how many were done or given back */
  public int executer() {
    return systeme.agir(NOM, () -> {
      LocalDate jour = LocalDate.now(horloge);
      return chacun("select id from orientation.relais where etat = 'FAIT' and retour_seul and retour_le <= ? order by retour_le, id", jour,
          id -> revenir(id, jour))
          + chacun("select id from orientation.relais where etat = 'PREVU' and le <= ? order by le, id", jour, id -> passer(id, jour));
    });
  }

  private int chacun(String lesquels, LocalDate jour, Function<Long, Boolean> acte) {
    int faits = 0;
    for (long id : transaction.execute(_ -> base.sql(lesquels).param(jour).query(Long.class).list())) {
      try {
        faits += Boolean.TRUE.equals(transaction.execute(_ -> acte.apply(id))) ? 1 : 0;
      } catch (RuntimeException panne) {
        // one that breaks must not keep the others from their day; it is tried again at the next pass, and the list of hand-overs says it
        TRACE.error("Le relais {} n'a pas pu être fait", id, panne);
        transaction.executeWithoutResult(_ -> base.sql("update orientation.relais set panne_le = ? where id = ? and panne_le is null")
            .params(OffsetDateTime.now(horloge), id).update());
      }
    }
    return faits;
  }

  private boolean passer(long id, LocalDate jour) {
    if (!prendre(id, EtatRelais.PREVU)) {
      return false;
    }
    Passe p = relais.un(id).orElseThrow();
    List<Prevue> prevues = aVenir.personnes(id);
    Map<Long, Suivi> connus = suivis.verrouiller(prevues.stream().map(Prevue::suiviId).toList()).stream()
        .collect(Collectors.toMap(Suivi::id, Function.identity()));
    Map<Integer, Referent> referents = structures.referents().stream().collect(Collectors.toMap(Referent::id, Function.identity()));
    Map<Integer, Absence> absents = aVenir.absents(prevues.stream().map(Prevue::versId).toList(), jour);
    Map<Long, String> parties = new HashMap<>();
    Map<Long, String> restees = new HashMap<>();
    List<ChangementDeReferent> aFaire = new ArrayList<>();
    for (Prevue q : prevues) {
      Suivi s = connus.get(q.suiviId());
      if (s == null || s.etat() == EtatSuivi.CLOS) {
        parties.put(q.suiviId(), "Son suivi a pris fin avant ce jour.");
      } else if (!Objects.equals(s.referentId(), p.deId())) {
        parties.put(q.suiviId(), "%s ne la suivait plus ce jour-là.".formatted(p.de()));
      } else {
        try {
          PrevoirUnRelais.exigerPresent(referents.get(q.versId()), absents);
          aFaire.add(new ChangementDeReferent(s.id(), q.versId(), p.le(), p.raison(), p.depassement()));
        } catch (RefusMetier non) {
          restees.put(q.suiviId(), non.getMessage());
        }
      }
    }
    int passees = autantQuePossible(aFaire, p.prevenir(), id, restees);
    dire(parties, jour, null, id);
    dire(restees, jour, p.deId(), id);
    finir(p, passees, passees == 0 ? EtatRelais.ANNULE : EtatRelais.FAIT, "Le jour venu, personne n'a pu changer de référent.", passees);
    journal.tracer(passees == 0 ? "RELAIS_ANNULE" : "RELAIS_PASSE", null, null, "%s, prévu le %s : %s%s".formatted(p.de(), Francais.date(p.le()),
        Francais.compte(passees, "personne confiée", "personnes confiées"),
        restees.isEmpty() ? "" : ", " + Francais.compte(restees.size(), "n'a pas pu passer", "n'ont pas pu passer")));
    return true;
  }

  private boolean revenir(long id, LocalDate jour) {
    if (!prendre(id, EtatRelais.FAIT)) {
      return false;
    }
    Passe p = relais.un(id).orElseThrow();
    List<Confiee> ceux = relais.personnes(id).stream().filter(Confiee::encore).toList();
    Map<Long, String> restees = new HashMap<>();
    // she gave them for a time: that she takes them back was accepted with it
    Depassement prevu = new Depassement(p.par(), "Retour prévu d'un passage de relais");
    int revenues = autantQuePossible(ceux.stream().map(c -> new ChangementDeReferent(c.suiviId(), p.deId(), p.retourLe(),
        "Retour après : " + p.raison(), prevu)).toList(), p.prevenirAuRetour(), id, restees);
    for (Confiee c : ceux) {
      if (restees.containsKey(c.suiviId())) {
        base.sql("""
            insert into orientation.confiee_prevue (personne_id, relais_id, suivi_id, vers_id, refus, refuse_le, reste_a) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (relais_id, suivi_id) do update set refus = excluded.refus, refuse_le = excluded.refuse_le, reste_a = excluded.reste_a""")
            .params(c.personneId(), id, c.suiviId(), p.deId(), "Retour prévu : " + restees.get(c.suiviId()), jour, c.versId()).update();
      }
    }
    if (restees.isEmpty()) {
      finir(p, p.personnes(), EtatRelais.RENDU, null, revenues);
    } else {
      base.sql("update orientation.relais set retour_seul = false, panne_le = null where id = ?").param(id).update();
    }
    journal.tracer(restees.isEmpty() ? "RELAIS_RENDU" : "RELAIS_RESTE_A_RENDRE", null, null, "%s, de lui-même : %s%s".formatted(p.de(),
        Francais.compte(revenues, "personne", "personnes"),
        restees.isEmpty() ? "" : ", " + Francais.compte(restees.size(), "n'a pas pu revenir", "n'ont pas pu revenir")));
    return true;
  }

  /** Another server, or a pass before, has done it otherwise. */
  private boolean prendre(long id, EtatRelais etat) {
    return base.sql("select id from orientation.relais where id = ? and etat = ? for update skip locked").params(id, etat.name()).query(Long.class)
        .optional().isPresent();
  }

  /** All or none, without those refused, until nobody is. @param restees receives why, by follow-up; @return how many changed hands */
  private int autantQuePossible(List<ChangementDeReferent> voulus, boolean prevenir, long id, Map<Long, String> restees) {
    List<ChangementDeReferent> reste = new ArrayList<>(voulus);
    while (!reste.isEmpty()) {
      Map<Long, RefusMetier> refus = new LinkedHashMap<>(changer.executer(reste, _ -> prevenir, () -> id));
      if (refus.isEmpty()) {
        break;
      }
      refus.forEach((suivi, non) -> restees.put(suivi, non.getMessage()));
      reste.removeIf(c -> refus.containsKey(c.suiviId()));
    }
    return reste.size();
  }

  private void dire(Map<Long, String> refus, LocalDate jour, Integer resteA, long id) {
    refus.forEach((suivi, phrase) -> base.sql("""
        update orientation.confiee_prevue set refus = ?, refuse_le = ?, reste_a = ? where relais_id = ? and suivi_id = ?""")
        .params(phrase, jour, resteA, id, suivi).update());
  }

  private void finir(Passe p, int personnes, EtatRelais vers, String raison, int faites) {
    boolean fini = vers != EtatRelais.FAIT;
    base.sql("update orientation.relais set etat = ?, etat_depuis = ?, personnes = ?, fini_par = ?, fini_raison = ?, panne_le = null where id = ?")
        .params(vers.name(), OffsetDateTime.now(horloge), personnes, fini ? NOM : null, fini ? raison : null, p.id()).update();
    TRACE.info("Relais {} : {}, {} personnes", p.id(), vers, faites);
  }
}
