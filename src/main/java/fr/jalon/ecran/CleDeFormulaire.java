package fr.jalon.ecran;

import java.util.UUID;

/** The number a form bears when it is shown: sent twice, what it writes is written once. */
public final class CleDeFormulaire {
  private static final String FORME = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  private CleDeFormulaire() {}

  /** That of the form received; a new one for a form that bears none, or one that cannot be read. @param recue may be {@code null} */
  public static String de(String recue) {
    return recue != null && recue.matches(FORME) ? recue : UUID.randomUUID().toString();
  }
}
