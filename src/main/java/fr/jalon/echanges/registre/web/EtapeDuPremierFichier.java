package fr.jalon.echanges.registre.web;

import fr.jalon.ecran.EtapeDeMiseEnRoute;
import fr.jalon.ecran.Francais;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether persons are known. */
@Component
class EtapeDuPremierFichier implements EtapeDeMiseEnRoute {
  private final JdbcClient base;

  EtapeDuPremierFichier(JdbcClient base) {
    this.base = base;
  }

  @Override
  public int ordre() {
    return 50;
  }

  @Override
  public String titre() {
    return "Les personnes";
  }

  @Override
  public String adresse() {
    return "/imports";
  }

  @Override
  public String ressource() {
    return "IMPORTS";
  }

  @Override
  @Transactional(readOnly = true)
  public Constat constat() {
    int fichiers = base.sql("select count(*) from echanges.import where statut = 'CHARGE'").query(Integer.class).single();
    return fichiers == 0 ? new Constat(false, "Aucune personne n'est connue : chargez un fichier mensuel de la CAF ou de la MSA, ou un tableur.")
        : new Constat(true, Francais.compte(fichiers, "fichier chargé", "fichiers chargés") + ".");
  }
}
