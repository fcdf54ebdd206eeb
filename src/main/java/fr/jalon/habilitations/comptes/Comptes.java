package fr.jalon.habilitations.comptes;

import fr.jalon.habilitations.Agent;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Accounts as the login needs them: read before anyone is known, and what an agent changes on her own account. Goes through the
 * owner's door; everything one agent does to another's account goes through {@link fr.jalon.habilitations.Habilitations}, under row-level security.
 */
@Component
public class Comptes {
  private static final String COLONNES = """
      select id, identifiant, nom, courriel, role, partout, territoires, organisations, actif, totp_actif, mot_de_passe_a_changer,
        version_de_securite
      from habilitations.agent
      """;
  private final JdbcClient base;
  private final Clock horloge;

  Comptes(@Qualifier("chargement") JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** What a password is checked against. {@code empreinte} is {@code null} when the account has no password. */
  public record Empreinte(String empreinte, OffsetDateTime expireLe) {}

  /** The second factor of an account. {@code dernierPas} is the last time step used, or -1. */
  public record SecondFacteur(byte[] secretChiffre, boolean actif, long dernierPas) {}

  /**
   * A login as it is compared: what Spring Security takes off both ends is taken off (spaces and control characters), capitals are small. One
   * account, one key, whatever is typed around its name.
   *
   * @return an empty text for what no login can be
   */
  public static String net(String tape) {
    String net = tape == null ? "" : tape.trim().toLowerCase(Locale.ROOT);
    return net.length() <= 100 && net.matches("\\p{Graph}+") ? net : "";
  }

  public Optional<Agent> parIdentifiant(String identifiant) {
    return base.sql(COLONNES + "where lower(identifiant) = lower(?)").param(identifiant).query(Comptes::agent).optional();
  }

  public Optional<Agent> parId(long id) {
    return base.sql(COLONNES + "where id = ?").param(id).query(Comptes::agent).optional();
  }

  public Optional<Agent> parSujetOidc(String sujet) {
    return base.sql(COLONNES + "where sujet_oidc = ?").param(sujet).query(Comptes::agent).optional();
  }

  /** The active account with that e-mail and not yet linked to an identity provider. */
  public Optional<Agent> parCourrielNonLie(String courriel) {
    return base.sql(COLONNES + "where lower(courriel) = lower(?) and actif and sujet_oidc is null").param(courriel).query(Comptes::agent).optional();
  }

  /** True when no account exists yet. */
  public boolean aucun() {
    return !base.sql("select exists (select from habilitations.agent)").query(Boolean.class).single();
  }

  public Empreinte empreinte(long id) {
    return base.sql("select mot_de_passe, mot_de_passe_expire_le from habilitations.agent where id = ?").param(id)
        .query((l, _) -> new Empreinte(l.getString(1), l.getObject(2, OffsetDateTime.class))).single();
  }

  /** Hash of the password that the administration replaced, or {@code null}. */
  public String empreintePrecedente(long id) {
    return base.sql("select mot_de_passe_precedent from habilitations.agent where id = ?").param(id)
        .query((l, _) -> java.util.Optional.ofNullable(l.getString(1))).single().orElse(null);
  }

  /** What an open session is compared with. @param raison why the version went up the last time, or {@code null} */
  public record Version(long numero, String raison) {}

  /** The version of the security of an active account: one read by primary key, made at each request. Empty when the access was withdrawn. */
  public Optional<Version> version(long id) {
    return base.sql("select version_de_securite, version_raison from habilitations.agent where id = ? and actif").param(id)
        .query((l, _) -> new Version(l.getLong(1), l.getString(2))).optional();
  }

  /** Ends every session of the account; the one that asks takes the new version. */
  public void fermerLesSessions(long id) {
    base.sql("update habilitations.agent set version_de_securite = version_de_securite + 1, version_raison = 'fermeture' where id = ?").param(id)
        .update();
  }

  /** A password the agent chose herself. */
  public void changerMotDePasse(long id, String empreinte) {
    base.sql("update habilitations.agent set mot_de_passe = ?, mot_de_passe_a_changer = false, mot_de_passe_expire_le = null where id = ?")
        .params(empreinte, id).update();
  }

  public void connecte(long id) {
    base.sql("update habilitations.agent set derniere_connexion = ? where id = ?").params(OffsetDateTime.now(horloge), id).update();
  }

  /** Links an account to the subject of the identity provider; false when another was linked meanwhile. */
  public boolean lier(long id, String sujet) {
    return base.sql("update habilitations.agent set sujet_oidc = ? where id = ? and sujet_oidc is null").params(sujet, id).update() == 1;
  }

  public SecondFacteur secondFacteur(long id) {
    return base.sql("select secret_totp, totp_actif, coalesce(totp_dernier_pas, -1) from habilitations.agent where id = ?").param(id)
        .query((l, _) -> new SecondFacteur(l.getBytes(1), l.getBoolean(2), l.getLong(3))).single();
  }

  public void activerTotp(long id, byte[] secretChiffre, long pas) {
    base.sql("update habilitations.agent set secret_totp = ?, totp_actif = true, totp_dernier_pas = ? where id = ?")
        .params(secretChiffre, pas, id).update();
  }

  public void retirerTotp(long id) {
    base.sql("update habilitations.agent set secret_totp = null, totp_actif = false, totp_dernier_pas = null where id = ?").param(id).update();
  }

  /** Marks a time step as used; false when it, or a later one, was already used. */
  public boolean consommerPas(long id, long pas) {
    return base.sql("update habilitations.agent set totp_dernier_pas = ? where id = ? and coalesce(totp_dernier_pas, -1) < ?")
        .params(pas, id, pas).update() == 1;
  }

  /** Reads an account from the columns named as in the table. */
  public static Agent agent(ResultSet ligne, int rang) throws SQLException {
    return new Agent(ligne.getLong("id"), ligne.getString("identifiant"), ligne.getString("nom"), ligne.getString("courriel"),
        ligne.getString("role"), ligne.getBoolean("partout"), entiers(ligne.getArray("territoires")), entiers(ligne.getArray("organisations")),
        ligne.getBoolean("actif"), ligne.getBoolean("totp_actif"), ligne.getBoolean("mot_de_passe_a_changer"),
        ligne.getLong("version_de_securite"));
  }

  private static List<Integer> entiers(Array tableau) throws SQLException {
    return List.of((Integer[]) tableau.getArray());
  }
}
