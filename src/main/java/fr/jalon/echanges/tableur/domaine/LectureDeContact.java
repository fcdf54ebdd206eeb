package fr.jalon.echanges.tableur.domaine;

import fr.jalon.accompagnement.domaine.GenreDeContact;
import fr.jalon.accompagnement.domaine.NouveauContact;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.SaisieRefusee;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Reads a row as a contact that took place before Jalon; what a form would refuse is refused in the same words. */
public final class LectureDeContact {
  private static final Map<String, Champ> CHAMPS = Map.of("le", Champ.CONTACT_LE, "genre", Champ.CONTACT_GENRE, "presence", Champ.PRESENCE,
      "duree", Champ.DUREE, "dit", Champ.DIT, "decide", Champ.DECIDE);

  private LectureDeContact() {}

  /**
   * A contact as a row states it.
   *
   * @param contact of nobody yet; its reason of absence is never known
   * @param tenuPar name or e-mail of the référent who held it, or {@code null}
   */
  public record ContactLu(NouveauContact contact, String tenuPar) {}

  /** @return what is read, to be used when nothing is wrong only */
  public static ContactLu lire(Cases cases, LocalDate aujourdhui) {
    int avant = cases.erreurs().size();
    LocalDate le = cases.champ(Champ.CONTACT_LE, cases::jour);
    GenreDeContact genre = cases.champ(Champ.CONTACT_GENRE, LectureDeContact::genre);
    EtatEntretien presence = cases.champ(Champ.PRESENCE, LectureDeContact::presence);
    boolean lisible = cases.erreurs().size() == avant;
    NouveauContact contact = new NouveauContact(0, le, genre, cases.texte(Champ.PRESENCE) == null ? EtatEntretien.PRESENTE : presence,
        Empechement.AUTRE, minutes(cases.texte(Champ.DUREE)), ou(cases.texte(Champ.DIT)), ou(cases.texte(Champ.DECIDE)), UUID.randomUUID());
    if (lisible) {
      try {
        contact.verifier(aujourdhui);
      } catch (SaisieRefusee refus) {
        refus.fautes().forEach((champ, faute) -> cases.refuser(CHAMPS.get(champ), champ.equals("genre")
            ? "Il manque le type de contact : écrivez au bureau, téléphone, domicile, visio, courriel ou rencontre." : faute.getMessage()));
      }
    }
    return new ContactLu(contact, cases.texte(Champ.TENU_PAR));
  }

  private static String ou(String texte) {
    return texte == null ? "" : texte;
  }

  /** {@code 45}, {@code 45 min}, {@code 1 h 30}, {@code 1:30}. */
  private static String minutes(String texte) {
    if (texte == null) {
      return "";
    }
    String net = texte.toLowerCase(java.util.Locale.FRENCH).replace(" ", "");
    if (net.matches("\\d{1,2}(h|:)\\d{0,2}(min|mn)?")) {
      String[] parts = net.replaceAll("[^0-9]+", " ").split(" ");
      return String.valueOf(Integer.parseInt(parts[0]) * 60 + (parts.length < 2 ? 0 : Integer.parseInt(parts[1])));
    }
    return net.replaceAll("(minutes?|min|mn)$", "").replaceAll("[.,]0+$", "");
  }

  private static GenreDeContact genre(String texte) {
    String cle = CleDeRecherche.de(texte);
    return switch (cle) {
      case "bureau", "au bureau", "entretien", "rendez vous", "rdv", "entretien physique", "physique", "presentiel", "permanence", "accueil" ->
          GenreDeContact.BUREAU;
      case "telephone", "par telephone", "tel", "appel", "appel telephonique", "entretien telephonique", "telephonique" -> GenreDeContact.TELEPHONE;
      case "domicile", "a domicile", "visite a domicile", "vad", "visite" -> GenreDeContact.DOMICILE;
      case "visio", "en visio", "visioconference", "en visioconference" -> GenreDeContact.VISIO;
      case "courriel", "mail", "e mail", "email", "message", "sms", "par courriel ou message", "par courriel", "courrier" -> GenreDeContact.COURRIEL;
      case "rencontre", "rencontre imprevue", "rencontre fortuite" -> GenreDeContact.RENCONTRE;
      default -> throw new IllegalArgumentException("« " + texte
          + " » n'est pas un type de contact : écrivez au bureau, téléphone, domicile, visio, courriel ou rencontre.");
    };
  }

  private static EtatEntretien presence(String texte) {
    return switch (CleDeRecherche.de(texte)) {
      case "present", "presente", "presence", "oui", "o", "venu", "venue", "honore", "fait", "realise", "1", "x" -> EtatEntretien.PRESENTE;
      case "excuse", "excusee", "absence excusee", "absent excuse", "absente excusee" -> EtatEntretien.EXCUSEE;
      case "absent", "absente", "absence", "absence non excusee", "non", "n", "non venu", "non venue", "non honore", "0" -> EtatEntretien.ABSENTE;
      default -> throw new IllegalArgumentException("« " + texte + " » ne dit pas si elle était là : écrivez présente, excusée ou absente.");
    };
  }
}
