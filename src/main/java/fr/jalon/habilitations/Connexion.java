package fr.jalon.habilitations;

/**
 * Something that happened at the door of the application; the journal hears it and writes it.
 *
 * @param acte        {@code CONNEXION}, {@code CONNEXION_REFUSEE}, {@code DECONNEXION}
 * @param identifiant login of the account, or {@code inconnu} when what was typed is nobody's login (it may be a password typed in the
 *                    wrong field: never kept)
 * @param role        role of the account, or {@code null}
 * @param objet       a French phrase: by what means, or why refused
 */
public record Connexion(String acte, String identifiant, String role, String objet) {}
