package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.PersonneLue;
import fr.jalon.socle.CleDeRecherche;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The INSEE code of a commune written by its name and post code. A name that several communes bear needs its post code. */
final class CommunesReconnues {
  private record Commune(String code, String codePostal, boolean duDepartement) {}

  private final Map<String, List<Commune>> parNom = new HashMap<>();
  private final Set<String> codes = new HashSet<>();

  CommunesReconnues(JdbcClient base, Collection<PersonneLue> lues) {
    String[] postaux = lues.stream().map(PersonneLue::codePostal).filter(Objects::nonNull).distinct().toArray(String[]::new);
    String[] insee = lues.stream().map(PersonneLue::codeCommune).filter(Objects::nonNull).distinct().toArray(String[]::new);
    base.sql("""
        select c.code, c.nom, c.code_postal, c.departement = d.code du_departement from structures.commune c left join structures.departement d on true
        where c.departement = d.code or c.code_postal = any (?) or c.code = any (?)""").params(postaux, insee).query((RowCallbackHandler) l -> {
          codes.add(l.getString("code"));
          parNom.computeIfAbsent(nom(l.getString("nom")), _ -> new ArrayList<>()).add(new Commune(l.getString("code"), l.getString("code_postal"), l.getBoolean("du_departement")));
        });
  }

  /** INSEE code, or {@code null} when the commune is not recognised. */
  String code(PersonneLue p) {
    if (p.codeCommune() != null && codes.contains(p.codeCommune())) {
      return p.codeCommune();
    }
    if (p.commune() == null) {
      return null;
    }
    List<Commune> possibles = parNom.getOrDefault(nom(p.commune()), List.of());
    List<Commune> memeCode = possibles.stream().filter(c -> p.codePostal() != null && p.codePostal().equals(c.codePostal)).toList();
    if (memeCode.size() == 1) {
      return memeCode.getFirst().code;
    }
    // a commune has several post codes, and only its main one is known
    List<Commune> ici = possibles.stream().filter(c -> c.duDepartement && (p.codePostal() == null || p.codePostal().startsWith(c.code.substring(0, 2)))).toList();
    return ici.size() == 1 ? ici.getFirst().code : null;
  }

  private static String nom(String texte) {
    return (' ' + CleDeRecherche.de(texte).replaceAll("\\bcedex\\b.*", "") + ' ').replace(" st ", " saint ").replace(" ste ", " sainte ").strip();
  }
}
