package fr.jalon.echanges.tableur.application;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.echanges.tableur.domaine.Tableau.Rangee;
import fr.jalon.socle.RefusMetier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a CSV (UTF-8, with or without its mark, UTF-16 or windows-1252; semicolon, comma or tab) or an XLSX file. */
final class LectureDeFichier {
  private static final int LIGNES_MAXIMUM = 50_000;
  private static final int COLONNES_MAXIMUM = 200;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private LectureDeFichier() {}

  /** @throws RefusMetier when it is neither, or holds no row */
  static Tableau lire(byte[] octets) {
    if (octets.length == 0) {
      throw new RefusMetier("FICHIER_VIDE", "Ce fichier est vide. Déposez un tableur avec une ligne de titres et une ligne par personne.");
    }
    if (ReadableWorkbook.isOOXMLZipHeader(octets)) {
      return xlsx(octets);
    }
    if (ReadableWorkbook.isOLE2Header(octets)) {
      throw new RefusMetier("ANCIEN_EXCEL", "Ce fichier est d'un ancien format d'Excel (.xls). Enregistrez-le au format .xlsx ou .csv, puis déposez-le.");
    }
    return csv(octets);
  }

  private static Tableau csv(byte[] octets) {
    Decode texte = decoder(octets);
    char separateur = separateur(texte.texte());
    Lignes lignes = new Lignes();
    try (CsvReader<CsvRecord> lecteur = CsvReader.builder().fieldSeparator(separateur).allowExtraFields(true).allowMissingFields(true).skipEmptyLines(true)
        .allowExtraCharsAfterClosingQuote(true).ofCsvRecord(texte.texte())) {
      for (CsvRecord ligne : lecteur) {
        lignes.ajouter((int) ligne.getStartingLineNumber(), ligne.getFields());
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof RefusMetier refus) {
        throw refus;
      }
      throw new RefusMetier("CSV_ILLISIBLE", "Ce fichier n'est ni un CSV ni un XLSX lisible. Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx.");
    }
    String signe = separateur == '\t' ? "tabulation" : separateur == ';' ? "point-virgule" : "virgule";
    return lignes.tableau("CSV", "Séparateur : " + signe + ", encodage : " + texte.nom());
  }

  private record Decode(String texte, String nom) {}

  private static Decode decoder(byte[] o) {
    if (o.length >= 3 && (o[0] & 0xff) == 0xef && (o[1] & 0xff) == 0xbb && (o[2] & 0xff) == 0xbf) {
      return new Decode(new String(o, 3, o.length - 3, StandardCharsets.UTF_8), "UTF-8");
    }
    if (o.length >= 2 && ((o[0] & 0xff) == 0xff && (o[1] & 0xff) == 0xfe || (o[0] & 0xff) == 0xfe && (o[1] & 0xff) == 0xff)) {
      return new Decode(new String(o, StandardCharsets.UTF_16), "UTF-16");
    }
    try {
      return new Decode(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(o)).toString(), "UTF-8");
    } catch (CharacterCodingException e) {
      return new Decode(new String(o, WINDOWS_1252), "windows-1252");
    }
  }

  /** The sign most frequent in the first line, outside quotes. */
  private static char separateur(String texte) {
    int[] comptes = new int[3];
    boolean cite = false;
    for (int i = 0; i < texte.length() && (cite || texte.charAt(i) != '\n'); i++) {
      char c = texte.charAt(i);
      if (c == '"') {
        cite = !cite;
      } else if (!cite) {
        comptes[0] += c == ';' ? 1 : 0;
        comptes[1] += c == '\t' ? 1 : 0;
        comptes[2] += c == ',' ? 1 : 0;
      }
    }
    return comptes[0] >= comptes[1] && comptes[0] >= comptes[2] ? ';' : comptes[1] >= comptes[2] ? '\t' : ',';
  }

  private static Tableau xlsx(byte[] octets) {
    try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(octets))) {
      for (Iterator<Sheet> feuilles = classeur.getSheets().iterator(); feuilles.hasNext();) {
        Sheet feuille = feuilles.next();
        Lignes lignes = new Lignes();
        try (Stream<Row> rangees = feuille.openStream()) {
          rangees.forEach(r -> lignes.ajouter(r.getRowNum(), textes(r)));
        }
        if (lignes.commence()) {
          return lignes.tableau("XLSX", "Feuille « " + feuille.getName() + " »");
        }
      }
    } catch (RefusMetier refus) {
      throw refus;
    } catch (IOException | RuntimeException e) {
      throw new RefusMetier("XLSX_ILLISIBLE", "Ce classeur ne peut pas être lu. Ouvrez-le dans votre tableur, enregistrez-le de nouveau au format .xlsx, puis déposez-le.");
    }
    throw sansLigne();
  }

  private static List<String> textes(Row rangee) {
    List<String> textes = new ArrayList<>(rangee.getCellCount());
    for (int i = 0; i < Math.min(COLONNES_MAXIMUM, rangee.getCellCount()); i++) {
      textes.add(rangee.getOptionalCell(i).map(LectureDeFichier::texte).orElse(""));
    }
    return textes;
  }

  private static String texte(Cell cellule) {
    if (cellule.getType() == CellType.NUMBER && cellule.getValue() instanceof BigDecimal nombre) {
      return nombre.stripTrailingZeros().toPlainString();
    }
    return cellule.getType() == CellType.ERROR || cellule.getText() == null ? "" : cellule.getText();
  }

  private static RefusMetier sansLigne() {
    return new RefusMetier("SANS_LIGNE", "Ce tableur ne contient aucune personne : il faut une ligne de titres, puis une ligne par personne.");
  }

  /** Rows met one after the other: the first one that is not blank holds the headers. */
  private static final class Lignes {
    private final List<Rangee> rangees = new ArrayList<>();
    private final Set<List<String>> vues = new HashSet<>();
    private List<String> entetes;
    private int doublons;

    void ajouter(int rang, List<String> champs) {
      if (champs.stream().allMatch(String::isBlank)) {
        return;
      }
      if (entetes == null) {
        entetes = champs.stream().limit(COLONNES_MAXIMUM).map(String::strip).toList();
        return;
      }
      List<String> valeurs = new ArrayList<>(entetes.size());
      for (int i = 0; i < entetes.size(); i++) {
        valeurs.add(i < champs.size() ? champs.get(i).strip() : "");
      }
      if (!vues.add(valeurs)) {
        doublons++;
        return;
      }
      if (rangees.size() == LIGNES_MAXIMUM) {
        throw new RefusMetier("TROP_DE_LIGNES", "Ce tableur dépasse 50 000 lignes : découpez-le en plusieurs fichiers.");
      }
      rangees.add(new Rangee(rang, valeurs));
    }

    boolean commence() {
      return entetes != null;
    }

    Tableau tableau(String format, String detail) {
      if (entetes == null || rangees.isEmpty()) {
        throw sansLigne();
      }
      return new Tableau(format, detail, entetes, rangees, doublons);
    }
  }
}
