package fr.jalon.demarrage;

import fr.jalon.socle.AdresseEnJournal;
import fr.jalon.socle.PanneDeLaBase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Outside all other filters: a page that fails because of the database answers 503 or 507, says when to try again, and
 * leaves the sentence to the page of errors. Nothing half done stays: the transaction was rolled back on the way here.
 */
final class GardeDeLaBase extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(GardeDeLaBase.class);

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        try {
            suite.doFilter(requete, reponse);
        } catch (ServletException | IOException | RuntimeException echec) {
            Optional<PanneDeLaBase> panne = reponse.isCommitted() ? Optional.empty() : Pannes.dans(echec);
            if (panne.isEmpty()) {
                throw echec;
            }
            LOG.warn("{} sur {} {} : {}", panne.get(), requete.getMethod(), AdresseEnJournal.de(requete.getRequestURI()), racine(echec));
            requete.setAttribute(PanneDeLaBase.CLE, panne.get());
            reponse.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(panne.get().attente()));
            reponse.sendError(panne.get().statut());
        }
    }

    private static String racine(Throwable echec) {
        Throwable racine = echec;
        while (racine.getCause() != null && racine.getCause() != racine) {
            racine = racine.getCause();
        }
        // the first line only: what follows may quote the values of a row
        return String.valueOf(racine.getMessage()).lines().findFirst().orElse("");
    }
}
