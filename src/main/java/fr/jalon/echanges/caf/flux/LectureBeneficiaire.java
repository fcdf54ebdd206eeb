package fr.jalon.echanges.caf.flux;

import static fr.jalon.echanges.caf.flux.Champs.bloc;
import static fr.jalon.echanges.caf.flux.Champs.date;
import static fr.jalon.echanges.caf.flux.Champs.montant;
import static fr.jalon.echanges.caf.flux.Champs.obligatoire;
import static fr.jalon.echanges.caf.flux.Champs.texte;
import static fr.jalon.echanges.caf.flux.Champs.vrai;

import fr.jalon.allocataires.constat.AdresseConstatee;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.DroitConstate;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.MontantConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a dossier of a file of beneficiaries (VRSB, or VRSD with its newer tags) as a statement about a foyer. */
public final class LectureBeneficiaire {
  private final BiPredicate<String, String> codeConnu;
  private final LocalDate reference;

  /**
   * @param codeConnu true when the tag has no list of codes or the code is in it
   * @param reference reference date of the file
   */
  public LectureBeneficiaire(BiPredicate<String, String> codeConnu, LocalDate reference) {
    this.codeConnu = codeConnu;
    this.reference = reference;
  }

  /**
   * @throws DossierRejete when the dossier breaks a rule
   */
  public FoyerConstate lire(Dossier dossier, CleFoyer cle) {
    dossier.feuilles((balise, valeur, place) -> verifierCode(dossier, balise, valeur, place));
    Bloc racine = dossier.racine();
    LecturePersonne lecture = new LecturePersonne(reference);
    List<PersonneConstatee> personnes = new ArrayList<>();
    Set<Object> nirs = new HashSet<>();
    for (Bloc bloc : racine.enfants()) {
      if (bloc.nom().equals("Personne")) {
        PersonneConstatee p = lecture.lire(bloc);
        if (p.identite().nir() != null && !nirs.add(p.identite().nir())) {
          throw new DossierRejete(bloc.un("NIR"), "NIR", null, "Deux personnes du dossier portent le même NIR. Demandez la correction à la CAF ou à la MSA.");
        }
        personnes.add(p);
      }
    }
    if (personnes.isEmpty()) {
      throw new DossierRejete(racine, "Personne", null, "Le dossier ne contient aucune personne. Demandez la correction à la CAF ou à la MSA.");
    }
    return new FoyerConstate(cle, dossier.empreinte(), personnes, droit(racine), adresse(racine), montant(racine), dossier.ligne());
  }

  private void verifierCode(Dossier dossier, String balise, String valeur, int place) {
    if (!codeConnu.test(balise, valeur)) {
      throw new DossierRejete(dossier.bloc(place), balise, valeur, "Le code « " + valeur + " » n'existe pas dans la liste des codes de " + balise
          + ". Corrigez-le, ou demandez la correction à la CAF ou à la MSA.");
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
        texte(famille, "SITFAM"), date(famille, "DDSITFAM"), vrai(detail, "TOPSANSDOMFIXE"), majore(racine),
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

  private static AdresseConstatee adresse(Bloc racine) {
    List<Bloc> adresses = racine.tous("Adresse");
    if (adresses.isEmpty()) {
      return null;
    }
    Bloc a = adresses.stream().filter(b -> "1".equals(LectureIdentification.sansZeros(b.texte("RGADR")))).findFirst().orElse(adresses.getFirst());
    String voie = Stream.of("NUMVOIE", "LIBTYPEVOIE", "TYPEVOIE", "NOMVOIE").map(a::texte).filter(t -> t != null).collect(Collectors.joining(" "));
    String lignes = Stream.of(a.texte("COMPLIDEADR"), a.texte("COMPLADR"), voie, a.texte("LIEUDIST"), a.texte("LIBLIG2ADR"), a.texte("LIBLIG3ADR"),
        a.texte("LIBLIG4ADR"), a.texte("LIBLIG5ADR"), a.texte("LIBLIG6ADR"), a.texte("LIBLIG7ADR")).filter(t -> t != null && !t.isBlank()).collect(Collectors.joining("\n"));
    return new AdresseConstatee(date(a, "DTEMM"), lignes.isEmpty() ? null : lignes, a.texte("CODEPOS"), a.texte("NUMCOM"),
        a.texte("NOMCOM") != null ? a.texte("NOMCOM") : a.texte("LOCAADR"), a.texte("PAYS"), a.texte("TYPEADR"), a.texte("ETATADR"));
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
        Champs.montant(m, "MTREDCGRSA") != null ? Champs.montant(m, "MTREDCGRSA") : Champs.montant(m, "MTSANCGRSA"), date(m, "DDELECAL"), date(m, "DFELECAL"),
        prestations == null ? null : prestations.toString(), autres != null ? autres : tronc == null ? null : Json.blocs(racine, List.of("TroncCommunDroitRSA")));
  }
}
