package fr.jalon.allocataires;

import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.Nir;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a person by her NIR, for the programs that take over data from elsewhere (owner's door): never for a screen. */
@Component
public class PersonnesParNir {
  private final JdbcClient base;
  private final Chiffrement chiffrement;

  PersonnesParNir(@Qualifier("chargement") JdbcClient base, Chiffrement chiffrement) {
    this.base = base;
    this.chiffrement = chiffrement;
  }

  /** Numbers of the persons who have these NIR, by NIR; those whom nobody has are absent. */
  public Map<Nir, Long> trouver(Collection<Nir> nirs) {
    Map<String, Nir> parEmpreinte = new HashMap<>();
    nirs.forEach(n -> parEmpreinte.put(HexFormat.of().formatHex(empreinte(n)), n));
    Map<Nir, Long> trouvees = new HashMap<>();
    base.sql("select nir_empreinte, coalesce(fusionnee_dans, id) from allocataires.personne where nir_empreinte = any (?)")
        .param(parEmpreinte.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
        .query((RowCallbackHandler) l -> trouvees.put(parEmpreinte.get(HexFormat.of().formatHex(l.getBytes(1))), l.getLong(2)));
    return trouvees;
  }

  /** Number of the person who has this NIR, or of the one she was merged into. */
  public Optional<Long> trouver(Nir nir) {
    return base.sql("select coalesce(fusionnee_dans, id) from allocataires.personne where nir_empreinte = ?")
        .param(empreinte(nir)).query(Long.class).optional();
  }

  private byte[] empreinte(Nir nir) {
    return chiffrement.empreinte(nir.valeur().getBytes(StandardCharsets.US_ASCII));
  }
}
