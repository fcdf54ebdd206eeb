package fr.jalon.sorties.lecture;

import fr.jalon.parametres.Parametres;
import fr.jalon.sorties.domaine.ClasseDeSortie;
import fr.jalon.sorties.domaine.EtatRappel;
import fr.jalon.sorties.domaine.EtatSortie;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.Poste;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.domaine.ReponseAuRappel;
import fr.jalon.sorties.domaine.SortieDite;
import fr.jalon.sorties.domaine.SourceDeSortie;
import fr.jalon.sorties.lecture.SortieDUnePersonne.Passage;
import fr.jalon.sorties.lecture.SortieDUnePersonne.Rappel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The exits of a person as the agent at work may read them, at any day, in three queries whatever their number. */
@Component
public class SortiesDUnePersonne {
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  SortiesDUnePersonne(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** To complete first, then the latest; none that was set aside. @param au the day at which they are known */
  @Transactional(readOnly = true)
  public List<SortieDUnePersonne> au(long personneId, LocalDate au) {
    return toutes(personneId, au).stream().filter(s -> s.etat() != EtatSortie.ECARTEE).toList();
  }

  /** The same, with those set aside, last. */
  @Transactional(readOnly = true)
  public List<SortieDUnePersonne> toutes(long personneId, LocalDate au) {
    Map<Long, List<Passage>> histoire = base.sql("""
        select objet_id, de, vers, le, habilitations.nom_agent(par) as par, motif from sorties.passage where personne_id = ? and le <= ?
        order by le desc, id desc""").params(personneId, au).query((l, _) -> new Passage(l.getLong("objet_id"), parmi(EtatSortie.class, l, "de"),
            EtatSortie.valueOf(l.getString("vers")), jour(l, "le"), l.getString("par"), l.getString("motif"))).list().stream()
        .collect(Collectors.groupingBy(Passage::sortieId));
    int fenetre = parametres.jours("sorties.fenetre_rappel_jours", LocalDate.now(horloge));
    Map<Long, List<Rappel>> rappels = base.sql("""
        select r.*, habilitations.nom_agent(r.repondu_par) as par, e.n, e.dernier from sorties.rappel r
        left join lateral (select count(*) as n, max(x.le) as dernier from sorties.essai x where x.rappel_id = r.id and x.le <= :au) e on true
        where r.personne_id = :personne order by r.rang""").param("personne", personneId).param("au", au).query((l, _) -> rappel(l, fenetre, au)).list()
        .stream().collect(Collectors.groupingBy(Rappel::sortieId));
    int suivie = parametres.mois("sorties.suivi_en_emploi_mois", LocalDate.now(horloge));
    return base.sql("select s.*, habilitations.nom_agent(s.ecrite_par) as par from sorties.sortie s where s.personne_id = ? order by s.le desc, s.id desc")
        .param(personneId).query((l, _) -> sortie(l, au, suivie, rappels.getOrDefault(l.getLong("id"), List.of()),
            histoire.getOrDefault(l.getLong("id"), List.of()))).list().stream().filter(s -> !s.histoire().isEmpty())
        .sorted(Comparator.comparing((SortieDUnePersonne s) -> s.etat() == EtatSortie.ECARTEE)
            .thenComparing(s -> s.etat() != EtatSortie.PROPOSEE)).toList();
  }

  private static Rappel rappel(ResultSet l, int fenetre, LocalDate au) throws SQLException {
    boolean su = jour(l, "repondu_le") != null && !jour(l, "repondu_le").isAfter(au);
    EtatRappel etat = EtatRappel.valueOf(l.getString("etat"));
    return new Rappel(l.getLong("id"), l.getLong("sortie_id"), l.getInt("rang"), etat == EtatRappel.REPONDU && !su ? EtatRappel.PREVU : etat,
        jour(l, "prevu_le"), jour(l, "prevu_le").plusDays(fenetre), l.getInt("n"), jour(l, "dernier"),
        su ? parmi(ReponseAuRappel.class, l, "reponse") : null, su ? jour(l, "repondu_le") : null, su ? parmi(GenreDeContrat.class, l, "contrat")
            : null,
        su ? l.getBigDecimal("heures") : null, su ? l.getString("par") : null);
  }

  private static SortieDUnePersonne sortie(ResultSet l, LocalDate au, int suivie, List<Rappel> rappels, List<Passage> histoire) throws SQLException {
    EtatSortie etat = histoire.isEmpty() ? EtatSortie.valueOf(l.getString("etat")) : histoire.getFirst().vers();
    RaisonDeSortie raison = RaisonDeSortie.valueOf(l.getString("raison"));
    LocalDate le = jour(l, "le");
    SortieDite dite = new SortieDite(raison, le, SourceDeSortie.valueOf(l.getString("source")), new Poste(parmi(GenreDeContrat.class, l, "contrat"),
        jour(l, "fin_le"), l.getBigDecimal("heures"), l.getString("employeur"), l.getString("metier")));
    LocalDate fermee = avant(l, "fermee_le", au);
    return new SortieDUnePersonne(l.getLong("id"), etat, histoire.isEmpty() ? le : histoire.getFirst().le(), dite,
        ClasseDeSortie.valueOf(l.getString("classe")), fermee, avant(l, "retour_le", au),
        raison.auTravail() && fermee == null ? le.plusMonths(suivie).minusDays(1) : null, l.getString("par"), rappels, histoire);
  }

  private static LocalDate avant(ResultSet l, String colonne, LocalDate au) throws SQLException {
    LocalDate jour = jour(l, colonne);
    return jour == null || jour.isAfter(au) ? null : jour;
  }

  static LocalDate jour(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, LocalDate.class);
  }

  static <E extends Enum<E>> E parmi(Class<E> type, ResultSet l, String colonne) throws SQLException {
    return l.getString(colonne) == null ? null : Enum.valueOf(type, l.getString(colonne));
  }
}
