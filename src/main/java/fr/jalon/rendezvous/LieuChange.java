package fr.jalon.rendezvous;

/** What the persons are told of a place may have changed. */
public record LieuChange(int lieu) {}
