package fr.jalon.demarrage;

import java.time.Duration;

/** Waiting between two looks at something that another process will do. */
final class Pause {

    private Pause() {
    }

    /**
     * Sleeps; an interruption ends the start.
     *
     * @throws DemarrageImpossible when the thread is interrupted
     */
    static void de(Duration duree) {
        try {
            Thread.sleep(duree);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemarrageImpossible("Démarrage interrompu.", e);
        }
    }
}
