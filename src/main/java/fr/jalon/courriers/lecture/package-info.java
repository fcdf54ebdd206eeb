/** Lists of messages and batches: one query, one record each. */
@org.springframework.modulith.NamedInterface("lecture")
package fr.jalon.courriers.lecture;
