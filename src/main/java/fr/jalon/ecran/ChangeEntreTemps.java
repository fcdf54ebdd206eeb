package fr.jalon.ecran;

import fr.jalon.socle.RefusMetier;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/**
 * Somebody changed the thing while the agent was writing: nothing is written, 409. The page shows her form again, with what she typed, over
 * what there is now ({@link Versions#enFormulaire}); saving again writes it.
 */
public class ChangeEntreTemps extends RefusMetier {
  private static final long serialVersionUID = 1L;
  private final transient Version maintenant;
  private final transient List<Difference> differences;
  private final transient Record voulue;
  private final String qui;

  ChangeEntreTemps(String qui, Version maintenant, List<Difference> differences, Record voulue) {
    super("CHANGE_ENTRE_TEMPS", "%s. Rien n'est %s. %s%s".formatted(qui, voulue == null ? "fait" : "enregistré", differences.stream()
        .map(Difference::phrase).collect(Collectors.joining(" ")),
        voulue == null ? " Si c'est toujours ce que vous voulez, recommencez : la page est maintenant à jour." : ""));
    this.qui = qui;
    this.maintenant = maintenant;
    this.differences = List.copyOf(differences);
    this.voulue = voulue;
  }

  /** Who and when: {@code Claire Martin a changé ce lieu à 10 h 42}. */
  public String qui() {
    return qui;
  }

  /** What changed, in the order of the form. */
  public List<Difference> differences() {
    return differences;
  }

  /** Where the agent has to choose between her value and the other's. */
  public List<Difference> aChoisir() {
    return differences.stream().filter(d -> d.saisi() != null).toList();
  }

  /** What changed where she typed nothing: the form holds it now. */
  public List<Difference> reprises() {
    return differences.stream().filter(d -> d.saisi() == null).toList();
  }

  /** The form to show again: her values where she changed something, the present ones elsewhere. */
  public <F extends Record> F formulaire(Class<F> type) {
    return type.cast(voulue);
  }

  /** The page again, with the form in its model: 409. */
  public ModelAndView page(String vue, Model modele) {
    return new ModelAndView(vue, modele.asMap(), HttpStatus.CONFLICT);
  }

  Version maintenant() {
    return maintenant;
  }
}
