/**
 * The work of whoever follows persons: the contacts with them, what is to be done for each and when, her day. Rooms below bring their steps
 * ({@code allocataires.PanneauDossier}); none is known here by name.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.accompagnement;
