package fr.jalon.orientation.application;

import fr.jalon.allocataires.SituationsChangees;
import fr.jalon.courriers.Courriers;
import fr.jalon.echeances.Balayage;
import fr.jalon.habilitations.AgentSysteme;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The letters that tell a follow-up leave while it runs, or not at all: when it ends before, they are given up, and nothing was notified. At once
 * when an agent ends it, after each file and each night when a file did. Another file of the same month may say that the right never stopped: the
 * follow-up goes on, and its letter is written again.
 */
@Component
public class LettresDesSuivis implements Balayage {
  private static final String AUTEUR = "Jalon, après un fichier";
  private static final List<String> DU_SUIVI = List.of(NotificationParCourrier.MODELE, ChangerLeReferent.LETTRE);
  private static final String PAS_PARTIE = "m.etat in ('SANS_ADRESSE', 'A_ENVOYER', 'EN_COURS', 'ECHEC')";
  private final JdbcClient base;
  private final Courriers courriers;
  private final NotificationParCourrier notification;
  private final AgentSysteme systeme;
  private final TransactionTemplate apart;

  LettresDesSuivis(JdbcClient base, Courriers courriers, NotificationParCourrier notification, AgentSysteme systeme,
      PlatformTransactionManager transactions) {
    this.base = base;
    this.courriers = courriers;
    this.notification = notification;
    this.systeme = systeme;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What tells these follow-ups, just ended, does not leave any more: their own letters, and the decision they were born from. */
  void abandonner(Collection<Long> suivis) {
    if (suivis.isEmpty()) {
      return;
    }
    DU_SUIVI.forEach(modele -> courriers.abandonner(modele, suivis));
    courriers.abandonner(LettresDeReorientation.DECISION,
        base.sql("select id from orientation.reorientation where nouveau_suivi_id = any(:suivis::bigint[]) and etat = 'ACCEPTEE'")
        .param("suivis", tableau(suivis)).query(Long.class).list());
  }

  @TransactionalEventListener
  void apresUnFichier(SituationsChangees changees) {
    systeme.agir(AUTEUR, () -> apart.execute(_ -> {
      abandonner(finis(changees.personnes()));
      reprises(changees.personnes()).forEach(notification::ecrire);
      return null;
    }));
  }

  @Override
  public int balayer(LocalDate jour) {
    abandonner(finis(null));
    return 0;
  }

  /** Ended follow-ups whose letter waits. @param personnes {@code null} for everyone */
  private List<Long> finis(List<Long> personnes) {
    return base.sql("""
        select s.id from courriers.message m join orientation.suivi s on s.id = m.objet_id and s.etat = 'CLOS'
        where m.modele = any(:du_suivi::text[]) and %1$s and (:personnes::bigint[] is null or m.personne_id = any(:personnes::bigint[]))
        union
        select s.id from courriers.message m join orientation.reorientation r on r.id = m.objet_id and r.etat = 'ACCEPTEE'
          join orientation.suivi s on s.id = r.nouveau_suivi_id and s.etat = 'CLOS'
        where m.modele = :decision and %1$s and (:personnes::bigint[] is null or m.personne_id = any(:personnes::bigint[]))""".formatted(PAS_PARTIE))
        .param("du_suivi", DU_SUIVI.toArray(String[]::new)).param("decision", LettresDeReorientation.DECISION)
        .param("personnes", personnes == null ? null : tableau(personnes)).query(Long.class).list();
  }

  /** Follow-ups that go on after all, not notified, and whose letter was given up when they ended. */
  private List<Long> reprises(List<Long> personnes) {
    return base.sql("""
        select s.id from orientation.suivi s where s.personne_id = any(:personnes::bigint[]) and s.a_poster and s.etat = 'EN_COURS'
          and (select p.de from orientation.passage p where p.personne_id = s.personne_id and p.objet = 'SUIVI' and p.objet_id = s.id order by p.id desc limit 1) = 'CLOS'
          and not exists (select from courriers.message m where m.modele = :notification and m.objet_id = s.id and m.canal = 'LETTRE' and m.etat <> 'ABANDONNE')
        order by s.id""").param("personnes", tableau(personnes)).param("notification", NotificationParCourrier.MODELE).query(Long.class).list();
  }

  private static long[] tableau(Collection<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
  }
}
