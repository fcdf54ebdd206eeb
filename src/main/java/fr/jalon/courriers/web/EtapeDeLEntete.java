package fr.jalon.courriers.web;

import fr.jalon.ecran.EtapeDeMiseEnRoute;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether letters carry the words of this Département. */
@Component
class EtapeDeLEntete implements EtapeDeMiseEnRoute {
  private final JdbcClient base;

  EtapeDeLEntete(JdbcClient base) {
    this.base = base;
  }

  @Override
  public int ordre() {
    return 40;
  }

  @Override
  public String titre() {
    return "L'en-tête des lettres";
  }

  @Override
  public String adresse() {
    return "/modeles-de-courrier/entete";
  }

  @Override
  public String ressource() {
    return "MODELES_DE_COURRIER";
  }

  @Override
  @Transactional(readOnly = true)
  public Constat constat() {
    boolean ecrit = base.sql("select exists (select from courriers.entete)").query(Boolean.class).single();
    return ecrit ? new Constat(true, "Les lettres partent avec l'adresse, la signature et la voie de recours que vous avez écrites.")
        : new Constat(false, "Les lettres partiraient sans votre adresse, votre téléphone ni votre signature : écrivez-les avant la première.");
  }
}
