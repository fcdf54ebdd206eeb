package fr.jalon.echanges.caf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.caf.Histoire.Fichier;
import fr.jalon.echanges.caf.application.Rapport;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever the order in which files arrive, every date reads the same; and what was known yesterday can be read for ever. */
@EssaiDeFichiers
class HistoireTest {
  private static final int PREMIERE_GRAINE = Integer.getInteger("jalon.essais.graine", 1);
  private static final int HISTOIRES = Integer.getInteger("jalon.essais.histoires", 60);
  @Autowired
  Guichet guichet;

  static IntStream graines() {
    return IntStream.range(PREMIERE_GRAINE, PREMIERE_GRAINE + HISTOIRES);
  }

  @ParameterizedTest
  @MethodSource("graines")
  void dit_la_meme_chose_de_chaque_date_dans_quelque_ordre_qu_arrivent_les_fichiers(int graine) {
    Histoire histoire = new Histoire(graine, guichet);
    List<Fichier> ordre = new ArrayList<>(histoire.fichiers);
    Random hasard = new Random(graine);
    if (graine % 4 > 0) {
      Collections.shuffle(ordre, hasard);
    }
    verifier(histoire, ordre, hasard);
  }

  private void verifier(Histoire histoire, List<Fichier> aCharger, Random hasard) {
    List<Fichier> ordre = new ArrayList<>();
    List<OffsetDateTime> instants = new ArrayList<>();
    for (Fichier f : aCharger) {
      Rapport r = guichet.charger(histoire.ecrit(f));
      ordre.add(f);
      instants.add(OffsetDateTime.now());
      assertThat(r.statut()).as("%s%n%s", r.motif(), recit(ordre)).isIn("CHARGE", "DEJA_CHARGE");
      if (r.statut().equals("CHARGE")) {
        assertThat(r.foyers().crees() + r.foyers().modifies() + r.foyers().inchanges() + r.rejets().size()).isEqualTo(r.dossiersLus());
        assertThat(r.rejets()).hasSize(f.gates().size());
        int ecrites = 1 + f.foyers().entrySet().stream().filter(e -> !f.gates().contains(e.getKey()))
            .mapToInt(e -> e.getValue().places().size()).sum();
        assertThat(r.personnes().creees() + r.personnes().modifiees() + r.personnes().inchangees()).as(recit(ordre)).isEqualTo(ecrites);
      }
      if (hasard.nextInt(3) == 0) {
        rejouerUnRejet(histoire, hasard).ifPresent(rejoue -> {
          ordre.add(rejoue);
          instants.add(OffsetDateTime.now());
        });
      }
    }
    List<LocalDate> dates = dates(histoire);
    Map<LocalDate, TreeSet<String>> aujourdHui = lire(histoire, dates, null);
    for (LocalDate d : dates) {
      assertThat(aujourdHui.get(d)).as("au %s, tel que connu aujourd'hui%n%s", d, recit(ordre))
          .isEqualTo(Oracle.faits(sansRedites(histoire, ordre, ordre.size()), d));
    }
    for (int k = 0; k < ordre.size(); k++) {
      Map<LocalDate, TreeSet<String>> alors = lire(histoire, dates, instants.get(k));
      for (LocalDate d : dates) {
        assertThat(alors.get(d)).as("au %s, tel que connu après le n° %d%n%s", d, k + 1, recit(ordre))
            .isEqualTo(Oracle.faits(sansRedites(histoire, ordre, k + 1), d));
      }
    }
    TreeSet<String> vues = new TreeSet<>();
    ordre.forEach(f -> f.foyers().forEach((d, c) -> {
      if (!f.gates().contains(d)) {
        c.places().forEach(p -> vues.add(histoire.nom(p.personne()) + "|" + p.personne()));
      }
    }));
    assertThat(guichet.lignes("select nom, prenom from allocataires.personne where nom like ? order by 1, 2", "H" + histoire.caisse + "%"))
        .as("un humain, une personne%n%s", recit(ordre)).containsExactlyElementsOf(vues);
  }

  /** A dossier corrected by an agent is one more file that holds it alone, at the date of its file. */
  private Optional<Fichier> rejouerUnRejet(Histoire histoire, Random hasard) {
    List<String> ouverts = guichet.lignes("""
        select r.id, r.numero_demande, i.date_reference, i.nature from echanges.rejet r join echanges.import i on i.id = r.import_id
        where r.statut = 'OUVERT' and r.organisme = 'CAF ' || ? order by r.id""", histoire.caisse);
    if (ouverts.isEmpty()) {
      return Optional.empty();
    }
    String[] choisi = ouverts.get(hasard.nextInt(ouverts.size())).split("\\|");
    Histoire.Contenu contenu = histoire.gates.get(choisi[1] + choisi[2] + choisi[3]);
    assertThat(guichet.rejouer(Long.parseLong(choisi[0]), contenu.famille())).isTrue();
    return Optional.of(new Fichier(LocalDate.parse(choisi[2]), false, Map.of(choisi[1], contenu), Set.of()));
  }

  /** The same bytes given twice are loaded once. */
  private static List<Fichier> sansRedites(Histoire histoire, List<Fichier> ordre, int nombre) {
    List<Fichier> lus = new ArrayList<>();
    List<String> textes = new ArrayList<>();
    for (Fichier f : ordre.subList(0, nombre)) {
      String texte = histoire.ecrit(f).texte();
      if (!textes.contains(texte)) {
        textes.add(texte);
        lus.add(f);
      }
    }
    return lus;
  }

  private static List<LocalDate> dates(Histoire histoire) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    histoire.fichiers.forEach(f -> {
      dates.add(f.reference().minusDays(1));
      dates.add(f.reference());
      dates.add(f.reference().plusDays(1));
    });
    dates.add(LocalDate.of(2026, 6, 1));
    return List.copyOf(dates);
  }

  private static String recit(List<Fichier> ordre) {
    StringBuilder recit = new StringBuilder("Fichiers reçus dans cet ordre :\n");
    ordre.forEach(f -> recit.append("  ").append(f).append('\n'));
    return recit.toString();
  }

  private Map<LocalDate, TreeSet<String>> lire(Histoire histoire, List<LocalDate> dates, OffsetDateTime instant) {
    Map<LocalDate, TreeSet<String>> faits = new TreeMap<>();
    dates.forEach(d -> faits.put(d, new TreeSet<>()));
    String quand = instant == null ? "x.depuis <= d.d and x.jusqua > d.d and x.oublie_le = 'infinity'"
        : "x.depuis <= d.d and x.connu_le <= :k and x.oublie_le > :k and (x.jusqua > d.d or x.jusqua_connu_le > :k)";
    String sql = """
        with d as (select unnest(:dates::date[]) d), f as (select * from allocataires.foyer where numero_organisme = :caisse and numero_demande <> '99999999999')
        select d.d, f.numero_demande || ' droit|' || etat || '|' || coalesce(suspendu_depuis::text, 'null') || '|' || situation_famille || '|' || adultes || '|' || enfants v
          from d, f join allocataires.droit x on x.foyer_id = f.id where QUAND
        union all select d.d, f.numero_demande || ' adresse|' || commune from d, f join allocataires.adresse x on x.foyer_id = f.id where QUAND
        union all select d.d, f.numero_demande || ' montant|' || droit_total from d, f join allocataires.montant x on x.foyer_id = f.id where QUAND
        union all select d.d, f.numero_demande || ' membre|' || p.prenom || '|' || role || '|' || sdd || '|' || tns || '|' || coalesce(activite, 'null')
          from d, f join allocataires.membre x on x.foyer_id = f.id join allocataires.personne p on p.id = x.personne_id where QUAND
        union all select d.d, f.numero_demande || ' ressource|' || p.prenom || '|' || moyenne
          from d, f join allocataires.ressource x on x.foyer_id = f.id join allocataires.personne p on p.id = x.personne_id where QUAND"""
        .replace("QUAND", quand);
    var requete = guichet.base().sql(sql).param("dates", dates.stream().map(LocalDate::toString).toArray(String[]::new))
        .param("caisse", histoire.caisse);
    if (instant != null) {
      requete = requete.param("k", instant);
    }
    requete.query((org.springframework.jdbc.core.RowCallbackHandler) l -> {
      String fait = l.getString(2);
      assertThat(faits.get(l.getObject(1, LocalDate.class)).add(fait)).as("un fait vaut une fois : %s", fait).isTrue();
    });
    return faits;
  }
}
