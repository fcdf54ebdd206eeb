package fr.jalon.engagement.application;

import fr.jalon.engagement.domaine.EtatContrat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What France Travail names the state of a contract, for what is exchanged with it and for partners who speak its language. */
@Component
public class EtatsDeFranceTravail {
  private final Map<EtatContrat, String> noms = new EnumMap<>(EtatContrat.class);

  EtatsDeFranceTravail() {
    try (InputStream flux = new ClassPathResource("engagement/etats-france-travail.yaml").getInputStream()) {
      Map<String, Map<String, String>> lus = new Yaml(new SafeConstructor(new LoaderOptions())).load(flux);
      lus.get("etats").forEach((etat, nom) -> noms.put(EtatContrat.valueOf(etat), nom));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code A_SIGNER}, {@code SIGNE}, {@code REFUSE}, {@code SUSPENDU}, {@code CLOTURE}; empty for what France Travail does not know. */
  public Optional<String> nom(EtatContrat etat) {
    return Optional.ofNullable(noms.get(etat));
  }
}
