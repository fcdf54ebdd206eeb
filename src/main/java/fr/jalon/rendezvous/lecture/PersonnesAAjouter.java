package fr.jalon.rendezvous.lecture;

import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Persons looked for by name, to add one who came without being on the list. */
@Component
public class PersonnesAAjouter {
  private static final int LIMITE = 12;
  private final JdbcClient base;

  PersonnesAAjouter(JdbcClient base) {
    this.base = base;
  }

  /** A person found. */
  public record Trouvee(@PersonneMontree long id, String nom, String prenom, LocalDate dateNaissance, String commune) {
    /** {@code MARTIN Ana}. */
    public String nomComplet() {
      return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
    }
  }

  /** @param q parts of a name, in any order; at most twelve persons of the agent's perimeter */
  @Transactional(readOnly = true)
  public List<Trouvee> chercher(String q) {
    return base.sql("""
        select p.id, p.nom, p.prenom, p.date_naissance, coalesce(k.nom, s.nom_commune) as commune from allocataires.personne p
        left join allocataires.situation s on s.personne_id = p.id left join structures.commune k on k.code = s.commune
        where p.fusionnee_dans is null and p.id in (select allocataires.chercher_par_nom(cast(:mots as text[]))) order by p.nom, p.prenom, p.id limit :limite""")
        .param("mots", CleDeRecherche.mots(q)).param("limite", LIMITE).query(Trouvee.class).list();
  }
}
