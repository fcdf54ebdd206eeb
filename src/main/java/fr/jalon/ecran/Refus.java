package fr.jalon.ecran;

import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a page says of a form it refused: templates receive it under the name {@code refus}, show it at the top with {@code commun/refus} and
 * beside each field with {@code commun/champ}, {@code commun/choix} or {@code commun/faute}.
 *
 * @param phrase  a rule about the whole act, or {@code null} when the fields say it all
 * @param article article of law of that rule, or {@code null}
 * @param fautes  sentence by id of the field in the page, in the order of the form
 */
public record Refus(String phrase, String article, Map<String, String> fautes) {
  /** Nothing was refused. */
  public static final Refus AUCUN = new Refus(null, null, Map.of());
  /** Name in the model. */
  public static final String CLE = "refus";

  /** Defensive copy that keeps the order. */
  public Refus {
    fautes = new LinkedHashMap<>(fautes);
  }

  /** Of a form whose fields have their own name as id. */
  public static Refus de(RefusMetier refus) {
    return de(refus, UnaryOperator.identity());
  }

  /** Of one form among several of a page. @param id from the name of a field to its id in the page */
  public static Refus de(RefusMetier refus, UnaryOperator<String> id) {
    if (!(refus instanceof SaisieRefusee saisie)) {
      return new Refus(refus.getMessage(), refus.article(), Map.of());
    }
    Map<String, String> fautes = new LinkedHashMap<>();
    saisie.fautes().forEach((champ, f) -> fautes.put(id.apply(champ), f.getMessage() + (f.article() == null ? "" : " (" + f.article() + ")")));
    return new Refus(null, null, fautes);
  }

  /** A rule of the page itself. */
  public static Refus de(String phrase) {
    return new Refus(phrase, null, Map.of());
  }

  /** Faults found by their own checks, by id of the field. */
  public static Refus de(Map<String, String> fautes) {
    return new Refus(null, null, fautes);
  }

  /** The page again, with why it refused in its model: 422. */
  public static ModelAndView page(String vue, Model modele) {
    return new ModelAndView(vue, modele.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** The page again, with this refusal under {@link #CLE}: 422, or 409 when somebody changed the thing meanwhile. */
  public static ModelAndView page(RefusMetier refus, String vue, Model modele) {
    return new ModelAndView(vue, modele.addAttribute(CLE, de(refus)).asMap(),
        refus instanceof ChangeEntreTemps ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /**
   * Values that are not of the kind their field takes: letters where a list gives a number.
   *
   * @throws SaisieRefusee with each of them
   */
  public static void exigerLisible(BindingResult lecture) {
    Fautes fautes = new Fautes();
    lecture.getFieldErrors().forEach(e -> fautes.exiger(false, e.getField(), "VALEUR_ILLISIBLE",
        "Cette valeur ne peut pas être lue : choisissez-la de nouveau."));
    fautes.lever();
  }

  /** The same, its faults in the order of the fields of the page: the cursor goes to the first, and the list at the top reads as the page does. */
  public Refus dansLOrdre(String... champs) {
    Map<String, String> ranges = new LinkedHashMap<>();
    for (String champ : champs) {
      if (fautes.containsKey(champ)) {
        ranges.put(champ, fautes.get(champ));
      }
    }
    fautes.forEach(ranges::putIfAbsent);
    return new Refus(phrase, article, ranges);
  }

  /** True when something was refused. */
  public boolean present() {
    return phrase != null || !fautes.isEmpty();
  }

  /** True when this field is at fault. */
  public boolean a(String champ) {
    return fautes.containsKey(champ);
  }

  /** What is wrong in this field, or {@code null}. */
  public String faute(String champ) {
    return fautes.get(champ);
  }

  /** True when this field is the first at fault: the cursor goes there. */
  public boolean premiere(String champ) {
    return phrase == null && !fautes.isEmpty() && fautes.keySet().iterator().next().equals(champ);
  }

  /** What describes a field: its help, then its fault. @return {@code null} when it has neither, which leaves the attribute out */
  public String decrit(String champ, boolean aide) {
    List<String> ids = new ArrayList<>();
    if (aide) {
      ids.add("aide-" + champ);
    }
    if (a(champ)) {
      ids.add("erreur-" + champ);
    }
    return ids.isEmpty() ? null : String.join(" ", ids);
  }
}
