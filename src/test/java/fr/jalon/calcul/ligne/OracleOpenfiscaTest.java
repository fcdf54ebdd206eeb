package fr.jalon.calcul.ligne;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.calcul.CalculDuDroit;
import fr.jalon.calcul.Oracle;
import fr.jalon.calcul.Resultat;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With conforme-openfisca, each household of the oracle has the amounts of the public model, intermediate values included. */
class OracleOpenfiscaTest {
  /** The model works in 32-bit floats. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.015");
  private final List<String> ecarts = new ArrayList<>();
  private int compares;

  @Test
  void chaque_menage_du_modele_public_a_les_memes_montants_et_les_memes_valeurs_intermediaires() throws IOException {
    List<String> lignes = Oracle.lignes();
    lignes.forEach(this::comparer);
    assertThat(ecarts).as("écarts de plus de %s € sur %d valeurs", TOLERANCE, compares).isEmpty();
    assertThat(compares).isGreaterThan(lignes.size() * 30);
  }

  private void comparer(String ligne) {
    JsonNode menage = JsonMapper.shared().readTree(ligne);
    JsonNode attendu = menage.path("expected");
    String id = menage.path("id").asString();
    LectureDeMenage.Lu lu = LectureDeMenage.lire(menage);
    assertThat(lu.erreurs()).as(id).isEmpty();
    Resultat r = CalculDuDroit.conformeOpenfisca().calculer(lu.menage(), lu.mois());
    comparer(id + " rsa", r.rsa(), attendu.path("rsa"));
    comparer(id + " prime d'activité", r.prime(), attendu.path("ppa"));
    comparer(id + " socle", r.socle(), attendu.path("rsa_socle"));
    comparer(id + " socle majoré", r.socleMajore(), attendu.path("rsa_socle_majore"));
    comparer(id + " forfait logement", r.forfaitLogement(), attendu.path("rsa_forfait_logement"));
    comparer(id + " base ressources", r.baseRessources(), attendu.path("rsa_base_ressources"));
    comparer(id + " prestations familiales", r.prestationsFamiliales(), attendu.path("rsa_base_ressources_prestations_familiales"));
    comparer(id + " minima sociaux", r.minimaSociaux(), attendu.path("rsa_base_ressources_minima_sociaux"));
    comparer(id + " forfait ASF", r.forfaitAsf(), attendu.path("rsa_forfait_asf"));
    comparer(id + " théorique", r.theorique(), attendu.path("rsa_theorique_avant_plancher"));
    egaux(id + " enfants", r.enfantsComptes(), attendu.path("rsa_nb_enfants").asInt());
    egaux(id + " RSA ouvert", r.ouvert(), attendu.path("rsa_eligibilite").asBoolean());
    egaux(id + " majoré", r.majore(), attendu.path("rsa_majore_eligibilite").asBoolean());
    egaux(id + " prime ouverte", r.primeOuverte(), attendu.path("ppa_eligibilite_apprenants").asBoolean());
    personnes(id, r, attendu.path("persons"));
    moisDePrime(id, r, attendu.path("ppa_by_reference_month"));
  }

  private void personnes(String id, Resultat r, JsonNode attendu) {
    for (Resultat.PartDUnePersonne p : r.personnes()) {
      JsonNode a = attendu.path(p.id());
      String qui = id + " " + p.id();
      egaux(qui + " âge", p.age(), a.path("age").asInt());
      egaux(qui + " à charge", p.aCharge(), a.path("rsa_enfant_a_charge").asBoolean());
      comparer(qui + " activité", p.activite(), a.path("rsa_revenu_activite_individu"));
      comparer(qui + " autres", p.autresRessources(), a.path("rsa_base_ressources_individu"));
    }
  }

  private void moisDePrime(String id, Resultat r, JsonNode attendu) {
    List<Resultat.PartDUnePersonne> personnes = r.personnes();
    for (Resultat.MoisCompte m : r.prime3Mois()) {
      JsonNode a = attendu.path(m.mois().toString());
      String quand = id + " " + m.mois();
      comparer(quand + " prime", m.montant(), a.path("ppa_fictive"));
      egaux(quand + " ouverte", m.ouverte(), a.path("ppa_eligibilite").asBoolean());
      comparer(quand + " forfait", m.forfait(), a.path("ppa_fictive_montant_forfaitaire"));
      comparer(quand + " activité", m.activite(), a.path("ppa_revenu_activite"));
      comparer(quand + " activité gardée", m.activiteGardee(), a.path("ppa_fictive_ressource_activite"));
      comparer(quand + " hors activité", m.horsActivite(), a.path("ppa_ressources_hors_activite"));
      comparer(quand + " prestations", m.prestationsFamiliales(), a.path("ppa_base_ressources_prestations_familiales"));
      comparer(quand + " logement", m.forfaitLogement(), a.path("ppa_forfait_logement"));
      for (int i = 0; i < personnes.size(); i++) {
        comparer(quand + " activité de " + personnes.get(i).id(), m.activiteParPersonne().get(i), a.path("revenu_activite_by_person")
            .path(personnes.get(i).id()));
        comparer(quand + " bonification de " + personnes.get(i).id(), m.bonificationParPersonne().get(i), a.path("bonification_by_person")
            .path(personnes.get(i).id()));
      }
    }
  }

  private void comparer(String quoi, BigDecimal obtenu, JsonNode attendu) {
    compares++;
    if (!attendu.isNumber() || obtenu.subtract(attendu.decimalValue()).abs().compareTo(TOLERANCE) > 0) {
      ecarts.add(quoi + " : " + obtenu + " au lieu de " + attendu);
    }
  }

  private void egaux(String quoi, Object obtenu, Object attendu) {
    compares++;
    if (!obtenu.equals(attendu)) {
      ecarts.add(quoi + " : " + obtenu + " au lieu de " + attendu);
    }
  }
}
