package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.constat.AdresseConstatee;
import fr.jalon.allocataires.constat.DroitConstate;
import fr.jalon.allocataires.constat.FoyerConstate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The present situation of persons, deduced from the facts. A new foyer of new persons leaves nothing to deduce: what the file says of them is
 * their situation, written with them. For the foyers a file has changed it is deduced again once the file is recorded.
 */
final class Situations {
  private static final int LOT = 20_000;
  private final BitSet foyers = new BitSet();
  private final Copie nouvelles = new Copie("allocataires.situation", "personne_id, foyer_id, present, role, adulte, sdd, tns, etat, etat_depuis,"
      + " type_foyer, fonction_organisme, date_demande, commune, nom_commune, fusionnee, territoire_id");

  void changee(long foyerId) {
    foyers.set((int) foyerId);
  }

  /** Writes the situation of a person nobody knew in a foyer nobody knew: the same that {@code allocataires.situer} would deduce. */
  void nouvelle(long personneId, long foyerId, Faits.Membre membre, Faits.Droit droit, FoyerConstate foyer, Integer territoireId) {
    DroitConstate d = droit.droit();
    LocalDate depuis = switch (EtatDuDroit.de(d.etat())) {
      case SUSPENDU -> d.suspenduDepuis();
      case FERME -> d.finLe();
      default -> null;
    };
    AdresseConstatee adresse = foyer.adresse();
    nouvelles.nombre(personneId).nombre(foyerId).vrai(true).texte(membre.role()).vrai(membre.adulte()).vrai(membre.sdd()).vrai(membre.tns())
        .texte(d.etat()).date(depuis == null ? foyer.cle().dateDemande() : depuis).texte(droit.typeFoyer()).texte(foyer.cle().fonctionOrganisme())
        .date(foyer.cle().dateDemande()).texte(adresse == null ? null : adresse.commune()).texte(adresse == null ? null : adresse.nomCommune())
        .vrai(false).entier(territoireId).fin();
  }

  void preparer(List<Envoi> envois) {
    nouvelles.preparer(envois);
  }

  void envoyer(Connection connexion) throws SQLException {
    if (foyers.isEmpty()) {
      return;
    }
    try (PreparedStatement situer = connexion.prepareStatement("select allocataires.situer(?)")) {
      Long[] lot = new Long[LOT];
      int n = 0;
      for (int id = foyers.nextSetBit(0); id >= 0; id = foyers.nextSetBit(id + 1)) {
        lot[n++] = (long) id;
        if (n == LOT) {
          situer(connexion, situer, lot);
          n = 0;
        }
      }
      situer(connexion, situer, Arrays.copyOf(lot, n));
    }
    foyers.clear();
  }

  private static void situer(Connection connexion, PreparedStatement situer, Long[] lot) throws SQLException {
    situer.setArray(1, connexion.createArrayOf("bigint", lot));
    situer.execute();
  }
}
