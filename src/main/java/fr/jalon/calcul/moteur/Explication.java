package fr.jalon.calcul.moteur;

import static fr.jalon.calcul.moteur.Francais.euros;
import static fr.jalon.calcul.moteur.Francais.mois;
import static fr.jalon.calcul.moteur.Francais.nombre;
import static fr.jalon.calcul.moteur.Francais.taux;

import fr.jalon.calcul.Argent;
import fr.jalon.calcul.Divergence.Fiabilite;
import fr.jalon.calcul.Etape;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.Personne;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Tells the RSA step by step, then the prime d'activité. Built only when asked. */
public final class Explication {
  private final List<Etape> etapes = new ArrayList<>();
  private final Calcul calcul;
  private final CalculRsa rsa;
  private final Situation situation;
  private final Menage menage;

  private Explication(Calcul calcul) {
    this.calcul = calcul;
    rsa = calcul.rsa();
    situation = rsa.situation;
    menage = calcul.menage();
  }

  /** Steps of the RSA then of the prime d'activité, in the order they are told. */
  public static List<Etape> de(Calcul calcul) {
    Explication e = new Explication(calcul);
    e.reference();
    e.forfait();
    e.logement();
    e.prestations();
    e.personnes();
    e.montant();
    new ExplicationDeLaPrime(calcul, e.etapes).ecrire();
    return List.copyOf(e.etapes);
  }

  private void reference() {
    int premier = calcul.prime().premierMois;
    dire("rsa.mois_de_reference", "Mois de référence", null,
        "Pour %s, on regarde les ressources de trois mois : %s, %s et %s.".formatted(mois(calcul.mois()), mois(premier),
        mois(premier + 1), mois(premier + 2)), MoisDeReference.source(calcul.mois(), menage), Fiabilite.H);
  }

  private void forfait() {
    Bareme b = situation.bareme;
    dire("rsa.montant_forfaitaire", "Montant d'une personne seule", b.rsa, "En %s, le montant du RSA pour une personne seule est de %s par mois."
        .formatted(mois(calcul.mois()), euros(b.rsa)), "L. 262-2 CASF ; " + Baremes.connus().lire("rsa.montant_forfaitaire", b.mois)
        .source(), Fiabilite.H);
    String foyer = nombre(situation.adultesComptes, "adulte") + (situation.enfants > 0 ? " et " + nombre(situation.enfants, "enfant") : "");
    if (rsa.ouvert) {
      dire("rsa.socle", "Montant pour le foyer", rsa.socle, "Le foyer compte %s : ce montant est multiplié par %s, ce qui donne %s."
          .formatted(foyer, taux(rapport(rsa.socle, b.rsa)), euros(rsa.socle)), "R. 262-1 CASF", Fiabilite.H);
    } else {
      dire("rsa.socle", "Montant pour le foyer", 0L,
          "Le RSA ordinaire n'est pas ouvert : aucun adulte du foyer ne remplit toutes les conditions (%d ans, ou un enfant, "
          .concat("ou assez d'heures de travail ; ne pas être étudiant ; le droit au séjour).").formatted(b.ageMinimum),
          "L. 262-4, L. 262-7-1 CASF", Fiabilite.H);
    }
    if (rsa.majore()) {
      dire("rsa.socle_majore", "Montant majoré", rsa.socleMajore,
          "La personne est seule avec un enfant ou en attend un : le montant est majoré à %s.".formatted(euros(rsa.socleMajore)),
          "L. 262-9, R. 262-2 CASF", Fiabilite.H);
    }
    if (situation.adultesComptes < menage.adultes().size()) {
      dire("rsa.conjoint", "Conjoint non compté", null,
          "Le conjoint n'a pas encore le droit au séjour demandé : il n'est pas compté dans le foyer, mais ses ressources le sont.",
          "L. 262-5 CASF", Fiabilite.M);
    }
  }

  private void logement() {
    if (rsa.forfaitLogement == 0) {
      dire("rsa.forfait_logement", "Forfait logement", 0L,
          "Il n'y a pas d'aide au logement et le logement est à payer : rien n'est retiré pour le logement.", "R. 262-9 CASF", Fiabilite.H);
    } else if (menage.logement().sansDepense()) {
      dire("rsa.forfait_logement", "Forfait logement", -rsa.forfaitLogement,
          "Le logement ne coûte rien : un forfait de %s est retiré.".formatted(euros(rsa.forfaitLogement)), "R. 262-9 CASF", Fiabilite.H);
    } else {
      dire("rsa.forfait_logement", "Forfait logement", -rsa.forfaitLogement,
          "Le foyer reçoit une aide au logement : %s sont retirés (l'aide, ou le forfait si elle le dépasse)."
          .formatted(euros(rsa.forfaitLogement)), "R. 262-10 CASF", Fiabilite.H);
    }
  }

  private void prestations() {
    if (rsa.prestationsFamiliales > 0) {
      dire("rsa.prestations_familiales", "Prestations familiales", -rsa.prestationsFamiliales,
          "Les prestations familiales du mois comptent pour %s%s.".formatted(euros(rsa.prestationsFamiliales),
              rsa.forfaitAsf > 0 ? ", dont %s de soutien familial".formatted(euros(rsa.forfaitAsf)) : ""),
              "R. 262-10-1 et R. 262-11 CASF", Fiabilite.H);
    }
    if (rsa.minima > 0) {
      dire("rsa.minima", "Autres minima sociaux", -rsa.minima, "L'AAH et l'ASS du foyer font %s par mois en moyenne.".formatted(euros(rsa.minima)),
          "R. 262-6 CASF", Fiabilite.H);
    }
  }

  private void personnes() {
    int adultes = menage.adultes().size();
    for (int i = 0; i < adultes + menage.enfants().size(); i++) {
      Personne p = i < adultes ? menage.adultes().get(i) : menage.enfants().get(i - adultes);
      String qui = i < adultes ? "Adulte " + (i + 1) : "Enfant " + (i - adultes + 1);
      if (i >= adultes && !rsa.aCharge(i - adultes)) {
        dire("rsa.enfant_non_compte." + (i - adultes), qui + " non compté", null,
            "%s ne compte pas dans le foyer : à %d ans, avec un salaire qui fait vivre ou avec des ressources à soi, un enfant sort du foyer.".formatted(qui, situation.bareme.ageEnfant), "R. 262-3 CASF", Fiabilite.H);
        continue;
      }
      String cle = (i < adultes ? "adulte." + i : "enfant." + (i - adultes));
      if (rsa.activite(i) > 0) {
        dire("rsa.activite." + cle, qui + " : travail", -rsa.activite(i),
            "%s a gagné par son travail %s par mois en moyenne.".formatted(qui, euros(rsa.activite(i))), "R. 262-7 CASF", Fiabilite.H);
      }
      if (rsa.autres(i) > 0) {
        dire("rsa.autres." + cle, qui + " : autres ressources", -rsa.autres(i),
            "%s a eu d'autres ressources : %s par mois en moyenne.".formatted(qui, euros(rsa.autres(i))), "R. 262-7 et R. 132-1 CASF", Fiabilite.H);
      }
      for (int n = 0; n < p.nombreDeRevenus(); n++) {
        neutralisation(p, n, qui, cle);
      }
    }
  }

  private void neutralisation(Personne p, int rang, String qui, String cle) {
    switch (p.nature(rang).sorte()) {
      case ACTIVITE, CHIFFRE_D_AFFAIRES, REMPLACEMENT -> {
        if (situation.ressources.neutralise(p, p.nature(rang))) {
          dire("rsa.neutralise." + cle + "." + p.nature(rang).nom(), qui + " : revenu arrêté", null,
              "%s ne reçoit plus « %s » et rien ne le remplace : ce revenu n'est plus compté."
              .formatted(qui, p.nature(rang).libelle()), "R. 262-13 CASF", Fiabilite.M);
        }
      }
      default -> { }
    }
  }

  private void montant() {
    long forfait = Math.max(rsa.socle, rsa.socleMajore);
    dire("rsa.base_ressources", "Total des ressources", -rsa.baseRessources,
        "En tout, les ressources comptées font %s.".formatted(euros(rsa.baseRessources)), "R. 262-6 CASF", Fiabilite.H);
    dire("rsa.theorique", "Montant avant le minimum", rsa.theorique,
        "%s moins %s de logement moins %s de ressources : %s.".formatted(euros(forfait), euros(rsa.forfaitLogement),
        euros(rsa.baseRessources), rsa.theorique < 0 ? "il ne reste rien, les ressources dépassent de " + euros(-rsa.theorique) : "il reste "
        + euros(rsa.theorique)), "L. 262-2 CASF", Fiabilite.H);
    String versement = rsa.montant > 0 ? "Le RSA est de %s par mois.".formatted(euros(rsa.montant))
        : rsa.theorique > 0 ? "Le RSA serait de %s : en dessous de %s, il n'est pas versé.".formatted(euros(rsa.theorique),
        euros(situation.bareme.minimumRsa))
            : "Les ressources dépassent le montant du foyer : il n'y a pas de RSA ce mois-ci.";
    dire("rsa.montant", "RSA", rsa.montant, rsa.ouvert || rsa.majore() ? versement : "Il n'y a pas de RSA.", "R. 262-39 CASF", Fiabilite.H);
  }

  private static long rapport(long somme, long un) {
    return BigDecimal.valueOf(somme).multiply(BigDecimal.valueOf(Argent.TAUX))
        .divide(BigDecimal.valueOf(un), 0, java.math.RoundingMode.HALF_UP).longValueExact();
  }

  private void dire(String cle, String libelle, Long somme, String phrase, String article, Fiabilite fiabilite) {
    etapes.add(new Etape(cle, libelle, somme == null ? null : Argent.euros(somme), phrase, article, fiabilite));
  }
}
