package fr.jalon.demo;

import fr.jalon.demo.generation.DepartementDemo;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.AConvoquer;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.Repondre;
import fr.jalon.rendezvous.application.SaisirLaPresence;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.JoursFeries;
import fr.jalon.rendezvous.domaine.PersonneAConvoquer;
import fr.jalon.rendezvous.domaine.Piece;
import fr.jalon.rendezvous.domaine.RepartitionEnSessions.Proposee;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Thirteen months of informations collectives, a Tuesday a week in each territory: those who wait are convoked, answer, come or do not, with
 * or without their papers, before their orientation. Drawn from the number of the person and of the convocation: the same each time.
 */
@Component
class SessionsDeLaDemo {
  private static final int MOIS = 13;
  private static final int SEMAINES_OUVERTES = 7;
  private static final int PAR_LOT = 400;
  private static final int PLACES_MINIMUM = 12;
  private static final int PLACES_MAXIMUM = 60;
  /** The last file's new entrants are left for whoever tries the demonstration, but for one in three. */
  private static final int JOURS_LAISSES = 20;
  private static final int ABSENTES = 20;
  private static final int EXCUSEES = 6;
  private static final int SANS_ADRESSE = 12;
  private static final int SANS_IDENTITE = 4;
  private static final int CONFIRMENT = 45;
  private static final int DECLINENT = 6;
  private static final List<String> ANIMATRICES = List.of("Mme Vidal", "M. Chabert", "Mme Roux", "M. Delmas");
  private final TenirLesLieux lieux;
  private final OuvrirDesSessions ouvrir;
  private final Convoquer convoquer;
  private final Repondre repondre;
  private final SaisirLaPresence saisir;
  private final CourriersDeLaDemo courriers;
  private final JoursFeries feries;
  private final Horloge horloge;
  private final JdbcClient base;

  SessionsDeLaDemo(TenirLesLieux lieux, OuvrirDesSessions ouvrir, Convoquer convoquer, Repondre repondre, SaisirLaPresence saisir,
      CourriersDeLaDemo courriers, JoursFeries feries, Horloge horloge, @Qualifier("chargement") JdbcClient base) {
    this.lieux = lieux;
    this.ouvrir = ouvrir;
    this.convoquer = convoquer;
    this.repondre = repondre;
    this.saisir = saisir;
    this.courriers = courriers;
    this.feries = feries;
    this.horloge = horloge;
    this.base = base;
  }

  private record Lieu(int id, int territoire) {}

  private record Attendue(long id, long personne, long session) {}

  /** The whole game. */
  Partie commencer(DepartementDemo demo) {
    return new Partie(demo.horloge());
  }

  /** What is still to play. */
  final class Partie {
    private final LocalDate premier;
    private final LocalDate fin;
    private List<Lieu> salles = List.of();

    private Partie(LocalDate fin) {
      this.fin = fin;
      premier = fin.minusMonths(MOIS);
    }

    /** Plays the days before this one, sessions among them. @param autres plays what else happens before a day */
    void jouerAvant(LocalDate jour, Consumer<LocalDate> autres) {
      for (LocalDate mardi : joursDeSession(jour)) {
        autres.accept(mardi);
        tenir(mardi);
        convoquerCeuxQuiAttendent();
        courriers.poster(aujourdhui(), fin);
      }
      autres.accept(jour);
    }

    /** New entrants are known: sessions are opened for the weeks to come and those who wait are convoked. */
    void apresUnFichier() {
      if (!aujourdhui().isBefore(premier)) {
        ouvrirLesSemaines();
        convoquerCeuxQuiAttendent();
        courriers.poster(aujourdhui(), fin);
      }
    }

    /** The sessions to come on the day the demonstration is set in, one of them full with a waiting list. */
    void conclure() {
      ouvrirLesSemaines();
      remplirLaProchaine();
    }

    private List<LocalDate> joursDeSession(LocalDate avant) {
      return base.sql("select distinct jour from rendezvous.session where jour >= :de and jour < :avant and etat = 'PREVUE' order by 1")
          .param("de", aujourdhui())
          .param("avant", avant).query(LocalDate.class).list();
    }

    private void ouvrirLesSemaines() {
      if (salles.isEmpty()) {
        salles = creerLesSalles();
      }
      Map<Integer, List<Lieu>> parTerritoire = new HashMap<>();
      salles.forEach(l -> parTerritoire.computeIfAbsent(l.territoire(), _ -> new ArrayList<>()).add(l));
      LocalDate mardi = aujourdhui().plusDays(6).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
      for (int semaine = 0; semaine < SEMAINES_OUVERTES; semaine++) {
        LocalDate jour = mardi.plusWeeks(semaine);
        if (!feries.ferie(jour) && base.sql("select count(*) from rendezvous.session where jour = ?").param(jour)
            .query(Integer.class).single() == 0) {
          int rang = jour.getDayOfYear() / 7;
          parTerritoire.forEach((territoire, liste) ->
              ouvrir.executer(new SaisieDeSession(liste.get(rang % liste.size()).id(), LocalTime.of(9, 30), LocalTime.of(11, 30),
              places(territoire), animatrice(territoire, rang), rang % 4 == 0 ? "Français, arabe" : null, null), List.of(jour)));
        }
      }
    }

    /** Every other week in her territory, the référent whose account is shown. */
    private String animatrice(int territoire, int rang) {
      return Optional.of(rang).filter(r -> r % 2 == 0).flatMap(_ -> base.sql("""
          select r.nom from structures.compte_de_referent c join structures.referent r on r.id = c.referent_id join structures.organisation o on o.id = r.organisation_id
          where ? = any (o.territoires) order by r.id limit 1""").param(territoire).query(String.class).optional())
          .orElseGet(() -> ANIMATRICES.get((territoire + rang) % ANIMATRICES.size()));
    }

    /** A third of those who wait in the territory: three weeks take them all. */
    private int places(int territoire) {
      int attendent = base.sql("select count(*) from orientation.entree where etat = 'EN_ATTENTE' and territoire_id = ?").param(territoire)
          .query(Integer.class).single();
      return Math.clamp(attendent / 3L + 2, PLACES_MINIMUM, PLACES_MAXIMUM);
    }

    /** Where the Département itself receives: two rooms at most a territory. */
    private List<Lieu> creerLesSalles() {
      List<Lieu> crees = new ArrayList<>();
      base.sql("""
          select o.nom, o.commune, c.code_postal, t.id as territoire, row_number() over (partition by t.id order by o.id) as rang
          from structures.territoire t join structures.organisation o on o.nature = 'DEPARTEMENT' and t.id = any(o.territoires) and o.commune is not null
          join structures.commune c on c.code = o.commune order by t.ordre, rang""")
          .query((l, _) -> new LieuDeRendezVous(null, l.getString("nom"), "%d place de la Mairie".formatted(l.getInt("rang")),
          l.getString("code_postal"),
              l.getString("commune"), "", l.getInt("territoire"), true, PLACES_MAXIMUM,
              "04 00 00 %02d %02d".formatted(l.getInt("territoire"), l.getInt("rang")), l.getInt("rang") <= 2))
          .list().stream().filter(LieuDeRendezVous::actif).forEach(l -> crees.add(new Lieu(lieux.executer(l), l.territoire())));
      return crees;
    }

    private void convoquerCeuxQuiAttendent() {
      boolean laisser = aujourdhui().isAfter(fin.minusDays(JOURS_LAISSES));
      List<Long> ids = base.sql("""
          select e.personne_id from orientation.entree e where e.etat = 'EN_ATTENTE' and e.recu_le >= :premier
            and not exists (select from orientation.suivi s where s.personne_id = e.personne_id and s.etat <> 'CLOS')
            and not exists (select from rendezvous.convocation c join rendezvous.session z on z.id = c.session_id where c.personne_id = e.personne_id and z.jour >= e.recu_le
              and c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE', 'PRESENTE'))
            and (select count(*) from rendezvous.fait f where f.personne_id = e.personne_id and f.le >= e.recu_le and f.nature = 'ABSENCE_NON_EXCUSEE' and f.retire_le is null) < 2
            and (not :laisser or e.personne_id % 3 = 0)
          order by e.recu_le, e.personne_id""").param("premier", premier).param("laisser", laisser).query(Long.class).list().stream().distinct().toList();
      for (int i = 0; i < ids.size(); i += PAR_LOT) {
        convoquer(ids.subList(i, Math.min(i + PAR_LOT, ids.size())));
      }
    }

    private void convoquer(List<Long> ids) {
      List<AConvoquer> demandes = new ArrayList<>();
      for (Proposee p : convoquer.proposer(lire(ids))) {
        if (p.session() != null && !p.enAttente()) {
          demandes.add(new AConvoquer(p.personne().id(), p.session().id(), false, p.personne().limite()));
        }
      }
      courriers.donnerDesNumeros(demandes.stream().map(AConvoquer::personneId).toList());
      Convoquer.Bilan bilan = convoquer.executer(demandes);
      if (!bilan.refus().isEmpty()) {
        demandes.removeIf(d -> bilan.refus().containsKey(d.personneId()));
        convoquer.executer(demandes);
      }
      repondre(demandes.stream().map(AConvoquer::personneId).toList());
    }

    private void repondre(List<Long> convoquees) {
      List<Attendue> attendues = attendues("c.personne_id = any(:ids::bigint[]) and c.etat = 'CONVOQUEE'", convoquees.stream()
          .mapToLong(Long::longValue).toArray());
      List<Long> viennent = new ArrayList<>();
      for (Attendue a : attendues) {
        int tirage = hasard(a).nextInt(100);
        if (tirage < CONFIRMENT) {
          viennent.add(a.id());
        } else if (tirage < CONFIRMENT + DECLINENT) {
          repondre.nePeutPas(a.id(), Empechement.values()[(int) (a.personne() % Empechement.values().length)], "");
        }
      }
      repondre.viennent(viennent);
    }

    /** The evening of a session: who was oriented meanwhile is no longer expected, the others came or did not. */
    private void tenir(LocalDate jour) {
      horloge.regler(jour.atTime(17, 0));
      List<Long> reglees = base.sql("""
          select c.id from rendezvous.convocation c join rendezvous.session z on z.id = c.session_id where z.jour = :jour and c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE')
            and not exists (select from orientation.entree e where e.personne_id = c.personne_id and e.etat in ('EN_ATTENTE', 'SUSPENDUE'))""").param("jour", jour)
          .query(Long.class).list();
      repondre.annuler(reglees, "Déjà orientée, ou droit fermé");
      Map<Long, List<Attendue>> parSession = new HashMap<>();
      long[] sessions = base.sql("select id from rendezvous.session where jour = ?").param(jour).query(Long.class).list().stream()
          .mapToLong(Long::longValue).toArray();
      attendues("c.session_id = any(:ids::bigint[]) and c.etat in ('CONVOQUEE', 'CONFIRMEE')", sessions)
          .forEach(a -> parSession.computeIfAbsent(a.session(), _ -> new ArrayList<>()).add(a));
      parSession.forEach(this::appeler);
    }

    private void appeler(long session, List<Attendue> attendues) {
      List<Long> absentes = new ArrayList<>();
      List<Long> excusees = new ArrayList<>();
      List<Long> sansAdresse = new ArrayList<>();
      List<Long> sansIdentite = new ArrayList<>();
      List<Long> enRegle = new ArrayList<>();
      for (Attendue a : attendues) {
        Random hasard = hasard(a);
        hasard.nextInt();
        int tirage = hasard.nextInt(100);
        int pieces = hasard.nextInt(100);
        (tirage < ABSENTES ? absentes : tirage < ABSENTES + EXCUSEES ? excusees : pieces < SANS_ADRESSE ? sansAdresse
            : pieces < SANS_ADRESSE + SANS_IDENTITE ? sansIdentite : enRegle).add(a.id());
      }
      saisir.noter(session, absentes, EtatConvocation.ABSENTE, null);
      saisir.noter(session, excusees, EtatConvocation.EXCUSEE, Empechement.SANTE);
      saisir.tousPresents(session);
      saisir.pieces(enRegle, List.of());
      saisir.pieces(sansAdresse, List.of(Piece.ADRESSE));
      saisir.pieces(sansIdentite, List.of(Piece.IDENTITE));
    }

    private void remplirLaProchaine() {
      List<Long> ids = base.sql("""
          select e.personne_id from orientation.entree e where e.etat = 'EN_ATTENTE' and e.recu_le > :depuis
            and not exists (select from rendezvous.convocation c where c.personne_id = e.personne_id and c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE'))
            and not exists (select from orientation.suivi s where s.personne_id = e.personne_id and s.etat <> 'CLOS')
          order by e.personne_id""").param("depuis", fin.minusMonths(2)).query(Long.class).list().stream().distinct().toList();
      convoquer.ouvertes().stream().filter(s -> s.places() + 4 <= ids.size()).findFirst().ifPresent(s -> {
        List<AConvoquer> demandes = new ArrayList<>();
        lire(ids.subList(0, s.places() + 4)).forEach(p -> demandes.add(new AConvoquer(p.id(), s.id(), demandes.size() >= s.places(), p.limite())));
        convoquer.executer(demandes);
      });
    }

    private List<PersonneAConvoquer> lire(List<Long> ids) {
      return base.sql("""
          select p.id, s.commune, (select min(least(y.cible, y.limite_legale)) from orientation.entree e join echeances.echeance y on y.nature in ('ORIENTATION', 'PREMIER_RENDEZ_VOUS')
              and y.objet_id = e.id and y.etat = 'OUVERTE'
            where e.personne_id = p.id and e.etat = 'EN_ATTENTE' group by e.mois order by e.mois desc limit 1) as limite
          from unnest(:ids::bigint[]) with ordinality u(id, rang) join allocataires.personne p on p.id = u.id left join allocataires.situation s on s.personne_id = p.id
          order by u.rang""").param("ids", ids.stream().mapToLong(Long::longValue).toArray()).query(PersonneAConvoquer.class).list();
    }

    private List<Attendue> attendues(String condition, long[] ids) {
      return base.sql("select c.id, c.personne_id as personne, c.session_id as session from rendezvous.convocation c where " + condition
          + " order by c.id").param("ids", ids)
          .query(Attendue.class).list();
    }
  }

  private static Random hasard(Attendue a) {
    // of the convocation: a person convoked again to the same session may answer otherwise; near seeds draw near numbers: spread them
    return new Random((a.personne() * 31 + a.id()) * 0x9E3779B97F4A7C15L);
  }

  private LocalDate aujourdhui() {
    return LocalDate.now(horloge);
  }
}
