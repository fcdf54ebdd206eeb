package fr.jalon.demo;

import fr.jalon.allocataires.TenirLesFiches;
import fr.jalon.allocataires.TenirLesFiches.Moyens;
import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.CoordonneesDuJour;
import fr.jalon.courriers.application.EnregistrerEntete;
import fr.jalon.courriers.application.Entetes;
import fr.jalon.courriers.application.EnvoyerDesMessages;
import fr.jalon.courriers.application.ImprimerEnFond;
import fr.jalon.courriers.application.PosterUnLot;
import fr.jalon.courriers.application.PreparerUnLot;
import fr.jalon.courriers.application.RenvoyerUnMessage;
import fr.jalon.courriers.application.SuivreUnMessage;
import fr.jalon.courriers.domaine.Entete;
import fr.jalon.courriers.domaine.MotifDeRetour;
import fr.jalon.courriers.domaine.NumeroDeLettre;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The letters of the demonstration, through the services of the secretaries: those of a day are printed and posted that evening, so that the day of
 * notification stays the one of the history; some come back; those of the last days wait. Numbers and addresses are those kept for fiction.
 */
@Component
class CourriersDeLaDemo {
  /** Letters of so many days before the day the demonstration is set in are still to be posted. */
  private static final int JOURS_EN_ATTENTE = 3;
  private static final int REVENUES_POUR_CENT = 2;
  /** A letter comes back so many days after it was posted. */
  private static final int JOURS_DE_RETOUR = 12;
  private static final FiltresDeMessages TOUT = new FiltresDeMessages(null, null, null, null, null, null, null, 1);
  private final PreparerUnLot preparer;
  private final CoordonneesDuJour coordonnees;
  private final PosterUnLot poster;
  private final ImprimerEnFond imprimer;
  private final EnvoyerDesMessages envoyer;
  private final SuivreUnMessage suivre;
  private final RenvoyerUnMessage renvoyer;
  private final EnregistrerEntete entete;
  private final Entetes entetes;
  private final Structures structures;
  private final TenirLesFiches fiches;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private long dernierRegard;

  CourriersDeLaDemo(PreparerUnLot preparer, CoordonneesDuJour coordonnees, PosterUnLot poster, ImprimerEnFond imprimer, EnvoyerDesMessages envoyer,
      SuivreUnMessage suivre, RenvoyerUnMessage renvoyer,
      EnregistrerEntete entete, Entetes entetes, Structures structures, TenirLesFiches fiches, JdbcClient base, TransactionTemplate transaction) {
    this.preparer = preparer;
    this.coordonnees = coordonnees;
    this.poster = poster;
    this.imprimer = imprimer;
    this.envoyer = envoyer;
    this.suivre = suivre;
    this.renvoyer = renvoyer;
    this.entete = entete;
    this.entetes = entetes;
    this.structures = structures;
    this.fiches = fiches;
    this.base = base;
    this.transaction = transaction;
  }

  /** The letterhead, once. */
  void commencer() {
    if (transaction.<Entete>execute(_ -> entetes.enVigueur()).id() == null) {
      String nom = transaction.execute(_ -> structures.departement().nom());
      entete.executer(new Entete(null, "Direction de l'insertion et de l'emploi", "Département (" + nom + ")\nHôtel du Département",
          "le secrétariat de votre territoire, de 9 h à 12 h",
          "01 99 00 12 34", "Pour le Département,\nla directrice de l'insertion et de l'emploi",
          "Présidence du Département (" + nom + "), service des recours RSA", null, null, null));
    }
  }

  /** Before she is written to for the first time: 86 % of the persons have a telephone, 60 % an e-mail address. The CAF tells neither. */
  void donnerDesNumeros(Collection<Long> personnes) {
    Map<Long, Moyens> moyens = new HashMap<>();
    transaction.executeWithoutResult(_ -> base.sql("""
        select id, identifiant_ft from allocataires.personne where id = any(:personnes::bigint[]) and telephone is null and courriel is null""")
        .param("personnes", personnes.stream().mapToLong(Long::longValue).toArray()).query((RowCallbackHandler) l -> {
          long id = l.getLong(1);
          moyens.put(id, new Moyens(id % 7 == 0 ? null : "+3363998%04d".formatted(id % 10_000),
              id % 5 < 2 ? null : "personne" + id + "@exemple.fr", l.getString(2)));
        }));
    fiches.ecrireLesMoyens(moyens);
  }

  /** The evening of a day: what was written is posted, unless it is one of the last days. */
  void poster(LocalDate jour, LocalDate fin) {
    if (jour.isAfter(fin.minusDays(JOURS_EN_ATTENTE))) {
      return;
    }
    // one transaction an evening: what a day costs is its commits
    transaction.executeWithoutResult(_ -> {
      faireRevenir(jour);
      envoyerCeQuiEstDu(jour);
      coordonnees.executer("m.canal = 'LETTRE'", Map.of());
      if (base.sql("select exists (select from courriers.message where etat = 'A_ENVOYER' and canal = 'LETTRE')").query(Boolean.class).single()) {
        long lot = preparer.executer(TOUT, "Courriers du jour");
        imprimer.sansFichier(lot);
        poster.executer(lot, jour);
      }
    });
  }

  /** SMS and e-mails, reminders among them, as every night. */
  void envoyerCeQuiEstDu(LocalDate jour) {
    if (transaction.<Boolean>execute(_ ->
        base.sql("select exists (select from courriers.message where etat = 'A_ENVOYER' and canal <> 'LETTRE' and le <= ?)").param(jour)
        .query(Boolean.class).single())) {
      envoyer.executer(TOUT, _ -> { });
    }
  }

  /** Some of the letters posted two weeks before came back; most of those are sent again at once, to the same address, checked. */
  private void faireRevenir(LocalDate jour) {
    List<Long> arrivees = base.sql("""
        select id from courriers.message where canal = 'LETTRE' and etat = 'ENVOYE' and id > ? and envoye_le <= ? order by id""").params(dernierRegard, jour.minusDays(JOURS_DE_RETOUR))
        .query(Long.class).list();
    for (long id : arrivees) {
      dernierRegard = id;
      Random hasard = new Random(id);
      if (hasard.nextInt(100) < REVENUES_POUR_CENT) {
        MotifDeRetour motif = hasard.nextInt(10) < 7 ? MotifDeRetour.INCONNU : MotifDeRetour.values()[hasard.nextInt(MotifDeRetour.values().length)];
        suivre.revenue(NumeroDeLettre.de(id), motif);
        if (hasard.nextInt(10) < 7) {
          long personne = base.sql("select personne_id from courriers.message where id = ?").param(id).query(Long.class).single();
          RenvoyerUnMessage.Vers vers = renvoyer.propose(personne, Canal.LETTRE);
          if (vers.codePostal() != null && vers.ville() != null) {
            renvoyer.executer(id, vers, "Adresse vérifiée par téléphone.");
          }
        }
      }
    }
  }
}
