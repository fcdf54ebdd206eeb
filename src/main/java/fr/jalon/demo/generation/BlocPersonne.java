package fr.jalon.demo.generation;

import fr.jalon.demo.generation.Humain.Activite;
import fr.jalon.demo.generation.Humain.Revenu;
import java.time.LocalDate;

/** Writes one {@code Personne} block: who she is, her place in the foyer, her resources, her activity. */
final class BlocPersonne {
  private final FluxXml xml;
  private final CalculDesMontants calcul;

  BlocPersonne(FluxXml xml, CalculDesMontants calcul) {
    this.xml = xml;
    this.calcul = calcul;
  }

  void ecrire(Dossier dossier, Dossier.Membre membre, LocalDate date) {
    Humain humain = membre.humain();
    xml.ouvrir("Personne");
    identifier(xml, humain, date);
    rattacher(xml, dossier, membre);
    prestation("PFA", membre);
    prestation("RSA", membre);
    if (!membre.adulte()) {
      Humain parent = dossier.demandeur();
      xml.ouvrir("Rattachement").valeur("NOMNAI", parent.nomNaissance).valeur("PRENOM", parent.prenom).valeur("DTNAI", parent.naissance)
          .valeur("TYPEPAR", "NAT").fermer().fermer().ligne();
      return;
    }
    xml.ouvrir("DossierPoleEmploi").valeur("IDASSEDIC", humain.identifiantFt).fermer().ligne();
    ressources(dossier, humain, date);
    int moyenne = CalculDesMontants.moyenne(dossier, humain, date, false);
    xml.ouvrir("MontantCalculDroitRSAPersonne").drapeau("TOPPERSDRODEVORSA", calcul.soumis(dossier, humain, date));
    if (moyenne > 0) {
      xml.montant("MTPERSRESSMENRSA", moyenne);
    }
    xml.fermer();
    activites(humain, date);
    if (humain.termeAu(date) != null) {
      LocalDate debut = humain.termeAu(date).minusMonths(9);
      xml.ouvrir("Grossesse").valeur("DDGRO", debut).valeur("DTDECLGRO", debut.plusMonths(3)).fermer();
    }
    Activite activite = humain.activiteAu(date);
    if (activite != null && activite.code().equals("EXP")) {
      xml.ouvrir("InformationsAgricoles").montant("MTBENAGRI", 12L * moyenne).valeur("REGFISAGRI", "F")
          .valeur("DTBENAGRI", date.withDayOfYear(1).minusDays(1)).fermer();
    } else if (activite != null && activite.code().equals("ETI")) {
      xml.ouvrir("AvisPCGPersonne").ouvrir("ConditionETI").valeur("AVISEVARESSNONSAL", "A").valeur("DTSOURESSNONSAL", dossier.demande)
          .valeur("DTEVARESSNONSAL", dossier.demande.plusDays(30)).montant("MTEVARESSNONSAL", moyenne).fermer().fermer();
    }
    xml.fermer().ligne();
  }

  static void identifier(FluxXml xml, Humain humain, LocalDate date) {
    xml.ouvrir("Identification").valeur("QUAL", humain.civiliteAu(date)).valeur("NOM", humain.nomAu(date))
        .valeur("NOMNAI", humain.nomNaissance).valeur("PRENOM", humain.prenom).valeur("PRENOM2", humain.prenom2)
        .valeur("NOMCOMNAI", humain.lieuNaissance).valeur("DTNAI", humain.naissance).valeur("RGNAI", "1").valeur("TYPEDTNAI", "N")
        .valeur("NIR", humain.nirEcritAu(date)).drapeau("TOPVALIEC", !humain.nirProvisoire())
        .valeur("SEXE", String.valueOf(humain.sexe)).fermer();
  }

  static void rattacher(FluxXml xml, Dossier dossier, Dossier.Membre membre) {
    xml.ouvrir("DossierCAF").drapeau("TOPRESPDOS", membre.role().equals("DEM"))
        .valeur("DDRATDOS", membre.du()).valeur("NUMDEMRSAPRECE", membre.role().equals("DEM") ? dossier.numeroPrecedent : null).fermer();
  }

  private void prestation(String nature, Dossier.Membre membre) {
    xml.ouvrir("Prestations").valeur("NATPREST", nature).valeur("ROLEPERS", membre.role())
        .drapeau("TOPCHAPERS", nature.equals("RSA") || !membre.adulte()).fermer();
  }

  /** The reference months of the quarter of the rights; only for those who have an income, as the others change nothing from month to month. */
  private void ressources(Dossier dossier, Humain humain, LocalDate date) {
    if (humain.revenus.isEmpty()) {
      return;
    }
    LocalDate debut = CalculDesMontants.debutDeReference(dossier, date);
    boolean nulles = CalculDesMontants.moyenne(dossier, humain, date, false) == 0;
    xml.ouvrir("Ressources").ouvrir("GeneraliteRessourcesTrimestre").drapeau("TOPRESSNUL", nulles).valeur("DDRESS", debut)
        .valeur("DFRESS", debut.plusMonths(3).minusDays(1)).fermer();
    for (LocalDate mois = debut; !nulles && mois.isBefore(debut.plusMonths(3)); mois = mois.plusMonths(1)) {
      boolean ouvert = false;
      for (Revenu revenu : humain.revenus) {
        if (revenu.verseEn(mois)) {
          if (!ouvert) {
            mois(mois, revenu);
            ouvert = true;
          }
          xml.ouvrir("DetailRessourcesMensuelles").valeur("NATRESS", revenu.nature()).montant("MTNATRESSMEN", revenu.centimes()).fermer();
        }
      }
      if (ouvert) {
        xml.fermer();
      }
    }
    xml.fermer().ligne();
  }

  private void mois(LocalDate mois, Revenu revenu) {
    xml.ouvrir("RessourcesMensuelles").ouvrir("GeneraliteRessourcesMensuelles").valeur("MOISRESS", mois)
        .nombre("NBHEUMENTRA", revenu.nature().equals("001") ? revenu.centimes() / 925 : 0, 3).fermer();
  }

  private void activites(Humain humain, LocalDate date) {
    for (Activite activite : humain.activites) {
      if (!activite.du().isAfter(date)) {
        boolean finie = activite.au() != null && !activite.au().isAfter(date);
        xml.ouvrir("Activite").valeur("REG", activite.regime()).valeur("ACT", activite.code()).valeur("DDACT", activite.du())
            .valeur("DFACT", finie ? activite.au() : null).valeur("NATCONTRTRA", activite.contrat()).fermer();
      }
    }
  }
}
