package fr.jalon.ecran;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What is asked of a list: a record whose components bear the names of its address. Spring fills it from the address, a controller takes it as a
 * parameter; it writes itself back in links. A component that its constructor never leaves {@code null} says where the list opens (its tab); the
 * others filter, and are {@code null} when they do not.
 */
public interface Filtres {
  /** What an address says of a number when all was chosen, where saying nothing would be another choice: the territories of a référent. */
  String TOUS = "0";

  /** Path of the list; its spreadsheet is at {@code /export} under it. */
  String chemin();

  /** Page shown, from 1; an object because an address may say none. */
  Integer page();

  /** A text as typed, {@code null} when there is none. */
  static String texte(String tape) {
    return tape == null || tape.isBlank() ? null : tape.strip();
  }

  /** The page asked, the first when none is. */
  static int page(Integer demandee) {
    return demandee == null ? 1 : Math.max(1, demandee);
  }

  /** Address of the list with these filters, first page. What is as when nothing is asked is left out. */
  default AdresseDePage adresse() {
    Object rien = sansRien();
    Map<String, String> parametres = new LinkedHashMap<>();
    for (RecordComponent c : getClass().getRecordComponents()) {
      if (!c.getName().equals("page")) {
        parametres.put(c.getName(), ecrire(valeur(c, this), valeur(c, rien)));
      }
    }
    return new AdresseDePage(chemin(), parametres);
  }

  /** The same address with another value, {@code null} for none. @param nom name of a component */
  default AdresseDePage avec(String nom, Object valeur) {
    return adresse().avec(nom, ecrire(valeur, valeur(composant(nom), sansRien())));
  }

  /** Address of this very page, to come back to. */
  default AdresseDePage ici() {
    return adresse().avec("page", page() > 1 ? String.valueOf(page()) : "");
  }

  /** Address of the same tab without any filter. */
  default AdresseDePage sansFiltre() {
    Object rien = sansRien();
    AdresseDePage adresse = adresse();
    for (RecordComponent c : getClass().getRecordComponents()) {
      if (valeur(c, rien) == null) {
        adresse = adresse.avec(c.getName(), c.getName().equals("territoire") ? TOUS : "");
      }
    }
    return adresse;
  }

  /** What names a person: never kept in a view. */
  default Set<String> surUnePersonne() {
    return Set.of("nom");
  }

  /** The same address, without what names a person: what a view keeps. */
  default AdresseDePage sansPersonne() {
    AdresseDePage adresse = adresse();
    for (String nom : surUnePersonne()) {
      adresse = adresse.sans(nom);
    }
    return adresse;
  }

  /** True when something besides the tab is asked. */
  default boolean filtree() {
    Object rien = sansRien();
    Map<String, String> parametres = adresse().parametres();
    return Arrays.stream(getClass().getRecordComponents()).filter(c -> valeur(c, rien) == null).map(c -> parametres.get(c.getName()))
        .anyMatch(v -> v != null && !v.equals(TOUS));
  }

  private static String ecrire(Object valeur, Object rien) {
    return Objects.equals(valeur, rien) ? "" : Filtre.ecrire(valeur);
  }

  private RecordComponent composant(String nom) {
    return Arrays.stream(getClass().getRecordComponents()).filter(c -> c.getName().equals(nom)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(nom));
  }

  /** The record when the address asks nothing. */
  private Object sansRien() {
    RecordComponent[] composants = getClass().getRecordComponents();
    return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(getClass()), new Object[composants.length]);
  }

  private static Object valeur(RecordComponent c, Object filtres) {
    return ReflectionUtils.invokeMethod(c.getAccessor(), filtres);
  }
}
