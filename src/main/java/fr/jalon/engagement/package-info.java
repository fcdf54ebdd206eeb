/**
 * The contrat d'engagement of a person (L. 5411-6 code du travail): what she and her référent each undertake, prepared from her diagnostic, signed
 * by both, changed by versions, renewed, ended; and the hours a week that it plans. What others may ask is here.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.engagement;
