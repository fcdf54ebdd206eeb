package fr.jalon.demo;

import fr.jalon.diagnostic.application.ReprendreDesDiagnostics;
import fr.jalon.diagnostic.application.ReprendreDesDiagnostics.Action;
import fr.jalon.diagnostic.application.ReprendreDesDiagnostics.Theme;
import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.parametres.Horloge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The global diagnostics of those who are followed: most are made, half of them whole; freins open, are worked on, some are lifted, some forgotten.
 * No plan publishes such figures: these are inventions that only look like a file active. Drawn from the numbers of the persons.
 */
@Component
class FreinsDeLaDemo {
  private static final int LOT = 1500;
  private static final int SANS_DIAGNOSTIC = 2;
  private static final int COMPLETS = 97;
  private static final int ANCIENNETE = 300;
  private static final int AVEC_ACTION = 97;
  private static final List<EtatAction> ETATS = Stream.of(Collections.nCopies(13, EtatAction.EN_COURS), Collections.nCopies(5, EtatAction.PREVUE),
      List.of(EtatAction.FAITE, EtatAction.ABANDONNEE)).flatMap(List::stream).toList();
  /** In a hundred persons, those on whom a theme weighs. */
  private static final Map<String, Integer> PESENT = Map.of("MOBILITE", 34, "SANTE", 30, "EMPLOI", 28, "FORMATION", 22, "ADMINISTRATIF_BUDGET", 24,
      "LOGEMENT", 18, "NUMERIQUE", 18, "ENFANTS", 16, "FRANCAIS", 11, "AUTONOMIE", 13);
  private final ReprendreDesDiagnostics reprendre;
  private final ThemesDuDiagnostic themes;
  private final Horloge horloge;
  private final JdbcClient base;

  FreinsDeLaDemo(ReprendreDesDiagnostics reprendre, ThemesDuDiagnostic themes, Horloge horloge, @Qualifier("chargement") JdbcClient base) {
    this.reprendre = reprendre;
    this.themes = themes;
    this.horloge = horloge;
    this.base = base;
  }

  /** Someone who was seen. @param depuis the first time since her orientation */
  private record Vue(long personneId, LocalDate depuis) {}

  /** Writes them, once. */
  void jouer() {
    if (base.sql("select exists (select from diagnostic.constat)").query(Boolean.class).single()) {
      return;
    }
    List<Vue> vues = base.sql("""
        select s.personne_id, min(c.le) as depuis from orientation.suivi s join accompagnement.contact c on c.personne_id = s.personne_id
          and c.presence = 'PRESENTE' and c.le >= s.notifie_le
        where s.etat = 'EN_COURS' and not s.a_poster group by 1 order by 1""").query(Vue.class).list();
    LocalDate jour = LocalDate.now(horloge);
    for (int i = 0; i < vues.size(); i += LOT) {
      List<Theme> constates = new ArrayList<>();
      List<Action> actions = new ArrayList<>();
      vues.subList(i, Math.min(vues.size(), i + LOT)).forEach(v -> diagnostiquer(v, jour, constates, actions));
      reprendre.executer(constates, actions);
    }
  }

  private void diagnostiquer(Vue v, LocalDate jour, List<Theme> constates, List<Action> actions) {
    Random hasard = new Random(v.personneId() * 53);
    if (hasard.nextInt(100) < SANS_DIAGNOSTIC) {
      return;
    }
    LocalDate le = v.depuis().plusDays(hasard.nextInt(ANCIENNETE));
    if (le.isAfter(jour)) {
      le = v.depuis();
    }
    boolean complet = hasard.nextInt(100) < COMPLETS;
    for (Rubrique theme : themes.au(jour).themes()) {
      if (complet || hasard.nextBoolean()) {
        constater(v.personneId(), theme, le, jour, hasard, constates, actions);
      }
    }
  }

  private static void constater(long personne, Rubrique theme, LocalDate le, LocalDate jour, Random hasard, List<Theme> constates,
      List<Action> actions) {
    boolean pese = hasard.nextInt(100) < PESENT.getOrDefault(theme.code(), 0);
    String niveau = !pese ? "SANS" : hasard.nextInt(3) == 0 ? "FORT" : "MOYEN";
    Map<String, String> reponses = new LinkedHashMap<>();
    if (pese) {
      reponses.put("situations", un(theme.champs().get(1).choix(), hasard));
      reponses.put("objectif", un(theme.champs().get(3).choix(), hasard));
    }
    int devenir = pese ? hasard.nextInt(100) : 0;
    EtatFrein etat = devenir < 62 ? EtatFrein.OUVERT : devenir < 78 ? EtatFrein.LEVE_EN_PARTIE : EtatFrein.LEVE;
    LocalDate etatLe = plusTard(le, jour, 60, hasard);
    constates.add(new Theme(personne, theme, niveau, reponses, le, etat, etatLe));
    if (pese && (etat != EtatFrein.OUVERT || hasard.nextInt(100) < AVEC_ACTION)) {
      EtatAction action = etat == EtatFrein.LEVE ? EtatAction.FAITE
          : ETATS.get(hasard.nextInt(ETATS.size()));
      // most référents write what they hear: an action of which nothing is known is the exception
      LocalDate nouvelles = action.ouverte() && hasard.nextInt(100) < 95
          ? plusTard(jour.minusDays(25).isBefore(le) ? le : jour.minusDays(25), jour, 20,
          hasard) : plusTard(le, jour, 50, hasard);
      actions.add(new Action(personne, theme, un(theme.actions(), hasard), le, nouvelles.plusDays(20 + hasard.nextInt(40)), action, nouvelles));
    }
  }

  private static LocalDate plusTard(LocalDate le, LocalDate jour, int jours, Random hasard) {
    LocalDate x = le.plusDays(hasard.nextInt(jours));
    return x.isAfter(jour) ? jour : x;
  }

  private static String un(Map<String, String> choix, Random hasard) {
    return Arrays.asList(choix.keySet().toArray(String[]::new)).get(hasard.nextInt(choix.size()));
  }
}
