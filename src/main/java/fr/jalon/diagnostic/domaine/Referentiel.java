package fr.jalon.diagnostic.domaine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A dated set of criteria, questions and rules: answers in, a recommendation with its reasons out.
 *
 * @param depuis    first day it applies
 * @param source    text it rests on
 * @param criteres  in the order asked
 * @param preremplissages the first that gives an answer to a criterion gives it
 * @param questions in the published order
 * @param regles    in the order tried; for every combination of values of the questions one at least applies
 */
public record Referentiel(LocalDate depuis, String source, List<Critere> criteres, List<Preremplissage> preremplissages,
    List<Question> questions, List<Regle> regles) {

  /** What a file of the CAF or the MSA already tells. @param si values of the facts, all wanted; @param reponses answers it gives */
  public record Preremplissage(Map<String, Set<String>> si, Map<String, String> reponses) {}

  /** @throws IllegalStateException when a question has no last word, or a combination of values meets no rule */
  public Referentiel {
    for (Question q : questions) {
      if (!q.cas().getLast().sansCondition()) {
        throw new IllegalStateException("La question %s doit finir par un cas sans condition.".formatted(q.code()));
      }
    }
    Set<String> connus = new java.util.HashSet<>(criteres.stream().map(Critere::code).toList());
    connus.addAll(questions.stream().map(Question::code).toList());
    for (Regle r : regles) {
      if (!connus.containsAll(r.quand().keySet())) {
        throw new IllegalStateException("La règle %s demande une question ou un critère inconnu : %s.".formatted(r.code(), r.quand().keySet()));
      }
    }
    for (Map<String, String> valeurs : combinaisons(questions)) {
      if (regles.stream().noneMatch(r -> r.vraie(valeurs, Reponses.AUCUNE))) {
        throw new IllegalStateException("Aucune règle ne conclut quand " + valeurs + ".");
      }
    }
  }

  /** Criteria without which nothing can be recommended and that are not answered, in the order asked. */
  public List<Critere> manquants(Reponses reponses) {
    return criteres.stream().filter(c -> !c.facultatif() && !c.reponses().containsKey(String.valueOf(reponses.a(c.code())))).toList();
  }

  /** The recommendation; empty while a needed answer is missing. */
  public Optional<Recommandation> recommander(Reponses reponses) {
    if (!manquants(reponses).isEmpty()) {
      return Optional.empty();
    }
    Map<Poids, List<String>> difficultes = difficultes(reponses);
    List<Recommandation.Etape> etapes = new ArrayList<>();
    for (Question q : questions) {
      Question.Cas cas = q.valeur(reponses, difficultes);
      etapes.add(new Recommandation.Etape(q.code(), q.libelle(), cas.valeur(), cas.phraseAvec(difficultes)));
    }
    Regle regle = regle(reponses, difficultes);
    String raison = regle.parceQue();
    for (Recommandation.Etape e : etapes) {
      raison = raison.replace("{" + e.question() + "}", e.constat());
    }
    String phrase = "Parcours %s, parce qu%s%s.".formatted(regle.parcours().court(), voyelle(raison) ? "'" : "e ", raison);
    return Optional.of(new Recommandation(regle.parcours(), phrase, List.copyOf(etapes), regle, changements(reponses, regle.parcours()), depuis));
  }

  /** The answers that the facts of the file already give. @param faits values by name of fact */
  public Reponses preremplir(Map<String, String> faits) {
    Map<String, String> reponses = new LinkedHashMap<>();
    for (Preremplissage p : preremplissages) {
      if (p.si().entrySet().stream().allMatch(e -> faits.get(e.getKey()) != null && e.getValue().contains(faits.get(e.getKey())))) {
        p.reponses().forEach(reponses::putIfAbsent);
      }
    }
    return new Reponses(reponses);
  }

  /** The criterion of this code, or empty. */
  public Optional<Critere> critere(String code) {
    return criteres.stream().filter(c -> c.code().equals(code)).findFirst();
  }

  /** The rule that concludes, for complete answers. */
  Regle regle(Reponses reponses) {
    return regle(reponses, difficultes(reponses));
  }

  private Regle regle(Reponses reponses, Map<Poids, List<String>> difficultes) {
    Map<String, String> valeurs = new LinkedHashMap<>();
    for (Question q : questions) {
      valeurs.put(q.code(), q.valeur(reponses, difficultes).valeur());
    }
    return regles.stream().filter(r -> r.vraie(valeurs, reponses)).findFirst().orElseThrow();
  }

  /** True when an answer tells of a vulnerability that D. 262-65-2-1 CASF names: health, housing, care of a child or of a relative. */
  public boolean vulnerable(Reponses reponses) {
    return criteres.stream().anyMatch(c -> c.vulnerabilites().contains(String.valueOf(reponses.a(c.code()))));
  }

  private List<Recommandation.Changement> changements(Reponses reponses, Parcours parcours) {
    List<Recommandation.Changement> changements = new ArrayList<>();
    for (Critere c : criteres) {
      Map<Parcours, List<String>> ailleurs = new EnumMap<>(Parcours.class);
      for (String autre : c.reponses().keySet()) {
        Parcours p = autre.equals(reponses.a(c.code())) ? parcours : regle(reponses.avec(c.code(), autre)).parcours();
        if (p != parcours) {
          ailleurs.computeIfAbsent(p, _ -> new ArrayList<>()).add(c.reponses().get(autre));
        }
      }
      ailleurs.forEach((p, noms) -> changements.add(new Recommandation.Changement(c.libelle(), List.copyOf(noms), p)));
    }
    return List.copyOf(changements);
  }

  private Map<Poids, List<String>> difficultes(Reponses reponses) {
    return criteres.stream().filter(Critere::estUneDifficulte).collect(Collectors.groupingBy(
        c -> c.poids().getOrDefault(reponses.a(c.code()), Poids.SANS), () -> new EnumMap<>(Poids.class),
        Collectors.mapping(Critere::nom, Collectors.toList())));
  }

  private static boolean voyelle(String raison) {
    return !raison.isEmpty() && "aeiouyéèêàâîôûh".indexOf(Character.toLowerCase(raison.charAt(0))) >= 0;
  }

  private static List<Map<String, String>> combinaisons(List<Question> questions) {
    List<Map<String, String>> toutes = List.of(Map.of());
    for (Question q : questions) {
      toutes = toutes.stream().flatMap(m -> q.valeurs().stream().map(v -> {
        Map<String, String> n = new LinkedHashMap<>(m);
        n.put(q.code(), v);
        return n;
      })).toList();
    }
    return toutes.stream().map(m -> (Map<String, String>) m).toList();
  }
}
