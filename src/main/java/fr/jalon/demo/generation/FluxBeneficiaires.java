package fr.jalon.demo.generation;

import fr.jalon.demo.generation.Dossier.Etat;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Writes a VRSB0801 file: the claims as they are at the reference date. */
final class FluxBeneficiaires {
  private final CalculDesMontants calcul;

  /**
   * A claim in a file.
   *
   * @param faits         what happened, written as {@code Evenement} in daily files
   * @param substitutions values replaced on purpose, by tag
   */
  record Ligne(Dossier dossier, List<Dossier.Fait> faits, Map<String, String> substitutions) {}

  FluxBeneficiaires(CalculDesMontants calcul) {
    this.calcul = calcul;
  }

  /** @param ecart added to the announced total, 0 for an honest file */
  void ecrire(OutputStream sortie, EnTete enTete, List<Ligne> lignes, int ecart) {
    try (FluxXml xml = new FluxXml(sortie, enTete.encodage())) {
      xml.racine("vrsb0801.xsd");
      enTete.ecrire(xml, true);
      BlocPersonne personnes = new BlocPersonne(xml, calcul);
      for (Ligne ligne : lignes) {
        xml.substituer(ligne.substitutions());
        dossier(xml, personnes, enTete, ligne);
        xml.substituer(Map.of());
      }
      xml.ouvrir("TransmissionFlux").nombre("NBTOTDOSRSATRANSM", lignes.size() + ecart, 8).nombre("NBTOTDOSRSATRANSMANO", 0, 8).fermer();
      xml.ligne();
    }
  }

  private void dossier(FluxXml xml, BlocPersonne personnes, EnTete enTete, Ligne ligne) {
    Dossier dossier = ligne.dossier();
    LocalDate date = enTete.reference();
    xml.ouvrir("InfosFoyerRSA").ligne().ouvrir("IdentificationRSA");
    enTete.identifier(xml, dossier);
    if (dossier.demandeRmi != null) {
      xml.ouvrir("DemandeRMI").ouvrir("DateDemandeRMI").valeur("DTDEMRMI", dossier.demandeRmi).fermer().ouvrir("NumeroInstructionRMI")
          .valeur("NUMDEPINSRMI", enTete.partenaire()).valeur("TYPEINSRMI", "S").nombre("NUMCOMINSRMI", 1, 3).valeur("NUMAGRINSRMI", "01")
          .nombre("NUMDOSINSRMI", dossier.matricule % 100_000, 5).nombre("NUMCLI", 1, 3).fermer().fermer();
    }
    mutations(xml, dossier, date);
    xml.fermer().ligne();
    for (Dossier.Membre membre : dossier.membres) {
      if (membre.presentAu(date)) {
        personnes.ecrire(dossier, membre, date);
      }
    }
    Dossier.Situation situation = dossier.situationAu(date);
    xml.ouvrir("DonneesAdministratives").ouvrir("SituationFamille").valeur("SITFAM", situation.code())
        .valeur("DDSITFAM", situation.depuis()).fermer();
    BlocAdresse.ecrire(xml, dossier, date);
    xml.fermer().ligne();
    droit(xml, dossier, date);
    for (Dossier.Fait fait : ligne.faits()) {
      xml.ouvrir("Evenement").valeur("DTLIQ", fait.le()).valeur("HEULIQ", "10:00:00").valeur("FG", fait.code()).fermer();
    }
    xml.fermer().ligne();
  }

  private void mutations(FluxXml xml, Dossier dossier, LocalDate date) {
    if (dossier.arrivee != null) {
      xml.ouvrir("OrganismeCedant").valeur("FONORGCEDMUT", dossier.arrivee.fonction()).valeur("NUMORGCEDMUT", dossier.arrivee.numero())
          .nombre("MATRICULEORGCEDMUT", dossier.matricule + 4_000_000, 15).valeur("DDARRMUT", dossier.arrivee.le()).fermer();
    }
    Etat etat = dossier.etatAu(date);
    if (dossier.depart != null && (etat.code() == '5' || etat.code() == '6')) {
      xml.ouvrir("OrganismePrenant").valeur("FONORGPRENMUT", dossier.depart.fonction()).valeur("NUMORGPRENMUT", dossier.depart.numero())
          .valeur("DDDEPAMUT", dossier.depart.le()).fermer();
    }
  }

  private void droit(FluxXml xml, Dossier dossier, LocalDate date) {
    Etat etat = dossier.etatAu(date);
    xml.ouvrir("PrestationRSA").ouvrir("SituationDossierRSA").ouvrir("EtatDossierRSA").valeur("ETATDOSRSA", String.valueOf(etat.code())).fermer();
    switch (etat.code()) {
      case '1' -> xml.ouvrir("Refus").valeur("DTREFURSA", etat.effet()).valeur("MOTIREFURSA", etat.motif()).fermer();
      case '3' -> xml.ouvrir("SuspensionDroit").valeur("MOTISUSDRORSA", etat.motif()).valeur("DDSUSDRORSA", etat.effet())
          .valeur("NATGROUPFSUS", etat.motif().startsWith("G") ? "RSX" : null).fermer();
      case '4' -> xml.ouvrir("SuspensionVersement").valeur("MOTISUSVERSRSA", etat.motif()).valeur("DDSUSVERSRSA", etat.effet()).fermer();
      case '5' -> xml.ouvrir("FinDroit").valeur("MOTICLORSA", etat.motif()).valeur("DTCLORSA", etat.effet()).fermer();
      case '6' -> xml.ouvrir("FinDroitMoisAnterieur").valeur("MOTICLORSA", etat.motif()).valeur("DTCLORSA", etat.effet()).fermer();
      default -> { }
    }
    xml.fermer();
    xml.ouvrir("DetailDroitRSA").ouvrir("TroncCommunDroitRSA").drapeau("TOPSANSDOMFIXE", dossier.sansDomicile)
        .nombre("NBENFAUTCHA", dossier.enfantsAu(date), 2).valeur("ORIDEMRSA", dossier.demandeRmi == null ? "DEM" : "RMI")
        .valeur("DTORIDEMRSA", dossier.demande).drapeau("TOPFOYDRODEVORSA", etat.code() == '2').fermer();
    if (etat.code() == '2') {
      montants(xml, dossier, date);
    }
    xml.fermer().fermer().ligne();
  }

  private void montants(FluxXml xml, Dossier dossier, LocalDate date) {
    CalculDesMontants.Montants m = calcul.montants(dossier, date);
    xml.ouvrir("MontantsCalculDroitRSA").valeur("DDELECAL", m.debut()).montant("MTREVMINIGARARSA", m.forfait())
        .montant("MTREVGARARSA", m.forfait()).montant("MTPFRSA", m.prestations()).montant("MTALRSA", m.logement())
        .montant("MTRESSMENRSA", m.ressources());
    if (m.reduction() > 0) {
      xml.montant("MTREDCGRSA", m.reduction());
    }
    if (m.abattement() > 0) {
      xml.montant("MTABANEURSA", m.abattement());
    }
    xml.montant("MTTOTDRORSA", m.verse()).fermer();
    xml.ouvrir("DetailCalculDroitRSA").valeur("NATPF", m.majore() ? "RSI" : "RSD")
        .valeur("SOUSNATPF", m.majore() ? "RSIN1" : dossier.demandeur().ageAu(date) < 25 ? "RSDN1" : "RSDN2")
        .valeur("DDNATDRO", m.debut()).montant("MTRSAVERS", m.verse()).fermer();
    Dossier.Reduction reduction = dossier.reductionAu(date);
    if (reduction != null) {
      xml.ouvrir("AvisPCGDroitRSA").ouvrir("ReductionRSA").montant("MTREDRSA", m.reduction()).valeur("DDREDRSA", reduction.du())
          .valeur("DFREDRSA", reduction.au().minusDays(1)).fermer().fermer();
    }
  }
}
