/**
 * Benches: how fast and how small, measured in one run on the machine at hand and compared with a floor. They work on data of their
 * own and never on an instance in use.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.bancs;
