/** Accounts of agents: who may create, change, close them. */
@org.springframework.modulith.NamedInterface("comptes")
package fr.jalon.habilitations.comptes;
