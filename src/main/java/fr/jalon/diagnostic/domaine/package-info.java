/** Criteria, questions and named rules that lead to a recommendation. Nothing here knows Spring or the database. */
@org.springframework.modulith.NamedInterface("domaine")
package fr.jalon.diagnostic.domaine;
