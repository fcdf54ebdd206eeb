package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.personnages.FichierCaf.Format;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Between two sends of one month the last written wins, in whatever order they are loaded. */
@EssaiDeFichiers
class DeuxEnvoisTest {
  @Autowired
  Guichet guichet;
  private String caisse;
  private DossierCaf marcon;
  private DossierCaf roure;

  @BeforeEach
  void deux_foyers() {
    caisse = guichet.caisse();
    marcon = dossier(caisse, guichet.demande()).avec(demandeur("MARCON" + caisse, "ANNE").nir(guichet.nir()).sdd());
    roure = dossier(caisse, guichet.demande()).avec(demandeur("ROURE" + caisse, "ZOE").nir(guichet.nir()).sdd());
    charge(FichierCaf.mensuel("2025-09-30").creeLe("2025-10-02").avec(marcon, roure));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void le_dernier_ecrit_l_emporte_dans_les_deux_ordres(boolean corrigeDAbord) {
    FichierCaf premier = FichierCaf.mensuel("2025-10-31").creeLe("2025-11-02").avec(marcon, roure);
    FichierCaf corrige = FichierCaf.mensuel("2025-10-31").creeLe("2025-11-05").avec(marcon.suspendu("06", "2025-10-01"), roure);
    Rapport a = charge(corrigeDAbord ? corrige : premier);
    Rapport b = charge(corrigeDAbord ? premier : corrige);
    assertThat(etats(marcon)).containsExactly("2025-09-30|2", "2025-10-31|4");
    long leCorrige = corrigeDAbord ? a.importId() : b.importId();
    long leRemplace = corrigeDAbord ? b.importId() : a.importId();
    assertThat(guichet.lignes("select coalesce(depasse_par, remplace_par) from echanges.import_organisme where import_id = ?", leRemplace))
        .containsExactly(String.valueOf(leCorrige));
    assertThat(guichet.lignes("select coalesce(depasse_par, remplace_par) from echanges.import_organisme where import_id = ?", leCorrige))
        .containsExactly("null");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void un_foyer_que_l_envoi_corrige_ne_tient_plus_n_est_plus_la_et_le_mois_suivant_continue(boolean corrigeDAbord) {
    FichierCaf premier = FichierCaf.mensuel("2025-10-31").creeLe("2025-11-02").avec(marcon, roure);
    FichierCaf corrige = FichierCaf.mensuel("2025-10-31").creeLe("2025-11-05").avec(marcon);
    charge(corrigeDAbord ? corrige : premier);
    charge(corrigeDAbord ? premier : corrige);
    charge(FichierCaf.mensuel("2025-11-30").creeLe("2025-12-02").avec(marcon, roure.montant("300.00")));
    assertThat(etats(roure)).containsExactly("2025-09-30|2", "2025-10-31|ABSENT", "2025-11-30|2");
  }

  @Test
  void un_mois_plus_ancien_arrive_apres_ne_croit_pas_l_envoi_depasse() {
    charge(FichierCaf.mensuel("2025-10-31").creeLe("2025-11-05").avec(marcon, roure));
    charge(FichierCaf.mensuel("2025-10-31").creeLe("2025-11-02").avec(marcon));
    charge(FichierCaf.mensuel("2025-08-31").creeLe("2025-09-02").avec(marcon, roure.montant("1.00")));
    assertThat(etats(roure)).extracting(e -> e.substring(11)).containsOnly("2");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void il_en_va_de_meme_des_paiements(boolean corrigeDAbord) {
    FichierCaf premier = paiements("2025-11-02", "500.00");
    FichierCaf corrige = paiements("2025-11-05", "450.00");
    charge(corrigeDAbord ? corrige : premier);
    charge(corrigeDAbord ? premier : corrige);
    assertThat(guichet.lignes("select p.montant from allocataires.paiement p join allocataires.foyer f on f.id = p.foyer_id where f.numero_organisme = ? and p.remplace_par is null", caisse))
        .containsExactly("450.00");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void et_d_un_foyer_dans_deux_journaliers_du_meme_jour(boolean dernierDAbord) {
    FichierCaf premier = FichierCaf.journalier("2025-10-10").creeLe("2025-10-10").avec(marcon, roure.montant("9.00"));
    FichierCaf dernier = FichierCaf.journalier("2025-10-10").creeLe("2025-10-11").avec(marcon.suspendu("06", "2025-10-01"));
    charge(dernierDAbord ? dernier : premier);
    charge(dernierDAbord ? premier : dernier);
    assertThat(etats(marcon)).containsExactly("2025-09-30|2", "2025-10-10|4");
    // what only the first says is said
    assertThat(guichet.lignes("select droit_total from allocataires.montant m join allocataires.foyer f on f.id = m.foyer_id where f.numero_demande = ? and f.numero_organisme = ? and m.oublie_le = 'infinity'",
        roure.demande(), caisse)).containsExactly("9.00");
  }

  @Test
  void un_dossier_rejete_d_un_envoi_depasse_ne_se_rejoue_pas() {
    charge(FichierCaf.mensuel("2025-10-31").creeLe("2025-11-05").avec(marcon.suspendu("06", "2025-10-01"), roure));
    DossierCaf sansCle = dossier(caisse, marcon.demande()).avec(demandeur("MARCON" + caisse, "ANNE").nir(guichet.nir()))
        .mettre("DTDEMRSA", "2025-02-30");
    Rapport depasse = guichet.charger(FichierCaf.mensuel("2025-10-31").creeLe("2025-11-02").avec(roure, sansCle).octets(), null,
        "essai : le même mois deux fois");
    assertThat(depasse.rejets()).hasSize(1);
    long rejet = guichet.nombre("select id from echanges.rejet where import_id = ?", depasse.importId());
    assertThat(guichet.rejouer(rejet, "2024-01-15")).isFalse();
    assertThat(guichet.lignes("select raison from echanges.rejet where id = ?", rejet)).singleElement().asString()
        .contains("écrit après celui-ci, le remplace");
    assertThat(etats(marcon)).containsExactly("2025-09-30|2", "2025-10-31|4");
  }

  @Test
  void ni_un_paiement_rejete_d_un_envoi_depasse() {
    charge(paiements("2025-11-05", "450.00"));
    FichierCaf premier = FichierCaf.de(Format.VRSF, "M", "2025-10-31").creeLe("2025-11-02")
        .avec(dossier(caisse, marcon.demande()).avec(demandeur("MARCON" + caisse, "ANNE"))
        .paiement("AllocationsComptabilisees", "2025-10-01", "RSD", "AJ", "500.00")
            .mettre("DTDEMRSA", "2025-02-30"));
    Rapport depasse = guichet.charger(premier.octets(), null, "essai : le même mois deux fois");
    assertThat(depasse.rejets()).hasSize(1);
    assertThat(guichet.rejouer(guichet.nombre("select id from echanges.rejet where import_id = ?", depasse.importId()), "2024-01-15")).isFalse();
    assertThat(guichet.lignes("select p.montant from allocataires.paiement p join allocataires.foyer f on f.id = p.foyer_id where f.numero_organisme = ? and p.remplace_par is null", caisse))
        .containsExactly("450.00");
  }

  private FichierCaf paiements(String ecritLe, String euros) {
    return FichierCaf.de(Format.VRSF, "M", "2025-10-31").creeLe(ecritLe)
        .avec(dossier(caisse, marcon.demande()).avec(demandeur("MARCON" + caisse, "ANNE"))
        .paiement("AllocationsComptabilisees", "2025-10-01", "RSD", "AJ", euros));
  }

  private Rapport charge(FichierCaf fichier) {
    Rapport r = guichet.charger(fichier.octets(), null, "essai : le même mois deux fois");
    assertThat(r.statut()).as(r.motif()).isEqualTo("CHARGE");
    assertThat(r.rejets()).isEmpty();
    return r;
  }

  /** States of the right now, date by date, without repetition. */
  private List<String> etats(DossierCaf d) {
    return guichet.lignes("""
        select depuis, etat from (select d.depuis, d.etat, lag(d.etat) over (order by d.depuis) avant from allocataires.droit d join allocataires.foyer f on f.id = d.foyer_id
          where f.numero_demande = ? and f.numero_organisme = ? and d.oublie_le = 'infinity') x where etat is distinct from avant order by 1""", d.demande(), caisse);
  }
}
