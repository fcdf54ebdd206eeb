package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.FiltreDeSuivi;
import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.domaine.TypeFoyer;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.socle.NumeroDAllocataire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of persons: search, filters, order, one page or all. Row-level security keeps out what the agent may not see. */
@Component
public class ListeDesAllocataires {
  /** What is read of each person once chosen; {@code %s} is how they are chosen. */
  private static final String LIGNES = """
      select p.id, p.nom, p.nom_naissance, p.prenom, p.date_naissance, s.nom_commune, s.etat, s.etat_depuis, s.sdd, s.present, s.role, s.type_foyer,
        s.fonction_organisme, s.date_demande, t.nom territoire, f.numero_demande, f.matricule
      from %s c
      join allocataires.personne p on p.id = c.personne_id
      join allocataires.situation s on s.personne_id = c.personne_id
      join allocataires.foyer f on f.id = s.foyer_id
      left join structures.territoire t on t.id = p.territoire_id
      """;
  private static final String PERSONNES_SITUEES = " from allocataires.personne p join allocataires.situation s on s.personne_id = p.id";
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final List<FiltreDeSuivi> filtresDeSuivi;
  private final TotauxRetenus totaux = new TotauxRetenus();
  private final Criteres recherche;

  ListeDesAllocataires(JdbcClient base, AgentCourant agentCourant, List<FiltreDeSuivi> filtresDeSuivi, Criteres recherche) {
    this.recherche = recherche;
    this.base = base;
    this.agentCourant = agentCourant;
    this.filtresDeSuivi = List.copyOf(filtresDeSuivi);
  }

  /** The choices of the « Suivi » filter. */
  public List<FiltreDeSuivi> filtresDeSuivi() {
    return filtresDeSuivi;
  }

  private String suivi(FiltresDAllocataires filtres) {
    return filtresDeSuivi.stream().filter(f -> f.code().equals(filtres.suivi())).map(FiltreDeSuivi::condition).findFirst().orElse(null);
  }

  /** Number of persons of the whole list. Without a search nor a follow-up asked it is remembered for a few seconds, until a file is loaded. */
  @Transactional(readOnly = true)
  public long compter(FiltresDAllocataires filtres) {
    Conditions c = new Conditions(filtres, suivi(filtres));
    if (!filtres.termes().vides()) {
      return base.sql("select count(*)" + PERSONNES_SITUEES + c.sql())
          .params(c.valeurs).query(Long.class).single();
    }
    if (filtres.suivi() != null) {
      return base.sql("select count(*) from allocataires.situation s" + c.sql()).params(c.valeurs).query(Long.class).single();
    }
    Perimetre p = agentCourant.perimetre();
    long dernierFichier = base.sql("select coalesce(max(id), 0) from allocataires.provenance").query(Long.class).single();
    return totaux.lire(List.of(p.partout(), p.territoires(), p.organisations(), p.ressources(), filtres, dernierFichier),
        () -> base.sql("select count(*) from allocataires.situation s" + c.sql()).params(c.valeurs).query(Long.class).single());
  }

  /**
   * One page.
   *
   * @param page from 1
   */
  @Transactional(readOnly = true)
  public List<LigneDAllocataire> page(FiltresDAllocataires filtres, int page, int taille) {
    Conditions c = new Conditions(filtres, suivi(filtres));
    c.valeurs.put("taille", taille);
    c.valeurs.put("saut", (long) (page - 1) * taille);
    // the page is chosen on what the filters and the order need, then completed: fifty rows to join instead of all
    boolean situationSeule = filtres.termes().vides() && !filtres.tri().surLaPersonne();
    String choix = "(select s.personne_id" + (situationSeule ? " from allocataires.situation s" + c.sql() : PERSONNES_SITUEES + c.sql()
        + " and p.fusionnee_dans is null") + c.ordre() + " limit :taille offset :saut)";
    return base.sql(LIGNES.formatted(choix) + c.ordre()).params(c.valeurs).query(ListeDesAllocataires::ligne).list();
  }

  /** Every row, read as it is consumed: keep the transaction open until the end, then close the stream. */
  public Stream<LigneDAllocataire> toutes(FiltresDAllocataires filtres) {
    Conditions c = new Conditions(filtres, suivi(filtres));
    return base.sql(LIGNES.formatted("(select s.personne_id" + PERSONNES_SITUEES + c.sql() + ")") + c.ordre()).withFetchSize(500).params(c.valeurs)
        .query(ListeDesAllocataires::ligne).stream();
  }

  /** The communes of the Département, by name. */
  public List<CommuneConnue> communes() {
    return base.sql("select code, nom from structures.commune where territoire_id is not null order by nom").query(CommuneConnue.class).list();
  }

  private static LigneDAllocataire ligne(ResultSet l, int n) throws SQLException {
    return new LigneDAllocataire(l.getLong("id"), l.getString("nom"), l.getString("nom_naissance"), l.getString("prenom"),
        l.getObject("date_naissance", LocalDate.class), l.getString("nom_commune"), EtatDuDroit.de(l.getString("etat")),
        l.getObject("etat_depuis", LocalDate.class), l.getBoolean("sdd"),
        l.getBoolean("present"), l.getString("role"), TypeFoyer.valueOf(l.getString("type_foyer")), l.getString("fonction_organisme"),
        l.getObject("date_demande", LocalDate.class), l.getString("territoire"), l.getString("numero_demande"),
        NumeroDAllocataire.exporter(l.getString("matricule")));
  }

  /** The filters as SQL conditions and their values. */
  private final class Conditions {
    private final List<String> conditions = new ArrayList<>(List.of("not s.fusionnee"));
    private final Map<String, Object> valeurs = new LinkedHashMap<>();
    private final FiltresDAllocataires filtres;

    Conditions(FiltresDAllocataires filtres, String suivi) {
      this.filtres = filtres;
      if (agentCourant.perimetre().confieSeulement()) {
        conditions.add("s.personne_id = any (array(select allocataires.confiees()))");
      }
      if (suivi != null) {
        conditions.add(suivi);
      }
      recherche.ajouter(filtres.termes(), conditions, valeurs);
      if (!filtres.tous()) {
        conditions.add("s.adulte");
      }
      if (filtres.etat() != null) {
        ajouter("s.etat in (:etats)", "etats", filtres.etat().codes());
        conditions.add("s.present");
      }
      ajouter("s.territoire_id = :territoire", "territoire", filtres.territoire());
      ajouter("s.type_foyer = :type", "type", filtres.type() == null ? null : filtres.type().name());
      ajouter("s.sdd = :sdd", "sdd", filtres.sdd());
      ajouter("s.fonction_organisme = :organisme", "organisme", filtres.organisme());
      ajouter("s.commune = :commune", "commune", filtres.commune());
    }

    private void ajouter(String condition, String nom, Object valeur) {
      if (valeur != null) {
        conditions.add(condition);
        valeurs.put(nom, valeur);
      }
    }

    String sql() {
      return conditions.stream().collect(Collectors.joining(" and ", " where ", ""));
    }

    /** A name that begins with what was typed comes before one that only holds it. */
    String ordre() {
      String debut = "";
      if (filtres.tri() == FiltresDAllocataires.Tri.NOM && !filtres.termes().mots().isEmpty()) {
        valeurs.put("prefixe", filtres.termes().mots().getFirst() + "%");
        debut = "(p.recherche like :prefixe) desc, ";
      }
      return " order by " + debut + filtres.tri().sql();
    }
  }
}
