package fr.jalon.engagement.domaine;

/**
 * A kind of activity of the weekly plan.
 *
 * @param code      e.g. {@code FORMATION}
 * @param libelle   as shown to agents
 * @param falc      as told to the person
 * @param compte    true when its hours count among those that L. 5411-6 asks
 * @param structuree true for a solution that counts by itself from its dates (IAE, training, job): nobody types its hours
 * @param plafond   most hours a week that count, {@code null} for no limit
 * @param preuve    what shows that they were done
 * @param sante     true when its hours tell of her health
 */
public record Activite(String code, String libelle, String falc, boolean compte, boolean structuree, Integer plafond, String preuve,
    boolean sante) {}
