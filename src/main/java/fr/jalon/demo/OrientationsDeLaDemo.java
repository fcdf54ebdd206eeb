package fr.jalon.demo;

import fr.jalon.allocataires.PersonnesParNir;
import fr.jalon.demo.generation.DepartementDemo;
import fr.jalon.demo.generation.JeuDeFichiers;
import fr.jalon.demo.generation.OrientationAJouer;
import fr.jalon.demo.generation.Rattrapage;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.application.ChangerLeReferent;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.ChangementDeReferent;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.parametres.Horloge;
import fr.jalon.socle.Nir;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Plays the agents who orient: those the generator foresaw, on their day; those it did not, and whom the application shows as waiting; the
 * référents who leave before another one is found. Like an agent before her list, it reads what is possible before it acts: a right
 * that is suspended waits, a right that is closed is left.
 */
@Component
class OrientationsDeLaDemo {
  /** Refusals that the diagnostic, or a colleague, lifts. */
  private static final Set<String> A_RESOUDRE = Set.of("MOTIF_ECART_ABSENT", "REFERENT_COMPLET");
  private static final int PAR_LOT = 128;
  /** Past this many days after the reception, an orientation foreseen is for a later entry. */
  private static final int PLUS_LONG_DELAI = 120;
  /** Diagnostics exist for the orientations of so many days before the day the demonstration is set in. */
  private static final int JOURS_DE_DIAGNOSTIC = 120;
  private static final String REORIENTATION = "REORIENTATION";
  private final EnregistrerOrientation enregistrer;
  private final DiagnosticsDeLaDemo diagnostics;
  private final ChangerLeReferent changer;
  private final PersonnesParNir personnes;
  private final Structures structures;
  private final Horloge horloge;
  private final JdbcClient base;
  private final RelaisDeLaDemo relais;
  private final CourriersDeLaDemo courriers;

  OrientationsDeLaDemo(EnregistrerOrientation enregistrer, DiagnosticsDeLaDemo diagnostics, ChangerLeReferent changer, PersonnesParNir personnes,
      Structures structures, Horloge horloge, @Qualifier("chargement") JdbcClient base, RelaisDeLaDemo relais,
      CourriersDeLaDemo courriers) {
    this.enregistrer = enregistrer;
    this.diagnostics = diagnostics;
    this.changer = changer;
    this.personnes = personnes;
    this.structures = structures;
    this.horloge = horloge;
    this.base = base;
    this.relais = relais;
    this.courriers = courriers;
  }

  /**
   * An orientation foreseen.
   *
   * @param personne  {@code null} while no file has told who she is
   * @param suspendue true when her right was suspended on the day: notified the day it is no longer
   */
  private record Prevue(OrientationAJouer quoi, Long personne, boolean suspendue) {}

  private record Fin(long suivi, LocalDate le) {}

  /** The whole game, from the first file to the last day. */
  Partie commencer(JeuDeFichiers jeu, DepartementDemo demo) {
    return new Partie(jeu, demo);
  }

  /** What is still to play. */
  final class Partie {
    private final Rattrapage rattrapage;
    private final LocalDate fin;
    private final Map<String, Organisation> parCode;
    private final Map<String, Referent> parCourriel;
    private final Set<Nir> attendent;
    private final PriorityQueue<Prevue> aVenir = new PriorityQueue<>(Comparator.comparing((Prevue p) -> p.quoi().notifieeLe())
        .thenComparing(p -> Objects.requireNonNullElse(p.quoi().nir(), "")).thenComparing(p -> Objects.requireNonNullElse(p.personne(), 0L)));
    private final PriorityQueue<Fin> fins = new PriorityQueue<>(Comparator.comparing(Fin::le).thenComparing(Fin::suivi));
    private final Set<Long> entreesPrevues = new HashSet<>();
    private final Map<String, Integer> refuses = new TreeMap<>();
    private List<Prevue> enSuspens = new ArrayList<>();

    private Partie(JeuDeFichiers jeu, DepartementDemo demo) {
      rattrapage = new Rattrapage(demo);
      fin = demo.horloge();
      parCode = structures.organisations().stream().collect(Collectors.toMap(Organisation::code, Function.identity()));
      parCourriel = structures.referents().stream().filter(r -> r.courriel() != null)
          .collect(Collectors.toMap(Referent::courriel, Function.identity()));
      courriers.commencer();
      attendent = jeu.attendent().stream().map(Nir::new).collect(Collectors.toSet());
      jeu.orientations().forEach(o -> aVenir.add(new Prevue(o, null, false)));
    }

    /** Everything that happens before this day. */
    void jouerAvant(LocalDate jour) {
      List<Prevue> dues = enSuspens;
      enSuspens = new ArrayList<>();
      while (!aVenir.isEmpty() && aVenir.peek().quoi().notifieeLe().isBefore(jour)) {
        dues.add(aVenir.poll());
      }
      notifier(reconnaitre(dues));
      while (!fins.isEmpty() && fins.peek().le().isBefore(jour)) {
        Fin suivante = fins.poll();
        avancerAu(suivante.le());
        if (base.sql("select etat <> 'CLOS' from orientation.suivi where id = ?").param(suivante.suivi()).query(Boolean.class).single()) {
          changer.executer(List.of(new ChangementDeReferent(suivante.suivi(), null, suivante.le(), "Le référent a quitté l'organisation.", null)),
              false)
              .values().forEach(refus -> refuses.merge(refus.code(), 1, Integer::sum));
        }
      }
    }

    /** Foresees the orientation of those who wait and whom nothing foresees. */
    void prevoirCeuxQuiAttendent() {
      Map<Long, LocalDate> prevues = new HashMap<>();
      List<Prevue> restantes = new ArrayList<>(enSuspens);
      restantes.addAll(aVenir);
      reconnaitre(restantes).stream().filter(p -> p.personne() != null)
          .forEach(p -> prevues.merge(p.personne(), p.quoi().notifieeLe(), (a, b) -> a.isBefore(b) ? a : b));
      Set<Long> encore = Set.copyOf(personnes.trouver(attendent).values());
      base.sql("""
          select e.id, e.personne_id, e.recu_le, concat_ws(' ', p.nom, p.prenom, p.date_naissance) as qui, s.commune
          from orientation.entree e join allocataires.personne p on p.id = e.personne_id left join allocataires.situation s on s.personne_id = p.id
          where e.etat = 'EN_ATTENTE' order by e.id""").query((RowCallbackHandler) l -> {
            LocalDate recuLe = l.getObject("recu_le", LocalDate.class);
            long personne = l.getLong("personne_id");
            boolean prevue = prevues.containsKey(personne) && !prevues.get(personne).isAfter(recuLe.plusDays(PLUS_LONG_DELAI));
            // those of the last weeks are left to the generator, which counts who still waits
            boolean laissee = encore.contains(personne) && recuLe.isAfter(fin.minusDays(PLUS_LONG_DELAI));
            if (!prevue && !laissee && entreesPrevues.add(l.getLong("id"))) {
              aVenir.add(new Prevue(rattrapage.pour(l.getString("qui"), recuLe, l.getString("commune")), personne, false));
            }
          });
    }

    /** Tells the terminal who was not found. @return what could not be played: how many times by code of refusal */
    Map<String, Integer> conclure() {
      long inconnues = enSuspens.stream().filter(p -> p.personne() == null).count();
      if (inconnues > 0) {
        System.out.printf("  %d orientations n'ont pas trouvé leur personne%n", inconnues);
      }
      return refuses;
    }

    private List<Prevue> reconnaitre(List<Prevue> prevues) {
      Map<Nir, Long> connues = personnes.trouver(prevues.stream().filter(p -> p.personne() == null).map(p -> new Nir(p.quoi().nir())).toList());
      return prevues.stream().map(p -> p.personne() != null ? p : new Prevue(p.quoi(), connues.get(new Nir(p.quoi().nir())), false)).toList();
    }

    /** In order of days; the clock goes forward with them. */
    private void notifier(List<Prevue> dues) {
      Map<LocalDate, List<Prevue>> parJour = new TreeMap<>();
      for (Prevue p : dues) {
        if (p.personne() == null) {
          enSuspens.add(p);
        } else {
          parJour.computeIfAbsent(p.quoi().notifieeLe().isBefore(aujourdhui()) ? aujourdhui() : p.quoi().notifieeLe(), _ -> new ArrayList<>()).add(p);
        }
      }
      parJour.forEach((jour, duJour) -> {
        avancerAu(jour);
        for (int i = 0; i < duJour.size(); i += PAR_LOT) {
          enregistrer(duJour.subList(i, Math.min(i + PAR_LOT, duJour.size())));
        }
        courriers.poster(aujourdhui(), fin);
      });
    }

    private void enregistrer(List<Prevue> lot) {
      Map<NouvelleOrientation, OrientationAJouer> possibles = new LinkedHashMap<>();
      lot.forEach(p -> possibles.putIfAbsent(orientation(p), p.quoi()));
      Map<NouvelleOrientation, RefusMetier> attendus = enregistrer.refus(List.copyOf(possibles.keySet()));
      attendus.forEach((o, refus) -> {
        if (A_RESOUDRE.contains(refus.code())) {
          return;
        }
        OrientationAJouer quoi = possibles.remove(o);
        switch (refus.code()) {
          // she waits for her right; the stay that began is over, or goes on with the référent she has
          case "DROIT_SUSPENDU" -> enSuspens.add(new Prevue(quoi, o.personneId(), true));
          case "DROIT_CLOS", "DEJA_ORIENTEE", "AVANT_RECEPTION" -> { }
          default -> refuses.merge(refus.code(), 1, Integer::sum);
        }
      });
      Map<NouvelleOrientation, OrientationAJouer> faisables = relayees(possibles, attendus);
      List<NouvelleOrientation> ordre = List.copyOf(faisables.keySet());
      courriers.donnerDesNumeros(ordre.stream().map(NouvelleOrientation::personneId).toList());
      List<Long> suivis = ordre.isEmpty() ? List.of() : enregistrer.executer(ordre);
      for (int i = 0; i < ordre.size(); i++) {
        OrientationAJouer quoi = faisables.get(ordre.get(i));
        if (REORIENTATION.equals(quoi.motifFin()) && quoi.closeLe().isAfter(ordre.get(i).notifieLe())) {
          fins.add(new Fin(suivis.get(i), quoi.closeLe()));
        }
      }
    }

    /** The diagnostic comes before it, and gives the reason of another pathway; then a colleague takes those whose référent is full. */
    private Map<NouvelleOrientation, OrientationAJouer> relayees(Map<NouvelleOrientation, OrientationAJouer> possibles,
        Map<NouvelleOrientation, RefusMetier> attendus) {
      Map<NouvelleOrientation, OrientationAJouer> faisables = new LinkedHashMap<>();
      Map<NouvelleOrientation, OrientationAJouer> completes = new LinkedHashMap<>();
      possibles.forEach((o, quoi) -> faisables.put(diagnostiquee(o), quoi));
      // asked again when the diagnostics have changed something
      Map<NouvelleOrientation, RefusMetier> restants = possibles.keySet().stream().allMatch(this::sansDiagnostic) ? attendus
          : enregistrer.refus(List.copyOf(faisables.keySet()));
      restants.forEach((o, refus) -> {
        if (!faisables.containsKey(o)) {
          return;
        }
        OrientationAJouer quoi = faisables.remove(o);
        if ("REFERENT_COMPLET".equals(refus.code())) {
          completes.put(o, quoi);
        } else {
          refuses.merge(refus.code(), 1, Integer::sum);
        }
      });
      faisables.putAll(relais.pour(completes, faisables.keySet()));
      return faisables;
    }

    /** The last months have their diagnostics: those before, the Département had none. */
    private NouvelleOrientation diagnostiquee(NouvelleOrientation o) {
      return sansDiagnostic(o) ? o : diagnostics.avant(o);
    }

    private boolean sansDiagnostic(NouvelleOrientation o) {
      return o.notifieLe().isBefore(fin.minusDays(JOURS_DE_DIAGNOSTIC));
    }

    private NouvelleOrientation orientation(Prevue p) {
      OrientationAJouer o = p.quoi();
      Referent referent = parCourriel.get(o.referent());
      return new NouvelleOrientation(p.personne(), Parcours.valueOf(o.parcours()), parCode.get(o.structure()).id(),
          referent == null ? null : referent.id(),
          p.suspendue() ? aujourdhui() : o.notifieeLe(), referent != null && referent.reserve() ? referent.publics().getFirst() : null, null);
    }
  }

  private LocalDate aujourdhui() {
    return LocalDate.now(horloge);
  }

  /** The evening of that day, unless it is already past. */
  private void avancerAu(LocalDate jour) {
    if (jour.isAfter(aujourdhui())) {
      horloge.regler(jour.atTime(18, 0));
    }
  }
}
