package fr.jalon.echanges.caf.vraisemblance;

import java.util.function.ToIntFunction;

/**
 * From what a file is held; whole percentages unless said. Each is a dated parameter {@code vraisemblance.…} that the Département sets.
 *
 * @param minimum           dossiers or persons below which shares mean nothing
 * @param baisse            fewer dossiers or persons than before
 * @param hausse            more
 * @param montantTotal      change of the total amount
 * @param montantMoyen      change of the mean amount
 * @param apparus           foyers unknown until then
 * @param disparus          foyers that would become absent
 * @param modifies          foyers changed though amounts did not
 * @param rejetes           dossiers rejected
 * @param datesImpossibles  birth dates or dates of claim that cannot be
 * @param memeNaissance     persons born the same day
 * @param memeDemande       dossiers asked for the same day
 * @param numerosVides      numbers empty or all zeros
 * @param autreDepartement  communes of another Département
 * @param journalierFoyers  share of the foyers of the payer that a daily file may speak of
 * @param facteur           how many times more than before, where amounts vary by nature: daily files, claims
 */
public record Seuils(int minimum, int baisse, int hausse, int montantTotal, int montantMoyen, int apparus, int disparus, int modifies, int rejetes,
    int datesImpossibles, int memeNaissance, int memeDemande, int numerosVides, int autreDepartement, int journalierFoyers, int facteur) {

  /** @param lire value of a parameter, by the end of its key */
  public static Seuils lire(ToIntFunction<String> lire) {
    return new Seuils(lire.applyAsInt("minimum"), lire.applyAsInt("baisse"), lire.applyAsInt("hausse"), lire.applyAsInt("montant_total"),
        lire.applyAsInt("montant_moyen"),
        lire.applyAsInt("apparus"), lire.applyAsInt("disparus"), lire.applyAsInt("modifies"), lire.applyAsInt("rejetes"),
        lire.applyAsInt("dates_impossibles"),
        lire.applyAsInt("meme_naissance"), lire.applyAsInt("meme_demande"), lire.applyAsInt("numeros_vides"), lire.applyAsInt("autre_departement"),
        lire.applyAsInt("journalier_foyers"), lire.applyAsInt("facteur"));
  }
}
