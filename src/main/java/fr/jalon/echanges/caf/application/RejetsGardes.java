package fr.jalon.echanges.caf.application;

import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.RefusMetier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rejects kept, through the owner's door: read one to replay it, write what became of it. */
@Component
class RejetsGardes {
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private final Clock horloge;

  RejetsGardes(@Qualifier("chargement") JdbcClient base, Chiffrement chiffrement, Clock horloge) {
    this.base = base;
    this.chiffrement = chiffrement;
    this.horloge = horloge;
  }

  /**
   * Takes a reject for the time of the transaction.
   *
   * @throws RefusMetier when it is no longer open
   */
  RejetOuvert prendre(long id) {
    return base.sql("""
        select r.*, i.format, i.nature, i.organisme payeur, i.date_reference, i.recu_le, i.date_creation,
          not exists (select from echanges.import j join echanges.import_organisme o on o.import_id = j.id
            where j.statut = 'CHARGE' and j.id < i.id and (j.format like 'VRSB%' or j.format like 'VRSD%')
              and o.fonction_organisme || ' ' || o.numero_organisme = coalesce(r.organisme, i.organisme)) initial
        from echanges.rejet r join echanges.import i on i.id = r.import_id where r.id = ? and r.statut = 'OUVERT' for update of r""").param(id)
        .query((l, _) -> new RejetOuvert(l.getLong("id"), l.getLong("import_id"), l.getInt("ligne"),
        l.getString("numero_demande"), l.getString("balise"),
            l.getString("valeur"), l.getString("raison"), new String(chiffrement.dechiffrer(l.getBytes("dossier_chiffre")), StandardCharsets.UTF_8),
            l.getString("correction"), l.getString("format"), l.getString("nature"), l.getString("payeur"),
            l.getObject("date_reference", LocalDate.class),
            l.getObject("recu_le", LocalDate.class), l.getBoolean("initial"), l.getObject("date_creation", LocalDateTime.class)))
        .optional().orElseThrow(() -> new RefusMetier("REJET_TRAITE",
        "Ce rejet n'est plus ouvert : il a été rejoué, écarté ou guéri entre-temps. Revenez à la liste."));
  }

  /** Keeps a correction that was not enough, with what is wrong now. */
  void garder(RejetOuvert r, String xml, String correction, int ligne, String balise, String valeur, String raison) {
    base.sql("update echanges.rejet set dossier_chiffre = ?, correction = ?, ligne = ?, balise = ?, valeur = ?, raison = ? where id = ?")
        .params(chiffrement.chiffrer(xml.getBytes(StandardCharsets.UTF_8)), correction, ligne, balise, valeur, raison, r.id()).update();
  }

  /** Recorded at last. */
  void rejoue(RejetOuvert r, String xml, String correction, String agent) {
    base.sql("update echanges.rejet set statut = 'REJOUE', statut_par = ?, statut_le = ?, statut_import_id = import_id, dossier_chiffre = ?, correction = ? where id = ?")
        .params(agent, maintenant(), chiffrement.chiffrer(xml.getBytes(StandardCharsets.UTF_8)), correction, r.id()).update();
  }

  /** Set aside with a reason. @return false when it was no longer open */
  boolean ecarter(long id, String motif, String agent) {
    return base.sql("update echanges.rejet set statut = 'ECARTE', statut_par = ?, statut_le = ?, statut_motif = ? where id = ? and statut = 'OUVERT'")
        .params(agent, maintenant(), motif, id).update() == 1;
  }

  /** Open rejects of financial files whose foyer is known by now, oldest first. */
  List<Long> financiersDevenusConnus(Long importId) {
    return base.sql("""
        select r.id from echanges.rejet r join echanges.import i on i.id = r.import_id
        join allocataires.foyer f on f.numero_demande = r.numero_demande and f.matricule = r.matricule
          and f.fonction_organisme || ' ' || f.numero_organisme = r.organisme
        where r.statut = 'OUVERT' and r.balise = 'NUMDEMRSA' and (i.format like 'VRSF%' or i.format like 'VRSC%') and (?::bigint is null or r.import_id = ?)
        order by r.id""").params(importId, importId).query(Long.class).list();
  }

  /** A newer financial file of the same payer and month, or null: its amounts stand for those of this one. */
  Long financierPlusRecent(RejetOuvert r) {
    return base.sql("""
        select max(i.id) from echanges.import i where statut = 'CHARGE' and format like 'VRSF%' and organisme = ? and id > ?
          and not exists (select from echanges.import_organisme o where o.import_id = i.id and o.fonction_organisme || ' ' || o.numero_organisme = i.organisme
            and o.depasse_par is not null)
          and date_trunc('month', date_reference) = date_trunc('month', ?::date)""").params(r.organisme(), r.importId(), r.reference())
        .query(Long.class).optional().orElse(null);
  }

  /** What the replay adds to the figures of its file. */
  void ajouterAuFichier(long importId, Rapport.Foyers f, Rapport.Personnes p, int entrants) {
    base.sql("""
        update echanges.import set foyers_crees = foyers_crees + ?, foyers_modifies = foyers_modifies + ?, foyers_inchanges = foyers_inchanges + ?,
          personnes_creees = personnes_creees + ?, personnes_modifiees = personnes_modifiees + ?, personnes_inchangees = personnes_inchangees + ?,
          nouveaux_entrants = nouveaux_entrants + ? where id = ?""")
        .params(f.crees(), f.modifies(), f.inchanges(), p.creees(), p.modifiees(), p.inchangees(), entrants, importId).update();
  }

  private OffsetDateTime maintenant() {
    return OffsetDateTime.now(horloge);
  }
}
