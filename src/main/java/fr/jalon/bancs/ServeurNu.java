package fr.jalon.bancs;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;

/**
 * The floor of a start: the same libraries, the same database, the same settings, and not one line of Jalon. What Spring Boot, its web server,
 * its security and its pool take by themselves on this machine.
 */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class, excludeName = {
  "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
  "org.springframework.modulith.events.config.EventExternalizationAutoConfiguration",
  "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration"
})
final class ServeurNu {
  static final String PRET = "Jalon est prêt (nu)";

  private ServeurNu() {}

  /** @param mots Spring's options, {@code --server.port} among them */
  public static void main(String[] mots) {
    new SpringApplicationBuilder(ServeurNu.class).run(mots);
    System.out.println(PRET);
  }
}
