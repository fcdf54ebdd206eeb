package fr.jalon.allocataires.web;

import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.lecture.ListeDesDoublons.Doublon;
import fr.jalon.allocataires.lecture.ListeDesDoublons.Fiche;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.NumeroDAllocataire;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Two records side by side.
 *
 * @param proposee number of the record proposed to be kept: with a definitive NIR first, then the older
 * @param motif    what the agent had written, after a refusal
 * @param refus    why it was refused, or {@code null}
 */
public record PageDeComparaison(Doublon doublon, Fiche a, Fiche b, long proposee, String motif, String refus, Libelles libelles) {

  /** A line of the comparison. */
  public record Ligne(String titre, String a, String b) {
    /** True when nothing is known on either side. */
    public boolean inconnu() {
      return "Inconnu".equals(a) && "Inconnu".equals(b);
    }

    /** True when both say the same. */
    public boolean pareil() {
      return Objects.equals(a, b);
    }
  }

  /** The one to propose. */
  static long proposer(Fiche a, Fiche b) {
    boolean sureA = a.nirConnu() && !a.nirProvisoire();
    boolean sureB = b.nirConnu() && !b.nirProvisoire();
    return sureA == sureB ? Math.min(a.id(), b.id()) : sureA ? a.id() : b.id();
  }

  /** The lines. */
  public List<Ligne> lignes() {
    List<Ligne> lignes = new ArrayList<>();
    lignes.add(new Ligne("Nom", a.nom(), b.nom()));
    lignes.add(new Ligne("Nom de naissance", texte(a.nomNaissance()), texte(b.nomNaissance())));
    lignes.add(new Ligne("Prénoms", prenoms(a), prenoms(b)));
    lignes.add(new Ligne("Naissance", Francais.date(a.naissance()), Francais.date(b.naissance())));
    lignes.add(new Ligne("Commune de naissance", texte(Francais.lieu(a.communeNaissance())), texte(Francais.lieu(b.communeNaissance()))));
    lignes.add(new Ligne("NIR", nir(a), nir(b)));
    lignes.add(new Ligne("France Travail", texte(a.identifiantFt()), texte(b.identifiantFt())));
    lignes.add(new Ligne("Demande", demande(a), demande(b)));
    lignes.add(new Ligne("Payeur", payeur(a), payeur(b)));
    lignes.add(new Ligne("Droit", etat(a), etat(b)));
    lignes.add(new Ligne("Place dans le foyer", libelles.libelle("ROLEPERS", a.role()), libelles.libelle("ROLEPERS", b.role())));
    lignes.add(new Ligne("Adresse", adresse(a), adresse(b)));
    lignes.add(new Ligne("Vit avec", vitAvec(a), vitAvec(b)));
    return lignes;
  }

  private static String texte(String valeur) {
    return valeur == null || valeur.isBlank() ? "Inconnu" : valeur;
  }

  private static String vitAvec(Fiche f) {
    return f.membres() == null ? "Personne d'autre" : f.membres();
  }

  private static String prenoms(Fiche f) {
    return (Francais.nom(f.prenom()) + " " + Francais.nom(f.autresPrenoms())).strip();
  }

  private static String nir(Fiche f) {
    return !f.nirConnu() ? "Inconnu" : f.nirProvisoire() ? "Provisoire (masqué)" : "Connu (masqué)";
  }

  private static String demande(Fiche f) {
    return f.numeroDemande() == null ? f.inscrite() ? "Aucune, inscrite hors RSA" : "Inconnu" : "n° " + f.numeroDemande() + " du "
        + Francais.date(f.demande());
  }

  private static String payeur(Fiche f) {
    return f.organisme() == null ? "Inconnu" : f.organisme() + ", allocataire n° " + NumeroDAllocataire.montrer(f.matricule());
  }

  private static String etat(Fiche f) {
    return f.etat() == null ? "Inconnu" : EtatDuDroit.de(f.etat()).phrase() + " depuis le " + Francais.date(f.etatDepuis());
  }

  private static String adresse(Fiche f) {
    String lignes = f.adresse() == null ? "" : Francais.lieu(f.adresse().replace("\n", ", ")) + ", ";
    return f.commune() == null ? "Inconnu" : lignes + Francais.lieu(f.commune());
  }
}
