package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne.Action;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of an action: it begins, is done, is given up, or simply goes on. Nothing said before is lost. */
@Service
public class SuivreUneAction {
  private static final int LONG = 500;
  private static final LocalDate TOUJOURS = LocalDate.of(9999, 1, 1);
  private final JdbcClient base;
  private final ActionsDUnePersonne actions;
  private final Passages passages;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  SuivreUneAction(JdbcClient base, ActionsDUnePersonne actions, Passages passages, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.actions = actions;
    this.passages = passages;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Says it, once.
   *
   * @param vu   the last news the page showed
   * @param etat where the action is now; the state it was in for news alone
   * @param le   the day it is true
   * @param dit  what is known; may be empty when the state says it all
   * @throws RefusMetier somebody gave other news meanwhile, a field is wrong, or the action may not pass so
   */
  @Transactional
  public void executer(long personneId, long actionId, long vu, EtatAction etat, LocalDate le, String dit) {
    base.sql("select pg_advisory_xact_lock(hashtextextended('diagnostic-action', ?))").param(actionId).query((_, _) -> 0).list();
    Action a = actions.au(personneId, TOUJOURS).stream().filter(x -> x.id() == actionId).findFirst().orElseThrow(() -> new RefusMetier(
        "ACTION_ABSENTE", "Cette action n'est plus dans ce que vous pouvez lire : ouvrez le dossier pour voir ce qui a changé."));
    String texte = dit.strip();
    if (a.derniere().id() != vu) {
      if (a.derniere().par().equals(agentCourant.perimetre().agent()) && a.etat() == etat && a.derniere().le().equals(le)
          && texte.equals(a.derniere().dit() == null ? "" : a.derniere().dit())) {
        return;
      }
      throw new RefusMetier("ACTION_CHANGEE", "Entre-temps, %s a noté pour cette action : %s le %s%s. Rien n'est changé : relisez, puis enregistrez."
          .formatted(a.derniere().nom(), a.etat().libelle().toLowerCase(Locale.FRENCH), Francais.date(a.derniere().le()),
              a.derniere().dit() == null ? "" : ", « " + a.derniere().dit() + " »"));
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    new Fautes().exiger(etat != null && (etat == a.etat() || a.etat().suivants().contains(etat)), "etat", "PASSAGE_D_ACTION",
        "Cette action est %s : choisissez une des suites proposées.".formatted(a.etat().libelle().toLowerCase(Locale.FRENCH)))
        .exiger(le != null && !le.isAfter(aujourdhui), "le", "JOUR_A_VENIR", "Choisissez un jour passé, ou aujourd'hui.")
        .exiger(le == null || !le.isBefore(a.derniere().le()), "le", "NOUVELLES_PLUS_ANCIENNES",
            "Les dernières nouvelles sont du %s : choisissez ce jour ou un jour d'après.".formatted(Francais.date(a.derniere().le())))
        .exiger(texte.length() <= LONG, "dit", "TEXTE_TROP_LONG", "Ce texte est trop long : gardez %d caractères au plus.".formatted(LONG))
        .exiger(etat == null || !texte.isEmpty() || etat != a.etat() && etat != EtatAction.ABANDONNEE && etat != EtatAction.RETIREE, "dit",
            "NOUVELLES_A_DIRE", etat == EtatAction.ABANDONNEE || etat == EtatAction.RETIREE ? "Dites pourquoi, en quelques mots."
                : "Dites les nouvelles en quelques mots.").lever();
    String motif = texte.isEmpty() ? null : texte;
    if (etat == a.etat()) {
      passages.noter(PrevoirUneAction.ACTIONS, List.of(actionId), le, motif);
    } else {
      passages.passer(PrevoirUneAction.ACTIONS, List.of(actionId), etat, le, motif);
    }
    base.sql("update diagnostic.action set nouvelles_le = ? where id = ?").params(le, actionId).update();
    journal.tracer("ACTION_SUIVIE", personneId, null, "Des nouvelles d'une action : " + etat.libelle().toLowerCase(Locale.FRENCH));
  }
}
