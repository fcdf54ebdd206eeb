package fr.jalon.demarrage;

import java.io.IOException;

/** A process that uses the PostgreSQL of a home until its standard input is closed. */
final class Occupant {

    private Occupant() {
    }

    /** Says the address of PostgreSQL once it has it; with the word {@code veiller}, starts it again when it dies, and says so. */
    public static void main(String[] mots) throws IOException {
        try (PostgresEmbarque postgres = PostgresEmbarque.ouvrir(JalonHome.courant(), System.err::println)) {
            if (mots.length > 0) {
                postgres.veiller(VeillePostgres.Cadence.PATIENTE, System.out::println);
            }
            System.out.println("PRET " + postgres.connexion().url());
            System.in.readAllBytes();
        }
        System.out.println("PARTI");
    }
}
