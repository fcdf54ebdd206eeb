package fr.jalon.demo;

import fr.jalon.habilitations.AuNomDe;
import fr.jalon.papiers.application.DemanderUnPapier;
import fr.jalon.papiers.application.GarderUneCopie;
import fr.jalon.papiers.application.GenresDePapier;
import fr.jalon.papiers.application.NoterUnPapier;
import fr.jalon.papiers.domaine.GenreDePapier;
import fr.jalon.papiers.domaine.NouveauPapier;
import fr.jalon.papiers.domaine.PapierDemande;
import fr.jalon.parametres.Horloge;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The papers of the persons whom the référent of the demonstration follows, noted through the doors of everyone: most showed who they are, some a CV
 * or a diploma, a few owe one, and for some it is late. No plan publishes such figures: inventions. Drawn from the numbers of the persons.
 */
@Component
class PapiersDeLaDemo {
  private static final String REFERENT = "referent";
  private static final int AU_PLUS = 60;
  private static final int IDENTITE = 75;
  private static final int CV = 40;
  private static final int RIB = 25;
  private static final int DIPLOME = 20;
  private static final int ATTENDU = 12;
  private static final int ANCIENNETE = 400;
  private static final int VALIDITE = 3000;
  private static final LocalTime HEURE = LocalTime.of(8, 0);
  private final NoterUnPapier noter;
  private final DemanderUnPapier demander;
  private final GarderUneCopie copies;
  private final GenresDePapier genres;
  private final AuNomDe auNomDe;
  private final Horloge horloge;
  private final JdbcClient base;

  PapiersDeLaDemo(NoterUnPapier noter, DemanderUnPapier demander, GarderUneCopie copies, GenresDePapier genres, AuNomDe auNomDe, Horloge horloge,
      @Qualifier("chargement") JdbcClient base) {
    this.noter = noter;
    this.demander = demander;
    this.copies = copies;
    this.genres = genres;
    this.auNomDe = auNomDe;
    this.horloge = horloge;
    this.base = base;
  }

  /** Notes them, once. */
  void jouer() {
    if (base.sql("select exists (select from papiers.papier)").query(Boolean.class).single()) {
      return;
    }
    LocalDate jour = LocalDate.now(horloge);
    List<Long> siennes = siennes();
    auNomDe.agir(REFERENT, () -> {
      siennes.forEach(p -> vus(p, jour, new Random(p * 71)));
      return null;
    });
    demandes(siennes, jour, jour.minusDays(20), 0);
    demandes(siennes, jour, jour.minusDays(5), 1);
    horloge.regler(jour.atTime(HEURE));
  }

  private void vus(long personne, LocalDate jour, Random hasard) {
    if (hasard.nextInt(100) < IDENTITE) {
      LocalDate vuLe = jour.minusDays(hasard.nextInt(ANCIENNETE));
      vu(personne, "IDENTITE", vuLe, vuLe.plusDays(1 + hasard.nextInt(VALIDITE)));
    }
    if (hasard.nextInt(100) < CV) {
      garder(personne, vu(personne, "CV", jour.minusDays(hasard.nextInt(ANCIENNETE)), null), "cv");
    }
    if (hasard.nextInt(100) < RIB) {
      garder(personne, vu(personne, "RIB", jour.minusDays(hasard.nextInt(ANCIENNETE)), null), "rib");
    }
    if (hasard.nextInt(100) < DIPLOME) {
      vu(personne, "DIPLOME", jour.minusDays(hasard.nextInt(ANCIENNETE)), null);
    }
  }

  /** Some are asked that day with a reason, whatever they showed before, for two weeks later: the first of them are late today. */
  private void demandes(List<Long> siennes, LocalDate jour, LocalDate le, int rang) {
    horloge.regler(le.atTime(HEURE));
    auNomDe.agir(REFERENT, () -> {
      siennes.stream().filter(p -> new Random(p * 73 + rang).nextInt(200) < ATTENDU).forEach(p -> demander.executer(new PapierDemande(p,
          genre(rang == 0 ? "ADRESSE" : "DIPLOME"), le.plusDays(14), rang == 0 ? "Pour l'aide au logement" : "Pour l'entrée en formation",
          cle(p, "demande" + rang))));
      return null;
    });
    horloge.regler(jour.atTime(HEURE));
  }

  private UUID vu(long personne, String genre, LocalDate vuLe, LocalDate jusquAu) {
    UUID cle = cle(personne, genre);
    noter.executer(new NouveauPapier(personne, genre(genre), vuLe, jusquAu, cle));
    return cle;
  }

  /** Of a copy, its first bytes and a word: nothing of anybody. */
  private void garder(long personne, UUID cle, String nom) {
    long papier = base.sql("select id from papiers.papier where cle = ?").param(cle).query(Long.class).single();
    copies.executer(personne, papier, nom + ".pdf", ("%PDF-1.4\n% Document de démonstration : " + nom).getBytes(StandardCharsets.UTF_8));
  }

  private GenreDePapier genre(String code) {
    return genres.genre(code).orElseThrow();
  }

  private static UUID cle(long personne, String quoi) {
    return UUID.nameUUIDFromBytes(("papier " + personne + quoi).getBytes(StandardCharsets.UTF_8));
  }

  /** Those whom the référent follows. */
  private List<Long> siennes() {
    return base.sql("""
        select s.personne_id from orientation.suivi s join structures.compte_de_referent c on c.referent_id = s.referent_id
        join habilitations.agent a on a.id = c.agent_id join allocataires.personne p on p.id = s.personne_id and p.territoire_id = any(a.territoires)
        where a.identifiant = ? and s.etat = 'EN_COURS' order by s.personne_id limit ?""").params(REFERENT, AU_PLUS).query(Long.class).list();
  }
}
