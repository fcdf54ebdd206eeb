/** What one can read of the orientation: who waits, where a person stands. */
@org.springframework.modulith.NamedInterface("lecture")
package fr.jalon.orientation.lecture;
