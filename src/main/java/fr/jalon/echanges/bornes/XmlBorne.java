package fr.jalon.echanges.bornes;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Streams an XML whose author is not trusted. What the parser itself keeps of one step (a name, attributes, a comment, an instruction) is bounded by
 * counting the bytes it asks for during this step: it costs nothing, and no form of XML escapes it. Depth, attributes and names are counted here; a
 * text comes in pieces, for the caller to bound ({@link Texte}). A DOCTYPE or an entity of the file's own is refused.
 */
public final class XmlBorne {
  private static final int PLACES = 1024;
  private final Bornes bornes;
  private final Pieces pieces;
  private final XMLStreamReader xml;
  /** The parser gives the same object for the same name: most names are known by one comparison. */
  private final String[] derniersNoms = new String[PLACES];
  private final Set<String> noms = new HashSet<>();
  private int profondeur;

  /**
   * @param encodage as Java names it, or {@code null} for the one the XML declares
   * @throws XMLStreamException when it does not even begin as an XML
   */
  public XmlBorne(InputStream contenu, String encodage, Bornes bornes) throws XMLStreamException {
    this.bornes = bornes;
    this.pieces = new Pieces(contenu, bornes);
    try {
      this.xml = encodage == null ? fabrique().createXMLStreamReader(pieces) : fabrique().createXMLStreamReader(pieces, encodage);
    } catch (BorneDepassee e) {
      throw e;
    } catch (RuntimeException e) {
      throw new XMLStreamException(e);
    }
  }

  /** One for each file: the parser keeps the names it met in its factory. */
  private static XMLInputFactory fabrique() {
    XMLInputFactory fabrique = new InputFactoryImpl();
    fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // a text cut in pieces is put together again by the caller: the parser's own way is slower, and has no end
    fabrique.setProperty(XMLInputFactory.IS_COALESCING, false);
    fabrique.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // damage is told where it is met, by next(), not later by getText()
    fabrique.setProperty(org.codehaus.stax2.XMLInputFactory2.P_LAZY_PARSING, false);
    return fabrique;
  }

  /**
   * The next event, one of {@link XMLStreamConstants}.
   *
   * @throws BorneDepassee      when a bound is passed, or a DOCTYPE met
   * @throws XMLStreamException when it is damaged; whatever the parser stumbles on is damage of the file
   */
  public int suivant() throws XMLStreamException {
    pieces.commencer();
    int evenement;
    try {
      evenement = xml.next();
    } catch (BorneDepassee e) {
      throw e;
    } catch (RuntimeException e) {
      throw new XMLStreamException(e);
    }
    switch (evenement) {
      case XMLStreamConstants.START_ELEMENT -> ouvrir();
      case XMLStreamConstants.END_ELEMENT -> profondeur--;
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> verifierLeNom(xml.getPITarget());
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
        throw new BorneDepassee("il commence par une déclaration DOCTYPE, ou tient des entités à lui", true);
      default -> { }
    }
    return evenement;
  }

  private void ouvrir() {
    if (++profondeur > bornes.profondeur()) {
      throw new BorneDepassee("des balises y sont ouvertes sur plus de " + bornes.profondeur() + " niveaux");
    }
    verifierLeNom(xml.getLocalName());
    int attributs = xml.getAttributeCount();
    int espaces = xml.getNamespaceCount();
    if (attributs + espaces > 0) {
      if (attributs + espaces > bornes.attributs()) {
        throw new BorneDepassee("une balise y tient plus de " + bornes.attributs() + " attributs");
      }
      for (int i = 0; i < attributs; i++) {
        verifierLeNom(xml.getAttributeLocalName(i));
      }
      for (int i = 0; i < espaces; i++) {
        verifierLeNom(String.valueOf(xml.getNamespacePrefix(i)));
      }
    }
  }

  private void verifierLeNom(String nom) {
    int place = nom.hashCode() & PLACES - 1;
    if (derniersNoms[place] == nom) {
      return;
    }
    derniersNoms[place] = nom;
    if (nom.length() > bornes.nom()) {
      throw new BorneDepassee("un nom de balise y compte plus de " + bornes.nom() + " lettres");
    }
    if (noms.add(nom) && noms.size() > bornes.noms()) {
      throw new BorneDepassee("plus de " + BorneDepassee.nombre(bornes.noms()) + " noms de balises différents y sont écrits");
    }
  }

  /** Name of the tag, without its prefix. */
  public String nom() {
    String nom = xml.getLocalName();
    int deuxPoints = nom.indexOf(':');
    return deuxPoints < 0 ? nom : nom.substring(deuxPoints + 1);
  }

  /** Text of the present piece. */
  public String texte() {
    return xml.getText();
  }

  /** True when the present piece of text is only blanks. */
  public boolean blanc() {
    return xml.isWhiteSpace();
  }

  /** Value of an attribute whatever its prefix, or {@code null}. */
  public String attribut(String voulu) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String nom = xml.getAttributeLocalName(i);
      if (nom.endsWith(voulu) && (nom.length() == voulu.length() || nom.charAt(nom.length() - voulu.length() - 1) == ':')) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Number of attributes of the tag. */
  public int attributs() {
    return xml.getAttributeCount();
  }

  /** Value of an attribute by its place. */
  public String attribut(int place) {
    return xml.getAttributeValue(place);
  }

  /** Line of the file, from 1. */
  public int ligne() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  /** Ends the reading. */
  public void fermer() throws XMLStreamException {
    xml.close();
  }

  /** Bytes asked for since the step began, and what looks like attributes in them: the parser's own work grows with their square. */
  private static final class Pieces extends OctetsComptes {
    /** How many times the attributes allowed: a text or a comment may hold signs that look like some. */
    private static final int LARGEUR = 16;
    private static final VarHandle HUIT_OCTETS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HUIT_EGALS = 0x3d3d3d3d3d3d3d3dL;
    private final long maximum;
    private final int attributs;
    private long depart;
    private int vus;
    private boolean egal;

    Pieces(InputStream entree, Bornes bornes) {
      super(entree);
      this.maximum = bornes.piece().toBytes();
      this.attributs = bornes.attributs();
    }

    void commencer() {
      depart = lus();
      vus = 0;
    }

    /** Place of the next equals sign, or {@code fin}. */
    private static int prochainEgal(byte[] octets, int debut, int fin) {
      int i = debut;
      for (; i + Long.BYTES <= fin; i += Long.BYTES) {
        // a byte that is an equals sign becomes zero, and only a zero borrows from its highest bit
        long difference = (long) HUIT_OCTETS.get(octets, i) ^ HUIT_EGALS;
        if ((difference - 0x0101010101010101L & ~difference & 0x8080808080808080L) != 0) {
          break;
        }
      }
      while (i < fin && octets[i] != '=') {
        i++;
      }
      return i;
    }

    @Override
    protected void compter(byte[] octets, int debut, int n) {
      if (lus() - depart > maximum) {
        throw new BorneDepassee("une balise, un texte ou un commentaire y tient plus de " + (maximum >> 10) + " ko");
      }
      int fin = debut + n;
      for (int i = egal ? debut : prochainEgal(octets, debut, fin); i < fin; i++) {
        byte o = octets[i];
        if (o == '=') {
          egal = true;
        } else if (o > ' ' || o < 0) {
          egal = false;
          vus += o == '"' || o == '\'' ? 1 : 0;
          // most of a file holds none: it is crossed eight bytes at a time
          i = prochainEgal(octets, i + 1, fin) - 1;
        }
      }
      if (vus > LARGEUR * attributs) {
        throw new BorneDepassee("une balise y tient plus de " + attributs + " attributs");
      }
    }
  }
}
