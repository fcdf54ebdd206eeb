package fr.jalon.echanges.caf.flux;

import fr.jalon.allocataires.constat.FoyerConstate.Anomalie;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What is wrong about a person of a dossier who is not one of its adults does not reject it: the right of her parents does not wait for it. The
 * value is left aside and listed, and she is read without; when she cannot be, she is left aside herself. Who may be an adult still rejects the
 * dossier.
 */
final class FautesDesEnfants {
  /** Values left aside of one person before she is. A choice of Jalon: nothing is left to read then. */
  private static final int FAUTES = 20;
  private static final String DEMANDER = " Demandez la correction à la CAF ou à la MSA.";
  private final BiPredicate<String, String> codeConnu;
  private final List<Anomalie> anomalies;
  private final Dossier original;
  private Dossier lisible;

  /** @param anomalies where to add what is left aside */
  FautesDesEnfants(Dossier dossier, BiPredicate<String, String> codeConnu, List<Anomalie> anomalies) {
    this.original = dossier;
    this.lisible = dossier;
    this.codeConnu = codeConnu;
    this.anomalies = anomalies;
  }

  /** Empties a tag that cannot be read; throws it again when it is not in the block of a child. */
  void laisser(DossierRejete cause) {
    Bloc personne = original.racine().enfants().stream()
        .filter(b -> b.nom().equals("Personne") && cause.bloc() != null && contient(b, cause.bloc().place())).findFirst().orElse(null);
    if (personne == null || !enfant(personne)) {
      throw cause;
    }
    vider(personne, cause);
  }

  /** Reads a person; {@code null} when she is left aside. */
  PersonneConstatee lire(Bloc personne, Function<Bloc, PersonneConstatee> lecture) {
    int avant = anomalies.size();
    int faites = 0;
    while (true) {
      int debut = anomalies.size();
      try {
        PersonneConstatee lue = lecture.apply(lisible.bloc(personne.place()));
        if (!lue.adulte() && personne.texte("DTNAI") == null) {
          anomalies.add(new Anomalie(personne.ligne(), "DTNAI",
              nom(personne) + " : la date de naissance (DTNAI) manque. La personne est enregistrée sans elle." + DEMANDER));
        }
        return lue;
      } catch (DossierRejete cause) {
        // what was listed in this reading is listed again by the next one
        anomalies.subList(debut, anomalies.size()).clear();
        if (!enfant(personne)) {
          throw cause;
        }
        if (faites < FAUTES && cause.bloc() != null && cause.bloc().texte() != null) {
          vider(personne, cause);
          faites++;
        } else {
          anomalies.subList(avant, anomalies.size()).clear();
          anomalies.add(new Anomalie(cause.ligne() == 0 ? personne.ligne() : cause.ligne(), cause.balise(),
              nom(personne) + " : la balise " + cause.balise()
              + (cause.bloc() != null && cause.bloc().texte() != null ? " est impossible ou inconnue" : " manque ou ne se lit pas")
              + ". Cette personne est laissée de côté, les autres du dossier sont enregistrées." + DEMANDER));
          return null;
        }
      }
    }
  }

  private void vider(Bloc personne, DossierRejete cause) {
    if (lisible == original) {
      lisible = original.copie();
    }
    lisible.remplacer(cause.bloc().place(), null);
    anomalies.add(new Anomalie(cause.ligne(), cause.balise(),
        nom(personne) + " : la valeur " + (cause.valeur() == null ? "" : "« " + cause.valeur() + " » ") + "de la balise "
        + cause.balise() + " est impossible ou inconnue. La personne est enregistrée sans elle." + DEMANDER));
  }

  /** True when a role that can be read says so and none says the contrary: who may be an adult is never left aside. */
  private boolean enfant(Bloc personne) {
    List<String> roles = personne.tous("ROLEPERS").stream().map(Bloc::texte).filter(r -> r != null && codeConnu.test("ROLEPERS", r)).toList();
    return !roles.isEmpty() && roles.stream().noneMatch(PersonneConstatee::roleDAdulte);
  }

  private static boolean contient(Bloc bloc, int place) {
    return place > bloc.place() && place < bloc.fin();
  }

  private static String nom(Bloc personne) {
    String prenom = personne.texte("PRENOM");
    String nom = personne.texte("NOM") != null ? personne.texte("NOM") : personne.texte("NOMNAI");
    return prenom == null && nom == null ? "Une personne sans nom" : prenom == null ? nom : nom == null ? prenom : prenom + " " + nom;
  }
}
