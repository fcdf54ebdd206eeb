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
 * @param textes    the texts delivered with Jalon
 */
public record Modele(String code, String libelle, String usage, Map<String, Variable> variables, Textes textes) {
  private static final int LONGUEUR_TEXTE = 12_000;
  private static final int LONGUEUR_OBJET = 150;
  private static final int LONGUEUR_SMS = 500;

  /** One variable: what it is, and an example for the preview. */
  public record Variable(String description, String exemple) {}

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
