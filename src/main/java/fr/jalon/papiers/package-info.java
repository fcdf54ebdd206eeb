/**
 * The papers of a person: what she showed once, until when it is good, whether a copy is kept and for how long, what is awaited from her. Nobody asks
 * twice for a paper that is still good.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.papiers;
