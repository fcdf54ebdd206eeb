package fr.jalon.orientation.application;

import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.orientation.domaine.affectation.Ponderation;
import fr.jalon.parametres.Parametres;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each référent follows today and what she may follow, with the values in force today. */
@Component
public class Portefeuilles {
  private static final int VERROU = 7_220;
  private final JdbcClient base;
  private final Structures structures;
  private final Parametres parametres;
  private final Clock horloge;

  Portefeuilles(JdbcClient base, Structures structures, Parametres parametres, Clock horloge) {
    this.base = base;
    this.structures = structures;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** Every active référent of an active organisation, with her load. */
  @Transactional(readOnly = true)
  public List<Candidat> candidats() {
    return parReferent().values().stream().filter(c -> c.referent().actif() && c.organisation().active()).toList();
  }

  /** Every référent by id. Call it inside a transaction: the load is read through the agents' door. */
  @Transactional(readOnly = true)
  public Map<Integer, Candidat> parReferent() {
    return avecLeurCharge(structures.referents(), structures.organisations().stream().collect(Collectors.toMap(Organisation::id, o -> o)),
        base.sql("select referent_id, charge from orientation.charges()"));
  }

  /** One référent with her load. Call it inside a transaction. */
  @Transactional(readOnly = true)
  public Candidat du(Referent referent) {
    return de(List.of(referent), Map.of(referent.organisationId(), structures.organisation(referent.organisationId()).orElseThrow()))
        .get(referent.id());
  }

  /**
   * The same for the few référents of a list, already read.
   *
   * @param organisations theirs among them, by id
   */
  Map<Integer, Candidat> de(Collection<Referent> referents, Map<Integer, Organisation> organisations) {
    return referents.isEmpty() ? Map.of() : avecLeurCharge(referents, organisations,
        base.sql("select referent_id, charge from orientation.charges_de(?)")
        .param(referents.stream().mapToInt(Referent::id).toArray()));
  }

  private Map<Integer, Candidat> avecLeurCharge(Collection<Referent> referents, Map<Integer, Organisation> organisations,
      JdbcClient.StatementSpec question) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    int ordinaire = parametres.valeur("accompagnement.file_active_maximum", aujourdhui).entier();
    int intensive = parametres.valeur("accompagnement.file_active_intensive", aujourdhui).entier();
    Map<Integer, Integer> charges = new HashMap<>();
    question.query((RowCallbackHandler) l -> charges.put(l.getInt(1), l.getInt(2)));
    Map<Integer, Candidat> parReferent = new LinkedHashMap<>();
    referents.forEach(r -> parReferent.put(r.id(), new Candidat(r, organisations.get(r.organisationId()), charges.getOrDefault(r.id(), 0),
        Candidat.capacite(r.etp(), r.intensif() ? intensive : ordinaire))));
    return parReferent;
  }

  /** The weights of the Département today. */
  public Ponderation ponderation() {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return new Ponderation(poids("poids_distance", aujourdhui), poids("poids_charge", aujourdhui), poids("poids_specialite", aujourdhui),
        poids("poids_continuite", aujourdhui), poids("distance_plafond_km", aujourdhui));
  }

  private int poids(String cle, LocalDate au) {
    return parametres.valeur("affectation." + cle, au).entier();
  }

  /** Until the end of the transaction nobody else gives a person to these référents: two agents cannot take the same last place. */
  void reserver(Collection<Integer> referents) {
    if (!referents.isEmpty()) {
      // in order of their numbers: two lists that share two référents do not wait for each other
      base.sql("select pg_advisory_xact_lock(?, r.id) from (select distinct u.id from unnest(?::int[]) u(id) order by u.id) r")
          .params(VERROU, referents.stream().mapToInt(Integer::intValue).toArray()).query((_, _) -> 0).list();
    }
  }
}
