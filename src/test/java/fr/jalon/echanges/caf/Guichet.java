package fr.jalon.echanges.caf;

import fr.jalon.echanges.caf.application.Avancement;
import fr.jalon.echanges.caf.application.ChargerFichier;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.echanges.caf.application.RejouerRejet;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.personnages.FichierCaf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where tests hand in files, and look at what became of the database. */
@TestComponent
public class Guichet {
  private static final AtomicInteger COMPTEUR = new AtomicInteger();
  private final ChargerFichier chargement;
  private final AgentSysteme systeme;
  private final RejouerRejet rejouer;
  private final JdbcClient base;
  private final Path dossier;

  Guichet(ChargerFichier chargement, AgentSysteme systeme, RejouerRejet rejouer, @Qualifier("chargement") JdbcClient base) throws IOException {
    this.chargement = chargement;
    this.systeme = systeme;
    this.base = base;
    this.rejouer = rejouer;
    this.dossier = Files.createTempDirectory("jalon-guichet");
  }

  /** A payer nobody else has. */
  public String caisse() {
    return Integer.toString(36 * 36 * 10 + COMPTEUR.incrementAndGet(), 36).toUpperCase(java.util.Locale.ROOT);
  }

  /** A claim number nobody else has. */
  public String demande() {
    return "%011d".formatted(COMPTEUR.incrementAndGet());
  }

  /** A NIR nobody else has: 13 digits, definitive. */
  public String nir() {
    return nir('2');
  }

  /** A NIR nobody else has that starts so: 3, 4, 7 and 8 are provisional. */
  public String nir(char debut) {
    int n = COMPTEUR.incrementAndGet();
    return debut + "8202" + "07" + "%06d".formatted(n);
  }

  /** Hands in a file received today. */
  public Rapport charger(FichierCaf fichier) {
    return charger(fichier.octets());
  }

  /** Hands in a file received on a day. */
  public Rapport charger(FichierCaf fichier, String recuLe) {
    return charger(fichier.octets(), LocalDate.parse(recuLe), null);
  }

  /** Hands in bytes. */
  public Rapport charger(byte[] octets) {
    return charger(octets, null, null);
  }

  /** Hands in bytes, received on a day, with a reason to accept a disagreement of totals. */
  public Rapport charger(byte[] octets, LocalDate recuLe, String ecart) {
    String nom = "fichier-" + COMPTEUR.incrementAndGet() + ".xml";
    Path chemin = FichierCaf.ecrire(dossier, nom, octets);
    try {
      return charger(new ChargerFichier.Demande(chemin, nom, recuLe, ecart));
    } finally {
      try {
        Files.delete(chemin);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Hands in a file. */
  public Rapport charger(ChargerFichier.Demande demande) {
    return systeme.agir("essai", () -> chargement.charger(demande, Avancement.AUCUN));
  }

  /** Corrects the value refused and replays. @return true when the dossier is recorded */
  public boolean rejouer(long rejet, String valeur) {
    return systeme.agir("essai", () -> rejouer.executer(rejet, valeur)) instanceof RejouerRejet.Issue.Enregistre;
  }

  /** The owner's door. */
  public JdbcClient base() {
    return base;
  }

  /** Rows of a question, as text, columns separated by a bar. */
  public List<String> lignes(String sql, Object... valeurs) {
    return base.sql(sql).params(valeurs).query((l, _) -> {
      StringBuilder ligne = new StringBuilder();
      for (int i = 1; i <= l.getMetaData().getColumnCount(); i++) {
        ligne.append(i == 1 ? "" : "|").append(l.getString(i));
      }
      return ligne.toString();
    }).list();
  }

  /** One number. */
  public long nombre(String sql, Object... valeurs) {
    return base.sql(sql).params(valeurs).query(Long.class).single();
  }

  /** All that the database holds, table by table, but for the register of files and the trace: count and fingerprint of the rows. */
  public Map<String, String> photo() {
    return photo(base);
  }

  /** The same of another database. */
  static Map<String, String> photo(JdbcClient base) {
    Map<String, String> photo = new LinkedHashMap<>();
    List<String> tables = base.sql("""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')
          and n.nspname || '.' || c.relname not in ('echanges.import', 'journal.trace') order by 1""").query(String.class).list();
    for (String table : tables) {
      if (!table.startsWith("pg_temp")) {
        photo.put(table, base.sql("select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from " + table + " t")
            .query(String.class).single());
      }
    }
    return photo;
  }
}
