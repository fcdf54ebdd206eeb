package fr.jalon.ecran;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How much is late on each page of the menu, and where it opens lists, for the agent at work. Kept a minute, or until she does something; on
 * several servers, what she did on another one shows within the minute. A database that does not answer takes no page away: the menu then says
 * nothing of it.
 */
@Component
class RetardsDuMenu implements WebMvcConfigurer, HandlerInterceptor {
  private static final Logger JOURNAL = LoggerFactory.getLogger(RetardsDuMenu.class);
  private static final Duration DUREE = Duration.ofMinutes(1);
  private static final int AGENTS = 5000;
  /** Nobody is logged in, or the database does not answer. */
  static final Comptes RIEN = new Comptes(null, Map.of(), Map.of());
  private final Regard regard;
  private final ObjectProvider<VuesDesListes> vues;
  private final Clock horloge;
  private final Cache<String, Comptes> parAgent = Caffeine.newBuilder().expireAfterWrite(DUREE).maximumSize(AGENTS).build();

  RetardsDuMenu(Regard regard, ObjectProvider<VuesDesListes> vues, Clock horloge) {
    this.regard = regard;
    this.vues = vues;
    this.horloge = horloge;
  }

  /** @param parAdresse how much is late, pages where nothing is left out; @param parDefaut where a list opens when she chose a view of it */
  record Comptes(LocalDate jour, Map<String, Long> parAdresse, Map<String, String> parDefaut) {}

  /** What the menu says to this agent. */
  Comptes pour(List<EntreeDeMenu> entrees) {
    LocalDate jour = LocalDate.now(horloge);
    Comptes connus = parAgent.getIfPresent(regard.identifiant());
    if (connus == null || !connus.jour().equals(jour)) {
      connus = new Comptes(jour, compter(entrees), parDefaut());
      parAgent.put(regard.identifiant(), connus);
    }
    return connus;
  }

  private Map<String, String> parDefaut() {
    try {
      return vues.stream().findFirst().map(VuesDesListes::parDefaut).orElse(Map.of());
    } catch (DataAccessException | TransactionException panne) {
      JOURNAL.warn("Le menu n'ouvre pas les vues choisies : {}", panne.getClass().getSimpleName());
      return Map.of();
    }
  }

  private static Map<String, Long> compter(List<EntreeDeMenu> entrees) {
    Map<String, Long> comptes = new HashMap<>();
    try {
      entrees.stream().filter(e -> e.enRetard() != null).forEach(e -> {
        long n = e.enRetard().getAsLong();
        if (n > 0) {
          comptes.put(e.adresse(), n);
        }
      });
    } catch (DataAccessException | TransactionException panne) {
      JOURNAL.warn("Le menu ne dit pas ce qui est en retard : {}", panne.getClass().getSimpleName());
      return Map.of();
    }
    return Map.copyOf(comptes);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registre) {
    registre.addInterceptor(this);
  }

  /** Before the answer leaves: the next page must not say what was true before. */
  @Override
  public void postHandle(HttpServletRequest requete, HttpServletResponse reponse, Object traitement, ModelAndView vue) {
    if (!"GET".equals(requete.getMethod()) && !"HEAD".equals(requete.getMethod()) && regard.connecte()) {
      parAgent.invalidate(regard.identifiant());
    }
  }
}
