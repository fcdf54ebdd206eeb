package fr.jalon.structures;

import fr.jalon.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away what was created by mistake: an organisation, a site or a référent that nothing refers to. What has served stays, so that history stays
 * readable.
 */
@Service
public class RetirerDesStructures {
  private final JdbcClient base;
  private final Journal journal;

  RetirerDesStructures(JdbcClient base, Journal journal) {
    this.base = base;
    this.journal = journal;
  }

  /** @return false when persons, openings or accounts refer to it: it stays */
  @Transactional
  public boolean referent(int id, String nom) {
    return retirer("REFERENT", id, "Référent retiré : " + nom);
  }

  /** @return false when a référent receives there: it stays */
  @Transactional
  public boolean site(int id, String nom) {
    return retirer("SITE", id, "Site retiré : " + nom);
  }

  /** @return false when sites, référents, persons or accounts refer to it: it stays */
  @Transactional
  public boolean organisation(int id, String nom) {
    return retirer("ORGANISATION", id, "Organisation retirée : " + nom);
  }

  private boolean retirer(String quoi, int id, String phrase) {
    boolean retire = base.sql("select structures.retirer(?, ?)").params(quoi, id).query(Boolean.class).single();
    if (retire) {
      journal.tracer("STRUCTURE", null, null, phrase);
    }
    return retire;
  }
}
