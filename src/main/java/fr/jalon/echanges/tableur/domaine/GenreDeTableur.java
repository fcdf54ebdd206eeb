package fr.jalon.echanges.tableur.domaine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a spreadsheet brings: persons, or what a former tool knew of persons. The first goes by who loads files; the others by who may write the same
 * by hand, one line at a time ({@code decisions/0034}).
 */
public enum GenreDeTableur {
  /** Persons with their follow-up, organisation and référent: files actives come by this one. */
  PERSONNES("Personnes et suivis", "Une ligne par personne : identité, coordonnées, droit ; et qui la suit, depuis quand.", "IMPORTS",
      List.of(Champ.NOM, Champ.PRENOM),
      List.of(Champ.NOM, Champ.PRENOM, Champ.CIVILITE, Champ.NOM_NAISSANCE, Champ.NAISSANCE, Champ.ROLE, Champ.NIR, Champ.MATRICULE,
          Champ.NUMERO_DEMANDE, Champ.IDENTIFIANT_FT, Champ.OUVERTURE_DROIT, Champ.COURRIEL, Champ.TELEPHONE, Champ.TELEPHONE_2, Champ.ADRESSE,
          Champ.COMPLEMENT, Champ.CODE_POSTAL, Champ.COMMUNE, Champ.CODE_COMMUNE, Champ.ORGANISATION, Champ.REFERENT, Champ.PARCOURS,
          Champ.ORIENTE_LE)),
  /** Contacts that took place before Jalon. */
  CONTACTS("Contacts", "Une ligne par contact : avec qui, quel jour, comment, était-elle là, ce qui s'est dit.", "ACCOMPAGNEMENT",
      List.of(Champ.NOM, Champ.PRENOM, Champ.CONTACT_LE, Champ.CONTACT_GENRE),
      List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.NOM_NAISSANCE, Champ.NIR, Champ.MATRICULE, Champ.NUMERO_DEMANDE,
          Champ.IDENTIFIANT_FT, Champ.CONTACT_LE, Champ.CONTACT_GENRE, Champ.PRESENCE, Champ.DUREE, Champ.TENU_PAR, Champ.DIT, Champ.DECIDE)),
  /** Freins, with what became of them and an action. */
  FREINS("Freins", "Une ligne par frein : quel thème, combien il pèse, depuis quand, s'il est levé, et l'action engagée.", "DIAGNOSTICS",
      List.of(Champ.NOM, Champ.PRENOM, Champ.THEME, Champ.NIVEAU, Champ.OUVERT_LE),
      List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.NOM_NAISSANCE, Champ.NIR, Champ.MATRICULE, Champ.NUMERO_DEMANDE,
          Champ.IDENTIFIANT_FT, Champ.THEME, Champ.NIVEAU, Champ.OUVERT_LE, Champ.LEVE_EN_PARTIE_LE, Champ.LEVE_LE, Champ.ACTION,
          Champ.ACTION_ETAT, Champ.ACTION_LE)),
  /** Entries of a shared notebook. */
  CARNET("Carnet partagé", "Une ligne par écrit : sur qui, quel thème, quel jour, le texte, et qui l'avait écrit.", "CARNET",
      List.of(Champ.NOM, Champ.PRENOM, Champ.THEME, Champ.ECRIT_LE, Champ.TEXTE),
      List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.NOM_NAISSANCE, Champ.NIR, Champ.MATRICULE, Champ.NUMERO_DEMANDE,
          Champ.IDENTIFIANT_FT, Champ.THEME, Champ.ECRIT_LE, Champ.TEXTE, Champ.AUTEUR)),
  /** Exits from the RSA and returns to work. */
  SORTIES("Sorties et reprises d'emploi", "Une ligne par sortie : qui, pourquoi, depuis quel jour ; le contrat, les heures, l'employeur, le métier.",
      "RAPPELS", List.of(Champ.NOM, Champ.PRENOM, Champ.SORTIE_RAISON, Champ.SORTIE_LE),
      List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.NOM_NAISSANCE, Champ.NIR, Champ.MATRICULE, Champ.NUMERO_DEMANDE,
          Champ.IDENTIFIANT_FT, Champ.SORTIE_RAISON, Champ.SORTIE_LE, Champ.CONTRAT, Champ.SORTIE_FIN, Champ.HEURES_EMPLOI, Champ.EMPLOYEUR,
          Champ.METIER)),
  /** Contrats d'engagement signed before, and in force. */
  CONTRATS("Contrats d'engagement", "Une ligne par contrat en vigueur : à qui, de quel jour à quel jour, signé quand, ses objectifs.", "ENGAGEMENTS",
      List.of(Champ.NOM, Champ.PRENOM, Champ.CONTRAT_DEPUIS, Champ.CONTRAT_FIN, Champ.CONTRAT_SIGNE_LE, Champ.OBJECTIFS),
      List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.NOM_NAISSANCE, Champ.NIR, Champ.MATRICULE, Champ.NUMERO_DEMANDE,
          Champ.IDENTIFIANT_FT, Champ.CONTRAT_DEPUIS, Champ.CONTRAT_FIN, Champ.CONTRAT_SIGNE_LE, Champ.INTENSITE, Champ.OBJECTIFS, Champ.HEURES)),
  /** Persons whom the plan follows outside the RSA. */
  HORS_RSA("Personnes hors RSA", "Une ligne par personne que le plan suit sans qu'elle ait le RSA : identité, adresse, public, qui la suit.",
      "HORS_RSA", List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.PUBLIC, Champ.DEPUIS, Champ.INFORMEE),
      List.of(Champ.NOM, Champ.PRENOM, Champ.CIVILITE, Champ.NOM_NAISSANCE, Champ.NAISSANCE, Champ.COURRIEL, Champ.TELEPHONE, Champ.ADRESSE,
          Champ.CODE_POSTAL, Champ.COMMUNE, Champ.CODE_COMMUNE, Champ.ORGANISATION, Champ.REFERENT, Champ.PUBLIC, Champ.COHORTE, Champ.DEPUIS,
          Champ.INFORMEE));

  private final String libelle;
  private final String phrase;
  private final String ressource;
  private final List<Champ> obligatoires;
  private final List<Champ> champs;
  private final Map<String, Champ> parNom = new HashMap<>();

  GenreDeTableur(String libelle, String phrase, String ressource, List<Champ> obligatoires, List<Champ> champs) {
    this.libelle = libelle;
    this.phrase = phrase;
    this.ressource = ressource;
    this.obligatoires = obligatoires;
    this.champs = champs;
    champs.forEach(champ -> champ.noms().forEach(nom -> parNom.putIfAbsent(nom, champ)));
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** What a row is, in a sentence. */
  public String phrase() {
    return phrase;
  }

  /** Who may write the same by hand may take it over. */
  public String ressource() {
    return ressource;
  }

  /** True for what a former tool knew of persons already known, or outside the RSA. */
  public boolean repris() {
    return this != PERSONNES;
  }

  /** The columns a row cannot do without. */
  public List<Champ> obligatoires() {
    return obligatoires;
  }

  /** What its columns may hold, in the order of the template. */
  public List<Champ> champs() {
    return champs;
  }

  /** True for what a row cannot do without. */
  public boolean exige(Champ champ) {
    return obligatoires.contains(champ);
  }

  /** The field a header names, or {@code null}. */
  Champ reconnu(String entete) {
    return Champ.reconnu(entete, parNom);
  }

  /** The kind of that name. */
  public static Optional<GenreDeTableur> lire(String nom) {
    return Arrays.stream(values()).filter(g -> g.name().equals(nom)).findFirst();
  }
}
