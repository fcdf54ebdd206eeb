package fr.jalon.donnees.ligne;

import fr.jalon.demarrage.Commande;
import fr.jalon.donnees.application.PersonneAPurger;
import fr.jalon.donnees.application.PersonnesAPurger;
import fr.jalon.donnees.application.Purger;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./jalon purge}: who is past the time her dossier is kept; with {@code --faire}, erases. */
@Component
@Command(name = "purge", description = "Dit quels dossiers ont dépassé leur durée de conservation. N'efface rien sans --faire.",
    footer = {"", "Les durées sont dans Paramètres (conservation). Un dossier se retrouve par son numéro : /dossier/NUMÉRO."})
class PurgeCommande implements Commande {
  private final PersonnesAPurger aPurger;
  private final Purger purger;
  private final Clock horloge;
  @Option(names = "--faire", description = "Effacer vraiment. Rien ne revient, sauf d'une sauvegarde d'avant.")
  private boolean faire;

  PurgeCommande(PersonnesAPurger aPurger, Purger purger, Clock horloge) {
    this.aPurger = aPurger;
    this.purger = purger;
    this.horloge = horloge;
  }

  @Override
  public Integer call() {
    PrintStream sortie = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    LocalDate jour = LocalDate.now(horloge);
    if (faire) {
      Purger.Bilan b = purger.executer(jour, "commande:" + System.getProperty("user.name"));
      sortie.printf("Effacés : %d dossiers en entier, %d accompagnements dont les comptes gardent l'identité. Gardés pour un contentieux : %d.%n",
          b.identites(), b.suivis(), b.contentieux());
      return 0;
    }
    List<PersonneAPurger> tous = aPurger.au(jour);
    tous.forEach(p -> sortie.printf("%10d  %s  %s%n", p.personneId(), p.fin(), p.decision()));
    sortie.printf("Au %s : %d dossiers ont dépassé leur durée, %d seraient touchés. Rien n'a été effacé ; pour le faire : ./jalon purge --faire%n",
        jour, tous.size(),
        tous.stream().filter(PersonneAPurger::aFaire).count());
    return 0;
  }
}
