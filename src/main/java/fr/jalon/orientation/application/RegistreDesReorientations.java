package fr.jalon.orientation.application;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.QuiLAFait;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests of réorientation in PostgreSQL, through the agents' door; each change of state leaves its passage. */
@Component
class RegistreDesReorientations {
  /** Who typed it and who decided it by their names: this is for sentences; what is written is the login of the agent at work. */
  private static final String LUES = """
      select r.*, habilitations.nom_agent(r.demandee_par) as saisie_par, habilitations.nom_agent(r.decidee_par) as decision_par from orientation.reorientation r
      """;
  private static final RowMapper<Reorientation> LIGNE = (l, _) -> new Reorientation(l.getLong("id"), l.getLong("personne_id"), l.getLong("suivi_id"),
      OrigineDeReorientation.valueOf(l.getString("origine")),
      Arrays.stream((String[]) l.getArray("raisons").getArray()).map(RaisonDeReorientation::valueOf).toList(), l.getString("precisions"),
      l.getString("parcours_voulu") == null ? null : Parcours.valueOf(l.getString("parcours_voulu")), (Integer) l.getObject("organisation_voulue_id"),
      l.getObject("demandee_le", LocalDate.class), l.getString("saisie_par"), EtatReorientation.valueOf(l.getString("etat")),
      l.getObject("etat_depuis", LocalDate.class), l.getString("decision_par"), l.getString("raison_decision"),
      (Long) l.getObject("recommandation_id"),
      (Long) l.getObject("nouveau_suivi_id"));
  private final JdbcClient base;
  private final RegistreDesSuivis suivis;
  private final AgentCourant agentCourant;
  private final Clock horloge;
  private final QuiLAFait quiLAFait;

  RegistreDesReorientations(JdbcClient base, RegistreDesSuivis suivis, AgentCourant agentCourant, Clock horloge, QuiLAFait quiLAFait) {
    this.quiLAFait = quiLAFait;
    this.base = base;
    this.suivis = suivis;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** @throws RefusMetier when it does not exist or is out of the agent's perimeter */
  Reorientation lire(long id) {
    return base.sql(LUES + "where id = ?").param(id).query(LIGNE).optional()
        .orElseThrow(() -> new RefusMetier("REORIENTATION_INCONNUE",
        "Cette demande n'existe pas, ou elle ne fait pas partie de ce que vous pouvez consulter."));
  }

  /** The same for many, by id. @throws RefusMetier when one of them does not exist or is out of the agent's perimeter */
  Map<Long, Reorientation> lire(Collection<Long> ids) {
    Map<Long, Reorientation> lues = base.sql(LUES + "where id = any(:ids::bigint[])").param("ids", ids.stream().mapToLong(Long::longValue).toArray())
        .query(LIGNE).list().stream()
        .collect(Collectors.toMap(Reorientation::id, Function.identity()));
    ids.stream().filter(id -> !lues.containsKey(id)).findFirst().ifPresent(this::lire);
    return lues;
  }

  /** The one that waits for this person. */
  Optional<Reorientation> enAttente(long personneId) {
    return base.sql(LUES + "where personne_id = ? and etat = 'DEMANDEE'").param(personneId).query(LIGNE).optional();
  }

  /** Those of these persons for whom one waits. */
  Set<Long> personnesEnAttente(Collection<Long> personnes) {
    return Set.copyOf(base.sql("select personne_id from orientation.reorientation where personne_id = any(:personnes::bigint[]) and etat = "
        + "'DEMANDEE'")
        .param("personnes", personnes.stream().mapToLong(Long::longValue).toArray()).query(Long.class).list());
  }

  /** The accepted one that this follow-up comes from. */
  Optional<Reorientation> deSuivi(long nouveauSuiviId) {
    return base.sql(LUES + "where nouveau_suivi_id = ?").param(nouveauSuiviId).query(LIGNE).optional();
  }

  /** The follow-up opened by each of these réorientations that was accepted. */
  Map<Long, Long> suivisNesDe(Collection<Long> reorientations) {
    Map<Long, Long> suivis = new HashMap<>();
    if (!reorientations.isEmpty()) {
      base.sql("select id, nouveau_suivi_id from orientation.reorientation where id = any(:ids::bigint[]) and etat = 'ACCEPTEE'")
          .param("ids", reorientations.stream().mapToLong(Long::longValue).toArray())
          .query((RowCallbackHandler) l -> suivis.put(l.getLong("id"), l.getLong("nouveau_suivi_id")));
    }
    return suivis;
  }

  /** @param transfert the portfolio it belongs to, {@code null} when it is asked for one person @return its id */
  long creer(NouvelleDemande d, long suiviId, Long transfert) {
    try {
      long id = base.sql("""
          insert into orientation.reorientation (personne_id, suivi_id, origine, raisons, precisions, parcours_voulu, organisation_voulue_id, demandee_le,
            demandee_par, etat_depuis, saisie_le, transfert_id)
          values (:personne, :suivi, :origine, :raisons::text[], :precisions, :parcours, :organisation, :le, :par, :le, :maintenant, :transfert)
          returning id""").param("transfert", transfert)
          .param("suivi", suiviId).param("origine", d.origine().name()).param("raisons", d.raisons().stream().map(Enum::name).toArray(String[]::new))
          .param("precisions", d.precisions()).param("parcours", d.parcoursVoulu() == null ? null : d.parcoursVoulu().name())
          .param("organisation", d.organisationVoulueId()).param("le", d.demandeeLe()).param("par", agentCourant.perimetre().agent())
          .param("maintenant", OffsetDateTime.now(horloge)).param("personne", d.personneId()).query(Long.class).single();
      suivis.consigner("REORIENTATION", id, d.personneId(), null, EtatReorientation.DEMANDEE.name(), d.demandeeLe(), d.origine().libelle() + ".");
      return id;
    } catch (DuplicateKeyException _) {
      throw new RefusMetier("REORIENTATION_DEJA_DEMANDEE",
          "Un collègue vient de demander une réorientation pour cette personne. Rechargez la page pour la lire.");
    }
  }

  /** Writes the next state; refuses when someone decided meanwhile, and tells who and what. */
  void ecrire(Reorientation avant, Reorientation apres, String motif) {
    ecrire(List.of(avant), List.of(apres), List.of(motif));
  }

  /**
   * Writes the next states, in the same order; refuses when someone decided one of them meanwhile, and tells who and what (as
   * {@link RegistreDesSuivis#ecrire}).
   */
  void ecrire(List<Reorientation> avant, List<Reorientation> apres, List<String> motifs) {
    Set<Long> ecrites = Set.copyOf(base.sql("""
        update orientation.reorientation r set etat = o.etat, etat_depuis = o.depuis, decidee_par = o.par, raison_decision = o.raison, recommandation_id = o.recommandation,
          nouveau_suivi_id = o.nouveau
        from unnest(:ids::bigint[], :avant::text[], :etats::text[], :jours::date[], :agents::text[], :raisons::text[], :recommandations::bigint[], :nouveaux::bigint[])
          o(id, avant, etat, depuis, par, raison, recommandation, nouveau)
        where r.id = o.id and r.etat = o.avant returning r.id""")
        .param("ids", avant.stream().mapToLong(Reorientation::id).toArray()).param("avant", textes(avant, r -> r.etat().name()))
        .param("etats", textes(apres, r -> r.etat().name()))
        .param("jours", textes(apres, r -> r.etatDepuis().toString())).param("agents", textes(apres, Reorientation::decideePar))
        .param("raisons", textes(apres, Reorientation::raisonDecision))
        .param("recommandations", apres.stream().map(Reorientation::recommandationId).toArray(Long[]::new))
        .param("nouveaux", apres.stream().map(Reorientation::nouveauSuiviId).toArray(Long[]::new)).query(Long.class).list());
    List<RegistreDesSuivis.Passage> passages = new ArrayList<>();
    for (int i = 0; i < avant.size(); i++) {
      if (!ecrites.contains(avant.get(i).id())) {
        String decision = lire(avant.get(i).id()).decision();
        throw new RefusMetier("REORIENTATION_DECIDEE", "%s. %s".formatted(quiAChange(avant.get(i).id()),
            decision == null ? "Rechargez la page." : decision + "."));
      }
      passages.add(new RegistreDesSuivis.Passage(avant.get(i).id(), avant.get(i).personneId(), avant.get(i).etat().name(), apres.get(i).etat().name(),
          apres.get(i).etatDepuis(),
          motifs.get(i)));
    }
    suivis.consigner("REORIENTATION", passages);
  }

  /** « Léa Roux a changé cette demande à 10 h 12 », of its last passage. */
  private String quiAChange(long id) {
    return base.sql("select par, fait_le from orientation.passage where objet = 'REORIENTATION' and objet_id = ? order by id desc limit 1").param(id)
        .query((l, _) -> quiLAFait.dire(l.getString("par"), l.getObject("fait_le", OffsetDateTime.class), "changé cette demande")).optional()
        .orElseGet(() -> quiLAFait.dire(null, null, "changé cette demande"));
  }

  private static String[] textes(List<Reorientation> lesquelles, Function<Reorientation, String> quoi) {
    return lesquelles.stream().map(quoi).toArray(String[]::new);
  }
}
