package fr.jalon.courriers.impression;

import fr.jalon.courriers.domaine.Entete;
import fr.jalon.courriers.domaine.Gabarit;
import fr.jalon.ecran.Francais;
import java.util.List;

/** Letters as one page of HTML for the printer: the address falls in the window of a DL or C5 envelope, each letter starts its own sheet. */
final class MiseEnPage {
  /** Sizes in millimetres: the window shows what stands between 50 and 80 from the top and right of 105, however the sheet slides in the envelope. */
  private static final String STYLE = """
      @page { size: A4; margin: 15mm 20mm 15mm 20mm;
        @bottom-right { font-family: 'Atkinson Hyperlegible'; font-size: 9pt; content: 'Page ' counter(page) ' sur ' counter(pages); } }
      body { font-family: 'Atkinson Hyperlegible'; font-size: 11.5pt; line-height: 1.28; margin: 0; color: #000; }
      .lettre { page-break-before: always; -fs-page-sequence: start; }
      .entete { height: 35mm; overflow: hidden; }
      .entete table { width: 100%; border-collapse: collapse; }
      .entete td { vertical-align: top; padding: 0; }
      .entete img { max-height: 22mm; max-width: 60mm; }
      .entete .logo { width: 65mm; }
      .entete p { margin: 0; font-size: 9.5pt; line-height: 1.25; }
      .entete .nom { font-weight: bold; font-size: 11pt; }
      .adresse { height: 32mm; margin: 0 0 0 88mm; padding-top: 2mm; }
      .adresse p { margin: 0; white-space: nowrap; }
      .references { margin: 3mm 0 4mm 0; }
      .references p { margin: 0; font-size: 10pt; }
      .references .le { margin-left: 88mm; font-size: 11.5pt; }
      .barres { position: relative; height: 6mm; margin: 1mm 0 0 0; }
      .barres div { position: absolute; top: 0; height: 6mm; background-color: #000; }
      h1 { font-size: 15pt; margin: 0 0 3mm 0; line-height: 1.2; }
      h2 { font-size: 12.5pt; margin: 3mm 0 0.8mm 0; page-break-after: avoid; }
      h3 { font-size: 11.5pt; margin: 3mm 0 1mm 0; page-break-after: avoid; }
      p { margin: 0 0 1.7mm 0; orphans: 2; widows: 2; }
      ul, ol { margin: 0 0 1.7mm 0; padding-left: 6mm; }
      li p { margin: 0; }
      a { color: #000; }
      """;

  private MiseEnPage() {}

  /** A whole document; one bookmark a letter, where it begins. @param titre said by a screen reader when it opens the file */
  static String html(String titre, List<Lettre> lettres) {
    StringBuilder page = new StringBuilder(4096 * lettres.size());
    page.append("<html lang=\"fr\"><head><title>").append(Gabarit.echapper(titre)).append("</title><meta name=\"subject\" content=\"")
        .append(Gabarit.echapper(titre))
        .append("\" /><meta name=\"author\" content=\"").append(lettres.isEmpty() ? "" : Gabarit.echapper(lettres.getFirst().entete().expediteur()))
        .append("\" /><style>").append(STYLE).append("</style><bookmarks>");
    for (int i = 0; i < lettres.size(); i++) {
      page.append("<bookmark name=\"").append(texte(lettres.get(i).destinataire())).append("\" href=\"#lettre-").append(i).append("\" />");
    }
    page.append("</bookmarks></head><body>");
    for (int i = 0; i < lettres.size(); i++) {
      lettre(page, i, lettres.get(i));
    }
    return page.append("</body></html>").toString();
  }

  private static void lettre(StringBuilder page, int rang, Lettre l) {
    Entete e = l.entete();
    page.append("<div class=\"lettre\" id=\"lettre-").append(rang).append("\" lang=\"fr\"><div class=\"entete\"><table role=\"presentation\"><tr>");
    if (e.logo() != null) {
      page.append("<td class=\"logo\"><img src=\"").append(e.logoEnPage()).append("\" alt=\"").append(texte(e.logoTexte())).append("\" /></td>");
    }
    page.append("<td><p class=\"nom\">").append(texte(e.expediteur())).append("</p><p>").append(texte(e.adresse()))
        .append("</p></td></tr></table></div>");
    BlocAdresse bloc = l.bloc();
    page.append("<div class=\"adresse\"><p style=\"font-size:").append(bloc.corps()).append("pt;line-height:").append(bloc.interligne()).append("\">")
        .append(texte(String.join("\n", bloc.lignes()))).append("</p></div>");
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
