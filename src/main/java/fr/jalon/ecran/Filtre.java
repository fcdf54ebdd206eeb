package fr.jalon.ecran;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One filter of a list, as its page declares it: its field in the form, and the chip that says it is on and takes it away.
 *
 * @param nom     name in the address
 * @param libelle label of the field
 * @param genre   kind of field
 * @param valeur  as the address writes it; empty when it filters nothing
 * @param rien    what the address says when it filters nothing, mostly nothing
 * @param choix   for a choice, from which to choose, with what means no filter first
 * @param puce    what the chip says; empty when it is off
 */
public record Filtre(String nom, String libelle, Genre genre, String valeur, String rien, List<Choix> choix, String puce) {
  /** Kinds of fields. */
  public enum Genre { TEXTE, JOUR, CHOIX, SANS_CHAMP }

  /** A choice of a list. @param valeur as the address writes it */
  public record Choix(String valeur, String libelle) {}

  /** The name of a person, beginning of words. */
  public static Filtre nom(String nom) {
    return new Filtre("nom", "Nom", Genre.TEXTE, ecrire(nom), "", List.of(), nom == null ? "" : "Nom : " + nom);
  }

  /** A day. */
  public static Filtre jour(String nom, String libelle, LocalDate jour) {
    return new Filtre(nom, libelle, Genre.JOUR, ecrire(jour), "", List.of(), jour == null ? "" : libelle + " " + Francais.date(jour));
  }

  /** One of the values of an enum. @param tous what is said when all are shown, « Tous » */
  public static <E extends Enum<E>> Filtre choix(String nom, String libelle, String tous, E[] valeurs, Function<E, String> enClair, E choisie) {
    return choix(nom, libelle, tous, "", Arrays.asList(valeurs), e -> e, enClair, choisie);
  }

  /** One of these things, by what names it in the address. @param rien what the address says when all are shown */
  public static <T> Filtre choix(String nom, String libelle, String tous, String rien,
      List<T> valeurs, Function<T, Object> cle, Function<T, String> enClair, Object choisie) {
    List<Choix> choix = new java.util.ArrayList<>(List.of(new Choix(rien, tous)));
    valeurs.forEach(v -> choix.add(new Choix(ecrire(cle.apply(v)), enClair.apply(v))));
    String valeur = ecrire(choisie).equals(rien) ? "" : ecrire(choisie);
    return new Filtre(nom, libelle, Genre.CHOIX, valeur, rien, choix, valeur.isEmpty() ? "" : choix.stream().filter(c -> c.valeur().equals(valeur))
        .map(Choix::libelle).findFirst().orElse(libelle));
  }

  /** A filter that a link sets and no field: its chip alone. */
  public static Filtre sansChamp(String nom, String puce, Object valeur) {
    return new Filtre(nom, "", Genre.SANS_CHAMP, ecrire(valeur), "", List.of(), valeur == null ? "" : puce);
  }

  /** True when the form has a field for it. */
  public boolean aUnChamp() {
    return genre != Genre.SANS_CHAMP && (genre != Genre.CHOIX || choix.size() > 2 || !valeur.isEmpty());
  }

  /** True when what it asks is none of what it offers: a référent who left, a territory that is no more. */
  public boolean inconnu() {
    return genre == Genre.CHOIX && !valeur.isEmpty() && choix.stream().noneMatch(c -> c.valeur().equals(valeur));
  }

  /** As an address writes a value: {@code a-poster} for {@code A_POSTER}, {@code 2025-10-20}; empty for {@code null}. */
  static String ecrire(Object valeur) {
    return switch (valeur) {
      case null -> "";
      case Enum<?> e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-');
      default -> valeur.toString();
    };
  }
}
