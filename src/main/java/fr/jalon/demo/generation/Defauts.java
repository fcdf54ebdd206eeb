package fr.jalon.demo.generation;

import fr.jalon.demo.generation.FluxBeneficiaires.Ligne;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The claims that are wrong on purpose. None has a paid right, so that no published count depends on how they are treated. */
final class Defauts {
  private final Population population;
  private final List<Defaut> liste = Collections.synchronizedList(new ArrayList<>());
  private int numeros = 99_000_001;

  Defauts(Population population) {
    this.population = population;
  }

  List<Defaut> liste() {
    liste.sort(Comparator.comparing(Defaut::fichier).thenComparing(Defaut::numeroDemande));
    return liste;
  }

  /** Spoils two suspended claims of a monthly file; the next file is right again. */
  void gater(List<Ligne> lignes, EnTete enTete, String fichier) {
    LocalDate suivant = Calendrier.finDuMois(enTete.reference().plusDays(1));
    List<Integer> suspendus = new ArrayList<>();
    for (int i = 0; i < lignes.size() && suspendus.size() < 2; i++) {
      Dossier dossier = lignes.get(i).dossier();
      Dossier.Etat etat = dossier.etatAu(enTete.reference());
      if (etat.code() == '4' && etat.equals(dossier.etatAu(suivant)) && dossier.membresAu(enTete.reference()).size() == 1) {
        suspendus.add(i);
      }
    }
    gater(lignes, suspendus.get(0), fichier, "MOTISUSVERSRSA", "ZZ", "Motif de suspension inconnu : le fichier du mois suivant le corrige.");
    gater(lignes, suspendus.get(1), fichier, "DTNAI", "1985-02-30", "Date de naissance impossible : le fichier du mois suivant la corrige.");
  }

  private void gater(List<Ligne> lignes, int i, String fichier, String balise, String valeur, String raison) {
    Ligne ligne = lignes.get(i);
    lignes.set(i, new Ligne(ligne.dossier(), ligne.faits(), Map.of(balise, valeur)));
    liste.add(new Defaut(fichier, ligne.dossier().numero, balise, valeur, "REJETE_PUIS_GUERI", raison));
  }

  /** Four more claims in the last file. */
  void ajouter(List<Ligne> lignes, EnTete enTete, String fichier) {
    Dossier modele = lignes.getFirst().dossier();
    LocalDate date = enTete.reference();
    Humain inconnu = humain(1, "AUDIGIER", "PAUL EMILE", LocalDate.of(1979, 4, 12));
    inventer(lignes, enTete, modele, inconnu, '5', Map.of("ETATDOSRSA", "8"));
    noter(fichier, "ETATDOSRSA", "8", "REJETE", "État du dossier inconnu.");
    Humain impossible = humain(2, "N'DIAYE", "AWA", LocalDate.of(1988, 3, 1));
    inventer(lignes, enTete, modele, impossible, '5', Map.of("DTNAI", "1988-02-30"));
    noter(fichier, "DTNAI", "1988-02-30", "REJETE", "Date de naissance impossible.");
    Humain homonyme = population.homonymes().getFirst();
    inventer(lignes, enTete, modele, homonyme, '4', Map.of("NIR", ""));
    noter(fichier, "NIR", "", "REJETE", "Sans NIR, et deux personnes connues portent ces nom, prénom et date de naissance.");
    Humain seule = population.stock().stream().filter(d -> d.type == TypeFoyer.FEMME_SEULE && d.organisme.equals(enTete.organisme())
        && d.demande.isBefore(population.calendrier().debut())).findFirst().orElseThrow().demandeur();
    inventer(lignes, enTete, modele, seule, '3', Map.of("NIR", "", "NOM", seule.nomAu(date)));
    noter(fichier, "NIR", "", "DOUBLON_POSSIBLE", "Sans NIR, mêmes nom, prénom et date de naissance qu'une personne connue sous un autre dossier.");
  }

  private void noter(String fichier, String balise, String valeur, String attendu, String raison) {
    liste.add(new Defaut(fichier, numero(numeros - 1), balise, valeur, attendu, raison));
  }

  private Humain humain(int sexe, String nom, String prenom, LocalDate naissance) {
    String nir = "%d%02d%02d99990000".formatted(sexe, naissance.getYear() % 100, naissance.getMonthValue());
    Humain humain = new Humain(sexe, nom, prenom, null, naissance, "ALGER", nir, "9000000Z");
    humain.activites.add(new Humain.Activite(naissance.plusYears(20), null, "GE", "SAC", null));
    return humain;
  }

  private void inventer(List<Ligne> lignes, EnTete enTete, Dossier modele, Humain humain, char etat, Map<String, String> substitutions) {
    LocalDate date = enTete.reference();
    LocalDate demande = date.minusDays(70);
    Dossier dossier = new Dossier(numero(numeros), 9_000_000L + numeros % 1000, enTete.organisme(), demande, TypeFoyer.HOMME_SEUL);
    numeros++;
    dossier.membres.add(new Dossier.Membre(humain, "DEM", demande, null));
    dossier.domiciles.addAll(modele.domiciles);
    dossier.situations.add(new Dossier.Situation(humain.naissance.plusYears(18), "CEL"));
    dossier.passer(date.minusDays(6), etat, switch (etat) {
      case '5' -> "RAU";
      case '4' -> "06";
      default -> "DC";
    }, date.withDayOfMonth(1));
    lignes.add(new Ligne(dossier, List.of(), substitutions));
  }

  private String numero(int n) {
    return "%08d%s".formatted(n, population.demo().partenaire());
  }
}
