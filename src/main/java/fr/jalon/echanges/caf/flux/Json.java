package fr.jalon.echanges.caf.flux;

import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes blocks that have no column of their own as JSON, tag by tag, without any NIR. Written by hand: it runs a million times a file. */
final class Json {
  private Json() {}

  /** Blocks of the given names below a parent, or null when there is none. */
  static String blocs(Bloc parent, List<String> noms) {
    StringBuilder sortie = new StringBuilder();
    for (String nom : noms) {
      List<Bloc> blocs = parent.tous(nom);
      if (!blocs.isEmpty()) {
        sortie.append(sortie.isEmpty() ? "{" : ",");
        texte(sortie, nom);
        sortie.append(':');
        liste(sortie, blocs);
      }
    }
    return sortie.isEmpty() ? null : sortie.append('}').toString();
  }

  static void liste(StringBuilder sortie, List<Bloc> blocs) {
    sortie.append('[');
    for (int i = 0; i < blocs.size(); i++) {
      if (i > 0) {
        sortie.append(',');
      }
      objet(sortie, blocs.get(i));
    }
    sortie.append(']');
  }

  /** Numbers of persons: NIR, and file numbers, which at the MSA are NIR too. */
  private static boolean identifie(String balise) {
    return balise.startsWith("NIR") || balise.startsWith("MATRICULE");
  }

  private static void objet(StringBuilder sortie, Bloc bloc) {
    Map<String, List<Bloc>> enfants = new LinkedHashMap<>();
    for (Bloc enfant : bloc.enfants()) {
      if (!identifie(enfant.nom())) {
        enfants.computeIfAbsent(enfant.nom(), n -> new java.util.ArrayList<>()).add(enfant);
      }
    }
    if (enfants.isEmpty()) {
      texte(sortie, bloc.texte());
      return;
    }
    sortie.append('{');
    boolean premier = true;
    for (Map.Entry<String, List<Bloc>> e : enfants.entrySet()) {
      sortie.append(premier ? "" : ",");
      premier = false;
      texte(sortie, e.getKey());
      sortie.append(':');
      if (e.getValue().size() == 1) {
        objet(sortie, e.getValue().getFirst());
      } else {
        liste(sortie, e.getValue());
      }
    }
    sortie.append('}');
  }

  static void texte(StringBuilder sortie, String valeur) {
    if (valeur == null) {
      sortie.append("null");
      return;
    }
    sortie.append('"');
    for (int i = 0; i < valeur.length(); i++) {
      char c = valeur.charAt(i);
      if (c == '"' || c == '\\') {
        sortie.append('\\').append(c);
      } else if (c < 0x20) {
        sortie.append(' ');
      } else {
        sortie.append(c);
      }
    }
    sortie.append('"');
  }
}
