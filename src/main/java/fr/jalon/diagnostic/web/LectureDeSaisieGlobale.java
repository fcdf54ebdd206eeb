package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.application.SaisieGlobale;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.parametres.Metier;
import fr.jalon.parametres.Metiers;
import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/** From the fields of the page to what is saved, and back. A field is {@code MOBILITE-niveau}; what was seen travels beside it. */
final class LectureDeSaisieGlobale {
  private static final String VU = "vu";
  private static final String ETAT = "etat";
  private static final String ETAT_VU = "etat_vu";
  private static final String ETAT_LE = "etat_le";
  private static final String MOTIF = "motif";
  private static final String ACTION = "action";
  private static final String ACTION_POUR = "action_pour";

  private LectureDeSaisieGlobale() {}

  /** Every field of each part the form sent, those of how it was seen included. */
  static Map<String, Reponses> champs(List<Rubrique> rubriques, MultiValueMap<String, String> recus) {
    Map<String, Reponses> champs = new LinkedHashMap<>();
    for (Rubrique r : rubriques) {
      Map<String, String> valeurs = new LinkedHashMap<>();
      for (Rubrique.Champ c : r.champs()) {
        if (c.genre() == Rubrique.Genre.METIERS) {
          valeurs.put(c.code(), metiers(r.code() + "-" + c.code(), c.max(), recus));
          continue;
        }
        String dit = String.join(" ", recus.getOrDefault(r.code() + "-" + c.code(), List.of())).replace("\r\n", "\n").strip();
        LocalDate jour = c.genre() == Rubrique.Genre.JOUR ? DatesPlausibles.lireOuRien(dit) : null;
        valeurs.put(c.code(), jour == null ? dit : jour.toString());
      }
      for (String c : List.of(VU, ETAT, ETAT_VU, ETAT_LE, MOTIF, ACTION, ACTION_POUR)) {
        valeurs.put(c, recus.getFirst(r.code() + "-" + c));
      }
      champs.put(r.code(), new Reponses(valeurs));
    }
    return champs;
  }

  /** The métiers typed in each field, the most wished first, one a line; one that is of the list as it is called there. */
  private static String metiers(String nom, int max, MultiValueMap<String, String> recus) {
    return IntStream.rangeClosed(1, max).mapToObj(i -> recus.getFirst(Rubrique.Champ.rang(nom, i))).filter(Objects::nonNull)
        .map(String::strip).filter(x -> !x.isEmpty())
        .map(x -> Metiers.connus().reconnaitre(x).map(Metier::enClair).orElse(x)).collect(Collectors.joining("\n"));
  }

  /** What there is, as the form shows it. */
  static Reponses champs(Rubrique r, EtatDuDiagnostic present) {
    Map<String, String> valeurs = new LinkedHashMap<>(present.reponses(r.code()).parCritere());
    if (present.constats().containsKey(r.code())) {
      valeurs.put(VU, String.valueOf(present.constats().get(r.code()).id()));
    }
    if (present.freins().containsKey(r.code())) {
      String etat = present.freins().get(r.code()).etat().name();
      valeurs.put(ETAT, etat);
      valeurs.put(ETAT_VU, etat);
    }
    return new Reponses(valeurs);
  }

  /** The same fields, seen over what there is now: what this agent did not touch is what a colleague made of it. @param vues what she had seen */
  static Reponses surLePresent(Rubrique r, Reponses saisis, Reponses vues, EtatDuDiagnostic present) {
    Map<String, String> valeurs = new LinkedHashMap<>(saisis.parCritere());
    Reponses maintenant = champs(r, present);
    if (reponses(r, saisis).equals(vues)) {
      r.champs().forEach(c -> valeurs.put(c.code(), maintenant.a(c.code())));
    }
    if (Objects.equals(saisis.a(ETAT), saisis.a(ETAT_VU))) {
      valeurs.put(ETAT, maintenant.a(ETAT));
    }
    valeurs.put(VU, maintenant.a(VU));
    valeurs.put(ETAT_VU, maintenant.a(ETAT_VU));
    return new Reponses(valeurs);
  }

  /** What is saved. @throws fr.jalon.socle.SaisieRefusee for days that cannot be read */
  static SaisieGlobale saisie(List<Rubrique> rubriques, String le, Map<String, Reponses> champs) {
    Fautes fautes = new Fautes();
    Map<String, SaisieGlobale.Part> parts = new LinkedHashMap<>();
    for (Rubrique r : rubriques) {
      Reponses c = champs.get(r.code());
      parts.put(r.code(), new SaisieGlobale.Part(vu(c), reponses(r, c),
          etat(c.a(ETAT_VU)), etat(c.a(ETAT)), DatesPlausibles.facultatif(r.code() + "-" + ETAT_LE, c.a(ETAT_LE), fautes),
          c.a(MOTIF) == null ? "" : c.a(MOTIF), c.a(ACTION), DatesPlausibles.facultatif(r.code() + "-" + ACTION_POUR, c.a(ACTION_POUR), fautes)));
    }
    LocalDate jour = DatesPlausibles.facultatif("le", le, fautes);
    fautes.lever();
    return new SaisieGlobale(jour, parts);
  }

  /** The version that the page showed, {@code null} when it showed none. */
  static Long vu(Reponses champs) {
    String vu = champs.a(VU);
    return vu != null && vu.matches("\\d{1,18}") ? Long.valueOf(vu) : null;
  }

  private static Reponses reponses(Rubrique r, Reponses champs) {
    Map<String, String> reponses = new LinkedHashMap<>();
    r.champs().forEach(champ -> reponses.put(champ.code(), champs.a(champ.code())));
    return new Reponses(reponses);
  }

  private static EtatFrein etat(String nom) {
    return Arrays.stream(EtatFrein.values()).filter(e -> e.name().equals(nom)).findFirst().orElse(null);
  }
}
