package fr.jalon.allocataires.application;

import fr.jalon.ecran.Francais;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.Nir;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a NIR in clear for an agent who asks to see it: the trace is written in the transaction that reads. */
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

  /** The person and her NIR, absent when it is not known or when the role may not see it. */
  public record NirDePersonne(String nom, Optional<Nir> nir) {}

  /** @return empty when the person does not exist for this agent */
  @Transactional
  public Optional<NirDePersonne> executer(long personneId) {
    Optional<String> nom = base.sql("select nom, prenom from allocataires.personne where id = ?").param(personneId)
        .query((l, _) -> Francais.personne(l.getString(1), l.getString(2))).optional();
    return nom.map(n -> {
      journal.tracer("NIR_AFFICHE", personneId, null, "NIR affiché à l'écran");
      Optional<Nir> nir = base.sql("select allocataires.nir_chiffre_de(?)").param(personneId)
          .query((l, _) -> Optional.ofNullable(l.getBytes(1))).single()
          .map(chiffre -> new Nir(new String(chiffrement.dechiffrer(chiffre), StandardCharsets.US_ASCII)));
      return new NirDePersonne(n, nir);
    });
  }
}
