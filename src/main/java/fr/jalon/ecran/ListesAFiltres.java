package fr.jalon.ecran;

import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The lists whose filters are in their address: an address written long ago is read again, without what it asks that is no more. */
@Component
public class ListesAFiltres {
  /** Texts of addresses that name a thing: a code. Anything else may be what somebody typed. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private final ObjectProvider<RequestMappingHandlerMapping> adresses;
  private final ObjectProvider<ConversionService> conversion;
  private final ObjectProvider<ValeursDesFiltres> valeurs;
  private volatile Map<String, Class<?>> parChemin;

  ListesAFiltres(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> adresses,
      @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversion, ObjectProvider<ValeursDesFiltres> valeurs) {
    this.adresses = adresses;
    this.conversion = conversion;
    this.valeurs = valeurs;
  }

  /** An address read again. @param perdus names of what it asked and that is no more */
  public record Lue(Filtres filtres, List<String> perdus) {}

  /** @param adresse path and question of a list; empty when no list has that path */
  public Optional<Lue> lire(String adresse) {
    int question = adresse.indexOf('?');
    String chemin = question < 0 ? adresse : adresse.substring(0, question);
    return Optional.ofNullable(listes().get(chemin)).map(type -> lire(type, question < 0 ? Map.of() : parametres(adresse.substring(question + 1))));
  }

  private Lue lire(Class<?> type, Map<String, String> parametres) {
    RecordComponent[] composants = type.getRecordComponents();
    Object[] lus = new Object[composants.length];
    List<String> perdus = new ArrayList<>();
    for (int i = 0; i < composants.length; i++) {
      String nom = composants[i].getName();
      String texte = parametres.get(nom);
      if (texte != null && !texte.isBlank() && !nom.equals("page")) {
        lus[i] = valeur(composants[i].getType(), texte);
        if (lus[i] != null && !connue(nom, lus[i])) {
          lus[i] = null;
        }
        if (lus[i] == null) {
          perdus.add(nom);
        }
      }
    }
    return new Lue((Filtres) BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type), lus), perdus);
  }

  private boolean connue(String nom, Object valeur) {
    return Filtres.TOUS.equals(valeur.toString()) || valeurs.stream().allMatch(v -> v.connue(nom, valeur));
  }

  private Object valeur(Class<?> type, String texte) {
    if (type == String.class) {
      return CODE.matcher(texte).matches() ? texte : null;
    }
    try {
      return conversion.getObject().convert(texte, type);
    } catch (ConversionException | IllegalArgumentException | java.time.DateTimeException _) {
      return null;
    }
  }

  private static Map<String, String> parametres(String question) {
    Map<String, String> parametres = new LinkedHashMap<>();
    for (String paire : question.split("&")) {
      int egal = paire.indexOf('=');
      if (egal > 0) {
        try {
          parametres.put(paire.substring(0, egal), URLDecoder.decode(paire.substring(egal + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
          parametres.put(paire.substring(0, egal), "%");
        }
      }
    }
    return parametres;
  }

  /** Those that a page shows: its controller takes the record as a parameter, at the path that the record says. */
  private Map<String, Class<?>> listes() {
    if (parChemin == null) {
      Map<String, Class<?>> trouvees = new HashMap<>();
      adresses.getObject().getHandlerMethods().values().stream().flatMap(m -> java.util.Arrays.stream(m.getMethod().getParameterTypes()))
          .filter(t -> t.isRecord() && Filtres.class.isAssignableFrom(t)).forEach(t -> trouvees.put(((Filtres) BeanUtils.instantiateClass(
              BeanUtils.getResolvableConstructor(t), new Object[t.getRecordComponents().length])).chemin(), t));
      parChemin = Map.copyOf(trouvees);
    }
    return parChemin;
  }
}
