package fr.jalon.demarrage;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Times every request under the shape of its page, never its address, and answers {@code /sante/mesures} to who holds the token. */
final class PageDesMesures extends OncePerRequestFilter {
    private static final String ADRESSE = "/sante/mesures";
    private final PrometheusMeterRegistry mesures;
    private final byte[] attendu;

    PageDesMesures(PrometheusMeterRegistry mesures, String jeton) {
        this.mesures = mesures;
        attendu = ("Bearer " + jeton).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite) throws ServletException, IOException {
        if (ADRESSE.equals(requete.getRequestURI())) {
            repondre(requete, reponse);
            return;
        }
        Timer.Sample debut = Timer.start(mesures);
        boolean finie = false;
        try {
            suite.doFilter(requete, reponse);
            finie = true;
        } finally {
            // Tomcat gives its status to what broke after this filter
            debut.stop(Timer.builder("jalon.pages").description("Temps des pages, par forme d'adresse").tag("page", page(requete))
                .tag("methode", methode(requete))
                .tag("statut", (finie ? reponse.getStatus() / 100 : 5) + "xx")
                .serviceLevelObjectives(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1),
                    Duration.ofSeconds(3)).register(mesures));
        }
    }

    private void repondre(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        String porte = requete.getHeader(HttpHeaders.AUTHORIZATION);
        reponse.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (porte == null || !MessageDigest.isEqual(attendu, porte.strip().getBytes(StandardCharsets.UTF_8))) {
            reponse.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            reponse.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return;
        }
        byte[] texte = mesures.scrape().getBytes(StandardCharsets.UTF_8);
        reponse.setContentType("text/plain; version=0.0.4; charset=utf-8");
        reponse.setContentLength(texte.length);
        reponse.getOutputStream().write(texte);
    }

    /** The pattern of the page that answered; one name for all that no page answers, however many addresses are tried. */
    private static String page(HttpServletRequest requete) {
        return requete.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String forme ? forme : "autre";
    }

    private static String methode(HttpServletRequest requete) {
        return switch (requete.getMethod()) {
            case "GET", "POST", "PUT", "DELETE", "HEAD" -> requete.getMethod();
            default -> "autre";
        };
    }
}
