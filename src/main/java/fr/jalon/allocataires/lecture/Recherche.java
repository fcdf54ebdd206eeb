package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.PersonneTrouvee;
import fr.jalon.allocataires.domaine.TermesDeRecherche;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A few persons by what was typed, for a page that has something to do with one of them. */
@Component
public class Recherche {
  private final JdbcClient base;
  private final Criteres criteres;

  Recherche(JdbcClient base, Criteres criteres) {
    this.base = base;
    this.criteres = criteres;
  }

  /** See {@link fr.jalon.allocataires.ChercherDesPersonnes}. */
  @Transactional(readOnly = true)
  public List<PersonneTrouvee> chercher(String q, int limite) {
    TermesDeRecherche termes = TermesDeRecherche.lire(q);
    if (termes.vides()) {
      return List.of();
    }
    return chercher(termes, limite, "p.fusionnee_dans is null");
  }

  /** Those among them whom agents alone made known: the list of persons of the files does not hold them. */
  @Transactional(readOnly = true)
  public List<PersonneTrouvee> inscrites(TermesDeRecherche termes, int limite) {
    return termes.vides() ? List.of() : chercher(termes, limite, "p.fusionnee_dans is null and s.personne_id is null and exists (select from allocataires.inscription n where n.personne_id = p.id)");
  }

  private List<PersonneTrouvee> chercher(TermesDeRecherche termes, int limite, String lesquelles) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> valeurs = new HashMap<>(Map.of("limite", limite));
    criteres.ajouter(termes, conditions, valeurs);
    // asked last: of those whom the rest found
    conditions.add(lesquelles);
    return base.sql("""
        select p.id, p.nom, p.prenom, p.date_naissance as naissance, coalesce(k.nom, s.nom_commune) as commune from allocataires.personne p
        left join allocataires.situation s on s.personne_id = p.id left join lateral allocataires.adresse_inscrite(p.id) i on s.personne_id is null
        left join structures.commune k on k.code = coalesce(s.commune, i.commune)
        where %s order by p.nom, p.prenom, p.id limit :limite""".formatted(String.join(" and ", conditions))).params(valeurs).query(PersonneTrouvee.class).list();
  }
}
