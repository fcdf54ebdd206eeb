package fr.jalon.demarrage;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command of the tests: it is made by Spring, reads the database and answers on standard output. */
@Command(name = "essai", hidden = true, description = "Commande des tests.", subcommands = {CommandeDEssai.Base.class, CommandeDEssai.Panne.class})
final class CommandeDEssai implements Commande {

    @Override
    public Integer call() {
        return 0;
    }

    /** {@code essai panne}: fails as no one foresaw. */
    @Command(name = "panne", description = "Échoue.")
    static final class Panne implements Commande {

        @Override
        public Integer call() {
            throw new IllegalStateException("rien de prévu");
        }
    }

    /** {@code essai base}: says on which PostgreSQL it works, and ends with the exit code it is given. */
    @Command(name = "base", description = "Dit sur quelle base elle travaille.")
    static final class Base implements Commande {

        private final JdbcClient jdbc;

        @Option(names = "--code", defaultValue = "0", paramLabel = "CODE", description = "Code de sortie.")
        private int code;

        @Parameters(paramLabel = "MOT", description = "Un mot à répéter.")
        private String mot;

        Base(DataSource source) {
            this.jdbc = JdbcClient.create(source);
        }

        @Override
        public Integer call() {
            System.out.println(mot + " " + jdbc.sql("select inet_server_port()").query(Integer.class).single());
            return code;
        }
    }
}
