package fr.jalon.engagement.lecture;

import fr.jalon.engagement.domaine.CauseDeVersion;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.domaine.EtatVersion;
import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.engagement.domaine.MoyenDeSignature;
import fr.jalon.engagement.domaine.QuiAgit;
import fr.jalon.engagement.domaine.RaisonDeRefus;
import fr.jalon.engagement.domaine.ResultatDObjectif;
import fr.jalon.engagement.domaine.Signataire;
import fr.jalon.engagement.lecture.ContratLu.Action;
import fr.jalon.engagement.lecture.ContratLu.Document;
import fr.jalon.engagement.lecture.ContratLu.Objectif;
import fr.jalon.engagement.lecture.ContratLu.Passage;
import fr.jalon.engagement.lecture.ContratLu.Refus;
import fr.jalon.engagement.lecture.ContratLu.Signature;
import fr.jalon.engagement.lecture.ContratLu.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contracts of a person as the agent at work may read them, at any day, in as many queries whatever their number. */
@Component
public class ContratsDUnePersonne {
  private final JdbcClient base;

  ContratsDUnePersonne(JdbcClient base) {
    this.base = base;
  }

  /** Those open first, then the latest; none that was noted by mistake. @param au the day at which they are known */
  @Transactional(readOnly = true)
  public List<ContratLu> au(long personneId, LocalDate au) {
    return tous(personneId, au).stream().filter(c -> c.etat() != EtatContrat.ECARTE).toList();
  }

  /** The same, with those noted by mistake, last. */
  @Transactional(readOnly = true)
  public List<ContratLu> tous(long personneId, LocalDate au) {
    Map<Long, List<Passage>> histoire = parNumero(base.sql("""
        select objet_id, de, vers, le, habilitations.nom_agent(par) as par, motif from engagement.passage where personne_id = ? and le <= ?
        order by le desc, id desc""").params(personneId, au).query((l, _) -> new Passage(l.getLong("objet_id"), etat(l, "de"), etat(l, "vers"),
            jour(l, "le"), l.getString("par"), l.getString("motif"))).list(), Passage::contratId);
    Map<Long, List<Version>> versions = parNumero(versions(personneId, au), Version::contratId);
    Map<Long, Refus> refus = base.sql("""
        select contrat_id, le, raison, precisions, habilitations.nom_agent(note_par) as par from engagement.refus
        where personne_id = ? and retire_le is null and le <= ?""").params(personneId, au).query((l, _) -> new Refus(l.getLong("contrat_id"),
            jour(l, "le"), RaisonDeRefus.valueOf(l.getString("raison")), l.getString("precisions"), l.getString("par"))).list().stream()
        .collect(Collectors.toMap(Refus::contratId, Function.identity()));
    return base.sql("select * from engagement.contrat where personne_id = ? order by id desc").param(personneId)
        .query((l, _) -> contrat(l, au, histoire.getOrDefault(l.getLong("id"), List.of()), versions.getOrDefault(l.getLong("id"), List.of()),
            refus.get(l.getLong("id")))).list().stream().filter(c -> !c.histoire().isEmpty())
        .sorted(Comparator.comparing((ContratLu c) -> c.etat() == EtatContrat.ECARTE).thenComparing(c -> !c.etat().ouvert())).toList();
  }

  private static ContratLu contrat(ResultSet l, LocalDate au, List<Passage> histoire, List<Version> versions, Refus refus) throws SQLException {
    EtatContrat etat = histoire.isEmpty() ? etat(l, "etat") : histoire.getFirst().vers();
    LocalDate depuis = histoire.stream().takeWhile(p -> p.vers() == etat).map(Passage::le).reduce((_, avant) -> avant).orElse(jour(l, "etat_depuis"));
    boolean aujourdhui = etat == etat(l, "etat");
    List<Version> signees = versions.stream().filter(v -> v.etat() == EtatVersion.SIGNEE).toList();
    LocalDate debut = aujourdhui ? jour(l, "depuis") : signees.isEmpty() ? null : signees.getLast().depuis();
    LocalDate fin = aujourdhui ? jour(l, "jusqu_au") : signees.isEmpty() ? null : signees.getFirst().jusquAu();
    LocalDate signeLe = jour(l, "signe_le");
    return new ContratLu(l.getLong("id"), l.getLong("suivi_id"), etat, depuis, debut, fin, signeLe == null || signeLe.isAfter(au) ? null : signeLe,
        versions, histoire, refus);
  }

  private List<Version> versions(long personneId, LocalDate au) {
    Map<Long, List<Action>> actions = parNumero(base.sql("""
        select id, objectif_id, libelle, activite, qui, depuis, jusqu_au, heures from engagement.action where personne_id = ? and retiree_le is null
        order by rang, id""").param(personneId).query((l, _) -> new Action(l.getLong("id"), l.getLong("objectif_id"), l.getString("libelle"),
            l.getString("activite"), QuiAgit.valueOf(l.getString("qui")), jour(l, "depuis"), jour(l, "jusqu_au"), l.getBigDecimal("heures"))).list(),
        Action::objectifId);
    Map<Long, List<Objectif>> objectifs = parNumero(base.sql("""
        select id, version_id, theme, texte, resultat, pourquoi, resultat_le, habilitations.nom_agent(resultat_par) as par from engagement.objectif
        where personne_id = ? and retire_le is null order by rang, id""").param(personneId).query((l, _) -> objectif(l, au,
            actions.getOrDefault(l.getLong("id"), List.of()))).list(), Objectif::versionId);
    Map<Long, List<Signature>> signatures = parNumero(base.sql("""
        select version_id, qui, moyen, le, signee_le, nom, envoye_a, empreinte, habilitations.nom_agent(recueillie_par) as par from engagement.signature
        where personne_id = ? and annulee_le is null and le <= ? order by id""").params(personneId, au).query((l, _) -> new Signature(
            l.getLong("version_id"), Signataire.valueOf(l.getString("qui")), MoyenDeSignature.valueOf(l.getString("moyen")), jour(l, "le"),
            l.getObject("signee_le", OffsetDateTime.class), l.getString("nom"), l.getString("envoye_a"), l.getString("empreinte"),
            l.getString("par"))).list(), Signature::versionId);
    Map<Long, List<Document>> documents = parNumero(base.sql("""
        select id, version_id, sorte, nom, depose_le from engagement.document where personne_id = ? order by id desc""").param(personneId)
        .query(Document.class).list(), Document::versionId);
    return base.sql("""
        select v.*, habilitations.nom_agent(v.ecrite_par) as par from engagement.version v where v.personne_id = ? and v.ecrite_le::date <= ?
        order by v.numero desc""").params(personneId, au).query((l, _) -> version(l, au, objectifs, signatures, documents)).list();
  }

  private static Version version(ResultSet l, LocalDate au, Map<Long, List<Objectif>> objectifs, Map<Long, List<Signature>> signatures,
      Map<Long, List<Document>> documents) throws SQLException {
    long id = l.getLong("id");
    LocalDate signeeLe = jour(l, "signee_le");
    EtatVersion etat = EtatVersion.valueOf(l.getString("etat"));
    // signed since: that day it was being prepared
    EtatVersion alors = etat == EtatVersion.SIGNEE && signeeLe.isAfter(au) ? EtatVersion.PREPAREE : etat;
    return new Version(id, l.getLong("contrat_id"), l.getInt("numero"), alors, CauseDeVersion.valueOf(l.getString("cause")), l.getString("motif"),
        jour(l, "depuis"), jour(l, "jusqu_au"), Intensite.valueOf(l.getString("intensite")), l.getString("engagements_personne"),
        l.getString("engagements_referent"), l.getString("validation"), l.getString("validation_motif"), jour(l, "presentee_le"),
        alors == EtatVersion.SIGNEE ? signeeLe : null, l.getString("empreinte"), l.getString("par"), objectifs.getOrDefault(id, List.of()),
        signatures.getOrDefault(id, List.of()), documents.getOrDefault(id, List.of()));
  }

  private static Objectif objectif(ResultSet l, LocalDate au, List<Action> actions) throws SQLException {
    LocalDate le = jour(l, "resultat_le");
    boolean su = le != null && !le.isAfter(au);
    return new Objectif(l.getLong("id"), l.getLong("version_id"), l.getString("theme"), l.getString("texte"),
        su ? ResultatDObjectif.valueOf(l.getString("resultat")) : null, su ? l.getString("pourquoi") : null, su ? le : null,
        su ? l.getString("par") : null, actions);
  }

  private static <T> Map<Long, List<T>> parNumero(List<T> lignes, Function<T, Long> numero) {
    return lignes.stream().collect(Collectors.groupingBy(numero));
  }

  private static EtatContrat etat(ResultSet l, String colonne) throws SQLException {
    return l.getString(colonne) == null ? null : EtatContrat.valueOf(l.getString(colonne));
  }

  private static LocalDate jour(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, LocalDate.class);
  }
}
