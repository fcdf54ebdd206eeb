package fr.jalon.habilitations.connexion;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What the browser is told to refuse: scripts and styles written in the page, frames, other sites. nosniff, no cache for pages and HSTS
 * (over https) are Spring Security's defaults.
 */
final class EnTetes {
  private EnTetes() {}

  static void regler(HeadersConfigurer<HttpSecurity> enTetes, EntreeParFournisseur fournisseur) {
    // a log-out is a form that ends at the identity provider
    String formulaires = fournisseur == null ? "'self'" : "'self' " + fournisseur.origine();
    enTetes
        .contentSecurityPolicy(c -> c.policyDirectives("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action " + formulaires))
        .frameOptions(f -> f.deny())
        .httpStrictTransportSecurity(h -> h.maxAgeInSeconds(31_536_000).includeSubDomains(false))
        // an address may name a person: no other site receives it
        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), "
            + "publickey-credentials-get=(self), publickey-credentials-create=(self)"))
        .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }
}
