package fr.jalon.socle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that is refused for what is typed in some of its fields, all of them at once. A page shows each sentence beside its field; the
 * message says them one after the other, for whoever has no page (API, terminal). Code and article are those of the first fault.
 */
public class SaisieRefusee extends RefusMetier {
  private static final long serialVersionUID = 1L;
  private final transient Map<String, RefusMetier> fautes;

  /** @param fautes by name of field, in the order of the form, at least one; see {@link Fautes#lever()} */
  SaisieRefusee(Map<String, RefusMetier> fautes) {
    super(premiere(fautes).code(), String.join(" ", fautes.values().stream().map(RefusMetier::getMessage).toList()), premiere(fautes).article());
    this.fautes = new LinkedHashMap<>(fautes);
  }

  /** One field, one fault. */
  public SaisieRefusee(String champ, RefusMetier faute) {
    this(Map.of(champ, faute));
  }

  /** By name of field, in the order of the form. */
  public Map<String, RefusMetier> fautes() {
    return fautes;
  }

  /** The fields at fault, in the order of the form. */
  public List<String> champs() {
    return List.copyOf(fautes.keySet());
  }

  private static RefusMetier premiere(Map<String, RefusMetier> fautes) {
    return fautes.values().iterator().next();
  }
}
