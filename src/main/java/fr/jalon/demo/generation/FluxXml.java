package fr.jalon.demo.generation;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Streams one XML file: tags and values, one line per block so that an error can name a line. A value may be replaced or left out for the
 * current claim: that is how deliberate defects are written.
 */
final class FluxXml implements Closeable {
  private static final XMLOutputFactory FABRIQUE = new OutputFactoryImpl();
  private final OutputStream sortie;
  private final XMLStreamWriter xml;
  private Map<String, String> substitutions = Map.of();

  /** @param encodage windows-1252 or UTF-8 */
  FluxXml(OutputStream sortie, Charset encodage) {
    this.sortie = sortie;
    try {
      String declare = encodage.name().toLowerCase(java.util.Locale.ROOT);
      sortie.write(("<?xml version=\"1.0\" encoding=\"" + declare + "\"?>\n").getBytes(StandardCharsets.US_ASCII));
      // every character we write has the same byte in windows-1252 and ISO-8859-1, which the writer encodes far faster
      xml = FABRIQUE.createXMLStreamWriter(sortie, encodage.equals(StandardCharsets.UTF_8) ? "UTF-8" : "ISO-8859-1");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until the next call, values of these tags are replaced; an empty text leaves the tag out. */
  void substituer(Map<String, String> parBalise) {
    substitutions = parBalise;
  }

  /** Opens the root, which names the format of the file. */
  FluxXml racine(String schema) {
    try {
      xml.writeStartElement("Racine");
      xml.writeNamespace("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
      xml.writeAttribute("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "noNamespaceSchemaLocation", schema);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return ligne();
  }

  FluxXml ouvrir(String balise) {
    try {
      xml.writeStartElement(balise);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  FluxXml fermer() {
    try {
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  FluxXml ligne() {
    try {
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Writes the tag, even with an empty text; nothing when {@code null}. */
  FluxXml valeur(String balise, String texte) {
    String ecrit = texte;
    if (!substitutions.isEmpty() && substitutions.containsKey(balise)) {
      ecrit = substitutions.get(balise).isEmpty() ? null : substitutions.get(balise);
    }
    if (ecrit == null) {
      return this;
    }
    try {
      xml.writeStartElement(balise);
      xml.writeCharacters(ecrit);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  FluxXml valeur(String balise, LocalDate date) {
    return valeur(balise, date == null ? null : date.toString());
  }

  FluxXml drapeau(String balise, boolean vrai) {
    return valeur(balise, vrai ? "1" : "0");
  }

  /** An amount given in cents, written {@code 0000558.73}. */
  FluxXml montant(String balise, long centimes) {
    return valeur(balise, montant(centimes, 7));
  }

  /** A number padded with zeros. */
  FluxXml nombre(String balise, long nombre, int chiffres) {
    return valeur(balise, complete(Long.toString(nombre), chiffres));
  }

  static String montant(long centimes, int chiffres) {
    long absolu = Math.abs(centimes);
    String texte = complete(Long.toString(absolu / 100), chiffres) + (absolu % 100 < 10 ? ".0" : ".") + absolu % 100;
    return centimes < 0 ? "-" + texte : texte;
  }

  private static String complete(String texte, int chiffres) {
    return texte.length() >= chiffres ? texte : "0000000000000000".substring(0, chiffres - texte.length()) + texte;
  }

  @Override
  public void close() {
    try {
      xml.writeEndDocument();
      xml.close();
      sortie.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
