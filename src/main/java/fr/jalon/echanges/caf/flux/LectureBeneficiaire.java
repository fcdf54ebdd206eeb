package fr.jalon.echanges.caf.flux;

import static fr.jalon.echanges.caf.flux.Champs.bloc;
import static fr.jalon.echanges.caf.flux.Champs.date;
import static fr.jalon.echanges.caf.flux.Champs.montant;
import static fr.jalon.echanges.caf.flux.Champs.obligatoire;
import static fr.jalon.echanges.caf.flux.Champs.texte;
import static fr.jalon.echanges.caf.flux.Champs.siDit;

import fr.jalon.allocataires.constat.AdresseConstatee;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.DroitConstate;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.FoyerConstate.Anomalie;
import fr.jalon.allocataires.constat.MontantConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.socle.Nir;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a dossier of a file of beneficiaries (VRSB, or VRSD with its newer tags) as a statement about a foyer. */
public final class LectureBeneficiaire {
  /** France as the payers' list writes it, and as the official codes of countries do (COG). */
  private static final Set<String> FRANCE = Set.of("FRA", "100", "99100");
  private final BiPredicate<String, String> codeConnu;
  private final LocalDate reference;
  private final UnaryOperator<AdresseConstatee> situer;

  /**
   * @param codeConnu true when the tag has no list of codes or the code is in it
   * @param reference reference date of the file
   * @param situer    finds the commune of an address when its code does not tell it
   */
  public LectureBeneficiaire(BiPredicate<String, String> codeConnu, LocalDate reference, UnaryOperator<AdresseConstatee> situer) {
    this.situer = situer;
    this.codeConnu = codeConnu;
    this.reference = reference;
  }

  /**
   * @throws DossierRejete when the dossier breaks a rule
   */
  public FoyerConstate lire(Dossier dossier, CleFoyer cle) {
    List<Anomalie> anomalies = new ArrayList<>(0);
    FautesDesEnfants fautes = new FautesDesEnfants(dossier, codeConnu, anomalies);
    dossier.feuilles((balise, valeur, place) -> verifierCode(dossier, balise, valeur, place, fautes));
    Bloc racine = dossier.racine();
    LecturePersonne lecture = new LecturePersonne(reference, anomalies);
    List<PersonneConstatee> personnes = new ArrayList<>();
    List<Bloc> blocs = new ArrayList<>();
    for (Bloc bloc : racine.enfants()) {
      if (bloc.nom().equals("Personne")) {
        PersonneConstatee personne = fautes.lire(bloc, lecture::lire);
        if (personne != null) {
          personnes.add(personne);
          blocs.add(bloc);
        }
      }
    }
    unNirParPersonne(personnes, blocs, anomalies);
    if (personnes.isEmpty()) {
      throw new DossierRejete(racine, "Personne", null, "Le dossier ne contient aucune personne. Demandez la correction à la CAF ou à la MSA.");
    }
    return new FoyerConstate(cle, dossier.empreinte(), personnes, droit(racine), adresse(racine), montant(racine), dossier.ligne(), anomalies);
  }

  /** Two adults under one NIR cannot be told apart; a child who bears the number of another of the dossier is read without it. */
  private static void unNirParPersonne(List<PersonneConstatee> personnes, List<Bloc> blocs, List<Anomalie> anomalies) {
    Map<Nir, Integer> adultes = new HashMap<>();
    Map<Nir, Integer> tous = new HashMap<>();
    for (int i = 0; i < personnes.size(); i++) {
      PersonneConstatee p = personnes.get(i);
      if (p.identite().nir() != null) {
        tous.merge(p.identite().nir(), 1, Integer::sum);
        if (p.adulte() && adultes.merge(p.identite().nir(), 1, Integer::sum) > 1) {
          throw new DossierRejete(blocs.get(i).un("NIR"), "NIR", null,
              "Deux personnes du dossier portent le même NIR. Demandez la correction à la CAF ou à la MSA.");
        }
      }
    }
    for (int i = 0; i < personnes.size(); i++) {
      PersonneConstatee p = personnes.get(i);
      if (p.identite().nir() != null && !p.adulte() && tous.get(p.identite().nir()) > 1) {
        anomalies.add(new Anomalie(blocs.get(i).un("NIR").ligne(), "NIR", p.identite().prenom() + " " + p.identite().nom()
            + " : son numéro de sécurité sociale est aussi celui d'une autre personne du dossier. Cet enfant est enregistré sans lui. Demandez la correction à la CAF ou à la MSA."));
        personnes.set(i, p.sansNir());
      }
    }
  }

  private void verifierCode(Dossier dossier, String balise, String valeur, int place, FautesDesEnfants fautes) {
    if (!codeConnu.test(balise, valeur)) {
      fautes.laisser(new DossierRejete(dossier.bloc(place), balise, valeur,
          "Le code « " + valeur + " » n'existe pas dans la liste des codes de " + balise
          + ". Corrigez-le, ou demandez la correction à la CAF ou à la MSA."));
    }
  }

  private DroitConstate droit(Bloc racine) {
    Bloc situation = bloc(racine, "SituationDossierRSA");
    String etat = obligatoire(situation, "ETATDOSRSA");
    Bloc famille = racine.un("SituationFamille");
    Bloc detail = racine.un("TroncCommunDroitRSA");
    Bloc fin = situation.un("FinDroit");
    Bloc refus = situation.un("Refus");
    Bloc cedant = racine.un("OrganismeCedant");
    Bloc prenant = racine.un("OrganismePrenant");
    Suspension suspension = suspension(situation, etat);
    Bloc demande = racine.un("DemandeRSA");
    return new DroitConstate(etat, suspension.motif, suspension.depuis, texte(fin, "MOTICLORSA"), date(fin, "DTCLORSA"), texte(refus, "MOTIREFURSA"),
        detail != null && detail.un("ORIDEMRSA") != null ? texte(detail, "ORIDEMRSA") : texte(demande, "ORIDEMRSA"),
        detail != null && detail.un("DTORIDEMRSA") != null ? date(detail, "DTORIDEMRSA") : date(demande, "DTORIDEMRSA"),
        texte(famille, "SITFAM"), date(famille, "DDSITFAM"), siDit(detail, "TOPSANSDOMFIXE"), majore(racine),
        cedant == null ? null : texte(cedant, "FONORGCEDMUT") + " " + texte(cedant, "NUMORGCEDMUT"), date(cedant, "DDARRMUT"),
        prenant == null ? null : texte(prenant, "FONORGPRENMUT") + " " + texte(prenant, "NUMORGPRENMUT"), date(prenant, "DDDEPAMUT"),
        Json.blocs(racine, List.of("FinDroitMoisAnterieur", "EnAttente", "DroitOuvert", "SpecificiteDOM", "AvisPCGDroitRSA", "Controle", "Anomalie",
            "SuspensionDroit", "SuspensionVersement", "RessourcesTropElevees")));
  }

  private record Suspension(String motif, LocalDate depuis) {}

  /** State 3 is explained by the suspension of the right, state 4 by that of the payment; the latest one counts. */
  private static Suspension suspension(Bloc situation, String etat) {
    if (!etat.equals("3") && !etat.equals("4")) {
      return new Suspension(null, null);
    }
    List<Suspension> droits = situation.tous("SuspensionDroit").stream()
        .map(s -> new Suspension(texte(s, "MOTISUSDRORSA"), date(s, "DDSUSDRORSA"))).toList();
    List<Suspension> versements = Stream.concat(situation.tous("SuspensionVersement").stream(), situation.tous("RessourcesTropElevees").stream())
        .map(s -> new Suspension(texte(s, "MOTISUSVERSRSA"), date(s, "DDSUSVERSRSA"))).toList();
    List<Suspension> voulues = etat.equals("3") && !droits.isEmpty() || versements.isEmpty() ? droits : versements;
    return voulues.stream().max(Comparator.comparing(s -> s.depuis == null ? LocalDate.MIN : s.depuis)).orElse(new Suspension(null, null));
  }

  private static boolean majore(Bloc racine) {
    return racine.tous("NATPF").stream().anyMatch(n -> "RSI".equals(n.texte()));
  }

  private AdresseConstatee adresse(Bloc racine) {
    Bloc a = adressePrincipale(racine);
    if (a == null) {
      return null;
    }
    String voie = Stream.of("NUMVOIE", "LIBTYPEVOIE", "TYPEVOIE", "NOMVOIE").map(a::texte).filter(t -> t != null).collect(Collectors.joining(" "));
    String lignes = Stream.of(a.texte("COMPLIDEADR"), a.texte("COMPLADR"), voie, a.texte("LIEUDIST"), a.texte("LIBLIG2ADR"), a.texte("LIBLIG3ADR"),
        a.texte("LIBLIG4ADR"), a.texte("LIBLIG5ADR"), a.texte("LIBLIG6ADR"), a.texte("LIBLIG7ADR")).filter(t -> t != null && !t.isBlank())
            .collect(Collectors.joining("\n"));
    return situer.apply(new AdresseConstatee(date(a, "DTEMM"), lignes.isEmpty() ? null : lignes, codePostal(a), a.texte("NUMCOM"),
        nomDeLaCommune(a), a.texte("PAYS"), a.texte("TYPEADR"), a.texte("ETATADR")));
  }

  private static Bloc adressePrincipale(Bloc racine) {
    List<Bloc> adresses = racine.tous("Adresse");
    return adresses.stream().filter(b -> "1".equals(LectureIdentification.sansZeros(b.texte("RGADR")))).findFirst()
        .orElse(adresses.isEmpty() ? null : adresses.getFirst());
  }

  private static String nomDeLaCommune(Bloc a) {
    return a.texte("NOMCOM") != null ? a.texte("NOMCOM") : a.texte("LOCAADR");
  }

  /**
   * The commune that {@link #lire} states, even of a dossier that it rejects.
   *
   * @param situer as given to the constructor
   * @return INSEE code as recognised or as written, or {@code null}
   */
  public static String commune(Dossier dossier, UnaryOperator<AdresseConstatee> situer) {
    Bloc a = adressePrincipale(dossier.racine());
    return a == null ? null : situer.apply(new AdresseConstatee(null, null, codePostal(a), a.texte("NUMCOM"), nomDeLaCommune(a), a.texte("PAYS"),
        null, null)).commune();
  }

  /** A post code is a number in the schema: those of the Départements 01 to 09 lose their zero. All zeros says nothing. */
  private static String codePostal(Bloc a) {
    String code = a.texte("CODEPOS");
    boolean enFrance = a.texte("PAYS") == null || FRANCE.contains(a.texte("PAYS"));
    return code == null || code.chars().allMatch(c -> c == '0') ? null : enFrance && code.length() == 4 ? "0" + code : code;
  }

  private static MontantConstate montant(Bloc racine) {
    Bloc m = racine.un("MontantsCalculDroitRSA");
    List<Bloc> details = racine.tous("DetailCalculDroitRSA");
    Bloc tronc = racine.un("TroncCommunDroitRSA");
    if (m == null && details.isEmpty()) {
      return null;
    }
    StringBuilder prestations = null;
    if (!details.isEmpty()) {
      prestations = new StringBuilder();
      Json.liste(prestations, details);
    }
    String autres = m == null ? null : Json.blocs(racine, List.of("MontantsCalculDroitRSA"));
    return new MontantConstate(Champs.montant(m, "MTTOTDRORSA"), Champs.montant(m, "MTREVMINIGARARSA"), Champs.montant(m, "MTREVGARARSA"),
        Champs.montant(m, "MTRESSMENRSA"), Champs.montant(m, "MTPFRSA"), Champs.montant(m, "MTALRSA"),
        Champs.montant(m, "MTREDCGRSA") != null ? Champs.montant(m, "MTREDCGRSA") : Champs.montant(m, "MTSANCGRSA"),
        date(m, "DDELECAL"), date(m, "DFELECAL"),
        prestations == null ? null : prestations.toString(),
        autres != null ? autres : tronc == null ? null : Json.blocs(racine, List.of("TroncCommunDroitRSA")));
  }
}
