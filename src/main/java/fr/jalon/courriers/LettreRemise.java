package fr.jalon.courriers;

import fr.jalon.courriers.application.Destinataires;
import fr.jalon.courriers.application.Redaction;
import fr.jalon.courriers.domaine.Destinataire;
import fr.jalon.courriers.impression.BlocAdresse;
import fr.jalon.courriers.impression.Lettre;
import fr.jalon.courriers.impression.LettresEnPdf;
import fr.jalon.socle.PersonneMontree;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A letter printed at once by who writes it, to be handed or posted by them. It is not among the letters of the person, which every agent who prints
 * letters reads: for what few may know of her.
 */
@Component
public class LettreRemise {
  private final Destinataires destinataires;
  private final Redaction redaction;
  private final LettresEnPdf pdf;

  LettreRemise(Destinataires destinataires, Redaction redaction, LettresEnPdf pdf) {
    this.destinataires = destinataires;
    this.redaction = redaction;
    this.pdf = pdf;
  }

  /** What is printed, a tagged PDF, and for whom. */
  public record Feuille(@PersonneMontree long personneId, byte[] pdf) {}

  /**
   * The letter of a model, with the values of its variables; an address that is not known, or does not hold, is left out.
   *
   * @return empty when the agent may not see her
   */
  @Transactional(readOnly = true)
  public Optional<Feuille> imprimer(String modele, long personneId, LocalDate le, Map<String, String> valeurs) {
    Destinataire a = destinataires.lire(List.of(personneId)).get(personneId);
    if (a == null) {
      return Optional.empty();
    }
    Redaction.Encre encre = redaction.preparer(modele);
    Redaction.Redige texte = redaction.rediger(encre, Canal.LETTRE, a, le, valeurs);
    boolean tient = a.aUneAdresse() && BlocAdresse.de(a.surLEnveloppe(), a.adresse(), a.lieu()).isPresent();
    Lettre lettre = new Lettre(null, le, texte.objet(), a.surLEnveloppe(), tient ? a.adresseComplete() : "", texte.contenu(), encre.entete(),
        personneId);
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    pdf.ecrire(lettre.objet(), List.of(lettre), sortie);
    return Optional.of(new Feuille(personneId, sortie.toByteArray()));
  }
}
