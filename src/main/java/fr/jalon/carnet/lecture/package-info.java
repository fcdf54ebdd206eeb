/** What is read of the shared notebook. */
@org.springframework.modulith.NamedInterface("lecture")
package fr.jalon.carnet.lecture;
