/** What is read of exits and calls: one query and one record a list. */
@org.springframework.modulith.NamedInterface("lecture")
package fr.jalon.sorties.lecture;
