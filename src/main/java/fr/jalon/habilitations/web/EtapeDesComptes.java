package fr.jalon.habilitations.web;

import fr.jalon.ecran.EtapeDeMiseEnRoute;
import fr.jalon.ecran.Francais;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether anybody but the administration has an account. */
@Component
class EtapeDesComptes implements EtapeDeMiseEnRoute {
  private final JdbcClient base;

  EtapeDesComptes(JdbcClient base) {
    this.base = base;
  }

  @Override
  public int ordre() {
    return 30;
  }

  @Override
  public String titre() {
    return "Les comptes des agents";
  }

  @Override
  public String adresse() {
    return "/habilitations";
  }

  @Override
  public String ressource() {
    return "HABILITATIONS";
  }

  @Override
  @Transactional(readOnly = true)
  public Constat constat() {
    int comptes = base.sql("select count(*) from habilitations.agent where actif and role <> 'ADMINISTRATION'").query(Integer.class).single();
    return comptes == 0
        ? new Constat(false, "Seule l'administration a un compte : créez ceux des référents, du secrétariat, de l'allocation et de la direction.")
        : new Constat(true, Francais.compte(comptes, "agent a un compte", "agents ont un compte") + ", en plus de l'administration.");
  }
}
