package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.application.SaisieGlobale.Part;
import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic.Constat;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic.Frein;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.NouvelleAction;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves what changed in a global diagnostic: one more version of each part, a passage of each frein that moved. Nothing is overwritten. */
@Service
public class EnregistrerDiagnosticGlobal {
  private static final int LONG = 2000;
  private static final LocalDate TOUJOURS = LocalDate.of(9999, 1, 1);
  static final Passages.Registre FREINS = new Passages.Registre("diagnostic.frein", "diagnostic.frein_passage", "FREIN");
  private final JdbcClient base;
  private final ThemesDuDiagnostic themes;
  private final DiagnosticGlobal diagnostics;
  private final BrouillonsGlobaux brouillons;
  private final ActionsDUnePersonne actions;
  private final PrevoirUneAction prevoir;
  private final Passages passages;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  EnregistrerDiagnosticGlobal(JdbcClient base, ThemesDuDiagnostic themes, DiagnosticGlobal diagnostics, BrouillonsGlobaux brouillons,
      ActionsDUnePersonne actions, PrevoirUneAction prevoir, Passages passages, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.themes = themes;
    this.diagnostics = diagnostics;
    this.brouillons = brouillons;
    this.actions = actions;
    this.prevoir = prevoir;
    this.passages = passages;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * @return how many parts and freins changed
   * @throws DiagnosticGlobalChange     when a colleague changed one of them meanwhile: nothing is written
   * @throws fr.jalon.socle.SaisieRefusee with every field at fault ({@code MOBILITE-niveau}, {@code MOBILITE-etat_le}, {@code le})
   * @throws RefusMetier                when nothing was changed
   */
  @Transactional
  public int executer(long personneId, SaisieGlobale saisie) {
    base.sql("select pg_advisory_xact_lock(hashtextextended('diagnostic-global', ?))").param(personneId).query((_, _) -> 0).list();
    Themes referentiel = themes.au(LocalDate.now(horloge));
    EtatDuDiagnostic present = diagnostics.au(personneId, TOUJOURS);
    Map<Rubrique, Part> constats = new LinkedHashMap<>();
    Map<Rubrique, Part> etats = new LinkedHashMap<>();
    List<String> changements = new ArrayList<>();
    for (Rubrique r : referentiel.rubriques()) {
      Part p = saisie.parts().get(r.code());
      if (p != null) {
        trier(personneId, r, p, present, constats, etats, changements);
      }
    }
    verifier(saisie.le(), present, constats, etats);
    if (!changements.isEmpty()) {
      throw new DiagnosticGlobalChange(changements);
    }
    Map<Rubrique, Part> actions = actions(personneId, referentiel, saisie);
    if (constats.isEmpty() && etats.isEmpty() && actions.isEmpty()) {
      throw new RefusMetier("DIAGNOSTIC_GLOBAL_INCHANGE", "Rien n'a changé depuis le dernier enregistrement : répondez à un thème au moins.");
    }
    constats.forEach((r, p) -> constater(personneId, r, p.reponses(), saisie.le(), present, etats.containsKey(r)));
    etats.forEach((r, p) -> passer(
        p.etat() == EtatFrein.LEVE ? freins(personneId, r) : List.of(present.freins().get(r.code()).id()), p.etat(), jour(p, saisie.le()),
        p.motif().isBlank() ? null : p.motif()));
    actions.forEach((r, p) -> prevoir.executer(personneId, action(r, p), saisie.le()));
    brouillons.effacer(personneId);
    int fait = constats.size() + etats.size() + actions.size();
    journal.tracer("DIAGNOSTIC_GLOBAL", personneId, null, "Diagnostic global : " + Francais.compte(fait, "changement", "changements"));
    return fait;
  }

  /** What this agent changed, and where a colleague changed the same since. */
  private void trier(long personneId, Rubrique r, Part p, EtatDuDiagnostic present, Map<Rubrique, Part> constats, Map<Rubrique, Part> etats,
      List<String> changements) {
    Constat c = present.constats().get(r.code());
    Reponses vues = p.vu() == null ? Reponses.AUCUNE : diagnostics.reponsesDe(personneId, p.vu());
    if (!p.reponses().equals(vues) && !p.reponses().equals(present.reponses(r.code()))) {
      constats.put(r, p);
      if (c != null && !Long.valueOf(c.id()).equals(p.vu())) {
        changements.add("%s : %s, enregistré par %s le %s.".formatted(r.libelle(), r.theme() ? present.enMots(r) : "changé", c.saisiPar(),
            Francais.instant(c.saisiLe())));
      }
    }
    Frein f = present.freins().get(r.code());
    if (f != null && p.etat() != null && p.etat() != p.etatVu() && p.etat() != f.etat()) {
      etats.put(r, p);
      if (f.etat() != p.etatVu()) {
        changements.add("%s : frein %s depuis le %s.".formatted(r.libelle(), f.etat().libelle().toLowerCase(java.util.Locale.FRENCH),
            Francais.date(f.depuis())));
      }
    }
  }

  /** The actions chosen; what is under way already is not planned twice, a page sent again says nothing new. */
  private Map<Rubrique, Part> actions(long personneId, Themes referentiel, SaisieGlobale saisie) {
    Map<Rubrique, Part> choisies = new LinkedHashMap<>();
    Set<String> enRoute = actions.au(personneId, TOUJOURS).stream().filter(a -> a.etat().ouverte()).map(a -> a.theme() + ":" + a.libelle())
        .collect(Collectors.toSet());
    for (Rubrique r : referentiel.themes()) {
      Part p = saisie.parts().get(r.code());
      if (p != null && p.action() != null && !enRoute.contains(r.code() + ":" + r.actions().get(p.action()))) {
        choisies.put(r, p);
      }
    }
    Fautes fautes = new Fautes();
    LocalDate aujourdhui = LocalDate.now(horloge);
    choisies.forEach((r, p) -> fautes
        .exiger(r.actions().containsKey(p.action()), r.code() + "-action", "ACTION_INCONNUE", "Choisissez une action de la liste.")
        .exiger(p.pourLe() == null || NouvelleAction.plausible(p.pourLe(), aujourdhui), r.code() + "-action_pour", "JOUR_DE_L_ACTION",
            NouvelleAction.JOUR));
    fautes.lever();
    return choisies;
  }

  private static NouvelleAction action(Rubrique r, Part p) {
    return new NouvelleAction(r, p.action(), "", "", p.pourLe(), EtatAction.PREVUE, UUID.randomUUID());
  }

  private void verifier(LocalDate le, EtatDuDiagnostic present, Map<Rubrique, Part> constats, Map<Rubrique, Part> etats) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Fautes fautes = new Fautes();
    fautes.exiger(le != null, "le", "JOUR_A_DIRE", "Dites le jour de l'entretien.");
    fautes.exiger(le == null || !le.isAfter(aujourdhui), "le", "JOUR_A_VENIR", "L'entretien ne peut pas être à venir : choisissez un jour passé.");
    fautes.exiger(le == null || !le.isBefore(aujourdhui.minusYears(1)), "le", "ENTRETIEN_TROP_ANCIEN",
        "Un entretien se note dans l'année : choisissez un jour depuis le %s.".formatted(Francais.date(aujourdhui.minusYears(1))));
    constats.forEach((r, p) -> {
      Constat c = present.constats().get(r.code());
      fautes.exiger(c == null || le == null || !le.isBefore(c.le()), "le", "CONSTAT_PLUS_RECENT",
          "« %s » a été revu le %s : choisissez ce jour ou un jour d'après.".formatted(r.libelle(), c == null ? "" : Francais.date(c.le())));
      for (Rubrique.Champ champ : r.champs()) {
        String reponse = p.reponses().a(champ.code());
        fautes.exiger(reponse == null || champ.connait(reponse), Rubrique.Champ.rang(r.code() + "-" + champ.code(), champ.fautif(reponse)),
            "REPONSE_INCONNUE",
            champ.genre() == Rubrique.Genre.METIERS ? champ.quoiFaire(String.valueOf(reponse))
                : champ.genre() == Rubrique.Genre.NOMBRE ? "Écrivez un nombre entier, de 0 à %d.".formatted(champ.max())
                : champ.genre() == Rubrique.Genre.JOUR ? "Écrivez ce jour comme 15/09/2025."
                : "Choisissez une des réponses proposées pour « %s ».".formatted(r.libelle()));
        LocalDate jour = champ.genre() == Rubrique.Genre.JOUR ? Rubrique.Champ.jour(reponse) : null;
        fautes.exiger(jour == null || !jour.isAfter(aujourdhui), r.code() + "-" + champ.code(), "JOUR_A_VENIR",
            "Ce jour n'est pas encore venu : choisissez un jour passé.");
        fautes.exiger(reponse == null || reponse.length() <= LONG, r.code() + "-" + champ.code(), "TEXTE_TROP_LONG",
            "Ce texte est trop long : gardez 2 000 caractères au plus.");
      }
      fautes.exiger(!r.theme() || p.reponses().a(Rubrique.NIVEAU) != null, r.code() + "-" + Rubrique.NIVEAU, "NIVEAU_A_DIRE",
          "Dites ce que pèse « %s ».".formatted(r.libelle()));
    });
    etats.forEach((r, p) -> {
      Frein f = present.freins().get(r.code());
      LocalDate jour = jour(p, le);
      String champ = r.code() + "-etat_le";
      fautes.exiger(jour == null || !jour.isAfter(aujourdhui), champ, "JOUR_A_VENIR", "Ce jour n'est pas encore venu : choisissez un jour passé.");
      fautes.exiger(jour == null || !jour.isBefore(f.depuis()), champ, "FREIN_LEVE_AVANT", ("Ce frein est %s depuis le %s : il ne peut pas changer"
          + " avant. Choisissez ce jour ou un jour d'après.").formatted(f.etat().libelle().toLowerCase(java.util.Locale.FRENCH),
          Francais.date(f.depuis())));
      fautes.exiger(f.etat().suivants().contains(p.etat()), r.code() + "-etat", "PASSAGE_DE_FREIN", "Un frein levé se rouvre d'abord.");
    });
    fautes.lever();
  }

  private static LocalDate jour(Part p, LocalDate entretien) {
    return p.etatLe() == null ? entretien : p.etatLe();
  }

  /** One more version; and the frein follows its level, unless the agent says herself what becomes of it. */
  private void constater(long personneId, Rubrique r, Reponses reponses, LocalDate le, EtatDuDiagnostic present, boolean ditAilleurs) {
    Frein f = present.freins().get(r.code());
    String niveau = reponses.a(Rubrique.NIVEAU);
    base.sql("""
        insert into diagnostic.constat (personne_id, rubrique, sante, niveau, reponses, le, saisi_par, saisi_le)
        values (:personne, :rubrique, :sante, :niveau, jsonb_object(:champs::text[], :reponses::text[]), :le, :agent, :maintenant)""")
        .param("personne", personneId).param("rubrique", r.code()).param("sante", r.sante()).param("niveau", r.theme() ? niveau : null)
        .param("champs", reponses.parCritere().keySet().toArray(String[]::new))
        .param("reponses", reponses.parCritere().values().toArray(String[]::new)).param("le", le)
        .param("agent", agentCourant.perimetre().agent()).param("maintenant", OffsetDateTime.now(horloge)).update();
    if (!r.theme() || ditAilleurs) {
      return;
    }
    boolean pese = !"SANS".equals(niveau);
    if (pese && f == null) {
      ouvrir(personneId, r, le);
    } else if (pese && !f.ouvert() && !niveau.equals(present.reponses(r.code()).a(Rubrique.NIVEAU))) {
      passer(List.of(f.id()), EtatFrein.OUVERT, le, "Le thème pèse de nouveau");
    } else if (!pese && f != null && f.ouvert()) {
      passer(freins(personneId, r), EtatFrein.LEVE, le, "Le thème ne pèse plus");
    }
  }

  /** A passage is never before the one it follows: an interview may be noted late, and two records found to be one have each their days. */
  private void passer(List<Long> freins, EtatFrein vers, LocalDate le, String motif) {
    for (long frein : freins) {
      LocalDate depuis = base.sql("select etat_depuis from diagnostic.frein where id = ?").param(frein).query(LocalDate.class).single();
      passages.passer(FREINS, List.of(frein), vers, le.isBefore(depuis) ? depuis : le, motif);
    }
  }

  /** Her freins of a theme: two records found to be one may each have brought theirs. What is lifted is lifted whole. */
  private List<Long> freins(long personneId, Rubrique r) {
    return base.sql("select id from diagnostic.frein where personne_id = ? and theme = ?").params(personneId, r.code()).query(Long.class).list();
  }

  private void ouvrir(long personneId, Rubrique r, LocalDate le) {
    long id = base.sql("insert into diagnostic.frein (personne_id, theme, sante, etat, etat_depuis) values (?, ?, ?, 'OUVERT', ?) returning id")
        .params(personneId, r.code(), r.sante(), le).query(Long.class).single();
    passages.naitre(FREINS, List.of(id), le);
  }
}
