package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.Passerelles.Passerelle;
import fr.jalon.courriers.domaine.Destinataire;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends one SMS at once, of which nothing is kept. */
@Component
public class EnvoiImmediat {
  private static final int DERNIERS = 4;
  private final Destinataires destinataires;
  private final Passerelles passerelles;

  EnvoiImmediat(Destinataires destinataires, Passerelles passerelles) {
    this.destinataires = destinataires;
    this.passerelles = passerelles;
  }

  /** True when SMS leave from somewhere. */
  public boolean possible() {
    return passerelles.de(Canal.SMS).isPresent();
  }

  /** @return last figures of the telephone; @throws RefusMetier when it could not leave */
  public String sms(long personneId, String texte) {
    Destinataire a = destinataires.lire(List.of(personneId)).get(personneId);
    if (a == null || a.telephone() == null) {
      throw new RefusMetier("CODE_SANS_MOBILE", "Aucun téléphone mobile n'est connu pour elle : notez-le d'abord, ou signez autrement.");
    }
    Passerelle p = passerelles.de(Canal.SMS).orElseThrow(() -> new RefusMetier("CODE_SANS_PASSERELLE",
        "Votre Département n'envoie pas de SMS : l'administration règle la passerelle ; signez autrement en attendant."));
    try {
      new DepartDesSms(p, passerelles.secret(Canal.SMS)).envoyer(new Depart.Partant(0, Canal.SMS, a.telephone(), "", texte));
    } catch (Depart.NonParti nonParti) {
      throw new RefusMetier("CODE_PAS_PARTI", nonParti.getMessage() + " Signez autrement, ou réessayez.");
    }
    return a.telephone().substring(a.telephone().length() - DERNIERS);
  }
}
