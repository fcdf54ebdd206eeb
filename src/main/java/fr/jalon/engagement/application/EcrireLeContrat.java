package fr.jalon.engagement.application;

import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.engagement.application.RegistreDesContrats.Version;
import fr.jalon.engagement.domaine.ActionVoulue;
import fr.jalon.engagement.domaine.Activite;
import fr.jalon.engagement.domaine.Cadre;
import fr.jalon.engagement.domaine.CauseDeVersion;
import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.engagement.domaine.NouvelObjectif;
import fr.jalon.engagement.domaine.QuiAgit;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the version being prepared says: its frame, its objectives, its actions. Every form saves by itself, so that nothing typed is lost. */
@Service
public class EcrireLeContrat {
  private final JdbcClient base;
  private final RegistreDesContrats registre;
  private final LeReferentiel referentiel;
  private final ThemesDuDiagnostic themes;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  EcrireLeContrat(JdbcClient base, RegistreDesContrats registre, LeReferentiel referentiel, ThemesDuDiagnostic themes, Parametres parametres,
      Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.referentiel = referentiel;
    this.themes = themes;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** Its frame as it is, locked; empty when there is none to see. */
  @Transactional
  public Optional<Cadre> cadre(long personneId, long contrat) {
    return base.sql("select * from engagement.version where contrat_id = ? and personne_id = ? and etat = 'PREPAREE' for update")
        .params(contrat, personneId).query((l, _) -> new Cadre(l.getObject("depuis", LocalDate.class), l.getObject("jusqu_au", LocalDate.class),
            Intensite.valueOf(l.getString("intensite")), l.getString("engagements_personne"), l.getString("engagements_referent"),
            l.getString("motif"))).optional();
  }

  /** @throws RefusMetier a field is wrong, an action would run outside its dates, or it was presented or signed meanwhile */
  @Transactional
  public void cadrer(long personneId, long contrat, Cadre c) {
    registre.exiger(personneId, contrat);
    Version v = registre.exigerEcrivable(contrat);
    registre.exigerToutLu(v.id());
    c.verifier(parametres.mois("engagement.duree_max", LocalDate.now(horloge)), CauseDeVersion.valueOf(v.cause()) == CauseDeVersion.AVENANT);
    // actions follow the contract: those that ran to its ends run to the new ones, what would fall outside is cut
    base.sql("""
        update engagement.action set depuis = case when depuis = :avant_depuis then :depuis else least(greatest(depuis, :depuis), :fin) end,
          jusqu_au = case when jusqu_au = :avant_fin then :fin else greatest(least(jusqu_au, :fin), :depuis) end
        where version_id = :version and retiree_le is null""").param("version", v.id()).param("avant_depuis", v.depuis()).param("avant_fin", v.jusquAu())
        .param("depuis", c.depuis()).param("fin", c.jusquAu()).update();
    Map<String, Object> valeurs = new HashMap<>();
    valeurs.put("depuis", c.depuis());
    valeurs.put("fin", c.jusquAu());
    valeurs.put("intensite", c.intensite().name());
    valeurs.put("personne", c.engagementsPersonne().strip());
    valeurs.put("referent", c.engagementsReferent().strip());
    valeurs.put("motif", c.motif() == null ? "" : c.motif().strip());
    registre.ecrireLaVersion(v.id(), "depuis = :depuis, jusqu_au = :fin, intensite = :intensite, engagements_personne = :personne, "
        + "engagements_referent = :referent, motif = :motif", valeurs);
    tracer(personneId);
  }

  /** An objective as it is, locked; empty when there is none to see. */
  @Transactional
  public Optional<NouvelObjectif> objectif(long personneId, long objectif) {
    return base.sql("""
        select o.* from engagement.objectif o where o.id = ? and o.personne_id = ? and o.retire_le is null for update""").params(objectif, personneId)
        .query((l, _) -> new NouvelObjectif(l.getString("theme") == null ? "" : l.getString("theme"), true, l.getBoolean("sante"),
            l.getString("texte"))).optional();
  }

  /** @param objectif its number, 0 for one more; @throws RefusMetier a field is wrong, or the contract was presented or signed meanwhile */
  @Transactional
  public void ecrireUnObjectif(long personneId, long contrat, long objectif, NouvelObjectif o) {
    registre.exiger(personneId, contrat);
    Version v = registre.exigerEcrivable(contrat);
    o.verifier();
    String theme = o.theme().isEmpty() ? null : o.theme();
    if (objectif == 0) {
      // the second click of one adds nothing
      base.sql("""
          insert into engagement.objectif (personne_id, version_id, rang, theme, sante, texte)
          select :personne, :version, (select coalesce(max(rang), 0) + 1 from engagement.objectif where version_id = :version), :theme::text, :sante, :texte
          where not exists (select from engagement.objectif where version_id = :version and texte = :texte and theme is not distinct from :theme::text
            and retire_le is null)""").params(Collections.singletonMap("theme", theme)).param("personne", personneId).param("version", v.id())
          .param("sante", o.sante()).param("texte", o.texte().strip()).update();
    } else {
      exiger(base.sql("update engagement.objectif set theme = ?, sante = ?, texte = ? where id = ? and version_id = ? and retire_le is null")
          .params(theme, o.sante(), o.texte().strip(), objectif, v.id()).update());
      base.sql("update engagement.action set sante = ? where objectif_id = ? and sante <> ?").params(o.sante(), objectif, o.sante()).update();
    }
    tracer(personneId);
  }

  /** It goes, with its actions. @throws RefusMetier the contract was presented or signed meanwhile */
  @Transactional
  public void retirerUnObjectif(long personneId, long contrat, long objectif) {
    registre.exiger(personneId, contrat);
    Version v = registre.exigerEcrivable(contrat);
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("update engagement.action set retiree_le = ? where objectif_id = ? and version_id = ? and retiree_le is null")
        .params(maintenant, objectif, v.id()).update();
    base.sql("update engagement.objectif set retire_le = ? where id = ? and version_id = ? and retire_le is null")
        .params(maintenant, objectif, v.id()).update();
    tracer(personneId);
  }

  /** An action as it is, locked; empty when there is none to see. */
  @Transactional
  public Optional<ActionVoulue> action(long personneId, long action) {
    return base.sql("select * from engagement.action where id = ? and personne_id = ? and retiree_le is null for update").params(action, personneId)
        .query((l, _) -> lire(l)).optional();
  }

  private static ActionVoulue lire(ResultSet l) throws SQLException {
    return new ActionVoulue(l.getString("libelle"), l.getString("activite"), QuiAgit.valueOf(l.getString("qui")),
        l.getObject("depuis", LocalDate.class), l.getObject("jusqu_au", LocalDate.class), l.getBigDecimal("heures"));
  }

  private record Autre(LocalDate depuis, LocalDate jusquAu, BigDecimal heures) {}

  /**
   * @param objectif the one it serves; @param action its number, 0 for one more
   * @throws RefusMetier a field is wrong, or the contract was presented or signed meanwhile
   */
  @Transactional
  public void ecrireUneAction(long personneId, long contrat, long objectif, long action, ActionVoulue a) {
    registre.exiger(personneId, contrat);
    Version v = registre.exigerEcrivable(contrat);
    LocalDate aujourdhui = LocalDate.now(horloge);
    BigDecimal autres = base.sql("""
        select depuis, jusqu_au, heures from engagement.action where version_id = ? and id <> ? and retiree_le is null""").params(v.id(), action)
        .query(Autre.class).list().stream().filter(o -> a.pendant(o.depuis(), o.jusquAu())).map(Autre::heures)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    a.verifier(v.depuis(), v.jusquAu(), new BigDecimal(parametres.valeur("engagement.heures_plausibles", aujourdhui).texte()), autres);
    boolean deSante = base.sql("""
        select coalesce(bool_or(sante), false) from (select sante from engagement.objectif where id = ?
          union all select sante from engagement.action where id = ?) x""").params(objectif, action).query(Boolean.class).single();
    new Fautes().exiger(deSante || referentiel.activites(aujourdhui).genre(a.activite()).filter(Activite::sante).isEmpty(), "activite",
        "ACTION_DE_SANTE", "Une démarche de santé se note sous un objectif de santé : ajoutez-le d'abord.").lever();
    if (action == 0 && base.sql("""
        select exists (select from engagement.action where objectif_id = ? and libelle = ? and activite = ? and depuis = ? and jusqu_au = ? and heures = ?
          and retiree_le is null)""").params(objectif, a.libelle().strip(), a.activite(), a.depuis(), a.jusquAu(), a.heures()).query(Boolean.class)
        .single()) {
      return;
    }
    if (action == 0) {
      exiger(base.sql("""
          insert into engagement.action (personne_id, version_id, objectif_id, rang, sante, libelle, activite, qui, depuis, jusqu_au, heures)
          select o.personne_id, o.version_id, o.id, (select coalesce(max(x.rang), 0) + 1 from engagement.action x where x.objectif_id = o.id), o.sante, ?, ?, ?, ?, ?, ?
          from engagement.objectif o where o.id = ? and o.version_id = ? and o.retire_le is null""").params(a.libelle().strip(), a.activite(),
          a.qui().name(), a.depuis(), a.jusquAu(), a.heures(), objectif, v.id()).update());
    } else {
      exiger(base.sql("""
          update engagement.action set libelle = ?, activite = ?, qui = ?, depuis = ?, jusqu_au = ?, heures = ?
          where id = ? and version_id = ? and retiree_le is null""").params(a.libelle().strip(), a.activite(), a.qui().name(), a.depuis(), a.jusquAu(),
          a.heures(), action, v.id()).update());
    }
    tracer(personneId);
  }

  /** It goes. @throws RefusMetier the contract was presented or signed meanwhile */
  @Transactional
  public void retirerUneAction(long personneId, long contrat, long action) {
    registre.exiger(personneId, contrat);
    Version v = registre.exigerEcrivable(contrat);
    base.sql("update engagement.action set retiree_le = ? where id = ? and version_id = ? and retiree_le is null")
        .params(OffsetDateTime.now(horloge), action, v.id()).update();
    tracer(personneId);
  }

  /** True when this theme tells of health; {@code null} when it is none of the list. */
  public Boolean sante(String theme) {
    return theme.isEmpty() ? Boolean.FALSE
        : themes.au(LocalDate.now(horloge)).rubrique(theme).filter(t -> t.theme()).map(t -> t.sante()).orElse(null);
  }

  /** The code of a kind of activity; {@code null} when it is none of the list. */
  public String activite(String code) {
    return referentiel.activites(LocalDate.now(horloge)).genre(code).map(g -> g.code()).orElse(null);
  }

  private static void exiger(int ecrites) {
    if (ecrites == 0) {
      throw RegistreDesContrats.aChange();
    }
  }

  private void tracer(long personneId) {
    journal.tracer("CONTRAT_ECRIT", personneId, null, null);
  }
}
