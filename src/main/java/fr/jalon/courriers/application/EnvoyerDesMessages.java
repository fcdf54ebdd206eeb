package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.Depart.Partant;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.courriers.lecture.ListeDesMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the SMS and e-mails that are due. Each is claimed by a change of state before it leaves, in a transaction of its own: two runs at once, or a
 * server killed in the middle, never send one twice. Without a gateway they go to the outbox of the application, and nothing says they left.
 */
@Service
public class EnvoyerDesMessages {
  private static final int POIGNEE = 20;
  private static final String AU_JOUR = "m.le <= :aujourdhui and " + ListeDesMessages.conditions();
  private static final String DUS = "m.etat = 'A_ENVOYER' and " + AU_JOUR;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final RegistreDesMessages registre;
  private final Passerelles passerelles;
  private final Entetes entetes;
  private final CoordonneesDuJour coordonnees;
  private final RendezVousJoint rendezVous;
  private final Clock horloge;

  EnvoyerDesMessages(JdbcClient base, TransactionTemplate transaction, RegistreDesMessages registre, Passerelles passerelles, Entetes entetes,
      CoordonneesDuJour coordonnees, RendezVousJoint rendezVous, Clock horloge) {
    this.base = base;
    this.transaction = transaction;
    this.registre = registre;
    this.passerelles = passerelles;
    this.entetes = entetes;
    this.coordonnees = coordonnees;
    this.rendezVous = rendezVous;
    this.horloge = horloge;
  }

  /**
   * What a run did.
   *
   * @param partis  taken by a gateway
   * @param enBoite kept in the outbox of the application: no gateway is set for them
   * @param echecs  refused, each with its reason
   * @param panne   why the run stopped before its end, or {@code null}
   */
  public record Bilan(int partis, int enBoite, int echecs, String panne) {
    /** Nothing yet. */
    public static final Bilan RIEN = new Bilan(0, 0, 0, null);

    /** True when something was done or failed. */
    public boolean parle() {
      return partis + enBoite + echecs > 0 || panne != null;
    }
  }

  /** Sends all that is due with these filters. @param avance told after each handful */
  public Bilan executer(FiltresDeMessages filtres, Consumer<Bilan> avance) {
    Bilan bilan = Bilan.RIEN;
    for (Canal canal : List.of(Canal.SMS, Canal.COURRIEL)) {
      if (filtres.canal() == null || filtres.canal() == canal) {
        bilan = duCanal(canal, filtres, bilan, avance);
      }
    }
    return bilan;
  }

  private Bilan duCanal(Canal canal, FiltresDeMessages filtres, Bilan depuis, Consumer<Bilan> avance) {
    Optional<Depart> depart = transaction.execute(_ -> {
      coordonnees.executer(AU_JOUR, dus(canal, filtres));
      return ouvrir(canal);
    });
    if (depart.isEmpty()) {
      Bilan garde = new Bilan(depuis.partis(), depuis.enBoite() + mettreEnBoite(canal, filtres), depuis.echecs(), depuis.panne());
      avance.accept(garde);
      return garde;
    }
    Bilan bilan = depuis;
    List<Partant> poignee = reclamer(canal, filtres);
    while (!poignee.isEmpty()) {
      for (int i = 0; i < poignee.size(); i++) {
        Partant p = poignee.get(i);
        try {
          depart.get().envoyer(p);
          conclure(p.id(), EtatMessage.ENVOYE, null);
          bilan = new Bilan(bilan.partis() + 1, bilan.enBoite(), bilan.echecs(), bilan.panne());
        } catch (Depart.NonParti non) {
          conclure(p.id(), EtatMessage.ECHEC, non.getMessage());
          bilan = new Bilan(bilan.partis(), bilan.enBoite(), bilan.echecs() + 1, non.panne ? non.getMessage() : bilan.panne());
          if (non.panne) {
            rendre(poignee.subList(i + 1, poignee.size()));
            avance.accept(bilan);
            return bilan;
          }
        }
      }
      avance.accept(bilan);
      poignee = reclamer(canal, filtres);
    }
    return bilan;
  }

  private Optional<Depart> ouvrir(Canal canal) {
    return passerelles.de(canal).map(p -> canal == Canal.SMS ? new DepartDesSms(p, passerelles.secret(canal))
        : new DepartDesCourriels(p, passerelles.secret(canal), entetes.enVigueur()));
  }

  private List<Partant> reclamer(Canal canal, FiltresDeMessages filtres) {
    return transaction.execute(_ -> {
      long[] ids = registre.passer("m.id in (select m.id from courriers.message m where %s order by m.id limit %d)".formatted(DUS, POIGNEE),
          dus(canal, filtres), EtatMessage.EN_COURS, "tentatives = x.tentatives + 1, raison = null", null).stream()
          .mapToLong(RegistreDesMessages.Passe::id).toArray();
      return base.sql("""
          select id, canal, vers, objet, contenu, modele, valeurs::text as valeurs, agenda::text as agenda from courriers.message
          where id = any(?::bigint[]) order by id""").params((Object) ids)
          .query((l, _) -> new Partant(l.getLong("id"), Canal.valueOf(l.getString("canal")), l.getString("vers"), l.getString("objet"),
              l.getString("contenu"), rendezVous.de(l))).list();
    });
  }

  private int mettreEnBoite(Canal canal, FiltresDeMessages filtres) {
    return transaction.execute(_ -> registre.passer(DUS, dus(canal, filtres), EtatMessage.EN_BOITE, "", "Aucun envoi n'est réglé : rien n'est parti.")
        .size());
  }

  private Map<String, Object> dus(Canal canal, FiltresDeMessages filtres) {
    Map<String, Object> p = new HashMap<>(ListeDesMessages.parametres(filtres));
    p.put("canal", canal.name());
    p.put("aujourdhui", LocalDate.now(horloge));
    return p;
  }

  private void conclure(long id, EtatMessage vers, String raison) {
    Map<String, Object> p = new HashMap<>();
    p.put("id", id);
    p.put("raison", raison);
    p.put("jour", LocalDate.now(horloge));
    transaction.executeWithoutResult(_ -> registre.passer("m.id = :id", p, vers,
        "raison = :raison" + (vers == EtatMessage.ENVOYE ? ", envoye_le = :jour" : ""), raison));
  }

  private void rendre(List<Partant> restants) {
    long[] ids = restants.stream().mapToLong(Partant::id).toArray();
    transaction.executeWithoutResult(_ -> registre.passer("m.id = any(:ids::bigint[])", Map.of("ids", ids), EtatMessage.A_ENVOYER, "",
        "L'envoi s'est arrêté avant lui."));
  }
}
