package fr.jalon.socle;

import java.util.Arrays;
import java.util.Optional;

/** What a document kept about a person may be, known by its first bytes: its name says nothing. */
public enum NatureDeDocument {
  PDF("application/pdf", "pdf", new int[] {'%', 'P', 'D', 'F', '-'}),
  JPEG("image/jpeg", "jpg", new int[] {0xFF, 0xD8, 0xFF}),
  PNG("image/png", "png", new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

  private static final int NOM = 100;
  private final String type;
  private final String extension;
  private final int[] debut;

  NatureDeDocument(String type, String extension, int[] debut) {
    this.type = type;
    this.extension = extension;
    this.debut = debut;
  }

  /** Media type. */
  public String type() {
    return type;
  }

  /** What these bytes are; empty when they are none of them. */
  public static Optional<NatureDeDocument> de(byte[] contenu) {
    return Arrays.stream(values()).filter(n -> n.commence(contenu)).findFirst();
  }

  /**
   * A name to keep: without path nor control characters, short, with the extension of what it is. @param propose by whoever sends it, may be
   * {@code null}
   */
  public String nommer(String propose) {
    String nom = propose == null ? "" : propose.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
        .replaceAll("\\.[^.]{0,5}$", "").strip();
    nom = nom.length() > NOM ? nom.substring(0, NOM).strip() : nom;
    return (nom.isEmpty() ? "document" : nom) + "." + extension;
  }

  private boolean commence(byte[] contenu) {
    for (int i = 0; i < debut.length; i++) {
      if (i >= contenu.length || (contenu[i] & 0xFF) != debut[i]) {
        return false;
      }
    }
    return true;
  }
}
