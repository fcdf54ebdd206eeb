package fr.jalon.demarrage;

import java.util.concurrent.Callable;

/**
 * A command of the terminal that needs neither the database nor Spring: a computation on files. Same discovery as
 * {@link Commande}, but made by its constructor without argument, so that it starts in a fraction of a second.
 */
public interface CommandeSansBase extends Callable<Integer> {
}
