package fr.jalon.personnages;

import fr.jalon.allocataires.EnregistrementDeFoyers;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.Suites;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The payer of the tests: sends files, in the order of their dates, recorded as real ones are. Give the context {@code jalon.departement=07},
 * import it ({@code @Import(Caisse.class)}) and write {@code caisse.mensuel("2025-07-31", foyer)}.
 */
@TestComponent
public class Caisse {
  private final JdbcClient base;
  private final DataSource source;
  private final TransactionTemplate transaction;
  private final EnregistrementDeFoyers enregistrement;

  Caisse(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") DataSource source,
      @Qualifier("chargement") TransactionTemplate transaction, EnregistrementDeFoyers enregistrement) {
    this.base = base;
    this.source = source;
    this.transaction = transaction;
    this.enregistrement = enregistrement;
  }

  /** In a context without {@code jalon.departement}: territories Centre, Nord and Sud-Ouest, with Privas, Annonay and Aubenas. */
  public void departement() {
    base.sql("insert into structures.departement (code, nom) values ('07', 'Ardèche') on conflict do nothing").update();
    base.sql("""
        insert into structures.territoire (code, nom, ordre) values ('CENTRE', 'Centre', 1), ('NORD', 'Nord', 2), ('SUD-OUEST', 'Sud-Ouest', 4)
        on conflict do nothing""").update();
    base.sql("""
        insert into structures.commune (code, nom, departement, code_postal, territoire_id)
        select v.code, v.nom, '07', v.cp, t.id from (values ('07019', 'Aubenas', '07200', 'SUD-OUEST'), ('07010', 'Annonay', '07100', 'NORD'),
          ('07186', 'Privas', '07000', 'CENTRE')) v (code, nom, cp, territoire) join structures.territoire t on t.code = v.territoire
        on conflict (code) do nothing""").update();
  }

  /** Territory id from its code. */
  public int territoire(String code) {
    return base.sql("select id from structures.territoire where code = ?").param(code).query(Integer.class).single();
  }

  /** A full monthly file: foyers of the same payers known before and not given are no longer in it. */
  public long mensuel(String reference, Foyer... foyers) {
    return envoyer(LocalDate.parse(reference), true, foyers);
  }

  /** A daily file: only these foyers. */
  public long journalier(String reference, Foyer... foyers) {
    return envoyer(LocalDate.parse(reference), false, foyers);
  }

  private long envoyer(LocalDate reference, boolean complet, Foyer... foyers) {
    OffsetDateTime connu = reference.plusDays(2).atTime(8, 0).atZone(ZoneId.of("Europe/Paris")).toOffsetDateTime();
    String nom = (complet ? "RSABEM" : "RSABEI") + "-" + reference + ".xml";
    long importId = base.sql("""
        insert into echanges.import (fichier, sha256, format, nature, organisme, date_reference, recu_le, statut, commence_le, termine_le, agent)
        values (?, ?, 'VRSB', ?, 'CAF', ?, ?, 'CHARGE', ?, ?, 'essai') returning id""")
        .params(nom, java.util.UUID.randomUUID().toString(), complet ? "MENSUEL" : "JOURNALIER", reference, reference.plusDays(2), connu, connu)
        .query(Long.class).single();
    transaction.executeWithoutResult(_ -> {
      Connection connexion = DataSourceUtils.getConnection(source);
      try {
        boolean initial = base.sql("select count(*) from allocataires.foyer").query(Long.class).single() == 0;
        var session = enregistrement.ouvrir(connexion,
            new Constat(importId, reference, complet, reference.plusDays(2), connu, initial), Suites.AUCUNE,
            code -> base.sql("select territoire_id from structures.commune where code = ?").param(code).query(Integer.class).optional().orElse(null));
        List<FoyerConstate> lot = java.util.Arrays.stream(foyers).map(f -> f.constate(reference)).toList();
        session.enregistrer(lot);
        List<CleFoyer> organismes = List.copyOf(lot.stream().map(FoyerConstate::cle)
            .collect(java.util.stream.Collectors.toMap(c -> c.fonctionOrganisme() + c.numeroOrganisme(), c -> c, (a, b) -> a)).values());
        session.terminer(organismes, List.of());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      } finally {
        DataSourceUtils.releaseConnection(connexion, source);
      }
    });
    return importId;
  }

  /** A payment of a month, euros. */
  public void paiement(Foyer foyer, String mois, String prestation, String montant, long importId) {
    base.sql("""
        insert into allocataires.paiement (foyer_id, mois, nature, prestation, operation, sens, montant, traite_le, import_id, territoire_id)
        select f.id, ?, 'AllocationsComptabilisees', ?, 'PME', 'AJ', ?, ?, ?, f.territoire_id from allocataires.foyer f where f.numero_demande = ?""")
        .params(LocalDate.parse(mois), prestation, new java.math.BigDecimal(montant), LocalDate.parse(mois).plusMonths(1).withDayOfMonth(5),
        importId, foyer.numeroDemande)
        .update();
  }

  /** Number of a person from her name and first name; the latest known when several. */
  public long numero(Personne personne) {
    return base.sql("select id from allocataires.personne where nom = ? and prenom = ? order by id desc limit 1")
        .params(personne.nom, personne.prenom)
        .query(Long.class).single();
  }
}
