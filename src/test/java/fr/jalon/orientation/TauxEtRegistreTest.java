package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.pilotage.PersonneConcernee;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One definition: whom each rate counts, and counts for, is what the register of deadlines says of her, person by person, today and at a past date. The
 * register is read as it stood that day; the rate is asked later, when everything has moved. Today is 20 October 2025.
 */
@EssaiArdeche
class TauxEtRegistreTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate PASSEE = LocalDate.of(2025, 7, 15);
  private static final Perimetre TOUT = EnTantQue.partout("DOSSIERS", "ENTREES", "ORIENTATIONS", "INDICATEURS");
  private static final int PERSONNES = 60;
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  Indicateurs indicateurs;
  @Autowired
  Structures structures;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  private final Map<Integer, Personne> personnes = new HashMap<>();
  private final TreeMap<LocalDate, List<Runnable>> evenements = new TreeMap<>();

  @Test
  void chaque_taux_compte_les_personnes_que_le_registre_compte() {
    for (int i = 0; i < PERSONNES; i++) {
      prevoir(i, new Random(i * 7919L + 3));
    }
    jouer(evenements.headMap(PASSEE, true));
    Map<String, Map<Long, Boolean>> alors = selonLeRegistre(PASSEE);
    jouer(evenements.tailMap(PASSEE, false));
    assertThat(alors.get("ORI-TAUX-42J")).containsValues(true, false);
    comparer(PASSEE, alors);
    comparer(AUJOURDHUI, selonLeRegistre(AUJOURDHUI));
  }

  private void comparer(LocalDate au, Map<String, Map<Long, Boolean>> registre) {
    registre.forEach((code, attendu) -> {
      PersonneConcernee.Page page = EnTantQue.agir(TOUT, () -> indicateurs.personnes(code, au, null, null, 0));
      Map<Long, Boolean> comptees = page.personnes().stream().filter(p -> p.nom().startsWith("TAUX")).collect(Collectors.toMap(PersonneConcernee::personneId, PersonneConcernee::retenue));
      assertThat(comptees).as(code + " au " + au).containsExactlyInAnyOrderEntriesOf(attendu);
    });
  }

  /** A delay is over the day after its limit; stopped or void by then, it counts nobody. */
  private Map<String, Map<Long, Boolean>> selonLeRegistre(LocalDate au) {
    Map<String, Map<Long, Boolean>> parTaux = new TreeMap<>();
    base.sql("""
        select x.personne_id, x.nature, x.etat, x.etat_depuis, x.depart, x.limite_legale, x.cible from echeances.echeance x
        join allocataires.personne p on p.id = x.personne_id where p.nom like 'TAUX%' and x.nature in ('ORIENTATION', 'REFERENT')""")
        .query((RowCallbackHandler) l -> {
          LocalDate legale = l.getObject("limite_legale", LocalDate.class);
          LocalDate depart = l.getObject("depart", LocalDate.class);
          String etat = l.getString("etat");
          LocalDate depuis = l.getObject("etat_depuis", LocalDate.class);
          long personne = l.getLong("personne_id");
          if (l.getString("nature").equals("REFERENT")) {
            compter(parTaux, "ORI-TAUX-CIBLE", personne, l.getObject("cible", LocalDate.class), etat, depuis, au);
            return;
          }
          long rendus = java.time.temporal.ChronoUnit.DAYS.between(depart.plusDays(42), legale);
          compter(parTaux, "ORI-TAUX-42J", personne, legale, etat, depuis, au);
          compter(parTaux, "ORI-TAUX-31J", personne, depart.plusDays(30 + rendus), etat, depuis, au);
          compter(parTaux, "ORI-TAUX-15J", personne, depart.plusDays(14 + rendus), etat, depuis, au);
        });
    return parTaux;
  }

  private static void compter(Map<String, Map<Long, Boolean>> parTaux, String code, long personne, LocalDate limite, String etat, LocalDate depuis, LocalDate au) {
    boolean arretee = (etat.equals("SUSPENDUE") || etat.equals("CADUQUE")) && !depuis.isAfter(limite);
    if (au.isAfter(limite) && !arretee) {
      parTaux.computeIfAbsent(code, _ -> new TreeMap<>()).put(personne, etat.equals("TENUE") && !depuis.isAfter(limite));
    }
  }

  private void jouer(Map<LocalDate, List<Runnable>> lesquels) {
    lesquels.values().forEach(duJour -> duJour.forEach(Runnable::run));
  }

  /** Received between March and September; suspended and back, oriented, gone, in any order that may be. */
  private void prevoir(int i, Random hasard) {
    LocalDate recu = possible(LocalDate.of(2025, 3, 3).plusDays(hasard.nextInt(200)));
    le(recu, () -> personnes.put(i, dossiers.entrante("TAUX" + i, 1, recu)));
    LocalDate jour = recu;
    boolean orientee = false;
    for (int n = 0; n < 3; n++) {
      LocalDate quand = possible(jour.plusDays(4L + hasard.nextInt(30)));
      LocalDate retour = possible(quand.plusDays(6L + hasard.nextInt(40)));
      int quoi = hasard.nextInt(10);
      if (quoi < 4) {
        fichier(i, quand, "4");
        fichier(i, retour, "2");
      } else if (quoi < 8 && !orientee) {
        orientee = true;
        le(quand, () -> EnTantQue.agir(TOUT, () -> enregistrer.executer(new NouvelleOrientation(personnes.get(i).id(), Parcours.SOCIAL, organisation(), null, quand))));
      } else if (quoi == 9) {
        fichier(i, quand, "5");
        return;
      }
      jour = quoi < 4 ? retour : quand;
    }
  }

  private void fichier(int i, LocalDate recu, String etat) {
    le(recu, () -> personnes.put(i, dossiers.fichier(recu.minusDays(3), recu, personnes.get(i), etat, !etat.equals("5")).personne()));
  }

  /** No file received after the past date speaks of a day before it. */
  private static LocalDate possible(LocalDate jour) {
    return jour.isAfter(PASSEE) && jour.isBefore(PASSEE.plusDays(6)) ? PASSEE.plusDays(6) : jour;
  }

  private void le(LocalDate jour, Runnable quoi) {
    if (!jour.isAfter(AUJOURDHUI)) {
      evenements.computeIfAbsent(jour, _ -> new ArrayList<>()).add(quoi);
    }
  }

  private int organisation() {
    return structures.organisations().stream().filter(o -> o.territoires().contains(1)).findFirst().orElseThrow().id();
  }
}
