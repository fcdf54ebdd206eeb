package fr.jalon.accompagnement.lecture;

import fr.jalon.accompagnement.domaine.EtatIntensif;
import fr.jalon.accompagnement.domaine.MotifDeSortie;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The entries of a person into intensive portfolios, and those that something ended without anybody saying so. */
@Component
public class EntreesIntensives {
  /** Why an entry {@code i} that runs no longer holds, in SQL over {@code s} who follows her, {@code f} the portfolio today; null when it does. */
  static final String POURQUOI_PLUS = """
      case when s.personne_id is null and exists (select from orientation.suivi v where v.personne_id = i.personne_id and v.etat = 'EN_VEILLE') then 'EN_VEILLE'
        when s.personne_id is null then 'PLUS_SUIVIE' when s.referent_id is distinct from i.referent_id then 'AUTRE_REFERENT'
        when f.referent_id is null then 'PORTEFEUILLE_FINI' end""";
  /** Joins of {@link #POURQUOI_PLUS}. */
  static final String ET_AUJOURDHUI = """
       left join accompagnement.suivie s on s.personne_id = i.personne_id
      left join structures.portefeuille_intensif f on f.referent_id = i.referent_id and f.debut <= :jour and coalesce(f.fin, 'infinity') > :jour
      """;
  private final JdbcClient base;

  EntreesIntensives(JdbcClient base) {
    this.base = base;
  }

  /**
   * An entry.
   *
   * @param acceptePar who accepted that the portfolio goes over its size, {@code null} when it did not
   * @param sortiLe    first day she is no longer in it, {@code null} while she is
   * @param saisiPar, @param sortiePar accounts; @param auteur, @param sortieAuteur the same as shown
   * @param dernierMotif why it was taken back, {@code null} when it was not
   */
  public record Entree(long id, @PersonneMontree long personneId, int referentId, String referent, LocalDate entreLe, String raison,
      String acceptePar,
      String accepteRaison, boolean reprise, LocalDate sortiLe, MotifDeSortie sortieMotif, String sortiePrecision, EtatIntensif etat, String saisiPar,
      String auteur, OffsetDateTime saisiLe, String sortiePar, String sortieAuteur, String dernierMotif) {}

  /** An entry to settle. @param pourquoi see {@link #POURQUOI_PLUS} */
  public record ARegler(long id, @PersonneMontree long personneId, int referentId, String referent, LocalDate entreLe, String pourquoi) {
    /** In French. */
    public String enClair() {
      return EntreesIntensives.enClair(pourquoi);
    }
  }

  /** What ended it, in French. */
  static String enClair(String pourquoi) {
    return switch (pourquoi) {
      case "EN_VEILLE" -> "Son suivi est en veille";
      case "PLUS_SUIVIE" -> "Elle n'est plus suivie";
      case "AUTRE_REFERENT" -> "Un autre référent la suit";
      default -> "Le portefeuille a fini";
    };
  }

  /** Hers, the latest first, those taken back too. */
  @Transactional(readOnly = true)
  public List<Entree> de(long personne) {
    return base.sql("""
        select i.id, i.personne_id, i.referent_id, r.nom as referent, i.entre_le, i.raison, i.accepte_par, i.accepte_raison, i.reprise, i.sorti_le, i.sortie_motif,
          i.sortie_precision, i.etat, i.saisi_par, habilitations.nom_agent(i.saisi_par) as auteur, i.saisi_le, i.sortie_par,
          habilitations.nom_agent(i.sortie_par) as sortie_auteur,
          case when i.etat = 'ANNULEE' then (select x.motif from accompagnement.intensif_passage x where x.objet_id = i.id order by x.id desc limit 1) end as dernier_motif
        from accompagnement.intensif i join structures.referent r on r.id = i.referent_id
        where i.personne_id = ? order by i.entre_le desc, i.id desc""").param(personne).query(Entree.class).list();
  }

  /** Of these persons whom somebody follows today. */
  @Transactional(readOnly = true)
  public List<ARegler> aRegler(Collection<Long> personnes, LocalDate jour) {
    return personnes.isEmpty() ? List.of() : base.sql("select * from (select i.id, i.personne_id, i.referent_id, r.nom as referent, i.entre_le, " + POURQUOI_PLUS
        + " as pourquoi from accompagnement.intensif i join structures.referent r on r.id = i.referent_id" + ET_AUJOURDHUI
        + "where i.etat = 'EN_COURS' and i.personne_id = any(:personnes::bigint[])) q where pourquoi in ('AUTRE_REFERENT', 'PORTEFEUILLE_FINI')")
        .param("personnes", personnes.toArray(Long[]::new)).param("jour", jour).query(ARegler.class).list();
  }
}
