package fr.jalon.rendezvous;

/** A place of a session may be free: somebody gave up, or the room is larger. */
public record PlaceLiberee(long sessionId) {}
