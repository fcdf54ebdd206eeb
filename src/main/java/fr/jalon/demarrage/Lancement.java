package fr.jalon.demarrage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** What a {@link CommandeServeur} decides before anything starts. */
public final class Lancement {

    private final JalonHome home;
    private final Map<String, Object> proprietes = new LinkedHashMap<>();
    private boolean toutEffacer;
    private boolean serveur = true;
    private Callable<Integer> aLaPlace;

    Lancement(JalonHome home) {
        this.home = home;
    }

    /** The folder of this installation. */
    public JalonHome home() {
        return home;
    }

    /**
     * Sets a Spring property; it wins over the environment and {@code application.yaml}.
     *
     * @param propriete for example {@code jalon.departement}
     * @param valeur    {@code null} changes nothing, so that an absent option can be given as it is
     */
    public Lancement definir(String propriete, Object valeur) {
        if (valeur != null) {
            proprietes.put(propriete, valeur);
        }
        return this;
    }

    /** Only warnings go to the terminal, which the command wants for itself ({@code JALON_JOURNAL} still decides). */
    public Lancement discret() {
        return definir("jalon.journal.niveau", "warn").definir("spring.main.log-startup-info", "false");
    }

    /** Erases the home, database included, before starting; refused if a server or a command is using it. */
    public Lancement toutEffacer() {
        toutEffacer = true;
        return this;
    }

    /** Starts Spring and the database but no web server; the process ends after {@code apresDemarrage}. */
    public Lancement sansServeur() {
        serveur = false;
        return this;
    }

    /** Starts nothing: the process only runs this and ends with its exit code. */
    public Lancement seulement(Callable<Integer> action) {
        aLaPlace = action;
        return this;
    }

    /** The properties as Spring's command line, which wins over the other sources. */
    String[] proprietes() {
        return proprietes.entrySet().stream().map(p -> "--" + p.getKey() + "=" + p.getValue()).toArray(String[]::new);
    }

    boolean effacement() {
        return toutEffacer;
    }

    boolean avecServeur() {
        return serveur;
    }

    Callable<Integer> aLaPlace() {
        return aLaPlace;
    }
}
