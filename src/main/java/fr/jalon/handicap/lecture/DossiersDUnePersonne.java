package fr.jalon.handicap.lecture;

import fr.jalon.handicap.domaine.AideAuDossier;
import fr.jalon.handicap.domaine.Constitution;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.domaine.SensDeLaReponse;
import fr.jalon.handicap.lecture.DossierMdph.Passage;
import fr.jalon.handicap.lecture.DossierMdph.Reponse;
import fr.jalon.parametres.Parametres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of a person as the agent at work may read them, at any day, in three queries whatever their number. */
@Component
public class DossiersDUnePersonne {
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  DossiersDUnePersonne(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** Those open first, then the latest; none that was noted by mistake. @param au the day at which they are known */
  @Transactional(readOnly = true)
  public List<DossierMdph> au(long personneId, LocalDate au) {
    return tous(personneId, au).stream().filter(d -> d.etat() != EtatDossierMdph.ECARTE).toList();
  }

  /** The same, with those noted by mistake, last. */
  @Transactional(readOnly = true)
  public List<DossierMdph> tous(long personneId, LocalDate au) {
    Map<Long, List<Passage>> histoire = base.sql("""
        select objet_id, de, vers, le, habilitations.nom_agent(par) as par, motif from handicap.passage where personne_id = ? and le <= ?
        order by le desc, id desc""").params(personneId, au).query((l, _) -> new Passage(l.getLong("objet_id"),
            l.getString("de") == null ? null : EtatDossierMdph.valueOf(l.getString("de")), EtatDossierMdph.valueOf(l.getString("vers")),
            jour(l, "le"), l.getString("par"), l.getString("motif"))).list().stream().collect(Collectors.groupingBy(Passage::dossierId));
    Map<Long, List<Reponse>> reponses = base.sql("""
        select id, dossier_id, droit, sens, sur_recours, decidee_le, depuis, jusqu_au, habilitations.nom_agent(saisie_par) as par, annulee_le
        from handicap.reponse where personne_id = ? and decidee_le <= ? order by id""").params(personneId, au)
        .query((l, _) -> new Reponse(l.getLong("id"), l.getLong("dossier_id"), DroitMdph.valueOf(l.getString("droit")),
            SensDeLaReponse.valueOf(l.getString("sens")), l.getBoolean("sur_recours"), jour(l, "decidee_le"), jour(l, "depuis"), jour(l, "jusqu_au"),
            l.getString("par"), l.getObject("annulee_le", OffsetDateTime.class))).list().stream().collect(Collectors.groupingBy(Reponse::dossierId));
    return base.sql("select * from handicap.dossier where personne_id = ? order by propose_le desc, id desc").param(personneId)
        .query((l, _) -> dossier(l, au, histoire.getOrDefault(l.getLong("id"), List.of()),
            reponses.getOrDefault(l.getLong("id"), List.of()))).list().stream().filter(d -> !d.histoire().isEmpty())
        .sorted(Comparator.comparing((DossierMdph d) -> d.etat() == EtatDossierMdph.ECARTE).thenComparing(d -> !d.etat().ouvert())).toList();
  }

  private DossierMdph dossier(ResultSet l, LocalDate au, List<Passage> histoire, List<Reponse> reponses) throws SQLException {
    EtatDossierMdph etat = histoire.isEmpty() ? EtatDossierMdph.valueOf(l.getString("etat")) : histoire.getFirst().vers();
    LocalDate depuis = etat.name().equals(l.getString("etat")) && !jour(l, "etat_depuis").isAfter(au) ? jour(l, "etat_depuis") : histoire.stream().filter(p -> p.de() != p.vers()).map(Passage::le).findFirst().orElse(jour(l, "etat_depuis"));
    LocalDate certificat = jour(l, "certificat_le");
    Dates dates = new Dates(avant(l, "depose_le", au), avant(l, "complet_le", au), avant(l, "decide_le", au), avant(l, "conteste_le", au),
        avant(l, "suites_dites_le", au));
    return new DossierMdph(l.getLong("id"), etat, depuis, l.getBoolean("renouvelle"), l.getString("maison"), l.getString("reference"),
        jour(l, "propose_le"), dates.deposeLe(), dates.completLe(), dates.decideLe(), dates.contesteLe(), dates.suitesDitesLe(),
        new Constitution(Arrays.stream((String[]) l.getArray("droits").getArray()).map(DroitMdph::valueOf).toList(),
            AideAuDossier.valueOf(l.getString("aide")), jour(l, "formulaire_le"), certificat, jour(l, "identite_le"), jour(l, "domicile_le")),
        certificat == null ? null : certificat.plusMonths(parametres.mois("handicap.validite_du_certificat", LocalDate.now(horloge))),
        limite(etat, depuis, dates), reponses, histoire);
  }

  private record Dates(LocalDate deposeLe, LocalDate completLe, LocalDate decideLe, LocalDate contesteLe, LocalDate suitesDitesLe) {
    LocalDate attenduDepuis() {
      return completLe != null ? completLe : deposeLe;
    }
  }

  private LocalDate limite(EtatDossierMdph etat, LocalDate depuis, Dates d) {
    return switch (etat) {
      case PROPOSE -> depuis.plusDays(parametres.jours("handicap.relance_proposition", depuis));
      case A_CONSTITUER -> depuis.plusDays(parametres.jours("handicap.delai_de_constitution", depuis));
      case DEPOSE, COMPLET -> plus("handicap.delai_de_decision", d.attenduDepuis());
      case CONTESTE -> plus("handicap.delai_de_reponse_au_recours", d.contesteLe());
      case DECIDE -> d.suitesDitesLe() == null ? plus("handicap.delai_de_recours", d.decideLe()) : null;
      case DECLINE, ABANDONNE, ECARTE -> null;
    };
  }

  private LocalDate plus(String cle, LocalDate depart) {
    return depart == null ? null : depart.plusMonths(parametres.mois(cle, depart));
  }

  /** The rights she holds that day, or that ended in the year before and were not asked again; one of a kind, the latest. */
  public List<DroitTenu> droits(List<DossierMdph> dossiers, LocalDate jour) {
    return Arrays.stream(DroitMdph.values()).flatMap(droit -> dossiers.stream().filter(d -> d.etat() != EtatDossierMdph.ECARTE)
        .flatMap(d -> d.reponses().stream()).filter(r -> r.compte() && r.droit() == droit && r.sens() == SensDeLaReponse.ACCORDE)
        .max(Comparator.comparing(Reponse::depuis).thenComparing(Reponse::id)).stream()
        .filter(r -> r.jusquAu() == null || r.jusquAu().isAfter(jour.minusYears(1)))
        .map(r -> new DroitTenu(droit, r.depuis(), r.jusquAu(), redemande(dossiers, r).isPresent()))).toList();
  }

  private static Optional<DossierMdph> redemande(List<DossierMdph> dossiers, Reponse r) {
    return dossiers.stream().filter(d -> d.id() != r.dossierId() && d.etat() != EtatDossierMdph.ECARTE && d.droits().contains(r.droit())
        && !d.proposeLe().isBefore(r.decideeLe())).findFirst();
  }

  private static LocalDate avant(ResultSet l, String colonne, LocalDate au) throws SQLException {
    LocalDate jour = jour(l, colonne);
    return jour == null || jour.isAfter(au) ? null : jour;
  }

  private static LocalDate jour(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, LocalDate.class);
  }
}
