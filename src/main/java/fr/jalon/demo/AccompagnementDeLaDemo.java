package fr.jalon.demo;

import fr.jalon.demo.generation.Accompagnement;
import fr.jalon.demo.generation.DepartementDemo;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.application.AccepterReorientation;
import fr.jalon.orientation.application.DemanderReorientation;
import fr.jalon.orientation.application.MaintenirParcoursSocial;
import fr.jalon.orientation.application.RefuserReorientation;
import fr.jalon.orientation.domaine.Avis;
import fr.jalon.orientation.domaine.Maintien;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.parametres.Horloge;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Plays what follows the orientations: once a month, parcours sociaux reviewed and kept, or turned towards work, and réorientations asked for by
 * référents and persons; those asked for are decided once a week, and their letters posted that day. Drawn from the numbers of the persons: the
 * same each time.
 */
@Component
class AccompagnementDeLaDemo {
  /** Persons are written to in the last months only: letters of years ago are nobody's business. */
  private static final int JOURS_DE_LETTRES = 60;
  private static final int MOIS_DE_RATTRAPAGE = 6;
  private static final List<String> RAISONS_DE_MAINTIEN = List.of("Un logement est à trouver d'abord.",
      "L'accompagnement commencé n'est pas terminé.",
      "La garde des enfants n'est pas encore réglée.", "Des démarches d'accès aux droits sont en cours.");
  private static final List<RaisonDeReorientation> RAISONS = List.of(RaisonDeReorientation.PROJET_CHANGE, RaisonDeReorientation.DIFFICULTES,
      RaisonDeReorientation.PRETE_A_L_EMPLOI, RaisonDeReorientation.PUBLIC_PARTICULIER, RaisonDeReorientation.DEMENAGEMENT,
      RaisonDeReorientation.RELATION);
  private final MaintenirParcoursSocial maintenir;
  private final DemanderReorientation demander;
  private final AccepterReorientation accepter;
  private final RefuserReorientation refuser;
  private final DestinationsDeLaDemo destinations;
  private final DiagnosticsDeLaDemo diagnostics;
  private final CourriersDeLaDemo courriers;
  private final Parametres parametres;
  private final Horloge horloge;
  private final JdbcClient base;

  AccompagnementDeLaDemo(MaintenirParcoursSocial maintenir, DemanderReorientation demander, AccepterReorientation accepter,
      RefuserReorientation refuser,
      DestinationsDeLaDemo destinations, DiagnosticsDeLaDemo diagnostics, CourriersDeLaDemo courriers, Parametres parametres, Horloge horloge,
      @Qualifier("chargement") JdbcClient base) {
    this.maintenir = maintenir;
    this.demander = demander;
    this.accepter = accepter;
    this.refuser = refuser;
    this.destinations = destinations;
    this.diagnostics = diagnostics;
    this.courriers = courriers;
    this.parametres = parametres;
    this.horloge = horloge;
    this.base = base;
  }

  private record Due(long suiviId, long personneId, int organisationId, Integer territoireId, LocalDate depart, LocalDate limite) {}

  private record Suivie(long suiviId, long personneId, Integer territoireId, LocalDate notifieLe) {}

  private record EnAttente(long id, long personneId, int organisationId, Integer territoireId, LocalDate demandeeLe, LocalDate notifieLe) {}

  /** @param emploi true for a pathway towards work */
  private record AAccepter(EnAttente demande, Random hasard, boolean emploi) {}

  private record Lot(LocalDate le, boolean favorable, String raison) {}

  /** The whole game. */
  Partie commencer(DepartementDemo demo) {
    return new Partie(demo);
  }

  /** What is still to play. */
  final class Partie {
    private final DepartementDemo demo;
    private final Accompagnement rythme = Accompagnement.lire();
    private final Map<String, Integer> refuses = new TreeMap<>();
    private YearMonth fait;
    private LocalDate decideesLe = LocalDate.MIN;

    private Partie(DepartementDemo demo) {
      this.demo = demo;
    }

    /** The week and the month of the clock, the first time they are met. */
    void passer() {
      LocalDate jour = LocalDate.now(horloge);
      boolean nouveauMois = !YearMonth.from(jour).equals(fait);
      if (!nouveauMois && jour.isBefore(decideesLe.plusWeeks(1))) {
        return;
      }
      decideesLe = jour;
      decider(jour);
      if (nouveauMois) {
        fait = YearMonth.from(jour);
        reexaminer(jour);
        demanderDesReorientations(jour);
      }
      courriers.poster(jour, demo.horloge());
    }

    /** What could not be played: how many times by code of refusal. */
    Map<String, Integer> conclure() {
      return refuses;
    }

    private void reexaminer(LocalDate jour) {
      Map<Lot, List<Long>> maintiens = new LinkedHashMap<>();
      List<AAccepter> versLEmploi = new ArrayList<>();
      for (Due d : dues(jour)) {
        Random hasard = new Random(d.personneId() * 31 + fait.hashCode());
        double tirage = hasard.nextDouble() * 100;
        if (tirage < rythme.reexamenVersLEmploi() && d.depart().isBefore(jour.minusDays(1))) {
          versLEmploi(d, jour, hasard, versLEmploi);
        } else if (tirage >= rythme.reexamenVersLEmploi() + rythme.reexamenLaisse() || d.limite().isBefore(jour.minusMonths(MOIS_DE_RATTRAPAGE))) {
          boolean favorable = hasard.nextDouble() * 100 >= rythme.avisDefavorable();
          maintiens.computeIfAbsent(new Lot(reunion(d, jour), favorable, RAISONS_DE_MAINTIEN.get(hasard.nextInt(RAISONS_DE_MAINTIEN.size()))),
              _ -> new ArrayList<>())
              .add(d.suiviId());
        }
      }
      accepter(versLEmploi, jour);
      maintiens.forEach((lot, suivis) -> {
        var bilan = maintenir.executer(suivis, new Maintien(lot.le(), lot.raison(),
            new Avis(lot.le(), lot.favorable() ? Avis.Sens.FAVORABLE : Avis.Sens.DEFAVORABLE)), ecrire(jour));
        bilan.refus().values().forEach(phrase -> refuses.merge(phrase, 1, Integer::sum));
      });
    }

    /** Reviews of years ago, before the Département had Jalon, were held in one of the last months. */
    private LocalDate reunion(Due d, LocalDate jour) {
      LocalDate passee = jour.minusMonths(1 + d.personneId() % (MOIS_DE_RATTRAPAGE - 1)).withDayOfMonth(12);
      return d.limite().isBefore(jour.minusMonths(MOIS_DE_RATTRAPAGE)) && passee.isAfter(d.depart()) ? passee : jour;
    }

    private void versLEmploi(Due d, LocalDate jour, Random hasard, List<AAccepter> acceptees) {
      essayer(() -> {
        long demande = demander.executer(new NouvelleDemande(d.personneId(), OrigineDeReorientation.REEXAMEN,
            List.of(RaisonDeReorientation.PRETE_A_L_EMPLOI), null,
            Parcours.PROFESSIONNEL, null, jour));
        acceptees.add(new AAccepter(new EnAttente(demande, d.personneId(), d.organisationId(), d.territoireId(), jour, d.depart()), hasard, true));
      });
    }

    private void demanderDesReorientations(LocalDate jour) {
      int nombre = (int) Math.round(base.sql("select count(*) from orientation.suivi where etat = 'EN_COURS'").query(Integer.class)
          .single() * rythme.demandesParMois() / 100);
      int recentes = (int) Math.round(nombre * rythme.demandesRecentes() / 100);
      // two draws among different persons: nobody is asked for twice
      LocalDate recemment = jour.minusMonths(5);
      List<Suivie> suivies = new ArrayList<>(tirer(jour, recemment, jour.minusDays(10), recentes));
      suivies.addAll(tirer(jour, LocalDate.EPOCH, recemment.minusDays(1), nombre - recentes));
      for (Suivie s : suivies) {
        Random hasard = new Random(s.personneId() * 17 + fait.hashCode());
        LocalDate le = jour.minusDays(hasard.nextInt(28));
        RaisonDeReorientation raison = RAISONS.get(hasard.nextInt(RAISONS.size()));
        essayer(() -> demander.executer(new NouvelleDemande(s.personneId(),
            hasard.nextInt(3) == 0 ? OrigineDeReorientation.PERSONNE : OrigineDeReorientation.REFERENT,
            List.of(raison), null, raison == RaisonDeReorientation.PRETE_A_L_EMPLOI ? Parcours.PROFESSIONNEL : null, null,
            le.isBefore(s.notifieLe()) ? jour : le)));
      }
    }

    /** Those whose time has come. */
    private void decider(LocalDate jour) {
      List<AAccepter> acceptees = new ArrayList<>();
      for (EnAttente a : enAttente()) {
        Random hasard = new Random(a.id() * 13 + 7);
        LocalDate le = a.demandeeLe().plusDays(3L + hasard.nextInt(rythme.joursDeDecision() - 3));
        if (le.isAfter(jour) || !a.notifieLe().isBefore(jour)) {
          continue;
        }
        double tirage = hasard.nextDouble() * 100;
        essayer(() -> {
          if (tirage < rythme.acceptees()) {
            acceptees.add(new AAccepter(a, hasard, false));
          } else if (tirage < rythme.acceptees() + rythme.retirees()) {
            refuser.retirer(a.id(), "La personne préfère continuer avec son référent.");
          } else {
            refuser.executer(a.id(), jour, "L'accompagnement d'aujourd'hui répond encore à la situation.", ecrire(jour));
          }
        });
      }
      accepter(acceptees, jour);
    }

    /** Together; one by one when one of them is refused. */
    private void accepter(List<AAccepter> acceptees, LocalDate jour) {
      if (acceptees.isEmpty()) {
        return;
      }
      DestinationsDeLaDemo.Tirage tirage = destinations.tirer();
      List<AccepterReorientation.Decision> decisions = new ArrayList<>();
      acceptees.forEach(x -> tirage.pour(x.demande().organisationId(), x.demande().territoireId(), demo.suivi(), x.hasard(), x.emploi())
          .ifPresent(d -> decisions.add(new AccepterReorientation.Decision(x.demande().id(), decision(x.demande(), d, jour)))));
      try {
        accepter.executer(decisions);
      } catch (RefusMetier _) {
        decisions.forEach(d -> essayer(() -> accepter.executer(d.reorientationId(), d.orientation())));
      }
    }

    private NouvelleOrientation decision(EnAttente a, DestinationsDeLaDemo.Destination d, LocalDate jour) {
      NouvelleOrientation o = new NouvelleOrientation(a.personneId(), d.parcours(), d.organisation(), d.referent(), jour);
      boolean evaluer = ecrire(jour) || !"JAMAIS".equals(parametres.valeur("orientation.reorientation_evaluation", jour).texte());
      return (evaluer ? diagnostics.avant(o) : o).malgreLaRecommandation("La situation a changé, revue avec la personne.");
    }

    private boolean ecrire(LocalDate le) {
      return !le.isBefore(demo.horloge().minusDays(JOURS_DE_LETTRES));
    }

    private void essayer(Runnable acte) {
      try {
        acte.run();
      } catch (RefusMetier refus) {
        refuses.merge(refus.code(), 1, Integer::sum);
      }
    }

    private List<Suivie> tirer(LocalDate jour, LocalDate depuis, LocalDate jusqua, int nombre) {
      return base.sql("""
          select s.id as suivi_id, s.personne_id, s.territoire_id, s.notifie_le from orientation.suivi s
          where s.etat = 'EN_COURS' and s.notifie_le between :depuis and :jusqua
            and not exists (select from orientation.reorientation r where r.personne_id = s.personne_id and (r.etat = 'DEMANDEE' or r.demandee_le > :recemment))
          order by md5(s.personne_id::text || :mois), s.id limit :nombre""")
          .param("depuis", depuis).param("jusqua", jusqua).param("recemment", jour.minusMonths(5)).param("mois", fait.toString())
          .param("nombre", nombre)
          .query(Suivie.class).list();
    }

    private List<Due> dues(LocalDate jour) {
      return base.sql("""
          select s.id as suivi_id, s.personne_id, s.organisation_id, s.territoire_id, x.depart, x.limite_legale as limite from echeances.echeance x
          join orientation.suivi s on s.id = x.objet_id and s.etat = 'EN_COURS'
          where x.nature = 'REEXAMEN_SOCIAL' and x.etat = 'OUVERTE' and x.limite_legale < :avant and x.depart < :jour
            and not exists (select from orientation.reorientation r where r.personne_id = s.personne_id and r.etat = 'DEMANDEE')
          order by s.id""").param("avant", jour.plusDays(rythme.reexamenAvance())).param("jour", jour).query(Due.class).list();
    }

    private List<EnAttente> enAttente() {
      return base.sql("""
          select r.id, r.personne_id, s.organisation_id, r.territoire_id, r.demandee_le, s.notifie_le from orientation.reorientation r
          join orientation.suivi s on s.id = r.suivi_id and s.etat <> 'CLOS' where r.etat = 'DEMANDEE' order by r.id""").query(EnAttente.class).list();
    }
  }
}
