package fr.jalon.personnages;

import static fr.jalon.personnages.Balise.bloc;
import static fr.jalon.personnages.Balise.feuille;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A dossier as a CAF or MSA file writes it: open and payable right, an address in Privas, until said otherwise. It can be kept, changed
 * and given to the next file.
 */
public final class DossierCaf {
  private final String caisse;
  private final String demande;
  private String fonction = "CAF";
  private String matricule;
  private String departement = "007";
  private String dateDemande = "2020-01-15";
  private final List<PersonneCaf> personnes = new ArrayList<>();
  private String etat = "2";
  private String motif;
  private String depuis;
  private String situationFamille = "CEL";
  private String arriveeLe;
  private String[] adresse = {"12", "GRANDE RUE", "07186", "07000", "PRIVAS"};
  private String montant;
  private boolean majore;
  private final List<Balise> ecritures = new ArrayList<>();
  private final List<Consumer<Balise>> defauts = new ArrayList<>();

  private DossierCaf(String caisse, String demande) {
    this.caisse = caisse;
    this.demande = demande;
    this.matricule = "000000" + demande.substring(2);
  }

  /** @param caisse number of the payer; @param demande claim number, 11 characters */
  public static DossierCaf dossier(String caisse, String demande) {
    return new DossierCaf(caisse, demande);
  }

  public String demande() {
    return demande;
  }

  public DossierCaf msa() {
    fonction = "MSA";
    return this;
  }

  public DossierCaf matricule(String valeur) {
    matricule = valeur;
    return this;
  }

  /** Département it is addressed to, or {@code null}. */
  public DossierCaf departement(String code) {
    departement = code;
    return this;
  }

  /** Day of the claim. */
  public DossierCaf demandeLe(String jour) {
    dateDemande = jour;
    return this;
  }

  public DossierCaf avec(PersonneCaf... nouvelles) {
    personnes.addAll(List.of(nouvelles));
    return this;
  }

  public DossierCaf sans(PersonneCaf... parties) {
    personnes.removeAll(List.of(parties));
    return this;
  }

  /** State of the right. */
  public DossierCaf etat(String code) {
    etat = code;
    motif = null;
    depuis = null;
    return this;
  }

  /** Right open and payable. */
  public DossierCaf verse() {
    return etat("2");
  }

  /** Payment suspended since a day. */
  public DossierCaf suspendu(String code, String jour) {
    etat = "4";
    motif = code;
    depuis = jour;
    return this;
  }

  /** Right closed at a day. */
  public DossierCaf clos(String code, String jour) {
    etat = "5";
    motif = code;
    depuis = jour;
    return this;
  }

  /** Comes from another payer since a day. */
  public DossierCaf arriveLe(String jour) {
    arriveeLe = jour;
    return this;
  }

  public DossierCaf situationFamille(String code) {
    situationFamille = code;
    return this;
  }

  /** INSEE code, post code and name of the commune. */
  public DossierCaf habite(String commune, String codePostal, String nom) {
    adresse = new String[] {"3", "RUE DU PONT", commune, codePostal, nom};
    return this;
  }

  public DossierCaf sansAdresse() {
    adresse = null;
    return this;
  }

  /** Total of the right, euros a month. */
  public DossierCaf montant(String euros) {
    montant = euros;
    return this;
  }

  public DossierCaf majore() {
    majore = true;
    return this;
  }

  /** An accounting movement (VRSF): family, month, benefit, AJ or DE, euros. */
  public DossierCaf paiement(String famille, String mois, String prestation, String sens, String euros) {
    String detail = switch (famille) {
      case "AllocationsComptabilisees" -> "DetailAllocationComptabilisée";
      case "IndusTransferesCG" -> "DetailnduTransfereCG";
      default -> "Detail" + famille.replaceAll("s(?=[A-Z]|$)", "");
    };
    ecritures.add(bloc("AcompteRSA", bloc("GeneraliteAcompteRSA", feuille("MOISMOUCOMPTA", mois)), bloc("DetailAcompteRSA", bloc(famille,
        bloc(detail, feuille("NATPFCRE", prestation), feuille("RGCRE", "001"), feuille("NUMINTMOUCOMPTA", "1"), feuille("TYPEOPECOMPTA", "PME"),
            feuille("SENSOPECOMPTA", sens), feuille("MTMOUCOMPTA", euros), feuille("DTTRAIMOUCOMPTA", mois))))));
    return this;
  }

  /** A transferred claim (VRSC): day, nature, rank, what remains due. */
  public DossierCaf creance(String jour, String nature, String rang, String solde) {
    ecritures.add(bloc("Creance", bloc("CreancesTransferees",
        bloc("IdentificationCreance", feuille("DTIMPLCRE", jour), feuille("NATCRE", nature), feuille("RGCRE", rang)),
        bloc("DetailCreance", feuille("MOISMOUCOMPTA", jour), feuille("MOTIINDU", "40"), feuille("MTSOLREELCRETRANS", solde),
        feuille("MTINICRE", solde)))));
    return this;
  }

  /** Gives a value to a tag, whatever the rest says. */
  public DossierCaf mettre(String balise, String valeur) {
    defauts.add(b -> b.mettre(balise, valeur));
    return this;
  }

  /** Takes a tag out. */
  public DossierCaf oter(String balise) {
    defauts.add(b -> b.oter(balise));
    return this;
  }

  /** Spoils the dossier at will. */
  public DossierCaf gate(Consumer<Balise> defaut) {
    defauts.add(defaut);
    return this;
  }

  /** No defect any more. */
  public DossierCaf repare() {
    defauts.clear();
    return this;
  }

  /** The dossier as it stands, to be kept in a file whatever becomes of it. */
  Balise balise(FichierCaf.Format format) {
    boolean nouveau = format == FichierCaf.Format.VRSD;
    Balise dossier = bloc(format.dossier(), bloc("IdentificationRSA",
        bloc("Organisme", feuille("FONORG", fonction), feuille("NUMORG", caisse), feuille("MATRICULE", matricule)),
        departement == null ? null : bloc("Partenaire", feuille("TYPEPARTE", "CG "), feuille("IDEPARTE", departement)),
        bloc("DemandeRSA", feuille("DTDEMRSA", dateDemande), feuille("NUMDEMRSA", demande), nouveau ? feuille("ORIDEMRSA", "DEM") : null),
        arriveeLe == null ? null : bloc("OrganismeCedant", feuille("FONORGCEDMUT", "CAF"), feuille("NUMORGCEDMUT", "261"),
        feuille("DDARRMUT", arriveeLe))));
    personnes.forEach(p -> dossier.ajouter(p.balise(nouveau)));
    if (format.beneficiaires()) {
      dossier.ajouter(administratif(), prestation(nouveau));
    }
    dossier.ajouter(ecritures.toArray(Balise[]::new));
    defauts.forEach(d -> d.accept(dossier));
    return dossier;
  }

  private Balise administratif() {
    return bloc("DonneesAdministratives", bloc("SituationFamille", feuille("SITFAM", situationFamille), feuille("DDSITFAM", "2010-05-01")),
        adresse == null ? null : bloc("Adresse",
            bloc("TroncCommunAdresse", feuille("RGADR", "01"), feuille("DTEMM", "2019-01-01"), feuille("PAYS", "FRA"), feuille("TYPEADR", "D"),
            feuille("ETATADR", "CO")),
            bloc("AdresseDetailleeFrance", feuille("NUMVOIE", adresse[0]), feuille("NOMVOIE", adresse[1]), feuille("NUMCOM", adresse[2]),
                feuille("CODEPOS", adresse[3]), feuille("NOMCOM", adresse[4]))));
  }

  private Balise prestation(boolean nouveau) {
    Balise situation = bloc("SituationDossierRSA", bloc("EtatDossierRSA", feuille("ETATDOSRSA", etat)));
    switch (etat) {
      case "3" -> situation.ajouter(bloc("SuspensionDroit", feuille("MOTISUSDRORSA", motif), feuille("DDSUSDRORSA", depuis)));
      case "4" -> situation.ajouter(bloc(nouveau ? "RessourcesTropElevees" : "SuspensionVersement", feuille("MOTISUSVERSRSA", motif),
          feuille("DDSUSVERSRSA", depuis)));
      case "5" -> situation.ajouter(bloc("FinDroit", feuille("MOTICLORSA", motif), feuille("DTCLORSA", depuis)));
      default -> { }
    }
    Balise detail = bloc("DetailDroitRSA", bloc("TroncCommunDroitRSA", feuille("TOPSANSDOMFIXE", "0"), nouveau ? null : feuille("ORIDEMRSA", "DEM")),
        montant == null ? null : bloc("MontantsCalculDroitRSA", feuille("DDELECAL", "2025-01-01"), feuille("MTTOTDRORSA", montant)));
    if (majore) {
      Balise nature = bloc(nouveau ? "RSASocle" : "DetailCalculDroitRSA", feuille("NATPF", "RSI"), feuille("DDNATDRO", "2025-01-01"));
      detail.ajouter(nouveau ? bloc("DetailCalculDroitRSA", nature) : nature);
    }
    return bloc("PrestationRSA", situation, detail);
  }
}
