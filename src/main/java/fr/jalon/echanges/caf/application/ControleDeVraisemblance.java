package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.echanges.caf.flux.EnTete;
import fr.jalon.echanges.caf.vraisemblance.Mesures;
import fr.jalon.echanges.caf.vraisemblance.Precedent;
import fr.jalon.echanges.caf.vraisemblance.Raison;
import fr.jalon.echanges.caf.vraisemblance.Seuils;
import fr.jalon.echanges.caf.vraisemblance.Vraisemblance;
import fr.jalon.echanges.caf.vraisemblance.Vraisemblance.Genre;
import fr.jalon.parametres.Parametres;
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
  /** Same payer, same family, loaded; what else is asked follows. */
  private static final String SEMBLABLES = """
       from echanges.import i where statut = 'CHARGE' and id <> ? and i.nature = ?
        and case substr(i.format, 1, 4) when 'VRSF' then 'FINANCIER' when 'VRSC' then 'CREANCES' when 'VRSB' then 'BENEFICIAIRES' when 'VRSD' then 'BENEFICIAIRES' end = ?
        and exists (select from echanges.import_organisme o where o.import_id = i.id and o.fonction_organisme = ? and o.numero_organisme = ?)""";
  private final JdbcClient base;
  private final JsonMapper json;
  private final Parametres parametres;

  ControleDeVraisemblance(@Qualifier("chargement") JdbcClient base, JsonMapper json, Parametres parametres) {
    this.base = base;
    this.json = json;
    this.parametres = parametres;
  }

  /**
   * @param payeur the payer of most of its dossiers
   * @return why the file should be held; empty when it looks like the ones before
   */
  List<Raison> raisons(long importId, EnTete tete, LocalDate recuLe, Mesures ici, Optional<CleFoyer> payeur) {
    Genre genre = tete.format().startsWith("VRSF") ? Genre.FINANCIER : tete.format().startsWith("VRSC") ? Genre.CREANCES : Genre.BENEFICIAIRES;
    Seuils seuils = Seuils.lire(cle -> parametres.valeur("vraisemblance." + cle, recuLe).entier());
    boolean mensuel = "MENSUEL".equals(tete.nature());
    Precedent precedent = payeur.flatMap(p -> mensuel || genre == Genre.CREANCES ? precedent(importId, tete.nature(), genre, p, tete.reference())
        : plusGrosJournalier(importId, genre, p)).orElse(null);
    int stock = !mensuel && genre == Genre.BENEFICIAIRES ? payeur.flatMap(p -> precedent(importId, "MENSUEL", genre, p, LocalDate.of(9999, 1, 1))).map(p -> p.mesures().dossiers()).orElse(0) : 0;
    return Vraisemblance.raisons(new Vraisemblance.Fichier(genre, mensuel, tete.reference(), recuLe), ici, precedent, stock, seuils);
  }

  private Optional<Precedent> precedent(long importId, String nature, Genre genre, CleFoyer payeur, LocalDate reference) {
    return base.sql("select i.fichier, i.date_reference, i.dossiers_lus, i.mesures " + SEMBLABLES + " and i.date_reference <= ? order by i.date_reference desc, i.id desc limit 1")
        .params(importId, nature, genre.name(), payeur.fonctionOrganisme(), payeur.numeroOrganisme(), reference)
        .query((l, _) -> new Precedent(l.getString(1), l.getObject(2, LocalDate.class),
            l.getString(4) == null ? Mesures.desDossiers(l.getInt(3)) : json.readValue(l.getString(4), Mesures.class))).optional();
  }

  /** Daily files vary: the biggest of the last twenty tells what a payer may send. */
  private Optional<Precedent> plusGrosJournalier(long importId, Genre genre, CleFoyer payeur) {
    return base.sql("select fichier, date_reference, dossiers_lus from (select i.fichier, i.date_reference, i.dossiers_lus " + SEMBLABLES
        + " order by i.date_reference desc, i.id desc limit 20) d order by dossiers_lus desc limit 1")
        .params(importId, "JOURNALIER", genre.name(), payeur.fonctionOrganisme(), payeur.numeroOrganisme())
        .query((l, _) -> new Precedent(l.getString(1), l.getObject(2, LocalDate.class), Mesures.desDossiers(l.getInt(3)))).optional();
  }
}
