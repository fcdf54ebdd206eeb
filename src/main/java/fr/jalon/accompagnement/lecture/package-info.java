/** What the pages of the follow-up read. */
@org.springframework.modulith.NamedInterface("lecture")
package fr.jalon.accompagnement.lecture;
