package fr.jalon.demarrage;

/**
 * An instance that is still being made, like a demonstration whose months are lived again: it answers nobody with half of its figures
 * ({@link PendantLaPreparation}), and {@code /sante/pret} says no. Open from the start unless {@code jalon.preparation} is true.
 */
public final class Preparation {

    private volatile boolean enCours;
    private volatile int pourCent;

    /** @param enCours true for an instance that is made once it is started */
    public Preparation(boolean enCours) {
        this.enCours = enCours;
    }

    /** True until the instance is whole. */
    public boolean enCours() {
        return enCours;
    }

    /** How far it is, from 0 to 99 while it lasts. */
    public int pourCent() {
        return pourCent;
    }

    /** Tells how far it is; never goes back. */
    public void avancer(int pourCent) {
        this.pourCent = Math.clamp(pourCent, this.pourCent, 99);
    }

    /** The instance is whole: whoever asks comes in. */
    public void terminer() {
        enCours = false;
    }
}
