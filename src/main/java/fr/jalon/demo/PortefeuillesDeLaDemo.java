package fr.jalon.demo;

import fr.jalon.accompagnement.application.EntrerEnIntensif;
import fr.jalon.accompagnement.application.SortirDIntensif;
import fr.jalon.accompagnement.domaine.EntreeIntensive;
import fr.jalon.accompagnement.domaine.MotifDeSortie;
import fr.jalon.accompagnement.domaine.SortieIntensive;
import fr.jalon.parametres.Horloge;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The intensive portfolios of the demonstration, month after month, through the doors of everyone: the two intensive référents who follow most take a
 * few persons each month, some leave after a while, and of most whose follow-up ended somebody says so. No plan publishes such figures: inventions.
 * Where no référent is intensive, nothing.
 */
@Component
class PortefeuillesDeLaDemo {
  private static final int PAR_MOIS = 4;
  private static final int AU_PLUS = 40;
  private static final int MOIS_AVANT_DE_SORTIR = 5;
  private static final int SORTIES = 15;
  private static final List<String> RAISONS = List.of("Proche de l'emploi, d'accord pour un contact par semaine.",
      "Disponible et motivée, il reste à lever la mobilité.", "Projet précis, à accompagner de près.");
  private static final List<MotifDeSortie> MOTIFS = List.of(MotifDeSortie.EMPLOI, MotifDeSortie.EMPLOI, MotifDeSortie.FORMATION,
      MotifDeSortie.RETOUR_ORDINAIRE, MotifDeSortie.FIN_DE_PERIODE, MotifDeSortie.REFUS);
  private final EntrerEnIntensif entrer;
  private final SortirDIntensif sortir;
  private final Horloge horloge;
  private final JdbcClient base;
  private final Map<String, Integer> refuses = new TreeMap<>();
  private YearMonth fait;

  PortefeuillesDeLaDemo(EntrerEnIntensif entrer, SortirDIntensif sortir, Horloge horloge, @Qualifier("chargement") JdbcClient base) {
    this.entrer = entrer;
    this.sortir = sortir;
    this.horloge = horloge;
    this.base = base;
  }

  /** @param fini true when nobody follows her any more */
  private record Dedans(long id, boolean fini) {}

  /** The month of the clock, the first time it is met. */
  void passer() {
    LocalDate jour = LocalDate.now(horloge);
    if (YearMonth.from(jour).equals(fait)) {
      return;
    }
    fait = YearMonth.from(jour);
    for (int referent : referents(jour)) {
      faireSortir(referent, jour);
      List<Long> nouvelles = nouvelles(referent, jour);
      if (!nouvelles.isEmpty()) {
        essayer(() -> entrer.executer(new EntreeIntensive(referent, nouvelles, jour, RAISONS.get(fait.getMonthValue() % RAISONS.size()), "", "")));
      }
    }
  }

  /** What could not be played: how many times by code of refusal, or by sentence. */
  Map<String, Integer> conclure() {
    return refuses;
  }

  private void essayer(Supplier<Map<Long, String>> acte) {
    try {
      acte.get().values().forEach(phrase -> refuses.merge(phrase, 1, Integer::sum));
    } catch (RefusMetier refus) {
      refuses.merge(refus.code(), 1, Integer::sum);
    }
  }

  private void faireSortir(int referent, LocalDate jour) {
    base.sql("""
        select i.id, not exists (select from orientation.suivi s where s.personne_id = i.personne_id and s.etat <> 'CLOS') as fini from accompagnement.intensif i
        where i.referent_id = ? and i.etat = 'EN_COURS' and i.entre_le < ?""").params(referent, jour.minusMonths(MOIS_AVANT_DE_SORTIR)).query(Dedans.class)
        .list().forEach(d -> {
          Random hasard = new Random(d.id() * 41 + fait.hashCode());
          if (hasard.nextInt(100) < (d.fini() ? 100 - SORTIES : SORTIES)) {
            MotifDeSortie motif = d.fini() ? MotifDeSortie.PLUS_SUIVIE : MOTIFS.get(hasard.nextInt(MOTIFS.size()));
            essayer(() -> sortir.executer(new SortieIntensive(List.of(d.id()), jour, motif, "")));
          }
        });
  }

  private List<Integer> referents(LocalDate jour) {
    return base.sql("""
        select f.referent_id from structures.portefeuille_intensif f join orientation.suivi s on s.referent_id = f.referent_id and s.etat = 'EN_COURS'
        where f.debut <= :jour and coalesce(f.fin, 'infinity') > :jour group by f.referent_id order by count(*) desc, f.referent_id limit 2""")
        .param("jour", jour).query(Integer.class).list();
  }

  /** A few of hers who never were in a portfolio, while there is room. */
  private List<Long> nouvelles(int referent, LocalDate jour) {
    return base.sql("""
        select s.personne_id from accompagnement.suivie s join structures.referent r on r.id = s.referent_id
        where s.referent_id = :referent and s.parcours is not null and s.notifie_le < :avant
          and not exists (select from orientation.changement_de_referent g where g.personne_id = s.personne_id)
          and not exists (select from accompagnement.intensif i where i.personne_id = s.personne_id)
          and (select count(*) from accompagnement.intensif i where i.referent_id = :referent and i.etat = 'EN_COURS') + :par_mois < floor(:au_plus * r.etp)
        order by md5(s.personne_id::text), s.personne_id limit :par_mois""").param("referent", referent).param("avant", jour.minusDays(20))
        .param("par_mois", PAR_MOIS).param("au_plus", AU_PLUS).query(Long.class).list();
  }
}
