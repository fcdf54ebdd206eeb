package fr.jalon.demo.generation;

import fr.jalon.demo.generation.Indus.Indu;
import fr.jalon.demo.generation.Indus.Suite;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a VRSF0501 file: what one payer asks the Département for a month. Totals agree with the details: the final total adds the lines
 * whose sense is AJ and takes off those whose sense is DE.
 */
final class FluxFinancier {
  private static final Map<String, String[]> GROUPES = new LinkedHashMap<>();

  static {
    // group in the claim, its detail, its total
    GROUPES.put("AL", new String[] {"AllocationsComptabilisees", "DetailAllocationComptabilisée", "TotalAllocationsComptabilisees"});
    GROUPES.put("IC", new String[] {"IndusConstates", "DetailInduConstate", "TotalIndusConstates"});
    GROUPES.put("IT", new String[] {"IndusTransferesCG", "DetailnduTransfereCG", "TotalIndusTransferésCG"});
    GROUPES.put("RI", new String[] {"RemisesIndus", "DetailRemiseIndu", "TotalRemisesIndus"});
    GROUPES.put("AF", new String[] {"AnnulationsFaibleMontant", "DetailAnnulationFaibleMontant", "TotalAnnulationsIndus"});
    GROUPES.put("AA", new String[] {"AutresAnnulations", "DetailAutreAnnulation", "TotalAnnulationsIndus"});
  }

  private final CalculDesMontants calcul;

  private record Mouvement(String groupe, String nature, String rang, String operation, String sens, int centimes, boolean majore,
      LocalDate regularisation) {}

  /** Sums of a group: socle, majoré. */
  private static final class Total {
    long socle;
    long majore;

    void ajouter(Mouvement m, int signe) {
      socle += m.majore() ? 0 : (long) signe * m.centimes();
      majore += m.majore() ? (long) signe * m.centimes() : 0;
    }
  }

  FluxFinancier(CalculDesMontants calcul) {
    this.calcul = calcul;
  }

  /** @param indus those of this payer */
  void ecrire(OutputStream sortie, EnTete enTete, List<Dossier> dossiers, List<Indu> indus) {
    Map<Dossier, List<Mouvement>> parDossier = new LinkedHashMap<>();
    for (Dossier dossier : dossiers) {
      for (CalculDesMontants.Paiement p : calcul.paiements(dossier, enTete.reference())) {
        parDossier.computeIfAbsent(dossier, _ -> new ArrayList<>(2)).add(new Mouvement("AL", p.majore() ? "RSI" : "RSD", "001",
            p.operation(), "AJ", p.centimes(), p.majore(), p.operation().equals("PRA") ? p.mois() : null));
      }
    }
    for (Indu indu : indus) {
      if (indu.constate().equals(enTete.reference())) {
        ajouter(parDossier, indu, "IC", "CIC", "DE", indu.centimes());
      }
      if (enTete.reference().equals(indu.suiteLe())) {
        suite(parDossier, indu);
      }
    }
    Map<String, Total> totaux = new LinkedHashMap<>();
    GROUPES.values().forEach(g -> totaux.put(g[2], new Total()));
    totaux.put("MontantTotalAcompte", new Total());
    try (FluxXml xml = new FluxXml(sortie, enTete.encodage())) {
      xml.racine("vrsf0501.xsd");
      enTete.ecrire(xml, true);
      parDossier.forEach((dossier, mouvements) -> dossier(xml, enTete, dossier, mouvements, totaux));
      totaux(xml, totaux);
      xml.ouvrir("TransmissionFlux").nombre("NBTOTDOSRSATRANSM", parDossier.size(), 8).nombre("NBTOTDOSRSATRANSMANO", 0, 8).fermer().ligne();
    }
  }

  private static void suite(Map<Dossier, List<Mouvement>> parDossier, Indu indu) {
    switch (indu.suite()) {
      case TRANSFERE -> ajouter(parDossier, indu, "IT", "CCP", "AJ", indu.solde());
      case REMIS -> ajouter(parDossier, indu, "RI", "CRG", "AJ", indu.solde());
      case FAIBLE_MONTANT -> ajouter(parDossier, indu, "AF", "CAF", "AJ", indu.centimes());
      case AUTRE_ANNULATION -> ajouter(parDossier, indu, "AA", "CEX", "AJ", indu.solde());
      case EN_COURS -> { }
    }
  }

  private static void ajouter(Map<Dossier, List<Mouvement>> parDossier, Indu indu, String groupe, String operation, String sens,
      int centimes) {
    String nature = indu.suite() == Suite.TRANSFERE && groupe.equals("IT") ? indu.majore() ? "ITL" : "ITK" : indu.nature();
    parDossier.computeIfAbsent(indu.dossier(), _ -> new ArrayList<>(2))
        .add(new Mouvement(groupe, nature, indu.rang(), operation, sens, centimes, indu.majore(), null));
  }

  private void dossier(FluxXml xml, EnTete enTete, Dossier dossier, List<Mouvement> mouvements, Map<String, Total> totaux) {
    LocalDate date = enTete.reference();
    xml.ouvrir("InfosFinancieresFoyerRSA").ligne().ouvrir("IdentificationRSA");
    enTete.identifier(xml, dossier);
    xml.fermer().ligne();
    xml.ouvrir("Personne");
    BlocPersonne.identifier(xml, dossier.demandeur(), date);
    BlocPersonne.rattacher(xml, dossier, dossier.membres.getFirst());
    xml.fermer().ligne();
    xml.ouvrir("DonneesAdministratives");
    BlocAdresse.presente(xml, dossier, date);
    xml.fermer().ligne();
    xml.ouvrir("AcompteRSA").ouvrir("GeneraliteAcompteRSA").valeur("MOISMOUCOMPTA", date.withDayOfMonth(1)).fermer()
        .ouvrir("DetailAcompteRSA");
    int numero = 1;
    for (Map.Entry<String, String[]> groupe : GROUPES.entrySet()) {
      List<Mouvement> siens = mouvements.stream().filter(m -> m.groupe().equals(groupe.getKey())).toList();
      if (siens.isEmpty()) {
        continue;
      }
      xml.ouvrir(groupe.getValue()[0]);
      for (Mouvement m : siens) {
        xml.ouvrir(groupe.getValue()[1]).valeur("NATPFCRE", m.nature()).valeur("RGCRE", m.rang()).nombre("NUMINTMOUCOMPTA", numero++, 7)
            .valeur("TYPEOPECOMPTA", m.operation()).valeur("SENSOPECOMPTA", m.sens()).montant("MTMOUCOMPTA", m.centimes())
            .valeur("DDREGU", m.regularisation()).valeur("DTTRAIMOUCOMPTA", date.plusDays(3)).valeur("HEUTRAIMOUCOMPTA", "02:00:00").fermer();
        totaux.get(groupe.getValue()[2]).ajouter(m, 1);
        totaux.get("MontantTotalAcompte").ajouter(m, m.sens().equals("AJ") ? 1 : -1);
      }
      xml.fermer();
    }
    xml.fermer().fermer().fermer().ligne();
  }

  private static void totaux(FluxXml xml, Map<String, Total> totaux) {
    xml.ouvrir("TotalisationAcompte").ligne();
    totaux.forEach((balise, total) -> xml.ouvrir(balise).valeur("MTTOTSOCLRSA", FluxXml.montant(total.socle, 10))
        .valeur("MTTOTSOCLMAJORSA", FluxXml.montant(total.majore, 10)).valeur("MTTOTLOCALRSA", FluxXml.montant(0, 10))
        .valeur("MTTOTRSA", FluxXml.montant(total.socle + total.majore, 10)).fermer().ligne());
    xml.fermer().ligne();
  }
}
