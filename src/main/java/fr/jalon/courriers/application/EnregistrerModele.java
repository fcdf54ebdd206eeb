package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.Modele;
import fr.jalon.courriers.domaine.Textes;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the Département's texts in place of those delivered with Jalon. Each change is a version; none is ever changed. */
@Service
public class EnregistrerModele {
  private final JdbcClient base;
  private final Modeles modeles;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  EnregistrerModele(JdbcClient base, Modeles modeles, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.modeles = modeles;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** A version as the history shows it. @param defaut true when it is a return to the texts delivered with Jalon */
  public record Version(long id, boolean defaut, String raison, String ecritePar, OffsetDateTime ecriteLe) {}

  /** The versions of a model, the latest first. */
  @Transactional(readOnly = true)
  public List<Version> versions(String code) {
    return base.sql("select id, defaut, raison, habilitations.nom_agent(ecrite_par) as ecrite_par, ecrite_le from courriers.version where modele = ? order by id desc").param(code).query(Version.class).list();
  }

  /** The texts of an old version. */
  @Transactional(readOnly = true)
  public Optional<Textes> textes(String code, long version) {
    return base.sql("select objet, lettre, courriel, sms from courriers.version where modele = ? and id = ?").params(code, version)
        .query(Textes.class).optional();
  }

  /** The texts in force, that nobody else changes until the transaction ends. */
  @Transactional
  public Textes pourChanger(String code) {
    base.sql("select pg_advisory_xact_lock(hashtext('courriers.version'))").query((l, _) -> 0).list();
    return modeles.enVigueur(code).textes();
  }

  /**
   * Keeps texts that were checked ({@link Modele#erreurs}).
   *
   * @param raison why, or {@code null}
   * @return false when they are those in force already: nothing is written
   */
  @Transactional
  public boolean executer(String code, Textes textes, String raison) {
    if (!modeles.modele(code).erreurs(textes).isEmpty()) {
      throw new IllegalArgumentException("Ces textes n'ont pas été vérifiés.");
    }
    base.sql("select pg_advisory_xact_lock(hashtext('courriers.version'))").query((l, _) -> 0).list();
    Modeles.EnVigueur avant = modeles.enVigueur(code);
    if (avant.textes().equals(textes)) {
      return false;
    }
    base.sql("insert into courriers.version (modele, defaut, objet, lettre, courriel, sms, raison, ecrite_par, ecrite_le) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(code, textes.equals(avant.modele().textes()), textes.objet(), textes.lettre(), textes.courriel(), textes.sms(), raison == null
        || raison.isBlank() ? null : raison.strip(),
            agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).update();
    journal.tracer("MODELE_DE_COURRIER", null, null, "Modèle « %s » changé".formatted(avant.modele().libelle()));
    return true;
  }
}
