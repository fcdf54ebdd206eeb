package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.domaine.TypeFoyer;
import fr.jalon.allocataires.lecture.Dossier.FoyerDuDossier;
import fr.jalon.allocataires.lecture.Dossier.Identite;
import fr.jalon.allocataires.lecture.Dossier.Source;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.socle.NumeroDAllocataire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a dossier as known at a moment. A person out of the agent's perimeter is as if she did not exist: row-level security answers, not
 * this class.
 */
@Component
public class LectureDuDossier {
  /** What was known: the present versions, or those known at :connu with the end that was known then. */
  private static final String CONNU = connu("v");
  private static final String JUSQUA = jusqua("v");
  /** Where she was: what became of a foyer once she had left it is its own, an address she fled first. */
  private static final String ELLE_Y_ETAIT =
      "exists (select from allocataires.membre s where s.foyer_id = v.foyer_id and s.personne_id = :personne and " + connu("s")
      + " and s.depuis < " + JUSQUA
      + " and " + jusqua("s") + " > v.depuis)";
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  LectureDuDossier(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  private static String connu(String v) {
    return "(cast(:connu as timestamptz) is null and %1$s.oublie_le = 'infinity' or %1$s.connu_le <= :connu and %1$s.oublie_le > :connu)".formatted(v);
  }

  private static String jusqua(String v) {
    return "case when %1$s.jusqua_connu_le > cast(:connu as timestamptz) then 'infinity'::date else %1$s.jusqua end".formatted(v);
  }

  /** The person she was merged into, or herself; empty when she does not exist for this agent. */
  @Transactional(readOnly = true)
  public Optional<Long> canonique(long personneId) {
    return base.sql("select coalesce(fusionnee_dans, id) from allocataires.personne where id = ?").param(personneId).query(Long.class).optional();
  }

  /**
   * The dossier of a person, or empty when she does not exist for this agent.
   *
   * @param comptes true to read amounts, resources, payments and claims too, for a role that opens them
   */
  @Transactional(readOnly = true)
  public Optional<Dossier> lire(long personneId, Moment moment, boolean comptes) {
    return identite(personneId).map(identite -> new Lecture(personneId, moment.instant(horloge.getZone()))
        .lire(identite, moment, comptes && agentCourant.perimetre().peut("MONTANTS")));
  }

  private Optional<Identite> identite(long id) {
    return base.sql("""
        select p.id, p.civilite, p.nom, p.nom_naissance, p.prenom, p.autres_prenoms, p.sexe, p.date_naissance, p.precision_naissance,
          p.commune_naissance, p.nir_provisoire, p.identifiant_ft, p.telephone, p.courriel, t.nom territoire
        from allocataires.personne p left join structures.territoire t on t.id = p.territoire_id where p.id = ?""").param(id)
        .query((l, _) -> new Identite(l.getLong("id"), l.getString("civilite"), l.getString("nom"),
        l.getString("nom_naissance"), l.getString("prenom"),
            l.getString("autres_prenoms"), l.getObject("sexe", Short.class), jour(l, "date_naissance"), l.getString("precision_naissance"),
            l.getString("commune_naissance"), l.getBoolean("nir_provisoire"), l.getString("identifiant_ft"), l.getString("telephone"),
            l.getString("courriel"), l.getString("territoire")))
        .optional();
  }

  private static LocalDate jour(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, LocalDate.class);
  }

  /** The questions about one person. */
  private final class Lecture {
    private final long personneId;
    private final OffsetDateTime connu;

    Lecture(long personneId, OffsetDateTime connu) {
      this.personneId = personneId;
      this.connu = connu;
    }

    Dossier lire(Identite identite, Moment moment, boolean montants) {
      List<FoyerDuDossier> foyers = foyers();
      Long[] ids = foyers.stream().map(FoyerDuDossier::id).toArray(Long[]::new);
      List<Dossier.Membre> membres = membres(ids);
      List<Dossier.Droit> droits = droits(ids);
      List<Dossier.Adresse> adresses = adresses(ids);
      List<Dossier.Montant> calculs = montants ? montants(ids) : List.of();
      List<Dossier.Ressource> ressources = montants ? ressources(ids) : List.of();
      List<Dossier.Paiement> paiements = montants ? paiements(ids, moment.au()) : List.of();
      List<Dossier.Creance> creances = montants ? creances(ids, moment.au()) : List.of();
      Set<Long> imports = new HashSet<>();
      List.of(membres, droits, adresses, calculs, ressources).forEach(versions -> versions.forEach(v -> imports.add(v.importId())));
      paiements.forEach(p -> imports.add(p.importId()));
      creances.forEach(c -> imports.add(c.importId()));
      Map<Long, Source> sources = sources(imports);
      return new Dossier(identite, moment, compteDans(moment), foyers, membres, droits, adresses, calculs, ressources,
          paiements.stream().filter(p -> connuAlors(sources.get(p.importId()), moment)).toList(),
          creances.stream().filter(c -> connuAlors(sources.get(c.importId()), moment)).toList(), identites(), doublons(), sources,
              inscription(moment));
    }

    /** A payment is known from the day its file was received. */
    private static boolean connuAlors(Source source, Moment moment) {
      return moment.connu() == null || source != null && !source.recuLe().isAfter(moment.connu());
    }

    private Long compteDans(Moment moment) {
      return base.sql("select foyer_id from allocataires.place_de(array[:personne::bigint], :au, :connu::timestamptz)").param("personne", personneId)
          .param("au", moment.au())
          .param("connu", connu).query(Long.class).optional().orElse(null);
    }

    private List<FoyerDuDossier> foyers() {
      return base.sql("""
          select f.id, f.fonction_organisme, f.numero_organisme, f.matricule, f.numero_demande, f.date_demande from allocataires.foyer f
          where f.id in (select v.foyer_id from allocataires.membre v where v.personne_id = :personne and %s)
          order by f.date_demande desc, f.id desc""".formatted(CONNU)).param("personne", personneId).param("connu", connu)
          .query((l, _) -> new FoyerDuDossier(l.getLong(1), l.getString(2), l.getString(3), NumeroDAllocataire.montrer(l.getString(4)),
          l.getString(5), l.getObject(6, LocalDate.class)))
          .list();
    }

    private List<Dossier.Membre> membres(Long[] foyers) {
      return versions("""
          v.personne_id, v.role, v.adulte, v.a_charge, v.responsable, v.sdd, v.tns, v.regime, v.activite, v.activite_depuis, v.contrat, v.enceinte,
          v.grossesse_depuis, p.nom, p.prenom, p.date_naissance, p.sexe""",
          "allocataires.membre v join allocataires.personne p on p.id = v.personne_id", foyers,
          (l, _) -> new Dossier.Membre(l.getLong("foyer_id"), l.getLong("personne_id"), jour(l, "depuis"), jour(l, "jusqua"), l.getLong("import_id"),
              l.getString("role"), l.getBoolean("adulte"), l.getBoolean("a_charge"), l.getBoolean("responsable"), l.getBoolean("sdd"),
              l.getBoolean("tns"), l.getString("regime"), l.getString("activite"), jour(l, "activite_depuis"), l.getString("contrat"),
              l.getBoolean("enceinte"), jour(l, "grossesse_depuis"), l.getString("nom"), l.getString("prenom"), jour(l, "date_naissance"),
              l.getObject("sexe", Short.class)));
    }

    private List<Dossier.Droit> droits(Long[] foyers) {
      return versions("""
          v.etat, v.motif_suspension, v.suspendu_depuis, v.motif_fin, v.fin_le, v.motif_refus, v.situation_famille, v.situation_famille_depuis,
          v.type_foyer, v.adultes, v.enfants, v.sans_domicile, v.majore, v.arrivee_le, v.depart_le""", "allocataires.droit v", foyers,
          (l, _) -> new Dossier.Droit(l.getLong("foyer_id"), jour(l, "depuis"), jour(l, "jusqua"), l.getLong("import_id"), l.getString("etat"),
              l.getString("motif_suspension"), jour(l, "suspendu_depuis"), l.getString("motif_fin"), jour(l, "fin_le"), l.getString("motif_refus"),
              l.getString("situation_famille"), jour(l, "situation_famille_depuis"),
              TypeFoyer.valueOf(l.getString("type_foyer")), l.getInt("adultes"),
              l.getInt("enfants"), l.getBoolean("sans_domicile"), l.getBoolean("majore"), jour(l, "arrivee_le"), jour(l, "depart_le")));
    }

    private List<Dossier.Adresse> adresses(Long[] foyers) {
      return versions("v.emmenagement, v.lignes, v.code_postal, v.commune, v.nom_commune, v.pays, v.type_adresse, v.etat_adresse, t.nom territoire",
          "allocataires.adresse v left join structures.territoire t on t.id = v.territoire_id_adresse", foyers,
          (l, _) -> new Dossier.Adresse(l.getLong("foyer_id"), jour(l, "depuis"), jour(l, "jusqua"), l.getLong("import_id"), jour(l, "emmenagement"),
              l.getString("lignes"), l.getString("code_postal"), l.getString("commune"), l.getString("nom_commune"), l.getString("pays"),
              l.getString("type_adresse"), l.getString("etat_adresse"), l.getString("territoire")));
    }

    private List<Dossier.Montant> montants(Long[] foyers) {
      return versions("""
          v.droit_total, v.revenu_minimum_garanti, v.revenu_garanti, v.ressources, v.prestations_familiales, v.aide_logement, v.reduction,
          v.debut_calcul, v.fin_calcul""", "allocataires.montant v", foyers,
          (l, _) -> new Dossier.Montant(l.getLong("foyer_id"), jour(l, "depuis"), jour(l, "jusqua"), l.getLong("import_id"),
              l.getBigDecimal("droit_total"), l.getBigDecimal("revenu_minimum_garanti"), l.getBigDecimal("revenu_garanti"),
              l.getBigDecimal("ressources"), l.getBigDecimal("prestations_familiales"), l.getBigDecimal("aide_logement"),
              l.getBigDecimal("reduction"), jour(l, "debut_calcul"), jour(l, "fin_calcul")));
    }

    private List<Dossier.Ressource> ressources(Long[] foyers) {
      return versions("v.personne_id, v.trimestre_debut, v.trimestre_fin, v.nulles, v.moyenne", "allocataires.ressource v", foyers,
          (l, _) -> new Dossier.Ressource(l.getLong("foyer_id"), l.getLong("personne_id"), jour(l, "depuis"), jour(l, "jusqua"),
          l.getLong("import_id"),
              jour(l, "trimestre_debut"), jour(l, "trimestre_fin"), l.getBoolean("nulles"), l.getBigDecimal("moyenne")));
    }

    private List<Dossier.Paiement> paiements(Long[] foyers, LocalDate au) {
      return base.sql("""
          select foyer_id, mois, nature, prestation, operation, sens, montant, traite_le, import_id from allocataires.paiement x
          where foyer_id = any (:foyers) and mois <= :au and remplace_par is null and %s order by mois desc, prestation, id""".formatted(avantSonDepart("mois")))
          .param("foyers", foyers).param("personne", personneId).param("connu", connu).param("au", au).query(Dossier.Paiement.class).list();
    }

    private List<Dossier.Creance> creances(Long[] foyers, LocalDate au) {
      return base.sql("""
          select foyer_id, implantee_le, nature, motif, debut, fin, montant_initial, solde, transferee_le, import_id from allocataires.creance x
          where foyer_id = any (:foyers) and implantee_le <= :au and %s order by implantee_le desc""".formatted(avantSonDepart("coalesce(debut, implantee_le)")))
          .param("foyers", foyers).param("personne", personneId).param("connu", connu).param("au", au).query(Dossier.Creance.class).list();
    }

    /** What was paid or claimed of the time she was there; months before our first file are hers too. */
    private static String avantSonDepart(String jour) {
      return "exists (select from allocataires.membre s where s.foyer_id = x.foyer_id and s.personne_id = :personne and " + connu("s") + " and "
          + jusqua("s") + " > " + jour + ")";
    }

    private <F> List<F> versions(String colonnes, String tables, Long[] foyers, RowMapper<F> ligne) {
      return base.sql("select v.foyer_id, v.depuis, " + JUSQUA + " jusqua, v.import_id, " + colonnes + " from " + tables
          + " where v.foyer_id = any (:foyers) and " + CONNU + " and " + ELLE_Y_ETAIT + " order by v.depuis")
          .param("foyers", foyers).param("personne", personneId).param("connu", connu).query(ligne).list();
    }

    private List<Dossier.IdentitePrecedente> identites() {
      return base.sql("""
          select jusquau, nom, nom_naissance, prenom, date_naissance from allocataires.identite_precedente where personne_id = ?
          order by jusquau desc""").param(personneId).query(Dossier.IdentitePrecedente.class).list();
    }

    /** Visible only to whom the duplicates are open: row-level security. */
    private List<Dossier.DoublonPossible> doublons() {
      return base.sql("""
          select d.id tache, p.id autre, p.nom, p.prenom, p.date_naissance naissance, d.raison from allocataires.doublon d
          join allocataires.personne p on p.id = case when d.personne_a = :id then d.personne_b else d.personne_a end
          where d.etat = 'A_EXAMINER' and :id in (d.personne_a, d.personne_b)""").param("id", personneId).query(Dossier.DoublonPossible.class).list();
    }

    /** None at a day before she was registered. */
    private Dossier.Inscription inscription(Moment moment) {
      return base.sql("""
          select i.lignes, i.code_postal, k.nom as nom_commune, (i.inscrite_le at time zone :fuseau)::date as inscrite_le,
            habilitations.nom_agent(i.inscrite_par) as auteur, allocataires.tenue_par_les_agents(i.personne_id) as tenue
          from allocataires.inscription i join structures.commune k on k.code = i.commune where i.personne_id = :personne
          order by i.inscrite_le desc, i.id desc limit 1""").param("fuseau", horloge.getZone().getId()).param("personne", personneId)
          .query(Dossier.Inscription.class).optional().filter(i -> !i.inscriteLe().isAfter(moment.au())).orElse(null);
    }

    private Map<Long, Source> sources(Set<Long> imports) {
      return base.sql("select id, fichier, date_reference reference, recu_le from allocataires.provenance where id = any (?)")
          .param(imports.toArray(Long[]::new)).query(Source.class).list().stream().collect(Collectors.toMap(Source::id, Function.identity()));
    }
  }
}
