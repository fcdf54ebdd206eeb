package fr.jalon.carnet.application;

import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chooses, for the whole Département, who reads each theme of the notebooks (L. 263-4-1 CASF). Nothing is erased: the last choice stands. */
@Service
public class ChoisirLesLecteurs {
  private static final int RAISON = 300;
  private final ThemesDuCarnet themes;
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  ChoisirLesLecteurs(ThemesDuCarnet themes, JdbcClient base, AgentCourant agentCourant, Journal journal, ApplicationEventPublisher evenements,
      Clock horloge) {
    this.themes = themes;
    this.base = base;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /** A choice made on screen. @param par as shown */
  public record Choix(long id, String theme, List<Sorte> lecteurs, String motif, String par, OffsetDateTime le) {}

  /** The themes as they are chosen now, by whatever server. */
  @Transactional(readOnly = true)
  public List<Theme> themes() {
    return themes.frais();
  }

  /** Those of each theme, the latest first. */
  @Transactional(readOnly = true)
  public Map<String, List<Choix>> tous() {
    return base.sql("""
        select id, theme, lecteurs, motif, habilitations.nom_agent(saisi_par) as par, saisi_le from carnet.lecteurs_du_theme order by id desc""")
        .query((l, _) -> new Choix(l.getLong("id"), l.getString("theme"), Stream.of((String[]) l.getArray("lecteurs").getArray()).map(Sorte::valueOf)
            .sorted().toList(), l.getString("motif"), l.getString("par"), l.getObject("saisi_le", OffsetDateTime.class))).list().stream()
        .collect(Collectors.groupingBy(Choix::theme));
  }

  /**
   * @param vu      number of the last choice that the page showed, 0 when there was none
   * @param verifie she looked twice, which a theme of health asks: who reads it reads what weighs on somebody's health
   * @throws RefusMetier the theme is none, a field is wrong, or a colleague chose meanwhile
   */
  @Transactional
  public void executer(String code, Set<Sorte> lecteurs, String motif, long vu, boolean verifie) {
    // who writes holds it too, shared (carnet.comme_l_ecrit): what is being written is seen by what closes, what comes after is born closed
    base.sql("select pg_advisory_xact_lock(hashtextextended('carnet.lecteurs_du_theme', 0))").query((_, _) -> 0).list();
    Theme theme = themes.frais().stream().filter(t -> t.code().equals(code)).findFirst()
        .orElseThrow(() -> new RefusMetier("THEME_INCONNU", "Ce thème n'existe plus. Rechargez la page."));
    new Fautes().exiger(!lecteurs.isEmpty(), "lecteurs", "THEME_SANS_LECTEUR", "Cochez au moins une sorte de professionnels : un thème se lit.")
        .exiger(motif != null && !motif.isBlank() && motif.length() <= RAISON, "motif", "LECTEURS_SANS_RAISON",
            "Dites pourquoi, en %d caractères au plus : une délibération, une convention, une demande.".formatted(RAISON))
        .exiger(!theme.sante() || verifie || lecteurs.equals(theme.lecteurs()), "verifie", "SANTE_A_VERIFIER",
            "Ce thème parle de la santé : relisez qui est coché, puis dites que vous l'avez vérifié.", "L. 263-4-1 CASF").lever();
    long dernier = base.sql("select coalesce(max(id), 0) from carnet.lecteurs_du_theme where theme = ?").param(code).query(Long.class).single();
    if (dernier != vu) {
      throw new RefusMetier("LECTEURS_CHANGES",
          "Un collègue a changé qui lit ce thème pendant que vous choisissiez : son choix est montré. Le vôtre n'est pas enregistré.");
    }
    if (lecteurs.equals(theme.lecteurs())) {
      return;
    }
    base.sql("insert into carnet.lecteurs_du_theme (theme, lecteurs, motif, saisi_par, saisi_le) values (?, ?, ?, ?, ?)").params(code,
        lecteurs.stream().map(Enum::name).sorted().toArray(String[]::new), motif.strip(), agentCourant.perimetre().agent(),
        OffsetDateTime.now(horloge)).update();
    journal.tracer("CARNET_LECTEURS", null, null, theme.libelle());
    evenements.publishEvent(new LecteursChoisis(code));
  }
}
