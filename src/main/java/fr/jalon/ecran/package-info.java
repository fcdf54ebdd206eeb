/**
 * The shell of every screen: the layout, the menu by resource, the guide, messages, pagination, French formats, spreadsheets, error pages.
 * It knows no trade and no other room: the rooms bring their entries ({@link fr.jalon.ecran.EntreeDeMenu}), and {@code habilitations}
 * says who is looking ({@link fr.jalon.ecran.Regard}).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "socle")
package fr.jalon.ecran;
