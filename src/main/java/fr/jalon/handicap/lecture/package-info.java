/** What is read of the disability files. */
@org.springframework.modulith.NamedInterface("lecture")
package fr.jalon.handicap.lecture;
