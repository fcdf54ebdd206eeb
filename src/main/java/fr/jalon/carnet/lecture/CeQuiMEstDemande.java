package fr.jalon.carnet.lecture;

import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What colleagues ask of the agent at work in the notebooks, or what she set herself, and is not done. */
@Component
public class CeQuiMEstDemande {
  /** At most: whoever is asked more begins with these. */
  private static final int AU_PLUS = 200;
  private final JdbcClient base;
  private final ThemesDuCarnet themes;

  CeQuiMEstDemande(JdbcClient base, ThemesDuCarnet themes) {
    this.base = base;
    this.themes = themes;
  }

  /**
   * Something asked.
   *
   * @param genre  MENTION, REPONSE or TACHE; @param limite last day of a task, or {@code null}
   * @param par    who asks, as shown; @param moi true when she asks it of herself
   */
  public record Demande(long id, @PersonneMontree long personneId, String nom, String prenom, long entreeId, String genre, LocalDate limite,
      String par,
      boolean moi, OffsetDateTime quand, String theme) {
    /** {@code MARTIN Ana}. */
    public String personne() {
      return Francais.personne(nom, prenom);
    }

    /** True for something to do. */
    public boolean tache() {
      return genre.equals("TACHE");
    }
  }

  /** How many of her tasks are late on that day. */
  @Transactional(readOnly = true)
  public long enRetard(LocalDate aujourdhui) {
    return base.sql("""
        select count(*) from carnet.demande d join carnet.entree e on e.id = d.entree_id
          join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
        where d.pour = habilitations.agent() and d.faite_le is null and d.limite < ?""").param(aujourdhui).query(Long.class).single();
  }

  /** By day of the tasks, then the oldest first. @param personnes about whom, {@code null} for all */
  @Transactional(readOnly = true)
  public List<Demande> liste(Collection<Long> personnes) {
    return base.sql("""
        select d.id, d.personne_id, p.nom, p.prenom, coalesce(e.reponse_a, e.id) as entree_id, d.genre, d.limite, habilitations.nom_agent(d.demandee_par) as par,
          d.demandee_par = d.pour as moi, d.demandee_le as quand, e.theme
        from carnet.demande d join carnet.entree e on e.id = d.entree_id join allocataires.personne p on p.id = d.personne_id and p.fusionnee_dans is null
        where d.pour = habilitations.agent() and d.faite_le is null and (:personnes::bigint[] is null or d.personne_id = any(:personnes::bigint[]))
        order by d.limite nulls last, d.id limit :auPlus""")
        .param("personnes", personnes == null ? null : personnes.toArray(Long[]::new)).param("auPlus", personnes == null ? AU_PLUS
            : Integer.MAX_VALUE)
        .query((l, _) -> new Demande(l.getLong("id"), l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"), l.getLong("entree_id"),
            l.getString("genre"), l.getObject("limite", LocalDate.class), l.getString("par"), l.getBoolean("moi"),
            l.getObject("quand", OffsetDateTime.class), themes.libelle(l.getString("theme")))).list();
  }
}
