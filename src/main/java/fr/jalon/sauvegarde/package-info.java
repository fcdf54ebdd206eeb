/**
 * A copy of everything an instance holds, in one encrypted file, and the way back: every table as PostgreSQL copies it, inside one transaction
 * that sees one instant, the sequences, the history of the migrations, and the files kept beside the database. The key is never in it.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.sauvegarde;
