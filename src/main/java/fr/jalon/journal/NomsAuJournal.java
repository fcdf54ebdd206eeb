package fr.jalon.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words in which the journal shows what a room writes in it, and on which screens. Each room that writes or shows persons has one such bean,
 * beside its pages: the journal stands below them and knows none. {@code LibellesDesActesTest} and {@code ToutEstTraceTest} fail for what a room
 * forgets, or names though it is no more.
 */
public interface NomsAuJournal {
  /** Says them. */
  void dire(Noms noms);

  /** What was said, by all the rooms. */
  final class Noms {
    private final Map<String, String> actes = new LinkedHashMap<>();
    private final Map<String, String> ecrans = new LinkedHashMap<>();

    Noms() {}

    /**
     * An act.
     *
     * @param code    as given to {@link Journal#tracer}
     * @param libelle in plain French
     * @throws IllegalStateException when it has a name already
     */
    public void acte(String code, String libelle) {
      exigerSeul(code, actes.put(code, libelle));
    }

    /**
     * A screen, in plain French.
     *
     * @param adresses without their numbers: {@code /dossier/{id}}
     * @throws IllegalStateException when one of them has a name already
     */
    public void ecran(String nom, String... adresses) {
      for (String adresse : adresses) {
        exigerSeul(adresse, ecrans.put(adresse, nom));
      }
    }

    private static void exigerSeul(String quoi, String avant) {
      if (avant != null) {
        throw new IllegalStateException("Deux noms pour « " + quoi + " » dans le journal");
      }
    }

    Map<String, String> actes() {
      return actes;
    }

    Map<String, String> ecrans() {
      return ecrans;
    }
  }
}
