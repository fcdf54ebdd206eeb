package fr.jalon.echanges.caf.ligne;

import fr.jalon.echanges.caf.application.Rapport;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;

/** The report of a load in a few French lines. */
final class RapportEnClair {
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private RapportEnClair() {}

  static void ecrire(Rapport r, PrintWriter sortie) {
    switch (r.statut()) {
      case "REFUSE" -> sortie.println(r.fichier() + " : REFUSÉ" + (r.ligne() == null ? "" : " (ligne " + r.ligne() + ")") + ". " + r.motif());
      case "DEJA_CHARGE" -> sortie.println(r.fichier() + " : " + r.motif());
      default -> {
        sortie.printf("%s : chargé en %.1f s (%s %s au %s)%n", r.fichier(), r.dureeMs() / 1000.0, r.format(), r.nature().toLowerCase(java.util.Locale.FRENCH),
            r.dateReference().format(JOUR));
        sortie.printf("  foyers    : %d créés, %d modifiés, %d inchangés (%d dossiers lus, %d annoncés)%n", r.foyers().crees(), r.foyers().modifies(),
            r.foyers().inchanges(), r.dossiersLus(), r.dossiersAnnonces());
        sortie.printf("  personnes : %d créées, %d modifiées, %d inchangées ; %d nouveaux entrants à orienter%n", r.personnes().creees(), r.personnes().modifiees(),
            r.personnes().inchangees(), r.nouveauxEntrants());
        r.rejets().forEach(x -> sortie.printf("  rejet     : ligne %d, demande %s, %s%s : %s%n", x.ligne(), x.numeroDemande(), x.balise(),
            x.valeur() == null ? "" : " « " + x.valeur() + " »", x.raison()));
      }
    }
  }
}
