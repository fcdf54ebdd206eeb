package fr.jalon.echanges.caf.flux;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.Hashing;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
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
    empreindre(dossier, reference);
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
    if (!dossier.corriger(ligne, balise, ancienne, texte)) {
      return null;
    }
    empreindre(dossier, reference);
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

  /** The fingerprint the same dossier would have in a file: see {@link LecteurDeFlux}. */
  private static void empreindre(Dossier dossier, LocalDate reference) {
    HashStream128 hachage = Hashing.xxh3_128().hashStream();
    dossier.racine().enfants().forEach(enfant -> hacher(enfant, reference, hachage));
    hachage.putByte((byte) 1);
    dossier.empreinte(hachage.get().toByteArray());
  }

  private static void hacher(Bloc bloc, LocalDate reference, HashStream128 hachage) {
    if (bloc.nom().equals("Evenement")) {
      return;
    }
    hachage.putInt(bloc.nom().hashCode());
    bloc.enfants().forEach(enfant -> hacher(enfant, reference, hachage));
    if (bloc.texte() != null) {
      hachage.putString(bloc.texte());
      if (LecteurDeFlux.BORNES_D_ACTIVITE.contains(bloc.nom())) {
        hachage.putByte((byte) Integer.signum(bloc.texte().compareTo(reference.toString())));
      }
    }
    hachage.putByte((byte) 1);
  }
}
