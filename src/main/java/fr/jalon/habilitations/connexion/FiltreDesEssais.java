package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.comptes.Appareils;
import fr.jalon.habilitations.connexion.LimiteDesEssais.Essai;
import fr.jalon.habilitations.connexion.LimiteDesEssais.Lieu;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a try to log in wait after too many failures; the page says for how long. What came of the others is told to their {@link Essai}. A
 * passkey is not counted: it cannot be guessed.
 */
public class FiltreDesEssais extends OncePerRequestFilter {
  /** Request attribute: how long before the next try. */
  public static final String ATTENDRE = FiltreDesEssais.class.getName() + ".attendre";
  private static final String ESSAI = FiltreDesEssais.class.getName() + ".essai";
  private static final String CODE = "/connexion/code";
  private static final Set<String> PORTES = Set.of("/connexion", CODE);
  private final LimiteDesEssais limite;
  private final Appareils appareils;

  FiltreDesEssais(LimiteDesEssais limite, Appareils appareils) {
    this.limite = limite;
    this.appareils = appareils;
  }

  /** The try of this request, when it is one. */
  public static Optional<Essai> essai(HttpServletRequest requete) {
    return Optional.ofNullable((Essai) requete.getAttribute(ESSAI));
  }

  /** Where the request comes from: the device is known of a try only. */
  static Lieu lieu(HttpServletRequest requete) {
    return essai(requete).map(Essai::lieu).orElse(new Lieu(requete.getRemoteAddr(), null));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest requete) {
    return !"POST".equals(requete.getMethod()) || !PORTES.contains(requete.getServletPath());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws ServletException, IOException {
    Authentication connu = SecurityContextHolder.getContext().getAuthentication();
    boolean code = CODE.equals(requete.getServletPath()) && connu != null && connu.getPrincipal() instanceof AgentEnAttente;
    String identifiant = code ? connu.getName() : requete.getParameter("identifiant");
    Lieu lieu = new Lieu(requete.getRemoteAddr(), appareils.reconnaitre(identifiant, TemoinDAppareil.lire(requete)).orElse(null));
    try (Essai essai = code ? limite.essayerUnCode(identifiant, lieu) : limite.essayer(identifiant, lieu)) {
      if (essai.refuse()) {
        attendre(essai.attendre(), requete, reponse);
        return;
      }
      requete.setAttribute(ESSAI, essai);
      suite.doFilter(requete, reponse);
    }
  }

  /** Shows the page that asks to wait. */
  static void attendre(Duration combien, HttpServletRequest requete, HttpServletResponse reponse) throws ServletException, IOException {
    requete.setAttribute(ATTENDRE, combien);
    requete.getRequestDispatcher("/connexion/trop-d-essais").forward(requete, reponse);
  }
}
