package fr.jalon.habilitations;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page of the application and the parameters it reads, found by themselves: a page added tomorrow is tried too. */
@TestComponent
public class PagesTrouvees {
  private static final String BESOIN = "has(Any)?Authority\\('[A-Z_]+'(, '[A-Z_]+')*\\)";
  private final RequestMappingHandlerMapping pages;
  private final Roles roles;
  private final Map<String, String> modules = new ConcurrentHashMap<>();

  PagesTrouvees(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages, Roles roles) {
    this.pages = pages;
    this.roles = roles;
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

  /**
   * True when the role alone closes that path, before any number in it is read: by the resource that opens its pages, or by what its method says
   * it needs. False when that cannot be told.
   */
  public boolean fermee(RequestMethod verbe, String chemin, Perimetre perimetre) {
    Set<String> ouvrent = roles.ressources().stream()
        .flatMap(r -> r.pages().stream().filter(p -> chemin.equals(p) || chemin.startsWith(p + "/")).map(p -> Map.entry(p, r.code())))
        .collect(Collectors.groupingBy(e -> e.getKey().length(), TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())))
        .descendingMap().values().stream().findFirst().orElse(Set.of());
    if (!ouvrent.isEmpty() && ouvrent.stream().noneMatch(perimetre::peut)) {
      return true;
    }
    return pages.getHandlerMethods().entrySet().stream()
        .filter(e -> e.getKey().getPathPatternsCondition() != null && e.getKey().getPathPatternsCondition().getPatternValues().contains(chemin)
            && e.getKey().getMethodsCondition().getMethods().contains(verbe))
        .allMatch(e -> besoins(e.getValue()).stream().anyMatch(besoin -> besoin.stream().noneMatch(perimetre::peut)));
  }

  /** What a method asks for: one resource of each set; empty when it says nothing, or says it otherwise. */
  private static List<Set<String>> besoins(HandlerMethod methode) {
    PreAuthorize regle = Optional.ofNullable(methode.getMethodAnnotation(PreAuthorize.class))
        .orElseGet(() -> AnnotatedElementUtils.findMergedAnnotation(methode.getBeanType(), PreAuthorize.class));
    if (regle == null || !regle.value().matches(BESOIN + "( and " + BESOIN + ")*")) {
      return List.of();
    }
    return Arrays.stream(regle.value().split(" and "))
        .map(b -> Pattern.compile("'([^']+)'").matcher(b).results().map(r -> r.group(1)).collect(Collectors.toSet())).toList();
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
