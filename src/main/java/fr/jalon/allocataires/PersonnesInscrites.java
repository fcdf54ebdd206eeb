package fr.jalon.allocataires;

import java.util.List;

/** An agent registered these persons in one act: other records may be theirs. @param par account of the agent */
public record PersonnesInscrites(List<Long> personnes, String par) {}
