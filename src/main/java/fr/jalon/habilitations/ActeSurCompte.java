package fr.jalon.habilitations;

/**
 * An account was created or changed; heard by the journal in the same transaction.
 *
 * @param acte  {@code AGENT_CREE}, {@code AGENT_MODIFIE}, {@code AGENT_DESACTIVE}, {@code AGENT_REACTIVE}, {@code MOT_DE_PASSE_REINITIALISE},
 *              {@code MOT_DE_PASSE_CHANGE}, {@code SECOND_FACTEUR_ACTIVE}, {@code SECOND_FACTEUR_RETIRE}, {@code CLE_ACCES_RETIREE}…
 * @param objet a French phrase: which account, what changed
 */
public record ActeSurCompte(String acte, String objet) {}
