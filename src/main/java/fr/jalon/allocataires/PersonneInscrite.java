package fr.jalon.allocataires;

/** An agent registered a person, or corrected who she is: another record may be hers. @param par account of the agent */
public record PersonneInscrite(long personneId, String par) {}
