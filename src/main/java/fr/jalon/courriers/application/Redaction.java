package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.domaine.Destinataire;
import fr.jalon.courriers.domaine.Entete;
import fr.jalon.ecran.Francais;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Merges a model with a person: the common variables, then the model's own. */
@Component
public class Redaction {
  private final Modeles modeles;
  private final Entetes entetes;

  Redaction(Modeles modeles, Entetes entetes) {
    this.modeles = modeles;
    this.entetes = entetes;
  }

  /** A text as it leaves. @param contenu HTML for a letter and an e-mail, plain for a SMS */
  public record Redige(String objet, String contenu) {}

  /** What stays the same for all the messages of a model written together. */
  public record Encre(Modeles.EnVigueur version, Modeles.Prets prets, Entete entete, String departement) {}

  /** @throws IllegalArgumentException when the model does not exist */
  public Encre preparer(String modele) {
    Modeles.EnVigueur version = modeles.enVigueur(modele);
    return new Encre(version, modeles.prets(version), entetes.enVigueur(), entetes.departement());
  }

  /** The same with texts that are not kept yet: a preview. */
  public Encre essayer(Modeles.EnVigueur essai) {
    return new Encre(essai, Modeles.Prets.de(essai.textes()), entetes.enVigueur(), entetes.departement());
  }

  /** @throws IllegalArgumentException when a value of the model is missing */
  public Redige rediger(Encre encre, Canal canal, Destinataire a, LocalDate le, Map<String, String> valeurs) {
    Map<String, String> toutes = new HashMap<>();
    toutes.put("civilite", a.civilite());
    toutes.put("prenom", a.prenom());
    toutes.put("nom", a.nom());
    toutes.put("adresse", a.adresseComplete());
    toutes.put("date", Francais.longue(le));
    toutes.put("departement", encre.departement());
    toutes.put("expediteur", encre.entete().expediteur());
    toutes.put("contact", encre.entete().contact());
    toutes.put("telephone", encre.entete().telephone());
    toutes.put("recours", encre.entete().recours());
    toutes.put("signature", encre.entete().signature());
    toutes.putAll(valeurs);
    return new Redige(encre.prets().objet().fusionner(toutes), switch (canal) {
      case LETTRE -> encre.prets().lettre().fusionner(toutes);
      case COURRIEL -> encre.prets().courriel().fusionner(toutes);
      case SMS -> encre.prets().sms().fusionner(toutes);
    });
  }
}
