package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A claim at a payer, with its whole timeline: every fact is dated, so that the claim can be read at any date. */
final class Dossier {
  final String numero;
  final long matricule;
  final DepartementDemo.Organisme organisme;
  final LocalDate demande;
  final TypeFoyer type;
  final List<Membre> membres = new ArrayList<>();
  final List<Domicile> domiciles = new ArrayList<>();
  final List<Situation> situations = new ArrayList<>();
  final List<Etat> etats = new ArrayList<>();
  final List<Reduction> reductions = new ArrayList<>();
  Mutation arrivee;
  Mutation depart;
  String numeroPrecedent;
  LocalDate demandeRmi;
  boolean sansDomicile;
  boolean rappel;
  /** The persons had a claim before, closed since. */
  boolean retour;
  /** What the payer got wrong on purpose, or {@code null}. */
  Ecart ecart;
  /** First day of the difference. */
  LocalDate ecartDepuis;
  /** Month of the quarterly declaration: 0, 1 or 2. */
  int phase;

  /** A deliberate difference between the amounts of the payer and what its own file gives, for the page that verifies rights. */
  enum Ecart {
    /** A child is not counted. */
    ENFANT_OUBLIE,
    /** A lone parent of a child under three has no majoration. */
    MAJORATION_OUBLIEE,
    /** The resources declared are not taken off. */
    RESSOURCES_OUBLIEES,
    /** The resources of the quarter before are taken off. */
    TRIMESTRE_PRECEDENT
  }

  /** A person in the foyer from {@code du} until {@code au} (excluded, or {@code null}); role DEM, CJT or ENF. */
  record Membre(Humain humain, String role, LocalDate du, LocalDate au) {
    boolean presentAu(LocalDate date) {
      return !du.isAfter(date) && (au == null || au.isAfter(date));
    }

    boolean adulte() {
      return !role.equals("ENF");
    }
  }

  /** An address from a day on. */
  record Domicile(LocalDate depuis, Commune commune, String numero, String typeVoie, String nomVoie, String complement, String lieuDit) {}

  /** Family situation (SITFAM) from a day on. */
  record Situation(LocalDate depuis, String code) {}

  /**
   * A state of the right (ETATDOSRSA) from the day the payer decided it.
   *
   * @param motif reason of the refusal, suspension or end; {@code null} otherwise
   * @param effet day on which it takes effect
   */
  record Etat(LocalDate le, char code, String motif, LocalDate effet) {}

  /** A reduction decided by the Département, in cents per month. */
  record Reduction(LocalDate du, LocalDate au, int centimes) {}

  /** From or to another payer. */
  record Mutation(String fonction, String numero, LocalDate le) {}

  /** Something that happened (FG), for daily files. */
  record Fait(LocalDate le, String code) {}

  Dossier(String numero, long matricule, DepartementDemo.Organisme organisme, LocalDate demande, TypeFoyer type) {
    this.numero = numero;
    this.matricule = matricule;
    this.organisme = organisme;
    this.demande = demande;
    this.type = type;
  }

  void passer(LocalDate le, char code, String motif, LocalDate effet) {
    etats.add(new Etat(le, code, motif, effet));
    etats.sort(Comparator.comparing(Etat::le));
  }

  /** The state at a date, or {@code null} before the first. */
  Etat etatAu(LocalDate date) {
    return dernier(etats, Etat::le, date);
  }

  /** The deliberate difference at a date, or {@code null}. */
  Ecart ecartAu(LocalDate date) {
    return ecart == null || date.isBefore(ecartDepuis) ? null : ecart;
  }

  boolean versableAu(LocalDate date) {
    Etat etat = etatAu(date);
    return etat != null && etat.code() == '2';
  }

  /** First day of the open right, or {@code null}. */
  LocalDate ouverture() {
    return etats.stream().filter(e -> e.code() == '2').findFirst().map(Etat::le).orElse(null);
  }

  Situation situationAu(LocalDate date) {
    Situation situation = dernier(situations, Situation::depuis, date);
    return situation == null ? situations.getFirst() : situation;
  }

  Domicile domicileAu(LocalDate date) {
    Domicile domicile = dernier(domiciles, Domicile::depuis, date);
    return domicile == null ? domiciles.getFirst() : domicile;
  }

  /** The address before the one at this date, or {@code null}. */
  Domicile domicilePrecedent(LocalDate date) {
    int rang = domiciles.indexOf(domicileAu(date));
    return rang > 0 ? domiciles.get(rang - 1) : null;
  }

  List<Membre> membresAu(LocalDate date) {
    return membres.stream().filter(m -> m.presentAu(date)).toList();
  }

  int adultesAu(LocalDate date) {
    int adultes = 0;
    for (Membre m : membres) {
      if (m.adulte() && m.presentAu(date)) {
        adultes++;
      }
    }
    return adultes;
  }

  int enfantsAu(LocalDate date) {
    int enfants = 0;
    for (Membre m : membres) {
      if (!m.adulte() && m.presentAu(date)) {
        enfants++;
      }
    }
    return enfants;
  }

  /** At the MSA the number of a file is the NIR of its claimant, followed by two digits. */
  long matriculeMsa() {
    return Long.parseLong(demandeur().nirAu(demande)) * 100;
  }

  Humain demandeur() {
    return membres.getFirst().humain();
  }

  /** Adults who open a right at this date: what the plan counts. */
  int personnesVersablesAu(LocalDate date) {
    return versableAu(date) ? adultesAu(date) : 0;
  }

  /** Whether the monthly file of this date holds the claim: open, or closed since the previous one. */
  boolean dansLeFichierDu(LocalDate date, LocalDate precedent) {
    Etat etat = etatAu(date);
    return etat != null && (etat.code() == '0' || etat.code() >= '2' && etat.code() <= '4' || etat.le().isAfter(precedent));
  }

  Reduction reductionAu(LocalDate date) {
    for (Reduction r : reductions) {
      if (!r.du().isAfter(date) && r.au().isAfter(date)) {
        return r;
      }
    }
    return null;
  }

  /** What happened between two dates (first excluded, last included), in order. */
  List<Fait> faits(LocalDate apres, LocalDate jusqua) {
    List<Fait> faits = new ArrayList<>();
    for (Etat e : etats) {
      Humain.ajouter(faits, e.le(), apres, jusqua, switch (e.code()) {
        case '0' -> "DEMRSA";
        case '2' -> e == etats.getFirst() || e.le().equals(ouverture()) ? arrivee != null ? "MUT" : "ENTDED" : "REA";
        case '3', '4' -> "SUS";
        default -> "MUT".equals(e.motif()) ? "MUT" : "RAD";
      });
    }
    domiciles.forEach(d -> Humain.ajouter(faits, d.depuis(), apres, jusqua, "ADR"));
    situations.forEach(s -> Humain.ajouter(faits, s.depuis(), apres, jusqua, "SITFAM"));
    for (Membre m : membres) {
      Humain.ajouter(faits, m.du(), apres, jusqua, m.adulte() ? "SITFAM" : "SITENFAUT");
      if (m.au() != null) {
        Humain.ajouter(faits, m.au(), apres, jusqua, "SITFAM");
      }
      if (m.presentAu(jusqua)) {
        m.humain().faits(apres, jusqua, faits);
      }
    }
    faits.sort(Comparator.comparing(Fait::le).thenComparing(Fait::code));
    return faits;
  }

  private static <T> T dernier(List<T> liste, java.util.function.Function<T, LocalDate> quand, LocalDate date) {
    T dernier = null;
    for (T t : liste) {
      if (!quand.apply(t).isAfter(date)) {
        dernier = t;
      }
    }
    return dernier;
  }
}
