package fr.jalon.echanges.api.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** A person read again and unchanged is answered 304: nothing of her crosses the network a second time. */
@Configuration
@ConditionalOnWebApplication
class RienDeNouveau {

  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> etagDesPersonnes() {
    FilterRegistrationBean<ShallowEtagHeaderFilter> filtre = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    filtre.addUrlPatterns("/api/v1/personnes/*");
    return filtre;
  }
}
