package fr.jalon.habilitations.clients;

import fr.jalon.habilitations.ClientApi;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Clients of the API as a call needs them: read before anyone is known, through the owner's door. What the administration does on them goes
 * through {@link TenirLesClients}, under row-level security.
 */
@Component
public class ClientsConnus {
  static final String COLONNES = """
      select id, identifiant, nom, contact, portees, partout, territoires, organisations, actif, secret_depuis, secret_precedent_jusqua, cree_le,
        habilitations.nom_agent(cree_par) as cree_par, dernier_appel
      """;
  private final JdbcClient base;
  private final Clock horloge;

  ClientsConnus(@Qualifier("chargement") JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /**
   * What a call is checked against. @param empreintes hashes accepted now, separated by a space @param version tokens of another version are worth
   * nothing
   */
  public record Acces(ClientApi client, String empreintes, long version) {}

  /** The active client of that name. */
  public Optional<Acces> parIdentifiant(String identifiant) {
    return base.sql(COLONNES + """
        , secret, case when secret_precedent_jusqua > :maintenant then secret_precedent end as precedent, version
        from habilitations.client where identifiant = :identifiant and actif""")
        .param("maintenant", OffsetDateTime.now(horloge)).param("identifiant", identifiant)
        .query((l, n) -> new Acces(client(l, n), HexFormat.of().formatHex(l.getBytes("secret"))
            + (l.getBytes("precedent") == null ? "" : " " + HexFormat.of().formatHex(l.getBytes("precedent"))), l.getLong("version")))
        .optional();
  }

  /** Notes the call; written once a minute at most. */
  public void appele(long id) {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("update habilitations.client set dernier_appel = :maintenant where id = :id and (dernier_appel is null or dernier_appel < :avant or dernier_appel > :maintenant)")
        .param("maintenant", maintenant).param("id", id).param("avant", maintenant.minusMinutes(1)).update();
  }

  static ClientApi client(ResultSet l, int rang) throws SQLException {
    return new ClientApi(l.getLong("id"), l.getString("identifiant"), l.getString("nom"), l.getString("contact"),
        List.of((String[]) l.getArray("portees").getArray()), l.getBoolean("partout"), entiers(l.getArray("territoires")),
        entiers(l.getArray("organisations")),
        l.getBoolean("actif"), l.getObject("secret_depuis", OffsetDateTime.class), l.getObject("secret_precedent_jusqua", OffsetDateTime.class),
        l.getObject("cree_le", OffsetDateTime.class), l.getString("cree_par"), l.getObject("dernier_appel", OffsetDateTime.class));
  }

  private static List<Integer> entiers(Array tableau) throws SQLException {
    return List.of((Integer[]) tableau.getArray());
  }
}
