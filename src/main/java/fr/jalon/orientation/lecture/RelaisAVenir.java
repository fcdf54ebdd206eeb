package fr.jalon.orientation.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is planned of hand-overs: whose day has not come, who could not pass on the day, who comes back on one. */
@Component
public class RelaisAVenir {
  private static final RowMapper<Annonce> ANNONCE = (l, _) -> new Annonce(l.getLong("personne_id"), l.getLong("relais_id"), l.getString("de"),
      l.getString("vers"), l.getObject("le", LocalDate.class), l.getObject("retour_le", LocalDate.class), l.getBoolean("retour_seul"),
      l.getString("raison"), l.getBoolean("prevu"), l.getString("refus"), l.getObject("refuse_le", LocalDate.class));
  private static final String ANNONCES = """
      select q.personne_id, q.relais_id, r.nom as de, v.nom as vers, l.le, l.retour_le, l.retour_seul, l.raison, l.etat = 'PREVU' as prevu, q.refus, q.refuse_le
      from orientation.confiee_prevue q join orientation.relais l on l.id = q.relais_id join orientation.suivi s on s.id = q.suivi_id
      join structures.referent r on r.id = l.de_id join structures.referent v on v.id = q.vers_id
      where s.etat <> 'CLOS' and (l.etat = 'PREVU' and s.referent_id = l.de_id or q.refus is not null and s.referent_id = q.reste_a)
      """;
  private final JdbcClient base;
  private final Clock horloge;

  RelaisAVenir(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** A person of a hand-over to come. @param refus why she could not pass on the day, {@code null} otherwise */
  public record Prevue(long suiviId, @PersonneMontree long personneId, String nom, String prenom, int versId, String vers, String refus) {
    /** {@code MARTIN Ana}. */
    public String nomComplet() {
      return nom + " " + Francais.nom(prenom);
    }
  }

  /**
   * What a person, or who follows her, should know.
   *
   * @param de    who follows her; @param vers who will
   * @param prevu true until the day comes; @param refus why it was not done that day, else {@code null}; @param refuseLe that day
   */
  public record Annonce(long personneId, long relaisId, String de, String vers, LocalDate le, LocalDate retourLe, boolean retourSeul, String raison,
      boolean prevu, String refus, LocalDate refuseLe) {
    /** « Sera suivie par Léa Roux du 3 au 9 mars », when her référent comes back on the 10th. */
    public String phrase() {
      if (retourLe == null) {
        return "Sera suivie par %s à partir du %s".formatted(vers, Francais.longue(le));
      }
      LocalDate dernier = dernierJour(retourLe);
      return dernier.isAfter(le) ? "Sera suivie par %s du %s au %s".formatted(vers, Francais.longue(le), Francais.longue(dernier))
          : "Sera suivie par %s le %s".formatted(vers, Francais.longue(le));
    }
  }

  /** A référent who gave all her persons. @param depuis first day of her colleagues; @param retourLe her first day again, or {@code null} */
  public record Absence(LocalDate depuis, LocalDate retourLe) {}

  /** Last day of the colleagues: the day of the return is the first of her référent again. */
  public static LocalDate dernierJour(LocalDate retourLe) {
    return retourLe.minusDays(1);
  }

  /** The persons of one, by name. */
  @Transactional(readOnly = true)
  public List<Prevue> personnes(long relais) {
    return base.sql("""
        select q.suivi_id, q.personne_id, p.nom, p.prenom, q.vers_id, v.nom as vers, q.refus from orientation.confiee_prevue q
        join allocataires.personne p on p.id = q.personne_id join structures.referent v on v.id = q.vers_id
        where q.relais_id = ? order by p.nom, p.prenom, q.suivi_id""").param(relais)
        .query((l, _) -> new Prevue(l.getLong("suivi_id"), l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"), l.getInt("vers_id"),
            l.getString("vers"), l.getString("refus"))).list();
  }

  /** What is to be said of these persons. */
  @Transactional(readOnly = true)
  public List<Annonce> de(Collection<Long> personnes) {
    return base.sql(ANNONCES + " and q.personne_id = any(?) order by l.le, q.id").param(personnes.toArray(Long[]::new)).query(ANNONCE).list();
  }

  /** Those that could not pass, of the hand-overs that the agent at work planned. */
  @Transactional(readOnly = true)
  public List<Annonce> rateesDeMesRelais() {
    return base.sql(ANNONCES + " and q.refus is not null and l.fait_par = habilitations.agent() order by q.refuse_le, q.id").query(ANNONCE).list();
  }

  /** Until when and by whom she is followed meanwhile, when she comes back to her référent on a day to come. */
  @Transactional(readOnly = true)
  public List<String> retours(long personne) {
    return base.sql("""
        select l.retour_le, r.nom as de, v.nom as vers from orientation.relais l join orientation.changement_de_referent c on c.relais_id = l.id and c.avant_id = l.de_id
        join orientation.suivi s on s.id = c.suivi_id and s.etat <> 'CLOS' and s.referent_id = c.apres_id
        join structures.referent r on r.id = l.de_id join structures.referent v on v.id = c.apres_id
        where l.etat = 'FAIT' and l.retour_le > ? and c.personne_id = ?""").params(LocalDate.now(horloge), personne)
        .query((l, _) -> "Suivie par %s jusqu'au %s, puis de nouveau par %s".formatted(l.getString("vers"),
            Francais.longue(dernierJour(l.getObject("retour_le", LocalDate.class))), l.getString("de"))).list();
  }

  /** Of these référents, those who hand over, for a time that holds this day, all the persons they follow: some of them only is no absence. */
  @Transactional(readOnly = true)
  public Map<Integer, Absence> absents(Collection<Integer> referents, LocalDate jour) {
    Map<Integer, Absence> absents = new HashMap<>();
    base.sql("select referent_id, depuis, retour_le from orientation.referents_absents(?, ?)")
        .params(referents.stream().filter(Objects::nonNull).distinct().toArray(Integer[]::new), jour)
        .query((RowCallbackHandler) l -> absents.put(l.getInt("referent_id"),
            new Absence(l.getObject("depuis", LocalDate.class), l.getObject("retour_le", LocalDate.class))));
    return absents;
  }

  /** Of these follow-ups, those that another hand-over waits for. */
  @Transactional(readOnly = true)
  public Set<Long> dejaPrevus(Collection<Long> suivis) {
    return new HashSet<>(base.sql("""
        select q.suivi_id from orientation.confiee_prevue q join orientation.relais l on l.id = q.relais_id and l.etat = 'PREVU' where q.suivi_id = any(?)""")
        .param(suivis.toArray(Long[]::new)).query(Long.class).list());
  }
}
