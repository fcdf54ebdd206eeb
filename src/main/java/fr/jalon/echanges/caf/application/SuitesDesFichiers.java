package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Suites;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers from the register of files: which files loaded before speak of a date after this one's, and of whom. */
final class SuitesDesFichiers implements Suites {
  private final Connection connexion;
  private final LocalDate reference;
  private final Map<String, List<Mensuel>> mensuels = new HashMap<>();
  private Boolean journaliers;
  private Boolean posterieurs;
  private final LocalDateTime creation;

  /** @param creation when the file was written: a daily file of the same date written later has the last word; {@code null} when it is not known */
  SuitesDesFichiers(Connection connexion, LocalDate reference, LocalDateTime creation) {
    this.connexion = connexion;
    this.reference = reference;
    this.creation = creation;
  }

  /** A later monthly file: the foyers it holds ({@code null} when it did not say), and the claims it rejected alone. */
  private record Mensuel(long id, LocalDate reference, BitSet tenus, Set<String> rejetes) {
    boolean tient(Long numero) {
      return tenus == null || numero != null && tenus.get(numero.intValue());
    }

    boolean rejette(CleFoyer cle) {
      return rejetes.contains(cle.numeroDemande() + ' ' + cle.matricule());
    }
  }

  @Override
  public Map<CleFoyer, Suite> de(List<CleFoyer> cles, List<Long> numeros) {
    try {
      Map<Long, LocalDate> parJour = prochainsJournaliers(numeros);
      Map<CleFoyer, Suite> suites = new HashMap<>();
      for (int i = 0; i < cles.size(); i++) {
        CleFoyer cle = cles.get(i);
        List<Mensuel> suivants = mensuels(cle);
        LocalDate jour = numeros.get(i) == null ? LocalDate.MAX : parJour.getOrDefault(numeros.get(i), LocalDate.MAX);
        if (!suivants.isEmpty() || !jour.equals(LocalDate.MAX)) {
          suites.put(cle, suite(cle, numeros.get(i), jour, suivants));
        }
      }
      return suites;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean existent() {
    if (posterieurs == null) {
      try (PreparedStatement requete = connexion.prepareStatement(
          "select exists (select 1 from echanges.import where statut = 'CHARGE' and date_reference > ? and (format like 'VRSB%' or format like 'VRSD%'))")) {
        requete.setObject(1, reference);
        try (ResultSet l = requete.executeQuery()) {
          l.next();
          posterieurs = l.getBoolean(1);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return posterieurs;
  }

  /** A monthly file that rejected the foyer says nothing of it; one that does not hold it says that it is gone. */
  private static Suite suite(CleFoyer cle, Long numero, LocalDate jour, List<Mensuel> suivants) {
    LocalDate tenu = jour;
    for (Mensuel m : suivants) {
      if (m.tient(numero)) {
        tenu = m.reference.isBefore(tenu) ? m.reference : tenu;
        break;
      }
    }
    for (Mensuel m : suivants) {
      if (m.reference.isBefore(tenu) && !m.tient(numero) && !m.rejette(cle)) {
        return new Suite(tenu, m.reference, m.id);
      }
    }
    return new Suite(tenu, LocalDate.MAX, 0);
  }

  private List<Mensuel> mensuels(CleFoyer cle) throws SQLException {
    String organisme = cle.fonctionOrganisme() + ' ' + cle.numeroOrganisme();
    List<Mensuel> connus = mensuels.get(organisme);
    if (connus == null) {
      connus = lireMensuels(cle.fonctionOrganisme(), cle.numeroOrganisme());
      mensuels.put(organisme, connus);
    }
    return connus;
  }

  private List<Mensuel> lireMensuels(String fonction, String numero) throws SQLException {
    List<Mensuel> suivants = new ArrayList<>();
    try (PreparedStatement requete = connexion.prepareStatement("""
        select i.id, i.date_reference, p.foyers from echanges.import i join echanges.import_organisme o on o.import_id = i.id
        left join echanges.presence p on p.import_id = i.id
        where i.statut = 'CHARGE' and i.nature = 'MENSUEL' and (i.format like 'VRSB%' or i.format like 'VRSD%') and i.date_reference > ?
          and o.depasse_par is null and o.fonction_organisme = ? and o.numero_organisme = ? order by i.date_reference, i.id""")) {
      requete.setObject(1, reference);
      requete.setString(2, fonction);
      requete.setString(3, numero);
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          byte[] bits = l.getBytes(3);
          suivants.add(new Mensuel(l.getLong(1), l.getObject(2, LocalDate.class), bits == null ? null : BitSet.valueOf(bits), new HashSet<>()));
        }
      }
    }
    for (Mensuel m : suivants) {
      lireRejets(m);
    }
    return suivants;
  }

  private void lireRejets(Mensuel mensuel) throws SQLException {
    try (PreparedStatement requete =
        connexion.prepareStatement("select numero_demande || ' ' || matricule from echanges.rejet where import_id = ?")) {
      requete.setLong(1, mensuel.id);
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          mensuel.rejetes.add(l.getString(1));
        }
      }
    }
  }

  private Map<Long, LocalDate> prochainsJournaliers(List<Long> numeros) throws SQLException {
    Map<Long, LocalDate> suivants = new HashMap<>();
    Object[] connus = numeros.stream().filter(n -> n != null).toArray();
    if (connus.length == 0 || !existeUnJournalier()) {
      return suivants;
    }
    try (PreparedStatement requete = connexion.prepareStatement("""
        select p.foyer_id, min(p.date_reference) from echanges.presence_journaliere p where p.foyer_id = any (?)
          and (p.date_reference > ? or p.date_reference = ? and exists (select from echanges.import i where i.id = p.import_id and i.nature = 'JOURNALIER' and i.date_creation > ?))
        group by p.foyer_id""")) {
      requete.setArray(1, connexion.createArrayOf("bigint", connus));
      requete.setObject(2, reference);
      requete.setObject(3, reference);
      requete.setObject(4, creation);
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          suivants.put(l.getLong(1), l.getObject(2, LocalDate.class));
        }
      }
    }
    return suivants;
  }

  private boolean existeUnJournalier() throws SQLException {
    if (journaliers == null) {
      try (PreparedStatement requete =
          connexion.prepareStatement("select exists (select 1 from echanges.presence_journaliere where date_reference >= ?)")) {
        requete.setObject(1, reference);
        try (ResultSet l = requete.executeQuery()) {
          l.next();
          journaliers = l.getBoolean(1);
        }
      }
    }
    return journaliers;
  }
}
