package fr.jalon.echanges.bornes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a file is read. A true file is far below each of these numbers; a file made to harm meets one of them first. An administrator
 * may raise them: {@code jalon.fichiers.…}.
 *
 * @param contenu              bytes of a file once unpacked
 * @param taux                 how many times bigger than what was received a file may become once unpacked
 * @param sansTaux             bytes below which this rate is not looked at
 * @param piece                bytes that one tag with its attributes, one comment or one instruction may take
 * @param profondeur           how deep tags may be in one another
 * @param nom                  characters of the name of a tag or an attribute
 * @param attributs            attributes of a tag, namespaces included
 * @param noms                 different names in a file
 * @param texte                characters of the text of a tag
 * @param balisesParDossier    tags of a dossier of the CAF or the MSA
 * @param personnesParDossier  persons of a dossier
 * @param rejets               dossiers rejected alone before the whole file is refused
 * @param organismes           payers in a file
 * @param duree                time given to any file
 * @param dureeParMega         time given besides for each megabyte received
 * @param lecturesDeTableurs   spreadsheets read at the same time
 */
@ConfigurationProperties("jalon.fichiers")
public record Bornes(@DefaultValue("20GB") DataSize contenu, @DefaultValue("200") int taux, @DefaultValue("64MB") DataSize sansTaux,
    @DefaultValue("256KB") DataSize piece, @DefaultValue("32") int profondeur, @DefaultValue("128") int nom, @DefaultValue("64") int attributs,
    @DefaultValue("5000") int noms, @DefaultValue("20000") int texte, @DefaultValue("20000") int balisesParDossier,
    @DefaultValue("100") int personnesParDossier, @DefaultValue("50000") int rejets, @DefaultValue("500") int organismes,
    @DefaultValue("10m") Duration duree, @DefaultValue("10s") Duration dureeParMega, @DefaultValue("1") int lecturesDeTableurs,
        @DefaultValue Tableur tableur) {

  /** As they are when nobody sets anything. */
  public static final Bornes ORDINAIRES = new Bornes(DataSize.ofGigabytes(20), 200, DataSize.ofMegabytes(64), DataSize.ofKilobytes(256), 32, 128, 64,
      5000, 20_000, 20_000, 100,
      50_000, 500, Duration.ofMinutes(10), Duration.ofSeconds(10), 1, Tableur.ORDINAIRES);

  /**
   * The same for spreadsheets.
   *
   * @param colonnes   columns of a sheet
   * @param lignes     rows that hold something
   * @param rangees    rows written in the file, blank ones included
   * @param cellules   cells that hold something
   * @param textes     texts shared by the cells of a workbook
   * @param caracteres characters of all the cells together
   * @param cellule    characters of one cell: what Excel itself allows
   * @param contenu    bytes of a workbook once unpacked
   * @param parties    files in a workbook
   * @param feuilles   sheets looked at before one that holds something is found
   */
  public record Tableur(@DefaultValue("200") int colonnes, @DefaultValue("50000") int lignes, @DefaultValue("1048576") int rangees,
      @DefaultValue("4000000") int cellules,
      @DefaultValue("1000000") int textes, @DefaultValue("30000000") long caracteres, @DefaultValue("32767") int cellule,
      @DefaultValue("400MB") DataSize contenu,
      @DefaultValue("2000") int parties, @DefaultValue("20") int feuilles) {

    static final Tableur ORDINAIRES = new Tableur(200, 50_000, 1_048_576, 4_000_000, 1_000_000, 30_000_000, 32_767,
        DataSize.ofMegabytes(400), 2000, 20);
  }

  /** The time a file of that size may take, in nanoseconds. */
  public long temps(long octets) {
    return duree.toNanos() + dureeParMega.toNanos() / 1024 * (octets / 1024);
  }
}
