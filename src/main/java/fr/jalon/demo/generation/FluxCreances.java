package fr.jalon.demo.generation;

import fr.jalon.demo.generation.Indus.Indu;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/** Writes a VRSC0201 file: the claims that a payer hands over to the Département. */
final class FluxCreances {
  private FluxCreances() {}

  static void ecrire(OutputStream sortie, EnTete enTete, List<Indu> transferes) {
    try (FluxXml xml = new FluxXml(sortie, enTete.encodage())) {
      xml.racine("vrsc0201.xsd");
      enTete.ecrire(xml, true);
      transferes.forEach(indu -> creance(xml, enTete, indu));
      xml.ouvrir("TransmissionFlux").nombre("NBTOTDOSRSATRANSM", transferes.size(), 8).nombre("NBTOTDOSRSATRANSMANO", 0, 8).fermer().ligne();
    }
  }

  private static void creance(FluxXml xml, EnTete enTete, Indu indu) {
    Dossier dossier = indu.dossier();
    LocalDate date = enTete.reference();
    xml.ouvrir("InfosCreanceFoyerRSA").ligne().ouvrir("IdentificationRSA");
    enTete.identifier(xml, dossier);
    xml.fermer().ligne();
    xml.ouvrir("Personne");
    BlocPersonne.identifier(xml, dossier.demandeur(), date);
    BlocPersonne.rattacher(xml, dossier, dossier.membres.getFirst());
    xml.fermer().ligne();
    xml.ouvrir("DonneesAdministratives");
    BlocAdresse.presente(xml, dossier, date);
    xml.fermer().ligne();
    LocalDate mois = indu.constate().withDayOfMonth(1);
    xml.ouvrir("Creance").ouvrir("CreancesTransferees").ouvrir("IdentificationCreance").valeur("DTIMPLCRE", indu.constate().minusDays(12))
        .valeur("NATCRE", indu.nature()).valeur("RGCRE", indu.rang()).fermer();
    xml.ouvrir("DetailCreance").valeur("MOISMOUCOMPTA", indu.suiteLe().withDayOfMonth(1)).valeur("MOTIINDU", indu.motif())
        .valeur("ORIINDU", "50").valeur("RESPINDU", "60").valeur("DDREGUCRE", mois.minusMonths(6))
        .valeur("DFREGUCRE", mois.minusDays(1)).valeur("DTDERCREDCRETRANS", indu.suiteLe().minusDays(5))
        .montant("MTSOLREELCRETRANS", indu.solde()).montant("MTINICRE", indu.centimes()).fermer().fermer().fermer().fermer().ligne();
  }
}
