package fr.jalon.ecran;

import fr.jalon.socle.DonneeDeSante;
import fr.jalon.socle.MontreSeulement;
import fr.jalon.socle.PersonneMontree;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is in what is about to be shown: each {@link PersonneMontree} found through the records, lists, maps and optionals of a model. Services,
 * texts and dates are not opened.
 */
public final class PersonnesMontrees {
  private static final ClassValue<Forme> FORMES = new ClassValue<>() {
    @Override
    protected Forme computeValue(Class<?> type) {
      return Forme.de(type);
    }
  };
  private final Set<Long> ids = new LinkedHashSet<>();
  private final Set<Object> vus = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean sante;

  private PersonnesMontrees() {}

  /** Those of a model, of an answer, of rows; nobody for {@code null}. */
  public static PersonnesMontrees de(Object modele) {
    PersonnesMontrees montrees = new PersonnesMontrees();
    montrees.parcourir(modele);
    return montrees;
  }

  /** Their numbers, each once, in the order met. */
  public List<Long> ids() {
    return List.copyOf(ids);
  }

  /** True when something of their health is told. */
  public boolean sante() {
    return sante;
  }

  private void parcourir(Object objet) {
    switch (objet) {
      case null -> { }
      case MontreSeulement m -> parcourir(m.montre());
      case Record r when r.getClass().getName().startsWith("fr.jalon.") -> ouvrir(r);
      case Map<?, ?> m -> m.forEach((cle, valeur) -> {
        parcourir(cle);
        parcourir(valeur);
      });
      case Collection<?> liste -> liste.forEach(this::parcourir);
      case Optional<?> o -> o.ifPresent(this::parcourir);
      case Object[] tableau -> java.util.Arrays.asList(tableau).forEach(this::parcourir);
      default -> { }
    }
  }

  private void ouvrir(Record r) {
    if (!vus.add(r)) {
      return;
    }
    Forme forme = FORMES.get(r.getClass());
    sante |= forme.sante();
    for (Champ champ : forme.champs()) {
      Object valeur = champ.lire(r);
      switch (champ.quoi()) {
        case PERSONNE -> noter(valeur);
        case SANTE -> sante |= valeur != null && !Boolean.FALSE.equals(valeur);
        case AUTRE -> parcourir(valeur);
      }
    }
  }

  private void noter(Object valeur) {
    switch (valeur) {
      case null -> { }
      case Long id -> ids.add(id);
      case long[] tous -> java.util.Arrays.stream(tous).forEach(ids::add);
      case Long[] tous -> Collections.addAll(ids, tous);
      case Collection<?> tous -> tous.forEach(this::noter);
      default -> throw new IllegalStateException("@PersonneMontree sur un " + valeur.getClass() + " : un numéro de personne est un long");
    }
  }

  private enum Quoi { PERSONNE, SANTE, AUTRE }

  private record Champ(Quoi quoi, MethodHandle lecture) {
    Object lire(Record r) {
      try {
        return lecture.invoke(r);
      } catch (Throwable e) {
        throw new IllegalStateException("Champ illisible de " + r.getClass().getName(), e);
      }
    }
  }

  /** What is worth reading in a record: learnt once. */
  private record Forme(boolean sante, List<Champ> champs) {
    static Forme de(Class<?> type) {
      List<Champ> champs = new ArrayList<>();
      for (RecordComponent c : type.getRecordComponents()) {
        Quoi quoi = c.isAnnotationPresent(PersonneMontree.class) ? Quoi.PERSONNE : c.isAnnotationPresent(DonneeDeSante.class)
            ? Quoi.SANTE : Quoi.AUTRE;
        if (quoi != Quoi.AUTRE || peutContenir(c.getType())) {
          champs.add(new Champ(quoi, lecture(c.getAccessor())));
        }
      }
      return new Forme(type.isAnnotationPresent(DonneeDeSante.class), List.copyOf(champs));
    }

    private static boolean peutContenir(Class<?> type) {
      return !type.isPrimitive() && !type.isEnum() && !Number.class.isAssignableFrom(type) && !CharSequence.class.isAssignableFrom(type)
          && !type.getName().startsWith("java.time.") && type != Boolean.class;
    }

    private static MethodHandle lecture(Method accesseur) {
      try {
        accesseur.setAccessible(true);
        return MethodHandles.lookup().unreflect(accesseur);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
