/** Reads a spreadsheet whose author is not trusted: CSV or XLSX in, rows of texts out, or a sentence (decision 0010). */
package fr.jalon.echanges.tableur.lecture;
