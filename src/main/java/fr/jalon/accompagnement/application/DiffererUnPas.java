package fr.jalon.accompagnement.application;

import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a step off until a day, or says that it is not needed; both with a reason, both undone. What the law asks is only put off: it leaves the
 * day, and the dossier goes on saying that it is late.
 */
@Service
public class DiffererUnPas {
  /** What is said of a step. */
  public enum Decision {
    /** It comes back on a day. */
    PLUS_TARD,
    /** It is not needed. */
    PAS_NECESSAIRE
  }

  private static final int RAISON = 500;
  private static final int MOIS = 3;
  private final JdbcClient base;
  private final LesPas pas;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  DiffererUnPas(JdbcClient base, LesPas pas, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.pas = pas;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * @param genre    which step of hers
   * @param jusquAu  the day it comes back, ignored when it is not needed at all
   * @throws RefusMetier the step is done already, the day is past or too far, there is no reason, or the law asks for it
   */
  @Transactional
  public void executer(long personneId, String genre, Decision decision, LocalDate jusquAu, String raison) {
    boolean plusTard = decision == Decision.PLUS_TARD;
    LocalDate aujourdhui = LocalDate.now(horloge);
    PasDuDossier lui = pas.de(List.of(personneId)).getOrDefault(personneId, List.of()).stream().filter(p -> !p.prevu() && p.genre().equals(genre))
        .findFirst().orElseThrow(() -> new RefusMetier("PAS_DEJA_FAIT", "Ce n'est plus à faire : quelqu'un s'en est occupé. Rechargez la page."));
    new Fautes()
        .exiger(!plusTard || jusquAu != null && jusquAu.isAfter(aujourdhui) && !jusquAu.isAfter(aujourdhui.plusMonths(MOIS)),
        "jusquAu", "JOUR_DU_REPORT",
            "Choisissez un jour à venir, dans les %d mois.".formatted(MOIS))
        .exiger(plusTard || lui.rang() != Rang.LOI, "jusquAu", "PAS_DE_LA_LOI",
            "La loi demande ce pas : il peut être remis à plus tard, pas écarté.", lui.pourquoi())
        .exiger(raison != null && !raison.isBlank() && raison.length() <= RAISON, "raison", "REPORT_SANS_RAISON",
            "Dites pourquoi, en %d caractères au plus.".formatted(RAISON)).lever();
    rendre(personneId, genre);
    base.sql("""
        insert into accompagnement.pas_differe (personne_id, genre, limite, jusqu_au, raison, differe_par, differe_le) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (personne_id, genre) where repris_le is null do nothing""")
        .params(personneId, genre, lui.limite(), plusTard ? jusquAu : null, raison.strip(), agentCourant.perimetre().agent(),
        OffsetDateTime.now(horloge))
        .update();
    journal.tracer(plusTard ? "PAS_REPORTE" : "PAS_ECARTE", personneId, null, lui.quoi() + " : " + raison.strip());
  }

  /** Back in the day. @throws RefusMetier when it is there already, or she is not to be seen */
  @Transactional
  public void reprendre(long personneId, String genre) {
    if (rendre(personneId, genre) == 0) {
      throw new RefusMetier("PAS_DANS_LA_JOURNEE", "Ce pas n'était pas remis, ou quelqu'un l'a déjà repris. Rechargez la page.");
    }
  }

  private int rendre(long personneId, String genre) {
    return base.sql("update accompagnement.pas_differe set repris_le = ?, repris_par = ? where personne_id = ? and genre = ? and repris_le is null")
        .params(OffsetDateTime.now(horloge), agentCourant.perimetre().agent(), personneId, genre).update();
  }
}
