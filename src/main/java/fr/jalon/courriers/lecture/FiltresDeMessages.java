package fr.jalon.courriers.lecture;

import fr.jalon.courriers.Canal;
import fr.jalon.ecran.AdresseDePage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of the list of messages; all of it is in the URL. {@code null} = no filter.
 *
 * @param file       where they stand
 * @param modele     code of the model
 * @param territoire territory id
 * @param du         first date borne by the message
 * @param au         last date borne by the message
 * @param nom        beginning of words of the name, without accents
 * @param page       from 1
 */
public record FiltresDeMessages(File file, Canal canal, String modele, Integer territoire, LocalDate du, LocalDate au, String nom, int page) {
  /** Defaults. */
  public FiltresDeMessages {
    file = file == null ? File.A_ENVOYER : file;
    modele = modele == null || modele.isBlank() ? null : modele;
    nom = nom == null || nom.isBlank() ? null : nom.strip();
    page = Math.max(1, page);
  }

  /** The messages looked at. */
  public enum File {
    /** Letters to print, SMS and e-mails that wait for their day. */
    A_ENVOYER("À envoyer", "A_ENVOYER"),
    /** In a batch, or on their way out. */
    EN_COURS("Dans un lot", "EN_COURS"),
    /** Nobody knows where to send them, or their address is too long. */
    SANS_ADRESSE("Adresse à donner", "SANS_ADRESSE"),
    /** Refused by the gateway. */
    ECHEC("Non partis", "ECHEC"),
    /** Came back. */
    NON_DISTRIBUE("Revenus", "NON_DISTRIBUE"),
    /** Posted, sent or handed over. */
    ENVOYE("Envoyés", "ENVOYE", "REMIS"),
    /** Kept in the application: no gateway. */
    EN_BOITE("Boîte d'envoi", "EN_BOITE"),
    /** Given up. */
    ABANDONNE("Abandonnés", "ABANDONNE");

    private final String libelle;
    private final String[] etats;

    File(String libelle, String... etats) {
      this.libelle = libelle;
      this.etats = etats;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }

    /** In the URL. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String[] etats() {
      return etats;
    }

    /** From the URL; unknown = what waits. */
    public static File de(String code) {
      for (File f : values()) {
        if (f.code().equals(code)) {
          return f;
        }
      }
      return A_ENVOYER;
    }
  }

  /** True when something besides the file is asked. */
  public boolean filtree() {
    return canal != null || modele != null || territoire != null || du != null || au != null || nom != null;
  }

  /** Address of the list with these filters, first page. */
  public AdresseDePage adresse() {
    Map<String, String> p = new LinkedHashMap<>();
    p.put("file", file == File.A_ENVOYER ? "" : file.code());
    p.put("canal", canal == null ? "" : canal.name());
    p.put("modele", modele);
    p.put("territoire", territoire == null ? "" : territoire.toString());
    p.put("du", du == null ? "" : du.toString());
    p.put("au", au == null ? "" : au.toString());
    p.put("nom", nom);
    return new AdresseDePage("/courriers", p);
  }
}
