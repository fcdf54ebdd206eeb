package fr.jalon.rendezvous.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The convocations as written: created, passed from a state to another with who, when and why. Many at once, in a few orders. */
@Component
class RegistreDesConvocations {
  private static final int VERROU = 7_250;
  private static final RowMapper<Convocation> CONVOCATION = (l, _) ->
      new Convocation(l.getLong("id"), l.getLong("personne_id"), l.getLong("session_id"),
      EtatConvocation.valueOf(l.getString("etat")), l.getObject("jour", LocalDate.class), l.getObject("debut", LocalTime.class));
  private static final Passages.Registre CONVOCATIONS = new Passages.Registre("rendezvous.convocation", "rendezvous.passage", null);
  private final JdbcClient base;
  private final Passages passages;
  private final AgentCourant agent;
  private final Clock horloge;

  RegistreDesConvocations(JdbcClient base, Passages passages, AgentCourant agent, Clock horloge) {
    this.base = base;
    this.passages = passages;
    this.agent = agent;
    this.horloge = horloge;
  }

  /** A convocation as it stands. */
  record Convocation(long id, long personneId, long sessionId, EtatConvocation etat, LocalDate jour, LocalTime debut) {}

  /** What is asked for a new one. @param code {@code null} on the waiting list */
  record Nouvelle(long personneId, long sessionId, EtatConvocation etat, LocalDate limite, boolean horsListe, String code, LocalDate codeExpireLe) {}

  /** A new one, written. */
  record Ecrite(long id, long personneId) {}

  /** Until the end of the transaction nobody else changes who is in these sessions: two agents cannot take the same last place. */
  void reserver(Collection<Long> sessions) {
    sessions.stream().distinct().sorted().forEach(s -> base.sql("select pg_advisory_xact_lock(?, ?)").params(VERROU, (int) (long) s)
        .query((l, _) -> 0).list());
  }

  /** Those of these numbers that the agent may see, locked. */
  List<Convocation> lire(Collection<Long> ids) {
    return base.sql("""
        select c.id, c.personne_id, c.session_id, c.etat, s.jour, s.debut from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id
        where c.id = any(:ids::bigint[]) order by c.id for update of c""").param("ids", tableau(ids)).query(CONVOCATION).list();
  }

  /** One. @throws RefusMetier when it does not exist, or is out of the agent's perimeter */
  Convocation lire(long id) {
    return lire(List.of(id)).stream().findFirst().orElseThrow(
        () -> new RefusMetier("CONVOCATION_INCONNUE", "Cette convocation n'existe pas, ou elle ne fait pas partie de ce que vous pouvez consulter."));
  }

  /** Those of a session in these states. */
  List<Convocation> deLaSession(long session, Collection<EtatConvocation> etats) {
    return base.sql("""
        select c.id, c.personne_id, c.session_id, c.etat, s.jour, s.debut from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id
        where c.session_id = :session and c.etat = any(:etats::text[]) order by c.limite nulls last, c.saisi_le, c.id for update of c""")
        .param("session", session).param("etats", etats.stream().map(Enum::name).toArray(String[]::new)).query(CONVOCATION).list();
  }

  /** Those who waited for a place of a session that is over. */
  List<Convocation> attentesPassees(LocalDate jour) {
    return base.sql("""
        select c.id, c.personne_id, c.session_id, c.etat, s.jour, s.debut from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id
        where c.etat = 'EN_ATTENTE' and s.jour < ? order by c.id for update of c""").param(jour).query(CONVOCATION).list();
  }

  /** Writes new ones and their first passage, but of persons the agent does not see. @return in any order */
  List<Ecrite> creer(List<Nouvelle> nouvelles) {
    if (nouvelles.isEmpty()) {
      return List.of();
    }
    List<Ecrite> ecrites = sansDoublon(() -> base.sql("""
        insert into rendezvous.convocation (personne_id, session_id, etat, etat_depuis, limite, hors_liste, code_empreinte, code_expire_le, saisi_par, saisi_le)
        select u.personne, u.session, u.etat, :maintenant, u.limite, u.hors_liste, sha256(convert_to(u.code, 'UTF8')), u.expire, :par, :maintenant
        from unnest(:personnes::bigint[], :sessions::bigint[], :etats::text[], :limites::date[], :hors::boolean[], :codes::text[], :expire::date[])
          with ordinality u(personne, session, etat, limite, hors_liste, code, expire, rang)
        join allocataires.personne p on p.id = u.personne order by u.rang returning id, personne_id""")
        .param("maintenant", OffsetDateTime.now(horloge)).param("par", par())
        .param("personnes", nouvelles.stream().mapToLong(Nouvelle::personneId).toArray())
        .param("sessions", nouvelles.stream().mapToLong(Nouvelle::sessionId).toArray())
        .param("etats", nouvelles.stream().map(n -> n.etat().name()).toArray(String[]::new))
        .param("limites", nouvelles.stream().map(n -> texte(n.limite())).toArray(String[]::new))
        .param("hors", nouvelles.stream().map(Nouvelle::horsListe).toArray(Boolean[]::new))
        .param("codes", nouvelles.stream().map(Nouvelle::code).toArray(String[]::new))
        .param("expire", nouvelles.stream().map(n -> texte(n.codeExpireLe())).toArray(String[]::new))
        .query((l, _) -> new Ecrite(l.getLong("id"), l.getLong("personne_id"))).list());
    passages.naitre(CONVOCATIONS, ecrites.stream().map(Ecrite::id).toList());
    return ecrites;
  }

  /**
   * Passes these convocations to a state.
   *
   * @param motif why (code or sentence), or {@code null}; it stays on the convocation
   * @throws RefusMetier when one of them cannot pass to it
   */
  void passer(List<Convocation> convocations, EtatConvocation vers, String motif, String precisions) {
    for (Convocation c : convocations) {
      if (c.etat() != vers && !c.etat().suivants().contains(vers)) {
        throw new RefusMetier("PASSAGE_IMPOSSIBLE", "Cette convocation est « %s » : elle ne peut pas devenir « %s ». Rechargez la page."
            .formatted(c.etat().libelle().toLowerCase(java.util.Locale.FRENCH), vers.libelle().toLowerCase(java.util.Locale.FRENCH)));
      }
    }
    if (convocations.isEmpty()) {
      return;
    }
    Map<String, Object> dits = new HashMap<>();
    dits.put("dit", motif);
    dits.put("precisions", precisions);
    sansDoublon(() -> passages.passerOuRedire(CONVOCATIONS, convocations.stream().map(Convocation::id).toList(), vers,
        "motif = :dit, precisions = :precisions", dits, motif));
  }

  /** Gives new codes: those sent before no longer open anything. */
  void donnerDesCodes(Collection<Codes.Code> codes, LocalDate expire) {
    base.sql("""
        update rendezvous.convocation c set code_empreinte = sha256(convert_to(u.code, 'UTF8')), code_expire_le = :expire
        from unnest(:ids::bigint[], :codes::text[]) u(id, code) where c.id = u.id""")
        .param("ids", codes.stream().mapToLong(Codes.Code::objetId).toArray())
        .param("codes", codes.stream().map(Codes.Code::valeur).toArray(String[]::new))
        .param("expire", expire).update();
  }

  /** Login of the agent at work. */
  String par() {
    return agent.perimetre().agent();
  }

  /** The convocation of a person to a session of that day, whatever was noted. */
  java.util.Optional<Long> leJour(long personne, LocalDate le) {
    return base.sql("""
        select c.id from rendezvous.convocation c join rendezvous.session z on z.id = c.session_id where c.personne_id = ? and z.jour = ?
          and c.etat in ('CONVOQUEE', 'CONFIRMEE', 'PRESENTE', 'EXCUSEE', 'ABSENTE') order by c.id desc limit 1""").params(personne, le).query(Long.class).optional();
  }

  static long[] tableau(Collection<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  /** A person has one convocation that runs, whoever writes at the same moment. */
  static <T> T sansDoublon(Supplier<T> ordre) {
    try {
      return ordre.get();
    } catch (DuplicateKeyException _) {
      throw new RefusMetier("DEJA_CONVOQUEE",
          "Une de ces personnes a déjà une convocation en cours, peut-être écrite à l'instant par un collègue. Rechargez la page.");
    }
  }

  private static String texte(LocalDate jour) {
    return jour == null ? null : jour.toString();
  }
}
