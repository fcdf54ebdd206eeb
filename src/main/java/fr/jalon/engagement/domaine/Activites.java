package fr.jalon.engagement.domaine;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/**
 * A dated set of kinds of activity. @param depuis first day it applies; @param source the text it comes from; @param confiance H, M or L
 */
public record Activites(LocalDate depuis, String source, String confiance, List<Activite> genres) {
  /** @param texte of {@code engagement/activites.yaml}; @return the sets, oldest first */
  @SuppressWarnings("unchecked")
  public static List<Activites> lire(String texte) {
    Map<String, Object> tout = new Yaml().load(texte);
    return ((List<Map<String, Object>>) tout.get("referentiels")).stream().map(r -> new Activites(jour(r.get("a_partir_du")),
        (String) r.get("source"), (String) r.get("confiance"), ((List<Map<String, Object>>) r.get("activites")).stream().map(Activites::activite)
            .toList()))
        .sorted(java.util.Comparator.comparing(Activites::depuis)).toList();
  }

  private static Activite activite(Map<String, Object> a) {
    return new Activite((String) a.get("code"), (String) a.get("libelle"), (String) a.get("falc"), !Boolean.FALSE.equals(a.get("compte")),
        Boolean.TRUE.equals(a.get("structuree")), (Integer) a.get("plafond"), (String) a.get("preuve"),
        Boolean.TRUE.equals(a.get("sante")));
  }

  private static LocalDate jour(Object valeur) {
    return valeur instanceof Date d ? d.toInstant().atZone(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(String.valueOf(valeur));
  }

  /** The kind of this code, or empty. */
  public Optional<Activite> genre(String code) {
    return genres.stream().filter(g -> g.code().equals(code)).findFirst();
  }

  /** Its label; a code that is no longer in the list is shown as it is. */
  public String libelle(String code) {
    return genre(code).map(Activite::libelle).orElse(code);
  }
}
