package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.echanges.caf.flux.EnTete;
import fr.jalon.echanges.caf.vraisemblance.Mesures;
import fr.jalon.echanges.caf.vraisemblance.Precedent;
import fr.jalon.echanges.caf.vraisemblance.Raison;
import fr.jalon.echanges.caf.vraisemblance.Seuils;
import fr.jalon.echanges.caf.vraisemblance.Vraisemblance;
import fr.jalon.echanges.caf.vraisemblance.Vraisemblance.Disparition;
import fr.jalon.echanges.caf.vraisemblance.Vraisemblance.Genre;
import fr.jalon.parametres.Parametres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds the file that a new one is compared with, in the transaction of the load. */
@Component
class ControleDeVraisemblance {
  /** Same payer for most of its dossiers, same family, loaded; what else is asked follows. */
  private static final String SEMBLABLES = """
       from echanges.import i where statut = 'CHARGE' and id <> ? and i.nature = ?
        and case substr(i.format, 1, 4) when 'VRSF' then 'FINANCIER' when 'VRSC' then 'CREANCES' when 'VRSB' then 'BENEFICIAIRES' when 'VRSD' then 'BENEFICIAIRES' end = ?
        and exists (select from echanges.import_organisme o where o.import_id = i.id and o.fonction_organisme = ? and o.numero_organisme = ?
          and not exists (select from echanges.import_organisme plus where plus.import_id = i.id and plus.dossiers > o.dossiers))""";
  /** Foyers whose right was open at the reference date, as known before this load, and those of them that it does not hold. */
  private static final String OUVERTS = """
      select count(distinct f.id), count(distinct f.id) filter (where v.id is null)
      from allocataires.foyer f join allocataires.droit d on d.foyer_id = f.id left join pg_temp.foyer_vu v on v.id = f.id
      where f.fonction_organisme = :fonction and f.numero_organisme = :numero and allocataires.est_vivant(d.etat) and d.depuis <= :reference and d.connu_le < :connu
        and d.oublie_le >= :connu and (d.jusqua > :reference or d.jusqua_connu_le >= :connu)""";
  private final JdbcClient base;
  private final JsonMapper json;
  private final Parametres parametres;

  ControleDeVraisemblance(@Qualifier("chargement") JdbcClient base, JsonMapper json, Parametres parametres) {
    this.base = base;
    this.json = json;
    this.parametres = parametres;
  }

  /**
   * To be called once the file is recorded, before its transaction ends.
   *
   * @return why the file should be held; empty when it looks like the ones before
   */
  List<Raison> raisons(ChargementEnCours enCours, Mesures ici) {
    long importId = enCours.importId;
    EnTete tete = enCours.tete;
    LocalDate recuLe = enCours.recuLe;
    Optional<CleFoyer> payeur = enCours.payeur();
    Genre genre = tete.format().startsWith("VRSF") ? Genre.FINANCIER : tete.format().startsWith("VRSC") ? Genre.CREANCES : Genre.BENEFICIAIRES;
    Seuils seuils = Seuils.lire(cle -> parametres.valeur("vraisemblance." + cle, recuLe).entier());
    boolean mensuel = "MENSUEL".equals(tete.nature());
    Precedent precedent = payeur.flatMap(p -> mensuel || genre == Genre.CREANCES ? precedent(importId, tete.nature(), genre, p, tete.reference())
        : plusGrosJournalier(importId, genre, p)).orElse(null);
    int stock = !mensuel && genre == Genre.BENEFICIAIRES ? payeur.flatMap(p -> precedent(importId, "MENSUEL", genre, p, LocalDate.of(9999, 1, 1)))
        .map(p -> p.mesures().dossiers()).orElse(0) : 0;
    List<Disparition> disparus = mensuel && genre == Genre.BENEFICIAIRES ? disparus(enCours) : List.of();
    return Vraisemblance.raisons(new Vraisemblance.Fichier(genre, mensuel, tete.reference(), recuLe), ici, precedent, stock, disparus, seuils);
  }

  /** A full file makes absent the foyers of every payer that it names, were it by one dossier: each is looked at. */
  private List<Disparition> disparus(ChargementEnCours enCours) {
    // each table once: what the planner believes of tables the load has just filled would have it look foyer by foyer
    base.sql("set local enable_nestloop = off").update();
    List<Disparition> disparus = enCours.organismesRetenus().stream()
        .map(o -> base.sql(OUVERTS).param("fonction", o.fonctionOrganisme()).param("numero", o.numeroOrganisme())
        .param("reference", enCours.tete.reference()).param("connu", enCours.connuLe)
        .query((l, _) -> new Disparition(o.fonctionOrganisme() + " " + o.numeroOrganisme(), l.getInt(2), l.getInt(1))).single()).toList();
    base.sql("set local enable_nestloop = on").update();
    return disparus;
  }

  private Optional<Precedent> precedent(long importId, String nature, Genre genre, CleFoyer payeur, LocalDate reference) {
    return base.sql("select i.fichier, i.date_reference, i.dossiers_lus, i.mesures " + SEMBLABLES
        + " and i.date_reference <= ? order by i.date_reference desc, exists (select from echanges.import_organisme d where d.import_id = i.id and d.depasse_par is not null), i.id desc limit 1")
        .params(importId, nature, genre.name(), payeur.fonctionOrganisme(), payeur.numeroOrganisme(), reference)
        .query((l, _) -> precedent(l)).optional();
  }

  private Precedent precedent(ResultSet l) throws SQLException {
    return new Precedent(l.getString(1), l.getObject(2, LocalDate.class),
        l.getString(4) == null ? Mesures.desDossiers(l.getInt(3)) : json.readValue(l.getString(4), Mesures.class));
  }

  /** Daily files vary: the biggest of the last twenty tells what a payer may send. */
  private Optional<Precedent> plusGrosJournalier(long importId, Genre genre, CleFoyer payeur) {
    return base.sql("select fichier, date_reference, dossiers_lus, mesures from (select i.fichier, i.date_reference, i.dossiers_lus, i.mesures "
        + SEMBLABLES
        + " order by i.date_reference desc, i.id desc limit 20) d order by dossiers_lus desc limit 1")
        .params(importId, "JOURNALIER", genre.name(), payeur.fonctionOrganisme(), payeur.numeroOrganisme())
        .query((l, _) -> precedent(l)).optional();
  }
}
