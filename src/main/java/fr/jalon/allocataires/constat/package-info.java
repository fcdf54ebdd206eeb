/** What a file (CAF, MSA, spreadsheet) states about a foyer at a date, whatever its format. */
@org.springframework.modulith.NamedInterface("constat")
package fr.jalon.allocataires.constat;
