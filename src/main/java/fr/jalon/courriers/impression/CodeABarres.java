package fr.jalon.courriers.impression;

/** Code 128, set C (digits by pairs), as bars drawn by the page: a scanner types the number of a letter that came back. */
final class CodeABarres {
  private static final String[] MOTIFS = ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 "
      + "223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 "
      + "231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 "
      + "431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
      + "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 "
      + "2331112").split(" ");
  private static final int DEPART_C = 105;
  private static final int ARRET = 106;
  /** Width of the narrowest bar, in millimetres. */
  private static final double MODULE = 0.33;

  private CodeABarres() {}

  /** Bars and spaces as HTML; nothing to read in it. @param numero digits; other characters are left out */
  static String html(String numero) {
    String chiffres = numero.replaceAll("\\D", "");
    if (chiffres.length() % 2 == 1) {
      chiffres = "0" + chiffres;
    }
    StringBuilder motif = new StringBuilder(MOTIFS[DEPART_C]);
    int somme = DEPART_C;
    for (int i = 0; i < chiffres.length(); i += 2) {
      int paire = Integer.parseInt(chiffres.substring(i, i + 2));
      somme += paire * (i / 2 + 1);
      motif.append(MOTIFS[paire]);
    }
    motif.append(MOTIFS[somme % 103]).append(MOTIFS[ARRET]);
    StringBuilder html = new StringBuilder("<div class=\"barres\">");
    double x = 0;
    for (int i = 0; i < motif.length(); i++) {
      double largeur = (motif.charAt(i) - '0') * MODULE;
      if (i % 2 == 0) {
        html.append(String.format(java.util.Locale.ROOT, "<div style=\"left:%.2fmm;width:%.2fmm\"></div>", x, largeur));
      }
      x += largeur;
    }
    return html.append("</div>").toString();
  }
}
