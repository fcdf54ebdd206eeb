package fr.jalon.allocataires.application;

import fr.jalon.journal.Journal;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.Nir;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Unmasks the NIR of a person: only for the resource {@code NIR} and a person of the perimeter (PostgreSQL's function decides), and traced
 * in the transaction that reads it.
 */
@Service
public class AfficherNir {
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private final Journal journal;

  AfficherNir(JdbcClient base, Chiffrement chiffrement, Journal journal) {
    this.base = base;
    this.chiffrement = chiffrement;
    this.journal = journal;
  }

  /**
   * What is shown.
   *
   * @param nom first name and name
   * @param nir the number as on a card and its key, or {@code Inconnu}
   */
  public record NirAffiche(String nom, String nir) {}

  /** Empty when the person does not exist or is out of the perimeter: nothing is traced, nothing was seen. */
  @Transactional
  public Optional<NirAffiche> executer(long personneId) {
    return base.sql("select prenom || ' ' || nom from allocataires.personne where id = ?").param(personneId).query(String.class).optional().map(nom -> {
      journal.tracer("NIR_AFFICHE", personneId, null, "NIR affiché à l'écran");
      Optional<byte[]> chiffre = base.sql("select allocataires.nir_chiffre_de(?)").param(personneId)
          .query((l, _) -> Optional.ofNullable(l.getBytes(1))).single();
      return new NirAffiche(nom, chiffre.map(c -> espace(new Nir(new String(chiffrement.dechiffrer(c), StandardCharsets.US_ASCII)))).orElse("Inconnu"));
    });
  }

  /** {@code 1 84 12 07 019 042 clé 36}. */
  private static String espace(Nir nir) {
    String v = nir.valeur();
    return String.join(" ", v.substring(0, 1), v.substring(1, 3), v.substring(3, 5), v.substring(5, 7), v.substring(7, 10), v.substring(10),
        "clé " + nir.cle());
  }
}
