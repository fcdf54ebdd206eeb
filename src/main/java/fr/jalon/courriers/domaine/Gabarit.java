package fr.jalon.courriers.domaine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A text with variables, ready to be merged. The only syntax is <code>${name}</code>; nothing is evaluated. A Markdown text is turned into
 * HTML before values are known, so that a value is never read as Markdown; and each value is escaped, so that it is never markup.
 */
public final class Gabarit {
  /** A well written variable; group 1 is its name. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z][a-z0-9_]{0,39})}");
  /** A variable that waits for its value: characters that no text holds ({@link #nettoyer}). */
  private static final char DEBUT = '\uE000';
  private static final char FIN = '\uE001';
  private static final Pattern ATTENTE = Pattern.compile(DEBUT + "(\\d+)" + FIN);
  private static final Pattern ADRESSE_SURE = Pattern.compile("(https://|mailto:|tel:)\\S*");
  private static final Parser MARKDOWN = Parser.builder().build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  /** Text as it is, then the name of the variable that follows it ({@code null} at the end). */
  private record Morceau(String texte, String variable) {}

  private final List<Morceau> morceaux;
  private final boolean html;

  private Gabarit(List<Morceau> morceaux, boolean html) {
    this.morceaux = morceaux;
    this.html = html;
  }

  /** A text in Markdown, merged into a fragment of HTML that is also well-formed XML. */
  public static Gabarit markdown(String source) {
    List<String> noms = new ArrayList<>();
    return new Gabarit(decouper(HTML.render(MARKDOWN.parse(avecAttentes(source, noms))), noms), true);
  }

  /** A plain text of one line: the subject, a SMS. */
  public static Gabarit texte(String source) {
    List<String> noms = new ArrayList<>();
    return new Gabarit(decouper(avecAttentes(source, noms), noms), false);
  }

  /** The names of its variables. */
  public Set<String> variables() {
    Set<String> noms = new LinkedHashSet<>();
    morceaux.stream().map(Morceau::variable).filter(v -> v != null).forEach(noms::add);
    return noms;
  }

  /**
   * The text with its values. A paragraph whose only content is empty disappears.
   *
   * @throws IllegalArgumentException when a value is missing
   */
  public String fusionner(Map<String, String> valeurs) {
    StringBuilder texte = new StringBuilder();
    for (Morceau m : morceaux) {
      texte.append(m.texte());
      if (m.variable() != null) {
        String valeur = valeurs.get(m.variable());
        if (valeur == null) {
          throw new IllegalArgumentException("Il manque la valeur de ${" + m.variable() + "} pour écrire ce courrier.");
        }
        texte.append(html ? echapper(nettoyer(valeur).strip()) : nettoyer(valeur).strip().replace('\n', ' '));
      }
    }
    return html ? texte.toString().replace("<p></p>\n", "").replace("<li></li>\n", "") : texte.toString().strip();
  }

  /**
   * What is wrong in a text that somebody typed.
   *
   * @param connues  names that the model declares and the common ones
   * @param markdown false for a plain text
   * @return French sentences that say what to do; empty when nothing is wrong
   */
  public static List<String> erreurs(String source, Set<String> connues, boolean markdown) {
    List<String> erreurs = new ArrayList<>();
    List<String> noms = new ArrayList<>();
    String avec = avecAttentes(source, noms);
    for (String nom : new LinkedHashSet<>(noms)) {
      if (!connues.contains(nom)) {
        erreurs.add("La variable ${" + nom + "} n'existe pas dans ce modèle. Celles qui existent : "
            + String.join(", ", connues.stream().sorted().map(n -> "${" + n + "}").toList()) + ".");
      }
    }
    int mal = avec.indexOf("${");
    if (mal >= 0) {
      erreurs.add("Une variable est mal écrite ou n'est pas fermée : « " + extrait(avec.substring(mal))
          + " ». Écrivez le signe $, une accolade, le nom, "
          + "une accolade : ${nom}. Celles qui existent : " + String.join(", ", connues.stream().sorted().map(n -> "${" + n + "}").toList()) + ".");
    }
    if (markdown) {
      MARKDOWN.parse(avec).accept(new Interdits(erreurs));
    }
    return erreurs;
  }

  /** Text without the characters that neither a page nor a letter can show. */
  public static String nettoyer(String texte) {
    StringBuilder net = new StringBuilder(texte.length());
    texte.replace("\r\n", "\n").replace('\r', '\n').codePoints()
        .filter(c -> c == '\n' || c == '\t' || c >= 0x20 && c < 0x7F || c >= 0xA0 && c < 0xD800 || c >= 0xF900 && c < 0xFFFE || c > 0xFFFF
        && (c & 0xFFFE) != 0xFFFE && c < 0xF0000)
        .forEach(net::appendCodePoint);
    return net.toString();
  }

  /** Text that may stand in HTML or XML; line feeds become line breaks. */
  public static String echapper(String texte) {
    return texte.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;")
        .replace("\n", "<br />");
  }

  private static String avecAttentes(String source, List<String> noms) {
    return VARIABLE.matcher(nettoyer(source)).replaceAll(m -> {
      noms.add(m.group(1));
      return DEBUT + String.valueOf(noms.size() - 1) + FIN;
    });
  }

  private static List<Morceau> decouper(String texte, List<String> noms) {
    List<Morceau> morceaux = new ArrayList<>();
    Matcher m = ATTENTE.matcher(texte);
    int ici = 0;
    while (m.find()) {
      morceaux.add(new Morceau(texte.substring(ici, m.start()), noms.get(Integer.parseInt(m.group(1)))));
      ici = m.end();
    }
    morceaux.add(new Morceau(texte.substring(ici), null));
    return morceaux;
  }

  private static String extrait(String texte) {
    String ligne = texte.lines().findFirst().orElse("").replaceAll("[\uE000-\uF8FF]\\d*", "…");
    return ligne.length() > 30 ? ligne.substring(0, 30) + "…" : ligne;
  }

  /** What a model may not hold: markup, images that somebody else's server would answer, links that run or hide something. */
  private static final class Interdits extends AbstractVisitor {
    private final List<String> erreurs;

    Interdits(List<String> erreurs) {
      this.erreurs = erreurs;
    }

    @Override
    public void visit(HtmlBlock bloc) {
      refuser("Les balises HTML ne sont pas permises. Pour mettre en gras, entourez les mots de **.");
    }

    @Override
    public void visit(HtmlInline balise) {
      refuser("Les balises HTML ne sont pas permises. Pour mettre en gras, entourez les mots de **.");
    }

    @Override
    public void visit(Image image) {
      refuser("Les images ne sont pas permises dans le texte. Le logo se règle dans l'en-tête.");
    }

    @Override
    public void visit(Link lien) {
      if (lien.getDestination().indexOf(DEBUT) >= 0) {
        refuser("L'adresse d'un lien ne peut pas être une variable : écrivez la variable dans le texte.");
      } else if (!ADRESSE_SURE.matcher(lien.getDestination()).matches()) {
        refuser("L'adresse d'un lien commence par https://, mailto: ou tel:.");
      }
      visitChildren((Node) lien);
    }

    private void refuser(String phrase) {
      if (!erreurs.contains(phrase)) {
        erreurs.add(phrase);
      }
    }
  }
}
