package fr.jalon.donnees.web;

import fr.jalon.courriers.DocumentEnPdf;
import fr.jalon.donnees.application.Copie;
import fr.jalon.ecran.Francais;
import java.io.OutputStream;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The copy as a document to print and hand over: headings, then a list of what is known for each. */
@Component
class CopieEnPdf {
  private static final String STYLE = """
      @page { size: A4; margin: 18mm 18mm 20mm 18mm;
        @bottom-right { font-family: 'Atkinson Hyperlegible'; font-size: 9pt; content: 'Page ' counter(page) ' sur ' counter(pages); } }
      body { font-family: 'Atkinson Hyperlegible'; font-size: 10.5pt; line-height: 1.35; }
      h1 { font-size: 16pt; } h2 { font-size: 12.5pt; margin: 6mm 0 1mm 0; page-break-after: avoid; }
      ul { margin: 0 0 3mm 0; padding-left: 5mm; } li { margin: 0; word-wrap: break-word; }
      .suite { border-top: 0.3mm solid #999; margin: 2mm 0; }
      """;
  private final DocumentEnPdf documents;

  CopieEnPdf(DocumentEnPdf documents) {
    this.documents = documents;
  }

  /** @param delai how long the Département has to answer, in words */
  void ecrire(Copie copie, String delai, OutputStream sortie) {
    StringBuilder page = new StringBuilder(16_384);
    page.append("<html lang=\"fr\"><head><title>Copie de vos données</title><meta name=\"subject\" content=\"Copie de vos données\" /><meta name=\"author\" content=\"Jalon\" /><style>").append(STYLE)
        .append("</style></head><body><h1>Copie de vos données</h1><p>").append(texte(copie.nom())).append(". Faite le ")
        .append(Francais.instant(copie.faiteLe()))
        .append(".</p><p>Voici tout ce que le Département garde sur vous dans Jalon pour le RSA. Si quelque chose est faux, dites-le : le Département doit répondre dans un délai de ").append(texte(delai)).append(" (articles 12 et 16 du RGPD). ")
        .append("Si la réponse ne vous convient pas, vous pouvez écrire à la CNIL (cnil.fr).</p><p>").append(texte(copie.nir())).append("</p>");
    copie.sections().forEach(s -> {
      page.append("<h2>").append(texte(s.titre())).append("</h2>");
      boolean premiere = true;
      for (Map<String, String> ligne : s.lignes()) {
        page.append(premiere ? "" : "<div class=\"suite\"></div>").append("<ul>");
        ligne.forEach((quoi, valeur) -> page.append("<li>").append(texte(quoi)).append(" : ").append(texte(valeur)).append("</li>"));
        page.append("</ul>");
        premiere = false;
      }
    });
    documents.ecrire(page.append("</body></html>").toString(), sortie);
  }

  /** Without what XML does not hold. */
  private static String texte(String brut) {
    return HtmlUtils.htmlEscape(brut, "UTF-8").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
  }
}
