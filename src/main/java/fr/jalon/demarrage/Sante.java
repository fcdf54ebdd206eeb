package fr.jalon.demarrage;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a load balancer or a supervisor asks: {@code /sante}, is the process alive; {@code /sante/pret}, can it serve
 * pages, that is, is the instance whole and does the database answer within a second. Asked before anything else: no session, no login. The
 * database is asked at most once a second, by one thread, however many ask here.
 */
final class Sante extends OncePerRequestFilter {

    private static final long FRAICHEUR = Duration.ofSeconds(1).toNanos();

    private final DataSource base;
    private final Preparation preparation;
    private final AtomicBoolean enCours = new AtomicBoolean();
    private volatile Reponse derniere = new Reponse(false, System.nanoTime() - FRAICHEUR);

    /**
     * @param base        the agents' door
     * @param preparation an instance that is still being made serves nobody
     */
    Sante(DataSource base, Preparation preparation) {
        this.base = base;
        this.preparation = preparation;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        switch (requete.getRequestURI()) {
            case "/sante" -> dire(reponse, HttpServletResponse.SC_OK, "en marche");
            case "/sante/pret" -> {
                if (preparation.enCours()) {
                    reponse.setHeader(HttpHeaders.RETRY_AFTER, "5");
                    dire(reponse, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "en préparation : %d %%".formatted(preparation.pourCent()));
                } else if (pret()) {
                    dire(reponse, HttpServletResponse.SC_OK, "prêt");
                } else {
                    reponse.setHeader(HttpHeaders.RETRY_AFTER, "5");
                    dire(reponse, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "la base de données ne répond pas");
                }
            }
            default -> suite.doFilter(requete, reponse);
        }
    }

    private static void dire(HttpServletResponse reponse, int statut, String texte) throws IOException {
        reponse.setStatus(statut);
        reponse.setContentType("text/plain;charset=UTF-8");
        reponse.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        reponse.getWriter().println(texte);
    }

    private boolean pret() {
        if (System.nanoTime() - derniere.le() >= FRAICHEUR && enCours.compareAndSet(false, true)) {
            try {
                derniere = new Reponse(repond(), System.nanoTime());
            } finally {
                enCours.set(false);
            }
        }
        return derniere.pret();
    }

    private boolean repond() {
        var question = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> question.complete(demander()));
        try {
            return question.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean demander() {
        try (Connection connexion = base.getConnection()) {
            return connexion.isValid(1);
        } catch (SQLException | RuntimeException _) {
            return false;
        }
    }

    private record Reponse(boolean pret, long le) {
    }
}
