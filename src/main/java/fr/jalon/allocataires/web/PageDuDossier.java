package fr.jalon.allocataires.web;

import fr.jalon.allocataires.EvenementDuFil.Theme;
import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.PanneauDossier.Panneau;
import fr.jalon.allocataires.PanneauDossier.Repere;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.lecture.Dossier;
import fr.jalon.allocataires.lecture.FilDuDossier;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Contenus;
import fr.jalon.ecran.Ecran;
import fr.jalon.ecran.Francais;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A dossier as shown.
 *
 * @param partie    the part shown, or {@code null} for the whole dossier
 * @param parties   those this agent may open, in order
 * @param panneaux  panels of the other rooms that live in that part, in order
 * @param pas       what must be done for her, then what is planned; empty when the dossier is not read today
 * @param reperes   what the other rooms say of her in the head
 * @param ilYADesMontants true when the role opens amounts
 * @param adresse   the address of this page
 */
public record PageDuDossier(Dossier dossier, Libelles libelles, PartieDuDossier partie,
    List<PartieDuDossier> parties, List<Panneau> panneaux, List<PasDuDossier> pas,
    List<Repere> reperes, FilMontre fil, boolean ilYADesMontants, boolean doublonsOuverts, LocalDate aujourdhui,
    AdresseDePage adresse, Contenus contenus) {

  /** True when the part is shown: alone, or with all the others. */
  public boolean montre(PartieDuDossier p) {
    return partie == null || partie == p;
  }

  /** True for a part that has a timeline. */
  public boolean avecFil() {
    return partie == null || !partie.themes().isEmpty();
  }

  /** The address of a part at the moment read. */
  public String vers(PartieDuDossier p) {
    return adresse.sans("fil").vers(p.adresse(dossier.identite().id())).toString();
  }

  /** The address of the whole dossier at the moment read. */
  public String entier() {
    return adresse.sans("fil").vers("/dossier/" + dossier.identite().id() + "/entier").toString();
  }

  /** The most pressing thing to do or planned. */
  public Optional<PasDuDossier> prochain() {
    return pas.stream().findFirst();
  }

  /** What comes after the most pressing. */
  public List<PasDuDossier> ensuite() {
    return pas.stream().skip(1).toList();
  }

  /** How many things must be done that a part tells; on the first one, all of them. */
  public long aFaire(PartieDuDossier p) {
    return pas.stream().filter(x -> !x.prevu() && (p == PartieDuDossier.AUJOURDHUI || x.partie() == p)).count();
  }

  /** True when one of them is late. */
  public boolean enRetard(PartieDuDossier p) {
    return pas.stream().anyMatch(x -> x.enRetard(aujourdhui) && (p == PartieDuDossier.AUJOURDHUI || x.partie() == p));
  }

  /** {@code Sophie TIFOUR}. */
  public String nomComplet() {
    return Francais.nom(dossier.identite().prenom()) + " " + dossier.identite().nom();
  }

  /** The territory of her address at the moment read; without address, the present one. */
  public String territoire() {
    String territoire = dossier.present(dossier.adresses()).map(Dossier.Adresse::territoire).orElse(dossier.identite().territoire());
    return territoire == null ? "Hors du Département" : "Territoire " + territoire;
  }

  /** Members of the foyer that the payer counts and that the agent's perimeter leaves out. */
  public int membresCaches() {
    return dossier.present(dossier.droits()).map(d -> Math.max(0, d.adultes() + d.enfants() - dossier.membresPresents().size())).orElse(0);
  }

  /** {@code Née}, {@code Né}, {@code Naissance}. */
  public String ne() {
    return Francais.accorde("[Née|Né|Naissance]", dossier.identite().sexe());
  }

  /** True when the dossier is not read at today's date, or not as known today. */
  public boolean dansLePasse() {
    return !dossier.moment().au().equals(aujourdhui) || dossier.moment().connu() != null;
  }

  /** What is said of a code, {@code null} included. */
  public String libelle(String balise, String code) {
    return libelles.libelle(balise, code);
  }

  /** Why the right is in its state, or {@code null}. */
  public String motif(Dossier.Droit droit) {
    return FilDuDossier.motif(droit, libelles);
  }

  /** Where a fact comes from: {@code RSABEM-2025-07.xml, au 31/07/2025}. */
  public String source(Dossier.Fait fait) {
    return source(fait.importId());
  }

  /** Name and reference date of a file, or an empty text. */
  public String source(long importId) {
    Dossier.Source s = dossier.sources().get(importId);
    return s == null ? "" : s.fichier() + ", au " + Francais.date(s.reference());
  }

  /** {@code Soumise aux droits et devoirs}, or not. */
  public String sdd(Dossier.Membre m) {
    return m.sdd() ? Francais.accorde("[Soumise aux|Soumis aux|Dans les] droits et devoirs", m.sexe()) : "Hors droits et devoirs";
  }

  /** Her place in the foyer: {@code Demandeuse}, {@code Conjoint}, {@code Enfant}… */
  public String role(Dossier.Membre m) {
    return libelles.libelle("ROLEPERS", m.role(), m.sexe());
  }

  /** Her activity: {@code Inscrite à France Travail}. */
  public String activite(Dossier.Membre m) {
    return libelles.libelle("ACT", m.activite(), m.sexe());
  }

  /** Where the present composition of the foyer comes from: the latest file that changed it. */
  public String sourceDuFoyer() {
    return dossier.membresPresents().stream().max(Comparator.comparing(Dossier.Membre::depuis)).map(this::source).orElse("");
  }

  /** Themes that have events, or that could have had some for this role. */
  public List<Theme> themesPossibles() {
    return java.util.Arrays.stream(Theme.values()).filter(t -> ilYADesMontants || t != Theme.MONTANTS && t != Theme.PAIEMENTS).toList();
  }

  /** The panel as content. */
  public Content contenu(Panneau panneau, Ecran ecran) {
    return contenus.de(panneau.gabarit(), panneau.modele(), ecran);
  }

  /** Resources of the members of the foyer read, at the moment. */
  public List<Dossier.Ressource> ressources() {
    return dossier.foyer().map(f -> dossier.ressources().stream().filter(r -> r.foyerId() == f.id() && r.vautLe(dossier.moment().au()))
        .toList()).orElse(List.of());
  }

  /** First name of a member of the foyer. */
  public String prenom(long personneId) {
    return dossier.membres().stream().filter(m -> m.personneId() == personneId).findFirst().map(m -> Francais.nom(m.prenom())).orElse("");
  }

  /** The last twelve months of payments of the foyers she was an adult of. */
  public List<Dossier.Paiement> paiements() {
    LocalDate depuis = dossier.moment().au().minusMonths(12);
    Set<Long> siens = dossier.siens().stream().filter(Dossier.Membre::adulte).map(Dossier.Membre::foyerId).collect(Collectors.toSet());
    return dossier.paiements().stream().filter(p -> siens.contains(p.foyerId()) && p.mois().isAfter(depuis))
        .sorted(Comparator.comparing(Dossier.Paiement::mois).reversed()).toList();
  }

  /** Other claims than the one read. */
  public List<Dossier.FoyerDuDossier> autresFoyers() {
    return dossier.foyers().stream().filter(f -> dossier.foyer().stream().noneMatch(lu -> lu.id() == f.id())).toList();
  }

  /** From when to when she was in a foyer: first day, and day after the last. */
  public LocalDate[] sejour(Dossier.FoyerDuDossier foyer) {
    List<Dossier.Membre> places = dossier.siens().stream().filter(m -> m.foyerId() == foyer.id()).toList();
    return new LocalDate[] {places.getFirst().depuis(), places.stream().map(Dossier.Membre::jusqua).max(Comparator.naturalOrder()).orElseThrow()};
  }
}
