package fr.jalon.courriers.impression;

import com.google.zxing.oned.Code128Writer;

/** Code 128, set C (digits by pairs), as bars drawn by the page: a scanner types the number of a letter that came back. */
final class CodeABarres {
  /** Width of the narrowest bar, in millimetres. */
  private static final double MODULE = 0.33;

  private CodeABarres() {}

  /** Bars and spaces as HTML; nothing to read in it. @param numero digits; other characters are left out */
  static String html(String numero) {
    String chiffres = numero.replaceAll("\\D", "");
    boolean[] modules = new Code128Writer().encode(chiffres.length() % 2 == 1 ? "0" + chiffres : chiffres);
    StringBuilder html = new StringBuilder("<div class=\"barres\">");
    int debut = 0;
    for (int i = 1; i <= modules.length; i++) {
      if (i == modules.length || modules[i] != modules[debut]) {
        if (modules[debut]) {
          html.append(String.format(java.util.Locale.ROOT, "<div style=\"left:%.2fmm;width:%.2fmm\"></div>", debut * MODULE, (i - debut) * MODULE));
        }
        debut = i;
      }
    }
    return html.append("</div>").toString();
  }
}
