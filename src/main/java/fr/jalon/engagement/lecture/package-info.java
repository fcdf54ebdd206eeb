/** What the screens read of contracts, one query each. */
@org.springframework.modulith.NamedInterface("lecture")
package fr.jalon.engagement.lecture;
