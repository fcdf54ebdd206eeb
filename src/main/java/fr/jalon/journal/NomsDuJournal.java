package fr.jalon.journal;

import java.text.Collator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The acts and the screens of the journal in plain French, as each room said them. */
@Component
public class NomsDuJournal {
  private final Map<String, String> actes;
  private final Map<String, String> ecrans;

  NomsDuJournal(List<NomsAuJournal> pieces) {
    NomsAuJournal.Noms noms = new NomsAuJournal.Noms();
    pieces.forEach(p -> p.dire(noms));
    this.actes = Map.copyOf(noms.actes());
    this.ecrans = Map.copyOf(noms.ecrans());
  }

  /** The act in French; one that an older version wrote and that has no name any more is shown in small letters. */
  public String acte(String code) {
    String libelle = actes.get(code);
    if (libelle != null) {
      return libelle;
    }
    String mots = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return mots.isEmpty() ? "" : Character.toUpperCase(mots.charAt(0)) + mots.substring(1);
  }

  /** These acts with their names, in the order of the alphabet. */
  public Map<String, String> actes(Collection<String> codes) {
    Map<String, String> nommes = new LinkedHashMap<>();
    codes.stream().sorted((a, b) -> alphabet().compare(acte(a), acte(b))).forEach(code -> nommes.put(code, acte(code)));
    return nommes;
  }

  /** The acts that have a name, by code. */
  public Map<String, String> actesNommes() {
    return actes;
  }

  /** The screen in French; one without a name is shown by its address. @return {@code null} for none */
  public String ecran(String adresse) {
    return adresse == null ? null : ecrans.getOrDefault(adresse, adresse);
  }

  /** The names of the screens, in the order of the alphabet. */
  public List<String> ecrans() {
    return ecrans.values().stream().distinct().sorted(alphabet()).toList();
  }

  /** The addresses of a screen, by its name; an address stands for itself. */
  public String[] adresses(String nom) {
    String[] trouvees = ecrans.entrySet().stream().filter(e -> e.getValue().equals(nom)).map(Map.Entry::getKey).toArray(String[]::new);
    return trouvees.length == 0 ? new String[] {nom} : trouvees;
  }

  private static Collator alphabet() {
    return Collator.getInstance(Locale.FRENCH);
  }
}
