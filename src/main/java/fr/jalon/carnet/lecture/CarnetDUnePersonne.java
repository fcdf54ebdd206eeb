package fr.jalon.carnet.lecture;

import fr.jalon.carnet.application.CorrigerUnEcrit;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.Ecrit.Correction;
import fr.jalon.carnet.lecture.Ecrit.Demande;
import fr.jalon.carnet.lecture.Ecrit.Document;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notebook of a person as the agent at work may read it, the latest first, by pages: six queries, whatever it holds. */
@Component
public class CarnetDUnePersonne {
  /** Entries of a page. */
  public static final int PAR_PAGE = 20;
  private static final String LU = """
      select e.id, e.reponse_a, e.theme, e.le, e.texte, e.auteur, habilitations.nom_agent(e.auteur) as nom, e.ecrit_le, e.repris_de from carnet.entree e\s""";
  private static final String LESQUELLES = """
      where e.personne_id = :personne and (e.reponse_a is null or not exists (select from carnet.entree r where r.id = e.reponse_a)) and (:theme::text is null or e.theme = :theme::text)
        and (:seul::bigint is null or e.id in (select unnest(array[f.reponse_a, f.id]) from carnet.entree f where f.id = :seul::bigint))""";
  private final JdbcClient base;
  private final ThemesDuCarnet themes;
  private final CorrigerUnEcrit corriger;

  CarnetDUnePersonne(JdbcClient base, ThemesDuCarnet themes, CorrigerUnEcrit corriger) {
    this.base = base;
    this.themes = themes;
    this.corriger = corriger;
  }

  /** A page. @param total how many entries, answers left out */
  public record Page(long total, List<Ecrit> ecrits) {
    /** Numbers of what it shows, answers included. */
    public List<Long> montres() {
      return ecrits.stream().flatMap(e -> Stream.concat(Stream.of(e), e.reponses().stream())).map(Ecrit::id).toList();
    }
  }

  private record Lu(long id, Long reponseA, String theme, LocalDate le, String texte, String auteur, String nom, OffsetDateTime ecritLe,
      String reprisDe) {}

  /** @param theme code, {@code null} for all; @param seul number of one entry or answer, {@code null} for all; @param page from 1 */
  @Transactional(readOnly = true)
  public Page page(long personneId, String theme, Long seul, int page) {
    long total = base.sql("select count(*) from carnet.entree e " + LESQUELLES).param("personne", personneId).param("theme", theme)
        .param("seul", seul)
        .query(Long.class).single();
    List<Lu> racines = base.sql(LU + LESQUELLES + " order by le desc, id desc limit :taille offset :saut").param("personne", personneId)
        .param("theme", theme).param("seul", seul).param("taille", PAR_PAGE).param("saut", (long) (page - 1) * PAR_PAGE).query(Lu.class).list();
    List<Lu> reponses = base.sql(LU + "where e.reponse_a = any(?) order by e.id").param(racines.stream().map(Lu::id).toArray(Long[]::new))
        .query(Lu.class).list();
    List<Lu> tous = new ArrayList<>(racines);
    tous.addAll(reponses);
    Long[] ids = tous.stream().map(Lu::id).toArray(Long[]::new);
    Map<Long, List<Correction>> corrections = new HashMap<>();
    base.sql("""
        select entree_id, le, texte, habilitations.nom_agent(corrige_par) as par, corrige_le as quand, motif from carnet.version where entree_id = any(?)
        order by id desc""").param(ids).query((l, _) -> corrections.computeIfAbsent(l.getLong("entree_id"), _ -> new ArrayList<>())
            .add(new Correction(l.getObject("le", LocalDate.class), l.getString("texte"), l.getString("par"),
                l.getObject("quand", OffsetDateTime.class), l.getString("motif")))).list();
    Map<Long, List<Demande>> demandes = new HashMap<>();
    base.sql("""
        select id, entree_id, genre, habilitations.nom_agent(pour) as pour, pour = habilitations.agent() or genre = 'TACHE' and demandee_par = habilitations.agent() as mienne, limite, faite_le
        from carnet.demande where entree_id = any(?) order by id""").param(ids).query((l, _) -> demandes
            .computeIfAbsent(l.getLong("entree_id"), _ -> new ArrayList<>()).add(new Demande(l.getLong("id"), l.getString("genre"),
                l.getString("pour"),
                l.getBoolean("mienne"), l.getObject("limite", LocalDate.class), l.getObject("faite_le", OffsetDateTime.class)))).list();
    Map<Long, List<Document>> documents = new HashMap<>();
    base.sql("""
        select id, entree_id, nom, habilitations.nom_agent(depose_par) as par, greatest(1, taille / 1024) as kilooctets from carnet.document
        where entree_id = any(?) order by id""").param(ids).query((l, _) -> documents.computeIfAbsent(l.getLong("entree_id"), _ -> new ArrayList<>())
            .add(new Document(l.getLong("id"), l.getString("nom"), l.getString("par"), l.getLong("kilooctets")))).list();
    Map<Long, List<Ecrit>> parRacine = new HashMap<>();
    reponses.forEach(r -> parRacine.computeIfAbsent(r.reponseA(), _ -> new ArrayList<>()).add(ecrit(r, corrections, demandes, documents, List.of())));
    return new Page(total, racines.stream().map(r -> ecrit(r, corrections, demandes, documents, parRacine.getOrDefault(r.id(), List.of()))).toList());
  }

  private Ecrit ecrit(Lu l, Map<Long, List<Correction>> corrections, Map<Long, List<Demande>> demandes,
      Map<Long, List<Document>> documents, List<Ecrit> reponses) {
    String libelle = themes.libelle(l.theme());
    return new Ecrit(l.id(), libelle, themes.theme(l.theme()).filter(Theme::sante).map(_ -> libelle).orElse(null), l.le(), l.texte(), l.nom(),
        l.ecritLe(), l.reprisDe(),
        corriger.permis(l.auteur()), corrections.getOrDefault(l.id(), List.of()), demandes.getOrDefault(l.id(), List.of()),
        documents.getOrDefault(l.id(), List.of()), reponses);
  }

  /** An entry without its text: opening a dossier is not reading a notebook. @param reponse true for an answer */
  public record EnTete(LocalDate le, String theme, String auteur, boolean reponse) {}

  /** Those known on a day, the latest first. */
  @Transactional(readOnly = true)
  public List<EnTete> enTetes(long personneId, LocalDate au, String zone) {
    return base.sql("""
        select le, theme, habilitations.nom_agent(auteur) as auteur, reponse_a is not null as reponse from carnet.entree
        where personne_id = ? and (ecrit_le at time zone ?)::date <= ? order by le desc, id desc""").params(personneId, zone, au)
        .query((l, _) -> new EnTete(l.getObject("le", LocalDate.class), themes.libelle(l.getString("theme")), l.getString("auteur"),
            l.getBoolean("reponse")))
        .list();
  }

  /** Themes in which something is written that the agent reads, in their order. */
  @Transactional(readOnly = true)
  public List<Theme> themesEcrits(long personneId) {
    Collection<String> ecrits = base.sql("select distinct theme from carnet.entree where personne_id = ?").param(personneId).query(String.class)
        .set();
    return themes.tous().stream().filter(t -> ecrits.contains(t.code())).toList();
  }
}
