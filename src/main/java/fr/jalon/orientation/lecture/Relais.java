package fr.jalon.orientation.lecture;

import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.EtatRelais;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The hand-overs of the référents whom the agent may look at, and the persons of each whom she sees. */
@Component
public class Relais {
  private static final String RELAIS = """
      select l.*, r.nom as de, o.nom as organisation, habilitations.nom_agent(l.fait_par) as par, habilitations.nom_agent(l.fini_par) as finisseur,
        (select count(*) from orientation.changement_de_referent c where c.relais_id = l.id and c.avant_id = l.de_id)::int
          + (select count(*) from orientation.confiee_prevue q where q.relais_id = l.id and (l.etat = 'PREVU' or l.etat = 'ANNULE' and l.personnes = 0))::int as nombre
      from orientation.relais l join structures.referent r on r.id = l.de_id join structures.organisation o on o.id = l.organisation_id
      """;
  private static final RowMapper<Passe> PASSE = (l, _) -> new Passe(l.getLong("id"), l.getInt("de_id"), l.getString("de"),
      l.getString("organisation"), l.getObject("le", LocalDate.class), l.getObject("retour_le", LocalDate.class), l.getString("raison"),
      l.getBoolean("prevenir"), EtatRelais.valueOf(l.getString("etat")), l.getObject("etat_depuis", OffsetDateTime.class), l.getString("par"),
      l.getString("finisseur"), l.getString("fini_raison"), l.getInt("nombre"), l.getInt("personnes"), l.getObject("saisi_le", OffsetDateTime.class),
      l.getBoolean("retour_seul"), l.getBoolean("prevenir_au_retour"),
      Depassement.de(l.getString("accepte_par"), l.getString("depassement_raison")),
      l.getString("fini_par"), l.getObject("panne_le", OffsetDateTime.class));
  private final JdbcClient base;

  Relais(JdbcClient base) {
    this.base = base;
  }

  /**
   * A hand-over.
   *
   * @param de       name of the référent whose persons they were
   * @param le       first day of the colleagues
   * @param retourLe the day it must be given back, {@code null} when it is not to be
   * @param finiPar  who gave it back or undid it, {@code null} before; @param finiRaison why it was undone
   * @param nombre   persons of it that the agent sees; @param personnes how many it had, seen or not, none when it never began
   * @param saisiLe  when it was recorded
   * @param retourSeul true when it is given back by itself on that day; @param prevenirAuRetour true when the persons are then written to
   * @param depassement who accepts that colleagues go over their capacity on a day to come, or {@code null}; @param finisseur login of who ended it
   * @param panneLe  since when Jalon tries to do it, or to give it back, and does not succeed; else {@code null}
   */
  public record Passe(long id, int deId, String de, String organisation, LocalDate le, LocalDate retourLe, String raison, boolean prevenir,
      EtatRelais etat, OffsetDateTime etatDepuis, String par, String finiPar, String finiRaison, int nombre, int personnes,
      OffsetDateTime saisiLe, boolean retourSeul, boolean prevenirAuRetour, Depassement depassement,
      String finisseur, OffsetDateTime panneLe) {
    /** True until its day comes. */
    public boolean prevu() {
      return etat == EtatRelais.PREVU;
    }

    /** True when it was planned and did not happen: nobody changed référent by it. */
    public boolean jamaisCommence() {
      return etat == EtatRelais.ANNULE && personnes == 0;
    }

    /** True while Jalon tries again, each hour. */
    public boolean enPanne() {
      return panneLe != null && (prevu() || enCours());
    }

    /** How many are not the agent's to see: she neither gives them back nor undoes it for them. */
    public int nonMontrees() {
      return Math.max(0, personnes - nombre);
    }

    /** True while it can be given back or undone. */
    public boolean enCours() {
      return etat == EtatRelais.FAIT;
    }

    /** True when its day has come. */
    public boolean aRendre(LocalDate jour) {
      return enCours() && retourLe != null && !retourLe.isAfter(jour);
    }
  }

  /**
   * A person of a hand-over.
   *
   * @param vers    name of who follows her since, {@code null} when nobody was named
   * @param encore  true when that is still so: neither her follow-up ended nor her référent changed again
   * @param versId  the same référent, by number
   */
  public record Confiee(long suiviId, @PersonneMontree long personneId, String nom, String prenom, Integer versId, String vers, boolean encore) {
    /** {@code MARTIN Ana}. */
    public String nomComplet() {
      return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
    }
  }

  /** Those that Jalon does not succeed in doing, those to come (the nearest first), those to be given back, the latest. @param auPlus how many */
  @Transactional(readOnly = true)
  public List<Passe> derniers(LocalDate jour, int auPlus) {
    return base.sql(RELAIS + """
         order by l.panne_le is not null and l.etat in ('PREVU', 'FAIT') desc, l.etat = 'PREVU' desc, case when l.etat = 'PREVU' then l.le end,
          (l.etat = 'FAIT' and l.retour_le <= :jour) is true desc, l.le desc, l.id desc limit :n""")
        .param("jour", jour).param("n", auPlus).query(PASSE).list();
  }

  /** One. */
  @Transactional(readOnly = true)
  public Optional<Passe> un(long id) {
    return base.sql(RELAIS + " where l.id = ?").param(id).query(PASSE).optional();
  }

  /** How many wait for somebody: those that should have been given back on this day, those that Jalon does not succeed in doing. */
  @Transactional(readOnly = true)
  public long aRegler(LocalDate jour) {
    return base.sql("""
        select count(*) from orientation.relais where etat = 'FAIT' and retour_le <= ? or etat in ('PREVU', 'FAIT') and panne_le is not null""")
        .param(jour).query(Long.class).single();
  }

  /** Its persons, by name. */
  @Transactional(readOnly = true)
  public List<Confiee> personnes(long id) {
    return base.sql("""
        select s.id, s.personne_id, p.nom, p.prenom, c.apres_id, r.nom as vers, s.etat <> 'CLOS' and s.referent_id = c.apres_id as encore
        from orientation.relais l join orientation.changement_de_referent c on c.relais_id = l.id and c.avant_id = l.de_id
        join orientation.suivi s on s.id = c.suivi_id join allocataires.personne p on p.id = s.personne_id
        left join structures.referent r on r.id = c.apres_id where l.id = ? order by p.nom, p.prenom, s.id""").param(id)
        .query((l, _) -> new Confiee(l.getLong("id"), l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"),
        (Integer) l.getObject("apres_id"), l.getString("vers"), l.getBoolean("encore"))).list();
  }
}
