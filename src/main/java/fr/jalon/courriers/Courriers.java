package fr.jalon.courriers;

import fr.jalon.courriers.application.AbandonnerDesMessages;
import fr.jalon.courriers.application.CompleterDesMessages;
import fr.jalon.courriers.application.CorrigerDesMessages;
import fr.jalon.courriers.application.EcrireDesMessages;
import fr.jalon.courriers.application.Modeles;
import fr.jalon.courriers.lecture.LettresDesObjets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The door of the letters. Every command joins the transaction of its caller and writes many messages at once. */
@Service
public class Courriers {
  private final EcrireDesMessages ecrire;
  private final AbandonnerDesMessages abandonner;
  private final CompleterDesMessages completer;
  private final CorrigerDesMessages corriger;
  private final LettresDesObjets lettres;
  private final Modeles modeles;

  Courriers(EcrireDesMessages ecrire, AbandonnerDesMessages abandonner, CompleterDesMessages completer, CorrigerDesMessages corriger,
      LettresDesObjets lettres,
      Modeles modeles) {
    this.modeles = modeles;
    this.lettres = lettres;
    this.ecrire = ecrire;
    this.abandonner = abandonner;
    this.completer = completer;
    this.corriger = corriger;
  }

  /**
   * Writes messages, to be printed or sent. A letter is always written, and waits when she has no address; a SMS or an e-mail is written when
   * her number or address is known. When no channel asked reaches her, one message is written all the same and waits with those without address.
   *
   * @return ids, one per message written
   * @throws IllegalArgumentException when no file describes the model, or one of its variables has no value (an empty value is one)
   */
  public List<Long> ecrire(List<Demande> demandes) {
    return demandes.isEmpty() ? List.of() : ecrire.executer(demandes);
  }

  /**
   * Writes the SMS and e-mails of a model that are missing about objects already told, for who became reachable since: with what she was told last by
   * one of these other models. What was already written since then, given up or not, is not written again.
   *
   * @param manques what should be written, by object and day; those that exist are left alone
   * @param deja    the models that told the object
   * @return how many were written
   */
  public int completer(String modele, Collection<String> deja, List<Manque> manques) {
    return manques.isEmpty() ? 0 : completer.executer(modele, deja, manques);
  }

  /**
   * A message that should exist.
   *
   * @param le      day from which it may leave
   * @param valeurs what is true today, whatever she was told then
   */
  public record Manque(long personneId, long objetId, LocalDate le, Map<String, String> valeurs) {}

  /**
   * Writes again the messages about these objects that have not left yet and say otherwise; those that left, and letters already in a batch, stay
   * as they are.
   *
   * @param valeurs what is true today, laid over the other values of each message
   * @param motif   why, in a sentence; kept with each message
   * @return how many were written again, of the agent's perimeter
   */
  public int corriger(Collection<String> modeles, Collection<Long> objets, Map<String, String> valeurs, String motif) {
    return objets.isEmpty() ? 0 : corriger.executer(modeles, objets, valeurs, motif);
  }

  /**
   * A sentence of a model, chosen by who writes, to be given as the value of a variable.
   *
   * @param valeurs values of its own variables
   * @throws IllegalArgumentException when the model has no such sentence, or a value is missing
   */
  public String phrase(String modele, String nom, Map<String, String> valeurs) {
    return modeles.modele(modele).phrase(nom, valeurs);
  }

  /** The letters of an act just done, to be printed. @param modele what they tell; @param objets the rows of the asking room they are about */
  public LettresDUnActe lettres(String modele, Collection<Long> objets) {
    return lettres.compter(modele, objets);
  }

  /** Gives up messages about these objects that have not left yet: the act they tell is undone. @return how many */
  public int abandonner(String modele, Collection<Long> objets) {
    return abandonner(modele, objets, "L'acte a été annulé.");
  }

  /** The same for another reason. @param motif why, in a sentence; kept with each message */
  public int abandonner(String modele, Collection<Long> objets, String motif) {
    return objets.isEmpty() ? 0 : abandonner.dObjets(modele, objets, motif);
  }

  /**
   * Of these objects, those of which a message has left, or is on its way: whoever it is for must hear when it is no longer so.
   *
   * @param depuis written since then
   */
  public Set<Long> partis(String modele, Collection<Long> objets, OffsetDateTime depuis) {
    return objets.isEmpty() ? Set.of() : lettres.partis(modele, objets, depuis);
  }
}
