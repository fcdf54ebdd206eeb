package fr.jalon.courriers.domaine;

import fr.jalon.courriers.domaine.Modele.Variable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that every model may use, whatever it is about. */
public final class Communes {
  /** By name, in the order shown. */
  public static final Map<String, Variable> VARIABLES = variables();

  private Communes() {}

  private static Map<String, Variable> variables() {
    Map<String, Variable> v = new LinkedHashMap<>();
    v.put("civilite", new Variable("Madame ou Monsieur", "Madame"));
    v.put("prenom", new Variable("Le prénom de la personne", "Amina"));
    v.put("nom", new Variable("Le nom de la personne", "BENALI"));
    v.put("adresse", new Variable("Son adresse, sur plusieurs lignes", "12 rue des Tilleuls\n07000 Privas"));
    v.put("date", new Variable("La date du courrier, en toutes lettres", "8 septembre 2025"));
    v.put("departement", new Variable("Le nom du Département", "Ardèche"));
    v.put("expediteur", new Variable("Le service qui écrit (en-tête)", "Direction de l'insertion"));
    v.put("contact", new Variable("Qui joindre (en-tête)", "Le secrétariat de votre territoire"));
    v.put("telephone", new Variable("Le numéro à appeler (en-tête)", "04 00 00 00 00"));
    v.put("recours", new Variable("Où écrire pour contester (en-tête)", "Hôtel du Département"));
    v.put("signature", new Variable("La signature (en-tête)", "La présidente du Département"));
    return Collections.unmodifiableMap(v);
  }
}
