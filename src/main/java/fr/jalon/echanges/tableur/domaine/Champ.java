package fr.jalon.echanges.tableur.domaine;

import fr.jalon.socle.CleDeRecherche;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column may hold. The first two are required; headers are recognised whatever their case, accents and punctuation. */
public enum Champ {
  NOM("Nom", "TIFOUR", "nom usage", "nom d usage", "nom beneficiaire", "nom de famille", "nom allocataire", "nom usager", "nom responsable dossier",
      "nom demandeur", "nom de l allocataire"),
  PRENOM("Prénom", "Sophie", "prenom beneficiaire", "prenom allocataire", "prenom usager", "prenoms", "prenom responsable dossier",
  "prenom demandeur", "prenom de l allocataire", "prenom usuel"),
  CIVILITE("Civilité", "Mme", "titre", "civ", "qualite"),
  NOM_NAISSANCE("Nom de naissance", "MARTIN", "nom naissance", "nom de jeune fille", "nom patronymique"),
  NAISSANCE("Date de naissance", "23/03/1977", "ne le", "nee le", "ne e le", "nee ou ne le", "ne ou nee le", "naissance", "date naissance", "ddn",
  "date naiss", "date de naiss"),
  ROLE("Rôle", "demandeur", "role personne", "role dans le foyer", "qualite dans le foyer"),
  NIR("NIR", "", "numero de securite sociale", "n de securite sociale", "n secu", "numero secu", "securite sociale", "nss"),
  MATRICULE("Numéro allocataire", "0205599", "n caf", "numero caf", "n allocataire", "matricule", "numero d allocataire", "n allocataire caf msa",
      "numero allocataire caf msa", "matricule caf", "n msa", "numero msa"),
  NUMERO_DEMANDE("Numéro de demande RSA", "01024041052", "n demande rsa", "numero demande rsa", "numero demande", "n demande", "numdemrsa"),
  IDENTIFIANT_FT("Identifiant France Travail", "", "id france travail", "n france travail", "identifiant pole emploi", "id pole emploi",
  "n pole emploi", "id ft", "identifiant ft"),
  OUVERTURE_DROIT("Date d'ouverture des droits", "01/07/2025", "date d entree flux", "date entree flux", "ouverture des droits", "droit ouvert le",
  "droits ouverts le", "ouverture du droit", "date ouverture droits",
      "date d ouverture de droits", "date debut droits devoirs", "date ouverture droit"),
  COURRIEL("Adresse électronique", "sophie.tifour@exemple.fr", "email", "e mail", "mail", "courriel", "adresse mail", "adresses mails",
  "adresse e mail", "mel", "adresse electronique dossier"),
  TELEPHONE("Téléphone", "06 12 34 56 78", "tel", "n tel", "n telephones", "n telephone", "numero de telephone", "portable", "telephone portable",
  "mobile", "tel portable", "n portable",
      "telephone 1", "tel 1", "n telephone dossier", "n telephone 1 dossier"),
  TELEPHONE_2("Second téléphone", "", "telephone 2", "tel 2", "n telephone 2", "n telephone 2 dossier", "autre telephone", "telephone fixe",
  "tel fixe", "fixe", "telephone domicile"),
  ADRESSE("Adresse", "12 rue de la Paix", "voie", "adresse postale", "rue", "numero et voie", "adresse 1", "adresse ligne 1"),
  COMPLEMENT("Complément d'adresse", "Bâtiment B", "complement adresse", "adresse 2", "complement", "adresse ligne 2"),
  CODE_POSTAL("Code postal", "07000", "cp", "cp ville", "code postal ville", "code postal et ville"),
  COMMUNE("Commune", "Privas", "ville", "localite", "nom commune"),
  CODE_COMMUNE("Code INSEE de la commune", "07186", "code insee", "insee", "code commune", "numcom"),
  ORGANISATION("Organisation", "", "structure", "organisme", "organisme referent", "structure referente", "structure d accompagnement"),
  REFERENT("Courriel du référent", "", "referent", "email referent", "e mail referent", "mail referent", "referent email", "adresse mail referent"),
  PARCOURS("Parcours", "", "type de parcours", "orientation", "type d orientation"),
  ORIENTE_LE("Orientée le", "", "date d orientation", "date orientation", "oriente le", "date notification", "date de notification");

  private static final int TITRE_LE_PLUS_LONG = 60;
  private static final Map<String, Champ> PAR_NOM = new HashMap<>();

  static {
    for (Champ champ : values()) {
      champ.noms.forEach(nom -> PAR_NOM.putIfAbsent(nom, champ));
    }
  }

  private final String libelle;
  private final String exemple;
  private final Set<String> noms;

  Champ(String libelle, String exemple, String... autresNoms) {
    this.libelle = libelle;
    this.exemple = exemple;
    this.noms = Stream.concat(Stream.of(CleDeRecherche.de(libelle)), Arrays.stream(autresNoms)).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** As shown, and header of the template. */
  public String libelle() {
    return libelle;
  }

  /** Value in the template; empty when the field is better left aside. */
  public String exemple() {
    return exemple;
  }

  /** True for what a row cannot do without. */
  public boolean obligatoire() {
    return this == NOM || this == PRENOM;
  }

  /** True for a day. */
  public boolean date() {
    return this == NAISSANCE || this == OUVERTURE_DROIT || this == ORIENTE_LE;
  }

  /** The field a header names, or {@code null}. */
  static Champ reconnu(String entete) {
    if (entete.length() > TITRE_LE_PLUS_LONG) {
      return null;
    }
    String cle = CleDeRecherche.de(entete.replace("°", " "));
    Champ champ = PAR_NOM.get(cle);
    return champ == null && cle.startsWith("numero ") ? PAR_NOM.get("n " + cle.substring("numero ".length())) : champ;
  }

  /** The fields that identify or follow a person, in the order of the template. */
  public static List<Champ> tous() {
    return List.of(values());
  }

  /** The field of that name, or {@code null}. */
  public static Champ lire(String nom) {
    return Arrays.stream(values()).filter(c -> c.name().equals(nom)).findFirst().orElse(null);
  }
}
