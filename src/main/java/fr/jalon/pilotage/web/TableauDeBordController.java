package fr.jalon.pilotage.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** "Tableau de bord" of the direction, at any date. */
@Controller
@PreAuthorize("hasAuthority('INDICATEURS')")
class TableauDeBordController {
  private final ComposerTableauDeBord composer;
  private final DateDesChiffres dates;

  TableauDeBordController(ComposerTableauDeBord composer, DateDesChiffres dates) {
    this.composer = composer;
    this.dates = dates;
  }

  /** The entries of the menu, and the one file of ECharts that pages load. */
  @Configuration
  static class Configurer implements WebMvcConfigurer {
    @Bean
    EntreeDeMenu menuTableauDeBord() {
      return new EntreeDeMenu(Rubrique.DIRECTION, 10, "Tableau de bord", "/tableau-de-bord", "speedometer2", "INDICATEURS");
    }

    @Bean
    EntreeDeMenu menuIndicateurs() {
      return new EntreeDeMenu(Rubrique.DIRECTION, 20, "Indicateurs", "/indicateurs", "bar-chart-line", "INDICATEURS");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registre) {
      registre.addResourceHandler("/js/echarts-6.0.0/*.min.js")
          .addResourceLocations(new ClassPathResource("META-INF/resources/_static/echarts/6.0.0/dist/"));
    }
  }

  @GetMapping("/tableau-de-bord")
  String tableau(@RequestParam(defaultValue = "") String au, @RequestParam(defaultValue = "") String territoire, Model modele) {
    DateDesChiffres.Choix date = dates.choisir(au);
    modele.addAttribute("tableau", composer.au(date.au(), territoire.isBlank() ? null : territoire));
    modele.addAttribute("date", date);
    return "pilotage/tableau";
  }
}
