package fr.jalon.habilitations;

import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.comptes.MotsDePasse;
import fr.jalon.habilitations.connexion.LimiteDesEssais;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the administration does on accounts: create, change, withdraw, give back, reset. Under row-level security (resource
 * {@code HABILITATIONS}, or the system); each act leaves its trace in the same transaction. Refusals are {@link RefusMetier}.
 */
@Component
public class Habilitations {
  private static final Pattern IDENTIFIANT = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,59}");
  private static final Pattern COURRIEL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final String ROLE = "role";
  private static final String PERIMETRE = "perimetre";
  private static final Duration VALIDITE = Duration.ofDays(7);
  private final JdbcClient base;
  private final Roles roles;
  private final MotsDePasse motsDePasse;
  private final AgentCourant agentCourant;
  private final LimiteDesEssais limite;
  private final ApplicationEventPublisher evenements;
  private final TransactionTemplate transaction;
  private final Clock horloge;
  private final LieuxDesPerimetres lieux;

  Habilitations(JdbcClient base, Roles roles, MotsDePasse motsDePasse, AgentCourant agentCourant, LimiteDesEssais limite,
      ApplicationEventPublisher evenements, TransactionTemplate transaction, Clock horloge, LieuxDesPerimetres lieux) {
    this.base = base;
    this.roles = roles;
    this.motsDePasse = motsDePasse;
    this.agentCourant = agentCourant;
    this.limite = limite;
    this.evenements = evenements;
    this.transaction = transaction;
    this.horloge = horloge;
    this.lieux = lieux;
  }

  /** True when an account has this login. */
  @Transactional(readOnly = true)
  public boolean existe(String identifiant) {
    return base.sql("select exists (select from habilitations.agent where lower(identifiant) = lower(?))").param(identifiant)
        .query(Boolean.class).single();
  }

  /** A password to give once, hashed: it takes a while, and is drawn before the transaction that keeps it begins. */
  public MotsDePasse.Tire tirerUnMotDePasse() {
    return motsDePasse.tirer();
  }

  /** @return the one-time password, to be shown once and changed at the first login */
  public String creer(SaisieAgent saisie) {
    MotsDePasse.Tire tire = motsDePasse.tirer();
    transaction.executeWithoutResult(_ -> inserer(saisie, tire.empreinte(), true));
    return tire.enClair();
  }

  /** Creates an account whose password is already known (demonstration, command line). */
  public void creer(SaisieAgent saisie, String motDePasse) {
    String empreinte = motsDePasse.empreinte(motDePasse);
    transaction.executeWithoutResult(_ -> inserer(saisie, empreinte, false));
  }

  /** Creates an account that logs in by the identity provider only. */
  public void creerSansMotDePasse(SaisieAgent saisie) {
    transaction.executeWithoutResult(_ -> inserer(saisie, null, false));
  }

  /** Changes name, e-mail, role and perimeter; a role or a perimeter changed ends the sessions of the account at once, on every server. */
  @Transactional
  public void modifier(long id, SaisieAgent saisie) {
    Agent avant = lire(id);
    Fautes fautes = new Fautes().exiger(!avant.identifiant().equals(agentCourant.perimetre().agent()) || avant.role()
        .equals(saisie.role()), ROLE, "SOI_MEME",
        "On ne change pas son propre rôle : demandez-le à une autre personne de l'administration.");
    verifier(saisie, fautes);
    fautes.lever();
    try {
      base.sql("""
          update habilitations.agent set nom = ?, courriel = ?, role = ?, partout = ?, territoires = ?, organisations = ? where id = ?""")
          .params(saisie.nom(), saisie.courriel(), saisie.role(), saisie.partout(), entiers(saisie.territoires()),
              entiers(saisie.organisations()), id).update();
    } catch (DuplicateKeyException e) {
      throw dejaPris(saisie, e);
    }
    tracer("AGENT_MODIFIE", avant.identifiant(), " : " + portee(saisie));
  }

  /** Withdraws the access; sessions already open end at once. */
  @Transactional
  public void desactiver(long id) {
    Agent agent = lire(id);
    if (agent.identifiant().equals(agentCourant.perimetre().agent())) {
      throw new RefusMetier("SOI_MEME", "On ne retire pas son propre accès : demandez-le à une autre personne de l'administration.");
    }
    base.sql("update habilitations.agent set actif = false, desactive_le = ? where id = ?").params(OffsetDateTime.now(horloge), id).update();
    tracer("AGENT_DESACTIVE", agent.identifiant(), "");
  }

  /** Gives the access back, as it was. */
  @Transactional
  public void reactiver(long id) {
    Agent agent = lire(id);
    try {
      base.sql("update habilitations.agent set actif = true, desactive_le = null where id = ?").param(id).update();
    } catch (DuplicateKeyException e) {
      throw new RefusMetier("COURRIEL_PRIS", "Un autre compte actif a cette adresse électronique : changez-la d'abord.");
    }
    tracer("AGENT_REACTIVE", agent.identifiant(), "");
  }

  /**
   * Gives a new one-time password: the old one no longer works, the sessions it opened end, its devices are no longer known, and the passkeys are
   * taken back: whoever had the old password may have added one.
   */
  @Transactional
  public void reinitialiser(long id, MotsDePasse.Tire tire) {
    Agent agent = lire(id);
    // first: the reason that the session gives last is the password
    boolean cles = retirerLesCles(agent);
    base.sql("update habilitations.agent set mot_de_passe = ?, mot_de_passe_a_changer = true, mot_de_passe_expire_le = ? where id = ?")
        .params(tire.empreinte(), OffsetDateTime.now(horloge).plus(VALIDITE), id).update();
    limite.oublier(agent.identifiant());
    tracer("MOT_DE_PASSE_REINITIALISE", agent.identifiant(), cles ? ", clés d'accès retirées" : "");
  }

  /** Takes back the one-time code, the passkeys and the link with the identity provider: for an agent who lost her device. */
  @Transactional
  public void retirerSecondFacteur(long id) {
    Agent agent = lire(id);
    base.sql("update habilitations.agent set secret_totp = null, totp_actif = false, totp_dernier_pas = null, sujet_oidc = null where id = ?")
        .param(id).update();
    retirerLesCles(agent);
    tracer("SECOND_FACTEUR_RETIRE", agent.identifiant(), " par l'administration");
  }

  private boolean retirerLesCles(Agent agent) {
    return base.sql("delete from habilitations.user_entities where name = ?").param(agent.identifiant()).update() > 0;
  }

  /** @param empreinte hash of the password, {@code null} without one */
  private void inserer(SaisieAgent saisie, String empreinte, boolean provisoire) {
    Fautes fautes = new Fautes().exiger(IDENTIFIANT.matcher(saisie.identifiant()).matches(), "identifiant", "IDENTIFIANT",
        "L'identifiant compte 3 à 60 lettres minuscules sans accent, chiffres, points ou tirets.");
    verifier(saisie, fautes);
    fautes.lever();
    try {
      base.sql("""
          insert into habilitations.agent (identifiant, nom, courriel, role, partout, territoires, organisations, mot_de_passe,
            mot_de_passe_a_changer, mot_de_passe_expire_le, cree_le)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(saisie.identifiant(), saisie.nom(), saisie.courriel(), saisie.role(), saisie.partout(), entiers(saisie.territoires()),
              entiers(saisie.organisations()), empreinte, provisoire,
              provisoire ? OffsetDateTime.now(horloge).plus(VALIDITE) : null, OffsetDateTime.now(horloge)).update();
    } catch (DuplicateKeyException e) {
      throw dejaPris(saisie, e);
    }
    tracer("AGENT_CREE", saisie.identifiant(), " : " + portee(saisie));
  }

  private void verifier(SaisieAgent s, Fautes fautes) {
    Roles.Role role = roles.role(s.role()).orElse(null);
    fautes.exiger(!s.nom().isEmpty() && s.nom().length() <= 120, "nom", "NOM", "Donnez le nom de l'agent (120 caractères au plus).")
        .exiger(s.courriel() == null || COURRIEL.matcher(s.courriel()).matches(), "courriel", "COURRIEL",
        "L'adresse électronique n'a pas la bonne forme (prenom.nom@departement.fr).")
        .exiger(role != null, ROLE, "ROLE", "Choisissez un rôle dans la liste.");
    if (role != null) {
      fautes.exiger(role.etendue() != Roles.Etendue.ORGANISATION || !s.organisations().isEmpty(), PERIMETRE, "PERIMETRE",
              "Choisissez au moins une organisation : le rôle " + role.libelle() + " ne voit que les siennes.")
          .exiger(role.etendue() != Roles.Etendue.AU_CHOIX || s.partout() || !s.territoires().isEmpty() || !s.organisations().isEmpty(),
          PERIMETRE, "PERIMETRE",
              "Choisissez au moins un territoire ou une organisation, ou tout le Département.");
    }
  }

  private Agent lire(long id) {
    return base.sql("""
        select id, identifiant, nom, courriel, role, partout, territoires, organisations, actif, totp_actif, mot_de_passe_a_changer,
          version_de_securite from habilitations.agent where id = ?""").param(id).query(Comptes::agent).optional()
        .orElseThrow(() -> new RefusMetier("AGENT_INCONNU", "Ce compte n'existe pas, ou vous ne pouvez pas le modifier."));
  }

  private void tracer(String acte, String identifiant, String suite) {
    evenements.publishEvent(new ActeSurCompte(acte, "Compte " + identifiant + suite));
  }

  private String portee(SaisieAgent s) {
    return roles.libelle(s.role()) + (s.partout() ? ", tout le Département" : "")
        + noms(", territoires ", lieux.territoires(), s.territoires())
        + noms(", organisations ", lieux.organisations(true), s.organisations());
  }

  private static String noms(String titre, List<LieuxDesPerimetres.Lieu> connus, List<Integer> numeros) {
    return numeros.isEmpty() ? "" : titre + String.join(", ", LieuxDesPerimetres.noms(connus, numeros).stream().sorted().toList());
  }

  private static RefusMetier dejaPris(SaisieAgent s, DuplicateKeyException e) {
    return String.valueOf(e.getMessage()).contains("agent_courriel")
        ? new SaisieRefusee("courriel", new RefusMetier("DEJA_PRIS",
        "Un autre compte actif a déjà cette adresse électronique : choisissez-en une autre."))
        : new SaisieRefusee("identifiant", new RefusMetier("DEJA_PRIS",
        "Un compte a déjà l'identifiant « " + s.identifiant() + " » : choisissez-en un autre."));
  }

  private static Integer[] entiers(List<Integer> valeurs) {
    return valeurs.toArray(Integer[]::new);
  }
}
