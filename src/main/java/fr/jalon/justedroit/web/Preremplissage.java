package fr.jalon.justedroit.web;

import fr.jalon.calcul.Revenu;
import fr.jalon.ecran.Francais;
import fr.jalon.justedroit.domaine.AccordAvecLeFichier;
import fr.jalon.justedroit.domaine.FaitsDuMois;
import fr.jalon.justedroit.domaine.FaitsDuMois.Declare;
import fr.jalon.justedroit.domaine.FaitsDuMois.Membre;
import fr.jalon.justedroit.domaine.FoyerSimule.Logis;
import fr.jalon.justedroit.domaine.LigneDeRevenu;
import fr.jalon.justedroit.domaine.MenageDuFichier;
import fr.jalon.justedroit.domaine.NaturesDeRessources;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fills the form from the files. Nothing is typed twice; what the files do not say is told above the form. */
final class Preremplissage {
  /** The payer counts it until it knows: the two figures of today differ, and the agent must know why before she gives one. */
  static final String ARRET =
      "Un revenu s'est arrêté pendant le trimestre déclaré : la simulation ne le compte plus (R. 262-13 CASF). La caisse le compte tant qu'elle ne le sait pas : "
      + "le montant versé aujourd'hui peut être plus bas. Demandez ce qui a suivi.";
  private final LocalDate aujourdhui;
  private final YearMonth premier;
  private final Saisie saisie = new Saisie(Map.of());
  private final List<String> remarques = new ArrayList<>();
  private int revenus;

  /**
   * The form filled.
   *
   * @param foyerId   the foyer it comes from, or {@code null}
   * @param remarques what to check, in French
   */
  record Rempli(Saisie saisie, Long foyerId, List<String> remarques) {}

  Preremplissage(LocalDate aujourdhui) {
    this.aujourdhui = aujourdhui;
    premier = YearMonth.from(aujourdhui);
  }

  /** @param faits the facts of today, or {@code null} when no file knows a foyer */
  Rempli depuis(FaitsDuMois faits, long personneId) {
    saisie.poser("personne", personneId).poser("premier", premier).poser("j-debut", aujourdhui.withDayOfMonth(1).plusMonths(1));
    if (faits == null) {
      remarques.add("Aucun fichier ne dit le foyer de cette personne : remplissez-le avec elle.");
      return new Rempli(saisie, null, remarques);
    }
    int rang = 0;
    for (Membre adulte : faits.adultes().stream().limit(2).toList()) {
      saisie.poser("a" + rang + "-naissance", adulte.naissance()).poser("a" + rang + "-enceinte", adulte.enceinte() ? "oui" : "");
      if (adulte.personneId() == personneId) {
        saisie.poser("j-qui", rang);
      }
      revenus(adulte, rang);
      rang++;
    }
    int enfant = 0;
    for (Membre e : faits.enfants()) {
      saisie.poser("e" + enfant++ + "-naissance", e.naissance());
    }
    if (revenus > 0) {
      remarques.add("Ces revenus continuent avec l'emploi : cochez « S'arrête à l'embauche » pour ceux qui s'arrêtent.");
    }
    if (saisie.vide("trimestre")) {
      remarques.add("Le fichier ne dit pas quand le trimestre en cours a commencé : choisissez-le avec la personne.");
    }
    saisie.poser("enfants", Math.max(1, enfant)).poser("revenus", Math.max(1, revenus));
    if (!faits.enfants().isEmpty()) {
      MenageDuFichier.rupture(faits).ifPresent(mois -> saisie.poser("isole", mois));
    }
    if (faits.enfants().stream().anyMatch(e -> e.ressources() != null && !e.ressources().nulles())) {
      remarques.add("Un enfant a des ressources : ajoutez-les si elles comptent.");
    }
    foyer(faits);
    return new Rempli(saisie, faits.foyerId(), remarques);
  }

  /** The form is false of today: nothing it says of tomorrow may be given to the person before what is missing is found. */
  static String phrase(AccordAvecLeFichier.Desaccord d) {
    return "La caisse compte %s de RSA en ce moment, ce formulaire en trouve %s. Trouvez avec la personne ce qui manque (ressources, logement, famille) avant de lui donner un chiffre."
        .formatted(Francais.euros(d.caisse()), Francais.euros(d.simule()));
  }

  private void foyer(FaitsDuMois faits) {
    saisie.poser("logement", faits.sansDomicile() ? Logis.SANS_DOMICILE : Logis.PAYE);
    FaitsDuMois.Montants m = faits.montants();
    if (m != null && m.logement() != null && m.logement().signum() > 0) {
      saisie.poser("aide-logement", francais(m.logement()));
      remarques.add("L'aide au logement écrite ici est la part que la caisse retire du RSA : mettez l'aide entière si vous la connaissez.");
    } else if (!faits.sansDomicile()) {
      remarques.add("Le fichier ne dit pas l'aide au logement : demandez-la.");
    }
    if (m != null && m.prestations() != null && m.prestations().signum() > 0) {
      saisie.poser("prestations", francais(m.prestations()));
    } else if (!faits.enfants().isEmpty()) {
      remarques.add("Le fichier ne dit pas les prestations familiales : demandez-les.");
    }
    if (!faits.versable()) {
      remarques.add("Le droit au RSA n'est pas versé aujourd'hui : la simulation suppose qu'il peut l'être.");
    }
  }

  private void revenus(Membre adulte, int rang) {
    FaitsDuMois.Ressources r = adulte.ressources();
    if (r == null || r.nulles()) {
      return;
    }
    if (r.montants().isEmpty()) {
      remarques.add("Le fichier ne donne que la moyenne des ressources : elle est écrite comme un salaire.");
      Map<YearMonth, BigDecimal> moyenne = new TreeMap<>();
      moyenne.put(premier.minusMonths(1), r.moyenne() == null ? BigDecimal.ZERO : r.moyenne());
      ecrire(rang, Revenu.SALAIRE_NET, moyenne, r);
      return;
    }
    Map<Revenu, Map<YearMonth, BigDecimal>> parNature = new EnumMap<>(Revenu.class);
    for (Declare d : r.montants()) {
      Optional<NaturesDeRessources.Nature> connue = NaturesDeRessources.connues().de(d.nature());
      if (connue.isEmpty() && d.montant() != null && d.montant().signum() > 0) {
        remarques.add("Une ressource de code %s est dans le fichier et Jalon ne sait pas la compter : ajoutez-la si elle compte.".formatted(d.nature()));
      }
      Revenu nature = connue.map(NaturesDeRessources.Nature::revenu).orElse(null);
      if (nature != null && d.montant() != null && d.mois() != null && !d.neutralise()) {
        parNature.computeIfAbsent(nature, _ -> new TreeMap<>()).merge(d.mois(), d.montant(), BigDecimal::add);
      }
    }
    if (r.fin() != null) {
      trimestre(YearMonth.from(r.fin()));
    }
    parNature.forEach((nature, mois) -> ecrire(rang, nature, mois, r));
    if (!parNature.isEmpty() && r.fin() != null) {
      remarques.add("Les ressources viennent du trimestre qui finit en %s ; les mois suivants répètent le dernier : corrigez-les avec la personne."
          .formatted(Francais.mois(r.fin())));
    }
  }

  /** The quarter opens two months after the last one declared (M-2). */
  private void trimestre(YearMonth dernierDeclare) {
    saisie.poser("trimestre", Math.floorMod(java.time.temporal.ChronoUnit.MONTHS.between(dernierDeclare.plusMonths(2), premier), 3L));
  }

  /** Each of the months before: declared, or the last one declared before it. */
  private void ecrire(int rang, Revenu nature, Map<YearMonth, BigDecimal> mois, FaitsDuMois.Ressources r) {
    String champ = "r" + revenus++ + "-";
    saisie.poser(champ + "qui", rang).poser(champ + "nature", nature.nom());
    YearMonth dernierDit = r.fin() == null || r.montants().isEmpty() ? premier : YearMonth.from(r.fin());
    BigDecimal dernier = r.montants().isEmpty() ? mois.values().iterator().next() : mois.getOrDefault(dernierDit, BigDecimal.ZERO);
    for (int i = 1; i <= LigneDeRevenu.MOIS_PASSES; i++) {
      YearMonth m = premier.minusMonths(LigneDeRevenu.MOIS_PASSES + 1L - i);
      BigDecimal montant = r.montants().isEmpty() || m.isAfter(dernierDit) ? dernier : mois.getOrDefault(m, BigDecimal.ZERO);
      saisie.poser(champ + "m" + i, montant.signum() == 0 ? "" : francais(montant));
    }
    if (dernier.signum() == 0 && mois.values().stream().anyMatch(m -> m.signum() > 0) && !remarques.contains(ARRET)) {
      remarques.add(ARRET);
    }
    saisie.poser(champ + "ensuite", dernier.signum() == 0 ? "" : francais(dernier));
  }

  private static String francais(BigDecimal montant) {
    return montant.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString().replace('.', ',').replaceAll(",00$", "");
  }
}
