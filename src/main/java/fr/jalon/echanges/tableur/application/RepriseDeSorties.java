package fr.jalon.echanges.tableur.application;

import fr.jalon.ecran.Francais;
import fr.jalon.echanges.tableur.domaine.Cases;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.SaisieRefusee;
import fr.jalon.sorties.application.ReprendreDesSorties;
import fr.jalon.sorties.application.ReprendreDesSorties.Deja;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.Poste;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.domaine.SortieDite;
import fr.jalon.sorties.domaine.SourceDeSortie;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Exits that another tool knew: each once, by the rules of a form. */
@Component
class RepriseDeSorties implements Repreneur<SortieDite> {
  private static final String SORTIE = "sortie";
  private static final String NOMBRE = "\\d{1,3}([.,]\\d{1,2})?";
  private static final Map<String, Champ> CHAMPS = Map.of("raison", Champ.SORTIE_RAISON, "le", Champ.SORTIE_LE, "contrat", Champ.CONTRAT, "finLe",
      Champ.SORTIE_FIN, "heures", Champ.HEURES_EMPLOI, "employeur", Champ.EMPLOYEUR, "metier", Champ.METIER);
  private final ReprendreDesSorties reprendre;
  private final PersonnesRetrouvees personnes;

  RepriseDeSorties(ReprendreDesSorties reprendre, PersonnesRetrouvees personnes) {
    this.reprendre = reprendre;
    this.personnes = personnes;
  }

  @Override
  public GenreDeTableur genre() {
    return GenreDeTableur.SORTIES;
  }

  @Override
  public SortieDite lire(Cases cases, LocalDate aujourdhui) {
    RaisonDeSortie raison = cases.champ(Champ.SORTIE_RAISON, t -> parmi(RaisonDeSortie.values(), RaisonDeSortie::libelle, t, "une raison de sortie"));
    GenreDeContrat contrat = cases.champ(Champ.CONTRAT, t -> parmi(GenreDeContrat.values(), GenreDeContrat::libelle, t, "un contrat"));
    LocalDate le = cases.champ(Champ.SORTIE_LE, cases::jour);
    LocalDate fin = cases.champ(Champ.SORTIE_FIN, cases::jour);
    SortieDite dite = new SortieDite(raison, le, SourceDeSortie.REPRISE, new Poste(contrat, fin,
        cases.champ(Champ.HEURES_EMPLOI, RepriseDeSorties::heures),
        cases.texte(Champ.EMPLOYEUR), cases.texte(Champ.METIER)));
    if (cases.erreurs().isEmpty()) {
      try {
        dite.verifier(aujourdhui, null);
      } catch (SaisieRefusee refus) {
        refus.fautes().forEach((champ, faute) -> cases.refuser(CHAMPS.get(champ), faute.getMessage()));
      }
    }
    return dite;
  }

  private static BigDecimal heures(String texte) {
    return texte.matches(NOMBRE) ? new BigDecimal(texte.replace(',', '.')).setScale(1, RoundingMode.HALF_UP) : BigDecimal.ONE.negate();
  }

  private static <E extends Enum<E>> E parmi(E[] valeurs, Function<E, String> libelle, String texte, String quoi) {
    String cle = CleDeRecherche.de(texte);
    return Arrays.stream(valeurs).filter(v -> CleDeRecherche.de(libelle.apply(v)).equals(cle) || CleDeRecherche.de(v.name().replace('_', ' '))
        .equals(cle))
        .findFirst().orElseThrow(() -> new IllegalArgumentException("« " + texte + " » n'est pas " + quoi + " : écrivez "
            + Arrays.stream(valeurs).map(libelle).collect(Collectors.joining(" ; ")) + "."));
  }

  @Override
  public void confronter(List<RangeeReprise<SortieDite>> rangees) {
    personnes.chercher(rangees);
    List<RangeeReprise<SortieDite>> trouvees = rangees.stream().filter(r -> r.personneId != null).toList();
    Set<Deja> deja = reprendre.deja(trouvees.stream().map(r -> r.personneId).distinct().toList());
    Set<Long> proposees = deja.stream().filter(Deja::proposee).map(Deja::personneId).collect(Collectors.toSet());
    Map<Deja, Integer> vues = new HashMap<>();
    for (RangeeReprise<SortieDite> r : trouvees.stream().filter(RangeeReprise::juste).toList()) {
      Deja elle = new Deja(r.personneId, r.chose.raison().name(), r.chose.le(), false);
      Integer autre = vues.putIfAbsent(elle, r.ligne.rang());
      if (autre != null) {
        r.dejaLa = "Cette sortie est déjà à la ligne " + autre + ".";
      } else if (deja.contains(elle)) {
        r.dejaLa = "Cette sortie du " + Francais.date(r.chose.le()) + " est déjà notée.";
      } else if (proposees.contains(r.personneId)) {
        r.cases.refuser(Champ.SORTIE_RAISON, "Le fichier propose déjà une sortie pour cette personne : complétez celle-là dans Sorties et emploi.");
      }
    }
  }

  @Override
  public void ecrire(Tableur t, List<RangeeReprise<SortieDite>> rangees) {
    rangees.forEach(r -> r.cree = Map.of(SORTIE, reprendre.reprendre(r.personneId, r.chose,
        UUID.nameUUIDFromBytes(("sorties " + t.id() + " ligne " + r.ligne.rang()).getBytes(StandardCharsets.UTF_8)))));
  }

  @Override
  public Map<Integer, String> defaire(Collection<Ecrite> ecrites) {
    return ecrites.stream().filter(e -> !reprendre.defaire(e.cree().get(SORTIE)))
        .collect(Collectors.toMap(Ecrite::rang, _ -> "un appel a été noté depuis, ou elle a été écartée"));
  }
}
