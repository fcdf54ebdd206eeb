package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeance;
import fr.jalon.echeances.Echeances;
import fr.jalon.orientation.domaine.DelaiDOrientation;
import fr.jalon.orientation.domaine.Evolution;
import fr.jalon.parametres.Parametres;
import fr.jalon.parametres.Valeur;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The review that a parcours social is due (L. 262-31 CASF), later when the diagnostic tells of a vulnerability (D. 262-65-2-1 CASF). It sets
 * the register as the follow-ups say: open while one runs, stopped while it sleeps, met when another orientation follows in time, void otherwise.
 * There is one for each door to PostgreSQL: a file that changes a follow-up changes its deadline at once.
 */
public class ReexamenDuParcoursSocial {
  private final JdbcClient base;
  private final Echeances echeances;
  private final Parametres parametres;

  ReexamenDuParcoursSocial(JdbcClient base, Echeances echeances, Parametres parametres) {
    this.base = base;
    this.echeances = echeances;
    this.parametres = parametres;
  }

  private record Ligne(long id, long personneId, LocalDate notifieLe, String etat, LocalDate etatDepuis, boolean reexamenLong,
      String echeance, LocalDate suivanteLe,
      LocalDate prochainLe, LocalDate maintenuLe) {}

  /** Sets right the deadlines of every follow-up. @return how many changed */
  public int mettreAJour() {
    return mettreAJour(lire(null));
  }

  /** The same for the follow-ups of these persons only. */
  public int mettreAJour(Collection<Long> personnes) {
    return mettreAJour(lire(personnes.stream().mapToLong(Long::longValue).toArray()));
  }

  /** The day of notification of these follow-ups moved: a review that runs starts again from there. */
  public int repartir(Collection<Long> suivis) {
    List<Ligne> ouverts = base.sql("""
        select s.id, s.personne_id, s.notifie_le, s.etat, s.etat_depuis, coalesce(r.reexamen_long, false) as reexamen_long, x.etat as echeance, null::date as suivante_le,
          m.prochain_le, m.fait_le as maintenu_le
        from orientation.suivi s join echeances.echeance x on x.nature = :nature and x.objet_id = s.id and x.etat = 'OUVERTE'
        left join diagnostic.recommandation r on r.id = s.recommandation_id
        left join lateral (select a.fait_le, a.prochain_le from orientation.maintien a where a.suivi_id = s.id and a.annule_le is null
          order by a.id desc limit 1) m on true
        where s.id = any(:suivis::bigint[])""")
        .param("nature", Nature.REEXAMEN_SOCIAL).param("suivis", suivis.stream().mapToLong(Long::longValue).toArray()).query(Ligne.class).list();
    return echeances.ouvrir(Nature.REEXAMEN_SOCIAL, ouverts.stream().flatMap(l -> ouverture(l).stream()).toList());
  }

  /** The follow-ups whose deadline does not stand as they say. */
  private List<Ligne> lire(long[] personnes) {
    return base.sql("""
        select s.id, s.personne_id, s.notifie_le, s.etat, s.etat_depuis, coalesce(r.reexamen_long, false) as reexamen_long, x.etat as echeance,
          n.notifie_le as suivante_le, m.prochain_le, m.fait_le as maintenu_le
        from orientation.suivi s
        left join diagnostic.recommandation r on r.id = s.recommandation_id
        left join lateral (select a.fait_le, a.prochain_le from orientation.maintien a where a.suivi_id = s.id and a.annule_le is null
          order by a.id desc limit 1) m on true
        left join echeances.echeance x on x.nature = :nature and x.objet_id = s.id
        left join lateral (select min(o.notifie_le) as notifie_le from orientation.suivi o where o.personne_id = s.personne_id and o.id > s.id
          and s.jusqua > s.notifie_le and s.motif_fin <> :fin_de_droit and o.notifie_le between s.fin_le and x.limite_legale) n on true
        where s.parcours = 'SOCIAL' and (:personnes::bigint[] is null or s.personne_id = any(:personnes::bigint[]))
          and case s.etat when 'EN_COURS' then coalesce(x.etat <> 'OUVERTE', true) when 'EN_VEILLE' then coalesce(x.etat <> 'SUSPENDUE', true)
            else x.etat in ('OUVERTE', 'SUSPENDUE') or x.etat = 'CADUQUE' and n.notifie_le is not null end""")
        .param("nature", Nature.REEXAMEN_SOCIAL).param("fin_de_droit", Evolution.FIN_DE_DROIT).param("personnes", personnes)
        .query(Ligne.class).list();
  }

  private int mettreAJour(List<Ligne> lignes) {
    int[] faites = {echeances.ouvrir(Nature.REEXAMEN_SOCIAL,
        lignes.stream().filter(l -> l.echeance() == null && !"CLOS".equals(l.etat())).flatMap(l -> ouverture(l).stream()).toList())};
    Map<LocalDate, List<Ligne>> parJour = lignes.stream().collect(Collectors.groupingBy(Ligne::etatDepuis));
    parJour.forEach((jour, meme) -> {
      faites[0] += echeances.suspendre(Nature.REEXAMEN_SOCIAL, ids(meme, l -> "EN_VEILLE".equals(l.etat())), jour);
      faites[0] += reprendre(meme.stream().filter(l -> "EN_COURS".equals(l.etat()) && "SUSPENDUE".equals(l.echeance())).toList(), jour);
      List<Long> revues = ids(meme, l -> "CLOS".equals(l.etat()) && l.suivanteLe() != null);
      // closed first, oriented again after: it was void for a moment
      faites[0] += echeances.rouvrir(Nature.REEXAMEN_SOCIAL, revues, jour);
      faites[0] += echeances.rouvrir(Nature.REEXAMEN_SOCIAL, ids(meme, l -> "EN_COURS".equals(l.etat())), jour);
      faites[0] += echeances.tenir(Nature.REEXAMEN_SOCIAL, revues, jour);
      faites[0] += echeances.rendreCaduque(Nature.REEXAMEN_SOCIAL, ids(meme, l -> "CLOS".equals(l.etat()) && l.suivanteLe() == null), jour);
    });
    return faites[0];
  }

  /** From the orientation, or from the last time the parcours social was kept. */
  private Optional<Echeances.Ouverture> ouverture(Ligne l) {
    LocalDate depart = l.maintenuLe() == null ? l.notifieLe() : l.maintenuLe();
    return terme(l.reexamenLong(), depart).map(v -> {
      LocalDate limite = l.prochainLe() == null ? depart.plus(v.duree()) : l.prochainLe();
      // an orientation of 2024 reviewed in 2025 is reviewed under the law of 2025
      String enVigueur = parametres.chercher(v.cle(), limite).map(Valeur::reference).orElse(v.reference());
      return new Echeances.Ouverture(l.personneId(), l.id(), depart, limite, enVigueur, null, null);
    });
  }

  /**
   * How long until the review, with its article; empty before the law asked for one. @param longue true when the diagnostic tells of a vulnerability
   */
  Optional<Valeur> terme(boolean longue, LocalDate depart) {
    Optional<Valeur> terme = longue ? parametres.chercher("orientation.reexamen_social_long", depart) : Optional.empty();
    return terme.or(() -> parametres.chercher("orientation.reexamen_social", depart));
  }

  private int reprendre(List<Ligne> lignes, LocalDate jour) {
    if (lignes.isEmpty()) {
      return 0;
    }
    DelaiDOrientation.Reprise regle = DelaiDOrientation.Reprise.valueOf(parametres.valeur("orientation.reprise_apres_suspension", jour).texte());
    List<Echeance> avant = echeances.deObjets(Nature.REEXAMEN_SOCIAL, lignes.stream().map(Ligne::id).toList());
    return echeances.reprendre(Nature.REEXAMEN_SOCIAL, avant.stream().map(e -> new Echeances.Reprise(e.objetId(),
        regle.nouvelleLimite(e.limiteLegale(), e.depart(), e.etatDepuis(), jour), null)).toList(), jour);
  }

  private static List<Long> ids(List<Ligne> lignes, Function<Ligne, Boolean> lesquelles) {
    return lignes.stream().filter(lesquelles::apply).map(Ligne::id).toList();
  }
}
