package fr.jalon.ecran;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A kind of thing that is edited: which parts of its form are compared before a save, and how they are called on screen. The form is a
 * record whose components bear the names of the fields. Immutable: {@code champ} and {@code etat} return another one.
 */
public final class Fiche {
  private final String chose;
  private final String nom;
  private final boolean nommee;
  private final Map<String, Champ> champs;

  /**
   * @param saisi  false for what the page shows and the form does not write (an access withdrawn): it makes a page stale too
   * @param secret true for a password: it is never read back, shown nor kept
   */
  private record Champ(String libelle, UnaryOperator<String> enClair, boolean saisi, boolean secret) {}

  private Fiche(String chose, String nom, boolean nommee, Map<String, Champ> champs) {
    this.chose = chose;
    this.nom = nom;
    this.nommee = nommee;
    this.champs = champs;
  }

  /** @param chose code, capitals, without colon; @param nom as in a sentence: {@code ce lieu} */
  public static Fiche de(String chose, String nom) {
    return new Fiche(chose, nom, true, Map.of());
  }

  /** A field shown as it is typed. */
  public Fiche champ(String champ, String libelle) {
    return champ(champ, libelle, UnaryOperator.identity());
  }

  /** A field. @param libelle as in the form; @param enClair from a code to what is read on screen */
  public Fiche champ(String champ, String libelle, UnaryOperator<String> enClair) {
    return avec(champ, new Champ(libelle, enClair, true, false));
  }

  /** A box: ticked or not. */
  public Fiche coche(String champ, String libelle) {
    return champ(champ, libelle, v -> v.isEmpty() ? "non" : "oui");
  }

  /** A password or a token: typed or left empty, never read back. */
  public Fiche secret(String champ) {
    return avec(champ, new Champ("", _ -> "", true, true));
  }

  /** What the page shows and this form does not write. */
  public Fiche etat(String champ, String libelle) {
    return etat(champ, libelle, UnaryOperator.identity());
  }

  /** What the page shows and this form does not write. @param enClair from a code to what is read on screen */
  public Fiche etat(String champ, String libelle, UnaryOperator<String> enClair) {
    return avec(champ, new Champ(libelle, enClair, false, false));
  }

  /** The same, of which nobody keeps who saved it last: it is about a person. */
  public Fiche sansAuteur() {
    return new Fiche(chose, nom, false, champs);
  }

  boolean nommee() {
    return nommee;
  }

  private Fiche avec(String champ, Champ quoi) {
    Map<String, Champ> tous = new LinkedHashMap<>(champs);
    tous.put(champ, quoi);
    return new Fiche(chose, nom, nommee, tous);
  }

  String chose() {
    return chose;
  }

  String nom() {
    return nom;
  }

  /** What a form shows. @param cle which one of its kind */
  Version version(Object cle, Record formulaire) {
    Map<String, List<String>> valeurs = new LinkedHashMap<>();
    for (RecordComponent c : formulaire.getClass().getRecordComponents()) {
      List<String> lues = champs.containsKey(c.getName()) ? textes(lire(c, formulaire)) : List.of();
      if (!lues.isEmpty()) {
        valeurs.put(c.getName(), lues);
      }
    }
    return new Version(chose, String.valueOf(cle), valeurs);
  }

  /** A mark of what was typed, to know it again; {@code null} when it holds a secret, of which nothing is kept. */
  String marque(Version saisie) {
    return champs.entrySet().stream().anyMatch(c -> c.getValue().secret() && !saisie.de(c.getKey()).isEmpty()) ? null : saisie.empreinte();
  }

  /** True when what may be typed is the same. */
  boolean pareilles(Version une, Version autre) {
    return champs.entrySet().stream().filter(c -> c.getValue().saisi()).allMatch(c -> une.de(c.getKey()).equals(autre.de(c.getKey())));
  }

  /**
   * What the agent wants, over what there is now: her values where she changed something, the present ones everywhere else.
   *
   * @param vue     what she had under her eyes
   * @param siennes fields where she takes the other's value
   */
  <F extends Record> F fusionner(Version vue, F saisie, F presente, Set<String> siennes) {
    Version voulue = version(vue.cle(), saisie);
    RecordComponent[] composants = saisie.getClass().getRecordComponents();
    Object[] valeurs = new Object[composants.length];
    Class<?>[] types = new Class<?>[composants.length];
    for (int i = 0; i < composants.length; i++) {
      String champ = composants[i].getName();
      Champ quoi = champs.get(champ);
      boolean laPresente = quoi != null && (!quoi.saisi() || siennes.contains(champ) || voulue.de(champ).equals(vue.de(champ)));
      valeurs[i] = lire(composants[i], laPresente ? presente : saisie);
      types[i] = composants[i].getType();
    }
    try {
      @SuppressWarnings("unchecked")
      Constructor<F> faire = (Constructor<F>) saisie.getClass().getDeclaredConstructor(types);
      faire.setAccessible(true);
      return faire.newInstance(valeurs);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What changed between two versions, in the order of the form. @param voulue what she typed, or {@code null} for an act without fields */
  List<Difference> differences(Version vue, Version maintenant, Version voulue) {
    List<Difference> differences = new ArrayList<>();
    champs.forEach((champ, quoi) -> {
      List<String> avant = vue.de(champ);
      List<String> apres = maintenant.de(champ);
      if (!avant.equals(apres)) {
        List<String> mien = voulue == null || !quoi.saisi() ? apres : voulue.de(champ);
        boolean touche = !mien.equals(avant) && !mien.equals(apres);
        differences.add(new Difference(champ, quoi.libelle(), enClair(quoi, avant), enClair(quoi, apres), touche ? enClair(quoi, mien) : null));
      }
    });
    return differences;
  }

  private static String enClair(Champ quoi, List<String> valeurs) {
    return valeurs.isEmpty() ? enClair(quoi, "") : valeurs.stream().map(v -> enClair(quoi, v)).collect(Collectors.joining(", "));
  }

  /** A version comes from outside: a code that nobody knows is shown as it is. */
  private static String enClair(Champ quoi, String valeur) {
    try {
      return quoi.enClair().apply(valeur);
    } catch (IllegalArgumentException | java.time.DateTimeException _) {
      return valeur;
    }
  }

  private static Object lire(RecordComponent c, Record formulaire) {
    try {
      c.getAccessor().setAccessible(true);
      return c.getAccessor().invoke(formulaire);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a browser would send it: an unchecked box and an empty text are nothing; the order of a list does not count. */
  private static List<String> textes(Object valeur) {
    return switch (valeur) {
      case null -> List.of();
      case Boolean b -> b ? List.of("true") : List.of();
      case Collection<?> c -> c.stream().flatMap(v -> textes(v).stream()).sorted().toList();
      case Enum<?> e -> List.of(e.name());
      default -> {
        String texte = valeur.toString().replace("\r\n", "\n").strip();
        yield texte.isEmpty() ? List.of() : List.of(texte);
      }
    };
  }
}
