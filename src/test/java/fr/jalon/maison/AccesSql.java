package fr.jalon.maison;

/**
 * SQL of a room that names what is another's.
 *
 * @param piece whose SQL it is
 * @param quoi  table, view or function of another room, {@code schema.name}
 * @param ecrit its rows are written; else they are read, or the function called
 * @param ou    file, or function, view, policy, trigger, foreign key of the catalogue
 */
record AccesSql(String piece, String quoi, boolean ecrit, String ou) {
  String chez() {
    return quoi.substring(0, quoi.indexOf('.'));
  }

  private int pente() {
    return Niveaux.de(chez()) - Niveaux.de(piece);
  }

  boolean monte() {
    return pente() > 0;
  }

  boolean aCote() {
    return pente() == 0;
  }

  @Override
  public String toString() {
    return "%s %s %s (%s)".formatted(piece, ecrit ? "écrit" : "lit", quoi, ou);
  }
}
