package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.habilitations.Passages;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.orientation.domaine.Position;
import fr.jalon.orientation.domaine.Suivi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The entries that orientations recorded by mistake had answered have no answer any more. Who is soumise with a paid right waits again, with the
 * deadline she had; who is not is in pause since her right says so, and her deadline is stopped: it goes on with the days that were left when a
 * file says that she is back.
 */
@Component
class RendreLAttente {
  /** The day she ceased to be soumise with a paid right; nothing when she never was. */
  private static final String FINS = """
      select m.personne_id, max(least(m.jusqua, d.jusqua)) as fin from allocataires.membre m
      join allocataires.droit d on d.foyer_id = m.foyer_id and d.oublie_le = 'infinity' and allocataires.est_verse(d.etat) and d.depuis < m.jusqua and m.depuis < d.jusqua
      where m.personne_id = any(:personnes::bigint[]) and m.adulte and m.sdd and m.oublie_le = 'infinity' group by 1 having max(least(m.jusqua, d.jusqua)) < 'infinity'""";
  private final Passages passages;
  private final Echeances echeances;
  private final RepriseDesDelais reprise;
  private final JdbcClient base;
  private final Clock horloge;

  RendreLAttente(Passages passages, Echeances echeances, RepriseDesDelais reprise, JdbcClient base, Clock horloge) {
    this.passages = passages;
    this.echeances = echeances;
    this.reprise = reprise;
    this.base = base;
    this.horloge = horloge;
  }

  private record Rendue(Suivi suivi, EtatEntree vers, LocalDate le) {}

  /** Before the follow-ups are undone: who undoes the one that makes the person hers could not write it after. @param raison why it was a mistake */
  void executer(List<Suivi> annules, String raison) {
    List<Suivi> repondaient = annules.stream().filter(s -> s.entreeId() != null).toList();
    if (repondaient.isEmpty()) {
      return;
    }
    List<Rendue> rendues = rendues(repondaient);
    rendues.stream().collect(Collectors.groupingBy(r -> Map.entry(r.vers(), r.le()))).forEach((ou, elles) -> rendre(ou.getKey(), ou.getValue(),
        elles.stream().map(Rendue::suivi).toList(), raison));
  }

  private void rendre(EtatEntree vers, LocalDate le, List<Suivi> annules, String raison) {
    List<Long> entrees = annules.stream().map(Suivi::entreeId).toList();
    passages.passer(RegistreDesSuivis.ENTREES, entrees, vers, le, "Orientation saisie par erreur : " + raison);
    for (String nature : List.of(Nature.ORIENTATION, FinDuDelai.REFERENT.name())) {
      if (vers == EtatEntree.EN_ATTENTE) {
        // stopped with a follow-up put to sleep before its letter left: these days are hers too
        reprise.executer(echeances, nature, entrees, le);
        echeances.rouvrir(nature, entrees, le);
      } else {
        echeances.annulerLaTenue(nature, entrees);
      }
    }
    if (vers == EtatEntree.SUSPENDUE) {
      Nature.DES_ENTREES.forEach(nature -> echeances.suspendre(nature, entrees, le));
    }
  }

  /** A pause never starts before the orientation: the days of another one before it were given back when it was recorded. */
  private List<Rendue> rendues(List<Suivi> annules) {
    List<Long> personnes = annules.stream().map(Suivi::personneId).toList();
    Map<Long, PersonneAOrienter> maintenant = PersonneAOrienter.lire(base, personnes);
    Map<Long, LocalDate> fins = new HashMap<>();
    base.sql(FINS).param("personnes", personnes.stream().mapToLong(Long::longValue).toArray())
        .query((RowCallbackHandler) l -> fins.put(l.getLong("personne_id"), l.getObject("fin", LocalDate.class)));
    return annules.stream().map(s -> {
      PersonneAOrienter p = maintenant.get(s.personneId());
      boolean enPause = p != null && (p.position() == Position.SUSPENDUE || p.position() == Position.NON_SOUMISE);
      LocalDate fin = fins.getOrDefault(s.personneId(), s.etatDepuis());
      return enPause ? new Rendue(s, EtatEntree.SUSPENDUE, fin.isAfter(s.notifieLe()) ? fin : s.notifieLe())
          : new Rendue(s, EtatEntree.EN_ATTENTE, LocalDate.now(horloge));
    }).toList();
  }
}
