package fr.jalon.calcul.ligne;

import fr.jalon.calcul.ErreurDeSaisie;
import fr.jalon.calcul.Logement;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.ParMois;
import fr.jalon.calcul.Patrimoine;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Prestations;
import fr.jalon.calcul.Revenu;
import fr.jalon.calcul.StatutDuLogement;
import fr.jalon.calcul.Titre;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one household of the JSON schema of {@code ./jalon rsa}; gathers every error with its path rather than stop at the first. */
final class LectureDeMenage {
  private static final Set<String> CHAMPS_DE_PERSONNE = Set.of("id", "birthdate", "enceinte", "etudiant",
      "rsa_jeune_condition_heures_travail_remplie",
      "nationalite", "duree_possession_titre_sejour_annees", "date_arret_de_travail", "incomes", "benefice_tns_annuel",
      "titre_sejour", "garde_alternee",
      "conge_sans_solde", "livret_a", "epargne_revenus_non_imposables", "valeur_locative_immo_non_loue", "valeur_locative_terrains_non_loues",
      "revenus_locatifs_mensuels_constants", "revenus_capital_mensuels_constants");
  private static final Set<String> CHAMPS_DU_MENAGE = Set.of("adults", "children", "isolement_recent", "isole_depuis",
      "mois_majoration_verses", "housing",
      "prestations_familiales", "paje_prepare", "pf_base_ressources_annuelle");
  private static final Set<String> CHAMPS_DU_LOGEMENT = Set.of("statut_occupation_logement", "loyer", "participation_frais", "aide_logement");
  private static final List<String> PRESTATIONS = List.of("af", "af_base", "cf", "cf_non_majore_avant_cumul", "asf", "paje_base");
  private final Champs champs;

  private LectureDeMenage(List<ErreurDeSaisie> erreurs) {
    champs = new Champs(erreurs);
  }

  /**
   * @param menage null when anything is wrong
   * @param mois   month of the right, or null
   * @param erreurs everything that is wrong in the form; what is wrong in the substance is said by the calculation
   */
  record Lu(Menage menage, YearMonth mois, List<ErreurDeSaisie> erreurs) {}

  /** Reads a line already parsed. */
  static Lu lire(JsonNode racine) {
    List<ErreurDeSaisie> erreurs = new ArrayList<>();
    LectureDeMenage lecture = new LectureDeMenage(erreurs);
    YearMonth mois = lecture.champs.mois(racine, "period", "period");
    Menage menage = lecture.menage(racine);
    return new Lu(erreurs.isEmpty() ? menage : null, mois, erreurs);
  }

  private Menage menage(JsonNode racine) {
    boolean experimental = champs.oui(racine, "departement_experimentation_rsa", "departement_experimentation_rsa");
    JsonNode input = racine.path("input");
    if (!input.isObject()) {
      champs.refuser("input", "Le ménage est absent : donnez « input » avec « adults ».");
      return null;
    }
    champs.connus(input, CHAMPS_DU_MENAGE, "input");
    List<Personne> adultes = personnes(input, "adults");
    List<Personne> enfants = personnes(input, "children");
    boolean isolement = champs.oui(input, "isolement_recent", "input.isolement_recent");
    YearMonth depuis = absent(input.path("isole_depuis")) ? null : champs.mois(input, "isole_depuis", "input.isole_depuis");
    BigDecimal verses = champs.nombre(input.path("mois_majoration_verses"), "input.mois_majoration_verses");
    int moisVerses = verses == null ? Menage.INCONNU : verses.intValue();
    if (verses != null && (verses.signum() < 0 || verses.stripTrailingZeros().scale() > 0)) {
      champs.refuser("input.mois_majoration_verses", "Un nombre entier de mois était attendu.");
    }
    return new Menage(adultes, enfants, isolement, depuis, moisVerses, logement(input.path("housing")),
        prestations(input.path("prestations_familiales"), input.path("paje_prepare")), experimental);
  }

  private List<Personne> personnes(JsonNode input, String groupe) {
    JsonNode liste = input.path(groupe);
    List<Personne> lues = new ArrayList<>();
    if (absent(liste)) {
      return lues;
    }
    if (!liste.isArray()) {
      champs.refuser("input." + groupe, "Une liste était attendue.");
      return lues;
    }
    for (int i = 0; i < liste.size(); i++) {
      Personne p = personne(liste.get(i), "input." + groupe + "[" + i + "]");
      if (p != null) {
        lues.add(p);
      }
    }
    return lues;
  }

  private Personne personne(JsonNode n, String chemin) {
    if (!n.isObject()) {
      champs.refuser(chemin, "Une personne était attendue : au moins « birthdate ».");
      return null;
    }
    LocalDate naissance = champs.jour(n, "birthdate", chemin + ".birthdate");
    if (naissance == null) {
      if (absent(n.path("birthdate"))) {
        champs.refuser(chemin + ".birthdate", "La date de naissance est absente.");
      }
      naissance = LocalDate.EPOCH;
    }
    Personne.Fiche f = Personne.nee(naissance).id(n.path("id").asString("")).enceinte(champs.oui(n, "enceinte", chemin + ".enceinte"))
        .etudiant(champs.oui(n, "etudiant", chemin + ".etudiant")).enCongeSansSolde(champs.oui(n, "conge_sans_solde", chemin + ".conge_sans_solde"))
        .heuresDuRsaJeune(champs.oui(n, "rsa_jeune_condition_heures_travail_remplie", chemin + ".rsa_jeune_condition_heures_travail_remplie"))
        .gardeAlternee(champs.oui(n, "garde_alternee", chemin + ".garde_alternee"))
        .arretDepuis(champs.jour(n, "date_arret_de_travail", chemin + ".date_arret_de_travail"));
    sejour(n, f, chemin);
    revenus(n.path("incomes"), f, chemin + ".incomes");
    benefices(n.path("benefice_tns_annuel"), f, chemin + ".benefice_tns_annuel");
    for (Patrimoine nature : Patrimoine.values()) {
      BigDecimal euros = champs.montant(n.path(nature.nom()), chemin + "." + nature.nom());
      if (euros != null) {
        f.patrimoine(nature, euros);
      }
    }
    champs.connus(n, CHAMPS_DE_PERSONNE, chemin);
    return f.faite();
  }

  private void sejour(JsonNode n, Personne.Fiche f, String chemin) {
    String nationalite = champs.texte(n, "nationalite", chemin + ".nationalite");
    if (nationalite != null && !nationalite.matches("[A-Z]{2}")) {
      champs.refuser(chemin + ".nationalite", "La nationalité s'écrit en deux lettres majuscules, par exemple FR.");
    }
    BigDecimal annees = champs.nombre(n.path("duree_possession_titre_sejour_annees"), chemin + ".duree_possession_titre_sejour_annees");
    f.nationalite(nationalite == null ? "FR" : nationalite, annees == null ? BigDecimal.ZERO : annees);
    Titre titre = champs.choix(n, "titre_sejour", chemin + ".titre_sejour", Titre.class);
    if (titre != null) {
      f.titre(titre);
    }
  }

  private void revenus(JsonNode incomes, Personne.Fiche f, String chemin) {
    if (absent(incomes)) {
      return;
    }
    if (!incomes.isObject()) {
      champs.refuser(chemin, "Des natures de revenu avec leurs mois étaient attendues.");
      return;
    }
    for (Map.Entry<String, JsonNode> e : incomes.properties()) {
      Revenu nature = Revenu.nomme(e.getKey());
      if (nature == null) {
        champs.refuser(chemin + "." + e.getKey(), "Nature de revenu inconnue.");
      } else {
        f.revenu(nature, champs.parMois(e.getValue(), chemin + "." + e.getKey()));
      }
    }
  }

  private void benefices(JsonNode annees, Personne.Fiche f, String chemin) {
    if (absent(annees)) {
      return;
    }
    if (!annees.isObject()) {
      champs.refuser(chemin, "Des années avec leur bénéfice étaient attendues.");
      return;
    }
    for (Map.Entry<String, JsonNode> e : annees.properties()) {
      BigDecimal euros = champs.montant(e.getValue(), chemin + "." + e.getKey());
      if (!e.getKey().matches("(19|20)\\d\\d")) {
        champs.refuser(chemin + "." + e.getKey(), "Une année était attendue, par exemple 2025.");
      } else if (euros != null) {
        f.beneficeTns(Integer.parseInt(e.getKey()), euros);
      }
    }
  }

  private Logement logement(JsonNode n) {
    if (absent(n)) {
      return Logement.locataire("0");
    }
    if (!n.isObject()) {
      champs.refuser("input.housing", "Un logement était attendu : au moins « statut_occupation_logement ».");
      return Logement.locataire("0");
    }
    champs.connus(n, CHAMPS_DU_LOGEMENT, "input.housing");
    StatutDuLogement statut = champs.choix(n, "statut_occupation_logement", "input.housing.statut_occupation_logement", StatutDuLogement.class);
    BigDecimal loyer = champs.montant(n.path("loyer"), "input.housing.loyer");
    return new Logement(statut == null ? StatutDuLogement.LOCATAIRE_VIDE : statut, loyer == null ? BigDecimal.ZERO : loyer,
        champs.oui(n, "participation_frais", "input.housing.participation_frais"),
        champs.parMois(n.path("aide_logement"), "input.housing.aide_logement"));
  }

  private Prestations prestations(JsonNode n, JsonNode prepare) {
    Map<String, ParMois> lues = new HashMap<>();
    if (!absent(n) && !n.isObject()) {
      champs.refuser("input.prestations_familiales", "Des prestations avec leurs mois étaient attendues.");
    }
    for (Map.Entry<String, JsonNode> e : n.properties()) {
      if (!PRESTATIONS.contains(e.getKey())) {
        champs.refuser("input.prestations_familiales." + e.getKey(), "Prestation inconnue : " + String.join(", ", PRESTATIONS) + ".");
      }
      lues.put(e.getKey(), champs.parMois(e.getValue(), "input.prestations_familiales." + e.getKey()));
    }
    return new Prestations(de(lues, "af"), de(lues, "af_base"), de(lues, "cf"), de(lues, "cf_non_majore_avant_cumul"),
        de(lues, "asf"), de(lues, "paje_base"),
        champs.parMois(prepare, "input.paje_prepare"));
  }

  private static ParMois de(Map<String, ParMois> lues, String nom) {
    return lues.getOrDefault(nom, ParMois.RIEN);
  }

  private static boolean absent(JsonNode n) {
    return n.isMissingNode() || n.isNull();
  }
}
