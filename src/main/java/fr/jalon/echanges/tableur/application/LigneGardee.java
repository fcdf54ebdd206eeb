package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.socle.PersonneMontree;
import java.util.List;

/**
 * A row kept, decrypted.
 *
 * @param rang    its number in the file
 * @param phrase  what is wrong, or {@code null}
 * @param suivi   what was done of its organisation and référent, or {@code null}
 * @param doublon true when the person resembles another one: a task is open
 */
public record LigneGardee(int rang, List<String> valeurs, StatutLigne statut, String phrase, String suivi, boolean doublon,
    @PersonneMontree Long personneId) {}
