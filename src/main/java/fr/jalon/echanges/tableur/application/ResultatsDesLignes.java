package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the rows of a spreadsheet gave, kept with them. */
@Component
class ResultatsDesLignes {
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private final JsonMapper json;
  private final Clock horloge;

  ResultatsDesLignes(JdbcClient base, Chiffrement chiffrement, JsonMapper json, Clock horloge) {
    this.base = base;
    this.chiffrement = chiffrement;
    this.json = json;
    this.horloge = horloge;
  }

  /**
   * What a row gave.
   *
   * @param changement contact details it changed, or {@code null}
   * @param cree       numbers of what it wrote in other rooms, to undo it; empty for a person
   */
  record Resultat(int rang, StatutLigne statut, String phrase, String suivi, boolean doublon, Long personneId, Contacts.Changement changement,
      Map<String, Long> cree) {
    Resultat(int rang, StatutLigne statut, String phrase, String suivi, boolean doublon, Long personneId, Contacts.Changement changement) {
      this(rang, statut, phrase, suivi, doublon, personneId, changement, Map.of());
    }

    Resultat avecSuivi(String note) {
      return new Resultat(rang, statut, phrase, note, doublon, personneId, changement, cree);
    }
  }

  /** A row that another recording settled meanwhile stays as it said. */
  @Transactional
  void garder(long id, List<Resultat> resultats) {
    base.sql("""
        update echanges.tableur_ligne l set statut = r.statut, phrase = r.phrase, suivi = r.suivi, doublon = r.doublon, personne_id = r.personne_id,
          changement_chiffre = r.changement, cree = r.cree::jsonb, enregistree_le = case when r.statut = 'ERREUR' then null else ?::timestamptz end
        from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::bigint[], ?::bytea[], ?::text[]) r (rang, statut, phrase, suivi, doublon, personne_id, changement, cree)
        where l.tableur_id = ? and l.rang = r.rang and l.statut in ('A_FAIRE', 'ERREUR')""").params(OffsetDateTime.now(horloge), resultats.stream().map(Resultat::rang).toArray(Integer[]::new),
        resultats.stream().map(r -> r.statut().name()).toArray(String[]::new), resultats.stream().map(Resultat::phrase).toArray(String[]::new),
        resultats.stream().map(Resultat::suivi).toArray(String[]::new), resultats.stream().map(Resultat::doublon).toArray(Boolean[]::new),
        resultats.stream().map(Resultat::personneId).toArray(Long[]::new),
        resultats.stream().map(r -> r.changement() == null ? null
        : chiffrement.chiffrer(json.writeValueAsString(r.changement()).getBytes(StandardCharsets.UTF_8))).toArray(byte[][]::new),
        resultats.stream().map(r -> r.cree().isEmpty() ? null : json.writeValueAsString(r.cree())).toArray(String[]::new),
        id).update();
  }
}
