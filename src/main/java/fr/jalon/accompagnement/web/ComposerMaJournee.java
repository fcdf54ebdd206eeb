package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.lecture.LeRythme;
import fr.jalon.accompagnement.lecture.PasDifferes;
import fr.jalon.accompagnement.lecture.PasDifferes.Differe;
import fr.jalon.accompagnement.lecture.PersonneSuivie;
import fr.jalon.accompagnement.lecture.PersonnesSuivies;
import fr.jalon.accompagnement.web.PageDeMaJournee.Ligne;
import fr.jalon.accompagnement.web.PageDeMaJournee.Remis;
import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.ecran.Refus;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.rendezvous.lecture.AgendaDesEntretiens;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a day together: whom she follows, what each room asks for them, what was put off, her appointments. */
@Component
class ComposerMaJournee {
  /** Persons whom nobody holds, of whom it is said what is late: beyond, they have no référent to be late with. */
  private static final int ORPHELINES_LUES = 1_000;
  private static final Comparator<Ligne> ORDRE = Comparator.comparing(Ligne::pas, PasDuDossier.PAR_RANG);
  private final PersonnesSuivies suivies;
  private final LesPas lesPas;
  private final PasDifferes differes;
  private final AgendaDesEntretiens agenda;
  private final ReferentRegarde referentRegarde;
  private final MaFiche maFiche;
  private final AgentCourant agentCourant;
  private final LeRythme rythme;
  private final Clock horloge;

  ComposerMaJournee(PersonnesSuivies suivies, LesPas lesPas, PasDifferes differes, AgendaDesEntretiens agenda, ReferentRegarde referentRegarde,
      MaFiche maFiche, AgentCourant agentCourant, LeRythme rythme, Clock horloge) {
    this.suivies = suivies;
    this.lesPas = lesPas;
    this.differes = differes;
    this.agenda = agenda;
    this.referentRegarde = referentRegarde;
    this.maFiche = maFiche;
    this.agentCourant = agentCourant;
    this.rythme = rythme;
    this.horloge = horloge;
  }

  /** Her own day, or that of the référent asked. @param referent {@code null} for hers */
  @Transactional(readOnly = true)
  PageDeMaJournee composer(Integer referent, PageDeMaJournee.Saisie saisie, Refus refuse) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    ReferentRegarde.Regarde regarde = referentRegarde.de(referent);
    Referent qui = regarde.qui();
    List<PersonneSuivie> personnes = qui == null && regarde.organisations() == null ? List.of() : suivies.de(regarde.id(), regarde.organisations());
    List<Long> ids = personnes.stream().map(PersonneSuivie::id).toList();
    Map<Long, List<PasDuDossier>> pas = new HashMap<>(lesPas.de(ids));
    List<PersonneSuivie> toutes = new ArrayList<>(personnes);
    if (referent == null) {
      Map<Long, List<PasDuDossier>> demandes = lesPas.pourMoi();
      List<Long> autres = new ArrayList<>(demandes.keySet());
      autres.removeAll(new HashSet<>(ids));
      toutes.addAll(suivies.parmi(autres));
      demandes.forEach(pas::putIfAbsent);
    }
    Tri tri = trier(toutes, pas, differes.de(toutes.stream().map(PersonneSuivie::id).toList()), aujourdhui);
    return new PageDeMaJournee(qui, regarde.moi(), referentRegarde.choix(), personnes.size(),
        duJour(qui, aujourdhui), tri.enRetard(), tri.bientot(), tri.sansDate(), tri.remis(), saisie, refuse, aujourdhui);
  }

  /** What there is to do for some persons, the worst first; what was put off. */
  private record Tri(List<Ligne> enRetard, List<Ligne> bientot, List<Ligne> sansDate, List<Remis> remis) {}

  private Tri trier(List<PersonneSuivie> personnes, Map<Long, List<PasDuDossier>> pas, Map<Long, List<Differe>> mis, LocalDate aujourdhui) {
    Tri tri = new Tri(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    LocalDate horizon = aujourdhui.plusDays(rythme.approche(aujourdhui));
    for (PersonneSuivie personne : personnes) {
      List<PasDuDossier> aFaire = new ArrayList<>();
      for (PasDuDossier x : pas.getOrDefault(personne.id(), List.of())) {
        Optional<Differe> differe = mis.getOrDefault(personne.id(), List.of()).stream().filter(d -> d.cache(x, aujourdhui)).findFirst();
        differe.ifPresent(d -> tri.remis().add(new Remis(personne, x, d)));
        if (differe.isEmpty() && !x.prevu() && (x.limite() == null || !x.limite().isAfter(horizon))) {
          aFaire.add(x);
        }
      }
      aFaire.sort(Comparator.comparing((PasDuDossier x) -> !x.enRetard(aujourdhui)).thenComparing(PasDuDossier.PAR_RANG));
      if (!aFaire.isEmpty()) {
        Ligne ligne = new Ligne(personne, aFaire.getFirst(), List.copyOf(aFaire.subList(1, aFaire.size())));
        (ligne.pas().enRetard(aujourdhui) ? tri.enRetard() : ligne.pas().limite() != null ? tri.bientot() : tri.sansDate()).add(ligne);
      }
    }
    tri.enRetard().sort(ORDRE);
    tri.bientot().sort(ORDRE);
    return tri;
  }

  /**
   * The days of référents, side by side: as each reads hers, without what colleagues ask of her by name.
   *
   * @param orphelinesDe an organisation of which the persons whom nobody holds come last; {@code null} for none
   * @return the most late first
   */
  @Transactional(readOnly = true)
  List<PageDeLEquipe.Ligne> equipe(Collection<Candidat> referents, Integer orphelinesDe) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    int seules = orphelinesDe == null ? 0 : suivies.sansReferent(orphelinesDe);
    List<PersonneSuivie> personnes = new ArrayList<>(suivies.desReferents(referents.stream().map(c -> c.referent().id()).toList()));
    if (seules > 0 && seules <= ORPHELINES_LUES) {
      personnes.addAll(suivies.queNulNeTient(orphelinesDe));
    }
    List<Long> ids = personnes.stream().map(PersonneSuivie::id).toList();
    Map<Long, List<PasDuDossier>> pas = lesPas.de(ids);
    Map<Long, List<Differe>> mis = differes.de(ids);
    Map<Integer, List<PersonneSuivie>> parReferent = personnes.stream()
        .collect(Collectors.groupingBy(p -> p.referentId() == null ? PageDeLEquipe.PERSONNE : p.referentId()));
    List<PageDeLEquipe.Ligne> lignes = new ArrayList<>();
    for (Candidat c : referents) {
      List<PersonneSuivie> siennes = parReferent.getOrDefault(c.referent().id(), List.of());
      lignes.add(ligne(c, siennes, trier(siennes, pas, mis, aujourdhui), aujourdhui));
    }
    lignes.sort(Comparator.comparing(PageDeLEquipe.Ligne::enRetard).reversed().thenComparing(l -> l.candidat().referent().nom()));
    List<PersonneSuivie> orphelines = parReferent.getOrDefault(PageDeLEquipe.PERSONNE, List.of());
    if (seules > 0) {
      lignes.add(orphelines.isEmpty() ? new PageDeLEquipe.Ligne(null, seules, null, Map.of(), 0, 0)
          : ligne(null, orphelines, trier(orphelines, pas, mis, aujourdhui), aujourdhui));
    }
    return lignes;
  }

  private static PageDeLEquipe.Ligne ligne(Candidat c, List<PersonneSuivie> siennes, Tri tri, LocalDate aujourdhui) {
    Map<PasDuDossier.Rang, Integer> parRang = new EnumMap<>(PasDuDossier.Rang.class);
    tri.enRetard().forEach(l -> parRang.merge(l.pas().rang(), 1, Integer::sum));
    int jours = tri.enRetard().stream().mapToInt(l -> (int) l.pas().limite().until(aujourdhui, ChronoUnit.DAYS)).max().orElse(0);
    return new PageDeLEquipe.Ligne(c, siennes.size(), tri.enRetard().size(), parRang, jours, tri.bientot().size());
  }

  /** How many of hers are late; what colleagues ask of her alone when her account is no référent's. */
  @Transactional(readOnly = true)
  long enRetard() {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return maFiche.referent().isPresent() ? composer(null, null, Refus.AUCUN).enRetard().size()
        : lesPas.pourMoi().values().stream().filter(siens -> siens.stream().anyMatch(p -> p.enRetard(aujourdhui))).count();
  }

  private List<LigneDAgenda> duJour(Referent qui, LocalDate aujourdhui) {
    return qui == null || !agentCourant.perimetre().peut("RENDEZ_VOUS") ? List.of()
        : agenda.rendezVousDe(qui, aujourdhui, aujourdhui);
  }
}
