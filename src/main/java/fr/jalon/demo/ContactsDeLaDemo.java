package fr.jalon.demo;

import fr.jalon.accompagnement.application.ReprendreDesContacts;
import fr.jalon.accompagnement.application.ReprendreDesContacts.Contact;
import fr.jalon.accompagnement.domaine.GenreDeContact;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.NoterUneRencontre;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year of contacts of the référents with those they follow: about one a month, about one a week in an intensive portfolio, some absences, some
 * persons whom nobody has seen for long, a few never met. No plan publishes such figures: these are inventions that only look like a file active.
 * Drawn from the numbers of the persons: the same each time.
 */
@Component
class ContactsDeLaDemo {
  private static final int MOIS = 13;
  private static final int LOT = 5000;
  private static final int JAMAIS_VUES = 6;
  private static final int PERDUES = 9;
  private static final int ENTRE_DEUX = 24;
  /** In an intensive portfolio: those who keep the rhythm of a week, in a hundred, and the days between two contacts of the others. */
  private static final int DANS_LE_RYTHME = 70;
  private static final int HORS_DU_RYTHME = 10;
  private static final List<String> DITS = List.of("Point sur les démarches en cours.", "A envoyé trois candidatures.",
      "La garde des enfants reste à trouver.",
      "Cherche un logement plus près de Privas.", "Attend une réponse de l'organisme de formation.", "Le permis est réussi.",
      "Préfère travailler le matin.",
      "A commencé l'atelier numérique.", "Papiers de retraite à rassembler.", "Voudrait changer de métier.", "N'a plus de voiture depuis un mois.",
      "Content de son immersion.");
  private static final List<String> DECIDES = List.of("Rappeler la caisse.", "Apporter le CV la prochaine fois.", "Inscription à l'atelier mobilité.",
      "Visite de la crèche.", "Relire la lettre ensemble.", "", "", "");
  private static final List<GenreDeContact> GENRES = List.of(GenreDeContact.BUREAU, GenreDeContact.BUREAU,
      GenreDeContact.BUREAU, GenreDeContact.BUREAU,
      GenreDeContact.BUREAU, GenreDeContact.TELEPHONE, GenreDeContact.TELEPHONE, GenreDeContact.TELEPHONE,
      GenreDeContact.DOMICILE, GenreDeContact.VISIO);
  private final ReprendreDesContacts reprendre;
  private final NoterUneRencontre rencontres;
  private final TransactionTemplate transaction;
  private final Horloge horloge;
  private final JdbcClient base;

  ContactsDeLaDemo(ReprendreDesContacts reprendre, NoterUneRencontre rencontres, TransactionTemplate transaction, Horloge horloge,
      @Qualifier("chargement") JdbcClient base) {
    this.reprendre = reprendre;
    this.rencontres = rencontres;
    this.transaction = transaction;
    this.horloge = horloge;
    this.base = base;
  }

  /**
   * @param recente true when her orientation was recorded as it was notified: her first meeting is known; the others were followed before Jalon
   * @param intensifDepuis day she entered the intensive portfolio of that référent, {@code null} when she is in none
   * @param vue     true when the agenda already knows that she came since her orientation
   */
  private record Suivie(long personneId, int organisation, Integer referent, LocalDate notifieLe, LocalDate intensifDepuis, boolean recente,
          boolean vue) {}

  /** Writes them, once. */
  void jouer() {
    if (base.sql("select exists (select from accompagnement.contact)").query(Boolean.class).single()) {
      return;
    }
    LocalDate jour = LocalDate.now(horloge);
    List<Contact> contacts = new ArrayList<>();
    List<Contact> premieres = new ArrayList<>();
    for (Suivie s : suivies()) {
      Random hasard = new Random(s.personneId() * 41);
      if (hasard.nextInt(100) < JAMAIS_VUES && s.recente()) {
        continue;
      }
      LocalDate le = ouvre((s.recente() ? s.notifieLe().plusDays(4) : jour.minusMonths(MOIS)).plusDays(hasard.nextInt(ENTRE_DEUX)));
      LocalDate fin = hasard.nextInt(100) < PERDUES ? jour.minusDays(40L + hasard.nextInt(200)) : jour;
      boolean premiere = true;
      while (le.isBefore(fin)) {
        Contact c = contact(s, le, premiere, hasard);
        contacts.add(c);
        if (premiere && s.recente() && !s.vue()) {
          premieres.add(c);
        }
        premiere = false;
        le = ouvre(le.plusDays(entreDeux(s, le, hasard)));
      }
    }
    for (int i = 0; i < contacts.size(); i += LOT) {
      reprendre.executer(contacts.subList(i, Math.min(contacts.size(), i + LOT)));
    }
    transaction.executeWithoutResult(_ -> premieres.forEach(c ->
        rencontres.executer(c.personneId(), c.le(), c.presence(), c.motif(), c.organisation())));
  }

  private static Contact contact(Suivie s, LocalDate le, boolean premiere, Random hasard) {
    int tirage = premiere ? 0 : hasard.nextInt(100);
    EtatEntretien presence = tirage < 86 ? EtatEntretien.PRESENTE : tirage < 94 ? EtatEntretien.EXCUSEE : EtatEntretien.ABSENTE;
    boolean vue = presence == EtatEntretien.PRESENTE;
    return new Contact(s.personneId(), le, premiere ? GenreDeContact.BUREAU : GENRES.get(hasard.nextInt(GENRES.size())), presence,
        presence == EtatEntretien.EXCUSEE ? Empechement.values()[hasard.nextInt(Empechement.values().length)] : null,
        vue ? 15 * (1 + hasard.nextInt(4)) : null, vue ? DITS.get(hasard.nextInt(DITS.size())) : "",
        vue ? DECIDES.get(hasard.nextInt(DECIDES.size())) : "", s.referent(), s.organisation());
  }

  private static int entreDeux(Suivie s, LocalDate le, Random hasard) {
    int ordinaire = ENTRE_DEUX + hasard.nextInt(ENTRE_DEUX / 2);
    if (s.intensifDepuis() == null) {
      return ordinaire;
    }
    int intensif = s.personneId() % 100 < DANS_LE_RYTHME ? 4 + hasard.nextInt(3) : HORS_DU_RYTHME + hasard.nextInt(HORS_DU_RYTHME);
    int jusquALEntree = (int) le.until(s.intensifDepuis(), java.time.temporal.ChronoUnit.DAYS);
    return jusquALEntree <= 0 ? intensif : Math.min(ordinaire, jusquALEntree);
  }

  private static LocalDate ouvre(LocalDate jour) {
    return jour.getDayOfWeek() == DayOfWeek.SATURDAY ? jour.plusDays(2) : jour.getDayOfWeek() == DayOfWeek.SUNDAY ? jour.plusDays(1) : jour;
  }

  private List<Suivie> suivies() {
    return base.sql("""
        select s.personne_id, s.organisation_id as organisation, s.referent_id as referent, s.notifie_le, i.entre_le as intensif_depuis, s.saisi_le::date <= s.notifie_le + 31 as recente,
          exists (select from rendezvous.convocation c join rendezvous.session z on z.id = c.session_id where c.personne_id = s.personne_id
            and c.etat = 'PRESENTE' and z.jour >= s.notifie_le) as vue
        from orientation.suivi s left join accompagnement.intensif i on i.personne_id = s.personne_id and i.referent_id = s.referent_id and i.etat = 'EN_COURS'
        where s.etat = 'EN_COURS' and not s.a_poster and s.referent_id is not null order by s.personne_id""")
        .query(Suivie.class).list();
  }
}
