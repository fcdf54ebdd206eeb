package fr.jalon.courriers.domaine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model of message, as its file describes it.
 *
 * @param code      stable, e.g. {@code NOTIFICATION_ORIENTATION}
 * @param libelle   its name
 * @param usage     when it is sent, in one sentence
 * @param variables its own variables by name, in the order shown
 * @param phrases   sentences by name, of which the room that writes chooses one and gives it as a variable; their own variables are given with it
 * @param textes    the texts delivered with Jalon
 */
public record Modele(String code, String libelle, String usage, Map<String, Variable> variables, Map<String, String> phrases, Textes textes) {
  private static final int LONGUEUR_TEXTE = 12_000;
  private static final int LONGUEUR_OBJET = 150;
  private static final int LONGUEUR_SMS = 500;

  /** One variable: what it is, and an example for the preview. */
  public record Variable(String description, String exemple) {}

  /**
   * One of its sentences, with its values.
   *
   * @throws IllegalArgumentException when it has none of that name, or a value is missing
   */
  public String phrase(String nom, Map<String, String> valeurs) {
    if (!phrases.containsKey(nom)) {
      throw new IllegalArgumentException("Il manque la phrase « %s » dans courriers/%s.yaml.".formatted(nom, code));
    }
    return Gabarit.texte(phrases.get(nom)).fusionner(valeurs);
  }

  /** Every name that its texts may use: its own and the common ones. */
  public Map<String, Variable> utilisables() {
    Map<String, Variable> toutes = new LinkedHashMap<>(variables);
    toutes.putAll(Communes.VARIABLES);
    return toutes;
  }

  /**
   * What is wrong in texts typed for it.
   *
   * @return one or several sentences by field ({@code objet}, {@code lettre}, {@code courriel}, {@code sms}); empty when they can be used
   */
  public Map<String, List<String>> erreurs(Textes saisis) {
    Set<String> connues = utilisables().keySet();
    Map<String, List<String>> erreurs = new LinkedHashMap<>();
    saisis.parChamp().forEach((champ, texte) -> {
      boolean markdown = champ.equals("lettre") || champ.equals("courriel");
      int limite = markdown ? LONGUEUR_TEXTE : champ.equals("sms") ? LONGUEUR_SMS : LONGUEUR_OBJET;
      List<String> fautes = new java.util.ArrayList<>();
      if (texte.isEmpty() && (champ.equals("objet") || champ.equals("lettre"))) {
        fautes.add(champ.equals("objet") ? "Écrivez l'objet." : "Écrivez le texte de la lettre.");
      }
      if (texte.length() > limite) {
        fautes.add("Ce texte est trop long : %d caractères, %d au plus.".formatted(texte.length(), limite));
      } else {
        fautes.addAll(Gabarit.erreurs(texte, connues, markdown));
      }
      if (!markdown && texte.indexOf('\n') >= 0) {
        fautes.add("Ce texte tient sur une seule ligne.");
      }
      if (!fautes.isEmpty()) {
        erreurs.put(champ, fautes);
      }
    });
    return erreurs;
  }
}
