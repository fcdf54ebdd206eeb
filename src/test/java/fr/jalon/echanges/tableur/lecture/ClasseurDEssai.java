package fr.jalon.echanges.tableur.lecture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A workbook written part by part, so that any of them can be what no spreadsheet writes. */
final class ClasseurDEssai {
  private static final String X = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private final Map<String, byte[]> parties = new LinkedHashMap<>();

  /** @param lignes what is inside {@code sheetData} */
  static ClasseurDEssai de(String lignes) {
    ClasseurDEssai c = new ClasseurDEssai();
    c.partie("_rels/.rels",
        X + "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    c.partie("xl/workbook.xml",
        X + "<workbook xmlns:r=\"http://x/r\"><sheets><sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    c.partie("xl/_rels/workbook.xml.rels",
        X + "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
    c.partie("xl/sharedStrings.xml",
        X + "<sst><si><t>Nom</t></si><si><r><t>Pré</t></r><r><t>nom</t></r><rPh><t>lu</t></rPh></si><si><t>Dupont</t></si><si><t>Anne</t></si></sst>");
    c.partie("xl/worksheets/sheet1.xml", X + "<worksheet><dimension ref=\"A1:B2\"/><sheetData>" + lignes + "</sheetData></worksheet>");
    return c;
  }

  /** Headers and one person. */
  static ClasseurDEssai ordinaire() {
    return de(TITRES + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>3</v></c></row>");
  }

  static final String TITRES = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";

  /** The parts of a workbook made by another. */
  static ClasseurDEssai de(byte[] octets) {
    ClasseurDEssai c = new ClasseurDEssai();
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(octets)).get()) {
      for (ZipArchiveEntry e : Collections.list(zip.getEntries())) {
        c.parties.put(e.getName(), zip.getInputStream(e).readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return c;
  }

  ClasseurDEssai partie(String nom, String contenu) {
    return partie(nom, contenu.getBytes(StandardCharsets.UTF_8));
  }

  ClasseurDEssai partie(String nom, byte[] contenu) {
    parties.put(nom, contenu);
    return this;
  }

  Map<String, byte[]> parties() {
    return parties;
  }

  byte[] octets() {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(sortie)) {
      for (Map.Entry<String, byte[]> p : parties.entrySet()) {
        zip.putNextEntry(new ZipEntry(p.getKey()));
        zip.write(p.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sortie.toByteArray();
  }
}
