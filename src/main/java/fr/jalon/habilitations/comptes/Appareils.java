package fr.jalon.habilitations.comptes;

import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The devices an account came in from: failures elsewhere never slow them. A device holds, for each account, a value of 256 bits drawn at random,
 * of which the database keeps a keyed hash, until the password changes, the access is withdrawn, the agent takes it back or half a year passes.
 * One cookie holds the values of the last accounts; none serves for two, or who knows one of her own could slow the device of somebody else.
 */
@Component
public class Appareils {
  /** Days a device is known without coming in. */
  public static final int JOURS = 180;
  private static final int AU_PLUS = 20;
  private static final Pattern VALEUR = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final String ENTRE = ".";
  /** Accounts one browser is known of: a reception desk, and a cookie that stays short. */
  private static final int COMPTES_AU_PLUS = 12;
  private final SecureRandom hasard = new SecureRandom();
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private final Clock horloge;

  Appareils(@Qualifier("chargement") JdbcClient base, Chiffrement chiffrement, Clock horloge) {
    this.base = base;
    this.chiffrement = chiffrement;
    this.horloge = horloge;
  }

  /** A device. @param celuiCi true when it is the one that asks */
  public record Appareil(UUID id, String nom, OffsetDateTime creeLe, OffsetDateTime vuLe, boolean celuiCi) {}

  /** The number of the device, when this account knows it. @param temoin what the cookie holds, or {@code null} */
  public Optional<UUID> reconnaitre(String identifiant, String temoin) {
    List<byte[]> empreintes = valeurs(temoin).stream().map(this::empreinte).toList();
    if (identifiant == null || empreintes.isEmpty()) {
      return Optional.empty();
    }
    return base.sql("""
        select d.id from habilitations.appareil d join habilitations.agent a on a.id = d.agent_id and a.version_des_appareils = d.version
        where d.empreinte in (:empreintes) and lower(a.identifiant) = lower(:identifiant) and d.vu_le > :limite order by d.vu_le desc, d.id limit 1""")
        .param("empreintes", empreintes).param("identifiant", Comptes.net(identifiant)).param("limite", limite()).query(UUID.class).optional();
  }

  /**
   * The account just came in from this device.
   *
   * @param temoin what its cookie holds, or {@code null}
   * @param nom    browser and system
   * @return what the cookie must hold: the value of this account, a new one unless it is still good, then those of the others
   */
  public String retenir(long agent, String temoin, String nom) {
    List<String> valeurs = valeurs(temoin);
    String garde = valeurs.stream().filter(v -> encoreBon(agent, v)).findFirst().orElseGet(this::nouveau);
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("""
        insert into habilitations.appareil (id, agent_id, empreinte, nom, version, cree_le, vu_le)
        select ?, id, ?, ?, version_des_appareils, ?, ? from habilitations.agent where id = ?
        on conflict (agent_id, empreinte) do update set vu_le = excluded.vu_le, nom = excluded.nom""")
        .params(UUID.randomUUID(), empreinte(garde), nom, maintenant, maintenant, agent).update();
    base.sql("""
        delete from habilitations.appareil d using habilitations.agent a where a.id = d.agent_id and d.agent_id = :agent
          and (d.version <> a.version_des_appareils or d.vu_le <= :limite
            or d.id not in (select id from habilitations.appareil where agent_id = :agent order by vu_le desc, id limit :auPlus))""")
        .param("agent", agent).param("limite", limite()).param("auPlus", AU_PLUS).update();
    return Stream.concat(Stream.of(garde), valeurs.stream().filter(v -> !v.equals(garde))).limit(COMPTES_AU_PLUS).collect(Collectors.joining(ENTRE));
  }

  /** The devices an account knows, the last used first. @param temoin what the cookie of the one that asks holds, or {@code null} */
  public List<Appareil> de(long agent, String temoin) {
    return base.sql("""
        select d.id, d.nom, d.cree_le, d.vu_le, d.empreinte in (:empreintes) as celui_ci from habilitations.appareil d
        join habilitations.agent a on a.id = d.agent_id and a.version_des_appareils = d.version where d.agent_id = :agent and d.vu_le > :limite order by d.vu_le desc, d.id""")
        .param("empreintes", Stream.concat(Stream.of(""), valeurs(temoin).stream()).map(this::empreinte).toList()).param("agent", agent)
        .param("limite", limite()).query(Appareil.class).list();
  }

  /** False when the account has no such device. */
  public boolean oublier(long agent, UUID id) {
    return base.sql("delete from habilitations.appareil where id = ? and agent_id = ?").params(id, agent).update() == 1;
  }

  /** A value this account knows, and no other account; one it knew before a change never serves again. */
  private boolean encoreBon(long agent, String valeur) {
    return base.sql("""
        select count(*) > 0 and bool_and(d.agent_id = ? and d.version = a.version_des_appareils and d.vu_le > ?)
        from habilitations.appareil d join habilitations.agent a on a.id = d.agent_id where d.empreinte = ?""")
        .params(agent, limite(), empreinte(valeur)).query(Boolean.class).single();
  }

  private String nouveau() {
    byte[] octets = new byte[32];
    hasard.nextBytes(octets);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  private byte[] empreinte(String temoin) {
    return chiffrement.empreinte(("appareil " + temoin).getBytes(StandardCharsets.UTF_8));
  }

  private OffsetDateTime limite() {
    return OffsetDateTime.now(horloge).minusDays(JOURS);
  }

  private static List<String> valeurs(String temoin) {
    return temoin == null ? List.of()
        : Stream.of(temoin.split(Pattern.quote(ENTRE), COMPTES_AU_PLUS + 1)).limit(COMPTES_AU_PLUS)
        .filter(v -> VALEUR.matcher(v).matches()).distinct().toList();
  }
}
