package fr.jalon.demo.generation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A piece of XML with holes ({@code {0}}, {@code {1}}…), kept as bytes: filling it is only copying. */
final class Gabarit {
  private final byte[][] fixes;
  private final int[] trous;

  Gabarit(String texte) {
    List<byte[]> morceaux = new ArrayList<>();
    List<Integer> rangs = new ArrayList<>();
    int debut = 0;
    for (int trou = texte.indexOf('{'); trou >= 0; trou = texte.indexOf('{', debut)) {
      int fin = texte.indexOf('}', trou);
      morceaux.add(texte.substring(debut, trou).getBytes(StandardCharsets.ISO_8859_1));
      rangs.add(Integer.parseInt(texte.substring(trou + 1, fin)));
      debut = fin + 1;
    }
    morceaux.add(texte.substring(debut).getBytes(StandardCharsets.ISO_8859_1));
    fixes = morceaux.toArray(byte[][]::new);
    trous = rangs.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Writes the piece at {@code position} and returns the position after it. */
  int remplir(byte[] tampon, int position, byte[][] valeurs) {
    int p = position;
    for (int i = 0; i < trous.length; i++) {
      p = copier(fixes[i], tampon, p);
      p = copier(valeurs[trous[i]], tampon, p);
    }
    return copier(fixes[trous.length], tampon, p);
  }

  private static int copier(byte[] octets, byte[] tampon, int position) {
    System.arraycopy(octets, 0, tampon, position, octets.length);
    return position + octets.length;
  }
}
