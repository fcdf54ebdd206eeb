package fr.jalon.echanges.caf.flux;

import static fr.jalon.echanges.caf.flux.Champs.bloc;
import static fr.jalon.echanges.caf.flux.Champs.date;
import static fr.jalon.echanges.caf.flux.Champs.obligatoire;
import static fr.jalon.echanges.caf.flux.Champs.texte;
import static fr.jalon.echanges.caf.flux.Champs.siDit;

import fr.jalon.allocataires.constat.FoyerConstate.Anomalie;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.constat.PersonneConstatee.Activite;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.allocataires.constat.PersonneConstatee.Ressources;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.socle.Nir;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a {@code Personne} block: who she is, her role for the RSA, her duties, activity and resources. */
final class LecturePersonne {
  /** Activity codes of the self-employed: general scheme, micro-enterprise, farmer, fisher, collaborating spouse, family farm worker. */
  private static final Set<String> NON_SALARIES = Set.of("ETI", "AEN", "EXP", "EXS", "MAR", "CJT", "AFA");
  private static final BigDecimal MOIS_DU_TRIMESTRE = BigDecimal.valueOf(3);
  private static final List<String> PRECISIONS = List.of("Rattachement", "Activite", "PensionAlimentaire", "CreanceAlimentaire",
      "InformationsAgricoles", "AvisPCGPersonne",
      "AvisCGSSDOMPersonne", "MesureProtection", "ContratPCGPersonneRSA", "SanctionPCGPersonneRSA", "FraudePCGPersonneRSA",
      "CaracteristiquesEmployabilite");
  private final LocalDate reference;
  private final List<Anomalie> anomalies;

  /** @param anomalies where to add what is left aside */
  LecturePersonne(LocalDate reference, List<Anomalie> anomalies) {
    this.reference = reference;
    this.anomalies = anomalies;
  }

  PersonneConstatee lire(Bloc p) {
    Bloc fonction = fonctionRsa(p);
    String role = obligatoire(fonction, "ROLEPERS");
    Bloc calcul = p.premier("MontantCalculDroitRSAPersonne", "CalculDroitRSAPersonne");
    Bloc dossier = p.premier("DossierCAF", "DossierCafMsa");
    Activite activite = activite(p);
    Bloc grossesse = p.un("Grossesse");
    boolean enCours = grossesse != null && date(grossesse, "DFGRO") == null;
    return new PersonneConstatee(identite(bloc(p, "Identification"), p, PersonneConstatee.roleDAdulte(role)), role, siDit(fonction, "TOPCHAPERS"),
        siDit(dossier, "TOPRESPDOS"),
        siDit(calcul, "TOPPERSDRODEVORSA"), activite != null && NON_SALARIES.contains(activite.code()), date(dossier, "DDRATDOS"),
        date(dossier, "DFRATDOS"),
        activite, enCours ? date(grossesse, "DDGRO") : null, ressources(p, calcul), Json.blocs(p, PRECISIONS));
  }

  private static Bloc fonctionRsa(Bloc p) {
    Bloc nouvelle = p.un("FonctionPersonneRSA");
    if (nouvelle != null) {
      return nouvelle;
    }
    List<Bloc> prestations = p.tous("Prestations");
    return prestations.stream().filter(b -> "RSA".equals(b.texte("NATPREST"))).findFirst()
        .orElseThrow(() -> new DossierRejete(p, "NATPREST", null, "Le rôle de la personne pour le RSA manque (bloc Prestations avec NATPREST RSA). "
            + "Demandez la correction à la CAF ou à la MSA."));
  }

  /** @param adulte nobody tells an adult from another without her birth date; a child is known by the foyer */
  private Identite identite(Bloc i, Bloc personne, boolean adulte) {
    LocalDate naissance = date(i, "DTNAI");
    if (naissance == null && adulte) {
      obligatoire(i, "DTNAI");
    }
    if (naissance != null && naissance.isAfter(reference.plusMonths(2))) {
      throw new DossierRejete(i.un("DTNAI"), "DTNAI", i.texte("DTNAI"),
          "La date de naissance est dans le futur. Corrigez-la, ou demandez la correction à la CAF ou à la MSA.");
    }
    String sexe = texte(i, "SEXE");
    String prenoms = Stream.of(texte(i, "PRENOM2"), texte(i, "PRENOM3"), texte(i, "LISPRENOMS")).filter(t -> t != null)
        .reduce((a, b) -> a + " " + b).orElse(null);
    Bloc ft = personne.un("IDASSEDIC");
    return new Identite(nir(i), texte(i, "QUAL"), nom(i), texte(i, "NOMNAI"), obligatoire(i, "PRENOM"), prenoms,
        "1".equals(sexe) ? Short.valueOf((short) 1) : "2".equals(sexe) ? Short.valueOf((short) 2) : null, naissance, texte(i, "TYPEDTNAI"),
        texte(i, "NOMCOMNAI") != null ? texte(i, "NOMCOMNAI") : texte(i, "LIEUNAI"), ft == null ? null : ft.texte());
  }

  private static String nom(Bloc i) {
    String nom = texte(i, "NOM");
    return nom != null ? nom : obligatoire(i, "NOMNAI");
  }

  /**
   * A number with a slip is not hers nor anybody's: she is read without, and somebody is told. Her dossier and the right in it do not wait for it.
   */
  private Nir nir(Bloc i) {
    Bloc feuille = i.un("NIR");
    try {
      return feuille == null ? null : Nir.lire(feuille.texte()).orElse(null);
    } catch (IllegalArgumentException e) {
      anomalies.add(new Anomalie(feuille.ligne(), "NIR", texte(i, "PRENOM") + " " + (texte(i, "NOM") != null ? texte(i, "NOM") : texte(i, "NOMNAI"))
          + " : le numéro de sécurité sociale est mal formé (il compte 13 caractères, ou 15 avec une clé juste). La personne est enregistrée sans lui. "
          + "Demandez la correction à la CAF ou à la MSA."));
      return null;
    }
  }

  /** The activity in progress at the reference date, the latest begun; else the last one ended. */
  private Activite activite(Bloc p) {
    Stream<Activite> anciennes = p.tous("Activite").stream()
        .map(a -> new Activite(texte(a, "REG"), texte(a, "ACT"), date(a, "DDACT"), date(a, "DFACT"), texte(a, "NATCONTRTRA")));
    Stream<Activite> nouvelles = p.tous("CaracteristiquesEmployabilite").stream()
        .map(a -> new Activite(texte(a, "REG"), texte(a, "STATUEMPL"), date(a, "DDSTATUEMPL"), date(a, "DFSTATUEMPL"), null));
    return Stream.concat(anciennes, nouvelles).filter(a -> a.code() != null)
        .filter(a -> a.depuis() == null || !a.depuis().isAfter(reference))
        .max(Comparator.comparing((Activite a) -> a.jusqua() == null || !a.jusqua().isBefore(reference))
            .thenComparing(a -> a.depuis() == null ? LocalDate.MIN : a.depuis()))
        .orElse(null);
  }

  private static Ressources ressources(Bloc p, Bloc calcul) {
    Bloc r = p.un("Ressources");
    if (r == null) {
      return null;
    }
    BigDecimal total = BigDecimal.ZERO;
    StringBuilder mois = new StringBuilder("[");
    for (Bloc m : r.tous("RessourcesMensuelles")) {
      mois.append(mois.length() > 1 ? "," : "").append("{\"mois\":");
      Json.texte(mois, String.valueOf(date(m, "MOISRESS")));
      mois.append(",\"heures\":").append(Champs.entier(m, "NBHEUMENTRA")).append(",\"ressources\":[");
      boolean premier = true;
      for (Bloc d : m.tous("DetailRessourcesMensuelles")) {
        BigDecimal montant = Champs.montant(d, "MTNATRESSMEN");
        total = total.add(montant == null ? BigDecimal.ZERO : montant);
        mois.append(premier ? "" : ",").append("{\"nature\":");
        Json.texte(mois, texte(d, "NATRESS"));
        mois.append(",\"montant\":").append(montant).append(",\"abattement\":");
        Json.texte(mois, texte(d, "ABANEU"));
        mois.append('}');
        premier = false;
      }
      mois.append("]}");
    }
    if (total.abs().compareTo(Champs.PLAFOND) >= 0) {
      throw new DossierRejete(r.un("MTNATRESSMEN"), "MTNATRESSMEN", total.toPlainString(),
          "Les ressources du trimestre sont invraisemblables. Corrigez-les, ou demandez la correction à la CAF ou à la MSA.");
    }
    BigDecimal moyenne = Champs.montant(calcul, "MTPERSRESSMENRSA");
    Boolean nulles = siDit(r, "TOPRESSNUL");
    return new Ressources(date(r, "DDRESS"), date(r, "DFRESS"), nulles == null ? moyenne != null && moyenne.signum() == 0 : nulles,
        moyenne != null ? moyenne : total.divide(MOIS_DU_TRIMESTRE, 2, RoundingMode.HALF_UP), mois.append(']').toString());
  }
}
