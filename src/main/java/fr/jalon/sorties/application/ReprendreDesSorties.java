package fr.jalon.sorties.application;

import fr.jalon.sorties.domaine.EtatSortie;
import fr.jalon.sorties.domaine.SortieDite;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exits that another tool knew, written as an agent would; taken back as long as nobody called since. */
@Service
public class ReprendreDesSorties {
  private final JdbcClient base;
  private final DireUneSortie dire;
  private final CompleterUneSortie completer;

  ReprendreDesSorties(JdbcClient base, DireUneSortie dire, CompleterUneSortie completer) {
    this.base = base;
    this.dire = dire;
    this.completer = completer;
  }

  /** One that is known. @param proposee true when the file proposes it and it waits */
  public record Deja(long personneId, String raison, LocalDate le, boolean proposee) {}

  /** Those of these persons that count. */
  @Transactional(readOnly = true)
  public Set<Deja> deja(Collection<Long> personnes) {
    return new HashSet<>(base.sql("""
        select personne_id, raison, le, etat = 'PROPOSEE' as proposee from sorties.sortie where personne_id = any(:personnes::bigint[]) and etat <> 'ECARTEE'""")
        .param("personnes", personnes.toArray(Long[]::new)).query(Deja.class).list());
  }

  /** Writes one, once. @return its number; @throws fr.jalon.socle.RefusMetier a field is wrong, or it is known already */
  @Transactional
  public long reprendre(long personneId, SortieDite d, UUID cle) {
    return dire.executer(personneId, d, cle);
  }

  /** Sets aside what a row wrote. @return false when somebody noted a call since, or set it aside: it stays */
  @Transactional
  public boolean defaire(long sortie) {
    return base.sql("""
        select s.personne_id from sorties.sortie s where s.id = ? and s.etat = ? and not exists (
          select from sorties.rappel r where r.sortie_id = s.id and (r.reponse is not null or exists (select from sorties.essai e where e.rappel_id = r.id)))""")
        .params(sortie, EtatSortie.CONFIRMEE.name()).query(Long.class).optional().map(personne -> {
          completer.ecarter(personne, sortie, "Le tableur repris est annulé");
          return true;
        }).orElse(false);
  }
}
