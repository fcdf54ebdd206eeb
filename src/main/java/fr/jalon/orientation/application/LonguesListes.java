package fr.jalon.orientation.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.orientation.application.LongueListe.Demande;
import fr.jalon.orientation.application.LongueListe.Ligne;
import fr.jalon.orientation.domaine.EtatListe;
import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The long lists of the agent at work; what is proposed is kept encrypted. */
@Component
class LonguesListes {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<Long, String>> PHRASES = new TypeReference<>() {};
  private final JdbcClient base;
  private final JdbcClient proprietaire;
  private final AgentCourant agentCourant;
  private final Chiffrement chiffrement;
  private final Clock horloge;

  LonguesListes(JdbcClient base, @Qualifier("chargement") JdbcClient proprietaire, AgentCourant agentCourant,
      Chiffrement chiffrement, Clock horloge) {
    this.base = base;
    this.proprietaire = proprietaire;
    this.agentCourant = agentCourant;
    this.chiffrement = chiffrement;
    this.horloge = horloge;
  }

  /** @return its number */
  @Transactional
  long creer(Demande demande) {
    return base.sql("insert into orientation.longue_liste (demande_par, demande, etat_depuis) values (?, ?::jsonb, ?) returning id")
        .params(agentCourant.perimetre().agent(), JSON.writeValueAsString(demande), OffsetDateTime.now(horloge)).query(Long.class).single();
  }

  @Transactional(readOnly = true)
  Optional<LongueListe> lire(long id) {
    return base.sql("select * from orientation.longue_liste where id = ?").param(id).query((l, _) -> liste(l)).optional();
  }

  /** Moves to another state. @return false when it stood where this one may not follow */
  @Transactional
  boolean passer(long id, EtatListe vers) {
    return base.sql("update orientation.longue_liste set etat = ?, etat_depuis = ? where id = ? and etat = any(?)")
        .params(vers.name(), OffsetDateTime.now(horloge), id, vers.precedents().toArray(String[]::new)).update() == 1;
  }

  /** It stopped before its end; through the owner's door, because it is said of anybody's list. */
  void cesser(long id, EtatListe depuis) {
    proprietaire.sql("update orientation.longue_liste set etat = 'INTERROMPUE', etat_depuis = ? where id = ? and etat = ?")
        .params(OffsetDateTime.now(horloge), id, depuis.name()).update();
  }

  /** Those that no job searches or records any more. */
  void rendreLesOrphelines(EtatListe depuis, String genre) {
    proprietaire.sql("update orientation.longue_liste set etat = 'INTERROMPUE', etat_depuis = ? where etat = ? and not travaux.vivant(?, id::text)")
        .params(OffsetDateTime.now(horloge), depuis.name(), genre).update();
  }

  /** Erases lists that ended before this moment. */
  int oublierAvant(OffsetDateTime moment) {
    return proprietaire.sql("delete from orientation.longue_liste where etat not in ('RECHERCHE', 'ENREGISTREMENT') and etat_depuis < ?")
        .param(moment).update();
  }

  /** What was found. */
  @Transactional
  void proposer(long id, String garantie, List<Ligne> lignes, Map<Long, String> laissees) {
    base.sql("update orientation.longue_liste set garantie = ?, lignes = ?, laissees = ?::jsonb where id = ?")
        .params(garantie, chiffrement.chiffrer(JSON.writeValueAsString(lignes).getBytes(StandardCharsets.UTF_8)),
        JSON.writeValueAsString(laissees), id).update();
    passer(id, EtatListe.PROPOSEE);
  }

  /** In the transaction that records them. @param traitees lines recorded or left, from the first */
  @Transactional
  void avancer(long id, int traitees, List<Long> suivis, Map<Long, String> laissees) {
    base.sql("update orientation.longue_liste set traitees = ?, suivis = suivis || ?::bigint[], laissees = laissees || ?::jsonb where id = ?")
        .params(traitees, suivis.stream().mapToLong(Long::longValue).toArray(), JSON.writeValueAsString(laissees), id).update();
  }

  private LongueListe liste(ResultSet l) throws SQLException {
    byte[] lignes = l.getBytes("lignes");
    return new LongueListe(l.getLong("id"), JSON.readValue(l.getString("demande"), Demande.class), EtatListe.valueOf(l.getString("etat")),
        l.getString("garantie"),
        lignes == null ? List.of() : List.of(JSON.readValue(new String(chiffrement.dechiffrer(lignes), StandardCharsets.UTF_8), Ligne[].class)),
        l.getInt("traitees"),
        List.of((Long[]) l.getArray("suivis").getArray()), JSON.readValue(l.getString("laissees"), PHRASES));
  }
}
