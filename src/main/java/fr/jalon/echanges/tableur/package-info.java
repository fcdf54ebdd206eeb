/**
 * Persons brought by a spreadsheet (CSV, XLSX), for a Département that does not receive the files of the CAF yet: columns matched, rows
 * checked, then recorded through the same door as a file, so that history and provenance hold.
 */
package fr.jalon.echanges.tableur;
