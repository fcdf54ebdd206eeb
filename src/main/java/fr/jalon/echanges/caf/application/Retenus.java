package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.flux.EnTete;
import fr.jalon.echanges.caf.vraisemblance.Mesures;
import fr.jalon.echanges.caf.vraisemblance.Raison;
import fr.jalon.echanges.registre.domaine.StatutImport;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The part of the register that keeps what files are measured by, and those held. */
@Component
class Retenus {
  private final JdbcClient base;
  private final Registre registre;
  private final JsonMapper json;
  private final Clock horloge;

  Retenus(@Qualifier("chargement") JdbcClient base, Registre registre, JsonMapper json, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.json = json;
    this.horloge = horloge;
  }

  /**
   * A file is held: nothing of it was kept but why. The same content held before is held no more: this row stands for it.
   *
   * @param ecartRaison why an agent accepted what was read of it before, or {@code null}
   */
  void retenir(long id, EnTete tete, FichierRetenu retenu, String ecartRaison, Integer annonces, int lus, long dureeMs) {
    registre.decrire(id, tete, retenu.organisme());
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("""
        update echanges.import set statut = 'RETENU', motif = null, ecart_accepte_par = null, ecart_raison = ?, raisons = ?::json::jsonb, dossiers_annonces = ?,
          dossiers_lus = ?, termine_le = ?, duree_ms = ? where id = ? and statut = any(?)""")
        .params(ecartRaison, json.writeValueAsString(retenu.raisons()), annonces, lus, maintenant, dureeMs, id, Registre.avant(StatutImport.RETENU))
        .update();
    base.sql("""
        update echanges.import a set statut = 'ECARTE', motif = 'Présenté de nouveau : voyez l''import ' || i.id || '.'
        from echanges.import i where i.id = ? and a.sha256 = i.sha256 and a.statut = 'RETENU' and a.id <> i.id""").param(id).update();
  }

  /** In the transaction of the load: what was measured, and what was accepted. @return true when the same content was held, and is no more */
  boolean mesurer(long id, String sha256, Mesures mesures, List<Raison> acceptees) {
    base.sql("update echanges.import set mesures = ?::json::jsonb, raisons = ?::json::jsonb where id = ?")
        .params(json.writeValueAsString(mesures), acceptees.isEmpty() ? null : json.writeValueAsString(acceptees), id).update();
    return base.sql("update echanges.import set statut = 'ECARTE', motif = 'Chargé ensuite : voyez l''import ' || ? || '.' where sha256 = ? and statut = 'RETENU' and id <> ?")
        .params(id, sha256, id).update() > 0;
  }

  /** The row of a file held of that content. */
  Optional<Long> deContenu(String sha256) {
    return base.sql("select id from echanges.import where sha256 = ? and statut = 'RETENU' order by id desc limit 1").param(sha256)
        .query(Long.class).optional();
  }

  /** Content of the files held, or accepted and not loaded yet: they stay on the disk. */
  Set<String> contenus() {
    return Set.copyOf(base.sql("select distinct sha256 from echanges.import where statut = 'RETENU' or statut in ('EN_ATTENTE', 'EN_COURS') and raisons is not null").query(String.class).list());
  }

  /** What was read of a file before it was accepted. @param raison why it was accepted a first time, or {@code null} */
  record Lues(Set<String> codes, String raison) {}

  /**
   * From held to waiting its turn; its reasons stay.
   *
   * @param agent who accepts
   * @return empty when someone decided meanwhile
   */
  Optional<Lues> reprendre(long id, String agent) {
    return base.sql("update echanges.import set statut = 'EN_ATTENTE', motif = null, ecart_accepte_par = ?, commence_le = ?, termine_le = null where id = ? and statut = 'RETENU' returning raisons, ecart_raison")
        .params(agent, OffsetDateTime.now(horloge), id)
        .query((l, _) -> new Lues(Stream.of(json.readValue(l.getString(1), Raison[].class)).map(Raison::code).collect(Collectors.toSet()),
        l.getString(2))).optional();
  }

  /** Given up. @return its content, empty when it is not held */
  Optional<String> ecarter(long id, String motif) {
    return base.sql("update echanges.import set statut = 'ECARTE', motif = ?, termine_le = ? where id = ? and statut = 'RETENU' returning sha256")
        .params(motif, OffsetDateTime.now(horloge), id).query(String.class).optional();
  }
}
