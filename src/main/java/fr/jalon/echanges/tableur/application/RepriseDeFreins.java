package fr.jalon.echanges.tableur.application;

import fr.jalon.diagnostic.application.DefaireUneReprise;
import fr.jalon.diagnostic.application.ReprendreDesDiagnostics.Action;
import fr.jalon.diagnostic.application.ReprendreDesDiagnostics.Theme;
import fr.jalon.diagnostic.application.ReprendreDesDiagnostics;
import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.echanges.tableur.domaine.Cases;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.LectureDeFrein;
import fr.jalon.echanges.tableur.domaine.LectureDeFrein.ActionLue;
import fr.jalon.echanges.tableur.domaine.LectureDeFrein.FreinLu;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.socle.CleDeRecherche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Freins of before, dated as they were; what Jalon already says of a theme stands, and receives an action more at most. */
@Component
class RepriseDeFreins implements Repreneur<FreinLu> {
  private final ReprendreDesDiagnostics reprendre;
  private final DefaireUneReprise defaire;
  private final ThemesDuDiagnostic themes;
  private final PersonnesRetrouvees personnes;
  private final AgentCourant agentCourant;
  private final JdbcClient base;
  private final Clock horloge;

  RepriseDeFreins(ReprendreDesDiagnostics reprendre, DefaireUneReprise defaire, ThemesDuDiagnostic themes, PersonnesRetrouvees personnes,
      AgentCourant agentCourant, JdbcClient base, Clock horloge) {
    this.reprendre = reprendre;
    this.defaire = defaire;
    this.themes = themes;
    this.personnes = personnes;
    this.agentCourant = agentCourant;
    this.base = base;
    this.horloge = horloge;
  }

  @Override
  public GenreDeTableur genre() {
    return GenreDeTableur.FREINS;
  }

  @Override
  public FreinLu lire(Cases cases, LocalDate aujourdhui) {
    FreinLu lu = new LectureDeFrein(themes.au(aujourdhui), aujourdhui).lire(cases);
    cases.exiger(lu.theme() == null || !lu.theme().sante() || agentCourant.perimetre().peut("SANTE"), Champ.THEME,
        "Ce thème touche à la santé : votre rôle ne permet pas de l'écrire. Confiez cette ligne à un référent.");
    return lu;
  }

  /** What is known of a theme of a person. @param etat of its frein, {@code null} when it opened none; @param le since when, or day it was found */
  private record Connu(EtatFrein etat, LocalDate le, Set<String> actions) {}

  @Override
  public void confronter(List<RangeeReprise<FreinLu>> rangees) {
    personnes.chercher(rangees);
    Map<String, Connu> connus = connus(rangees.stream().map(r -> r.personneId).filter(java.util.Objects::nonNull).distinct().toList());
    Map<String, RangeeReprise<FreinLu>> vues = new HashMap<>();
    for (RangeeReprise<FreinLu> r : rangees) {
      if (r.personneId == null) {
        continue;
      }
      r.cases.exiger(r.naissance == null || !r.chose.ouvertLe().isBefore(r.naissance), Champ.OUVERT_LE,
          "Elle n'était pas née ce jour-là : vérifiez l'année.");
      RangeeReprise<FreinLu> autre = r.juste() ? vues.putIfAbsent(cle(r), r) : null;
      if (autre != null) {
        aussi(r, autre, connus);
      } else if (r.juste() && connus.containsKey(cle(r))) {
        connu(r, connus.get(cle(r)));
      } else if (r.juste()) {
        connus.put(cle(r), new Connu(r.chose.pese() ? r.chose.etat() : null, r.chose.depuis(), new HashSet<>()));
        ajouter(r, connus.get(cle(r)));
      }
    }
  }

  /** A second row on the theme brings another action, or nothing. */
  private static void aussi(RangeeReprise<FreinLu> r, RangeeReprise<FreinLu> autre, Map<String, Connu> connus) {
    boolean memes = r.chose.niveau().equals(autre.chose.niveau()) && r.chose.ouvertLe().equals(autre.chose.ouvertLe())
        && r.chose.etat() == autre.chose.etat() && r.chose.depuis().equals(autre.chose.depuis());
    if (!memes) {
      r.cases.refuser(Champ.THEME, "Ce thème est dit autrement à la ligne " + autre.ligne.rang()
          + " : gardez une seule des deux, ou les mêmes niveau et dates sur les deux.");
    } else if (r.chose.action() == null || !ajouter(r, connus.get(cle(r)))) {
      r.dejaLa = "Ce frein est déjà à la ligne " + autre.ligne.rang() + ".";
    } else {
      r.remarque = "Ajoutée au frein de la ligne " + autre.ligne.rang() + ".";
    }
  }

  private static void connu(RangeeReprise<FreinLu> r, Connu connu) {
    String theme = r.chose.theme().libelle();
    EtatFrein dit = r.chose.pese() ? r.chose.etat() : null;
    if (dit != connu.etat()) {
      r.cases.refuser(Champ.THEME, connu.etat() == null
          ? "Jalon dit déjà de « %s », le %s, que rien ne pèse : dites ce qu'il en est dans son diagnostic.".formatted(theme,
              Francais.date(connu.le()))
          : "Jalon suit déjà « %s » : frein %s depuis le %s. Dites ce qu'il en est dans son diagnostic.".formatted(theme,
              connu.etat().libelle().toLowerCase(Locale.FRENCH), Francais.date(connu.le())));
    } else if (r.chose.action() == null || !ajouter(r, connu)) {
      r.dejaLa = "Jalon dit déjà ce qu'il en est de « " + theme + " ».";
    } else {
      r.remarque = "Ce frein était déjà dans Jalon : l'action lui est ajoutée.";
    }
  }

  /** @return false when the action is known */
  private static boolean ajouter(RangeeReprise<FreinLu> r, Connu connu) {
    return r.chose.action() != null && connu.actions().add(CleDeRecherche.de(r.chose.action().libelle()));
  }

  private static String cle(RangeeReprise<FreinLu> r) {
    return cle(r.personneId, r.chose.theme().code());
  }

  private static String cle(long personne, String theme) {
    return personne + " " + theme;
  }

  /** By person and theme. */
  private Map<String, Connu> connus(List<Long> ids) {
    Long[] elles = ids.toArray(Long[]::new);
    Map<String, Connu> connus = new HashMap<>();
    base.sql("select personne_id, rubrique, max(le) from diagnostic.constat where niveau is not null and personne_id = any (?) group by 1, 2")
        .param(elles).query((RowCallbackHandler) l -> connus.put(cle(l.getLong(1), l.getString(2)),
        new Connu(null, l.getObject(3, LocalDate.class), new HashSet<>())));
    base.sql("select personne_id, theme, etat, etat_depuis from diagnostic.frein where personne_id = any (?) order by id").param(elles)
        .query((RowCallbackHandler) l -> connus.put(cle(l.getLong(1), l.getString(2)),
        new Connu(EtatFrein.valueOf(l.getString(3)), l.getObject(4, LocalDate.class), new HashSet<>())));
    base.sql("select personne_id, theme, libelle from diagnostic.action where personne_id = any (?) and etat <> 'RETIREE'").param(elles)
        .query((RowCallbackHandler) l -> {
          Connu connu = connus.get(cle(l.getLong(1), l.getString(2)));
          if (connu != null) {
            connu.actions().add(CleDeRecherche.de(l.getString(3)));
          }
        });
    return connus;
  }

  @Override
  public void ecrire(Tableur t, List<RangeeReprise<FreinLu>> rangees) {
    List<RangeeReprise<FreinLu>> nouveaux = rangees.stream().filter(r -> r.remarque == null).toList();
    List<RangeeReprise<FreinLu>> actives = rangees.stream().filter(r -> r.chose.action() != null).toList();
    ReprendreDesDiagnostics.Ecrits ecrits = reprendre.reprendre(nouveaux.stream().map(RepriseDeFreins::theme).toList(),
        actives.stream().map(this::action).toList());
    rangees.forEach(r -> r.cree = new HashMap<>());
    Map<Long, LocalDate> leves = new HashMap<>();
    for (int i = 0; i < nouveaux.size(); i++) {
      RangeeReprise<FreinLu> r = nouveaux.get(i);
      r.cree.put("constat", ecrits.constats().get(i));
      if (ecrits.freins().get(i) != null) {
        r.cree.put("frein", ecrits.freins().get(i));
        if (r.chose.leve() != null && r.chose.leveEnPartie() != null) {
          leves.put(ecrits.freins().get(i), r.chose.leve());
        }
      }
    }
    for (int i = 0; i < actives.size(); i++) {
      actives.get(i).cree.put("action", ecrits.actions().get(i));
    }
    reprendre.lever(leves);
  }

  private static Theme theme(RangeeReprise<FreinLu> r) {
    FreinLu f = r.chose;
    boolean enDeuxTemps = f.leve() != null && f.leveEnPartie() != null;
    return new Theme(r.personneId, f.theme(), f.niveau(), Map.of(), f.ouvertLe(), enDeuxTemps ? EtatFrein.LEVE_EN_PARTIE : f.etat(),
        enDeuxTemps ? f.leveEnPartie() : f.depuis());
  }

  /** An action to come is planned for its day; another came to be where it is that day. */
  private Action action(RangeeReprise<FreinLu> r) {
    ActionLue a = r.chose.action();
    boolean aVenir = a.etat() == EtatAction.PREVUE && a.le().isAfter(LocalDate.now(horloge));
    LocalDate le = aVenir || a.le().isAfter(r.chose.ouvertLe()) ? r.chose.ouvertLe() : a.le();
    return new Action(r.personneId, r.chose.theme(), a.code(), a.libelle(), le, aVenir ? a.le() : null, a.etat(),
        aVenir || a.etat() == EtatAction.PREVUE ? le : a.le());
  }

  @Override
  public Map<Integer, String> defaire(Collection<Ecrite> ecrites) {
    List<DefaireUneReprise.Ecrit> ecrits = new ArrayList<>();
    ecrites.forEach(e -> ecrits.add(new DefaireUneReprise.Ecrit(e.rang(), e.cree().get("constat"), e.cree().get("frein"), e.cree().get("action"),
        e.le())));
    return defaire.executer(ecrits);
  }
}
