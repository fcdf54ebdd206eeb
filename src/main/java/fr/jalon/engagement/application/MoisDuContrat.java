package fr.jalon.engagement.application;

import fr.jalon.echeances.Echeance;
import fr.jalon.echeances.Echeances;
import fr.jalon.engagement.domaine.DelaiDuContrat;
import fr.jalon.parametres.Parametres;
import fr.jalon.parametres.Valeur;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The month to sign (D. 5411-14-1 code du travail), set right in the register as the follow-ups and the signatures say: open from the notification,
 * stopped while the follow-up sleeps, met the day the contract is signed, void when it ends unsigned, one more for another orientation. France
 * Travail draws up its own contracts: no delay runs here for those it follows.
 */
@Component
public class MoisDuContrat {
  private static final String DELAI = "engagement.delai_contrat";
  private static final String STOCK = "engagement.stock";
  private final JdbcClient base;
  private final Echeances echeances;
  private final Parametres parametres;

  MoisDuContrat(JdbcClient base, Echeances echeances, Parametres parametres) {
    this.base = base;
    this.echeances = echeances;
    this.parametres = parametres;
  }

  /** @param aPoster its letter has not left: nothing is notified; @param depart of the deadline, {@code null} when there is none */
  private record Ligne(long id, long personneId, LocalDate notifieLe, String etat, LocalDate etatDepuis, boolean aPoster, LocalDate signeeLe,
      String echeance, LocalDate depart) {
    /** Not the month of this notification: its day was said wrong, or its letter came back. */
    boolean autreDepart() {
      return "EN_COURS".equals(etat) && echeance != null && !"TENUE".equals(echeance) && !"SUSPENDUE".equals(echeance) && !depart.equals(notifieLe);
    }
  }

  /** The delay in force; empty before the law. @param jour any day */
  public Optional<DelaiDuContrat> delai(LocalDate jour) {
    Optional<Valeur> stock = parametres.chercher(STOCK, jour);
    return parametres.chercher(DELAI, jour).flatMap(d -> stock.map(s -> new DelaiDuContrat(s.depuis(), d.duree(), s.duree())));
  }

  /** @param personnes {@code null} for everyone; @return how many deadlines changed */
  int mettreAJour(Collection<Long> personnes, LocalDate jour) {
    List<Ligne> toutes = lire(personnes, jour);
    int faites = echeances.rendreCaduque(Nature.CONTRAT, ids(toutes, Ligne::aPoster), jour);
    List<Ligne> lignes = toutes.stream().filter(l -> !l.aPoster()).toList();
    faites += echeances.ouvrir(Nature.CONTRAT, lignes.stream().filter(l -> l.signeeLe() == null && (l.echeance() == null && !"CLOS".equals(l.etat())
        || l.autreDepart())).map(l -> ouverture(l, jour)).filter(Objects::nonNull).toList());
    Map<LocalDate, List<Ligne>> signees = lignes.stream().filter(l -> l.signeeLe() != null).collect(Collectors.groupingBy(Ligne::signeeLe));
    for (Map.Entry<LocalDate, List<Ligne>> e : signees.entrySet()) {
      // signed before anybody opened it: it is opened to be met, or nothing would tell in how many days
      echeances.ouvrir(Nature.CONTRAT, e.getValue().stream().filter(l -> l.echeance() == null).map(l -> ouverture(l, jour)).filter(Objects::nonNull)
          .toList());
      List<Long> ids = e.getValue().stream().map(Ligne::id).toList();
      echeances.rouvrir(Nature.CONTRAT, ids(e.getValue(), l -> "CADUQUE".equals(l.echeance())), e.getKey());
      faites += echeances.tenir(Nature.CONTRAT, ids, e.getKey());
    }
    List<Ligne> aSigner = lignes.stream().filter(l -> l.signeeLe() == null && l.echeance() != null).toList();
    faites += echeances.annulerLaTenue(Nature.CONTRAT, ids(aSigner, l -> "TENUE".equals(l.echeance())));
    for (Map.Entry<LocalDate, List<Ligne>> e : aSigner.stream().collect(Collectors.groupingBy(Ligne::etatDepuis)).entrySet()) {
      List<Ligne> memes = e.getValue();
      faites += echeances.suspendre(Nature.CONTRAT, ids(memes, l -> "EN_VEILLE".equals(l.etat())), e.getKey());
      faites += reprendre(ids(memes, l -> "EN_COURS".equals(l.etat()) && "SUSPENDUE".equals(l.echeance())), e.getKey());
      faites += echeances.rouvrir(Nature.CONTRAT, ids(memes, l -> "EN_COURS".equals(l.etat()) && "CADUQUE".equals(l.echeance())), e.getKey());
      faites += echeances.rendreCaduque(Nature.CONTRAT, ids(memes, l -> "CLOS".equals(l.etat())), e.getKey());
    }
    return faites;
  }

  /** The follow-ups whose deadline does not stand as they say. */
  private List<Ligne> lire(Collection<Long> personnes, LocalDate jour) {
    LocalDate loi = delai(jour).map(DelaiDuContrat::enVigueur).orElse(jour);
    return base.sql("""
        select s.id, s.personne_id, s.notifie_le, s.etat, s.etat_depuis, s.a_poster, v.signee_le, x.etat as echeance, x.depart
        from orientation.suivi s join structures.organisation o on o.id = s.organisation_id and o.nature <> 'FRANCE_TRAVAIL'
        left join echeances.echeance x on x.nature = :nature and x.objet_id = s.id
        left join lateral (select min(n.signee_le) as signee_le from engagement.version n join engagement.contrat c on c.id = n.contrat_id and c.etat <> 'ECARTE'
          where n.suivi_id = s.id and n.etat = 'SIGNEE') v on true
        where (:personnes::bigint[] is null or s.personne_id = any(:personnes::bigint[]))
          and case when s.a_poster then x.etat in ('OUVERTE', 'SUSPENDUE')
            when v.signee_le is not null then x.etat is distinct from 'TENUE' or x.etat_depuis <> v.signee_le
            when s.etat = 'EN_COURS' then x.etat is distinct from 'OUVERTE' or x.depart <> s.notifie_le and s.notifie_le >= :loi
            when s.etat = 'EN_VEILLE' then x.etat is distinct from 'SUSPENDUE' else x.etat in ('OUVERTE', 'SUSPENDUE', 'TENUE') end""")
        .param("nature", Nature.CONTRAT).param("loi", loi)
        .param("personnes", personnes == null ? null : personnes.stream().mapToLong(Long::longValue).toArray()).query(Ligne.class).list();
  }

  private Echeances.Ouverture ouverture(Ligne l, LocalDate jour) {
    LocalDate quand = l.notifieLe().isAfter(jour) ? l.notifieLe() : jour;
    return delai(quand).map(d -> new Echeances.Ouverture(l.personneId(), l.id(), d.depart(l.notifieLe()), d.limite(l.notifieLe()),
        parametres.valeur(d.duStock(l.notifieLe()) ? STOCK : DELAI, quand).reference(), null, null)).orElse(null);
  }

  private int reprendre(List<Long> suivis, LocalDate jour) {
    List<Echeance> arretees = suivis.isEmpty() ? List.of() : echeances.deObjets(Nature.CONTRAT, suivis);
    return echeances.reprendre(Nature.CONTRAT, arretees.stream().map(e -> new Echeances.Reprise(e.objetId(),
        DelaiDuContrat.apresUnArret(e.limiteLegale(), e.etatDepuis(), jour), null)).toList(), jour);
  }

  private static List<Long> ids(List<Ligne> lignes, Predicate<Ligne> lesquelles) {
    return lignes.stream().filter(lesquelles).map(Ligne::id).toList();
  }
}
