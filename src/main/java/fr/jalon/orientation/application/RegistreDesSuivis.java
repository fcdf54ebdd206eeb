package fr.jalon.orientation.application;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Public;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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

/** The follow-ups in PostgreSQL, through the agents' door; each change of state leaves its passage. */
@Component
class RegistreDesSuivis {
  /** The entries, whose states this room passes as it orients. */
  static final Passages.Registre ENTREES = new Passages.Registre("orientation.entree", "orientation.passage", "ENTREE");
  private static final RowMapper<Suivi> LIGNE = (l, _) -> new Suivi(l.getLong("id"), l.getLong("personne_id"), (Long) l.getObject("entree_id"),
      Parcours.valueOf(l.getString("parcours")), l.getInt("organisation_id"), (Integer) l.getObject("referent_id"),
      l.getObject("notifie_le", LocalDate.class), EtatSuivi.valueOf(l.getString("etat")), l.getObject("etat_depuis", LocalDate.class),
      l.getString("motif_fin"), l.getObject("fin_le", LocalDate.class));
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  RegistreDesSuivis(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** @throws RefusMetier when it does not exist or is out of the agent's perimeter */
  Suivi lire(long suiviId) {
    return base.sql("select * from orientation.suivi where id = ?").param(suiviId).query(LIGNE).optional()
        .orElseThrow(() -> new RefusMetier("SUIVI_INCONNU", "Ce suivi n'existe pas, ou il ne fait pas partie de ce que vous pouvez consulter."));
  }

  /** The follow-up of this person that is not closed. */
  Optional<Suivi> ouvert(long personneId) {
    return base.sql("select * from orientation.suivi where personne_id = ? and etat <> 'CLOS'").param(personneId).query(LIGNE).optional();
  }

  /** Those of the agent's perimeter; until the end of the transaction nobody else changes them. */
  List<Suivi> verrouiller(Collection<Long> ids) {
    return base.sql("select * from orientation.suivi where id = any(:ids::bigint[]) order by id for update")
        .param("ids", ids.stream().mapToLong(Long::longValue).toArray()).query(LIGNE).list();
  }

  /** Those of the agent's perimeter, by id. */
  Map<Long, Suivi> lire(Collection<Long> ids) {
    return base.sql("select * from orientation.suivi where id = any(:ids::bigint[])").param("ids", ids.stream().mapToLong(Long::longValue).toArray())
        .query(LIGNE).list().stream()
        .collect(Collectors.toMap(Suivi::id, Function.identity()));
  }

  /** Says which follow-up replaces each of these, in the same order. */
  void lier(List<Long> suivis, List<Long> suivants) {
    base.sql("update orientation.suivi s set suivant_id = o.suivant from unnest(:ids::bigint[], :suivants::bigint[]) o(id, suivant) where s.id = o.id")
        .param("ids", suivis.stream().mapToLong(Long::longValue).toArray())
        .param("suivants", suivants.stream().mapToLong(Long::longValue).toArray()).update();
  }

  /** Says which follow-up replaces this one, {@code null} when none does any more. */
  void lier(long suiviId, Long suivantId) {
    base.sql("update orientation.suivi set suivant_id = :suivant where id = :id").param("suivant", suivantId).param("id", suiviId).update();
  }

  /** True while the letter that notifies it has not left. */
  boolean aPoster(long suiviId) {
    return base.sql("select a_poster from orientation.suivi where id = ?").param(suiviId).query(Boolean.class).optional().orElse(false);
  }

  /** An entry that a follow-up answers in the place of another. @param aPoster true when it is notified the day its letter leaves */
  record Reponse(long entreeId, Integer referentId, LocalDate notifieLe, boolean aPoster) {}

  /**
   * Those of these new follow-ups that come after one never notified answer the last entry in its place: it would stay without an answer for ever.
   */
  List<Reponse> repondreALaPlace(List<Long> nouveaux) {
    return base.sql("""
        update orientation.suivi n set entree_id = e.id from orientation.entree e
        where n.id = any(:nouveaux::bigint[]) and n.entree_id is null and e.personne_id = n.personne_id and e.etat = 'ORIENTEE' and e.recu_le <= n.notifie_le
          and not exists (select from orientation.entree l where l.personne_id = e.personne_id and l.recu_le > e.recu_le)
          and exists (select from orientation.suivi a where a.personne_id = n.personne_id and a.entree_id = e.id)
          and not exists (select from orientation.suivi a where a.personne_id = n.personne_id and a.entree_id = e.id and not a.a_poster)
        returning e.id as entree_id, n.referent_id, n.notifie_le, n.a_poster""")
        .param("nouveaux", nouveaux.stream().mapToLong(Long::longValue).toArray()).query(Reponse.class).list();
  }

  /**
   * An orientation that may be recorded.
   *
   * @param entreeId       the entry it answers, or {@code null}
   * @param etat           in which the follow-up starts
   * @param besoin         public she belongs to, or {@code null}
   * @param depassement    who accepted that the référent goes over her capacity, only when she does
   * @param recommandation what her diagnostic recommended, or {@code null}
   * @param aPoster        true when a letter will tell it: nothing is notified until it leaves
   */
  record Admise(NouvelleOrientation orientation, Long entreeId, EtatSuivi etat, Public besoin, Depassement depassement,
      Recommandations.Faite recommandation, boolean aPoster) {
    /** Kept only when it explains a difference. */
    String motifEcart() {
      return recommandation == null || recommandation.parcours() == orientation.parcours() ? null : orientation.motifEcart().strip();
    }
  }

  /** @return ids of the new follow-ups, in the same order */
  List<Long> creer(List<Admise> admises) {
    List<NouvelleOrientation> orientations = admises.stream().map(Admise::orientation).toList();
    Map<Long, Long> parPersonne = new HashMap<>();
    try {
      base.sql("""
          insert into orientation.suivi (personne_id, entree_id, parcours, organisation_id, referent_id, notifie_le, etat, etat_depuis, saisi_par, saisi_le,
            recommandation_id, parcours_recommande, motif_ecart, besoin, depassement_accepte_par, depassement_raison, a_poster)
          select o.personne, o.entree, o.parcours, o.organisation, o.referent, o.jour, o.etat, o.jour, :agent, :maintenant,
            o.recommandation, o.recommande, o.ecart, o.besoin, o.accepte_par, o.raison, o.a_poster
          from unnest(:personnes::bigint[], :entrees::bigint[], :parcours::text[], :organisations::int[], :referents::int[], :jours::date[], :etats::text[],
            :recommandations::bigint[], :recommandes::text[], :ecarts::text[], :besoins::text[], :accepteurs::text[], :raisons::text[], :a_poster::boolean[])
            with ordinality o(personne, entree, parcours, organisation, referent, jour, etat, recommandation, recommande, ecart, besoin, accepte_par, raison, a_poster, rang)
          order by o.rang returning id, personne_id""")
          .param("agent", agentCourant.perimetre().agent()).param("maintenant", OffsetDateTime.now(horloge))
          .param("personnes", orientations.stream().mapToLong(NouvelleOrientation::personneId).toArray())
          .param("entrees", admises.stream().map(Admise::entreeId).toArray(Long[]::new))
          .param("etats", admises.stream().map(a -> a.etat().name()).toArray(String[]::new))
          .param("recommandations", admises.stream().map(a -> a.recommandation() == null ? null : a.recommandation().id()).toArray(Long[]::new))
          .param("recommandes", admises.stream().map(a -> a.recommandation() == null ? null : a.recommandation().parcours().name())
          .toArray(String[]::new))
          .param("ecarts", admises.stream().map(Admise::motifEcart).toArray(String[]::new))
          .param("besoins", admises.stream().map(a -> a.besoin() == null ? null : a.besoin().name()).toArray(String[]::new))
          .param("accepteurs", admises.stream().map(a -> a.depassement() == null ? null : a.depassement().acceptePar()).toArray(String[]::new))
          .param("raisons", admises.stream().map(a -> a.depassement() == null ? null : a.depassement().raison()).toArray(String[]::new))
          .param("a_poster", admises.stream().map(Admise::aPoster).toArray(Boolean[]::new))
          .param("parcours", orientations.stream().map(o -> o.parcours().name()).toArray(String[]::new))
          .param("organisations", orientations.stream().mapToInt(NouvelleOrientation::organisationId).toArray())
          .param("referents", orientations.stream().map(NouvelleOrientation::referentId).toArray(Integer[]::new))
          .param("jours", orientations.stream().map(o -> o.notifieLe().toString()).toArray(String[]::new))
          .query((RowCallbackHandler) l -> parPersonne.put(l.getLong("personne_id"), l.getLong("id")));
    } catch (DuplicateKeyException _) {
      throw new RefusMetier("DEJA_ORIENTEE", "Un autre agent vient d'enregistrer l'orientation de cette personne. Rechargez la page.",
          "L. 262-27 CASF");
    }
    consigner("SUIVI", admises.stream().map(a ->
        new Passage(parPersonne.get(a.orientation().personneId()), a.orientation().personneId(), null, a.etat().name(),
        a.orientation().notifieLe(), EnregistrerOrientation.ORIENTATION_ENREGISTREE)).toList());
    return orientations.stream().map(o -> parPersonne.get(o.personneId())).toList();
  }

  /** The recommendation that each of these orientations rests on; those that rest on none are absent. */
  Map<Long, Long> recommandations(Collection<Long> suivis) {
    Map<Long, Long> parSuivi = new HashMap<>();
    base.sql("select id, recommandation_id from orientation.suivi where id = any(:ids::bigint[]) and recommandation_id is not null")
        .param("ids", suivis.stream().mapToLong(Long::longValue).toArray()).query((RowCallbackHandler) l -> parSuivi.put(l.getLong(1), l.getLong(2)));
    return parSuivi;
  }

  /** Writes the next state; refuses when someone changed it meanwhile. */
  void ecrire(Suivi avant, Suivi apres, String motif) {
    ecrire(List.of(avant), List.of(apres), motif);
  }

  /**
   * Writes the next states, in the same order; refuses when someone changed one of them meanwhile. Not through {@link Passages}, which moves all
   * to one state and leaves aside those it may not move: here the domain made each next state, and all pass or none.
   */
  void ecrire(List<Suivi> avant, List<Suivi> apres, String motif) {
    int n = base.sql("""
        update orientation.suivi s set etat = o.etat, etat_depuis = o.depuis, motif_fin = o.motif_fin, fin_le = o.fin_le, entree_id = o.entree
        from unnest(:ids::bigint[], :avant::text[], :etats::text[], :depuis::date[], :motifs::text[], :fins::date[], :entrees::bigint[])
          o(id, avant, etat, depuis, motif_fin, fin_le, entree)
        where s.id = o.id and s.etat = o.avant""")
        .param("ids", apres.stream().mapToLong(Suivi::id).toArray()).param("avant", avant.stream().map(s -> s.etat().name()).toArray(String[]::new))
        .param("etats", apres.stream().map(s -> s.etat().name()).toArray(String[]::new))
        .param("depuis", apres.stream().map(s -> s.etatDepuis().toString()).toArray(String[]::new))
        .param("motifs", apres.stream().map(Suivi::motifFin).toArray(String[]::new))
        .param("fins", apres.stream().map(s -> s.finLe() == null ? null : s.finLe().toString()).toArray(String[]::new))
        .param("entrees", apres.stream().map(Suivi::entreeId).toArray(Long[]::new)).update();
    if (n != avant.size()) {
      throw new RefusMetier("SUIVI_CHANGE", avant.size() == 1 ? "Ce suivi vient d'être modifié par quelqu'un d'autre. Rechargez la page."
          : "Un de ces suivis vient d'être modifié par quelqu'un d'autre. Rechargez la page.");
    }
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < avant.size(); i++) {
      passages.add(new Passage(avant.get(i).id(), avant.get(i).personneId(), avant.get(i).etat().name(), apres.get(i).etat().name(),
          apres.get(i).etatDepuis(), motif));
    }
    consigner("SUIVI", passages);
  }

  /** The public that each of these follow-ups belongs to, where one was said. */
  Map<Long, Public> besoins(Collection<Long> ids) {
    Map<Long, Public> parSuivi = new HashMap<>();
    base.sql("select id, besoin from orientation.suivi where id = any(:ids::bigint[]) and besoin is not null")
        .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
        .query((RowCallbackHandler) l -> parSuivi.put(l.getLong(1), Public.valueOf(l.getString(2))));
    return parSuivi;
  }

  /** Of these follow-ups, those that came from a réorientation: undoing them is another act. */
  Set<Long> deReorientations(Collection<Long> ids) {
    return Set.copyOf(base.sql("select nouveau_suivi_id from orientation.reorientation where nouveau_suivi_id = any(:ids::bigint[])")
        .param("ids", ids.stream().mapToLong(Long::longValue).toArray()).query(Long.class).list());
  }

  /** Who sees the person changed with the organisation that follows her. */
  void recalculerLePerimetre(Collection<Long> personnes) {
    base.sql("select orientation.recalculer_organisations(:personnes::bigint[])")
        .param("personnes", personnes.stream().mapToLong(Long::longValue).toArray()).query((l, _) -> 0).list();
  }

  /** An entry or a follow-up, and whose it is. */
  record Objet(long id, long personneId) {}

  /** Leaves a passage: who, when, why. */
  void consigner(String objet, long objetId, long personneId, String de, String vers, LocalDate le, String motif) {
    consigner(objet, List.of(new Objet(objetId, personneId)), de, vers, le, motif);
  }

  /** The same passage for many. */
  void consigner(String objet, List<Objet> objets, String de, String vers, LocalDate le, String motif) {
    consigner(objet, objets.stream().map(o -> new Passage(o.id(), o.personneId(), de, vers, le, motif)).toList());
  }

  /** What passed from a state to another, whose it is, when and why. @param de {@code null} when it begins */
  record Passage(long id, long personneId, String de, String vers, LocalDate le, String motif) {}

  /** Each its own passage, all at once. */
  void consigner(String objet, List<Passage> passages) {
    base.sql("""
        insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par, motif)
        select :objet, o.id, o.personne, o.de, o.vers, o.le, :maintenant, :par, o.motif
        from unnest(:objets::bigint[], :personnes::bigint[], :de::text[], :vers::text[], :jours::date[], :motifs::text[]) with ordinality o(id, personne, de, vers, le, motif, rang)
        join allocataires.personne p on p.id = o.personne order by o.rang""")
        .param("objet", objet).param("maintenant", OffsetDateTime.now(horloge)).param("par", agentCourant.perimetre().agent())
        .param("objets", passages.stream().mapToLong(Passage::id).toArray())
        .param("personnes", passages.stream().mapToLong(Passage::personneId).toArray())
        .param("de", textes(passages, Passage::de)).param("vers", textes(passages, Passage::vers))
        .param("jours", textes(passages, x -> x.le().toString()))
        .param("motifs", textes(passages, Passage::motif)).update();
  }

  private static String[] textes(List<Passage> passages, Function<Passage, String> quoi) {
    return passages.stream().map(quoi).toArray(String[]::new);
  }
}
