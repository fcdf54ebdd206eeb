package fr.jalon.demo.generation;

import java.io.OutputStream;
import java.time.LocalDate;

/**
 * A file to write and the day it is received.
 *
 * @param nom        name of the file; {@code .gz} and {@code .zip} are compressed
 * @param contenu    writes the XML, or {@code null} when the file is already there (sent once, loaded twice)
 * @param copieDe    name of the file of which it is a copy, or {@code null}
 * @param tronque    cut before its end
 * @param rang       order among those received the same day
 */
record Envoi(String nom, String nature, LocalDate recuLe, EnTete enTete, Contenu contenu, String copieDe, boolean tronque, String attendu,
    boolean accepterEcart, String raison, int rang) {

  /** Writes a file whole and closes the stream. */
  interface Contenu {
    void ecrire(OutputStream sortie);
  }

  static final String MENSUEL = "BENEFICIAIRE_MENSUEL";
  static final String QUOTIDIEN = "BENEFICIAIRE_QUOTIDIEN";
  static final String FINANCIER = "FINANCIER";
  static final String CREANCE = "CREANCE";

  /** An ordinary file. */
  static Envoi ordinaire(String nom, String nature, LocalDate recuLe, EnTete enTete, Contenu contenu, int rang) {
    return new Envoi(nom, nature, recuLe, enTete, contenu, null, false, "CHARGE", false, "", rang);
  }

  Envoi recu(LocalDate le) {
    return new Envoi(nom, nature, le, enTete, contenu, copieDe, tronque, attendu, accepterEcart, raison, rang);
  }

  Envoi nomme(String autreNom) {
    return new Envoi(autreNom, nature, recuLe, enTete, contenu, copieDe, tronque, attendu, accepterEcart, raison, rang);
  }

  /** The same file sent once more. */
  Envoi renvoye(String autreNom, LocalDate le) {
    return new Envoi(autreNom, nature, le, enTete, null, nom, false, "DEJA_CHARGE", false, "Le même fichier, envoyé deux fois.", rang + 1);
  }

  /** Cut before its end. */
  Envoi coupe() {
    return new Envoi(nom, nature, recuLe, enTete, contenu, null, true, "REFUSE", false, "Le fichier est coupé avant sa fin.", rang);
  }

  Envoi refuse(String pourquoi) {
    return new Envoi(nom, nature, recuLe, enTete, contenu, copieDe, tronque, "REFUSE", false, pourquoi, rang);
  }

  /** The file already there, loaded once more with the disagreement accepted. */
  Envoi accepte(LocalDate le, String pourquoi) {
    return new Envoi(nom, nature, le, enTete, null, null, false, "CHARGE", true, pourquoi, rang + 1);
  }
}
