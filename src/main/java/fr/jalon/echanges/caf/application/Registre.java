package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.echanges.VerrouDesChargements;
import fr.jalon.echanges.caf.flux.EnTete;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import fr.jalon.echanges.registre.domaine.StatutImport;
import fr.jalon.socle.RefusMetier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The register of the files received, through the owner's door: begun, loaded, refused, interrupted. */
@Component
class Registre {
  /** A load under way of which reasons are written is one of a held file that was accepted: after an accident it is held again, its file is kept. */
  private static final String SINON_RETENU = "case when raisons is null then %s else 'RETENU' end";
  private static final String ENCORE_RETENU =
      "case when raisons is null then '' else ' Le fichier reste retenu : acceptez-le de nouveau, ou écartez-le.' end";
  private final JdbcClient base;
  private final Clock horloge;
  private final JsonMapper json;

  Registre(@Qualifier("chargement") JdbcClient base, Clock horloge, JsonMapper json) {
    this.base = base;
    this.horloge = horloge;
    this.json = json;
  }

  /** A file already loaded. */
  record DejaCharge(long id, String fichier, String format, String nature, LocalDate reference, OffsetDateTime le, Integer annonces, int lus) {}

  Optional<DejaCharge> dejaCharge(String sha256) {
    return base.sql("""
        select id, fichier, format, nature, date_reference, termine_le, dossiers_annonces, dossiers_lus
        from echanges.import where sha256 = ? and statut = 'CHARGE'""").param(sha256)
        .query((l, n) -> new DejaCharge(l.getLong(1), l.getString(2), l.getString(3), l.getString(4), l.getObject(5, LocalDate.class),
            l.getObject(6, OffsetDateTime.class), (Integer) l.getObject(7), l.getInt(8))).optional();
  }

  long commencer(String fichier, String sha256, long octets, LocalDate recuLe, String agent) {
    return base.sql("insert into echanges.import (fichier, sha256, octets, recu_le, statut, commence_le, agent) values (?, ?, ?, ?, 'EN_COURS', ?, ?) returning id")
        .params(fichier, sha256, octets, recuLe, OffsetDateTime.now(horloge), agent).query(Long.class).single();
  }

  /** Logins of who dropped a file and of who accepted it. */
  List<String> responsables(long id) {
    return base.sql("select agent from echanges.import where id = :id union select ecart_accepte_par from echanges.import where id = :id and ecart_accepte_par is not null")
        .param("id", id).query(String.class).list();
  }

  /** A file dropped by an agent, waiting its turn. */
  long attendre(String fichier, String sha256, long octets, LocalDate recuLe, String agent) {
    return base.sql("insert into echanges.import (fichier, sha256, octets, recu_le, statut, commence_le, agent) values (?, ?, ?, ?, 'EN_ATTENTE', ?, ?) returning id")
        .params(fichier, sha256, octets, recuLe, OffsetDateTime.now(horloge), agent).query(Long.class).single();
  }

  /** Its turn has come. What held it stays written until it is loaded or refused: see {@link #SINON_RETENU}. */
  long demarrer(long id) {
    int n = base.sql("""
        update echanges.import set statut = 'EN_COURS', commence_le = ?, motif = null, ligne = null, balise = null
        where id = ? and statut = any(?)""").params(OffsetDateTime.now(horloge), id, avantOuDeja(StatutImport.EN_COURS)).update();
    if (n == 0) {
      throw new RefusMetier("DEJA_DECIDE", "Quelqu'un vient de décider de ce fichier : il n'est pas chargé.");
    }
    return id;
  }

  /** A file of the same content waiting or being loaded. */
  Optional<Long> enRoute(String sha256) {
    return base.sql("select id from echanges.import where sha256 = ? and statut in ('EN_ATTENTE', 'EN_COURS') order by id desc limit 1").param(sha256)
        .query(Long.class).optional();
  }

  void decrire(long id, EnTete tete, String organisme) {
    base.sql("update echanges.import set format = ?, nature = ?, application = ?, date_reference = ?, date_creation = ?, organisme = coalesce(?, organisme) where id = ?")
        .params(tete.format(), tete.nature(), tete.application(), tete.reference(), tete.creation(), organisme, id).update();
  }

  void refuser(long id, EnTete tete, FluxRefuse refus, Integer annonces, int lus, long dureeMs) {
    if (tete != null) {
      decrire(id, tete, null);
    }
    base.sql("""
        update echanges.import set statut = 'REFUSE', motif = ?, ligne = ?, balise = ?, dossiers_annonces = ?, dossiers_lus = ?, termine_le = ?, duree_ms = ?,
          ecart_seul = ?, raisons = null
        where id = ? and statut = any(?)""").params(refus.getMessage(), refus.ligne() == 0 ? null : refus.ligne(), refus.balise(), annonces, lus, OffsetDateTime.now(horloge), dureeMs,
        refus.ecartSeul(), id, avant(StatutImport.REFUSE)).update();
  }

  /** The same content was loaded meanwhile by someone else: this row has nothing more to say. */
  void dejaChargeAilleurs(Long id) {
    if (id != null) {
      base.sql("""
          update echanges.import set statut = 'INTERROMPU', motif = 'Ce fichier vient d''être chargé par ailleurs : il n''y a rien à refaire.', termine_le = ?
          where id = ? and statut = any(?)""").params(OffsetDateTime.now(horloge), id, avantOuDeja(StatutImport.INTERROMPU)).update();
    }
  }

  /** A failure that is nobody's file: the load can be started again. */
  void interrompre(long id, String motif) {
    base.sql("update echanges.import set statut = " + SINON_RETENU.formatted("'INTERROMPU'") + ", motif = ? || " + ENCORE_RETENU
        + ", termine_le = ? where id = ? and statut in ('EN_ATTENTE', 'EN_COURS')")
        .params(motif, OffsetDateTime.now(horloge), id).update();
  }

  /** True when this file is held: it stays on the disk. */
  boolean retenu(long id) {
    return base.sql("select exists (select from echanges.import where id = ? and statut = 'RETENU')").param(id).query(Boolean.class).single();
  }

  /** Someone stopped it: nothing of it was kept. @return false when it was over */
  boolean annuler(long id, String motif) {
    return base.sql("update echanges.import set statut = " + SINON_RETENU.formatted("'ANNULE'") + ", motif = ? || " + ENCORE_RETENU
        + ", termine_le = ? where id = ? and statut in ('EN_ATTENTE', 'EN_COURS')")
        .params(motif, OffsetDateTime.now(horloge), id).update() == 1;
  }

  /** Loads cut short by a kill: nothing of them was kept. Only the one who holds the lock of loads may say so. */
  int constaterLesInterrompus(long saufLui) {
    return base.sql("update echanges.import set statut = " + SINON_RETENU.formatted("'INTERROMPU'")
        + ", termine_le = ?, motif = 'Le chargement a été interrompu avant sa fin. Rien n''a été gardé : relancez-le.' || " + ENCORE_RETENU
        + " where statut = 'EN_COURS' and id < ? and not travaux.vivant(?, id::text)")
        .params(OffsetDateTime.now(horloge), saufLui, FileDesChargements.CODE).update();
  }

  /** The server stops in the middle of a load, which goes on when it starts again: nothing of it was kept so far. */
  void remettreEnAttente(long id) {
    base.sql("update echanges.import set statut = 'EN_ATTENTE', motif = null, termine_le = null where id = ? and statut = any(?)")
        .params(id, avant(StatutImport.EN_ATTENTE)).update();
  }

  /** Contents of files that wait or are being loaded. */
  List<String> contenus(List<Long> imports) {
    return base.sql("select sha256 from echanges.import where id = any(:ids::bigint[])").param("ids", imports.toArray(Long[]::new))
        .query(String.class).list();
  }

  /** At the start of the server: whatever waits without a job to do it. @param sauf imports that have one */
  void oublierLaFileDAttente(List<Long> sauf) {
    base.sql("update echanges.import set statut = " + SINON_RETENU.formatted("'INTERROMPU'")
        + ", termine_le = :le, motif = 'Jalon a été arrêté avant le tour de ce fichier. Rien n''a été chargé : relancez-le.' || " + ENCORE_RETENU
        + " where statut = 'EN_ATTENTE' and id <> all(:sauf::bigint[])").param("le", OffsetDateTime.now(horloge))
        .param("sauf", sauf.toArray(Long[]::new)).update();
  }

  /** Says which loads were cut short, when nobody is loading. To be called in a transaction; never waits. */
  void constaterSiPersonneNeCharge() {
    if (base.sql("select pg_try_advisory_xact_lock(?)").param(VerrouDesChargements.NUMERO).query(Boolean.class).single()) {
      constaterLesInterrompus(Long.MAX_VALUE);
    }
  }

  void charger(long id, Rapport r, Map<String, Integer> mouvements, Object totaux, String ecartRaison, String agent) {
    base.sql("""
        update echanges.import set statut = 'CHARGE', motif = null, ecart_seul = false, dossiers_annonces = ?, dossiers_lus = ?, foyers_crees = ?, foyers_modifies = ?, foyers_inchanges = ?,
          personnes_creees = ?, personnes_modifiees = ?, personnes_inchangees = ?, rejets = ?, nouveaux_entrants = ?, mouvements = ?::json::jsonb,
          totaux = ?::json::jsonb, ecart_raison = ?, ecart_accepte_par = ?, termine_le = ?, duree_ms = ? where id = ?""")
        .params(r.dossiersAnnonces(), r.dossiersLus(), r.foyers().crees(), r.foyers().modifies(), r.foyers().inchanges(), r.personnes().creees(),
            r.personnes().modifiees(), r.personnes().inchangees(), r.rejets().size(), r.nouveauxEntrants(), json.writeValueAsString(mouvements),
            json.writeValueAsString(totaux), ecartRaison, ecartRaison == null ? null : agent, OffsetDateTime.now(horloge), r.dureeMs(), id).update();
  }

  /** Payer of a file, e.g. {@code CAF 071}. */
  Optional<String> organisme(long id) {
    return base.sql("select organisme from echanges.import where id = ? and organisme is not null").param(id).query(String.class).optional();
  }

  /** Financial files of the same month and of one of these payers ({@code CAF 071}) already loaded. */
  List<Long> financiersDuMois(List<String> payeurs, LocalDate reference, long saufLui) {
    return base.sql("""
        select id from echanges.import i where statut = 'CHARGE' and format like 'VRSF%'
          and date_trunc('month', date_reference) = date_trunc('month', ?::date) and id <> ?
          and exists (select from echanges.import_organisme o where o.import_id = i.id and o.fonction_organisme || ' ' || o.numero_organisme = any (?::text[]))""")
        .params(reference, saufLui, payeurs.toArray(String[]::new)).query(Long.class).list();
  }

  /** True when nothing was ever recorded for this payer. */
  boolean premierFichier(CleFoyer organisme) {
    return !base.sql("select exists (select 1 from allocataires.foyer where fonction_organisme = ? and numero_organisme = ?)")
        .params(organisme.fonctionOrganisme(), organisme.numeroOrganisme()).query(Boolean.class).single();
  }

  static void garderOrganismes(Connection connexion, long importId, Map<CleFoyer, Integer> organismes) throws SQLException {
    try (PreparedStatement ordre = connexion.prepareStatement("insert into echanges.import_organisme values (?, ?, ?, ?)")) {
      for (Map.Entry<CleFoyer, Integer> o : organismes.entrySet()) {
        ordre.setLong(1, importId);
        ordre.setString(2, o.getKey().fonctionOrganisme());
        ordre.setString(3, o.getKey().numeroOrganisme());
        ordre.setInt(4, o.getValue());
        ordre.addBatch();
      }
      ordre.executeBatch();
    }
  }

  private static String[] avantOuDeja(StatutImport vers) {
    return Stream.concat(Stream.of(vers.name()), vers.precedents().stream()).toArray(String[]::new);
  }

  static String[] avant(StatutImport vers) {
    return vers.precedents().toArray(String[]::new);
  }

  static LocalDateTime instant(LocalDate jour, String heure) {
    return jour == null ? null : heure == null || heure.length() < 8 ? jour.atStartOfDay() : LocalDateTime.parse(jour + "T" + heure.substring(0, 8));
  }
}
