package fr.jalon.sorties.application;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.sorties.domaine.CanalDuRappel;
import fr.jalon.sorties.domaine.ReponseAuRappel;
import fr.jalon.sorties.domaine.ReponseDite;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person answers with the link of her message, without an account: one question, once, while the link is good. Nothing of her is read but
 * whether the link
 * still asks: neither her name nor her job.
 */
@Service
public class RepondreSansCompte {
  /** Who answered, as the history names her. */
  public static final String ELLE = "la personne";
  private final JdbcClient base;
  private final NoterUnRappel noter;
  private final AgentSysteme systeme;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  RepondreSansCompte(JdbcClient base, NoterUnRappel noter, AgentSysteme systeme, PlatformTransactionManager transactions, Clock horloge) {
    this.base = base;
    this.noter = noter;
    this.systeme = systeme;
    transaction = new TransactionTemplate(transactions);
    this.horloge = horloge;
  }

  /** What a link opens. */
  public enum Lien {
    /** The question. */
    OUVERT,
    /** She, or an agent, answered already. */
    REPONDU,
    /** Nothing any more: too old, called off, or never was. */
    FERME
  }

  private record Ouvert(long id, long personneId, boolean attend, boolean bon) {}

  /** True for what may be a code. */
  public static boolean plausible(String code) {
    return CodesDeRappel.plausible(code);
  }

  /** What this link opens today. */
  public Lien lire(String code) {
    return chercher(code).map(o -> !o.bon() ? Lien.FERME : o.attend() ? Lien.OUVERT : Lien.REPONDU).orElse(Lien.FERME);
  }

  /** Whose link it is, for the journal; {@code null} when it opens nothing. */
  public Long personne(String code) {
    return chercher(code).map(Ouvert::personneId).orElse(null);
  }

  /** Writes her answer, once; nothing when the link no longer asks. */
  public void repondre(String code, ReponseAuRappel reponse) {
    chercher(code).filter(o -> o.bon() && o.attend()).ifPresent(o -> systeme.agir(ELLE, () -> {
      noter.repondre(o.id(), new ReponseDite(reponse, LocalDate.now(horloge), CanalDuRappel.LIEN, null, null));
      return null;
    }));
  }

  private Optional<Ouvert> chercher(String code) {
    return !CodesDeRappel.plausible(code) ? Optional.empty() : systeme.agir(ELLE, () -> transaction.execute(_ -> base.sql("""
        select id, personne_id, etat in ('PREVU', 'SANS_REPONSE') as attend, code_expire_le >= :aujourdhui and etat <> 'ANNULE' as bon from sorties.rappel
        where code_empreinte = sha256(convert_to(:code, 'UTF8'))""").param("aujourdhui", LocalDate.now(horloge)).param("code", CodesDeRappel.net(code))
        .query(Ouvert.class).optional()));
  }
}
