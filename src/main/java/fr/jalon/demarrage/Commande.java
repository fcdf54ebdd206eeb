package fr.jalon.demarrage;

import java.util.concurrent.Callable;

/**
 * A command of the terminal that works on the database and ends: {@code ./jalon import}, {@code ./jalon indicateurs}…
 * Carry picocli's {@code @Command(name = …, description = …)}; the class is found by itself anywhere under
 * {@code fr.jalon} and made by Spring, so its constructor receives beans. It runs beside a server or without one, in
 * a context without web and with lazy beans. Standard output belongs to it; logs go to standard error.
 * <p>
 * {@link #call()} returns the exit code. A sub-command ({@code import caf}) is named in {@code subcommands} of its
 * parent and is made by Spring too. No {@code @Spec} nor {@code @ParentCommand} field: the annotations are read once
 * before any object exists, to answer {@code --help} and mistakes without starting Spring.
 */
public interface Commande extends Callable<Integer> {
}
