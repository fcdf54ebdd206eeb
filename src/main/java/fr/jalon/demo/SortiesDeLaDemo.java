package fr.jalon.demo;

import fr.jalon.parametres.Horloge;
import fr.jalon.sorties.application.CompleterUneSortie;
import fr.jalon.sorties.application.DireUneSortie;
import fr.jalon.sorties.application.NoterUnRappel;
import fr.jalon.sorties.domaine.CanalDuRappel;
import fr.jalon.sorties.domaine.EssaiDit;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.Poste;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.domaine.ReponseAuRappel;
import fr.jalon.sorties.domaine.ReponseDite;
import fr.jalon.sorties.domaine.ResultatDEssai;
import fr.jalon.sorties.domaine.SortieDite;
import fr.jalon.sorties.domaine.SourceDeSortie;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Returns to work told month after month of the last year, of three persons followed out of ten, the calls six months after, and what the file
 * proposes
 * completed for two out of three. Inventions, drawn from the numbers of the persons.
 */
@Component
class SortiesDeLaDemo {
  private static final int SUR_CENT = 30;
  private static final int MOIS = 12;
  private static final List<GenreDeContrat> CONTRATS = List.of(GenreDeContrat.CDI, GenreDeContrat.CDD, GenreDeContrat.CDD, GenreDeContrat.CDD,
      GenreDeContrat.INTERIM, GenreDeContrat.CDI, GenreDeContrat.IAE, GenreDeContrat.CDD, GenreDeContrat.CONTRAT_AIDE,
          GenreDeContrat.FONCTION_PUBLIQUE);
  private static final List<ReponseAuRappel> REPONSES = List.of(ReponseAuRappel.MEME_EMPLOI, ReponseAuRappel.MEME_EMPLOI, ReponseAuRappel.MEME_EMPLOI,
      ReponseAuRappel.AUTRE_EMPLOI, ReponseAuRappel.CHOMAGE, ReponseAuRappel.MEME_EMPLOI, ReponseAuRappel.CHOMAGE, ReponseAuRappel.FORMATION);
  private static final List<RaisonDeSortie> RAISONS = List.of(RaisonDeSortie.EMPLOI, RaisonDeSortie.RESSOURCES, RaisonDeSortie.EMPLOI,
      RaisonDeSortie.DEMENAGEMENT, RaisonDeSortie.RETRAITE, RaisonDeSortie.AUTRE_ALLOCATION, RaisonDeSortie.EMPLOI, RaisonDeSortie.INCONNU);
  private final DireUneSortie dire;
  private final CompleterUneSortie completer;
  private final NoterUnRappel noter;
  private final Horloge horloge;
  private final TransactionTemplate transaction;
  private final JdbcClient base;

  SortiesDeLaDemo(DireUneSortie dire, CompleterUneSortie completer, NoterUnRappel noter, Horloge horloge, TransactionTemplate transaction,
      @Qualifier("chargement") JdbcClient base) {
    this.dire = dire;
    this.completer = completer;
    this.noter = noter;
    this.horloge = horloge;
    this.transaction = transaction;
    this.base = base;
  }

  private record Suivie(long personneId, LocalDate depuis) {}

  private record Reprise(long personneId, LocalDate le) {}

  private record Proposee(long id, long personneId, LocalDate le) {}

  private record Du(long id, LocalDate prevuLe) {}

  /** Lives them, once. */
  void jouer() {
    if (base.sql("select exists (select from sorties.sortie where source <> 'FICHIER')").query(Boolean.class).single()) {
      return;
    }
    LocalDate jour = LocalDate.now(horloge);
    Deque<Reprise> reprises = reprises(jour);
    for (int m = MOIS; m >= 0; m--) {
      LocalDate alors = jour.minusMonths(m);
      horloge.regler(alors.atTime(8, 0));
      // a month at once: what each transaction reads of its own is read once
      transaction.executeWithoutResult(_ -> {
        while (!reprises.isEmpty() && !reprises.peek().le().isAfter(alors)) {
          Reprise r = reprises.poll();
          dire.executer(r.personneId(), emploi(r.le(), r.personneId(), SourceDeSortie.PERSONNE), cle("reprise " + r.personneId()));
        }
        appeler(alors);
      });
    }
    transaction.executeWithoutResult(_ -> proposees().forEach(p -> completer.executer(p.personneId(), p.id(), completee(p))));
  }

  /** Those followed, one by one, each on a day of the year after her orientation. */
  private Deque<Reprise> reprises(LocalDate jour) {
    return new ArrayDeque<>(base.sql("""
        select distinct on (s.personne_id) s.personne_id, s.notifie_le as depuis from orientation.suivi s
        join allocataires.situation t on t.personne_id = s.personne_id and t.adulte and not t.fusionnee
        where s.etat <> 'CLOS' and s.personne_id % 100 < ? and not exists (select from sorties.sortie x where x.personne_id = s.personne_id)
        order by s.personne_id, s.notifie_le""").param(SUR_CENT).query(Suivie.class).list().stream()
        .map(s -> reprise(s, jour)).filter(r -> !r.le().isAfter(jour)).sorted(java.util.Comparator.comparing(Reprise::le)).toList());
  }

  private static Reprise reprise(Suivie s, LocalDate jour) {
    LocalDate tire = jour.minusDays(5L + new Random(s.personneId() * 31).nextInt(350));
    return new Reprise(s.personneId(), tire.isAfter(s.depuis()) ? tire : s.depuis().plusDays(45));
  }

  private void appeler(LocalDate alors) {
    // two tries at most: after a third she is written to, and nobody posts letters while these months are lived
    base.sql("""
        select r.id, r.prevu_le from sorties.rappel r where r.etat = 'PREVU' and r.prevu_le <= ? and r.id % 8 > 0
          and (select count(*) from sorties.essai e where e.rappel_id = r.id) < 2 order by r.id""").param(alors).query(Du.class).list()
        .forEach(d -> {
          if (d.id() % 4 == 1) {
            noter.essayer(d.id(), new EssaiDit(alors, CanalDuRappel.TELEPHONE, ResultatDEssai.PAS_DE_REPONSE, cle("essai " + d.id() + alors)));
          } else {
            noter.repondre(d.id(), new ReponseDite(REPONSES.get((int) (d.id() / 4 % REPONSES.size())), alors, CanalDuRappel.TELEPHONE, null, null));
          }
        });
  }

  private static SortieDite emploi(LocalDate le, long personne, SourceDeSortie source) {
    Random hasard = new Random(personne * 47);
    if (hasard.nextInt(10) == 0) {
      return new SortieDite(RaisonDeSortie.INDEPENDANT, le, source, Poste.AUCUN);
    }
    GenreDeContrat contrat = CONTRATS.get(hasard.nextInt(CONTRATS.size()));
    LocalDate fin = contrat == GenreDeContrat.CDI || contrat == GenreDeContrat.FONCTION_PUBLIQUE ? null : le.plusMonths(2L + hasard.nextInt(10));
    return new SortieDite(RaisonDeSortie.EMPLOI, le, source, new Poste(contrat, fin, BigDecimal.valueOf(20L + hasard.nextInt(4) * 5L), "", ""));
  }

  private static SortieDite completee(Proposee p) {
    RaisonDeSortie raison = RAISONS.get((int) (p.personneId() % RAISONS.size()));
    return raison == RaisonDeSortie.EMPLOI ? emploi(p.le(), p.personneId(), SourceDeSortie.REFERENT)
        : new SortieDite(raison, p.le(), SourceDeSortie.REFERENT, Poste.AUCUN);
  }

  private List<Proposee> proposees() {
    return base.sql("select id, personne_id, le from sorties.sortie where etat = 'PROPOSEE' and id % 3 > 0 order by id").query(Proposee.class).list();
  }

  private static UUID cle(String de) {
    return UUID.nameUUIDFromBytes(("sortie " + de).getBytes(StandardCharsets.UTF_8));
  }
}
