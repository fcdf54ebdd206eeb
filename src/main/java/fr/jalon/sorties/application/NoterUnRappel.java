package fr.jalon.sorties.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.sorties.domaine.EssaiDit;
import fr.jalon.sorties.domaine.EtatRappel;
import fr.jalon.sorties.domaine.Rappels;
import fr.jalon.sorties.domaine.ReponseAuRappel;
import fr.jalon.sorties.domaine.ReponseDite;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens on a call: nobody was reached, she answered, the answer was somebody else's. */
@Service
public class NoterUnRappel {
  private final JdbcClient base;
  private final Passages passages;
  private final EcrireApresLesEssais lettres;
  private final Echeances echeances;
  private final AgentCourant agentCourant;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  NoterUnRappel(JdbcClient base, Passages passages, EcrireApresLesEssais lettres, Echeances echeances, AgentCourant agentCourant,
      Parametres parametres, Journal journal, Clock horloge) {
    this.base = base;
    this.passages = passages;
    this.lettres = lettres;
    this.echeances = echeances;
    this.agentCourant = agentCourant;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  private record Rappel(long id, long personneId, String etat, LocalDate sortieLe, String reponse, String reponduPar) {
    EtatRappel ou() {
      return EtatRappel.valueOf(etat);
    }
  }

  private Rappel exiger(long rappel) {
    return base.sql("""
        select r.id, r.personne_id, r.etat, s.le as sortie_le, r.reponse, r.repondu_par from sorties.rappel r join sorties.sortie s on s.id = r.sortie_id
        where r.id = ? for update of r""").param(rappel).query(Rappel.class).optional().orElseThrow(() -> new RefusMetier("RAPPEL_INCONNU",
            "Ce rappel n'est plus dans ce que vous pouvez consulter : rien n'est changé."));
  }

  private static void exigerQuIlAttende(Rappel r) {
    if (!r.ou().attend()) {
      throw new RefusMetier("RAPPEL_FAIT", "Ce rappel est déjà fait ou annulé : vous ou un collègue l'avez noté. Rien n'est changé.");
    }
  }

  /** What became of a try. */
  public enum Suite {
    /** She is to be tried again. */
    A_REESSAYER,
    /** She was tried as often as asked: she is written to. */
    ECRITE
  }

  /**
   * Nobody was reached. After the last try asked (sorties.essais) she is written to, with a link to answer without an account.
   *
   * @throws RefusMetier a field is wrong, or the call is done
   */
  @Transactional
  public Suite essayer(long rappel, EssaiDit e) {
    Rappel r = exiger(rappel);
    LocalDate aujourdhui = LocalDate.now(horloge);
    e.verifier(r.sortieLe(), aujourdhui);
    if (dejaEcrit(rappel, e)) {
      return r.ou() == EtatRappel.SANS_REPONSE ? Suite.ECRITE : Suite.A_REESSAYER;
    }
    exigerQuIlAttende(r);
    base.sql("""
        insert into sorties.essai (personne_id, rappel_id, le, canal, resultat, cle, ecrit_par, ecrit_le) values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(r.personneId(), rappel, e.le(), e.canal().name(), e.resultat().name(), e.cle(), moi(), OffsetDateTime.now(horloge)).update();
    journal.tracer("RAPPEL_ESSAYE", r.personneId(), null, null);
    int essais = base.sql("select count(*) from sorties.essai where rappel_id = ?").param(rappel).query(Integer.class).single();
    if (r.ou() == EtatRappel.SANS_REPONSE || essais < parametres.valeur("sorties.essais", aujourdhui).entier()) {
      return r.ou() == EtatRappel.SANS_REPONSE ? Suite.ECRITE : Suite.A_REESSAYER;
    }
    passages.passer(PlanifierLesRappels.RAPPELS, List.of(rappel), EtatRappel.SANS_REPONSE, aujourdhui, essais + " essais sans réponse");
    echeances.tenir(Nature.RAPPEL, List.of(rappel), aujourdhui);
    lettres.ecrire(r.personneId(), rappel);
    return Suite.ECRITE;
  }

  private boolean dejaEcrit(long rappel, EssaiDit e) {
    return base.sql("select rappel_id = ? from sorties.essai where cle = ?").params(rappel, e.cle()).query(Boolean.class).optional().map(sien -> {
      if (!sien) {
        throw new FormulaireDejaServi();
      }
      return true;
    }).orElse(false);
  }

  /** She answered. The same answer twice is once. @throws RefusMetier a field is wrong, or the call is done */
  @Transactional
  public void repondre(long rappel, ReponseDite d) {
    Rappel r = exiger(rappel);
    LocalDate aujourdhui = LocalDate.now(horloge);
    d.verifier(r.sortieLe(), aujourdhui);
    if (r.ou() == EtatRappel.REPONDU && d.reponse().name().equals(r.reponse())) {
      return;
    }
    exigerQuIlAttende(r);
    boolean autre = d.reponse() == ReponseAuRappel.AUTRE_EMPLOI;
    Map<String, Object> v = new HashMap<>();
    v.put("reponse", d.reponse().name());
    v.put("repondu", d.le());
    v.put("canal", d.canal().name());
    v.put("contrat", autre && d.contrat() != null ? d.contrat().name() : null);
    v.put("heures", autre ? d.heures() : null);
    v.put("par", moi());
    v.put("id", rappel);
    base.sql("""
        update sorties.rappel set reponse = :reponse, repondu_le = :repondu, canal = :canal, contrat = :contrat::text, heures = :heures::numeric,
          repondu_par = :par where id = :id""").params(v).update();
    passages.passer(PlanifierLesRappels.RAPPELS, List.of(rappel), EtatRappel.REPONDU, aujourdhui, null);
    echeances.tenir(Nature.RAPPEL, List.of(rappel), aujourdhui);
    lettres.abandonner(List.of(rappel), "La personne a répondu.");
    journal.tracer("RAPPEL_REPONDU", r.personneId(), null, null);
  }

  /** The answer was a mistake: she is to be called again. @throws RefusMetier no reason is said, or somebody else noted it */
  @Transactional
  public void defaire(long rappel, String motif) {
    Rappel r = exiger(rappel);
    Rappels.exigerLaRaison(motif);
    if (r.ou() != EtatRappel.REPONDU) {
      throw new RefusMetier("RAPPEL_SANS_REPONSE_A_DEFAIRE", "Ce rappel n'a plus de réponse à défaire : vous ou un collègue l'avez déjà défaite.");
    }
    if (!r.reponduPar().equals(moi()) && !agentCourant.perimetre().peut("INDICATEURS")) {
      throw new RefusMetier("REPONSE_D_UN_AUTRE",
          "Cette réponse a été notée par quelqu'un d'autre : demandez-lui, ou à un responsable, de la défaire.");
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    passages.passer(PlanifierLesRappels.RAPPELS, List.of(rappel), EtatRappel.PREVU, aujourdhui, motif.strip());
    base.sql("""
        update sorties.rappel set reponse = null, repondu_le = null, canal = null, contrat = null, heures = null, repondu_par = null where id = ?""")
        .param(rappel).update();
    echeances.annulerLaTenue(Nature.RAPPEL, List.of(rappel));
    journal.tracer("RAPPEL_DEFAIT", r.personneId(), null, null);
  }

  private String moi() {
    return agentCourant.perimetre().agent();
  }
}
