package fr.jalon.echanges.caf.ligne;

import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.echanges.caf.vraisemblance.Raison;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The report of a load in a few French lines. */
final class RapportEnClair {
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private RapportEnClair() {}

  static void ecrire(Rapport r, PrintWriter sortie) {
    switch (r.statut()) {
      case "REFUSE" -> {
        sortie.println(r.fichier() + " : REFUSÉ" + (r.ligne() == null ? "" : " (ligne " + r.ligne() + ")") + ". " + r.motif());
        if (r.ecartSeul()) {
          sortie.println("  Pour accepter l'écart : --accepter-ecart \"raison\".");
        }
      }
      case "RETENU" -> {
        sortie.println(r.fichier() + " : RETENU. "
            + (Raison.comparent(r.raisons()) ? "Il ne ressemble pas au fichier précédent" : "Quelque chose y surprend") + " ; rien n'est chargé.");
        ecrire("à vérifier", r.raisons(), sortie);
        sortie.println("  Demandez à la caisse ce qui s'est passé ; pour le charger quand même : --accepter-ecart \"raison\".");
      }
      case "DEJA_CHARGE" -> sortie.println(r.fichier() + " : " + r.motif());
      default -> {
        sortie.printf("%s : chargé en %.1f s (%s %s au %s)%n", r.fichier(), r.dureeMs() / 1000.0, r.format(), r.nature()
            .toLowerCase(java.util.Locale.FRENCH),
            r.dateReference().format(JOUR));
        sortie.printf("  foyers    : %d créés, %d modifiés, %d inchangés (%d dossiers lus, %d annoncés)%n", r.foyers().crees(), r.foyers().modifies(),
            r.foyers().inchanges(), r.dossiersLus(), r.dossiersAnnonces());
        sortie.printf("  personnes : %d créées, %d modifiées, %d inchangées ; %d nouveaux entrants à orienter%n", r.personnes().creees(),
            r.personnes().modifiees(),
            r.personnes().inchangees(), r.nouveauxEntrants());
        ecrire("accepté   ", r.raisons(), sortie);
        dire(r.mouvements().get("DOSSIERS_DEPASSES"),
            "dossier(s) d'une caisse dont un envoi écrit après celui-ci est déjà chargé : rien n'en est retenu", sortie);
        dire(r.mouvements().get("SANS_TERRITOIRE"), "personne(s) sans territoire : commune absente ou non reconnue", sortie);
        dire(r.mouvements().get("SDD_INCONNU"), "adulte(s) dont aucun fichier n'a dit s'ils ont des droits et devoirs", sortie);
        dire(r.mouvements().get("NIR_LAISSES"), "numéro(s) de sécurité sociale laissés de côté : voir le rapport du fichier", sortie);
        dire(r.mouvements().get("VALEURS_LAISSEES"), "valeur(s) fausses d'enfants laissées de côté : voir le rapport du fichier", sortie);
        r.rejets().forEach(x -> sortie.printf("  rejet     : ligne %d, demande %s, %s%s : %s%n", x.ligne(), x.numeroDemande(), x.balise(),
            x.valeur() == null ? "" : " « " + x.valeur() + " »", x.raison()));
      }
    }
  }

  private static void dire(Integer nombre, String quoi, PrintWriter sortie) {
    if (nombre != null) {
      sortie.printf("  attention : %d %s%n", nombre, quoi);
    }
  }

  /** Why it is held, or what was accepted. */
  private static void ecrire(String quoi, List<Raison> raisons, PrintWriter sortie) {
    raisons.forEach(r -> sortie.println("  " + quoi + ": " + r.enClair()));
  }
}
