package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courriers.application.SuivreUnMessage;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.parametres.Horloge;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.pilotage.PersonneConcernee;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One definition: whom each rate counts, and counts for, is what the register of deadlines says of her, person by person, today and at a past
 * date. The register is read as it stood that day; the rate is asked later, when everything has moved. Half of the orientations name a référent,
 * a third are told by a letter that leaves later, some are recorded during a pause, and who left may come back. Today is 20 October 2025.
 */
@EssaiArdeche
class TauxEtRegistreTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate PASSEE = LocalDate.of(2025, 7, 15);
  private static final Perimetre TOUT = EnTantQue.partout("DOSSIERS", "ENTREES", "ORIENTATIONS", "INDICATEURS", "COURRIERS");
  private static final int PERSONNES = 90;
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  Indicateurs indicateurs;
  @Autowired
  SuivreUnMessage courrier;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  Horloge horloge;
  @Autowired
  Structures structures;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  private final Map<Integer, Personne> personnes = new HashMap<>();
  private final TreeMap<LocalDate, List<Runnable>> evenements = new TreeMap<>();
  private final List<Integer> referents = new ArrayList<>();
  private int organisation;

  @Test
  void chaque_taux_compte_les_personnes_que_le_registre_compte() {
    for (int i = 0; i < PERSONNES; i++) {
      prevoir(i, new Random(i * 7919L + 3));
    }
    jouer(evenements.headMap(PASSEE, true));
    balayer.executer("essai");
    Map<String, Map<Long, List<Boolean>>> alors = selonLeRegistre(PASSEE);
    jouer(evenements.tailMap(PASSEE, false));
    balayer.executer("essai");
    comparer(PASSEE, alors);
    comparer(AUJOURDHUI, selonLeRegistre(AUJOURDHUI));
    assertThat(base.sql("select count(*) from orientation.suivi s join allocataires.personne p on p.id = s.personne_id where p.nom like 'TAUX%' and s.referent_id is not null").query(Integer.class)
        .single()).isGreaterThan(10);
    assertThat(base.sql("select count(*) from (select personne_id from orientation.entree e join allocataires.personne p on p.id = e.personne_id where p.nom like 'TAUX%' "
        + "group by 1 having count(*) > 1) x").query(Integer.class).single()).as("qui est revenue a deux entrées").isGreaterThan(3);
  }

  @AfterEach
  void le_temps_revient() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
  }

  private void comparer(LocalDate au, Map<String, Map<Long, List<Boolean>>> registre) {
    assertThat(registre).containsOnlyKeys("ORI-TAUX-15J", "ORI-TAUX-31J", "ORI-TAUX-42J", "ORI-TAUX-CIBLE");
    registre.forEach((code, attendu) -> {
      assertThat(attendu.values().stream().flatMap(List::stream)).as(code + " au " + au + " : à temps et en retard").contains(true, false);
      PersonneConcernee.Page page = EnTantQue.agir(TOUT, () -> indicateurs.personnes(code, au, null, null, 0));
      Map<Long, List<Boolean>> comptees = page.personnes().stream().filter(p -> p.nom().startsWith("TAUX"))
          .sorted(Comparator.comparing(PersonneConcernee::retenue))
          .collect(Collectors.groupingBy(PersonneConcernee::personneId, Collectors.mapping(PersonneConcernee::retenue, Collectors.toList())));
      assertThat(comptees).as(code + " au " + au).containsExactlyInAnyOrderEntriesOf(attendu);
    });
  }

  /** A delay is over the day after its limit; stopped or void by then, it counts nobody. */
  private Map<String, Map<Long, List<Boolean>>> selonLeRegistre(LocalDate au) {
    Map<String, Map<Long, List<Boolean>>> parTaux = new TreeMap<>();
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
    parTaux.values().forEach(parPersonne -> parPersonne.values().forEach(entrees -> entrees.sort(Comparator.naturalOrder())));
    return parTaux;
  }

  private static void compter(Map<String, Map<Long, List<Boolean>>> parTaux, String code, long personne, LocalDate limite, String etat,
      LocalDate depuis, LocalDate au) {
    boolean arretee = (etat.equals("SUSPENDUE") || etat.equals("CADUQUE")) && !depuis.isAfter(limite);
    if (au.isAfter(limite) && !arretee) {
      parTaux.computeIfAbsent(code, _ -> new TreeMap<>()).computeIfAbsent(personne, _ -> new ArrayList<>())
          .add(etat.equals("TENUE") && !depuis.isAfter(limite));
    }
  }

  private void jouer(Map<LocalDate, List<Runnable>> lesquels) {
    lesquels.values().forEach(duJour -> duJour.forEach(Runnable::run));
  }

  /** Received between March and September; suspended or not soumise for a while, oriented, gone and back, in any order that may be. */
  private void prevoir(int i, Random hasard) {
    LocalDate recu = possible(LocalDate.of(2025, 3, 3).plusDays(hasard.nextInt(200)));
    le(recu, () -> personnes.put(i, dossiers.entrante("TAUX" + i, 1, recu)));
    LocalDate jour = recu;
    boolean orientee = false;
    for (int n = 0; n < 4; n++) {
      LocalDate quand = possible(jour.plusDays(4L + hasard.nextInt(30)));
      LocalDate retour = possible(quand.plusDays(6L + hasard.nextInt(40)));
      int quoi = hasard.nextInt(12);
      if (quoi < 3) {
        fichier(i, quand, "4", true);
        fichier(i, retour, "2", true);
      } else if (quoi < 5) {
        // not soumise for a while; oriented meanwhile once in two
        fichier(i, quand, "2", false);
        if (!orientee && hasard.nextBoolean()) {
          orientee = true;
          orienter(i, quand.plusDays(3), hasard);
        }
        fichier(i, retour, "2", true);
      } else if (quoi < 9 && !orientee) {
        orientee = true;
        orienter(i, quand, hasard);
      } else if (quoi >= 10) {
        LocalDate revenue = possible(quand.plusDays(35L + hasard.nextInt(30)));
        fichier(i, quand, "5", false);
        fichier(i, revenue, "2", true);
        orientee = false;
        jour = revenue;
        continue;
      }
      jour = quoi < 5 ? retour : quand;
    }
  }

  /** Told face to face, or by a letter that leaves some days later. */
  private void orienter(int i, LocalDate quand, Random hasard) {
    Integer referent = i % 2 == 0 ? referents.get(i % referents.size()) : null;
    boolean parLettre = hasard.nextInt(3) == 0;
    LocalDate poste = possible(quand.plusDays(1L + hasard.nextInt(12)));
    le(quand, () -> {
      horloge.regler((parLettre ? quand : AUJOURDHUI).atTime(9, 0));
      EnTantQue.agir(TOUT, () -> enregistrer.executer(new NouvelleOrientation(personnes.get(i).id(), Parcours.SOCIAL,
          organisation, referent, quand)));
      horloge.regler(AUJOURDHUI.atTime(9, 0));
    });
    if (parLettre) {
      le(poste, () -> base.sql("""
          select id from courriers.message where personne_id = ? and modele = 'NOTIFICATION_ORIENTATION' and canal = 'LETTRE' and etat in ('A_ENVOYER', 'SANS_ADRESSE')""")
          .param(personnes.get(i).id()).query(Long.class).list().forEach(lettre -> EnTantQue.agir(TOUT, () -> {
            courrier.remisEnMain(lettre, poste);
            return null;
          })));
    }
  }

  private void fichier(int i, LocalDate recu, String etat, boolean sdd) {
    le(recu, () -> personnes.put(i, dossiers.fichier(recu.minusDays(3), recu, personnes.get(i), etat, sdd).personne()));
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

  /** Référents of one organisation, enough for all. */
  @BeforeEach
  void des_referents() {
    organisation = structures.organisations().stream().filter(o -> o.territoires().contains(1) && o.prend("SOCIAL")).findFirst().orElseThrow().id();
    for (int i = 0; i < 3; i++) {
      referents.add(base.sql("insert into structures.referent (organisation_id, nom) values (?, ?) returning id")
          .params(organisation, "Camille Taux " + i).query(Integer.class).single());
    }
  }
}
