package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.personnages.FichierCaf.Format;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Monthly financial files (VRSF) and transferred claims (VRSC). */
@EssaiDeFichiers
class FinancierTest {
  private static final String ALLOCATIONS = "AllocationsComptabilisees";
  @Autowired
  Guichet guichet;
  private String caisse;
  private DossierCaf anne;
  private DossierCaf boris;

  @BeforeEach
  void deux_foyers_connus() {
    caisse = guichet.caisse();
    anne = dossier(caisse, guichet.demande()).avec(demandeur("FIN" + caisse, "ANNE").nir(guichet.nir()));
    boris = dossier(caisse, guichet.demande()).avec(demandeur("FIN" + caisse, "BORIS").nir(guichet.nir()));
    charge(FichierCaf.mensuel("2025-08-31").avec(anne, boris));
  }

  @Test
  void charge_les_allocations_d_un_mois_et_verifie_leur_total() {
    Rapport r = charge(vrsf().avec(anne.paiement(ALLOCATIONS, "2025-09-01", "RSD", "AJ", "00000600.00"),
        boris.paiement(ALLOCATIONS, "2025-09-01", "RSI", "AJ", "00000700.50"))
        .total("TotalAllocationsComptabilisees", "0000001300.50"));
    assertThat(r.format()).isEqualTo("VRSF0501");
    assertThat(r.rejets()).isEmpty();
    assertThat(paiements()).containsExactly("600.00|RSD|AJ|null", "700.50|RSI|AJ|null");
  }

  @Test
  void refuse_un_total_de_chaque_famille_qui_ne_concorde_pas_et_ne_change_rien() {
    for (List<String> f : List.of(List.of(ALLOCATIONS, "TotalAllocationsComptabilisees"), List.of("IndusConstates", "TotalIndusConstates"),
        List.of("IndusTransferesCG", "TotalIndusTransferésCG"), List.of("RemisesIndus", "TotalRemisesIndus"),
        List.of("AnnulationsFaibleMontant", "TotalAnnulationsIndus"),
        List.of("AutresAnnulations", "TotalAnnulationsIndus"))) {
      Map<String, String> avant = guichet.photo();
      DossierCaf d = dossier(caisse, anne.demande()).avec(demandeur("FIN" + caisse, "ANNE")).paiement(f.get(0), "2025-09-01", "INK", "DE", "100.00");
      Rapport r = guichet.charger(vrsf().avec(d).total(f.get(1), "100.01"));
      assertThat(r.statut()).as(f.get(0)).isEqualTo("REFUSE");
      assertThat(r.motif()).contains("100.01", f.get(1), "accepter l'écart avec une raison.");
      assertThat(r.ecartSeul()).isTrue();
      assertThat(guichet.photo()).isEqualTo(avant);
      assertThat(guichet.charger(vrsf().avec(d).total(f.get(1), "100.00")).statut()).as(f.get(0)).isEqualTo("CHARGE");
    }
  }

  @Test
  void verifie_le_total_meme_quand_un_dossier_est_rejete() {
    DossierCaf inconnu = dossier(caisse, guichet.demande()).avec(demandeur("X", "Y")).paiement(ALLOCATIONS, "2025-09-01", "RSD", "AJ", "50.00");
    DossierCaf codeFaux = boris.paiement(ALLOCATIONS, "2025-09-01", "???", "AJ", "25.00");
    anne.paiement(ALLOCATIONS, "2025-09-01", "RSD", "AJ", "100.00");
    assertThat(guichet.charger(vrsf().avec(anne, inconnu, codeFaux).total("TotalAllocationsComptabilisees", "100.00")).statut()).isEqualTo("REFUSE");
    Rapport r = charge(vrsf().avec(anne, inconnu, codeFaux).total("TotalAllocationsComptabilisees", "175.00"));
    assertThat(r.rejets()).hasSize(2);
    assertThat(paiements()).containsExactly("100.00|RSD|AJ|null");
  }

  @Test
  void accepte_l_ecart_d_un_montant_avec_une_raison() {
    byte[] octets = vrsf().avec(anne.paiement(ALLOCATIONS, "2025-09-01", "RSD", "AJ", "600.00"))
        .total("TotalAllocationsComptabilisees", "1.00").octets();
    assertThat(guichet.charger(octets).statut()).isEqualTo("REFUSE");
    Rapport r = guichet.charger(octets, null, "arrondi de la caisse");
    assertThat(r.statut()).isEqualTo("CHARGE");
    assertThat(guichet.lignes("select ecart_raison from echanges.import where id = ?", r.importId())).containsExactly("arrondi de la caisse");
  }

  @Test
  void refuse_un_total_illisible_en_disant_ou() {
    Rapport r = guichet.charger(vrsf().avec(anne.paiement(ALLOCATIONS, "2025-09-01", "RSD", "AJ", "600.00"))
        .total("TotalAllocationsComptabilisees", "six cents"));
    assertThat(r.statut()).isEqualTo("REFUSE");
    assertThat(r.motif()).contains("six cents", "MTTOTRSA");
    assertThat(r.ecartSeul()).isFalse();
  }

  @Test
  void rejette_seul_un_montant_ou_un_sens_illisible() {
    DossierCaf sens = boris.paiement(ALLOCATIONS, "2025-09-01", "RSD", "XX", "10.00");
    Rapport r = charge(vrsf().avec(anne.paiement(ALLOCATIONS, "2025-09-01", "RSD", "AJ", "dix"), sens));
    assertThat(r.rejets()).extracting(Rapport.Rejet::balise).containsExactlyInAnyOrder("MTMOUCOMPTA", "SENSOPECOMPTA");
    assertThat(r.foyers().crees() + r.foyers().modifies() + r.foyers().inchanges() + r.rejets().size()).isEqualTo(r.dossiersLus());
  }

  @Test
  void un_fichier_du_meme_mois_remplace_le_precedent_du_meme_payeur_seulement() {
    String autre = guichet.caisse();
    DossierCaf ailleurs = dossier(autre, guichet.demande()).avec(demandeur("FIN" + autre, "CELIA").nir(guichet.nir()));
    charge(FichierCaf.mensuel("2025-08-31").avec(ailleurs));
    charge(vrsf().avec(ailleurs.paiement(ALLOCATIONS, "2025-09-01", "RSD", "AJ", "1.00"),
        anne.paiement(ALLOCATIONS, "2025-09-01", "RSD", "AJ", "2.00")));
    DossierCaf corrige = dossier(caisse, anne.demande()).avec(demandeur("FIN" + caisse, "ANNE"))
        .paiement(ALLOCATIONS, "2025-09-01", "RSD", "AJ", "3.00");
    // its first dossier cannot be identified: the payer is known from the others
    Rapport r = charge(vrsf().avec(dossier(caisse, guichet.demande()).avec(demandeur("X", "Y")).oter("NUMDEMRSA"), corrige));
    assertThat(paiements()).containsExactly("2.00|RSD|AJ|" + r.importId(), "3.00|RSD|AJ|null");
    assertThat(guichet.lignes("select montant, remplace_par from allocataires.paiement p join allocataires.foyer f on f.id = p.foyer_id where f.numero_organisme = ?", autre))
        .containsExactly("1.00|null");
  }

  @Test
  void les_paiements_arrives_avant_le_dossier_sont_rejoues_quand_il_arrive() {
    DossierCaf nouveau = dossier(caisse, guichet.demande()).avec(demandeur("FIN" + caisse, "DORA").nir(guichet.nir()));
    Rapport r = charge(vrsf().avec(dossier(caisse, nouveau.demande()).avec(demandeur("FIN" + caisse, "DORA"))
        .paiement(ALLOCATIONS, "2025-09-01", "RSD", "AJ", "42.00")));
    assertThat(r.rejets()).singleElement().satisfies(x -> assertThat(x.raison()).contains("bénéficiaires"));
    charge(FichierCaf.mensuel("2025-09-30").avec(anne, boris, nouveau));
    assertThat(paiements()).containsExactly("42.00|RSD|AJ|null");
  }

  @Test
  void charge_les_creances_transferees_et_rejette_seul_un_dossier_qui_dit_deux_fois_la_meme() {
    Rapport r = charge(FichierCaf.de(Format.VRSC, "M", "2025-09-30")
        .avec(anne.creance("2025-09-02", "INK", "001", "120.00").creance("2025-09-02", "INK", "002", "130.00"),
            boris.creance("2025-09-02", "INK", "001", "50.00").creance("2025-09-02", "INK", "001", "60.00"))
        .gate(racine -> racine.ajouter(fr.jalon.personnages.Balise.bloc("Anomalie", fr.jalon.personnages.Balise.feuille("LIBANO", "RAS")))));
    assertThat(r.format()).isEqualTo("VRSC0201");
    assertThat(r.rejets()).singleElement().satisfies(x -> {
      assertThat(x.numeroDemande()).isEqualTo(boris.demande());
      assertThat(x.raison()).contains("deux fois");
    });
    assertThat(guichet.lignes("select rang, solde from allocataires.creance c join allocataires.foyer f on f.id = c.foyer_id where f.numero_organisme = ? order by 1", caisse))
        .containsExactly("001|120.00", "002|130.00");
  }

  @Test
  void une_creance_dite_dans_deux_dossiers_du_fichier_ne_fait_pas_echouer_le_chargement() {
    DossierCaf encore = dossier(caisse, anne.demande()).avec(demandeur("FIN" + caisse, "ANNE")).creance("2025-09-02", "INK", "001", "9.00");
    Rapport r = charge(FichierCaf.de(Format.VRSC, "M", "2025-09-30").avec(anne.creance("2025-09-02", "INK", "001", "120.00"), encore));
    assertThat(r.rejets()).hasSize(1);
  }

  private static FichierCaf vrsf() {
    return FichierCaf.de(Format.VRSF, "M", "2025-09-30");
  }

  private Rapport charge(FichierCaf fichier) {
    Rapport r = guichet.charger(fichier);
    assertThat(r.statut()).as(r.motif()).isEqualTo("CHARGE");
    return r;
  }

  private List<String> paiements() {
    return guichet.lignes("""
        select p.montant, p.prestation, p.sens, p.remplace_par from allocataires.paiement p join allocataires.foyer f on f.id = p.foyer_id
        where f.numero_organisme = ? order by p.id""", caisse);
  }
}
