/**
 * What a person may ask about her data, and how long it is kept: a copy of all that is held, a correction, an objection, and the purge when the
 * time is over. Each room answers through {@code allocataires.DonneesDeLaPersonne}.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.donnees;
