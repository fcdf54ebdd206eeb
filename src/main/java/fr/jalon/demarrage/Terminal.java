package fr.jalon.demarrage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The French grammar of the terminal: which commands exist, how their usage reads, how a mistake is told. */
final class Terminal {

    /** Exit code of a command line that cannot be understood. */
    static final int CODE_USAGE = 64;

    private static final Oubli OUBLI = new Oubli();

    private Terminal() {
    }

    /** The commands found under a package, in the order of their names. */
    static List<Class<?>> commandes(String paquet) {
        var recherche = new ClassPathScanningCandidateComponentProvider(false);
        recherche.addIncludeFilter(new AssignableTypeFilter(Commande.class));
        recherche.addIncludeFilter(new AssignableTypeFilter(CommandeSansBase.class));
        recherche.addIncludeFilter(new AssignableTypeFilter(CommandeServeur.class));
        var trouvees = new ArrayList<Class<?>>();
        Set<Class<?>> sousCommandes = new HashSet<>();
        for (var definition : recherche.findCandidateComponents(paquet)) {
            Class<?> classe = ClassUtils.resolveClassName(definition.getBeanClassName(), null);
            var annotation = classe.getAnnotation(CommandLine.Command.class);
            if (annotation != null) {
                trouvees.add(classe);
                sousCommandes.addAll(List.of(annotation.subcommands()));
            }
        }
        trouvees.removeAll(sousCommandes);
        trouvees.sort(Comparator.comparing(classe -> classe.getAnnotation(CommandLine.Command.class).name()));
        return trouvees;
    }

    /** The root command, whose sub-commands are made by the factory when they are called. */
    static CommandLine reelle(List<Class<?>> commandes, CommandLine.IFactory fabrique) {
        CommandSpec racine = racine();
        commandes.forEach(classe -> racine.addSubcommand(nom(classe), CommandSpec.forAnnotatedObject(classe, fabrique)));
        return enFrancais(new CommandLine(racine, fabrique));
    }

    /**
     * The same grammar without any object behind it: reads a command line, says what is wrong or prints the usage
     * before Spring is started.
     */
    static CommandLine aBlanc(List<Class<?>> commandes) {
        CommandSpec racine = racine();
        commandes.forEach(classe -> racine.addSubcommand(nom(classe), sansObjet(CommandSpec.forAnnotatedObject(classe))));
        return enFrancais(new CommandLine(racine));
    }

    /** Says in French why a command line is not understood, and how it is used. */
    static int expliquer(CommandLine.ParameterException erreur) {
        CommandLine commande = erreur.getCommandLine();
        var sortie = commande.getErr();
        sortie.println(switch (erreur) {
            case CommandLine.UnmatchedArgumentException inconnu -> {
                String mot = inconnu.getUnmatched().getFirst();
                String suggestions = String.join(", ", inconnu.getSuggestions());
                yield (mot.startsWith("-") ? "Option inconnue : « " : "Commande ou argument inconnu : « ") + mot + " »."
                        + (suggestions.isEmpty() ? "" : " Vouliez-vous dire : " + suggestions + " ?");
            }
            case CommandLine.MissingParameterException manque -> "Il manque : " + String.join(", ",
                    manque.getMissing().stream().map(Terminal::etiquette).toList()) + ".";
            case CommandLine.MutuallyExclusiveArgsException _ -> "Ces options ne vont pas ensemble : " + erreur.getMessage();
            default -> erreur.getArgSpec() != null
                    ? "Valeur refusée pour " + etiquette(erreur.getArgSpec()) + " : « " + erreur.getValue() + " »."
                    : erreur.getMessage();
        });
        sortie.println();
        commande.usage(sortie);
        sortie.flush();
        return CODE_USAGE;
    }

    private static CommandSpec racine() {
        CommandSpec racine = CommandSpec.create().name("./jalon");
        racine.usageMessage().description("Jalon, le système d'information de la politique RSA d'un Département.");
        return racine;
    }

    private static String nom(Class<?> classe) {
        return classe.getAnnotation(CommandLine.Command.class).name();
    }

    private static String etiquette(CommandLine.Model.ArgSpec argument) {
        return argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
    }

    private static CommandSpec sansObjet(CommandSpec annotee) {
        CommandSpec copie = CommandSpec.create().name(annotee.name());
        copie.usageMessage().description(annotee.usageMessage().description())
                .footer(annotee.usageMessage().footer()).hidden(annotee.usageMessage().hidden());
        for (OptionSpec option : annotee.options()) {
            copie.addOption(OptionSpec.builder(option).getter(OUBLI).setter(OUBLI).build());
        }
        for (PositionalParamSpec position : annotee.positionalParameters()) {
            copie.addPositional(PositionalParamSpec.builder(position).getter(OUBLI).setter(OUBLI).build());
        }
        annotee.subcommands().forEach((nom, sous) -> copie.addSubcommand(nom, sansObjet(sous.getCommandSpec())));
        return copie;
    }

    private static CommandLine enFrancais(CommandLine ligne) {
        franciser(ligne.getCommandSpec());
        ligne.setParameterExceptionHandler((erreur, _) -> expliquer(erreur));
        ligne.setExecutionExceptionHandler((echec, commande, lu) -> {
            String phrase = PhraseAuLieuDeTrace.dans(echec);
            commande.getErr().println(phrase != null ? phrase
                    : Incident.raconter(echec, commande.getCommandSpec().qualifiedName().replace("./jalon ", ""),
                            Incident.demandees(lu.originalArgs())));
            return 1;
        });
        ligne.setCaseInsensitiveEnumValuesAllowed(true);
        return ligne;
    }

    private static void franciser(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help", "--aide").usageHelp(true).description("Affiche cette aide.")
                .build());
        spec.addOption(OptionSpec.builder(Incident.OPTION).type(boolean.class)
                .description("Affiche aussi le détail technique d'un échec.").build());
        spec.usageMessage().synopsisHeading("Utilisation : ").synopsisSubcommandLabel("COMMANDE")
                .parameterListHeading("%nArguments :%n").optionListHeading("%nOptions :%n")
                .commandListHeading("%nCommandes :%n").descriptionHeading("%n").abbreviateSynopsis(true)
                .sortOptions(false);
        spec.subcommands().values().forEach(sous -> franciser(sous.getCommandSpec()));
    }

    /** Receives option values and forgets them. */
    private static final class Oubli implements CommandLine.Model.IGetter, CommandLine.Model.ISetter {
        @Override
        public <T> T get() {
            return null;
        }

        @Override
        public <T> T set(T valeur) {
            return null;
        }
    }
}
