package fr.jalon.echanges.registre.lecture;

import fr.jalon.echanges.registre.domaine.StatutImport;
import fr.jalon.echanges.registre.lecture.FicheDImport.Annonce;
import fr.jalon.echanges.registre.lecture.FicheDImport.Creances;
import fr.jalon.echanges.registre.lecture.FicheDImport.Montant;
import fr.jalon.echanges.registre.lecture.FicheDImport.Payeur;
import fr.jalon.echanges.caf.vraisemblance.Raison;
import fr.jalon.parametres.Parametres;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one file of the register. */
@Component
public class LectureDUnImport {
  private static final Map<String, String> NATURE_DU_TOTAL = Map.of("TotalAllocationsComptabilisees", "AllocationsComptabilisees",
      "TotalIndusConstates", "IndusConstates",
      "TotalIndusTransferésCG", "IndusTransferesCG", "TotalIndusTransferesCG", "IndusTransferesCG", "TotalRemisesIndus", "RemisesIndus");
  private final JdbcClient base;
  private final JsonMapper json;
  private final Parametres parametres;
  private final Clock horloge;

  LectureDUnImport(JdbcClient base, JsonMapper json, Parametres parametres, Clock horloge) {
    this.base = base;
    this.json = json;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** The file, or empty. */
  @Transactional(readOnly = true)
  public Optional<FicheDImport> lire(long id) {
    List<Payeur> payeurs = base.sql("""
        select fonction_organisme || ' ' || numero_organisme, dossiers from echanges.import_organisme where import_id = ? order by dossiers desc""").param(id)
        .query((l, _) -> new Payeur(l.getString(1), l.getInt(2))).list();
    return base.sql("""
        select i.*, habilitations.nom_agent(i.agent) as agent_nom, habilitations.nom_agent(i.ecart_accepte_par) as ecart_accepte_nom, (select count(*) from echanges.rejet r where r.import_id = i.id and r.statut = 'OUVERT') rejets_ouverts
        from echanges.import i where i.id = ?""").param(id).query((l, _) -> fiche(l, payeurs)).optional();
  }

  /**
   * Another send of the same month.
   *
   * @param sens DEPASSE: this file was written before and nothing of it is kept; REMPLACE: it was replaced since; REMPLACANT: it stands for the other
   */
  public record AutreEnvoi(String payeur, String sens, long id, String fichier, LocalDateTime ecritLe) {}

  /** The other sends of the same month, by payer, that this file gave way to or replaced. */
  @Transactional(readOnly = true)
  public List<AutreEnvoi> autresEnvois(long id) {
    return base.sql("""
        select o.fonction_organisme || ' ' || o.numero_organisme payeur, case when o.depasse_par is null then 'REMPLACE' else 'DEPASSE' end sens, j.id, j.fichier, j.date_creation ecrit_le
        from echanges.import_organisme o join echanges.import j on j.id = coalesce(o.depasse_par, o.remplace_par) where o.import_id = :id
        union all
        select o.fonction_organisme || ' ' || o.numero_organisme, 'REMPLACANT', j.id, j.fichier, j.date_creation
        from echanges.import_organisme o join echanges.import j on j.id = o.import_id where :id in (o.depasse_par, o.remplace_par)
        order by 1, 3""").param("id", id).query(AutreEnvoi.class).list();
  }

  /** Something left aside in a dossier that is recorded. */
  public record Anomalie(int ligne, String numeroDemande, String raison) {}

  /** What was left aside, the first in the file, 200 at most. */
  @Transactional(readOnly = true)
  public List<Anomalie> anomalies(long id) {
    return base.sql("select ligne, numero_demande, raison from echanges.anomalie where import_id = ? order by ligne, id limit 200").param(id)
        .query(Anomalie.class).list();
  }

  private FicheDImport fiche(ResultSet l, List<Payeur> payeurs) throws SQLException {
    JsonNode totaux = json.readTree(l.getString("totaux") == null ? "{}" : l.getString("totaux"));
    JsonNode creances = totaux.path("creances");
    StatutImport statut = StatutImport.valueOf(l.getString("statut"));
    boolean tableur = "TABLEUR".equals(l.getString("format"));
    return new FicheDImport(l.getLong("id"), l.getString("fichier"), l.getString("sha256"), (Long) l.getObject("octets"),
        l.getString("format"), l.getString("nature"),
        l.getString("application"), l.getString("organisme"), l.getObject("date_reference", LocalDate.class),
        l.getObject("date_creation", LocalDateTime.class),
        l.getObject("recu_le", LocalDate.class), statut, l.getString("motif"), (Integer) l.getObject("ligne"), l.getString("balise"),
        (Integer) l.getObject("dossiers_annonces"), l.getInt("dossiers_lus"), l.getInt("foyers_crees"), l.getInt("foyers_modifies"),
        l.getInt("foyers_inchanges"),
        l.getInt("personnes_creees"), l.getInt("personnes_modifiees"), l.getInt("personnes_inchangees"), l.getInt("rejets"),
        l.getInt("rejets_ouverts"),
        l.getInt("nouveaux_entrants"), mouvements(l.getString("mouvements")), payeurs, montants(totaux), annonces(totaux),
        creances.isObject() ? new Creances(creances.path("nombre").asInt(), montant(creances.path("initial")), montant(creances.path("solde")))
        : null,
        totaux.path("doublonsPossibles").asInt(0), l.getString("ecart_raison"), l.getString("ecart_accepte_nom"), l.getBoolean("ecart_seul"),
        l.getObject("commence_le", OffsetDateTime.class), l.getObject("termine_le", OffsetDateTime.class), (Long) l.getObject("duree_ms"),
        l.getString("agent_nom"),
        original(l, statut == StatutImport.CHARGE && !tableur), raisons(l.getString("raisons")));
  }

  /** @param garde true when files like it are kept */
  private FicheDImport.Original original(ResultSet l, boolean garde) throws SQLException {
    OffsetDateTime fin = l.getObject("termine_le", OffsetDateTime.class);
    if (!garde || fin == null) {
      return new FicheDImport.Original(null, null, null);
    }
    LocalDate jour = fin.atZoneSameInstant(horloge.getZone()).toLocalDate();
    LocalDate aujourdhui = LocalDate.now(horloge);
    return new FicheDImport.Original(jour.plus(parametres.valeur("conservation.fichiers", aujourdhui).duree()),
        jour.plus(parametres.valeur("conservation.fichiers_au_plus", aujourdhui).duree()),
        l.getObject("original_efface_le", LocalDate.class));
  }

  private List<Raison> raisons(String texte) {
    return texte == null ? List.of() : List.of(json.readValue(texte, Raison[].class));
  }

  private Map<String, Integer> mouvements(String texte) {
    Map<String, Integer> mouvements = new TreeMap<>();
    if (texte != null) {
      json.readTree(texte).properties().forEach(e -> mouvements.put(e.getKey(), e.getValue().asInt()));
    }
    return mouvements;
  }

  private static List<Montant> montants(JsonNode totaux) {
    List<Montant> montants = new ArrayList<>();
    totaux.path("montants").forEach(m -> montants.add(new Montant(m.path("nature").asString(), m.path("prestation").asString(),
        m.path("lignes").asInt(),
        montant(m.path("montant")))));
    return montants;
  }

  private static List<Annonce> annonces(JsonNode totaux) {
    List<Annonce> annonces = new ArrayList<>();
    totaux.path("annonces").forEach(a -> annonces.add(new Annonce(a.path("total").asString(), NATURE_DU_TOTAL.get(a.path("total").asString()),
        montant(a.path("ensemble")))));
    return annonces;
  }

  private static BigDecimal montant(JsonNode n) {
    return n.isNumber() ? n.decimalValue() : null;
  }
}
