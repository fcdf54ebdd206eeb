package fr.jalon.echanges.tableur.lecture;

import fr.jalon.echanges.bornes.BorneDepassee;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.bornes.OctetsComptes;
import fr.jalon.echanges.bornes.XmlBorne;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The files inside a workbook: no more than a number of them, no more than a size once unpacked, all readings together. */
final class PartiesDuClasseur implements Closeable {
  private static final String CLASSEUR = "xl/workbook.xml";
  private final Bornes bornes;
  private final ZipFile zip;
  private final long maximum;
  private final DatesDuClasseur dates = new DatesDuClasseur();
  private long deplies;
  private String textes;

  private PartiesDuClasseur(ZipFile zip, long maximum, Bornes bornes) {
    this.zip = zip;
    this.maximum = maximum;
    this.bornes = bornes;
  }

  /** A sheet: its name, and the file that holds it. */
  record Feuille(String nom, String partie) {}

  static PartiesDuClasseur ouvrir(byte[] octets, Bornes bornes) throws IOException {
    compterLesParties(octets, bornes.tableur().parties());
    long parTaux = bornes.sansTaux().toBytes() + (long) octets.length * bornes.taux();
    return new PartiesDuClasseur(ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(octets)).get(),
        Math.min(bornes.tableur().contenu().toBytes(), parTaux), bornes);
  }

  /** Counted before anything is made of them: the directory of an archive may name a million files. */
  private static void compterLesParties(byte[] o, int maximum) {
    int parties = 0;
    for (int i = 0; i + 3 < o.length; i++) {
      if (o[i] == 'P' && o[i + 1] == 'K' && o[i + 2] == 1 && o[i + 3] == 2 && ++parties > maximum) {
        throw new BorneDepassee("ce classeur tient plus de " + BorneDepassee.nombre(maximum) + " fichiers");
      }
    }
  }

  /** The sheets in the order of the workbook; what holds the shared texts, and which cells are days, is known after. */
  List<Feuille> feuilles() throws IOException, XMLStreamException {
    String classeur = relations("").entrySet().stream().filter(e -> e.getKey().endsWith("/officeDocument")).map(e -> e.getValue().getFirst())
        .findFirst().orElse(CLASSEUR);
    String dossier = classeur.substring(0, classeur.lastIndexOf('/') + 1);
    Map<String, List<String>> liens = relations(classeur);
    textes = liens.entrySet().stream().filter(e -> e.getKey().endsWith("/sharedStrings")).map(e -> e.getValue().getFirst()).findFirst().orElse(null);
    String styles = liens.entrySet().stream().filter(e -> e.getKey().endsWith("/styles")).map(e -> e.getValue().getFirst()).findFirst().orElse(null);
    if (styles != null && entree(styles) != null) {
      try (Partie partie = ouvrir(styles)) {
        dates.lire(partie.xml());
      }
    }
    List<Feuille> feuilles = new ArrayList<>();
    try (Partie partie = ouvrir(classeur)) {
      XmlBorne xml = partie.xml();
      for (int e = xml.suivant(); e != XMLStreamConstants.END_DOCUMENT; e = xml.suivant()) {
        if (e == XMLStreamConstants.START_ELEMENT && xml.nom().equals("workbookPr")) {
          dates.depuis1904("1".equals(xml.attribut("date1904")) || "true".equals(xml.attribut("date1904")));
        } else if (e == XMLStreamConstants.START_ELEMENT && xml.nom().equals("sheet") && feuilles.size() < bornes.tableur().feuilles()) {
          List<String> cible = liens.get("#" + xml.attribut("id"));
          String nom = xml.attribut("name");
          feuilles.add(new Feuille(nom == null ? "sans nom" : nom.substring(0, Math.min(31, nom.length())),
              cible == null ? dossier + "worksheets/sheet" + (feuilles.size() + 1) + ".xml" : cible.getFirst()));
        }
      }
    }
    return feuilles;
  }

  /** Name of the part of the shared texts, or {@code null}. */
  String textes() {
    return textes;
  }

  /** Which cells are days. */
  DatesDuClasseur dates() {
    return dates;
  }

  /** Targets of a part, by type and by {@code #id}. */
  private Map<String, List<String>> relations(String partieDe) throws IOException, XMLStreamException {
    int coupe = partieDe.lastIndexOf('/') + 1;
    String dossier = partieDe.substring(0, coupe);
    Map<String, List<String>> liens = new HashMap<>();
    String nom = dossier + "_rels/" + partieDe.substring(coupe) + ".rels";
    if (entree(nom) == null) {
      return liens;
    }
    try (Partie partie = ouvrir(nom)) {
      XmlBorne xml = partie.xml();
      for (int e = xml.suivant(); e != XMLStreamConstants.END_DOCUMENT; e = xml.suivant()) {
        if (e == XMLStreamConstants.START_ELEMENT && xml.nom().equals("Relationship") && xml.attribut("Target") != null
            && liens.size() < 2 * bornes.tableur().parties()) {
          String cible = xml.attribut("Target");
          List<String> une = List.of(cible.startsWith("/") ? cible.substring(1) : dossier + cible);
          liens.putIfAbsent(String.valueOf(xml.attribut("Type")), une);
          liens.putIfAbsent("#" + xml.attribut("Id"), une);
        }
      }
    }
    return liens;
  }

  private ZipArchiveEntry entree(String nom) {
    ZipArchiveEntry entree = zip.getEntry(nom);
    if (entree == null) {
      for (ZipArchiveEntry autre : java.util.Collections.list(zip.getEntries())) {
        if (autre.getName().equalsIgnoreCase(nom)) {
          return autre;
        }
      }
    }
    return entree;
  }

  /** Opens a part. @throws IOException when there is none of that name */
  Partie ouvrir(String nom) throws IOException, XMLStreamException {
    ZipArchiveEntry entree = entree(nom);
    if (entree == null) {
      throw new IOException("Partie absente");
    }
    return new Partie(zip.getInputStream(entree));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** A part being read. */
  final class Partie implements Closeable {
    private final OctetsComptes octets;
    private final XmlBorne xml;

    private Partie(InputStream contenu) throws XMLStreamException {
      this.octets = new OctetsComptes(contenu) {
        private long deja;

        @Override
        protected void compter(byte[] octets, int debut, int n) {
          deplies += lus() - deja;
          deja = lus();
          if (deplies > maximum) {
            throw new BorneDepassee("il tient plus de " + BorneDepassee.nombre(maximum >> 20)
                + " Mo une fois déplié, ce qu'aucun vrai classeur de cette taille ne fait");
          }
        }
      };
      this.xml = new XmlBorne(octets, null, bornes);
    }

    XmlBorne xml() {
      return xml;
    }

    @Override
    public void close() throws IOException {
      octets.close();
    }
  }
}
