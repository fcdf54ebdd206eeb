package fr.jalon.demarrage;

import org.springframework.context.ApplicationContext;

/**
 * A command of the terminal that starts the server: {@code ./jalon serve}, {@code ./jalon demo}. Same discovery as
 * {@link Commande}, but made by its constructor without argument, before Spring; picocli fills its options, then
 * {@link #avantDemarrage} and {@link #apresDemarrage} are called in this order on the same object.
 */
public interface CommandeServeur {

    /** What {@link #apresDemarrage} returns for a server that goes on. */
    int EN_MARCHE = -1;

    /**
     * Before Spring and PostgreSQL: turns options into properties, asks to erase the data, or asks for no server.
     *
     * @throws DemarrageImpossible when the options do not fit together
     */
    default void avantDemarrage(Lancement lancement) {
    }

    /**
     * Once Spring is up, and the web server too unless {@link Lancement#sansServeur()} was asked.
     *
     * @return {@link #EN_MARCHE} to keep serving; an exit code stops the application
     */
    int apresDemarrage(ApplicationContext contexte) throws Exception;
}
