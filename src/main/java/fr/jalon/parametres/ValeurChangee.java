package fr.jalon.parametres;

import java.time.LocalDate;

/** An agent typed a value: who and when come from the transaction that tells it. */
public record ValeurChangee(String cle, LocalDate depuis, String valeur, String motif) {}
