package fr.jalon.habilitations.jetons;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign the tokens of the API (ES256), in the database and encrypted: a token outlives a restart, and every server of the
 * instance reads those of the others. A new key signs every ninety days; those before still verify.
 */
@Component
class ClesDeSignature implements JWKSource<SecurityContext> {
  private static final Duration RENOUVELLEMENT = Duration.ofDays(90);
  private static final Duration RELECTURE = Duration.ofMinutes(1);
  /** One server makes the key, the others wait and read it. */
  private static final long VERROU = 0x4a41504943L;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final Chiffrement chiffrement;
  private final Clock horloge;
  private volatile Lues lues = new Lues(List.of(), Instant.MIN, Instant.MIN);

  ClesDeSignature(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") TransactionTemplate transaction,
      Chiffrement chiffrement, Clock horloge) {
    this.base = base;
    this.transaction = transaction;
    this.chiffrement = chiffrement;
    this.horloge = horloge;
  }

  /** @param cles newest first @param derniere when the newest was made */
  private record Lues(List<JWK> cles, Instant derniere, Instant luesLe) {}

  private record Ligne(byte[] cle, OffsetDateTime creeeLe) {}

  @Override
  public List<JWK> get(JWKSelector choix, SecurityContext contexte) {
    Instant maintenant = horloge.instant();
    Lues l = lues;
    if (l.luesLe().plus(RELECTURE).isBefore(maintenant) || l.luesLe().isAfter(maintenant)) {
      l = relire(maintenant);
    }
    List<JWK> trouvees = choix.select(new JWKSet(l.cles()));
    return trouvees.isEmpty() ? choix.select(new JWKSet(relire(maintenant).cles())) : trouvees;
  }

  private Lues relire(Instant maintenant) {
    Lues l = lire(maintenant);
    if (l.cles().isEmpty() || l.derniere().plus(RENOUVELLEMENT).isBefore(maintenant)) {
      l = transaction.execute(_ -> {
        base.sql("select pg_advisory_xact_lock(?)").param(VERROU).query((_, _) -> 0).list();
        Lues entreTemps = lire(maintenant);
        return entreTemps.cles().isEmpty() || entreTemps.derniere().plus(RENOUVELLEMENT).isBefore(maintenant) ? creer(maintenant) : entreTemps;
      });
    }
    lues = l;
    return l;
  }

  private Lues creer(Instant maintenant) {
    try {
      ECKey cle = new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
      base.sql("insert into habilitations.cle_de_signature (id, cle, creee_le) values (?, ?, ?)")
          .params(cle.getKeyID(), chiffrement.chiffrer(cle.toJSONString().getBytes(StandardCharsets.UTF_8)), OffsetDateTime.now(horloge)).update();
    } catch (JOSEException e) {
      throw new IllegalStateException("Clé de signature impossible à créer", e);
    }
    return lire(maintenant);
  }

  private Lues lire(Instant maintenant) {
    List<Ligne> lignes = base.sql("select cle, creee_le from habilitations.cle_de_signature order by creee_le desc, id limit 4")
        .query(Ligne.class).list();
    return new Lues(lignes.stream().map(l -> cle(l.cle())).toList(), lignes.isEmpty() ? Instant.MIN : lignes.getFirst().creeeLe()
        .toInstant(), maintenant);
  }

  private JWK cle(byte[] chiffree) {
    try {
      return JWK.parse(new String(chiffrement.dechiffrer(chiffree), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("Clé de signature illisible", e);
    }
  }
}
