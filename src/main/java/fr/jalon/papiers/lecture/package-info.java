/** What is read of the papers of a person. */
@org.springframework.modulith.NamedInterface("lecture")
package fr.jalon.papiers.lecture;
