package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeance;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.orientation.domaine.Maintien;
import fr.jalon.orientation.domaine.Suivi;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reviews that kept a parcours social, in PostgreSQL, through the agents' door. */
@Component
class RegistreDesMaintiens {
  private final JdbcClient base;
  private final RegistreDesSuivis suivis;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  RegistreDesMaintiens(JdbcClient base, RegistreDesSuivis suivis, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.suivis = suivis;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** A follow-up kept, the limit of its next review, the deadline answered. */
  record Nouveau(Suivi suivi, LocalDate prochainLe, Echeance due) {}

  /** One undone, with the deadline it had answered. */
  record Annule(long id, long suiviId, long personneId, LocalDate depart, LocalDate limite, String reference) {}

  /** By id; two agents who keep the same one wait for each other here. */
  Map<Long, Suivi> suivis(Collection<Long> ids) {
    return suivis.verrouiller(ids).stream().collect(Collectors.toMap(Suivi::id, Function.identity()));
  }

  /** Those kept that day or after: « le 08/09/2025 par Karim Benali », by follow-up. */
  Map<Long, String> faitsDepuis(Collection<Long> ids, LocalDate le) {
    Map<Long, String> faits = new HashMap<>();
    base.sql("""
        select suivi_id, fait_le, habilitations.nom_agent(fait_par) from orientation.maintien
        where suivi_id = any(:ids::bigint[]) and annule_le is null and fait_le >= :le order by id""")
        .param("ids", tableau(ids)).param("le", le)
        .query((RowCallbackHandler) l -> faits.put(l.getLong(1),
        "le %s par %s".formatted(Francais.date(l.getObject(2, LocalDate.class)), l.getString(3))));
    return faits;
  }

  /** @return ids in the same order */
  List<Long> creer(List<Nouveau> nouveaux, Maintien decision) {
    Map<Long, Long> parSuivi = new HashMap<>();
    base.sql("""
        insert into orientation.maintien (personne_id, suivi_id, fait_le, raison, avis_le, avis, prochain_le, avant_depart, avant_limite, avant_reference,
          fait_par, saisi_le)
        select n.personne, n.suivi, :le, :raison, :avis_le, :avis, n.prochain, n.depart, n.limite, n.reference, :agent, :maintenant
        from unnest(:personnes::bigint[], :suivis::bigint[], :prochains::date[], :departs::date[], :limites::date[], :references::text[])
          with ordinality n(personne, suivi, prochain, depart, limite, reference, rang) order by n.rang
        returning id, suivi_id""")
        .param("le", decision.le()).param("raison", decision.raison().strip()).param("avis_le", decision.avis() == null ? null : decision.avis().le())
        .param("avis", decision.avis() == null ? null : decision.avis().sens().name()).param("agent", agentCourant.perimetre().agent())
        .param("maintenant", OffsetDateTime.now(horloge)).param("personnes", nouveaux.stream().mapToLong(n -> n.suivi().personneId()).toArray())
        .param("suivis", nouveaux.stream().mapToLong(n -> n.suivi().id()).toArray())
        .param("prochains", nouveaux.stream().map(n -> n.prochainLe().toString()).toArray(String[]::new))
        .param("departs", nouveaux.stream().map(n -> n.due().depart().toString()).toArray(String[]::new))
        .param("limites", nouveaux.stream().map(n -> n.due().limite().toString()).toArray(String[]::new))
        .param("references", nouveaux.stream().map(n -> n.due().referenceLegale()).toArray(String[]::new))
        .query((RowCallbackHandler) l -> parSuivi.put(l.getLong("suivi_id"), l.getLong("id")));
    suivis.consigner("MAINTIEN", nouveaux.stream()
        .map(n -> new RegistreDesSuivis.Objet(parSuivi.get(n.suivi().id()), n.suivi().personneId())).toList(), null,
        "MAINTENU", decision.le(), decision.raison().strip());
    return nouveaux.stream().map(n -> parSuivi.get(n.suivi().id())).toList();
  }

  /** Only the last one of a follow-up that still runs. */
  List<Annule> annuler(Collection<Long> ids, String raison) {
    List<Annule> annules = base.sql("""
        update orientation.maintien m set annule_le = :maintenant, annule_par = :agent
        from orientation.suivi s where m.id = any(:ids::bigint[]) and m.annule_le is null and s.id = m.suivi_id and s.etat <> 'CLOS'
          and not exists (select from orientation.maintien n where n.suivi_id = m.suivi_id and n.annule_le is null and n.id > m.id)
        returning m.id, m.suivi_id, m.personne_id, m.avant_depart, m.avant_limite, m.avant_reference""")
        .param("maintenant", OffsetDateTime.now(horloge)).param("agent", agentCourant.perimetre().agent()).param("ids", tableau(ids))
        .query((l, _) -> new Annule(l.getLong(1), l.getLong(2), l.getLong(3), l.getObject(4, LocalDate.class), l.getObject(5, LocalDate.class),
        l.getString(6))).list();
    if (!annules.isEmpty()) {
      suivis.consigner("MAINTIEN", annules.stream().map(a -> new RegistreDesSuivis.Objet(a.id(), a.personneId())).toList(), "MAINTENU", "ANNULE",
          LocalDate.now(horloge), raison);
    }
    return annules;
  }

  private static long[] tableau(Collection<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
  }
}
