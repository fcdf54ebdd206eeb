package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.PersonneLue;
import fr.jalon.structures.CommunesParNom;
import java.util.Collection;
import java.util.Objects;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The INSEE code of the commune of a row, written by its code, or by its name and post code. */
final class CommunesReconnues {
  private final CommunesParNom connues = new CommunesParNom();

  CommunesReconnues(JdbcClient base, Collection<PersonneLue> lues) {
    String[] postaux = lues.stream().map(PersonneLue::codePostal).filter(Objects::nonNull).distinct().toArray(String[]::new);
    String[] insee = lues.stream().map(PersonneLue::codeCommune).filter(Objects::nonNull).distinct().toArray(String[]::new);
    base.sql("""
        select c.code, c.nom, c.code_postal, c.departement = d.code du_departement from structures.commune c left join structures.departement d on true
        where c.departement = d.code or c.code_postal = any (?) or c.code = any (?)""").params(postaux, insee)
        .query((RowCallbackHandler) l -> connues.ajouter(l.getString("code"), l.getString("nom"), l.getString("code_postal"),
        l.getBoolean("du_departement")));
  }

  /** INSEE code, or {@code null} when the commune is not recognised. */
  String code(PersonneLue p) {
    return p.codeCommune() != null && connues.connait(p.codeCommune()) ? p.codeCommune() : connues.code(p.codePostal(), p.commune());
  }
}
