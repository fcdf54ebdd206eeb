package fr.jalon.courriers.web;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.Modeles;
import fr.jalon.courriers.domaine.Modele;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.courriers.lecture.FiltresDeMessages.File;
import fr.jalon.courriers.lecture.LigneDeMessage;
import fr.jalon.courriers.lecture.LotDeLettres;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Liste;
import fr.jalon.structures.Territoire;
import fr.jalon.travaux.Travail;
import java.util.ArrayList;
import java.util.List;

/**
 * The page of the messages.
 *
 * @param lettres     letters that a batch would take with these filters
 * @param dus         SMS and e-mails that may leave today with these filters
 * @param lots        batches that wait for something
 * @param passerelles what is said of the gateways that are not set, or {@code null}
 * @param envoi      the last sending this agent asked for, or {@code null}
 */
public record PageDesCourriers(Liste<FiltresDeMessages, File, LigneDeMessage> liste, long lettres, long dus, List<LotDeLettres> lots,
    List<Territoire> territoires,
    Modeles modeles, String passerelles, Travail envoi) {

  /** Name of a model. */
  public String modele(String code) {
    return modeles.libelle(code);
  }

  /** Every model. */
  public List<Modele> tousLesModeles() {
    return modeles.tous();
  }

  /** Where a message goes. */
  public String ou(LigneDeMessage l) {
    if (l.canal() != Canal.LETTRE) {
      return l.vers() == null ? "Inconnu" : l.vers();
    }
    return l.codePostal() == null ? "Adresse inconnue" : l.codePostal() + " " + Francais.lieu(l.ville());
  }

  /** What became of it, in a few words; empty while it waits. */
  public String suite(LigneDeMessage l) {
    String suite = l.retour() != null ? l.retour()
        .libelle() : l.raison() != null ? l.raison() : l.envoyeLe() != null ? "le " + Francais.date(l.envoyeLe())
        : l.lotId() != null ? "lot " + l.lotId() : "";
    return l.renvoye() ? suite + (suite.isEmpty() ? "" : ", ") + "renvoyé depuis" : suite;
  }

  /** The filters in words, e.g. for the batch they make. */
  public String choix() {
    return enClair(liste.filtres(), modeles, territoires);
  }

  /** « Notification d'une orientation, Centre, jusqu'au 08/09/2025 », « Tout ce qui attend » without filter. */
  static String enClair(FiltresDeMessages f, Modeles modeles, List<Territoire> territoires) {
    List<String> mots = new ArrayList<>();
    if (f.modele() != null) {
      mots.add(modeles.libelle(f.modele()));
    }
    if (f.territoire() != null) {
      mots.add(territoires.stream().filter(t -> t.id() == f.territoire()).map(Territoire::nom).findFirst().orElse("territoire " + f.territoire()));
    }
    if (f.du() != null) {
      mots.add("depuis le " + Francais.date(f.du()));
    }
    if (f.au() != null) {
      mots.add("jusqu'au " + Francais.date(f.au()));
    }
    if (f.nom() != null) {
      // the words stay with the batch and are read by those who never searched her: they do not name her
      mots.add("une recherche par nom");
    }
    return mots.isEmpty() ? "Tout ce qui attend" : String.join(", ", mots);
  }
}
