package fr.jalon.rendezvous;

/** A person said by her link that she does not come: nothing more is sent to her for it, and her place may be another's. */
public record Renoncement(long convocationId, long sessionId) {}
