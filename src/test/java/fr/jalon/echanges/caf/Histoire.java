package fr.jalon.echanges.caf;

import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.personnages.PersonneCaf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Some months of a small payer, drawn at random: foyers that appear, close, vanish and come back, members who join and leave, persons in
 * two foyers, moves, dossiers that a file spoils, files replaced. Written as files, in the order of their dates.
 */
final class Histoire {
  private static final String[] COMMUNES = {"07186", "07019", "07010", "26198"};
  private static final LocalDate DEBUT = LocalDate.of(2025, 1, 31);
  final String caisse;
  final List<Fichier> fichiers = new ArrayList<>();
  /** What each spoiled dossier says under its defect: by claim, reference and kind of file (one at most). */
  final Map<String, Contenu> gates = new LinkedHashMap<>();
  private final Random hasard;
  private final List<String> demandes = new ArrayList<>();
  private final Map<String, String> nirs = new LinkedHashMap<>();

  /** An activity: code, begin, end or null. */
  record Activite(String code, LocalDate depuis, LocalDate jusqua) {}

  /** Place of a person in a foyer. */
  record Place(String personne, String role, boolean sdd, List<Activite> activites, String ressources) {}

  /** What a file says of a foyer. */
  record Contenu(String etat, LocalDate depuis, String famille, List<Place> places, String commune, String montant) {}

  /** A file: those of the foyers it spoils are rejected alone. */
  record Fichier(LocalDate reference, boolean complet, Map<String, Contenu> foyers, Set<String> gates) {
    @Override
    public String toString() {
      return (complet ? "M " : "J ") + reference + " " + foyers + (gates.isEmpty() ? "" : " gâtés " + gates);
    }
  }

  Histoire(long graine, Guichet guichet) {
    hasard = new Random(graine);
    caisse = guichet.caisse();
    int foyers = 1 + hasard.nextInt(3);
    for (int i = 0; i < foyers; i++) {
      demandes.add(guichet.demande());
    }
    for (int i = 0; i < 5; i++) {
      nirs.put("P" + i, guichet.nir());
    }
    raconter();
  }

  private void raconter() {
    Map<String, Contenu> monde = new TreeMap<>();
    LocalDate jour = DEBUT;
    int mois = 2 + hasard.nextInt(3);
    for (int m = 0; m < mois; m++) {
      ecrire(DEBUT.plusMonths(m).plusDays(1).withDayOfMonth(1).minusDays(1), true, monde);
      if (hasard.nextInt(4) == 0) {
        ecrire(fichiers.getLast().reference(), hasard.nextBoolean(), monde);
      }
      jour = fichiers.getLast().reference();
      for (int j = hasard.nextInt(3); j > 0; j--) {
        jour = jour.plusDays(1 + hasard.nextInt(9));
        ecrire(jour, false, monde);
      }
    }
  }

  private void ecrire(LocalDate reference, boolean complet, Map<String, Contenu> monde) {
    Map<String, Contenu> ecrits = new LinkedHashMap<>();
    Set<String> gates = new LinkedHashSet<>();
    for (String demande : demandes) {
      if (hasard.nextInt(3) > 0 || !monde.containsKey(demande)) {
        monde.put(demande, evoluer(demande, monde.get(demande), reference));
      }
      boolean present = hasard.nextInt(complet ? 4 : 2) > 0;
      if (present) {
        ecrits.put(demande, monde.get(demande));
        String cle = demande + reference + (complet ? "MENSUEL" : "JOURNALIER");
        if (hasard.nextInt(8) == 0 && !this.gates.containsKey(cle)) {
          gates.add(demande);
          this.gates.put(cle, monde.get(demande));
        }
      }
    }
    fichiers.add(new Fichier(reference, complet, ecrits, gates));
  }

  private Contenu evoluer(String demande, Contenu avant, LocalDate jour) {
    if (avant == null || hasard.nextInt(4) == 0) {
      return new Contenu(etat(), null, "CEL", places(demande), COMMUNES[hasard.nextInt(COMMUNES.length)], montant());
    }
    return switch (hasard.nextInt(5)) {
      case 0 -> {
        String etat = etat();
        yield new Contenu(etat, etat.equals("4") ? jour.minusDays(10) : null, avant.famille(), avant.places(), avant.commune(), avant.montant());
      }
      case 1 -> new Contenu(avant.etat(), avant.depuis(), avant.famille(), places(demande), avant.commune(), avant.montant());
      case 2 -> new Contenu(avant.etat(), avant.depuis(), avant.famille(), avant.places(),
          hasard.nextInt(5) == 0 ? null : COMMUNES[hasard.nextInt(COMMUNES.length)], avant.montant());
      case 3 -> new Contenu(avant.etat(), avant.depuis(), avant.famille(), avant.places(), avant.commune(), montant());
      default -> new Contenu(avant.etat(), avant.depuis(), hasard.nextBoolean() ? "CEL" : "MAR", avant.places(), avant.commune(), avant.montant());
    };
  }

  private String etat() {
    return new String[] {"0", "2", "2", "2", "4", "5", "1"}[hasard.nextInt(7)];
  }

  private String montant() {
    return hasard.nextInt(4) == 0 ? null : hasard.nextInt(900) + ".50";
  }

  private List<Place> places(String demande) {
    List<Place> places = new ArrayList<>();
    List<String> tous = new ArrayList<>(nirs.keySet());
    java.util.Collections.shuffle(tous, hasard);
    places.add(new Place(tous.get(0), "DEM", hasard.nextBoolean(), activites(), hasard.nextInt(3) == 0 ? null : hasard.nextInt(500) + ".00"));
    if (hasard.nextInt(3) == 0) {
      places.add(new Place(tous.get(1), "CJT", hasard.nextBoolean(), activites(), null));
    }
    if (hasard.nextInt(3) == 0) {
      places.add(new Place(tous.get(2), "ENF", false, List.of(), null));
    }
    if (hasard.nextInt(3) == 0) {
      // known by nothing but her claim, her name and her birth date
      places.add(new Place("SANS" + demandes.indexOf(demande), "ENF", false, List.of(), null));
    }
    return places;
  }

  private List<Activite> activites() {
    return switch (hasard.nextInt(4)) {
      case 0 -> List.of();
      case 1 -> List.of(new Activite("CHO", LocalDate.of(2024, 6, 1), null));
      case 2 -> List.of(new Activite("CHO", LocalDate.of(2024, 6, 1), null),
          new Activite("ETI", LocalDate.of(2024, 7, 1), DEBUT.plusDays(hasard.nextInt(90))));
      default -> List.of(new Activite("CHO", LocalDate.of(2024, 6, 1), null), new Activite("SAL", DEBUT.plusDays(hasard.nextInt(90)), null));
    };
  }

  /** The file as the payer writes it. */
  FichierCaf ecrit(Fichier fichier) {
    FichierCaf ecrit = fichier.complet() ? FichierCaf.mensuel(fichier.reference().toString()) : FichierCaf.journalier(fichier.reference().toString());
    // a payer always has someone: the file says whose it is even when ours are not in it
    ecrit.avec(DossierCaf.dossier(caisse, "99999999999").avec(PersonneCaf.demandeur("TEMOIN" + caisse, "TEMOIN").ne("1990-01-01")));
    fichier.foyers().forEach((demande, c) -> {
      DossierCaf d = DossierCaf.dossier(caisse, demande).situationFamille(c.famille()).montant(c.montant());
      d.etat(c.etat());
      if (c.etat().equals("4")) {
        d.suspendu("06", c.depuis() == null ? null : c.depuis().toString());
      }
      if (c.commune() == null) {
        d.sansAdresse();
      } else {
        d.habite(c.commune(), "07000", "QUELQUE PART");
      }
      c.places().forEach(p -> d.avec(personne(p)));
      if (fichier.gates().contains(demande)) {
        d.mettre("SITFAM", "???");
      }
      ecrit.avec(d);
    });
    return ecrit;
  }

  private PersonneCaf personne(Place p) {
    PersonneCaf personne = PersonneCaf.demandeur(nom(p.personne()), p.personne()).role(p.role()).sdd(p.sdd()).nir(nirs.get(p.personne()))
        .ne("19" + (60 + Math.floorMod(p.personne().hashCode(), 30)) + "-03-04");
    p.activites().forEach(a -> personne.activite(a.code(), a.depuis().toString(), a.jusqua() == null ? null : a.jusqua().toString()));
    if (p.ressources() != null) {
      personne.ressources("2024-10-01", "2024-12-31", p.ressources());
    }
    return personne;
  }

  /** Name under which a person of this history is known. */
  String nom(String personne) {
    return "H" + caisse + personne.charAt(0);
  }
}
