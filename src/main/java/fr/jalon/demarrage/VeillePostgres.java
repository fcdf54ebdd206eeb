package fr.jalon.demarrage;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Watches the embedded PostgreSQL and starts it again when it dies, waiting longer each time; after the last wait it still tries, as rarely.
 * Each process that uses a home watches; the lock of the folder lets one of them act.
 */
final class VeillePostgres implements Runnable {

    private static final Duration REGARD = Duration.ofSeconds(2);

    private final PostgresEmbarque postgres;
    private final Cadence cadence;
    private final Consumer<String> avis;
    private int essais;
    private long releve = System.nanoTime();
    private boolean aveugle;

    VeillePostgres(PostgresEmbarque postgres, Cadence cadence, Consumer<String> avis) {
        this.postgres = postgres;
        this.cadence = cadence;
        this.avis = avis;
    }

    @Override
    public void run() {
        try {
            while (postgres.ouvert()) {
                regarder();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look. What prevents it from seeing is said once: the watch goes on, or the next death would be the last. */
    private void regarder() throws InterruptedException {
        try {
            if (postgres.tient(REGARD)) {
                aveugle = false;
                if (System.nanoTime() - releve > cadence.tenue().toNanos()) {
                    essais = 0;
                }
            } else if (postgres.ouvert()) {
                avis.accept("PostgreSQL s'est arrêté sans qu'on le lui demande : Jalon le remet en marche.");
                relever();
                releve = System.nanoTime();
            }
        } catch (IOException | RuntimeException e) {
            if (postgres.ouvert() && !aveugle) {
                avis.accept("Jalon ne sait plus si PostgreSQL est en marche (" + e.getMessage() + ") : il regarde de nouveau.");
            }
            aveugle = true;
            Thread.sleep(REGARD);
        }
    }

    /** Until it runs, or nobody uses it any more. After the last pause it still tries, as far apart, without a word. */
    private void relever() throws InterruptedException {
        while (true) {
            Thread.sleep(cadence.pauses().get(Math.min(essais, cadence.pauses().size() - 1)));
            essais++;
            try {
                boolean ici = postgres.relever(cadence.sursis());
                if (postgres.ouvert()) {
                    avis.accept(ici ? "PostgreSQL est de nouveau en marche ; rien de ce qui était enregistré n'est perdu."
                            : "PostgreSQL est de nouveau en marche : un autre Jalon l'a relancé.");
                }
                return;
            } catch (IOException | RuntimeException e) {
                if (!postgres.ouvert()) {
                    return;
                }
                if (essais > cadence.pauses().size()) {
                    continue;
                }
                String raison = Pannes.dans(e).map(panne -> panne.auTerminal()).orElse(String.valueOf(e.getMessage()));
                avis.accept("PostgreSQL ne redémarre pas, essai " + essais + " sur " + cadence.pauses().size() + " ("
                        + raison.lines().findFirst().orElse("") + ").");
                if (essais == cadence.pauses().size()) {
                    avis.accept("PostgreSQL ne redémarre pas : Jalon n'essaie plus que de loin en loin. Voyez son journal dans « "
                        + postgres.journal()
                            + " » et corrigez (souvent : un disque plein) ; pour ne pas attendre, arrêtez Jalon et relancez-le.");
                }
            }
        }
    }

    /**
     * When to try.
     *
     * @param pauses wait before each try; the last one is the wait before all that follow
     * @param tenue  how long it must have run for the count of tries to start again from nothing
     * @param sursis how long one try insists
     */
    record Cadence(List<Duration> pauses, Duration tenue, Duration sursis) {

        /** Ten tries in about twenty minutes, then one each ten minutes. */
        static final Cadence PATIENTE = new Cadence(
                Stream.of(0, 1, 2, 5, 10, 30, 60, 120, 300, 600).map(Duration::ofSeconds).toList(), Duration.ofMinutes(10),
                GrappePostgres.SURSIS_DES_ORPHELINS);
    }
}
