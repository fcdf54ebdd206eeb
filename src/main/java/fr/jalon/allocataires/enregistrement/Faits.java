package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.constat.AdresseConstatee;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.DroitConstate;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.MontantConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.domaine.TypeFoyer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The five tables of facts, each with its content. */
final class Faits {
  final TableDeFaits<Droit> droits;
  final TableDeFaits<MontantConstate> montants;
  final TableDeFaits<Adresse> adresses;
  final TableDeFaits<Membre> membres;
  final TableDeFaits<PersonneConstatee.Ressources> ressources;

  /** State of the right with a summary of the household; {@code reconduit}: what the file left out, kept from before. */
  record Droit(DroitConstate droit, String typeFoyer, short adultes, short enfants, String reconduit) {
    /** @param foyer completed: nothing left unsaid */
    static Droit de(FoyerConstate foyer, String reconduit) {
      List<PersonneConstatee> membres = foyer.personnes();
      return new Droit(foyer.droit(), TypeFoyer.de(membres).name(), (short) membres.stream().filter(PersonneConstatee::adulte).count(),
          (short) TypeFoyer.enfants(membres), reconduit);
    }

    /** The same household, no longer in the payer's full file. */
    Droit absent() {
      DroitConstate d = droit;
      return new Droit(new DroitConstate(EtatDuDroit.ABSENT.code(), null, null, null, null, null, d.origineDemande(),
          d.dateOrigine(), d.situationFamille(),
          d.situationFamilleDepuis(), d.sansDomicile(), d.majore(), d.organismeCedant(), d.arriveeLe(), d.organismePrenant(), d.departLe(),
          d.precisions()), typeFoyer, adultes, enfants, reconduit);
    }
  }

  /** An address; {@code reconduite} when the file said nothing of where they live and the one known was kept. */
  record Adresse(AdresseConstatee adresse, boolean reconduite) {}

  /** Place of a person in a foyer; {@code reconduit}: what the file left out, kept from before. */
  record Membre(String role, boolean aCharge, boolean responsable, boolean sdd, boolean tns, LocalDate rattacheDepuis,
      LocalDate rattacheJusqua, PersonneConstatee.Activite activite, LocalDate grossesse, String precisions, String reconduit) {
    /** @param p completed: nothing left unsaid */
    static Membre de(PersonneConstatee p, String reconduit) {
      return new Membre(p.role(), p.aCharge(), p.responsable(), p.sdd(), p.tns(), p.rattacheeDepuis(), p.rattacheeJusqua(), p.activite(),
          p.grossesse(), p.precisions(), reconduit);
    }

    boolean adulte() {
      return "DEM".equals(role) || "CJT".equals(role);
    }
  }

  Faits(Constat constat, Function<String, Integer> territoireDeLaCommune) {
    droits = new TableDroits(constat);
    montants = new TableMontants(constat);
    adresses = new TableAdresses(constat, territoireDeLaCommune);
    membres = new TableMembres(constat);
    ressources = new TableRessources(constat);
  }

  /** Versions known now of everything about some foyers. */
  record Connus(Map<Long, List<Version<Droit>>> droits, Map<Long, List<Version<MontantConstate>>> montants,
      Map<Long, List<Version<Adresse>>> adresses, Map<Long, List<Version<Membre>>> membres,
      Map<Long, List<Version<PersonneConstatee.Ressources>>> ressources) {
    static final Connus RIEN = new Connus(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  Connus charger(Expedition expedition, Collection<Long> foyers, LocalDate apres) throws SQLException {
    if (foyers.isEmpty()) {
      return Connus.RIEN;
    }
    Connection connexion = expedition.connexion();
    return new Connus(droits.charger(connexion, foyers, apres), montants.charger(connexion, foyers, apres),
        adresses.charger(connexion, foyers, apres), membres.charger(connexion, foyers, apres), ressources.charger(connexion, foyers, apres));
  }

  void preparer(List<Envoi> envois) {
    droits.preparer(envois);
    montants.preparer(envois);
    adresses.preparer(envois);
    membres.preparer(envois);
    ressources.preparer(envois);
  }

  private static LocalDate jour(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, LocalDate.class);
  }

  private static final class TableDroits extends TableDeFaits<Droit> {
    TableDroits(Constat constat) {
      super("allocataires.droit", false, "etat, motif_suspension, suspendu_depuis, motif_fin, fin_le, motif_refus, origine_demande, date_origine,"
          + " situation_famille, situation_famille_depuis, sans_domicile, majore, organisme_cedant, arrivee_le, organisme_prenant, depart_le,"
          + " precisions, type_foyer, adultes, enfants, reconduit", constat);
    }

    @Override
    Droit lire(ResultSet l) throws SQLException {
      return new Droit(new DroitConstate(l.getString("etat"), l.getString("motif_suspension"), jour(l, "suspendu_depuis"), l.getString("motif_fin"),
          jour(l, "fin_le"), l.getString("motif_refus"), l.getString("origine_demande"), jour(l, "date_origine"), l.getString("situation_famille"),
          jour(l, "situation_famille_depuis"), l.getBoolean("sans_domicile"), l.getBoolean("majore"), l.getString("organisme_cedant"),
          jour(l, "arrivee_le"), l.getString("organisme_prenant"), jour(l, "depart_le"), l.getString("precisions")),
          l.getString("type_foyer"), l.getShort("adultes"), l.getShort("enfants"), l.getString("reconduit"));
    }

    @Override
    Droit reprendre(Droit suivant, Droit precedent) {
      return Reconduction.reprendre(suivant, precedent);
    }

    @Override
    void ecrire(Copie c, Droit f) {
      DroitConstate d = f.droit();
      c.texte(d.etat()).texte(d.motifSuspension()).date(d.suspenduDepuis()).texte(d.motifFin()).date(d.finLe()).texte(d.motifRefus())
          .texte(d.origineDemande()).date(d.dateOrigine()).texte(d.situationFamille()).date(d.situationFamilleDepuis()).vrai(d.sansDomicile())
          .vrai(d.majore()).texte(d.organismeCedant()).date(d.arriveeLe()).texte(d.organismePrenant()).date(d.departLe()).texte(d.precisions())
          .texte(f.typeFoyer()).court(f.adultes()).court(f.enfants()).texte(f.reconduit());
    }
  }

  private static final class TableMontants extends TableDeFaits<MontantConstate> {
    TableMontants(Constat constat) {
      super("allocataires.montant", false, "droit_total, revenu_minimum_garanti, revenu_garanti, ressources, prestations_familiales, aide_logement,"
          + " reduction, debut_calcul, fin_calcul, prestations, precisions", constat);
    }

    @Override
    MontantConstate lire(ResultSet l) throws SQLException {
      return new MontantConstate(l.getBigDecimal("droit_total"), l.getBigDecimal("revenu_minimum_garanti"), l.getBigDecimal("revenu_garanti"),
          l.getBigDecimal("ressources"), l.getBigDecimal("prestations_familiales"), l.getBigDecimal("aide_logement"), l.getBigDecimal("reduction"),
          jour(l, "debut_calcul"), jour(l, "fin_calcul"), l.getString("prestations"), l.getString("precisions"));
    }

    @Override
    void ecrire(Copie c, MontantConstate m) {
      c.montant(m.droitTotal()).montant(m.revenuMinimumGaranti()).montant(m.revenuGaranti()).montant(m.ressources())
          .montant(m.prestationsFamiliales()).montant(m.aideLogement()).montant(m.reduction()).date(m.debutCalcul()).date(m.finCalcul())
          .texte(m.prestations()).texte(m.precisions());
    }
  }

  private static final class TableAdresses extends TableDeFaits<Adresse> {
    private final Function<String, Integer> territoireDeLaCommune;

    TableAdresses(Constat constat, Function<String, Integer> territoireDeLaCommune) {
      super("allocataires.adresse", false,
          "emmenagement, lignes, code_postal, commune, nom_commune, pays, type_adresse, etat_adresse, reconduite, territoire_id_adresse", constat);
      this.territoireDeLaCommune = territoireDeLaCommune;
    }

    @Override
    Adresse lire(ResultSet l) throws SQLException {
      return new Adresse(new AdresseConstatee(jour(l, "emmenagement"), l.getString("lignes"), l.getString("code_postal"), l.getString("commune"),
          l.getString("nom_commune"), l.getString("pays"), l.getString("type_adresse"), l.getString("etat_adresse")), l.getBoolean("reconduite"));
    }

    @Override
    Adresse reprendre(Adresse suivant, Adresse precedent) {
      return suivant.reconduite() ? new Adresse(precedent.adresse(), true) : suivant;
    }

    @Override
    Adresse dansLeTrou(Adresse precedent) {
      return new Adresse(precedent.adresse(), true);
    }

    @Override
    void ecrire(Copie c, Adresse adresse) {
      AdresseConstatee a = adresse.adresse();
      c.date(a.emmenagement()).texte(a.lignes()).texte(a.codePostal()).texte(a.commune()).texte(a.nomCommune()).texte(a.pays()).texte(a.type())
          .texte(a.etat()).vrai(adresse.reconduite()).entier(a.commune() == null ? null : territoireDeLaCommune.apply(a.commune()));
    }
  }

  private static final class TableMembres extends TableDeFaits<Membre> {
    TableMembres(Constat constat) {
      super("allocataires.membre", true, "role, adulte, a_charge, responsable, sdd, tns, rattache_depuis, rattache_jusqua, regime, activite,"
          + " activite_depuis, activite_jusqua, contrat, enceinte, grossesse_depuis, precisions, reconduit", constat);
    }

    @Override
    Membre lire(ResultSet l) throws SQLException {
      String code = l.getString("activite");
      PersonneConstatee.Activite activite = code == null ? null
          : new PersonneConstatee.Activite(l.getString("regime"), code, jour(l, "activite_depuis"), jour(l, "activite_jusqua"),
          l.getString("contrat"));
      return new Membre(l.getString("role"), l.getBoolean("a_charge"), l.getBoolean("responsable"), l.getBoolean("sdd"), l.getBoolean("tns"),
          jour(l, "rattache_depuis"), jour(l, "rattache_jusqua"), activite, jour(l, "grossesse_depuis"), l.getString("precisions"),
          l.getString("reconduit"));
    }

    @Override
    Membre reprendre(Membre suivant, Membre precedent) {
      return Reconduction.reprendre(suivant, precedent);
    }

    @Override
    void ecrire(Copie c, Membre m) {
      PersonneConstatee.Activite a = m.activite();
      c.texte(m.role()).vrai(m.adulte()).vrai(m.aCharge()).vrai(m.responsable()).vrai(m.sdd()).vrai(m.tns()).date(m.rattacheDepuis())
          .date(m.rattacheJusqua()).texte(a == null ? null : a.regime()).texte(a == null ? null : a.code()).date(a == null ? null : a.depuis())
          .date(a == null ? null : a.jusqua()).texte(a == null ? null : a.contrat()).vrai(m.grossesse() != null).date(m.grossesse())
          .texte(m.precisions()).texte(m.reconduit());
    }
  }

  private static final class TableRessources extends TableDeFaits<PersonneConstatee.Ressources> {
    TableRessources(Constat constat) {
      super("allocataires.ressource", true, "trimestre_debut, trimestre_fin, nulles, moyenne, mois", constat);
    }

    @Override
    PersonneConstatee.Ressources lire(ResultSet l) throws SQLException {
      return new PersonneConstatee.Ressources(jour(l, "trimestre_debut"), jour(l, "trimestre_fin"), l.getBoolean("nulles"),
          l.getBigDecimal("moyenne"),
          l.getString("mois"));
    }

    @Override
    void ecrire(Copie c, PersonneConstatee.Ressources r) {
      c.date(r.debut()).date(r.fin()).vrai(r.nulles()).montant(r.moyenne()).texte(r.mois());
    }
  }
}
