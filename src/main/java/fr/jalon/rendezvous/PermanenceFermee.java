package fr.jalon.rendezvous;

import java.time.LocalDate;

/** Nobody receives at this permanence between these days. */
public record PermanenceFermee(int permanenceId, LocalDate du, LocalDate au) {}
