/**
 * Meeting the persons: places, sessions of information collective, who is convoked, what she answers, whether she came.
 * Knows nothing of the orientation, which asks it for convocations.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.rendezvous;
