package fr.jalon.courriers;

/** How a message reaches a person. A SMS or an e-mail is written only when her number or address is known. */
public enum Canal {
  LETTRE, SMS, COURRIEL
}
