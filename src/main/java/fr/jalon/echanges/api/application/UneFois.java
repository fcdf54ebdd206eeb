package fr.jalon.echanges.api.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.RefusMetier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what an application asks for, once: the same demand with the same key gives the same answer and does nothing more. A demand refused keeps no
 * key: it may be corrected and sent again with the same one.
 */
@Service
public class UneFois {
  private static final Pattern CLE = Pattern.compile("[\\x21-\\x7e]{1,100}");
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Chiffrement chiffrement;
  private final Clock horloge;

  UneFois(JdbcClient base, AgentCourant agentCourant, Chiffrement chiffrement, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.chiffrement = chiffrement;
    this.horloge = horloge;
  }

  /** What came of it. @param numero of what was recorded; @param deja true when it was by an earlier demand with the same key */
  public record Fait(long numero, boolean deja) {}

  private record Gardee(byte[] empreinte, Long suiviId) {}

  /**
   * @param cle header {@code Idempotency-Key}, or {@code null}; @param demande all that is asked, as text; @param acte gives the number of what it
   *     records
   * @throws RefusMetier those of the act, and CLE_DEJA_UTILISEE when the key was used for another demand
   */
  @Transactional
  public Fait faire(String cle, String demande, LongSupplier acte) {
    if (cle == null) {
      return new Fait(acte.getAsLong(), false);
    }
    if (!CLE.matcher(cle).matches()) {
      throw new RefusMetier("CLE_IMPOSSIBLE",
          "La clé (Idempotency-Key) compte 1 à 100 caractères visibles, sans accent ni espace. Un UUID convient.");
    }
    String client = agentCourant.perimetre().agent();
    byte[] empreinte = chiffrement.empreinte(demande.getBytes(StandardCharsets.UTF_8));
    // a second demand sent meanwhile waits here for the end of the first
    int nouvelle = base.sql("insert into echanges.requete_api (client, cle, empreinte, recue_le) values (?, ?, ?, ?) on conflict do nothing")
        .params(client, cle, empreinte, OffsetDateTime.now(horloge)).update();
    if (nouvelle == 0) {
      Gardee gardee = base.sql("select empreinte, suivi_id from echanges.requete_api where client = ? and cle = ?").params(client, cle)
          .query(Gardee.class).single();
      if (!Arrays.equals(gardee.empreinte(), empreinte)) {
        throw new RefusMetier("CLE_DEJA_UTILISEE", "Cette clé (Idempotency-Key) a servi à une autre demande : prenez-en une nouvelle.");
      }
      return new Fait(gardee.suiviId(), true);
    }
    long numero = acte.getAsLong();
    base.sql("update echanges.requete_api set suivi_id = ? where client = ? and cle = ?").params(numero, client, cle).update();
    return new Fait(numero, false);
  }
}
