package fr.jalon.ecran;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown made into HTML for our pages: HTML inside the text is shown as text, links with a doubtful scheme are dropped. */
final class MiseEnPage {
  private final Parser lecteur;
  private final HtmlRenderer ecriture;
  private final TextContentRenderer enClair = TextContentRenderer.builder().build();

  /**
   * A text laid out.
   *
   * @param titre its level-one heading, in plain text
   * @param html  the rest
   */
  record Texte(String titre, String html) {}

  /** @param racine address under which a link to {@code autre-page.md} leads */
  MiseEnPage(String racine) {
    var tables = List.of(TablesExtension.create());
    lecteur = Parser.builder().extensions(tables).build();
    ecriture = HtmlRenderer.builder().extensions(tables).escapeHtml(true).sanitizeUrls(true)
        .attributeProviderFactory(_ -> attributs(racine)).build();
  }

  /** @throws IllegalArgumentException when the text does not begin with its title */
  Texte lire(String markdown) {
    Node document = lecteur.parse(markdown);
    if (!(document.getFirstChild() instanceof Heading titre) || titre.getLevel() != 1) {
      throw new IllegalArgumentException("Une page du guide commence par son titre (# …)");
    }
    String texte = enClair.render(titre).strip();
    titre.unlink();
    return new Texte(texte, ecriture.render(document));
  }

  private static AttributeProvider attributs(String racine) {
    return (noeud, _, attributs) -> {
      switch (noeud) {
        case Link lien when lien.getDestination().endsWith(".md") -> {
          attributs.put("href", racine + "/" + lien.getDestination().replace(".md", ""));
          attributs.remove("rel");
        }
        case TableBlock _ -> attributs.put("class", "tableau");
        case TableCell cellule when cellule.isHeader() -> attributs.put("scope", "col");
        default -> { }
      }
    };
  }
}
