package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.AdresseConstatee;
import fr.jalon.allocataires.constat.DroitConstate;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a file leaves out keeps the last value known at its date: absent is not no. What was kept so is marked ({@code reconduit}), so that a late
 * file that says it changes it until the next file that does.
 */
final class Reconduction {
  static final String SDD = "sdd";
  static final String A_CHARGE = "a_charge";
  static final String DOSSIER = "dossier";
  static final String SANS_DOMICILE = "sans_domicile";
  static final String SITUATION = "situation_famille";
  static final String ORIGINE = "origine";

  private Reconduction() {}

  /** A person with nothing left unsaid, and what was kept from before; {@code null} when all was said. */
  record Personne(PersonneConstatee constatee, String reconduit) {}

  /**
   * @param avant           what was known of her in this foyer at the date of the file, or {@code null}
   * @param soumiseAilleurs she comes from another foyer, where she was last said soumise aux droits et devoirs
   */
  static Personne completer(PersonneConstatee p, Faits.Membre avant, boolean soumiseAilleurs) {
    // the duties are those of adults: nobody expects them said of a child
    boolean sddMuette = p.sdd() == null && p.adulte();
    if (!sddMuette && p.sdd() != null && p.aCharge() != null && p.responsable() != null) {
      return new Personne(p, null);
    }
    StringJoiner mots = new StringJoiner(" ");
    boolean sdd = p.sdd() != null ? p.sdd() : p.adulte() && (avant == null ? soumiseAilleurs : avant.sdd());
    boolean aCharge = p.aCharge() != null ? p.aCharge() : avant != null && avant.aCharge();
    boolean responsable = p.responsable() != null ? p.responsable() : avant != null && avant.responsable();
    // without the block, the dates of her place in the payer's file are not said either
    boolean dossierMuet = p.responsable() == null && p.rattacheeDepuis() == null && p.rattacheeJusqua() == null;
    if (sddMuette) {
      mots.add(SDD);
    }
    if (p.aCharge() == null) {
      mots.add(A_CHARGE);
    }
    if (p.responsable() == null) {
      mots.add(DOSSIER);
    }
    PersonneConstatee complete = new PersonneConstatee(p.identite(), p.role(), aCharge, responsable, sdd, p.tns(),
        dossierMuet && avant != null ? avant.rattacheDepuis() : p.rattacheeDepuis(), dossierMuet
        && avant != null ? avant.rattacheJusqua() : p.rattacheeJusqua(),
        p.activite(), p.grossesse(), p.ressources(), p.precisions());
    return new Personne(complete, mots.length() == 0 ? null : mots.toString());
  }

  /** A right with nothing left unsaid that was known, and what was kept from before. */
  record Droit(DroitConstate constate, String reconduit) {}

  static Droit completer(DroitConstate d, DroitConstate avant) {
    boolean situation = d.situationFamille() == null && avant != null && avant.situationFamille() != null;
    boolean origine = d.origineDemande() == null && d.dateOrigine() == null && avant != null
        && (avant.origineDemande() != null || avant.dateOrigine() != null);
    if (d.sansDomicile() != null && !situation && !origine) {
      return new Droit(d, null);
    }
    StringJoiner mots = new StringJoiner(" ");
    if (d.sansDomicile() == null) {
      mots.add(SANS_DOMICILE);
    }
    if (situation) {
      mots.add(SITUATION);
    }
    if (origine) {
      mots.add(ORIGINE);
    }
    return new Droit(reprendre(d, avant, d.sansDomicile() == null, situation, origine), mots.toString());
  }

  /** What was kept is kept from another right than before. */
  static Faits.Droit reprendre(Faits.Droit suivant, Faits.Droit precedent) {
    String mots = suivant.reconduit();
    if (mots == null) {
      return suivant;
    }
    return new Faits.Droit(reprendre(suivant.droit(), precedent.droit(), mots.contains(SANS_DOMICILE), mots.contains(SITUATION),
        mots.contains(ORIGINE)),
        suivant.typeFoyer(), suivant.adultes(), suivant.enfants(), mots);
  }

  private static DroitConstate reprendre(DroitConstate d, DroitConstate avant, boolean domicile, boolean situation, boolean origine) {
    return new DroitConstate(d.etat(), d.motifSuspension(), d.suspenduDepuis(), d.motifFin(), d.finLe(), d.motifRefus(),
        origine ? avant.origineDemande() : d.origineDemande(),
        origine ? avant.dateOrigine() : d.dateOrigine(), situation ? avant.situationFamille() : d.situationFamille(),
        situation ? avant.situationFamilleDepuis() : d.situationFamilleDepuis(), domicile ? avant != null
        && Boolean.TRUE.equals(avant.sansDomicile()) : d.sansDomicile(),
        d.majore(), d.organismeCedant(), d.arriveeLe(), d.organismePrenant(), d.departLe(), d.precisions());
  }

  /** What was kept is kept from another place than before. */
  static Faits.Membre reprendre(Faits.Membre suivant, Faits.Membre precedent) {
    String mots = suivant.reconduit();
    if (mots == null) {
      return suivant;
    }
    boolean dossier = mots.contains(DOSSIER);
    return new Faits.Membre(suivant.role(), mots.contains(A_CHARGE) ? precedent.aCharge() : suivant.aCharge(),
        dossier ? precedent.responsable() : suivant.responsable(),
        mots.contains(SDD) ? precedent.sdd() : suivant.sdd(), suivant.tns(), dossier ? precedent.rattacheDepuis() : suivant.rattacheDepuis(),
        dossier ? precedent.rattacheJusqua() : suivant.rattacheJusqua(), suivant.activite(), suivant.grossesse(), suivant.precisions(), mots);
  }

  /** The address of a file, or the one known when it says nothing of where they live. */
  static Faits.Adresse completer(AdresseConstatee a, Faits.Adresse avant) {
    boolean muette = a == null || a.lignes() == null && a.codePostal() == null && a.commune() == null && a.nomCommune() == null;
    return !muette ? new Faits.Adresse(a, false) : avant != null ? new Faits.Adresse(avant.adresse(), true) : a == null ? null
        : new Faits.Adresse(a, false);
  }

  /** The foyer with its persons and its right completed. */
  static FoyerConstate foyer(FoyerConstate f, List<PersonneConstatee> personnes, DroitConstate droit, Faits.Adresse adresse) {
    return new FoyerConstate(f.cle(), f.empreinte(), personnes, droit, adresse == null ? null : adresse.adresse(), f.montant(), f.ligne());
  }
}
