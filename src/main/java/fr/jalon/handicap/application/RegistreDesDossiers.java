package fr.jalon.handicap.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files as rows: found, locked, moved from state to state through the agents' door; each passage is written with its day. */
@Component
class RegistreDesDossiers {
  static final Passages.Registre DOSSIERS = new Passages.Registre("handicap.dossier", "handicap.passage", "DOSSIER");
  private final JdbcClient base;
  private final Passages passages;
  private final AgentCourant agentCourant;

  RegistreDesDossiers(JdbcClient base, Passages passages, AgentCourant agentCourant) {
    this.base = base;
    this.passages = passages;
    this.agentCourant = agentCourant;
  }

  /** A file as it is. @param dernierLe day of its last passage, which none precedes */
  record Dossier(long id, long personneId, EtatDossierMdph etat, LocalDate etatDepuis, List<DroitMdph> droits, LocalDate proposeLe,
      LocalDate deposeLe,
      LocalDate completLe, LocalDate decideLe, LocalDate contesteLe, LocalDate dernierLe) {
    /** From when the answer is awaited; {@code null} when the day of the filing is not known. */
    LocalDate attenduDepuis() {
      return completLe != null ? completLe : deposeLe;
    }

    /** First day what comes next can have been: nobody knows it of a file filed on a day that is not known. */
    LocalDate auPlusTot() {
      return etat == EtatDossierMdph.DEPOSE ? deposeLe : etat == EtatDossierMdph.DECIDE ? decideLe : etatDepuis;
    }

    /** The day of its passage: what was learnt late follows what was known before. */
    LocalDate jour(LocalDate le) {
      return le.isBefore(dernierLe) ? dernierLe : le;
    }
  }

  /** Login of the agent at work. */
  String moi() {
    return agentCourant.perimetre().agent();
  }

  /** @throws RefusMetier when the agent may not see her any more */
  void exigerVisible(long personneId) {
    if (!base.sql("select exists (select from allocataires.personne where id = ? and fusionnee_dans is null)").param(personneId)
        .query(Boolean.class).single()) {
      throw new RefusMetier("DOSSIER_MDPH_D_UNE_PARTIE",
          "Cette personne n'est plus dans ce que vous pouvez consulter : elle a changé de territoire ou d'organisme. Rien n'est noté.");
    }
  }

  /** @throws RefusMetier when she has a file that is open, other than this one; @param sauf its number, 0 for none */
  void exigerSansAutreOuvert(long personneId, long sauf) {
    base.sql("select pg_advisory_xact_lock(hashtextextended('handicap', ?))").param(personneId).query((_, _) -> 0).list();
    if (base.sql("""
        select exists (select from handicap.dossier where personne_id = ? and id <> ? and etat in ('PROPOSE', 'A_CONSTITUER', 'DEPOSE', 'COMPLET', 'CONTESTE'))""")
        .params(personneId, sauf).query(Boolean.class).single()) {
      throw new RefusMetier("DOSSIER_MDPH_OUVERT", "Un dossier est déjà ouvert pour cette personne : continuez celui-là. Une MDPH n'en traite qu'un à la fois.");
    }
  }

  /** One, locked until the end of the act. @throws RefusMetier when it is not to be seen, or is of somebody else than the page said */
  Dossier exiger(long personneId, long dossier) {
    return base.sql("""
        select d.*, (select max(p.le) from handicap.passage p where p.objet_id = d.id) as dernier_le from handicap.dossier d
        where d.id = ? and d.personne_id = ? for update of d""").params(dossier, personneId)
        .query((l, _) -> lire(l)).optional().orElseThrow(() -> new RefusMetier("DOSSIER_MDPH_INCONNU",
            "Ce dossier n'est plus dans ce que vous pouvez consulter : rien n'est changé."));
  }

  private static Dossier lire(ResultSet l) throws SQLException {
    return new Dossier(l.getLong("id"), l.getLong("personne_id"), EtatDossierMdph.valueOf(l.getString("etat")), jour(l, "etat_depuis"),
        Arrays.stream((String[]) l.getArray("droits").getArray()).map(DroitMdph::valueOf).toList(), jour(l, "propose_le"), jour(l, "depose_le"),
        jour(l, "complet_le"), jour(l, "decide_le"), jour(l, "conteste_le"), jour(l, "dernier_le"));
  }

  private static LocalDate jour(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, LocalDate.class);
  }

  /** @throws RefusMetier when it is in none of these states: somebody moved it */
  static void exigerEtat(Dossier d, Set<EtatDossierMdph> possibles) {
    if (!possibles.contains(d.etat())) {
      throw new RefusMetier("DOSSIER_MDPH_A_CHANGE",
          "Ce dossier n'en est plus là : vous ou un collègue l'avez déjà fait avancer. La page le montre maintenant ; rien n'est changé.");
    }
  }

  /** True when this form was sent already for her. @throws FormulaireDejaServi when it served for somebody else */
  boolean dejaEcrit(long personneId, UUID cle) {
    return base.sql("select personne_id = ? from handicap.dossier where cle = ?").params(personneId, cle).query(Boolean.class).optional()
        .map(sien -> {
      if (!sien) {
        throw new FormulaireDejaServi();
      }
      return true;
    }).orElse(false);
  }

  /** Writes that it was born. */
  void naitre(long dossier, LocalDate le) {
    passages.naitre(DOSSIERS, List.of(dossier), le);
  }

  /** Columns written besides. @param quoi {@code depose_le = :le} */
  void ecrire(long dossier, String quoi, Map<String, ?> valeurs) {
    base.sql("update handicap.dossier set " + quoi + " where id = :dossier").params(valeurs).param("dossier", dossier).update();
  }

  /** Moves it from that day on. @param motif why, or {@code null} */
  void passer(Dossier d, EtatDossierMdph vers, LocalDate le, String motif) {
    passages.passer(DOSSIERS, List.of(d.id()), vers, le, motif);
  }

  /** Writes what happened to it, in its state. */
  void noter(Dossier d, LocalDate le, String quoi) {
    passages.noter(DOSSIERS, List.of(d.id()), le, quoi);
  }
}
