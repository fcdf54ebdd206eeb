/**
 * The right amount, for agents: what a job brings to a household (Simuler), what the RSA of a foyer should be according to the file (Vérifier
 * un droit), and the aide au poste of the CDDI. All amounts come from {@code calcul}; nothing of a simulation is stored.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.justedroit;
