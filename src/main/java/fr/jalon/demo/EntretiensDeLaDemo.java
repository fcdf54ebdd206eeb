package fr.jalon.demo;

import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.SaisieDePermanence;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.socle.RefusMetier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Two permanences in each territory on the day the demonstration is set in: some of their slots are given, and a few persons are invited to choose.
 */
@Component
class EntretiensDeLaDemo {
  private static final int SEMAINES = 8;
  private static final int MINUTES = 45;
  private static final int RENDEZ_VOUS = 6;
  private static final int INVITATIONS = 2;
  private static final int RECUES = 16;
  private static final List<String> NOMS = List.of("Lambert", "Faure", "Giraud", "Perrin", "Blanc", "Robin", "Meunier", "Colin", "Vasseur", "Marchal",
      "Aubert", "Tessier", "Picard",
      "Hamon", "Royer", "Maillard", "Barbier", "Arnaud", "Benoit", "Carlier", "Deschamps", "Ferrand", "Guillot", "Jacob");
  private final TenirLesPermanences permanences;
  private final DonnerUnRendezVous donner;
  private final Horloge horloge;
  private final JdbcClient base;

  EntretiensDeLaDemo(TenirLesPermanences permanences, DonnerUnRendezVous donner, Horloge horloge, @Qualifier("chargement") JdbcClient base) {
    this.permanences = permanences;
    this.donner = donner;
    this.horloge = horloge;
    this.base = base;
  }

  private record Lieu(int id, int territoire, Integer referente) {}

  /** Opens and gives, once. */
  void jouer() {
    if (base.sql("select exists (select from rendezvous.permanence)").query(Boolean.class).single()) {
      return;
    }
    int rang = 0;
    for (Lieu lieu : base.sql("""
        select min(l.id) as id, l.territoire_id as territoire, (select min(r.id) from structures.compte_de_referent c join structures.referent r on r.id = c.referent_id
          join structures.organisation o on o.id = r.organisation_id where l.territoire_id = any (o.territoires)) as referente
        from rendezvous.lieu l where l.actif group by 2 order by 2""").query(Lieu.class).list()) {
      // the account of a référent is shown: she receives too
      ouvrir(lieu, lieu.referente() == null ? "Mme " + NOMS.get(rang % NOMS.size()) : "", lieu.referente(), DayOfWeek.MONDAY,
          LocalTime.of(9, 0), LocalTime.of(12, 0));
      if (lieu.referente() != null) {
        ouvrir(lieu, "", lieu.referente(), DayOfWeek.WEDNESDAY, LocalTime.of(13, 30), LocalTime.of(17, 15));
        recevoir(lieu.referente());
      }
      ouvrir(lieu, "M. " + NOMS.get((rang + 1) % NOMS.size()), null, DayOfWeek.THURSDAY, LocalTime.of(13, 30), LocalTime.of(16, 30));
      prendre(lieu.territoire());
      rang += 2;
    }
  }

  private void ouvrir(Lieu lieu, String agent, Integer referent, DayOfWeek jour, LocalTime debut, LocalTime fin) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    permanences.ouvrir(new SaisieDePermanence(lieu.id(), agent, referent,
        new HorairesDePermanence(jour, debut, fin, MINUTES, referent == null ? aujourdhui.plusDays(1) : aujourdhui, aujourdhui.plusWeeks(SEMAINES))));
  }

  /** Whom she follows and sees these days: the mornings of Monday and the afternoons of Wednesday fill from today on. */
  private void recevoir(int referente) {
    List<Long> personnes = base.sql("""
        select s.personne_id from orientation.suivi s where s.referent_id = ? and s.etat = 'EN_COURS' and not s.a_poster and s.personne_id % 4 = 1
          and not exists (select from rendezvous.convocation c where c.personne_id = s.personne_id and c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE'))
        order by s.personne_id limit ?""").params(referente, RECUES).query(Long.class).list();
    List<Long> creneaux = base.sql("""
        select k.id from rendezvous.creneau k join rendezvous.permanence p on p.id = k.permanence_id where p.referent_id = ?
        order by k.jour, k.debut, k.id""").param(referente).query(Long.class).list();
    for (int i = 0; i < Math.min(personnes.size(), creneaux.size()); i++) {
      donnerSiPossible(personnes.get(i), creneaux.get(i));
    }
  }

  private void donnerSiPossible(long personne, long creneau) {
    try {
      donner.donner(personne, creneau);
    } catch (RefusMetier refus) {
      sauf(refus);
    }
  }

  /** Her right was closed meanwhile: she is not to be met. */
  private static void sauf(RefusMetier refus) {
    if (!refus.code().equals("DROIT_CLOS")) {
      throw refus;
    }
  }

  private void prendre(int territoire) {
    List<Long> personnes = base.sql("""
        select distinct e.personne_id from orientation.entree e where e.etat = 'EN_ATTENTE' and e.territoire_id = :territoire and e.recu_le > :depuis
          and not exists (select from rendezvous.convocation c where c.personne_id = e.personne_id and c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE'))
        order by e.personne_id limit :combien""").param("territoire", territoire).param("depuis", LocalDate.now(horloge).minusMonths(2))
        .param("combien", RENDEZ_VOUS + INVITATIONS).query(Long.class).list();
    List<Long> creneaux =
        base.sql("select k.id from rendezvous.creneau k join rendezvous.permanence p on p.id = k.permanence_id where k.territoire_id = ? and p.referent_id is null"
        + " order by k.jour, k.debut, k.id").param(territoire)
        .query(Long.class).list();
    for (int i = 0; i < personnes.size(); i++) {
      if (i >= INVITATIONS) {
        if (2 * i < creneaux.size()) {
          donnerSiPossible(personnes.get(i), creneaux.get(2 * i));
        }
        continue;
      }
      try {
        donner.inviter(personnes.get(i));
      } catch (RefusMetier refus) {
        sauf(refus);
      }
    }
  }
}
