package fr.jalon.rendezvous;

/** A person chose, changed or gave up her interview by her link. */
public record EntretienChoisi(long entretienId) {}
