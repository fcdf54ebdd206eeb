package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rejects from which an upgrade took the file number because it was a NIR in clear. */
@EssaiDeFichiers
class NumerosDesRejetsTest {
  @Autowired
  Guichet guichet;

  @Test
  void un_rejet_dont_une_mise_a_jour_avait_vide_le_numero_le_retrouve_chiffre_et_se_repare_comme_les_autres() {
    String caisse = guichet.caisse();
    String nir = guichet.nir();
    DossierCaf mauvais = dossier(caisse, guichet.demande()).msa().matricule(nir).avec(demandeur("LIRE" + caisse, "ANNE").nir(nir).sdd())
        .mettre("SITFAM", "~~");
    Rapport r = guichet.charger(FichierCaf.mensuel("2025-09-30")
        .avec(mauvais, dossier(caisse, guichet.demande()).avec(demandeur("AUTRE" + caisse, "LEA").sdd())).octets(), null, "Fichier d'essai");
    String scelle = guichet.lignes("select matricule from echanges.rejet where import_id = ?", r.importId()).getFirst();
    assertThat(scelle).startsWith("NIR:");
    guichet.base().sql("update echanges.rejet set matricule = null where import_id = ?").param(r.importId()).update();
    guichet.charger(FichierCaf.journalier("2025-10-03")
        .avec(dossier(caisse, mauvais.demande()).msa().matricule(nir).avec(demandeur("LIRE" + caisse, "ANNE").nir(nir).sdd())).octets(), null,
        "Fichier d'essai");
    assertThat(guichet.lignes("select matricule, statut from echanges.rejet where import_id = ?", r.importId())).containsExactly(scelle + "|GUERI");
  }
}
