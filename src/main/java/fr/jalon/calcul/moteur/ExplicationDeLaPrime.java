package fr.jalon.calcul.moteur;

import static fr.jalon.calcul.moteur.Francais.euros;
import static fr.jalon.calcul.moteur.Francais.mois;
import static fr.jalon.calcul.moteur.Francais.pourcent;

import fr.jalon.calcul.Argent;
import fr.jalon.calcul.Divergence.Fiabilite;
import fr.jalon.calcul.Etape;
import java.util.List;

/** Tells the prime d'activité step by step, after the RSA. */
final class ExplicationDeLaPrime {
  private static final int TRIMESTRE = 3;
  private final CalculPrime prime;
  private final CalculRsa rsa;
  private final List<Etape> etapes;

  ExplicationDeLaPrime(Calcul calcul, List<Etape> etapes) {
    prime = calcul.prime();
    rsa = calcul.rsa();
    this.etapes = etapes;
  }

  void ecrire() {
    if (!prime.ouverte) {
      dire("ppa.montant", "Prime d'activité", 0L, "Personne n'a travaillé pendant les mois de référence : il n'y a pas de prime d'activité.",
          "L. 842-1 et L. 842-3 CSS");
      return;
    }
    for (int i = 0; i < TRIMESTRE; i++) {
      unMois(prime.mois(i));
    }
    dire("ppa.moyenne", "Moyenne des trois mois", prime.moyenne, "La moyenne des trois mois est de %s.".formatted(euros(prime.moyenne)),
        "L. 842-3 et R. 843-1 CSS");
    String versement = prime.montant > 0 ? "La prime d'activité est de %s par mois.".formatted(euros(prime.montant))
        : prime.moyenne > 0 ? "La prime serait de %s : en dessous de %s, elle n'est pas versée.".formatted(euros(prime.moyenne),
        euros(rsa.situation.bareme.minimumPrime))
            : "Les revenus ne laissent pas de prime d'activité.";
    dire("ppa.montant", "Prime d'activité", prime.montant, versement, "D. 846-2 CSS");
  }

  private void unMois(MoisDePrime m) {
    Bareme b = m.situation.bareme;
    String quand = mois(m.situation.mois);
    String cle = "ppa." + fr.jalon.calcul.Mois.de(m.situation.mois) + ".";
    if (!m.ouverte) {
      dire(cle + "montant", quand, 0L, "En %s, personne dans le foyer n'avait l'âge ou le droit au séjour demandés pour la prime.".formatted(quand),
          "L. 842-2 CSS");
      return;
    }
    dire(cle + "forfait", "Montant du foyer en " + quand, m.forfait,
        "En %s, le montant de la prime pour ce foyer part de %s (%s pour une personne seule).".formatted(quand,
        euros(m.forfait), euros(b.prime)), "L. 842-3 CSS ; " + Baremes.connus().lire("ppa.montant_forfaitaire", b.mois).source());
    if (m.activite > 0) {
      dire(cle + "activite", "Part du travail", m.activiteGardee,
          "Le travail a rapporté %s : %s en sont ajoutés, soit %s.".formatted(euros(m.activite), pourcent(b.pente),
          euros(m.activiteGardee)), "D. 843-3 CSS");
    }
    if (m.bonifications > 0) {
      dire(cle + "bonification", "Bonification", m.bonifications,
          "Qui gagne plus de %s dans le mois a une bonification : %s.".formatted(euros(b.seuilBonification),
          euros(m.bonifications)), "L. 842-3 et D. 843-2 CSS");
    }
    long ressources = m.activite + m.horsActivite + m.forfaitLogement;
    dire(cle + "ressources", "Ressources retirées", -Math.max(ressources, m.forfait), ressources > m.forfait
        ? "Toutes les ressources sont retirées : travail %s, autres %s, logement %s.".formatted(euros(m.activite), euros(m.horsActivite),
        euros(m.forfaitLogement))
        : "Les ressources (%s) sont sous le montant du foyer, que le RSA complète : ce montant est retiré.".formatted(euros(ressources)),
        "L. 842-3 CSS");
    dire(cle + "montant", "Prime pour " + quand, m.montant, "Pour %s, cela donne %s.".formatted(quand, euros(m.montant)), "L. 842-3 CSS");
  }

  private void dire(String cle, String libelle, Long somme, String phrase, String article) {
    etapes.add(new Etape(cle, libelle, Argent.euros(somme), phrase, article, Fiabilite.H));
  }
}
