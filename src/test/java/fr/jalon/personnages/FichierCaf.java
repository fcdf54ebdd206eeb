package fr.jalon.personnages;

import static fr.jalon.personnages.Balise.bloc;
import static fr.jalon.personnages.Balise.feuille;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A CAF or MSA file of the tests, right until it is spoiled:
 * {@code FichierCaf.mensuel("2025-09-30").avec(dossier("071", "00000000001").avec(demandeur("TIFOUR", "SOPHIE").sdd()))}.
 */
public final class FichierCaf {
  /** The formats Jalon loads. */
  public enum Format {
    VRSB("VRSB0801", "InfosFoyerRSA"), VRSD("VRSD0301", "InfosFoyerRSA"), VRSF("VRSF0501", "InfosFinancieresFoyerRSA"),
        VRSC("VRSC0201", "InfosCreanceFoyerRSA");

    private final String nom;
    private final String dossier;

    Format(String nom, String dossier) {
      this.nom = nom;
      this.dossier = dossier;
    }

    String dossier() {
      return dossier;
    }

    boolean beneficiaires() {
      return this == VRSB || this == VRSD;
    }
  }

  private final Format format;
  private final String periodicite;
  private final String reference;
  private String creation;
  private final List<Balise> dossiers = new ArrayList<>();
  private final List<Balise> totaux = new ArrayList<>();
  private String annonces;
  private Charset encodage = Charset.forName("windows-1252");
  private String declaration = "<?xml version=\"1.0\" encoding=\"windows-1252\"?>";
  private boolean bom;
  private boolean surUneLigne;
  private boolean brut;
  private String prologue = "";
  private String racine = "Racine";
  private final List<Consumer<Balise>> defauts = new ArrayList<>();

  private FichierCaf(Format format, String periodicite, String reference) {
    this.format = format;
    this.periodicite = periodicite;
    this.reference = reference;
    this.creation = reference;
  }

  /** Monthly file of beneficiaries (VRSB) true at a date. */
  public static FichierCaf mensuel(String reference) {
    return new FichierCaf(Format.VRSB, "M", reference);
  }

  /** Daily file of beneficiaries (VRSB). */
  public static FichierCaf journalier(String reference) {
    return new FichierCaf(Format.VRSB, "J", reference);
  }

  /** A file of another format. */
  public static FichierCaf de(Format format, String periodicite, String reference) {
    return new FichierCaf(format, periodicite, reference);
  }

  /** Adds dossiers as they stand now: what becomes of them later does not change this file. */
  public FichierCaf avec(DossierCaf... nouveaux) {
    for (DossierCaf d : nouveaux) {
      dossiers.add(d.balise(format));
    }
    return this;
  }

  /** Adds a dossier written in another format. */
  public FichierCaf avec(DossierCaf dossier, Format autreFormat) {
    dossiers.add(dossier.balise(autreFormat));
    return this;
  }

  /** Day the payer made it. */
  public FichierCaf creeLe(String jour) {
    creation = jour;
    return this;
  }

  /** Number of dossiers announced, whatever it holds. */
  public FichierCaf annonce(String nombre) {
    annonces = nombre;
    return this;
  }

  /** A total of amounts (VRSF): name of the block and euros. */
  public FichierCaf total(String nom, String euros) {
    totaux.add(bloc(nom, feuille("MTTOTRSA", euros)));
    return this;
  }

  /** Encoding of the bytes and what the file says of it ({@code null}: nothing). */
  public FichierCaf encode(String charset, String declare) {
    encodage = Charset.forName(charset);
    declaration = declare == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declare + "\"?>";
    return this;
  }

  /** UTF-8 and its byte order mark. */
  public FichierCaf avecBom() {
    encode("UTF-8", "UTF-8");
    bom = true;
    return this;
  }

  public FichierCaf surUneLigne() {
    surUneLigne = true;
    return this;
  }

  /** Texts are markup: comments, CDATA, entities. */
  public FichierCaf brut() {
    brut = true;
    return this;
  }

  /** Between the declaration and the root. */
  public FichierCaf prologue(String texte) {
    prologue = texte;
    return this;
  }

  public FichierCaf racine(String nom) {
    racine = nom;
    return this;
  }

  /** Spoils the whole file at will: header, dossiers, footer. */
  public FichierCaf gate(Consumer<Balise> defaut) {
    defauts.add(defaut);
    return this;
  }

  /** The file as text. */
  public String texte() {
    boolean nouveau = format == Format.VRSD;
    Balise contenu = bloc(racine, bloc("IdentificationFlux", feuille("APPLIEME", "CRI"), feuille("NUMVERSIONAPPLIEME", "6200"),
        nouveau ? feuille("VERSIONFLUX", "0301") : null, feuille("TYPEFLUX", periodicite), feuille("NATFLUX", "D"), feuille("DTCREAFLUX", creation),
        feuille("HEUCREAFLUX", "01:18:36.0000"), feuille("DTREF", reference), nouveau ? feuille("TYPEPARTE", "CG ") : null,
        nouveau ? feuille("IDEPARTE", "007") : null));
    contenu.ajouter(dossiers.toArray(Balise[]::new));
    if (!totaux.isEmpty()) {
      contenu.ajouter(bloc("TotalisationAcompte", totaux.toArray(Balise[]::new)));
    }
    contenu.ajouter(bloc("TransmissionFlux", feuille("NBTOTDOSRSATRANSM", annonces == null ? "%08d".formatted(dossiers.size()) : annonces),
        feuille("NBTOTDOSRSATRANSMANO", "00000000")));
    defauts.forEach(d -> d.accept(contenu));
    String saut = surUneLigne ? "" : "\n";
    StringBuilder xml = new StringBuilder(declaration).append(declaration.isEmpty() ? "" : saut).append(prologue);
    contenu.ecrire(xml, "", saut, brut);
    return xml.toString();
  }

  /** The file as bytes. */
  public byte[] octets() {
    byte[] texte = texte().getBytes(encodage);
    if (!bom) {
      return texte;
    }
    byte[] avecBom = Arrays.copyOf("\ufeff".getBytes(StandardCharsets.UTF_8), 3 + texte.length);
    System.arraycopy(texte, 0, avecBom, 3, texte.length);
    return avecBom;
  }

  /** Writes it in a folder under a name. */
  public Path dans(Path dossier, String nom) {
    return ecrire(dossier, nom, octets());
  }

  /** Writes bytes in a folder under a name. */
  public static Path ecrire(Path dossier, String nom, byte[] octets) {
    try {
      return Files.write(dossier.resolve(nom), octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes compressed by gzip. */
  public static byte[] gz(byte[] octets) {
    return compresser(sortie -> {
      try (OutputStream gz = new GZIPOutputStream(sortie)) {
        gz.write(octets);
      }
    });
  }

  /** A zip archive: a name ended by {@code /} is a folder, the others hold the bytes. */
  public static byte[] zip(byte[] octets, String... noms) {
    return compresser(sortie -> {
      try (ZipOutputStream zip = new ZipOutputStream(sortie)) {
        for (String nom : noms) {
          zip.putNextEntry(new ZipEntry(nom));
          if (!nom.endsWith("/")) {
            zip.write(octets);
          }
          zip.closeEntry();
        }
      }
    });
  }

  private interface Compression {
    void dans(OutputStream sortie) throws IOException;
  }

  private static byte[] compresser(Compression compression) {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    try {
      compression.dans(sortie);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sortie.toByteArray();
  }
}
