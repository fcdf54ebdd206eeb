package fr.jalon.justedroit.lecture;

import fr.jalon.justedroit.domaine.FaitsDuMois;
import fr.jalon.justedroit.domaine.FaitsDuMois.Declare;
import fr.jalon.justedroit.domaine.FaitsDuMois.Membre;
import fr.jalon.justedroit.domaine.FaitsDuMois.Montants;
import fr.jalon.justedroit.domaine.FaitsDuMois.Ressources;
import fr.jalon.socle.NumeroDAllocataire;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts together the rows of {@link LectureDesFaits}: one row per member, those of a foyer and a day side by side. */
final class FaitsLus implements RowCallbackHandler {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final List<FoyerLu> lus = new ArrayList<>();
  private long foyer = -1;
  private LocalDate jour;
  private FoyerLu entete;
  private List<Membre> membres = new ArrayList<>();

  @Override
  public void processRow(ResultSet l) throws SQLException {
    LocalDate cetteDate = l.getObject("jour", LocalDate.class);
    if (l.getLong("foyer_id") != foyer || !cetteDate.equals(jour)) {
      clore();
      foyer = l.getLong("foyer_id");
      jour = cetteDate;
      entete = entete(l);
    }
    Membre m = new Membre(l.getLong("personne_id"), l.getBoolean("adulte"), l.getBoolean("a_charge"), l.getObject("date_naissance", LocalDate.class),
        l.getBoolean("enceinte"), ressources(l));
    membres.add(m);
  }

  /** The foyers, in the order of the query. */
  List<FoyerLu> fin() {
    clore();
    return lus;
  }

  private void clore() {
    if (entete != null) {
      FaitsDuMois f = entete.faits();
      lus.add(new FoyerLu(new FaitsDuMois(f.foyerId(), f.mois(), f.etat(), f.situation(), f.situationDepuis(), f.sansDomicile(), f.majore(),
          f.montants(), membres),
          entete.personneId(), entete.nom(), entete.prenom(), entete.matricule(), entete.territoire(), entete.organisme()));
    }
    entete = null;
    membres = new ArrayList<>();
  }

  private FoyerLu entete(ResultSet l) throws SQLException {
    BigDecimal droit = l.getBigDecimal("droit_total");
    Montants montants = l.getObject("montant_foyer") == null ? null
        : new Montants(droit, l.getBigDecimal("revenu_minimum_garanti"), l.getBigDecimal("ressources"),
        l.getBigDecimal("prestations_familiales"), l.getBigDecimal("aide_logement"), l.getBigDecimal("reduction"), nombre(l.getString("abattement")));
    FaitsDuMois faits = new FaitsDuMois(l.getLong("foyer_id"), YearMonth.from(jour), l.getString("etat"), l.getString("situation_famille"),
        l.getObject("situation_famille_depuis", LocalDate.class), l.getBoolean("sans_domicile"), l.getBoolean("majore"), montants, List.of());
    return new FoyerLu(faits, l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"),
        NumeroDAllocataire.exporter(l.getString("matricule")), l.getString("territoire"), l.getString("organisme"));
  }

  private static Ressources ressources(ResultSet l) throws SQLException {
    if (l.getObject("ressource_foyer") == null) {
      return null;
    }
    List<Declare> declares = new ArrayList<>();
    String mois = l.getString("mois");
    if (mois != null) {
      for (JsonNode m : JSON.readTree(mois)) {
        YearMonth quand = mois(m.path("mois").asString(""));
        for (JsonNode d : m.path("ressources")) {
          declares.add(new Declare(quand, d.path("nature").isNull() ? null : d.path("nature").asString(""),
              nombre(d.path("montant").isNull() ? null : d.path("montant").asString("")),
              d.path("abattement").isNull() ? null : d.path("abattement").asString("")));
        }
      }
    }
    return new Ressources(l.getObject("trimestre_debut", LocalDate.class), l.getObject("trimestre_fin", LocalDate.class), l.getBoolean("nulles"),
        l.getBigDecimal("moyenne"), declares);
  }

  private static YearMonth mois(String texte) {
    return texte.length() >= 7 && Character.isDigit(texte.charAt(0)) ? YearMonth.parse(texte.substring(0, 7)) : null;
  }

  private static BigDecimal nombre(String texte) {
    try {
      return texte == null || texte.isBlank() ? null : new BigDecimal(texte.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
