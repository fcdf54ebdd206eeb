/**
 * From the new entrant to the référent: who must be oriented and until when, the orientation notified, the follow-up that stems from it.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.orientation;
