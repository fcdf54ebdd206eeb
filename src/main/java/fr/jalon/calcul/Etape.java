package fr.jalon.calcul;

import java.math.BigDecimal;

/**
 * One step of the calculation, to be read to the person.
 *
 * @param cle     stable name, e.g. {@code rsa.socle}
 * @param libelle a few words, for a table
 * @param montant euros, 4 decimals at most; negative when it is deducted; null for a fact without amount
 * @param phrase  French sentence that says where the amount comes from
 * @param article text it rests on
 * @param fiabilite H the text was read, M secondary source, L from memory
 */
public record Etape(String cle, String libelle, BigDecimal montant, String phrase, String article, Divergence.Fiabilite fiabilite) {}
