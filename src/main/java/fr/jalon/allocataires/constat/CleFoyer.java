package fr.jalon.allocataires.constat;

import java.time.LocalDate;

/**
 * What identifies a claim at its payer. The claim number alone is not enough: two matricules may carry the same one.
 *
 * @param fonctionOrganisme {@code CAF} or {@code MSA}
 * @param numeroOrganisme   payer's number, e.g. {@code 071}
 * @param matricule         file number at the payer, digits without leading zeros
 * @param numeroDemande     RSA claim number, 11 characters
 * @param dateDemande       date of the claim
 */
public record CleFoyer(String fonctionOrganisme, String numeroOrganisme, String matricule, String numeroDemande, LocalDate dateDemande) {}
