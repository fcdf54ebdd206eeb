package fr.jalon.habilitations.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Pagination;
import fr.jalon.habilitations.LieuxDesPerimetres;
import fr.jalon.habilitations.LieuxDesPerimetres.Lieu;
import fr.jalon.habilitations.SaisieAgent;
import fr.jalon.socle.Fautes;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts as the page "Habilitations" shows them, under row-level security. */
@Component
@Transactional(readOnly = true)
public class ListeDesAgents {
  private static final String CHOIX = """
      from habilitations.agent a
      where (:nom = '' or a.nom ilike :motif or a.identifiant ilike :motif or a.courriel ilike :motif)
        and (:role = '' or a.role = :role) and (:etat = '' or a.actif = (:etat = 'actif'))
      """;
  private static final String COLONNES = """
      select a.id, a.identifiant, a.nom, a.courriel, a.role, a.partout, a.territoires, a.organisations, a.actif, a.totp_actif,
        a.mot_de_passe_a_changer, a.sujet_oidc is not null as lie, a.derniere_connexion, a.desactive_le,
        a.essais_rates, a.essais_rates_depuis, (select count(*) from habilitations.essai_rate r where r.agent_id = a.id) as adresses,
        exists (select from habilitations.user_entities e where e.name = a.identifiant) as cle_acces
      """;
  private final JdbcClient base;
  private final LieuxDesPerimetres lieux;
  private final int seuil;

  /** @param seuil failed tries from which they are told, here as to the person */
  ListeDesAgents(JdbcClient base, LieuxDesPerimetres lieux, @Value("${jalon.connexion.alerte:10}") int seuil) {
    this.base = base;
    this.lieux = lieux;
    this.seuil = seuil;
  }

  /** What the list is limited to; empty texts limit nothing. {@code etat} is {@code actif} or {@code retire}. */
  public record Filtre(String nom, String role, String etat) {}

  /** One account. {@code noms} are those of its territories and organisations; {@code beaucoup} says that its failed tries are to be told. */
  public record Ligne(long id, String identifiant, String nom, String courriel, String role, boolean partout, List<Integer> territoires,
      List<Integer> organisations, boolean actif, boolean totpActif, boolean motDePasseAChanger, boolean lie, OffsetDateTime derniereConnexion,
      OffsetDateTime desactiveLe, boolean cleAcces, List<String> noms, int essaisRates, OffsetDateTime essaisDepuis, int adresses,
      boolean beaucoup) {
    /** What is said of its failed tries since its last login, {@code null} when they are few. */
    public String alerte() {
      return !beaucoup ? null : "%s depuis le %s, de %s".formatted(Francais.compte(essaisRates, "essai raté", "essais ratés"),
          Francais.instant(essaisDepuis),
          Francais.compte(adresses, "adresse", "adresses"));
    }

    /** As the form writes it. */
    public SaisieAgent saisie() {
      return new SaisieAgent(identifiant, nom, courriel, role, partout, territoires, organisations);
    }
  }

  public List<Ligne> page(Filtre filtre, int page) {
    return requete(COLONNES + CHOIX + "order by a.actif desc, lower(a.nom), a.id limit " + Pagination.TAILLE + " offset "
        + (page - 1L) * Pagination.TAILLE, filtre).query(ligne()).list();
  }

  public long nombre(Filtre filtre) {
    return requete("select count(*) " + CHOIX, filtre).query(Long.class).single();
  }

  public Optional<Ligne> un(long id) {
    return base.sql(COLONNES + "from habilitations.agent a where a.id = ?").param(id).query(ligne()).optional();
  }

  /** One, that nobody else changes until the transaction ends. */
  @Transactional
  public Optional<Ligne> pourChanger(long id) {
    base.sql("select id from habilitations.agent where id = ? for no key update").param(id).query(Long.class).optional();
    return un(id);
  }

  public long numero(String identifiant) {
    return base.sql("select id from habilitations.agent where identifiant = ?").param(identifiant).query(Long.class).single();
  }

  public List<Lieu> territoires() {
    return lieux.territoires();
  }

  public List<Lieu> organisations() {
    return lieux.organisations(false);
  }

  /**
   * Each place ticked is one of those the form shows: a number that is no place's would give a perimeter that sees nobody.
   *
   * @throws fr.jalon.socle.SaisieRefusee beside the perimeter
   */
  public void exigerConnus(SaisieAgent saisie) {
    new Fautes().exiger(numeros(lieux.territoires()).containsAll(saisie.territoires()) && numeros(lieux.organisations(true))
        .containsAll(saisie.organisations()),
        "perimetre", "PERIMETRE", "Un des territoires ou une des organisations n'existe plus : choisissez dans la liste.").lever();
  }

  private static Set<Integer> numeros(List<Lieu> lieux) {
    return lieux.stream().map(Lieu::id).collect(Collectors.toSet());
  }

  /** Name of a territory, by its number in a form. */
  public String nomDeTerritoire(String id) {
    return territoires().stream().filter(t -> String.valueOf(t.id()).equals(id)).map(Lieu::nom).findFirst().orElse(id);
  }

  /** Name of an organisation, by its number in a form; the number itself when it takes nobody any more. */
  public String nomDOrganisation(String id) {
    return organisations().stream().filter(o -> String.valueOf(o.id()).equals(id)).map(Lieu::nom).findFirst().orElse(id);
  }

  private JdbcClient.StatementSpec requete(String sql, Filtre filtre) {
    String motif = "%" + filtre.nom().replaceAll("([%_\\\\])", "\\\\$1") + "%";
    return base.sql(sql).param("nom", filtre.nom()).param("motif", motif).param("role", filtre.role()).param("etat", filtre.etat());
  }

  /** The names of every place are read once for a list. */
  private RowMapper<Ligne> ligne() {
    List<Lieu> territoires = lieux.territoires();
    List<Lieu> organisations = lieux.organisations(true);
    return (l, _) -> ligne(l, Stream.concat(LieuxDesPerimetres.noms(territoires, entiers(l.getArray("territoires"))).stream(),
        LieuxDesPerimetres.noms(organisations, entiers(l.getArray("organisations"))).stream()).toList());
  }

  private Ligne ligne(ResultSet l, List<String> noms) throws SQLException {
    return new Ligne(l.getLong("id"), l.getString("identifiant"), l.getString("nom"), l.getString("courriel"), l.getString("role"),
        l.getBoolean("partout"), entiers(l.getArray("territoires")), entiers(l.getArray("organisations")), l.getBoolean("actif"),
        l.getBoolean("totp_actif"), l.getBoolean("mot_de_passe_a_changer"), l.getBoolean("lie"),
        l.getObject("derniere_connexion", OffsetDateTime.class), l.getObject("desactive_le", OffsetDateTime.class), l.getBoolean("cle_acces"),
        noms, l.getInt("essais_rates"),
        l.getObject("essais_rates_depuis", OffsetDateTime.class), l.getInt("adresses"),
        l.getInt("essais_rates") >= seuil);
  }

  private static List<Integer> entiers(Array tableau) throws SQLException {
    return List.of((Integer[]) tableau.getArray());
  }
}
