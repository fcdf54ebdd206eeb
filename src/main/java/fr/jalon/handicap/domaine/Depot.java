package fr.jalon.handicap.domaine;

import fr.jalon.socle.Fautes;
import fr.jalon.socle.Nir;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * That a file was filed, as read from a form.
 *
 * @param le        the day; @param maison the Département whose MDPH or MDA has it, {@code 06} or {@code 2A}
 * @param reference its number there, empty when it is not known
 */
public record Depot(LocalDate le, String maison, String reference) {
  /** Longest number, in characters. */
  public static final int REFERENCE = 40;
  private static final Pattern MAISON = Pattern.compile("\\d{2,3}|2[AB]");

  /** What is wrong in the place and the number. */
  static Fautes fautes(Fautes fautes, String maison, String reference) {
    return fautes.exiger(MAISON.matcher(maison).matches(), "maison", "MAISON_ILLISIBLE",
            "Écrivez le numéro du Département de la MDPH ou de la MDA : 06, 07, 2A.")
        .exiger(reference.length() <= REFERENCE, "reference", "REFERENCE_LONGUE",
            "Écrivez le numéro du dossier en %d caractères au plus.".formatted(REFERENCE))
        .exiger(Nir.masquer(reference).equals(reference), "reference", "REFERENCE_EST_UN_NIR",
            "Cela ressemble à un numéro de sécurité sociale : écrivez le numéro donné par la MDPH, ou rien.");
  }

  /** @param auPlusTot first day it can have been; @throws fr.jalon.socle.SaisieRefusee with every field that is wrong */
  public void verifier(LocalDate auPlusTot, LocalDate aujourdhui) {
    fautes(Jours.exiger(new Fautes(), "le", le, auPlusTot, aujourdhui), maison, reference).lever();
  }
}
