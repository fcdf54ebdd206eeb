package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.echanges.tableur.domaine.FoyersDuTableur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a spreadsheet in the register of imports, so that each fact says where it comes from. In the transaction that records it. */
@Component
class RegistreDuTableur {
  private final JdbcClient base;
  private final JsonMapper json;
  private final Clock horloge;

  RegistreDuTableur(@Qualifier("chargement") JdbcClient base, JsonMapper json, Clock horloge) {
    this.base = base;
    this.json = json;
    this.horloge = horloge;
  }

  long ouvrir(Tableur t, LocalDate reference) {
    return base.sql("""
        insert into echanges.import (fichier, sha256, format, application, organisme, date_reference, recu_le, statut, dossiers_lus, commence_le, agent)
        values (?, ?, ?, ?, ?, ?, ?, 'CHARGE', 0, ?, ?) returning id""")
        .params(t.fichier(), t.sha256(), FoyersDuTableur.ORGANISME, t.format(), FoyersDuTableur.ORGANISME, reference, reference,
        OffsetDateTime.now(horloge), t.auteur())
        .query(Long.class).single();
  }

  /** Notes a spreadsheet that could not be read: nothing of it is kept but its name and why. */
  void refuser(String fichier, String sha256, long octets, String motif, String agent) {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("""
        insert into echanges.import (fichier, sha256, octets, format, organisme, recu_le, statut, motif, commence_le, termine_le, agent)
        values (?, ?, ?, ?, ?, ?, 'REFUSE', ?, ?, ?, ?)""")
        .params(fichier, sha256, octets, FoyersDuTableur.ORGANISME, FoyersDuTableur.ORGANISME, maintenant.toLocalDate(), motif, maintenant,
        maintenant, agent).update();
  }

  /** Counts again the rows that wait for a correction. */
  void compterLesErreurs(long tableurId) {
    base.sql("""
        update echanges.import i set totaux = jsonb_set(coalesce(i.totaux, '{}'), '{lignesEnErreur}',
          (select to_jsonb(count(*)) from echanges.tableur_ligne l where l.tableur_id = t.id and l.statut = 'ERREUR'))
        from echanges.tableur t where t.id = ? and t.import_id = i.id""").param(tableurId).update();
  }

  /** Adds what a recording gave; the same spreadsheet may be recorded in several times, as its rows are corrected. */
  void ajouter(long id, int lignes, int erreurs, Bilan b, int personnesModifiees, int personnesInchangees, int entrants, long dureeMs) {
    base.sql("""
        update echanges.import set dossiers_lus = greatest(dossiers_lus, ?), rejets = 0, foyers_crees = foyers_crees + ?, foyers_modifies = foyers_modifies + ?,
          foyers_inchanges = foyers_inchanges + ?, personnes_creees = personnes_creees + ?, personnes_modifiees = personnes_modifiees + ?,
          personnes_inchangees = personnes_inchangees + ?, nouveaux_entrants = nouveaux_entrants + ?, mouvements = ?::json::jsonb, totaux = ?::json::jsonb,
          termine_le = ?, duree_ms = coalesce(duree_ms, 0) + ? where id = ?""")
        .params(lignes, b.foyersCrees(), b.foyersModifies(), b.foyersInchanges(), b.personnesCreees(), personnesModifiees,
        personnesInchangees, entrants,
            json.writeValueAsString(b.mouvements()), json.writeValueAsString(Map.of("doublonsPossibles", b.doublonsPossibles(),
            "lignesEnErreur", erreurs)),
            OffsetDateTime.now(horloge), dureeMs, id).update();
  }
}
