package fr.jalon.sauvegarde;

import fr.jalon.Jalon;
import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.PostgresDeTest;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.pilotage.CatalogueIndicateurs;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.pilotage.ValeurIndicateur;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.FichierChiffre;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Saves an instance and puts it back on an empty machine, as the two commands do. */
public final class AllerRetour {
  static final String CLE = "ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=";
  private final Path fichier;
  private final Path home;
  private final ConnexionPostgres restauree;

  private AllerRetour(Path fichier, Path home, ConnexionPostgres restauree) {
    this.fichier = fichier;
    this.home = home;
    this.restauree = restauree;
  }

  /** Saves what this context serves, then restores it in an empty database and an empty folder. */
  public static AllerRetour de(ApplicationContext contexte) throws Exception {
    Path dossier = Files.createTempDirectory(Path.of("target"), "sauvegarde-").toAbsolutePath();
    Path fichier = dossier.resolve("jalon.sauvegarde");
    contexte.getBean(Sauvegarder.class).vers(fichier);
    AllerRetour tour = new AllerRetour(fichier, dossier.resolve("home"), PostgresDeTest.nouvelleBase());
    Files.createDirectory(tour.home);
    tour.restaurer();
    return tour;
  }

  private void restaurer() throws Exception {
    LectureDeSauvegarde lecture = new LectureDeSauvegarde(new FichierChiffre(new Chiffrement(java.util.Base64.getDecoder().decode(CLE))), fichier);
    FichiersDuHome fichiers = new FichiersDuHome(home, _ -> null);
    new Restaurer(restauree, fichiers).depuis(lecture, lecture.verifier());
    fichiers.mettreEnPlace(false);
  }

  Path fichier() {
    return fichier;
  }

  Path home() {
    return home;
  }

  ConnexionPostgres restauree() {
    return restauree;
  }

  /** Rows of each table and their digest, numbers to come of each sequence. */
  static Map<String, String> contenu(JdbcClient base) {
    Map<String, String> contenu = new TreeMap<>();
    base.sql("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname !~ '^(pg_|information_schema)'")
        .query(String.class).list()
        .forEach(t -> contenu.put(t, base.sql("select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from "
        + t + " t").query(String.class).single()));
    base.sql("select format('%I.%I', schemaname, sequencename) as nom, last_value from pg_sequences where schemaname !~ '^(pg_|information_schema)' and last_value is not null")
        .query((l, _) -> Map.entry(l.getString(1), l.getString(2))).list().forEach(e -> contenu.put("sequence " + e.getKey(), e.getValue()));
    return contenu;
  }

  /** Triggers, foreign keys and policies, as PostgreSQL tells them. */
  static List<String> gardes(JdbcClient base) {
    return base.sql("""
        select t.tgrelid::regclass || ' ' || t.tgname || ' ' || t.tgenabled::text from pg_trigger t where not t.tgisinternal
        union all select k.conrelid::regclass || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) from pg_constraint k where k.contype = 'f'
        union all select c.oid::regclass || ' ' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid order by 1""").query(String.class).list();
  }

  /** Every indicator at a date, on the instance saved. */
  public static List<ValeurIndicateur> indicateurs(ApplicationContext contexte, LocalDate au) {
    Indicateurs indicateurs = contexte.getBean(Indicateurs.class);
    return contexte.getBean(AgentSysteme.class).agir("essai", () -> contexte.getBean(CatalogueIndicateurs.class).tous().stream()
        .flatMap(i -> indicateurs.calculer(i.code(), au, null).stream()).toList());
  }

  /** The same on the one restored, started for this. */
  public List<ValeurIndicateur> indicateursRestaures(LocalDate au) {
    try (var jalon = new SpringApplicationBuilder(Jalon.class).web(WebApplicationType.NONE).lazyInitialization(true)
        .properties("jalon.db.url=" + restauree.url(),
        "jalon.db.user=" + restauree.utilisateur(), "jalon.db.password=" + restauree.motDePasse(), "jalon.cle=" + CLE, "jalon.premier-compte=false",
        "jalon.departement=07", "jalon.horloge=2025-09-08").run()) {
      return indicateurs(jalon, au);
    }
  }
}
