package fr.jalon.orientation.lecture;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.orientation.domaine.MotifEntree;
import fr.jalon.structures.MaFiche;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of the list of new entrants; all of it is in the URL. {@code null} = no filter.
 *
 * @param file       which persons: late, near, on time, all who wait, or suspended
 * @param territoire territory id; {@link MaFiche#TOUS_LES_TERRITOIRES} when all were chosen
 * @param commune    INSEE code of the present address
 * @param nom        beginning of words of the name, without accents
 * @param page       from 1
 * @param convocation where she stands towards the informations collectives
 * @param session    id of a session she came to
 */
public record FiltresDEntrees(File file, Integer territoire, String commune, MotifEntree motif, String nom, int page, Convocation convocation, Long session) {
  /** Whatever became of her convocations. */
  public FiltresDEntrees(File file, Integer territoire, String commune, MotifEntree motif, String nom, int page) {
    this(file, territoire, commune, motif, nom, page, null, null);
  }

  /** Where a person stands towards the informations collectives. */
  public enum Convocation {
    A_CONVOQUER("À convoquer"),
    CONVOQUEES("Convoquées"),
    PRESENTES("Venues"),
    ABSENTES("Absentes au moins une fois");

    private final String libelle;

    Convocation(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** Defaults. */
  public FiltresDEntrees {
    file = file == null ? File.ATTENTE : file;
    commune = commune == null || commune.isBlank() ? null : commune.strip();
    nom = nom == null || nom.isBlank() ? null : nom.strip();
    page = Math.max(1, page);
  }

  /** The persons looked at. */
  public enum File {
    /** All who wait. */
    ATTENTE("En attente", "attente"),
    /** Legal limit past. */
    RETARD("En retard", "retard"),
    /** Target past, or limit near. */
    PROCHE("Proches", "proche"),
    /** There is time. */
    A_TEMPS("À temps", "a-temps"),
    /** Orientation recorded, its letter has not left. */
    A_POSTER("Lettres à poster", "a-poster"),
    /** Right suspended, or not soumise for now: nothing is due meanwhile. */
    SUSPENDUES("En pause", "suspendues");

    private final String libelle;
    private final String code;

    File(String libelle, String code) {
      this.libelle = libelle;
      this.code = code;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }

    /** In the URL. */
    public String code() {
      return code;
    }

    /** From the URL; unknown = all who wait. */
    public static File de(String code) {
      for (File f : values()) {
        if (f.code.equals(code)) {
          return f;
        }
      }
      return ATTENTE;
    }
  }

  /** True when something besides the file is asked. */
  public boolean filtree() {
    return MaFiche.choisi(territoire) != null || commune != null || motif != null || nom != null || convocation != null || session != null;
  }

  /** Address of the list with these filters, first page. */
  public AdresseDePage adresse() {
    Map<String, String> p = new LinkedHashMap<>();
    p.put("file", file == File.ATTENTE ? "" : file.code());
    p.put("territoire", territoire == null ? "" : territoire.toString());
    p.put("commune", commune);
    p.put("motif", motif == null ? "" : motif.name());
    p.put("nom", nom);
    p.put("convocation", convocation == null ? "" : convocation.name());
    p.put("session", session == null ? "" : session.toString());
    return new AdresseDePage("/nouveaux-entrants", p);
  }
}
