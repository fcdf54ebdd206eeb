package fr.jalon.papiers.application;

import fr.jalon.echeances.Balayage;
import fr.jalon.papiers.domaine.GenreDePapier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases the copies whose time is over: so many months, said by the kind, after the paper is no longer good or the follow-up of the person ended,
 * whichever comes first; the next night when a newer copy of the same kind is kept, when the paper was noted by mistake, or when the Département
 * keeps none any more. That the paper was seen stays. No agent erases so: the owner's door does.
 */
@Component
class EffacerLesCopies implements Balayage {
  private final GenresDePapier genres;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  EffacerLesCopies(GenresDePapier genres, @Qualifier("chargement") JdbcClient base, @Qualifier("chargement") TransactionTemplate transaction,
      Clock horloge) {
    this.genres = genres;
    this.base = base;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  /** @return 0: these are no deadlines */
  @Override
  public int balayer(LocalDate jour) {
    transaction.executeWithoutResult(_ -> {
      effacer(jour);
      reserver();
    });
    return 0;
  }

  private void effacer(LocalDate jour) {
    List<GenreDePapier> tous = genres.tous();
    base.sql("""
        with gardees as (select c.id, c.personne_id, c.deposee_le, p.genre, p.vu_le, p.valable_jusqu_au, p.etat = 'VU' and coalesce(g.copie, false) as permise,
            make_interval(months => coalesce(g.mois, 0)) as encore, coalesce(g.plusieurs, false) as plusieurs
          from papiers.copie c join papiers.papier p on p.id = c.papier_id
          left join unnest(:codes::text[], :copies::boolean[], :mois::int[], :plusieurs::boolean[]) g(code, copie, mois, plusieurs) on g.code = p.genre
          where c.effacee_le is null),
        -- who was followed, by us or outside the RSA, and is no more; who never was is not over
        finis as (select s.personne_id, max(s.fin) as fin from (
            select x.personne_id, case when x.etat = 'CLOS' then coalesce(x.fin_le, x.etat_depuis) else 'infinity' end as fin from orientation.suivi x
            union all select x.personne_id, coalesce(x.fin_le, 'infinity') from allocataires.suivi_hors_rsa x where x.retire_le is null) s
          where s.personne_id in (select personne_id from gardees) group by 1)
        update papiers.copie c set contenu_chiffre = null, nom = null, effacee_le = :maintenant, effacee_par = 'règle du papier'
        from gardees g left join finis f on f.personne_id = g.personne_id and f.fin < 'infinity'
        where c.id = g.id and (not g.permise or g.valable_jusqu_au + g.encore < :jour or f.fin + g.encore <= :jour
          or not g.plusieurs and exists (select from gardees n where n.permise and n.personne_id = g.personne_id and n.genre = g.genre
            and (n.vu_le, n.id) > (g.vu_le, g.id)))""")
        .param("codes", tous.stream().map(GenreDePapier::code).toArray(String[]::new))
        .param("copies", tous.stream().map(GenreDePapier::copie).toArray(Boolean[]::new))
        .param("mois", tous.stream().map(GenreDePapier::copieMois).toArray(Integer[]::new))
        .param("plusieurs", tous.stream().map(GenreDePapier::plusieurs).toArray(Boolean[]::new))
        .param("jour", jour).param("maintenant", OffsetDateTime.now(horloge)).update();
  }

  /** A kind that the Département reserves is reserved for what was kept before too; one that it opens opens nothing that was kept. */
  private void reserver() {
    base.sql("""
        update papiers.copie c set reservee = true from papiers.papier p
        where p.id = c.papier_id and not c.reservee and c.effacee_le is null and p.genre = any (:reserves::text[])""")
        .param("reserves", genres.tous().stream().filter(GenreDePapier::reservee).map(GenreDePapier::code).toArray(String[]::new)).update();
  }
}
