package fr.jalon.pilotage;

import fr.jalon.ecran.FichierCsv;
import fr.jalon.socle.RefusMetier;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How figures are written on the terminal. */
enum Presentation {
  TABLE {
    @Override
    void ecrire(List<ValeurIndicateur> valeurs, PrintWriter sortie) {
      List<List<String>> lignes = new ArrayList<>();
      lignes.add(List.of("Code", "Indicateur", "Au", "Ventilation", "Valeur", "Unité", "Sur"));
      for (ValeurIndicateur v : valeurs) {
        lignes.add(List.of(v.code(), v.libelle(), v.au().toString(), v.dimension() == null ? "" : v.libelleValeur() == null ? "" : v.libelleValeur(),
            v.valeur() == null ? "—" : nombre(v.valeur()), v.unite(), v.denominateur() == null || v.numerateur() == null ? ""
                : nombre(v.numerateur()) + " / " + nombre(v.denominateur()) + (v.ouverte() ? " (délai en cours : " + v.enCours() + ")" : "")));
      }
      int[] largeurs = new int[lignes.getFirst().size()];
      lignes.forEach(l -> {
        for (int c = 0; c < largeurs.length; c++) {
          largeurs[c] = Math.max(largeurs[c], l.get(c).codePointCount(0, l.get(c).length()));
        }
      });
      for (List<String> ligne : lignes) {
        StringBuilder texte = new StringBuilder();
        for (int c = 0; c < largeurs.length; c++) {
          String blancs = " ".repeat(largeurs[c] - ligne.get(c).codePointCount(0, ligne.get(c).length()));
          texte.append(c == 4 || c == 6 ? blancs + ligne.get(c) : ligne.get(c) + blancs).append("  ");
        }
        sortie.println(texte.toString().stripTrailing());
      }
    }
  },
  JSON {
    @Override
    void ecrire(List<ValeurIndicateur> valeurs, PrintWriter sortie) {
      sortie.println(ECRIVAIN.writeValueAsString(valeurs.stream().map(Presentation::objet).toList()));
    }
  },
  CSV {
    @Override
    void ecrire(List<ValeurIndicateur> valeurs, PrintWriter sortie) {
      FichierCsv csv = FichierCsv.vers(sortie);
      csv.ligne(List.of("code", "libelle", "au", "dimension", "valeurDimension", "numerateur", "denominateur", "valeur", "unite"));
      valeurs.forEach(v -> csv.ligne(objet(v).values().stream()
          .map(x -> x == null ? "" : x instanceof BigDecimal b ? b.toPlainString() : x.toString()).toList()));
      csv.envoyer();
    }
  };

  private static final ObjectMapper ECRIVAIN = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
      .enable(tools.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  abstract void ecrire(List<ValeurIndicateur> valeurs, PrintWriter sortie);

  static Presentation nommee(String nom) {
    for (Presentation presentation : values()) {
      if (presentation.name().equalsIgnoreCase(nom)) {
        return presentation;
      }
    }
    throw new RefusMetier("FORMAT_INCONNU", "Le format « " + nom + " » n'existe pas. Formats connus : table, json, csv.");
  }

  private static Map<String, Object> objet(ValeurIndicateur v) {
    Map<String, Object> objet = new LinkedHashMap<>();
    objet.put("code", v.code());
    objet.put("libelle", v.libelle());
    objet.put("au", v.au().toString());
    objet.put("dimension", v.dimension() == null ? null : v.dimension().name());
    objet.put("valeurDimension", v.valeurDimension());
    objet.put("numerateur", v.numerateur());
    objet.put("denominateur", v.denominateur());
    objet.put("valeur", v.valeur());
    objet.put("unite", v.unite());
    return objet;
  }

  private static String nombre(BigDecimal valeur) {
    return String.format(Locale.FRENCH, "%,." + Math.max(0, valeur.scale()) + "f", valeur);
  }
}
