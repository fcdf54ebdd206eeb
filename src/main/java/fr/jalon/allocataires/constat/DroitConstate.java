package fr.jalon.allocataires.constat;

import java.time.LocalDate;

/**
 * The right to RSA as one file states it.
 *
 * @param etat              code ETATDOSRSA: 0 claim waiting, 1 refused, 2 open and payable, 3 open and suspended, 4 open, payment suspended,
 *                          5 closed, 6 closed on an earlier month; {@code ABSENT} when a full file no longer holds the foyer
 * @param motifSuspension   reason code of the suspension or {@code null}
 * @param sansDomicile      without a fixed home; {@code null} when the file does not say
 * @param majore            majorated for a lone parent
 * @param precisions        other facts as JSON or {@code null}
 */
public record DroitConstate(String etat, String motifSuspension, LocalDate suspenduDepuis, String motifFin, LocalDate finLe,
    String motifRefus, String origineDemande, LocalDate dateOrigine, String situationFamille, LocalDate situationFamilleDepuis,
    Boolean sansDomicile, boolean majore, String organismeCedant, LocalDate arriveeLe, String organismePrenant, LocalDate departLe,
    String precisions) {}
