/**
 * The entry diagnostic of a person (national criteria) and the pathway it recommends, with its reasons: named rules kept as dated data.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.diagnostic;
