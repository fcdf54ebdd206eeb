package fr.jalon.echanges.reprise.domaine;

import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.Commune;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Site;
import fr.jalon.structures.Territoire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is already there when a spreadsheet is read, by the words that name it; what its rows bring is added as they are read. */
public final class StructuresConnues {
  /** An organisation known or announced. @param id {@code null} when a row announces it; @param rang that row, 0 when it was known before */
  record Connue(Integer id, String nom, String nature, int rang) {}

  /** A référent known or announced. @param organisation key of her organisation */
  record ReferentConnu(String nom, String organisation, int rang) {}

  private final Map<String, Connue> organisations = new HashMap<>();
  private final Map<String, Integer> sites = new HashMap<>();
  private final Map<String, ReferentConnu> parNom = new HashMap<>();
  private final Map<String, ReferentConnu> parCourriel = new HashMap<>();
  private final Map<String, Integer> territoires = new HashMap<>();
  private final Map<String, String> communes = new HashMap<>();
  private final Map<String, String> nomsDeCommunes = new HashMap<>();

  /** What {@code structures} holds. */
  public StructuresConnues(List<Organisation> organisations, List<Site> sites, List<Referent> referents, List<Territoire> territoires,
      List<Commune> communes) {
    Map<Integer, String> cles = new HashMap<>();
    organisations.forEach(o -> {
      cles.put(o.id(), CleDeRecherche.de(o.nom()));
      this.organisations.put(CleDeRecherche.de(o.nom()), new Connue(o.id(), o.nom(), o.nature(), 0));
    });
    sites.forEach(s -> this.sites.put(cles.get(s.organisationId()) + "|" + CleDeRecherche.de(s.nom()), 0));
    referents.forEach(r -> ajouter(r.nom(), r.courriel(), cles.get(r.organisationId()), 0));
    territoires.forEach(t -> {
      this.territoires.put(CleDeRecherche.de(t.nom()), t.id());
      this.territoires.put(CleDeRecherche.de(t.code()), t.id());
    });
    communes.forEach(c -> {
      this.communes.put(commune(c.nom()), c.code());
      this.communes.put(CleDeRecherche.de(c.code()), c.code());
      nomsDeCommunes.put(c.code(), c.nom());
    });
  }

  Connue organisation(String nom) {
    return organisations.get(CleDeRecherche.de(nom));
  }

  void annoncer(String nom, String nature, int rang) {
    organisations.put(CleDeRecherche.de(nom), new Connue(null, nom, nature, rang));
  }

  boolean aLeSite(String organisation, String site) {
    return sites.containsKey(cleDeSite(organisation, site));
  }

  void annoncerSite(String organisation, String site, int rang) {
    sites.putIfAbsent(cleDeSite(organisation, site), rang);
  }

  ReferentConnu duNom(String nom, String organisation) {
    return parNom.get(CleDeRecherche.de(organisation) + "|" + CleDeRecherche.de(nom));
  }

  ReferentConnu duCourriel(String courriel) {
    return courriel.isEmpty() ? null : parCourriel.get(courriel);
  }

  void annoncerReferent(String nom, String courriel, String organisation, int rang) {
    ajouter(nom, courriel, CleDeRecherche.de(organisation), rang);
  }

  private void ajouter(String nom, String courriel, String organisation, int rang) {
    ReferentConnu r = new ReferentConnu(nom, organisation, rang);
    parNom.put(organisation + "|" + CleDeRecherche.de(nom), r);
    if (courriel != null && !courriel.isBlank()) {
      parCourriel.put(courriel.strip().toLowerCase(java.util.Locale.ROOT), r);
    }
  }

  /** Number of a territory, by its name or code; {@code null} when unknown. */
  Integer territoire(String texte) {
    return territoires.get(CleDeRecherche.de(texte));
  }

  /** INSEE code of a commune of the Département, by its name or code, its post code left aside; {@code null} when unknown. */
  String codeDeCommune(String texte) {
    String code = communes.get(CleDeRecherche.de(texte));
    return code != null ? code : communes.get(commune(texte));
  }

  /** Name of a commune of the Département. */
  String nomDeCommune(String code) {
    return nomsDeCommunes.get(code);
  }

  private static String cleDeSite(String organisation, String site) {
    return CleDeRecherche.de(organisation) + "|" + CleDeRecherche.de(site);
  }

  /** A name of commune as people write it: {@code 07000 Privas cedex}, {@code St-Péray}. */
  private static String commune(String texte) {
    return (' ' + CleDeRecherche.de(texte).replaceAll("\\bcedex\\b.*", "").replaceAll("\\b\\d{5}\\b", "") + ' ').replace(" st ", " saint ")
        .replace(" ste ", " sainte ").strip();
  }
}
