package fr.jalon.demarrage;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Outside all other filters but health: while the instance is being made, every address answers 503 with how far it is. The page asks again by
 * itself, and shows the address that was asked for once the instance is ready; it needs no style sheet, no script, no session.
 */
final class PendantLaPreparation extends OncePerRequestFilter {

    /** Seconds before the page asks again. */
    private static final String ENCORE = "3";
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="fr">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>La démonstration se prépare : %1$d&nbsp;%% — Jalon</title>
            <style>
            body { font-family: Inter, system-ui, "Segoe UI", Roboto, Arial, sans-serif; color: #1c2330; background: #f6f7f9; margin: 0; line-height: 1.5 }
            main { max-width: 34rem; margin: 12vh auto 0; padding: 2rem; background: #fff; border-top: 4px solid #1b3a61 }
            h1 { font-size: 1.5rem; color: #122a48; margin: 0 0 1rem; text-wrap: balance }
            progress { width: 100%%; height: 1rem; accent-color: #1b3a61 }
            a { color: #1d4f91 }
            </style></head>
            <body><main>
            <h1>La démonstration se prépare : %1$d&nbsp;%%</h1>
            <progress max="100" value="%1$d" aria-label="Préparation de la démonstration">%1$d %%</progress>
            <p>Jalon rejoue les mois passés : fichiers chargés, personnes orientées, lettres postées. Cela se fait une seule fois, en une à deux minutes.</p>
            <p>Personne n'entre avant la fin, pour ne pas lire de chiffres à moitié faits. Cette page s'actualise toute seule ; vous pouvez aussi <a href="">l'actualiser maintenant</a>.</p>
            </main></body>
            </html>
            """;
    private final Preparation preparation;

    PendantLaPreparation(Preparation preparation) {
        this.preparation = preparation;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        if (!preparation.enCours()) {
            suite.doFilter(requete, reponse);
            return;
        }
        reponse.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        reponse.setHeader(HttpHeaders.RETRY_AFTER, ENCORE);
        reponse.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String voulu = requete.getHeader(HttpHeaders.ACCEPT);
        if (voulu != null && voulu.contains("text/html")) {
            reponse.setHeader("Refresh", ENCORE);
            reponse.setContentType("text/html;charset=UTF-8");
            reponse.getWriter().write(PAGE.formatted(preparation.pourCent()));
        } else {
            reponse.setContentType("text/plain;charset=UTF-8");
            reponse.getWriter().println("La démonstration se prépare : %d %%. Recommencez dans quelques secondes.".formatted(preparation.pourCent()));
        }
    }
}
