/**
 * The exact calculation of the RSA and of the prime d'activité: a household and a month in, the amounts and every step out. Pure Java,
 * without Spring nor database; usable alone.
 *
 * <pre>{@code
 * Menage menage = Menage.de(Personne.nee("1990-05-12").constant(Revenu.SALAIRE_NET, "2026-01", "2026-06", "400").faite());
 * Resultat r = CalculDuDroit.enVigueur().calculer(menage, YearMonth.of(2026, 6));
 * r.rsa();        // 651.69 - 78.20… : no housing benefit, so 651.69 - 400 = 251.69
 * r.prime();
 * CalculDuDroit.enVigueur().expliquer(menage, YearMonth.of(2026, 6)).forEach(e -> System.out.println(e.phrase()));
 * }</pre>
 *
 * The law in force is the default; each departure from the public model is a {@link fr.jalon.calcul.Divergence}, and
 * {@link fr.jalon.calcul.CalculDuDroit#conformeOpenfisca()} switches them all off. Figures of the texts are in {@code calcul/baremes.yaml},
 * dated, with their decree and confidence.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.calcul;
