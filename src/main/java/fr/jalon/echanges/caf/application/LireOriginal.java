package fr.jalon.echanges.caf.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.RefusMetier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.BitSet;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Gives back a file as it was received. It holds NIRs: both the imports and the NIR must be open to the agent, and the reading is traced. */
@Service
public class LireOriginal {
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private final AgentCourant agentCourant;
  private final Journal journal;

  LireOriginal(@Qualifier("chargement") JdbcClient base, Chiffrement chiffrement, AgentCourant agentCourant, Journal journal) {
    this.base = base;
    this.chiffrement = chiffrement;
    this.agentCourant = agentCourant;
    this.journal = journal;
  }

  /** A file kept. */
  public record Original(String fichier, String sha256, Long octets) {}

  /** True when the agent may. */
  public boolean permis() {
    Perimetre p = agentCourant.perimetre();
    return p.peut("IMPORTS") && p.peut("NIR");
  }

  /**
   * Opens the file for reading, and writes the trace.
   *
   * @throws RefusMetier when the agent may not, or when nothing was kept
   */
  public Original ouvrir(long importId) {
    if (!permis()) {
      throw new RefusMetier("HABILITATION",
          "Le fichier d'origine contient des numéros de sécurité sociale : votre rôle ne permet pas de le télécharger.");
    }
    Original original =
        base.sql("select fichier, sha256, octets from echanges.import i where id = ? and statut = 'CHARGE' and exists (select from echanges.morceau m where m.sha256 = i.sha256)")
        .param(importId).query(Original.class).optional()
        .orElseThrow(() -> new RefusMetier("ORIGINAL_ABSENT",
        "Jalon n'a pas ce fichier : seuls les fichiers chargés sont gardés, et seulement un temps (page Paramètres, conservation). La CAF ou la MSA peut le redonner."));
    journal.tracer("ORIGINAL_TELECHARGE", "Fichier d'origine " + original.fichier() + " (import " + importId + ")", personnes(importId));
    return original;
  }

  /** Those of its foyers, as they were at its date; the dossiers it holds that were rejected are of nobody known. */
  private List<Long> personnes(long importId) {
    return base.sql("""
        with tenus as (
          select foyer_id from echanges.presence_journaliere where import_id = :id
          union select unnest(:duMois::bigint[])
          union select foyer_id from allocataires.paiement where import_id = :id
          union select foyer_id from allocataires.creance where import_id = :id)
        select distinct m.personne_id from tenus t join echanges.import i on i.id = :id join allocataires.membre m on m.foyer_id = t.foyer_id
        where m.oublie_le = 'infinity' and m.depuis <= i.date_reference and m.jusqua > i.date_reference order by 1""").param("id", importId)
        .param("duMois", duMois(importId)).query(Long.class).list();
  }

  /** Foyers of a full file: its bits are read at once, a hundred thousand of them are twelve kilobytes. */
  private Long[] duMois(long importId) {
    return base.sql("select foyers from echanges.presence where import_id = ?").param(importId)
        .query((l, _) -> BitSet.valueOf(l.getBytes(1))).optional()
        .map(tenus -> tenus.stream().mapToObj(Long::valueOf).toArray(Long[]::new)).orElse(new Long[0]);
  }

  /** Writes the bytes received, piece after piece. */
  public void ecrire(Original original, OutputStream sortie) throws IOException {
    try (InputStream contenu = Conservation.decompression(new SequenceInputStream(morceaux(original.sha256())))) {
      contenu.transferTo(sortie);
    }
  }

  private Enumeration<InputStream> morceaux(String sha256) {
    return new Enumeration<>() {
      private int rang;
      private Optional<byte[]> suivant = lire(0);

      private Optional<byte[]> lire(int n) {
        return base.sql("select octets from echanges.morceau where sha256 = ? and rang = ?").params(sha256, n).query(byte[].class).optional();
      }

      @Override
      public boolean hasMoreElements() {
        return suivant.isPresent();
      }

      @Override
      public InputStream nextElement() {
        InputStream morceau = new ByteArrayInputStream(chiffrement.dechiffrer(suivant.orElseThrow(NoSuchElementException::new)));
        suivant = lire(++rang);
        return morceau;
      }
    };
  }
}
