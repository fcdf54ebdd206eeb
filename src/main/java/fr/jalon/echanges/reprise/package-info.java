/**
 * What a Département brings when it starts: its organisations, their sites and their référents, from a spreadsheet (CSV, XLSX). Columns
 * matched, rows shown with what each will give, recorded through the door of {@code structures}, and undone as a whole.
 */
package fr.jalon.echanges.reprise;
