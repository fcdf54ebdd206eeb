package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.Connexion;
import fr.jalon.habilitations.Roles;
import fr.jalon.habilitations.comptes.Appareils;
import fr.jalon.habilitations.comptes.Comptes;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import jakarta.servlet.DispatcherType;

/** Who may open which page, and how one comes in. What each may read is PostgreSQL's business; this only spares her empty pages. */
@Configuration
@EnableWebSecurity
@EnableMethodSecurity
@ConditionalOnWebApplication
class SecuriteConfiguration {
  private static final String[] STATIQUES = {"/css/**", "/js/**", "/img/**", "/webjars/**", "/favicon.ico", "/robots.txt"};
  /** Says nothing of anyone, and helps whoever cannot come in. */
  private static final String[] GUIDE = {"/guide", "/guide/**", "/api/v1/documentation", "/api/v1/openapi.json"};
  private static final String[] PORTES = {"/connexion", "/connexion/fournisseur", "/connexion/inconnu", "/connexion/cle", "/connexion/cle/options"};

  /** The doors of who has a secret and no session: a person, the calendar of an agent. What a secret opens is PostgreSQL's business. */
  private static final String[] LIEN_PUBLIC = {"/r", "/r/**", "/calendrier/**"};

  @Bean
  SecurityContextRepository contextes() {
    return new HttpSessionSecurityContextRepository();
  }

  /** The code is the secret: no session, no cookie, no token of form. A link pressed the day after, or after a restart, works the same. */
  @Bean
  @Order(3)
  SecurityFilterChain lienPublic(HttpSecurity http, ObjectProvider<EntreeParFournisseur> fournisseur) throws Exception {
    return http.securityMatcher(LIEN_PUBLIC).authorizeHttpRequests(r -> r.anyRequest().permitAll())
        .csrf(CsrfConfigurer::disable).requestCache(RequestCacheConfigurer::disable).logout(LogoutConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(h -> EnTetes.regler(h, fournisseur.getIfAvailable())).build();
  }

  @Bean
  SecurityFilterChain filtres(HttpSecurity http, LimiteDesEssais limite, Appareils appareils, Roles roles, SecurityContextRepository contextes,
      CompteAJour compteAJour, LogoutHandler deconnexion, Arrivee arrivee, Refus refus, JetonDesFormulaires jetons,
      ObjectProvider<EntreeParFournisseur> fournisseur,
      ObjectProvider<EntreeParCle> cles) throws Exception {
    http.securityContext(c -> c.securityContextRepository(contextes))
        .authorizeHttpRequests(regles -> regler(regles, roles))
        .formLogin(f -> f.loginPage("/connexion").usernameParameter("identifiant").passwordParameter("mot_de_passe")
            .authenticationDetailsSource(Provenance::de)
            .successHandler(arrivee).failureHandler(refus::connexion))
        .logout(l -> l.logoutUrl("/deconnexion").addLogoutHandler(deconnexion).logoutSuccessUrl("/connexion?sortie"))
        // before a proof is accepted the server keeps nothing (decisions/0007)
        .requestCache(RequestCacheConfigurer::disable)
        .csrf(c -> c.csrfTokenRepository(jetons))
        .exceptionHandling(e -> e.authenticationEntryPoint(refus::inconnu).accessDeniedHandler(refus::interdit))
        .sessionManagement(s -> s.sessionFixation(f -> f.changeSessionId()))
        .headers(h -> EnTetes.regler(h, fournisseur.getIfAvailable()))
        .addFilterBefore(new FiltreDesEssais(limite, appareils), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(compteAJour, AuthorizationFilter.class);
    fournisseur.ifAvailable(f -> f.brancher(http));
    cles.ifAvailable(c -> c.brancher(http, contextes));
    return http.build();
  }

  @Bean
  CompteAJour compteAJour(Comptes comptes) {
    return new CompteAJour(comptes);
  }

  /** The filter belongs to the security chain only, not to the servlet container. */
  @Bean
  org.springframework.boot.web.servlet.FilterRegistrationBean<CompteAJour> compteAJourHorsConteneur(CompteAJour filtre) {
    var hors = new org.springframework.boot.web.servlet.FilterRegistrationBean<>(filtre);
    hors.setEnabled(false);
    return hors;
  }

  @Bean
  LogoutHandler deconnexion(ApplicationEventPublisher evenements) {
    return (_, _, auth) -> {
      if (auth != null && auth.getPrincipal() instanceof AgentConnecte agent) {
        evenements.publishEvent(new Connexion("DECONNEXION", agent.getName(), agent.perimetre().role(), "Déconnexion"));
      }
    };
  }

  private static void regler(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry regles, Roles roles) {
    regles.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
        .requestMatchers(STATIQUES).permitAll()
        .requestMatchers(GUIDE).permitAll()
        .requestMatchers(PORTES).permitAll();
    for (AgentEnAttente.Etape etape : AgentEnAttente.Etape.values()) {
      regles.requestMatchers(etape.page()).hasAuthority(etape.autorite());
    }
    Map<String, Set<String>> pages = new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    roles.ressources().forEach(r -> r.pages().forEach(p -> pages.computeIfAbsent(p, _ -> new LinkedHashSet<>()).add(r.code())));
    pages.forEach((page, ressources) -> regles.requestMatchers(page, page + "/**").hasAnyAuthority(ressources.toArray(String[]::new)));
    regles.anyRequest().hasAuthority(AgentConnecte.AUTORITE);
  }
}
