package fr.jalon.allocataires.constat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What recording a file changed. Counted as it goes; read at the end. */
public final class Bilan {
  /** A foyer that could not be recorded, and why. The value of a NIR is never given. */
  public record Rejet(FoyerConstate foyer, int ligne, String balise, String valeur, String raison) {}

  /** What was left aside in a foyer that is recorded. */
  public record Anomalie(FoyerConstate foyer, int ligne, String balise, String raison) {}

  private int foyersCrees;
  private int foyersModifies;
  private int foyersInchanges;
  private int personnesCreees;
  private int personnesModifiees;
  private int personnesInchangees;
  private int doublonsPossibles;
  private final Map<String, Integer> mouvements = new TreeMap<>();
  private final List<Rejet> rejets = new ArrayList<>();
  private final List<Anomalie> anomalies = new ArrayList<>();

  /** Counts a foyer: new, changed or not. */
  public void foyer(boolean nouveau, boolean modifie) {
    if (nouveau) {
      foyersCrees++;
    } else if (modifie) {
      foyersModifies++;
    } else {
      foyersInchanges++;
    }
  }

  /** Counts a person: new, changed or not. */
  public void personne(boolean nouvelle, boolean modifiee) {
    if (nouvelle) {
      personnesCreees++;
    } else if (modifiee) {
      personnesModifiees++;
    } else {
      personnesInchangees++;
    }
  }

  /** Counts persons whose foyer has not changed. */
  public void personnesInchangees(int nombre) {
    personnesInchangees += nombre;
  }

  /** Counts a possible duplicate given to an agent. */
  public void doublonPossible() {
    doublonsPossibles++;
  }

  /** Counts a movement: DROIT_OUVERT, DROIT_SUSPENDU:06, DROIT_CLOS:ECH, ABSENT, DEMENAGEMENT, ARRIVEE, DEPART… */
  public void mouvement(String code) {
    mouvements.merge(code, 1, Integer::sum);
  }

  /** Counts several movements of a kind. */
  public void mouvements(String code, int nombre) {
    mouvements.merge(code, nombre, Integer::sum);
  }

  /** Keeps what was left aside in a foyer that is recorded. */
  public void signaler(Anomalie anomalie) {
    anomalies.add(anomalie);
  }

  /** What was left aside since the last call. */
  public List<Anomalie> prendreAnomalies() {
    List<Anomalie> prises = List.copyOf(anomalies);
    anomalies.clear();
    return prises;
  }

  /** Keeps a rejected foyer. */
  public void rejeter(Rejet rejet) {
    rejets.add(rejet);
  }

  public int foyersCrees() {
    return foyersCrees;
  }

  public int foyersModifies() {
    return foyersModifies;
  }

  public int foyersInchanges() {
    return foyersInchanges;
  }

  public int personnesCreees() {
    return personnesCreees;
  }

  public int personnesModifiees() {
    return personnesModifiees;
  }

  public int personnesInchangees() {
    return personnesInchangees;
  }

  public int doublonsPossibles() {
    return doublonsPossibles;
  }

  /** Movements by code. */
  public Map<String, Integer> mouvements() {
    return mouvements;
  }

  /** Foyers rejected since the last call. */
  public List<Rejet> prendreRejets() {
    List<Rejet> pris = List.copyOf(rejets);
    rejets.clear();
    return pris;
  }
}
