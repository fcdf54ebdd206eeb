package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.domaine.NouvelleAction;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.journal.Journal;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans what will be done about a theme, and says what becomes of it: each news is one more row. */
@Service
public class PrevoirUneAction {
  static final Passages.Registre ACTIONS = new Passages.Registre("diagnostic.action", "diagnostic.action_passage", "ACTION");
  private final JdbcClient base;
  private final Passages passages;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  PrevoirUneAction(JdbcClient base, Passages passages, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.passages = passages;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Plans it, once.
   *
   * @param le the day of the interview where it was decided
   * @throws RefusMetier a field is wrong, or the same action of this theme is already under way
   */
  @Transactional
  public void executer(long personneId, NouvelleAction a, LocalDate le) {
    a.verifier(LocalDate.now(horloge));
    boolean deja = base.sql("""
        select exists (select from diagnostic.action where personne_id = ? and theme = ? and libelle = ? and etat in ('PREVUE', 'EN_COURS') and cle <> ?)""")
        .params(personneId, a.theme().code(), a.libelle(), a.cle()).query(Boolean.class).single();
    if (deja) {
      throw new RefusMetier("ACTION_DEJA_LA", "« %s » est déjà prévue ou en cours : donnez-en plutôt des nouvelles.".formatted(a.libelle()));
    }
    Optional<Long> id = base.sql("""
        insert into diagnostic.action (personne_id, theme, sante, code, libelle, avec_qui, pour_le, etat, etat_depuis, nouvelles_le, cle, saisie_par,
          saisie_le) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (cle) do nothing returning id""")
        .params(personneId, a.theme().code(), a.theme().sante(), a.code(), a.libelle(), a.avecQui().strip(), a.pourLe(), a.etat().name(), le, le,
            a.cle(), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).query(Long.class).optional();
    if (id.isPresent()) {
      passages.naitre(ACTIONS, List.of(id.get()), le);
      journal.tracer("ACTION_PREVUE", personneId, null, "Une action est notée");
    } else if (!base.sql("select exists (select from diagnostic.action where cle = ? and personne_id = ? and theme = ? and libelle = ?)")
        .params(a.cle(), personneId, a.theme().code(), a.libelle()).query(Boolean.class).single()) {
      throw new FormulaireDejaServi();
    }
  }
}
