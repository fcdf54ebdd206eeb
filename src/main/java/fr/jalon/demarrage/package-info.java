/**
 * From the command line to a running PostgreSQL: the technical room that finds or starts the database, reads the
 * command of the terminal and starts Spring for it. It knows no rule of the RSA and no other module.
 */
@ApplicationModule(displayName = "Démarrage")
package fr.jalon.demarrage;

import org.springframework.modulith.ApplicationModule;
