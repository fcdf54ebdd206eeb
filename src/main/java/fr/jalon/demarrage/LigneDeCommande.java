package fr.jalon.demarrage;

import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * From the words of the terminal to the running application. The words are read twice: first without any object, to
 * answer mistakes and {@code --help} at once and to know which kind of start is wanted; then for good.
 */
public final class LigneDeCommande {

    private final Class<?> application;
    private final List<Class<?>> commandes;
    private volatile boolean arretDemande;
    private volatile boolean enMarche;

    /**
     * @param application the Spring Boot application; commands are looked for under its package
     */
    public LigneDeCommande(Class<?> application) {
        this.application = application;
        this.commandes = Terminal.commandes(application.getPackageName());
    }

    /**
     * Runs a command line.
     *
     * @return the exit code of the process, or {@code null} when a server now runs and the process must go on
     */
    public Integer executer(String... mots) {
        PhraseAuLieuDeTrace.toutDire();
        Runtime.getRuntime().addShutdownHook(new Thread(this::arreter, "arret-demande"));
        try {
            Class<?> choisie = lire(mots);
            if (choisie == null) {
                return Terminal.aBlanc(commandes).execute(mots);
            }
            if (CommandeServeur.class.isAssignableFrom(choisie)) {
                Integer code = serveur(mots);
                enMarche = code == null;
                return code;
            }
            return CommandeSansBase.class.isAssignableFrom(choisie)
                    ? Terminal.reelle(commandes, CommandLine.defaultFactory()).execute(mots)
                    : commande(mots);
        } catch (CommandLine.ParameterException e) {
            return Terminal.expliquer(e);
        } catch (Exception e) {
            if (arretDemande) {
                // what was going on fails because the rest is being closed: nothing went wrong that somebody should be told
                System.err.println("Arrêté avant la fin, comme demandé. Relancez la même commande quand vous voulez.");
                return 130;
            }
            String phrase = PhraseAuLieuDeTrace.dans(e);
            System.err.println(phrase != null ? phrase
                    : Incident.raconter(e, Incident.nom(mots), Incident.demandees(List.of(mots))));
            return 1;
        }
    }

    /** Somebody stops the process: what fails from now on in an act that was going on fails because of it, and is not worth a line. */
    private void arreter() {
        arretDemande = true;
        if (!enMarche) {
            try {
                LoggingSystem.get(LigneDeCommande.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
            } catch (ConcurrentModificationException enMontant) {
                // the application that did not start takes its logs down at the same time: there is nothing left to silence
                return;
            }
        }
    }

    /**
     * The class of the command called, the deepest one ({@code bench rsa} needs no database, its sisters do), or
     * {@code null} when only the usage is asked for.
     */
    private Class<?> lire(String... mots) {
        ParseResult lu = Terminal.aBlanc(commandes).parseArgs(mots);
        if (!lu.hasSubcommand()) {
            return null;
        }
        List<Class<?>> etageDesClasses = commandes;
        Class<?> choisie = null;
        for (ParseResult etage = lu.subcommand(); etage != null; etage = etage.subcommand()) {
            String nom = etage.commandSpec().name();
            choisie = etageDesClasses.stream()
                    .filter(classe -> classe.getAnnotation(CommandLine.Command.class).name().equals(nom))
                    .findFirst().orElseThrow();
            etageDesClasses = List.of(choisie.getAnnotation(CommandLine.Command.class).subcommands());
        }
        for (ParseResult etage = lu; etage != null; etage = etage.subcommand()) {
            if (etage.isUsageHelpRequested()) {
                return null;
            }
        }
        return choisie;
    }

    private int commande(String... mots) {
        try (ConfigurableApplicationContext contexte = spring(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties(Map.of("jalon.journal.niveau", "warn", "spring.main.log-startup-info", "false"))
                .run()) {
            return Terminal.reelle(commandes, fabrique(contexte)).execute(mots);
        }
    }

    private Integer serveur(String... mots) throws Exception {
        CommandLine ligne = Terminal.reelle(commandes, CommandLine.defaultFactory());
        ParseResult lu = ligne.parseArgs(mots);
        var commande = (CommandeServeur) lu.subcommand().commandSpec().userObject();
        JalonHome home = JalonHome.courant();
        var lancement = new Lancement(home);
        commande.avantDemarrage(lancement);
        if (lancement.aLaPlace() != null) {
            return lancement.aLaPlace().call();
        }
        if (lancement.avecServeur()) {
            PostgresEmbarque.reserverPourUnServeur(home);
        }
        if (lancement.effacement()) {
            refuserSiLaBaseEstExterne();
            PostgresEmbarque.effacer(home);
        }
        var type = lancement.avecServeur() ? WebApplicationType.SERVLET : WebApplicationType.NONE;
        ConfigurableApplicationContext contexte = spring(type)
                .listeners(new AdresseServeur(home))
                .run(lancement.proprietes());
        int code = commande.apresDemarrage(contexte);
        if (code == CommandeServeur.EN_MARCHE) {
            return null;
        }
        contexte.close();
        return code;
    }

    private static void refuserSiLaBaseEstExterne() {
        String externe = System.getProperty("jalon.db.url", System.getenv("JALON_DB_URL"));
        if (externe != null && !externe.isBlank()) {
            throw new DemarrageImpossible("La base de données est externe (JALON_DB_URL) : Jalon ne l'efface pas ; "
                    + "donnez une base vide, ou retirez JALON_DB_URL pour la base embarquée.");
        }
    }

    private SpringApplicationBuilder spring(WebApplicationType type) {
        return new SpringApplicationBuilder(application).web(type);
    }

    private static CommandLine.IFactory fabrique(ConfigurableApplicationContext contexte) {
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> classe) throws Exception {
                if (!classe.getName().startsWith("fr.jalon.") || classe.isInterface()) {
                    return CommandLine.defaultFactory().create(classe);
                }
                K bean = contexte.getBeanProvider(classe).getIfAvailable();
                return bean != null ? bean : contexte.getAutowireCapableBeanFactory().createBean(classe);
            }
        };
    }
}
