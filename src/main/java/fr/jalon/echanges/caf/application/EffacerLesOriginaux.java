package fr.jalon.echanges.caf.application;

import fr.jalon.echeances.Balayage;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * With the daily sweep, erases what files hold of persons once past its time: the original, the dossiers rejected, what was left aside, the files
 * held that nobody decided on. The register keeps that there was a file, its figures and what became of each reject. By the owner's door.
 *
 * <p>Six months after the load when every reject is treated ({@code conservation.fichiers}), a year at most ({@code
 * conservation.fichiers_au_plus}): before the dossier of a person is itself past its time. A monthly file that would arrive later than that no
 * longer knows which foyers a later file rejected alone.
 */
@Component
class EffacerLesOriginaux implements Balayage {
  private static final Logger LOG = LoggerFactory.getLogger(EffacerLesOriginaux.class);
  private static final String EFFACE = "Effacé : le temps de garde est passé.";
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final Retenus retenus;
  private final DepotDeFichiers depot;
  private final Parametres parametres;
  private final Clock horloge;

  EffacerLesOriginaux(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") TransactionTemplate transaction,
      Retenus retenus, DepotDeFichiers depot,
      Parametres parametres, Clock horloge) {
    this.base = base;
    this.transaction = transaction;
    this.retenus = retenus;
    this.depot = depot;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  @Override
  public int balayer(LocalDate jour) {
    try {
      transaction.executeWithoutResult(_ -> effacer(jour));
      base.sql("select id from echanges.import where statut = 'RETENU' and termine_le < ?").param(debut(jour, "conservation.fichiers_au_plus"))
          .query(Long.class).list()
          .forEach(id -> retenus.ecarter(id, EFFACE + " Rien n'a été chargé.").flatMap(depot::retrouver).ifPresent(depot::oublier));
    } catch (RuntimeException e) {
      // they wait for tomorrow; the deadlines of the day, set right in the same sweep, do not
      LOG.warn("Les fichiers d'origine passés n'ont pas été effacés", e);
    }
    return 0;
  }

  private OffsetDateTime debut(LocalDate jour, String parametre) {
    return jour.minus(parametres.valeur(parametre, jour).duree()).atStartOfDay(horloge.getZone()).toOffsetDateTime();
  }

  private void effacer(LocalDate jour) {
    Map<String, Object> p = new HashMap<>();
    p.put("jour", jour);
    p.put("limite", debut(jour, "conservation.fichiers"));
    p.put("butoir", debut(jour, "conservation.fichiers_au_plus"));
    p.put("maintenant", OffsetDateTime.now(horloge));
    p.put("efface", EFFACE);
    for (String ordre : List.of("""
        update echanges.rejet r set statut = 'ECARTE', statut_par = 'conservation', statut_le = :maintenant from echanges.import i
        where i.id = r.import_id and r.statut = 'OUVERT' and i.termine_le < :butoir""", """
        update echanges.rejet r set dossier_chiffre = null, numero_demande = null, matricule = null, valeur = null, correction = null, raison = :efface,
          statut_motif = case when r.statut_par = 'conservation' then 'Jamais traité' end, efface_le = :jour from echanges.import i
        where i.id = r.import_id and r.efface_le is null and r.statut <> 'OUVERT' and (coalesce(r.statut_le, i.termine_le) < :limite or i.termine_le < :butoir)""", """
        delete from echanges.anomalie a using echanges.import i where i.id = a.import_id and i.termine_le < :limite""", """
        with passes as (select i.id, i.sha256 from echanges.import i where i.original_efface_le is null and i.statut <> 'EN_COURS' and i.format is distinct from 'TABLEUR'
            and i.termine_le < :limite and (i.termine_le < :butoir or not exists (select from echanges.rejet r where r.import_id = i.id and r.statut = 'OUVERT'))
            and exists (select from echanges.morceau m where m.sha256 = i.sha256)
            and not exists (select from echanges.import j where j.sha256 = i.sha256 and j.id > i.id and j.statut in ('CHARGE', 'EN_COURS', 'EN_ATTENTE'))),
          effaces as (delete from echanges.morceau m using passes p where m.sha256 = p.sha256)
        update echanges.import i set original_efface_le = :jour from passes p where p.id = i.id""")) {
      base.sql(ordre).params(p).update();
    }
  }
}
