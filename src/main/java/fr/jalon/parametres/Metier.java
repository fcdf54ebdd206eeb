package fr.jalon.parametres;

/** One métier of the ROME. @param code a letter and four digits: {@code G1602}; @param libelle {@code Personnel de cuisine} */
public record Metier(String code, String libelle) {
  /** As read and kept: {@code G1602 Personnel de cuisine}. */
  public String enClair() {
    return code + " " + libelle;
  }
}
