/**
 * Agents, roles and perimeters; who am I; what PostgreSQL lets me see.
 * Every read happens in a transaction whose connection knows the agent's perimeter.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.habilitations;
