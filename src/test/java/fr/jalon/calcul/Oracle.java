package fr.jalon.calcul;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * 1 100 invented households and what the public model (OpenFisca-France 176.0.7) computed of them: figures, none of its code nor of its texts.
 * Compare within 0.015 €.
 */
public final class Oracle {
  private Oracle() {}

  /** One household a line, in JSON: what it has, what is expected. */
  public static List<String> lignes() throws IOException {
    try (BufferedReader lecture = new BufferedReader(new InputStreamReader(new GZIPInputStream(new ClassPathResource("calcul/oracle.jsonl.gz")
        .getInputStream()),
        StandardCharsets.UTF_8))) {
      return lecture.lines().toList();
    }
  }
}
