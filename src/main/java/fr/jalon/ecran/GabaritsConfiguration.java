package fr.jalon.ecran;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * jte under Spring MVC: a controller returns {@code "module/page"} and the template {@code src/main/jte/module/page.jte} answers.
 * Templates are compiled with the application; with {@code jalon.gabarits.a-chaud=true} (development) they are read again from
 * {@code src/main/jte} at each change.
 */
@Configuration
class GabaritsConfiguration {
  private static final String PAQUET = "gabarits";
  private static final String SUITE = "redirect:";

  @Bean
  TemplateEngine gabarits(@Value("${jalon.gabarits.a-chaud:false}") boolean aChaud) {
    if (aChaud) {
      return TemplateEngine.create(new DirectoryCodeResolver(Path.of("src/main/jte")), Path.of("target/gabarits-a-chaud"), ContentType.Html,
          GabaritsConfiguration.class.getClassLoader(), PAQUET);
    }
    return TemplateEngine.createPrecompiled(null, ContentType.Html, GabaritsConfiguration.class.getClassLoader(), PAQUET);
  }

  @Bean
  ViewResolver vuesParGabarit(TemplateEngine gabarits, Composition composition, Temoin temoin) {
    return new Vues(gabarits, composition, temoin);
  }

  /** Finds the template of a view name; leaves {@code redirect:} and unknown names to the others. */
  private record Vues(TemplateEngine gabarits, Composition composition, Temoin temoin) implements ViewResolver, Ordered {
    @Override
    public org.springframework.web.servlet.View resolveViewName(String nom, java.util.Locale langue) {
      if (nom.startsWith(SUITE) && !AdresseDePage.locale(nom.substring(SUITE.length()))) {
        // whatever an address to come back to holds, it does not lead to another site
        return new RedirectView("/");
      }
      String gabarit = nom + ".jte";
      return nom.startsWith(SUITE) || nom.startsWith("forward:") || !gabarits.hasTemplate(gabarit) ? null
          : new Vue(gabarits, gabarit, composition, temoin);
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE - 10;
    }
  }
}
