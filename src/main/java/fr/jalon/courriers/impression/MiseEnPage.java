package fr.jalon.courriers.impression;

import fr.jalon.courriers.domaine.Entete;
import fr.jalon.courriers.domaine.Gabarit;
import fr.jalon.ecran.Francais;
import java.util.List;

/** Letters as one page of HTML for the printer: the address falls in the window of a DL or C5 envelope, each letter starts its own sheet. */
final class MiseEnPage {
  /** Sizes in millimetres: the window shows what stands between 50 and 80 from the top and right of 105, however the sheet slides in the envelope. */
  private static final String STYLE = """
      @page { size: A4; margin: 15mm 20mm 18mm 20mm;
        @bottom-right { font-family: 'Atkinson Hyperlegible'; font-size: 9pt; content: 'Page ' counter(page) ' sur ' counter(pages); } }
      body { font-family: 'Atkinson Hyperlegible'; font-size: 11.5pt; line-height: 1.35; margin: 0; color: #000; }
      .lettre { page-break-before: always; -fs-page-sequence: start; }
      .entete { height: 35mm; overflow: hidden; }
      .entete table { width: 100%; border-collapse: collapse; }
      .entete td { vertical-align: top; padding: 0; }
      .entete img { max-height: 22mm; max-width: 60mm; }
      .entete .logo { width: 65mm; }
      .entete p { margin: 0; font-size: 9.5pt; line-height: 1.25; }
      .entete .nom { font-weight: bold; font-size: 11pt; }
      .adresse { height: 32mm; margin: 0 0 0 88mm; padding-top: 2mm; overflow: hidden; }
      .adresse p { margin: 0; font-size: 11pt; line-height: 1.25; }
      .references { margin: 4mm 0 5mm 0; }
      .references p { margin: 0; font-size: 10pt; }
      .references .le { margin-left: 88mm; font-size: 11.5pt; }
      .barres { position: relative; height: 6mm; margin: 1mm 0 0 0; }
      .barres div { position: absolute; top: 0; height: 6mm; background-color: #000; }
      h1 { font-size: 15pt; margin: 0 0 4mm 0; line-height: 1.2; }
      h2 { font-size: 12.5pt; margin: 4mm 0 1mm 0; page-break-after: avoid; }
      h3 { font-size: 11.5pt; margin: 3mm 0 1mm 0; page-break-after: avoid; }
      p { margin: 0 0 2.2mm 0; orphans: 2; widows: 2; }
      ul, ol { margin: 0 0 2.2mm 0; padding-left: 6mm; }
      li p { margin: 0; }
      a { color: #000; }
      """;

  private MiseEnPage() {}

  /** A whole document. @param titre said by a screen reader when it opens the file */
  static String html(String titre, List<Lettre> lettres) {
    StringBuilder page = new StringBuilder(4096 * lettres.size());
    page.append("<html lang=\"fr\"><head><title>").append(Gabarit.echapper(titre)).append("</title><meta name=\"subject\" content=\"").append(Gabarit.echapper(titre))
        .append("\" /><meta name=\"author\" content=\"").append(lettres.isEmpty() ? "" : Gabarit.echapper(lettres.getFirst().entete().expediteur()))
        .append("\" /><style>").append(STYLE).append("</style></head><body>");
    lettres.forEach(l -> lettre(page, l));
    return page.append("</body></html>").toString();
  }

  private static void lettre(StringBuilder page, Lettre l) {
    Entete e = l.entete();
    page.append("<div class=\"lettre\" lang=\"fr\"><div class=\"entete\"><table role=\"presentation\"><tr>");
    if (e.logo() != null) {
      page.append("<td class=\"logo\"><img src=\"").append(e.logoEnPage()).append("\" alt=\"").append(texte(e.logoTexte())).append("\" /></td>");
    }
    page.append("<td><p class=\"nom\">").append(texte(e.expediteur())).append("</p><p>").append(texte(e.adresse())).append("</p></td></tr></table></div>");
    page.append("<div class=\"adresse\"><p>").append(texte(l.destinataire())).append("<br />").append(texte(l.adresse())).append("</p></div>");
    page.append("<div class=\"references\"><p class=\"le\">Le ").append(Francais.longue(l.le())).append("</p>");
    if (l.numero() != null) {
      page.append("<p>Lettre n° ").append(l.numero()).append("</p>").append(CodeABarres.html(l.numero()));
    }
    page.append("</div><h1>").append(texte(l.objet())).append("</h1>").append(l.contenu()).append("</div>");
  }

  private static String texte(String brut) {
    return brut == null ? "" : Gabarit.echapper(Gabarit.nettoyer(brut));
  }
}
