package fr.jalon.accompagnement.lecture;

import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.parametres.Parametres;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The intensive portfolios: whose, since when, how many persons, in what rhythm. Counts of everyone, whoever asks; who they are is read
 * elsewhere.
 */
@Component
public class PortefeuillesIntensifs {
  private final JdbcClient base;
  private final Parametres parametres;

  PortefeuillesIntensifs(JdbcClient base, Parametres parametres) {
    this.base = base;
    this.parametres = parametres;
  }

  /**
   * One.
   *
   * @param debut        its first day; @param fin first day it is over, {@code null} while it runs
   * @param places       how many persons it may hold
   * @param jugeables    persons in it for four weeks at least; @param dansLeRythme those of them met as often as the rhythm asks
   * @param enRetard     persons not met for longer than the rhythm, without an appointment
   */
  public record Portefeuille(int referentId, String referent, int organisationId, String organisation, LocalDate debut, LocalDate fin, int places,
      int membres, int jugeables, int dansLeRythme, int enRetard) {
    /** True that day. */
    public boolean ouvert(LocalDate jour) {
      return !debut.isAfter(jour) && (fin == null || fin.isAfter(jour));
    }

    /** Share met in the rhythm, in percent; {@code null} when nobody has been in it for four weeks. */
    public Integer rythmeTenu() {
      return jugeables == 0 ? null : Math.round(dansLeRythme * 100f / jugeables);
    }
  }

  private record Lue(int referentId, String referent, int organisationId, String organisation, LocalDate debut, LocalDate fin, BigDecimal etp,
      int membres,
      int jugeables, int dansLeRythme, int enRetard) {}

  /** All that ran or run, those that run first, by name. */
  @Transactional(readOnly = true)
  public List<Portefeuille> tous(LocalDate jour) {
    int parEtp = parametres.valeur("accompagnement.file_active_intensive", jour).entier();
    return base.sql("""
        select f.referent_id, r.nom as referent, o.id as organisation_id, o.nom as organisation, f.debut, f.fin, r.etp, coalesce(c.membres, 0) as membres,
          coalesce(c.jugeables, 0) as jugeables, coalesce(c.dans_le_rythme, 0) as dans_le_rythme, coalesce(c.en_retard, 0) as en_retard
        from structures.portefeuille_intensif f join structures.referent r on r.id = f.referent_id join structures.organisation o on o.id = r.organisation_id
        left join accompagnement.portefeuilles_au(:jour, :rythme, :proche) c on c.referent_id = f.referent_id and f.debut <= :jour and coalesce(f.fin, 'infinity') > :jour
        where f.debut <= :jour order by coalesce(f.fin, 'infinity') <= :jour, f.fin desc, r.nom, f.debut""")
        .param("jour", jour).param("proche", parametres.jours("accompagnement.rendez_vous_proche", jour)).param("rythme",
                parametres.jours("accompagnement.rythme_intensif", jour)).query(Lue.class).list().stream()
        .map(l -> new Portefeuille(l.referentId(), l.referent(), l.organisationId(), l.organisation(), l.debut(), l.fin(),
            Candidat.capacite(l.etp(), parEtp), l.membres(), l.jugeables(), l.dansLeRythme(), l.enRetard())).toList();
  }
}
