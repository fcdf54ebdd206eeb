package fr.jalon.courriers.lecture;

import fr.jalon.courriers.LettresDUnActe;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters about what another room just did, of the persons the agent may see. */
@Component
public class LettresDesObjets {
  private static final String LETTRES = "from courriers.message where modele = :modele and canal = 'LETTRE' and objet_id = any(:objets::bigint[])";
  private final JdbcClient base;

  LettresDesObjets(JdbcClient base) {
    this.base = base;
  }

  /** How many wait, and for what. */
  @Transactional(readOnly = true)
  public LettresDUnActe compter(String modele, Collection<Long> objets) {
    List<Long> lesquels = List.copyOf(objets);
    return base.sql("select count(*) filter (where etat = 'A_ENVOYER') as a_imprimer, count(*) filter (where etat = 'SANS_ADRESSE') as sans_adresse "
        + LETTRES)
        .param("modele", modele).param("objets", tableau(objets))
        .query((l, _) -> new LettresDUnActe(modele, lesquels, l.getInt(1), l.getInt(2))).single();
  }

  /** Those that wait to be printed: numbers of messages. */
  @Transactional(readOnly = true)
  public List<Long> aImprimer(String modele, Collection<Long> objets) {
    return base.sql("select id " + LETTRES + " and etat = 'A_ENVOYER' order by id").param("modele", modele).param("objets", tableau(objets))
        .query(Long.class).list();
  }

  /** See {@link fr.jalon.courriers.Courriers#partis}. */
  @Transactional(readOnly = true)
  public Set<Long> partis(String modele, Collection<Long> objets, OffsetDateTime depuis) {
    return Set.copyOf(base.sql("""
        select distinct objet_id from courriers.message where modele = :modele and objet_id = any(:objets::bigint[]) and ecrit_le >= :depuis
          and (etat in ('EN_BOITE', 'ENVOYE', 'REMIS', 'NON_DISTRIBUE') or etat = 'EN_COURS' and canal <> 'LETTRE')""")
        .param("modele", modele).param("objets", tableau(objets)).param("depuis", depuis).query(Long.class).list());
  }

  private static long[] tableau(Collection<Long> objets) {
    return objets.stream().mapToLong(Long::longValue).toArray();
  }
}
