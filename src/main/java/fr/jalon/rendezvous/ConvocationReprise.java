package fr.jalon.rendezvous;

/** A person who had declined chose another session by her link. @param code that of her message, in clear: it goes in the next one */
public record ConvocationReprise(long convocationId, long personneId, long sessionId, String code) {}
