package fr.jalon.courriers.impression;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitArray;
import com.google.zxing.oned.Code128Reader;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeABarresTest {
  private static final Pattern BARRE = Pattern.compile("left:([0-9.]+)mm;width:([0-9.]+)mm");
  private static final int MARGE = 20;

  @ParameterizedTest
  @CsvSource({"0000001234, 0000001234", "12 3456 78, 12345678", "123, 0123", "42, 42"})
  void une_douchette_lit_le_numero_de_la_lettre(String numero, String lu) throws Exception {
    BitArray ligne = new BitArray(2 * MARGE + 11 * (numero.length() + 8));
    Matcher barres = BARRE.matcher(CodeABarres.html(numero));
    while (barres.find()) {
      int debut = MARGE + (int) Math.round(Double.parseDouble(barres.group(1)) / 0.33);
      ligne.setRange(debut, debut + (int) Math.round(Double.parseDouble(barres.group(2)) / 0.33));
    }
    assertThat(new Code128Reader().decodeRow(0, ligne, Map.of()).getText()).isEqualTo(lu);
  }

  @ParameterizedTest
  @CsvSource({"1234, 4", "00000012345678, 9"})
  void les_chiffres_vont_par_deux_et_tiennent_dans_la_page(String numero, int symboles) {
    // start, pairs, control: 11 modules each; stop: 13
    Matcher barres = BARRE.matcher(CodeABarres.html(numero));
    double fin = 0;
    while (barres.find()) {
      fin = Double.parseDouble(barres.group(1)) + Double.parseDouble(barres.group(2));
    }
    assertThat(Math.round(fin / 0.33)).isEqualTo(11L * symboles + 13);
  }
}
