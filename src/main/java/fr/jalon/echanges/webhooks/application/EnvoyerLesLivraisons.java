package fr.jalon.echanges.webhooks.application;

import fr.jalon.echanges.webhooks.domaine.Essais;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Sends what is due. A delivery is first taken for a minute ({@code skip locked}: several servers share the work), then sent outside of any
 * transaction, then noted. A server killed in between lets its minute pass and another sends again: at least once, with the same number.
 * Each webhook gives a few at a time: a partner whose machine is down makes nobody else wait.
 */
@Service
public class EnvoyerLesLivraisons {
  private static final Duration PRISE = Duration.ofMinutes(1);
  private static final int PAR_WEBHOOK = 5;
  private static final int DISPARU = 410;
  private static final RowMapper<Prise> LIGNE = (l, _) ->
      new Prise(l.getObject("id", UUID.class), l.getLong("webhook_id"), l.getString("adresse"), l.getBytes("secret"),
      l.getString("evenement"), l.getString("corps"), l.getInt("tentatives"));
  private final JdbcClient base;
  private final Porteur porteur;
  private final Chiffrement chiffrement;
  private final Parametres parametres;
  private final Clock horloge;

  /** Through the owner's door: it reads the secrets that sign, and no person. */
  EnvoyerLesLivraisons(@Qualifier("chargement") JdbcClient base, Porteur porteur, Chiffrement chiffrement, Parametres parametres, Clock horloge) {
    this.base = base;
    this.porteur = porteur;
    this.chiffrement = chiffrement;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  private record Prise(UUID id, long webhook, String adresse, byte[] secret, String evenement, String corps, int tentatives) {}

  /** Sends what is due now, a few by webhook. @return number of tries made; 0 when nothing is due */
  public int executer() {
    abandonnerCeuxQuiNAttendentPlus();
    return envoyer(prendre());
  }

  /** Sends that one now, whatever its turn. @return false when another server has it, or it is done */
  public boolean maintenant(UUID id) {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    return envoyer(base.sql("""
        update echanges.livraison l set prise_jusqua = :jusqua, tentatives = l.tentatives + 1 from echanges.webhook w
        where l.id = :id and l.etat = 'A_ENVOYER' and w.id = l.webhook_id and w.actif and (l.prise_jusqua is null or l.prise_jusqua < :maintenant)
        returning l.id, l.webhook_id, w.adresse, w.secret, l.evenement, l.corps, l.tentatives""")
        .param("id", id).param("maintenant", maintenant).param("jusqua", maintenant.plus(PRISE)).query(LIGNE).list()) > 0;
  }

  private List<Prise> prendre() {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    return base.sql("""
        with dues as (
          select d.id, w.adresse, w.secret from echanges.webhook w cross join lateral (
            select l.id from echanges.livraison l where l.webhook_id = w.id and l.etat = 'A_ENVOYER' and l.prochaine_le <= :maintenant
              and (l.prise_jusqua is null or l.prise_jusqua < :maintenant)
            order by l.prochaine_le limit :n for update skip locked) d
          where w.actif)
        update echanges.livraison l set prise_jusqua = :jusqua, tentatives = l.tentatives + 1 from dues where l.id = dues.id
        returning l.id, l.webhook_id, dues.adresse, dues.secret, l.evenement, l.corps, l.tentatives""")
        .param("maintenant", maintenant).param("jusqua", maintenant.plus(PRISE)).param("n", PAR_WEBHOOK).query(LIGNE).list();
  }

  private int envoyer(List<Prise> prises) {
    if (!prises.isEmpty()) {
      try (ExecutorService fils = Executors.newVirtualThreadPerTaskExecutor()) {
        prises.forEach(p -> fils.submit(() -> envoyer(p)));
      }
    }
    return prises.size();
  }

  private void envoyer(Prise p) {
    String secret = new String(chiffrement.dechiffrer(p.secret()), StandardCharsets.UTF_8);
    Porteur.Recu recu = porteur.porter(p.adresse(), secret, p.id(), p.evenement(), p.corps());
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    if (recu.accepte()) {
      noter(p, "LIVREE", recu, maintenant, maintenant);
      return;
    }
    Essais essais = essais();
    boolean fini = essais.epuises(p.tentatives()) || recu.statut() != null && recu.statut() == DISPARU;
    noter(p, fini ? "ABANDONNEE" : "A_ENVOYER", recu, fini ? maintenant : null, maintenant.plus(essais.attente(p.tentatives())));
    if (recu.statut() != null && recu.statut() == DISPARU) {
      base.sql("update echanges.webhook set actif = false, arrete_le = ? where id = ? and actif").params(maintenant, p.webhook()).update();
    }
  }

  private void noter(Prise p, String etat, Porteur.Recu recu, OffsetDateTime finieLe, OffsetDateTime prochaine) {
    base.sql("""
        update echanges.livraison set etat = :etat, reponse = :reponse, erreur = :erreur, finie_le = :finie, prochaine_le = :prochaine, prise_jusqua = null
        where id = :id and etat = 'A_ENVOYER'""")
        .param("etat", etat).param("reponse", recu.statut()).param("erreur", recu.erreur()).param("finie", finieLe).param("prochaine", prochaine)
        .param("id", p.id()).update();
  }

  /** The webhook was stopped, or the access of its application withdrawn. */
  private void abandonnerCeuxQuiNAttendentPlus() {
    base.sql("""
        update echanges.livraison l set etat = 'ABANDONNEE', finie_le = ?, erreur = 'Webhook arrêté ou accès retiré' from echanges.webhook w
        join habilitations.client c on c.id = w.client_id where l.webhook_id = w.id and l.etat = 'A_ENVOYER' and not (w.actif and c.actif)""")
        .param(OffsetDateTime.now(horloge)).update();
  }

  /** Erases what ended long ago, and the keys of demands past a day. */
  public void oublier() {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("delete from echanges.livraison where etat <> 'A_ENVOYER' and finie_le < ?")
        .param(maintenant.minusDays(parametres.jours("api.webhook_conservation_jours", LocalDate.now(horloge)))).update();
    base.sql("delete from echanges.requete_api where recue_le < ?").param(maintenant.minusDays(1)).update();
  }

  private Essais essais() {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return new Essais(Math.max(1, parametres.valeur("api.webhook_tentatives", aujourdhui).entier()),
        Duration.ofSeconds(Math.max(1, parametres.valeur("api.webhook_premier_delai_secondes", aujourdhui).entier())));
  }
}
