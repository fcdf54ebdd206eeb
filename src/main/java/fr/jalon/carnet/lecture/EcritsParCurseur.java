package fr.jalon.carnet.lecture;

import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.Theme;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is written in the notebooks that an application reads, in the order of writing. Nothing of a theme of health leaves this way. */
@Component
public class EcritsParCurseur {
  /** What was written less long ago waits for the next page: another entry, begun before it, may still be on its way. */
  private static final Duration RECUL = Duration.ofSeconds(5);
  private final JdbcClient base;
  private final ThemesDuCarnet themes;
  private final Clock horloge;

  EcritsParCurseur(JdbcClient base, ThemesDuCarnet themes, Clock horloge) {
    this.base = base;
    this.themes = themes;
    this.horloge = horloge;
  }

  /** Where a page ended. */
  public record Curseur(OffsetDateTime ecritLe, long id) {}

  /**
   * An entry or an answer.
   *
   * @param reponseA the entry it answers, or {@code null}; @param theme code; @param auteur as shown; @param corrige true when its text changed since
   * @param demandes what it asks
   */
  public record EcritLu(long id, long personneId, Long reponseA, String theme, String themeEnClair, LocalDate le, String texte, String auteur,
      OffsetDateTime ecritLe, boolean corrige, List<DemandeLue> demandes) {}

  /** What an entry asks. @param genre MENTION, REPONSE or TACHE; @param aVous true when the application may say it is read or done */
  public record DemandeLue(long id, String genre, LocalDate limite, boolean aVous, OffsetDateTime faiteLe) {}

  private record Lu(long id, long personneId, Long reponseA, String theme, LocalDate le, String texte, String auteur, OffsetDateTime ecritLe,
      boolean corrige) {}

  /** True when the application at work reads it: whoever reads entries on screen reads those of health, an application does not. */
  @Transactional(readOnly = true)
  public boolean lisible(long entree) {
    return base.sql("select exists (select from carnet.entree where id = :id and theme <> all (:sante))").param("id", entree)
        .param("sante", sante()).query(Boolean.class).single();
  }

  /** The same of the entry that asks something. */
  @Transactional(readOnly = true)
  public boolean demandeLisible(long demande) {
    return base.sql("""
        select exists (select from carnet.demande d join carnet.entree e on e.id = d.entree_id where d.id = :id and e.theme <> all (:sante))""")
        .param("id", demande).param("sante", sante()).query(Boolean.class).single();
  }

  private String[] sante() {
    return themes.tous().stream().filter(Theme::sante).map(Theme::code).toArray(String[]::new);
  }

  /**
   * @param personne one alone, {@code null} for all; @param depuis written then or later, {@code null} for all; @param apres {@code null} for the
   *     first page
   */
  @Transactional(readOnly = true)
  public List<EcritLu> lire(Long personne, OffsetDateTime depuis, Curseur apres, int taille) {
    List<Lu> lus = base.sql("""
        select e.id, e.personne_id, e.reponse_a, e.theme, e.le, e.texte, habilitations.nom_agent(e.auteur) as auteur, e.ecrit_le,
          exists (select from carnet.version v where v.entree_id = e.id) as corrige
        from carnet.entree e join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
        where (:personne::bigint is null or e.personne_id = :personne) and (:depuis::timestamptz is null or e.ecrit_le >= :depuis)
          and (:apres::timestamptz is null or (e.ecrit_le, e.id) > (:apres, :id))
          and e.ecrit_le <= :jusqua and e.theme <> all (:sante)
        order by e.ecrit_le, e.id limit :taille""").param("personne", personne).param("depuis", depuis)
        .param("apres", apres == null ? null : apres.ecritLe()).param("id", apres == null ? 0 : apres.id()).param("taille", taille)
        .param("jusqua", OffsetDateTime.now(horloge).minus(RECUL)).param("sante", sante()).query(Lu.class).list();
    Map<Long, List<DemandeLue>> demandes = new HashMap<>();
    base.sql("""
        select d.id, d.entree_id, d.genre, d.limite, d.faite_le, d.pour = habilitations.agent() or carnet.demande_aux_miens(d.pour)
          or d.genre = 'TACHE' and d.demandee_par = habilitations.agent() as a_vous
        from carnet.demande d where d.entree_id = any (?) order by d.id""").param(lus.stream().map(Lu::id).toArray(Long[]::new))
        .query((l, _) -> demandes.computeIfAbsent(l.getLong("entree_id"), _ -> new java.util.ArrayList<>()).add(new DemandeLue(l.getLong("id"),
            l.getString("genre"), l.getObject("limite", LocalDate.class), l.getBoolean("a_vous"), l.getObject("faite_le", OffsetDateTime.class))))
        .list();
    return lus.stream().map(l -> new EcritLu(l.id(), l.personneId(), l.reponseA(), l.theme(), themes.libelle(l.theme()), l.le(), l.texte(),
        l.auteur(), l.ecritLe(), l.corrige(), demandes.getOrDefault(l.id(), List.of()))).toList();
  }
}
