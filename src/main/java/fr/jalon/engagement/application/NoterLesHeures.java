package fr.jalon.engagement.application;

import fr.jalon.engagement.HeuresChangees;
import fr.jalon.engagement.domaine.Activite;
import fr.jalon.engagement.domaine.Activites;
import fr.jalon.engagement.domaine.CaseDHeures;
import fr.jalon.engagement.domaine.DureeSaisie;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the hours of a week of a person as a référent typed them in one grid. A cell that changes takes back the row before, with who and why, and
 * writes another; one that does not is left alone. What is proved elsewhere is not typed.
 */
@Service
public class NoterLesHeures {
  private static final int MINUTES_DU_JOUR = 24 * 60;
  private static final int RAISON = 500;
  private final JdbcClient base;
  private final RegistreDesHeures registre;
  private final ActivitesDuPlan activites;
  private final Parametres parametres;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  NoterLesHeures(JdbcClient base, RegistreDesHeures registre, ActivitesDuPlan activites, Parametres parametres, AgentCourant agentCourant,
      Journal journal, ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.activites = activites;
    this.parametres = parametres;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /**
   * Writes what changed, all or nothing.
   *
   * @param cases those the form held; a cell that is not there is left as it is
   * @param vue   what the page showed of that week ({@link RegistreDesHeures#vue}); the same week written meanwhile is refused
   * @param motif why, for the trace of what is corrected; empty for none
   * @return how many cells changed
   * @throws RefusMetier a cell is wrong, the week changed meanwhile, or she is no longer to be seen
   */
  @Transactional
  public int executer(long personneId, Semaine semaine, List<CaseDHeures> cases, String vue, String motif) {
    registre.exigerVisible(personneId);
    LocalDate aujourdhui = LocalDate.now(horloge);
    if (semaine.lundi().isAfter(aujourdhui)) {
      throw new RefusMetier("SEMAINE_A_VENIR", "Cette semaine n'est pas commencée : ses heures se notent à partir de lundi. Choisissez une autre semaine.");
    }
    registre.verrouiller(personneId);
    Map<String, RegistreDesHeures.Saisie> presentes = registre.saisies(personneId, semaine);
    Fautes fautes = new Fautes();
    Map<CaseDHeures, Integer> lues = new LinkedHashMap<>();
    cases.forEach(c -> Optional.ofNullable(fautes.lire(c.champ(), () -> DureeSaisie.lire(c.texte()))).ifPresent(m -> lues.put(c, m)));
    fautes.exiger(motif == null || motif.length() <= RAISON, "motif", "HEURES_MOTIF_LONG",
        "Dites pourquoi en %d caractères au plus.".formatted(RAISON));
    Map<CaseDHeures, Integer> changees = new LinkedHashMap<>(lues);
    changees.entrySet().removeIf(e -> e.getValue() == (presentes.containsKey(e.getKey().champ()) ? presentes.get(e.getKey().champ()).minutes() : 0));
    changees.forEach((c, minutes) -> verifier(fautes, personneId, semaine, c, minutes, aujourdhui));
    verifierLeTotal(fautes, personneId, semaine, presentes, lues, changees);
    fautes.lever();
    if (changees.isEmpty()) {
      return 0;
    }
    if (!registre.vue(personneId, semaine).equals(vue)) {
      throw new RefusMetier("SEMAINE_CHANGEE",
          "Ces heures ont été changées pendant que vous écriviez : relisez, puis enregistrez de nouveau. Votre saisie est gardée.");
    }
    changees.forEach((c, minutes) -> ecrire(personneId, semaine, c, minutes, presentes.get(c.champ()), motif));
    journal.tracer("HEURES_NOTEES", personneId, null, "Semaine du " + fr.jalon.ecran.Francais.date(semaine.lundi()));
    evenements.publishEvent(new HeuresChangees(List.of(personneId), semaine.lundi(), semaine.lundi()));
    return changees.size();
  }

  private void verifier(Fautes f, long personneId, Semaine semaine, CaseDHeures c, int minutes, LocalDate aujourdhui) {
    Activites connues = activites.au(semaine.lundi());
    Activite activite = connues.genre(c.activite()).orElse(null);
    f.exiger(activite != null && (!activite.sante() || agentCourant.perimetre().peut("SANTE")), c.champ(), "ACTIVITE_INCONNUE",
        "Cette activité n'est pas dans la liste : choisissez-en une autre.");
    if (activite == null || minutes == 0) {
      return;
    }
    f.exiger(!activite.structuree(), c.champ(), "HEURES_STRUCTUREES",
        "Ces heures se comptent seules, d'après les dates du contrat : rien n'est à saisir. Si les dates ont changé, faites un avenant.");
    if (c.rang() == CaseDHeures.TOTAL) {
      return;
    }
    LocalDate jour = semaine.jour(c.rang());
    f.exiger(!jour.isAfter(aujourdhui), c.champ(), "HEURES_DEMAIN", "Ce jour n'est pas encore arrivé : notez ces heures une fois faites.");
    f.exiger(minutes <= MINUTES_DU_JOUR, c.champ(), "HEURES_DU_JOUR", "Une journée n'a que vingt-quatre heures : vérifiez ce nombre.");
    if ("ACCOMPAGNEMENT".equals(c.activite())) {
      f.exiger(!registre.absente(personneId, jour), c.champ(), "HEURES_D_ABSENCE",
          "Elle est notée absente à un rendez-vous ce jour-là : corrigez d'abord sa présence, ou mettez ces heures à une autre activité ou un autre jour.");
      f.exiger(registre.prouvees(personneId, c.activite(), jour) == 0, c.champ(), "HEURES_DEJA_PROUVEES",
          "Un rendez-vous de ce jour est déjà compté : ne le saisissez pas une seconde fois. Pour autre chose, choisissez une autre activité.");
    }
  }

  private void verifierLeTotal(Fautes f, long personneId, Semaine semaine, Map<String, RegistreDesHeures.Saisie> presentes,
      Map<CaseDHeures, Integer> lues, Map<CaseDHeures, Integer> changees) {
    int autres = presentes.entrySet().stream().filter(e -> lues.keySet().stream().noneMatch(c -> c.champ().equals(e.getKey())))
        .mapToInt(e -> e.getValue().minutes()).sum() + registre.deLaSemaineAilleurs(personneId, semaine);
    int total = autres + lues.values().stream().mapToInt(Integer::intValue).sum();
    int plausibles = parametres.valeur(Heures.PLAUSIBLES, semaine.lundi()).entier();
    changees.entrySet().stream().filter(e -> e.getValue() > 0).max(Map.Entry.comparingByValue()).ifPresent(e -> f.exiger(
        total <= plausibles * 60, e.getKey().champ(), "HEURES_TROP_NOMBREUSES",
        "Cela ferait %s cette semaine, plus que %d heures : vérifiez ce nombre.".formatted(DureeSaisie.enClair(total), plausibles)));
  }

  private void ecrire(long personneId, Semaine semaine, CaseDHeures c, int minutes, RegistreDesHeures.Saisie avant, String motif) {
    if (avant != null) {
      registre.annuler(List.of(avant.id()), motif == null || motif.isBlank() ? "Corrigée dans la grille de la semaine" : motif.strip());
    }
    if (minutes > 0) {
      base.sql("""
          insert into engagement.heure (personne_id, lundi, jour, activite, minutes, sante, source, saisie_par, saisie_le) values (?, ?, ?, ?, ?, ?, 'REFERENT', ?, ?)""")
          .params(personneId, semaine.lundi(), c.rang() == CaseDHeures.TOTAL ? null : semaine.jour(c.rang()), c.activite(), minutes,
              activites.au(semaine.lundi()).genre(c.activite()).filter(Activite::sante).isPresent(), agentCourant.perimetre().agent(),
              OffsetDateTime.now(horloge)).update();
    }
  }

  /**
   * Takes back one row that somebody typed, sent or took over; what is proved elsewhere is corrected there. Done twice, it is done once.
   *
   * @throws RefusMetier without a reason, or when it is not the agent's to take back
   */
  @Transactional
  public void retirer(long personneId, long heure, String motif) {
    RegistreDesHeures.Ligne l = registre.exiger(personneId, heure);
    if (l.annulee()) {
      return;
    }
    if (l.prouvee()) {
      throw new RefusMetier("HEURE_PROUVEE_AILLEURS", "Cette heure vient d'un rendez-vous ou d'un contact : corrigez-le, elle suivra d'elle-même.");
    }
    new Fautes().exiger(motif != null && !motif.isBlank() && motif.length() <= RAISON, "motif", "RETRAIT_D_HEURE_SANS_RAISON",
        "Dites pourquoi elle est retirée, en %d caractères au plus.".formatted(RAISON)).lever();
    registre.annuler(List.of(heure), motif.strip());
    journal.tracer("HEURE_RETIREE", personneId, null, "Semaine du " + fr.jalon.ecran.Francais.date(l.lundi()));
    evenements.publishEvent(new HeuresChangees(List.of(personneId), l.lundi(), l.lundi()));
  }
}
