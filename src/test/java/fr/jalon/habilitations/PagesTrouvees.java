package fr.jalon.habilitations;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page of the application and the parameters it reads, found by themselves: a page added tomorrow is tried too. */
@TestComponent
public class PagesTrouvees {
  private final RequestMappingHandlerMapping pages;
  private final Map<String, String> modules = new ConcurrentHashMap<>();

  PagesTrouvees(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages) {
    this.pages = pages;
  }

  /** The paths of that verb, each with the names of its parameters. The API, which speaks another language, is left out. */
  public Map<String, Set<String>> parVerbe(RequestMethod verbe) {
    Map<String, Set<String>> trouvees = new TreeMap<>();
    pages.getHandlerMethods().forEach((info, methode) -> {
      if (methode.getBeanType().getName().startsWith("fr.jalon") && info.getMethodsCondition().getMethods().contains(verbe)
          && info.getPathPatternsCondition() != null) {
        info.getPathPatternsCondition().getPatternValues().stream().filter(c -> !c.startsWith("/api/"))
            .forEach(c -> trouvees.computeIfAbsent(c, _ -> new TreeSet<>()).addAll(noms(methode)));
      }
    });
    return trouvees;
  }

  /** The module whose controller answers at that path: the name of its schema too. */
  public String module(String chemin) {
    return modules.computeIfAbsent(chemin, _ -> pages.getHandlerMethods().entrySet().stream()
        .filter(e -> e.getKey().getPathPatternsCondition() != null && e.getKey().getPathPatternsCondition().getPatternValues().contains(chemin))
        .map(e -> e.getValue().getBeanType().getName().split("\\.")[2]).findFirst().orElseThrow());
  }

  private static Set<String> noms(HandlerMethod methode) {
    Set<String> noms = new TreeSet<>();
    for (MethodParameter p : methode.getMethodParameters()) {
      p.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      RequestParam demande = p.getParameterAnnotation(RequestParam.class);
      if (demande != null && !Map.class.isAssignableFrom(p.getParameterType())) {
        noms.add(demande.value().isEmpty() ? p.getParameterName() : demande.value());
      } else if (p.getParameterType().isRecord() && p.getParameterType().getName().startsWith("fr.jalon")
          && p.getParameterAnnotation(AuthenticationPrincipal.class) == null) {
        Arrays.stream(p.getParameterType().getRecordComponents()).map(RecordComponent::getName).forEach(noms::add);
      }
    }
    return noms;
  }

  /** A path whose numbers are all this one. */
  public static String remplir(String chemin, Object numero) {
    return chemin.replaceAll("\\{[^}]+}", String.valueOf(numero));
  }
}
