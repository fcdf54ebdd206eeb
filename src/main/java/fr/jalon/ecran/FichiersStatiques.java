package fr.jalon.ecran;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How long browsers keep style sheets, scripts and pictures: a year when their address changes with them (the version of ours, the number of the
 * libraries), else they ask each time whether it changed. Pages themselves are never kept: they show persons.
 */
@Component
class FichiersStatiques implements WebMvcConfigurer, HandlerInterceptor {
  private static final String[] OU = {"/css/**", "/js/**", "/img/**", "/webjars/**", "/favicon.ico"};
  private static final Pattern NUMERO_DE_BIBLIOTHEQUE = Pattern.compile("/(?:webjars/[^/]+/|js/[a-z]+-)\\d+(?:\\.\\d+)+/.*");
  private static final String UN_AN = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue();
  private static final String REDEMANDER = CacheControl.noCache().getHeaderValue();
  private final String version = empreinte();

  /** Changes with any of our style sheets, scripts and pictures: the parameter {@code v} of their addresses. */
  String version() {
    return version;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registre) {
    registre.addInterceptor(this).addPathPatterns(OU);
  }

  /** During an upgrade of two servers the old one is asked the new version: what it answers must not be kept under that name. */
  @Override
  public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object gestionnaire) {
    if (requete.getDispatcherType() == DispatcherType.REQUEST
        && existe(requete.getRequestURI().replaceFirst("^/js/echarts-([0-9.]+)/", "/_static/echarts/$1/dist/"))) {
      boolean durable = version.equals(requete.getParameter("v")) || NUMERO_DE_BIBLIOTHEQUE.matcher(requete.getRequestURI()).matches();
      reponse.setHeader(HttpHeaders.CACHE_CONTROL, durable ? UN_AN : REDEMANDER);
    }
    return true;
  }

  /** A file that is not there may come: its absence is not kept, and nothing can be changed of an answer once it is an error. */
  private static boolean existe(String chemin) {
    return Stream.of("static", "META-INF/resources").anyMatch(ou -> new ClassPathResource(ou + chemin).exists());
  }

  private static String empreinte() {
    try {
      var chercheur = new PathMatchingResourcePatternResolver();
      Resource[] fichiers = Stream.of("css", "js", "img").flatMap(d -> trouver(chercheur, d)).sorted(Comparator.comparing(Resource::getFilename))
          .toArray(Resource[]::new);
      CRC32 crc = new CRC32();
      for (Resource fichier : fichiers) {
        crc.update(fichier.getContentAsByteArray());
      }
      return Long.toHexString(crc.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Resource> trouver(PathMatchingResourcePatternResolver chercheur, String dossier) {
    try {
      return Arrays.stream(chercheur.getResources("classpath:static/" + dossier + "/*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
