package fr.jalon.courriers.lecture;

import fr.jalon.courriers.Canal;
import fr.jalon.ecran.Filtres;
import fr.jalon.structures.MaFiche;
import java.time.LocalDate;

/**
 * What is asked of the list of messages.
 *
 * @param file       where they stand
 * @param modele     code of the model
 * @param territoire territory id
 * @param du         first date borne by the message
 * @param au         last date borne by the message
 * @param nom        beginning of words of the name, without accents
 */
public record FiltresDeMessages(File file, Canal canal, String modele, Integer territoire, LocalDate du, LocalDate au, String nom, Integer page)
    implements Filtres {
  /** Defaults. */
  public FiltresDeMessages {
    file = file == null ? File.A_ENVOYER : file;
    modele = Filtres.texte(modele);
    territoire = MaFiche.choisi(territoire);
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
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

    String[] etats() {
      return etats;
    }
  }

  @Override
  public String chemin() {
    return "/courriers";
  }
}
