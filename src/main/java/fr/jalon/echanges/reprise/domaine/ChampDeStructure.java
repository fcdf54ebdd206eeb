package fr.jalon.echanges.reprise.domaine;

import fr.jalon.socle.CleDeRecherche;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column of the spreadsheet of structures may hold. One row a référent, a site or an organisation; the organisation alone is required. */
public enum ChampDeStructure {
  ORGANISATION("Organisation", List.of("Maison des solidarités de …", "Association …", "Association …"), "structure", "organisme",
      "nom de l organisation", "nom de la structure"),
  NATURE("Nature", List.of("Département", "Externe", "Externe"), "type", "type d organisation", "type de structure"),
  CADRE("Cadre", List.of("", "Convention", "Convention"), "marche ou convention"),
  PARCOURS("Parcours", List.of("Social, Socioprofessionnel", "Socioprofessionnel", "Socioprofessionnel"),
  "parcours pris en charge", "type de parcours"),
  TERRITOIRES("Territoires", List.of("", "", ""), "territoire", "territoires servis", "secteur"),
  SITE("Site", List.of("", "Antenne de …", "Siège"), "lieu", "antenne", "lieu de reception"),
  ADRESSE("Adresse du site", List.of("", "12 rue …", ""), "adresse", "rue", "voie"),
  COMMUNE("Commune du site", List.of("", "", ""), "commune", "ville", "localite"),
  REFERENT("Référent", List.of("Prénom Nom", "Prénom Nom", ""), "nom du referent", "nom", "prenom et nom", "prenom nom", "referent unique",
  "nom referent", "nom et prenom"),
  PRENOM("Prénom du référent", List.of("", "", ""), "prenom", "prenom referent"),
  COURRIEL("Courriel", List.of("", "", ""), "email", "e mail", "mail", "adresse electronique", "courriel du referent", "adresse mail"),
  ETP("Temps de travail (ETP)", List.of("1", "0,8", ""), "etp", "temps de travail", "quotite"),
  INTENSIF("Portefeuille intensif", List.of("non", "oui", ""), "intensif"),
  PUBLICS("Spécialiste de", List.of("", "Travailleurs non salariés", ""), "publics", "public", "specialite"),
  RESERVE("Ne suit que ces publics", List.of("", "oui", ""), "reserve"),
  COMMUNES("Communes servies", List.of("", "", ""), "communes", "communes du referent"),
  FONCTION("Fonction", List.of("Insertion", "", ""), "poste"),
  DEBUT("Premier jour", List.of("", "", ""), "debut", "date de debut", "depuis le", "date d arrivee"),
  FIN("Dernier jour", List.of("", "", ""), "fin", "date de fin", "date de depart");

  /** What the rows of the template begin with, so that they are never taken for real. */
  public static final String EXEMPLE = "Exemple : ";
  /** Number of rows in the template. */
  public static final int EXEMPLES = 3;
  private final String libelle;
  private final List<String> exemples;
  private final Set<String> noms;

  ChampDeStructure(String libelle, List<String> exemples, String... autresNoms) {
    this.libelle = libelle;
    this.exemples = exemples;
    this.noms = Stream.concat(Stream.of(CleDeRecherche.de(libelle)), Arrays.stream(autresNoms)).collect(Collectors.toSet());
  }

  /** As shown, and header of the template. */
  public String libelle() {
    return libelle;
  }

  /** Value of a row of the template, from 0. */
  public String exemple(int rang) {
    return (this == ORGANISATION ? EXEMPLE : "") + exemples.get(rang);
  }

  /** True for what a row cannot do without. */
  public boolean obligatoire() {
    return this == ORGANISATION;
  }

  /** The field of that name, or {@code null}. */
  public static ChampDeStructure lire(String nom) {
    return Arrays.stream(values()).filter(c -> c.name().equals(nom)).findFirst().orElse(null);
  }

  /** Which column gives which field, as the headers say; a column is taken once. @return rank of the column, from 0 */
  public static Map<ChampDeStructure, Integer> deviner(List<String> entetes) {
    Map<ChampDeStructure, Integer> colonnes = new EnumMap<>(ChampDeStructure.class);
    for (ChampDeStructure champ : values()) {
      for (int i = 0; i < entetes.size() && !colonnes.containsKey(champ); i++) {
        if (!colonnes.containsValue(i) && champ.noms.contains(CleDeRecherche.de(entetes.get(i)))) {
          colonnes.put(champ, i);
        }
      }
    }
    return colonnes;
  }
}
