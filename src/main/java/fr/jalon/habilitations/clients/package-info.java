/** The applications of partners: who they are, their secrets, what the administration does on them. */
@org.springframework.modulith.NamedInterface("clients")
package fr.jalon.habilitations.clients;
