package fr.jalon.engagement.application;

import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contracts and their versions as rows: found, locked, moved from state to state through the agents' door. */
@Component
class RegistreDesContrats {
  static final Passages.Registre CONTRATS = new Passages.Registre("engagement.contrat", "engagement.passage", "CONTRAT");
  private final JdbcClient base;
  private final Passages passages;
  private final AgentCourant agentCourant;

  RegistreDesContrats(JdbcClient base, Passages passages, AgentCourant agentCourant) {
    this.base = base;
    this.passages = passages;
    this.agentCourant = agentCourant;
  }

  /** A contract as it is. */
  record Contrat(long id, long personneId, long suiviId, EtatContrat etat, LocalDate etatDepuis, LocalDate depuis, LocalDate jusquAu,
      LocalDate signeLe) {}

  /** A version as it is. @param validation {@code null} when none was asked */
  record Version(long id, long contratId, long suiviId, int numero, String etat, String cause, LocalDate depuis, LocalDate jusquAu, String validation,
      LocalDate presenteeLe, LocalDate signeeLe, String empreinte) {
    boolean presentee() {
      return presenteeLe != null;
    }
  }

  /** The follow-up that runs or sleeps. */
  record SuiviOuvert(long id, String etat, LocalDate notifieLe, boolean aPoster) {}

  /** Login of the agent at work. */
  String moi() {
    return agentCourant.perimetre().agent();
  }

  /** Her follow-up that is open. @throws RefusMetier when she may no longer be seen, or nobody follows her */
  SuiviOuvert exigerSuivie(long personneId) {
    if (!base.sql("select exists (select from allocataires.personne where id = ? and fusionnee_dans is null)").param(personneId)
        .query(Boolean.class).single()) {
      throw new RefusMetier("CONTRAT_D_UNE_PARTIE",
          "Cette personne n'est plus dans ce que vous pouvez consulter : elle a changé de territoire ou d'organisme. Rien n'est enregistré.");
    }
    return base.sql("select id, etat, notifie_le, a_poster from orientation.suivi where personne_id = ? and etat <> 'CLOS'").param(personneId)
        .query(SuiviOuvert.class).optional().orElseThrow(() -> new RefusMetier("CONTRAT_SANS_SUIVI",
            "Personne ne suit cette personne aujourd'hui : un contrat se fait avec son référent. Orientez-la d'abord.",
                    "L. 5411-6 du code du travail"));
  }

  /** @throws RefusMetier when her right is closed: there is nobody to make a contract with (L. 262-28 CASF) */
  void exigerLeDroit(long personneId) {
    if (base.sql("select exists (select from allocataires.situation where personne_id = ? and allocataires.est_ferme(etat))").param(personneId)
        .query(Boolean.class).single()) {
      throw new RefusMetier("CONTRAT_DROIT_CLOS", "Son droit au RSA est fermé : un contrat d'engagement ne se commence pas. S'il vient de rouvrir, "
          + "attendez le fichier de la caisse ou vérifiez sa situation.", "L. 262-28 CASF");
    }
  }

  /** @throws RefusMetier when she has one that is open, other than this one; @param sauf its number, 0 for none */
  void exigerSansAutreOuvert(long personneId, long sauf) {
    base.sql("select pg_advisory_xact_lock(hashtextextended('engagement', ?))").param(personneId).query((_, _) -> 0).list();
    if (base.sql("""
        select exists (select from engagement.contrat where personne_id = ? and id <> ? and etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE', 'SUSPENDU'))""")
        .params(personneId, sauf).query(Boolean.class).single()) {
      throw new RefusMetier("CONTRAT_DEJA_OUVERT",
          "Cette personne a déjà un contrat : continuez celui-là, changez-le par un avenant, ou renouvelez-le. Elle n'en a qu'un à la fois.");
    }
  }

  /** One, locked until the end of the act. @throws RefusMetier when it is not to be seen, or is of somebody else than the page said */
  Contrat exiger(long personneId, long contrat) {
    return base.sql("""
        select id, personne_id, suivi_id, etat, etat_depuis, depuis, jusqu_au, signe_le from engagement.contrat where id = ? and personne_id = ? for update""")
        .params(contrat, personneId).query(Contrat.class).optional().orElseThrow(() -> new RefusMetier("CONTRAT_INCONNU",
            "Ce contrat n'est plus dans ce que vous pouvez consulter : rien n'est changé."));
  }

  /** The version being prepared, locked; none of a contract that is suspended or over. */
  Optional<Version> preparee(long contrat) {
    return base.sql("""
        select v.* from engagement.version v join engagement.contrat c on c.id = v.contrat_id and c.etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE')
        where v.contrat_id = ? and v.etat = 'PREPAREE' for update of v""").param(contrat).query(Version.class).optional();
  }

  /** The same. @throws RefusMetier when there is none: it was signed or given up meanwhile */
  Version exigerPreparee(long contrat) {
    return preparee(contrat).orElseThrow(RegistreDesContrats::aChange);
  }

  /** The same, which can still be written. @throws RefusMetier when it was presented: its text is what is signed */
  Version exigerEcrivable(long contrat) {
    Version v = exigerPreparee(contrat);
    if (v.presentee()) {
      throw new RefusMetier("CONTRAT_PRESENTE",
              "Ce contrat est présenté à la signature : son texte ne change plus. Pour le changer, « Reprendre le texte » d'abord.");
    }
    return v;
  }

  /** @throws RefusMetier when some of what this version says is not hers to read: what she would write would leave it out */
  void exigerToutLu(long version) {
    if (!base.sql("select engagement.se_lit_en_entier(?)").param(version).query(Boolean.class).single()) {
      throw new RefusMetier("CONTRAT_PAS_TOUT_LU", "Ce contrat a un objectif que votre rôle ne lit pas : son référent le présente ou le change.");
    }
  }

  /** The last one signed. */
  Optional<Version> signee(long contrat) {
    return base.sql("select * from engagement.version where contrat_id = ? and etat = 'SIGNEE' order by numero desc limit 1 for update")
        .param(contrat).query(Version.class).optional();
  }

  static RefusMetier aChange() {
    return new RefusMetier("CONTRAT_A_CHANGE",
        "Ce contrat n'en est plus là : vous ou un collègue l'avez déjà fait avancer. La page le montre maintenant ; rien n'est changé.");
  }

  /** @throws RefusMetier when it is in none of these states: somebody moved it */
  static void exigerEtat(Contrat c, Set<EtatContrat> possibles) {
    if (!possibles.contains(c.etat())) {
      throw aChange();
    }
  }

  /** The contract that this form wrote already, for her. @throws FormulaireDejaServi when it served for somebody else */
  Optional<Long> dejaEcrit(long personneId, UUID cle) {
    return base.sql("select id, personne_id from engagement.contrat where cle = ?").param(cle)
        .query((l, _) -> new long[] {l.getLong("id"), l.getLong("personne_id")}).optional().map(l -> {
          if (l[1] != personneId) {
            throw new FormulaireDejaServi();
          }
          return l[0];
        });
  }

  /** Writes that it was born. */
  void naitre(long contrat, LocalDate le) {
    passages.naitre(CONTRATS, List.of(contrat), le);
  }

  /** Columns written besides. @param quoi {@code signe_le = :le} */
  void ecrire(long contrat, String quoi, Map<String, ?> valeurs) {
    base.sql("update engagement.contrat set " + quoi + " where id = :contrat").params(valeurs).param("contrat", contrat).update();
  }

  /** Columns of a version. */
  void ecrireLaVersion(long version, String quoi, Map<String, ?> valeurs) {
    base.sql("update engagement.version set " + quoi + " where id = :version").params(valeurs).param("version", version).update();
  }

  /** Moves one from that day on. @param motif why, or {@code null} */
  void passer(Contrat c, EtatContrat vers, LocalDate le, String motif) {
    passer(List.of(c.id()), vers, le, motif);
  }

  /** Moves these, those whose state allows it. @return how many */
  int passer(Collection<Long> contrats, EtatContrat vers, LocalDate le, String motif) {
    return contrats.isEmpty() ? 0 : passages.passer(CONTRATS, contrats, vers, le, motif).size();
  }

  /** Writes what happened to it, in its state. */
  void noter(Contrat c, LocalDate le, String quoi) {
    passages.noter(CONTRATS, List.of(c.id()), le, quoi);
  }
}
