package fr.jalon.echanges.caf.flux;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads again a dossier kept after a reject ({@link Dossier#enXml}), with the lines it had in its file, corrected or not. */
public final class DossierGarde {
  private static final XMLInputFactory FABRIQUE = XMLInputFactory.newDefaultFactory();

  static {
    FABRIQUE.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FABRIQUE.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FABRIQUE.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  private DossierGarde() {}

  /**
   * @param reference reference date of the file
   * @throws IllegalStateException when what was kept is not a dossier
   */
  public static Dossier lire(String xml, LocalDate reference) {
    Dossier dossier = ouvrir(xml);
    dossier.reference(reference.toString());
    return dossier;
  }

  /**
   * The dossier with another text in one tag.
   *
   * @param reference reference date of the file
   * @param ligne    line of the tag refused, or of the block where it is missing
   * @param ancienne value refused, or {@code null}
   * @return {@code null} when the tag cannot be placed, or could be in several places
   */
  public static Dossier corrige(String xml, LocalDate reference, int ligne, String balise, String ancienne, String texte) {
    Dossier dossier = ouvrir(xml);
    if (!CorrectionDeDossier.corriger(dossier, ligne, balise, ancienne, texte)) {
      return null;
    }
    dossier.reference(reference.toString());
    return dossier;
  }

  private static Dossier ouvrir(String xml) {
    try {
      XMLStreamReader lecteur = FABRIQUE.createXMLStreamReader(new StringReader(xml));
      Dossier dossier = new Dossier();
      Deque<Integer> ouverts = new ArrayDeque<>();
      String texte = null;
      while (lecteur.hasNext()) {
        switch (lecteur.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            int noeud = dossier.ouvrir(lecteur.getLocalName(), Integer.parseInt(lecteur.getAttributeValue(null, "l")));
            ouverts.push(noeud);
            if (lecteur.getAttributeValue(null, "refus") != null) {
              dossier.refuser(noeud);
            }
            texte = null;
          }
          case XMLStreamConstants.CHARACTERS -> texte = lecteur.getText();
          case XMLStreamConstants.END_ELEMENT -> {
            int noeud = ouverts.pop();
            if (texte != null && !texte.isBlank()) {
              dossier.texte(noeud, texte);
            }
            texte = null;
            dossier.fermer(noeud);
          }
          default -> { }
        }
      }
      return dossier;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Le dossier gardé ne se relit pas", e);
    }
  }
}
