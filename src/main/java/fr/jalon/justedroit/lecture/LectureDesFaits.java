package fr.jalon.justedroit.lecture;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts of foyers at some days, as known today, in one query. Row-level security answers for the perimeter. */
@Component
public class LectureDesFaits {
  private static final String VRAI_CE_JOUR = " %1$s.depuis <= j.jour and %1$s.jusqua > j.jour and %1$s.oublie_le = 'infinity'";
  private static final String FAITS = """
      select j.jour, d.foyer_id, d.etat, d.situation_famille, d.situation_famille_depuis, d.sans_domicile, d.majore,
        m.foyer_id montant_foyer, m.droit_total, m.revenu_minimum_garanti, m.ressources, m.prestations_familiales, m.aide_logement, m.reduction,
        m.precisions #>> '{MontantsCalculDroitRSA,0,MTABANEURSA}' abattement,
        b.personne_id, b.adulte, b.a_charge, b.enceinte, p.date_naissance, p.nom, p.prenom, f.matricule, f.fonction_organisme organisme, t.nom territoire,
        r.foyer_id ressource_foyer, r.trimestre_debut, r.trimestre_fin, coalesce(r.nulles, false) nulles, r.moyenne, r.mois
      from (select unnest(cast(cast(:jours as text[]) as date[])) jour) j
      join allocataires.droit d on""" + VRAI_CE_JOUR.formatted("d") + """
       and %s
      join allocataires.foyer f on f.id = d.foyer_id
      left join structures.territoire t on t.id = f.territoire_id
      left join allocataires.montant m on m.foyer_id = d.foyer_id and""" + VRAI_CE_JOUR.formatted("m") + """

      join allocataires.membre b on b.foyer_id = d.foyer_id and""" + VRAI_CE_JOUR.formatted("b") + """

      join allocataires.personne p on p.id = b.personne_id
      left join allocataires.ressource r on r.foyer_id = d.foyer_id and r.personne_id = b.personne_id and""" + VRAI_CE_JOUR.formatted("r") + """

      order by d.foyer_id, j.jour, b.role <> 'DEM', b.role <> 'CJT', p.date_naissance, b.personne_id""";
  private final JdbcClient base;

  LectureDesFaits(JdbcClient base) {
    this.base = base;
  }

  /** Reference date of the last monthly file, or empty before the first. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> derniereReference() {
    return base.sql("select max(date_reference) from allocataires.provenance where nature = 'MENSUEL' and coalesce(format, '') not similar to 'VRS[FC]%'")
        .query(LocalDate.class).optional();
  }

  /** The facts of a foyer at these days, oldest first; a day without facts gives nothing. */
  @Transactional(readOnly = true)
  public List<FoyerLu> deFoyer(long foyerId, List<LocalDate> jours) {
    FaitsLus lus = new FaitsLus();
    base.sql(FAITS.formatted("d.foyer_id = :foyer")).param("jours", jours.stream().map(LocalDate::toString).toArray(String[]::new))
        .param("foyer", foyerId).query(lus);
    return lus.fin();
  }

  /** Every foyer of the perimeter whose right is paid at a day. */
  @Transactional(readOnly = true)
  public List<FoyerLu> versablesAu(LocalDate jour) {
    FaitsLus lus = new FaitsLus();
    base.sql(FAITS.formatted("allocataires.est_verse(d.etat)")).param("jours", new String[] {jour.toString()}).query(lus);
    return lus.fin();
  }
}
