package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.Suites;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Answers from the register of files: which files loaded before speak of a date after this one's. */
final class SuitesDesFichiers implements Suites {
  private final Connection connexion;
  private final LocalDate reference;
  private final Map<String, LocalDate> mensuels = new HashMap<>();

  SuitesDesFichiers(Connection connexion, LocalDate reference) {
    this.connexion = connexion;
    this.reference = reference;
  }

  @Override
  public LocalDate prochainMensuel(String fonctionOrganisme, String numeroOrganisme) {
    return mensuels.computeIfAbsent(fonctionOrganisme + numeroOrganisme, cle -> lireMensuel(fonctionOrganisme, numeroOrganisme));
  }

  private LocalDate lireMensuel(String fonction, String numero) {
    try (PreparedStatement requete = connexion.prepareStatement("""
        select min(i.date_reference) from echanges.import i join echanges.import_organisme o on o.import_id = i.id
        where i.statut = 'CHARGE' and i.nature = 'MENSUEL' and (i.format like 'VRSB%' or i.format like 'VRSD%') and i.date_reference > ?
          and o.fonction_organisme = ? and o.numero_organisme = ?""")) {
      requete.setObject(1, reference);
      requete.setString(2, fonction);
      requete.setString(3, numero);
      try (ResultSet l = requete.executeQuery()) {
        l.next();
        LocalDate suivant = l.getObject(1, LocalDate.class);
        return suivant == null ? LocalDate.MAX : suivant;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Map<Long, LocalDate> prochainsJournaliers(Collection<Long> foyers) {
    Map<Long, LocalDate> suivants = new HashMap<>();
    try (PreparedStatement requete = connexion.prepareStatement("""
        select foyer_id, min(date_reference) from echanges.presence_journaliere where foyer_id = any (?) and date_reference > ? group by foyer_id""")) {
      requete.setArray(1, connexion.createArrayOf("bigint", foyers.toArray()));
      requete.setObject(2, reference);
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          suivants.put(l.getLong(1), l.getObject(2, LocalDate.class));
        }
      }
      return suivants;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
