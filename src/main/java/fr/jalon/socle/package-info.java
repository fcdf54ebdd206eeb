/**
 * Values of the trade that every room uses: NIR, refusals, encryption. No rule, no Spring.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package fr.jalon.socle;
