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
import fr.jalon.rendezvous.lecture.AgendaDesEntretiens;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a day together: whom she follows, what each room asks for them, what was put off, her appointments. */
@Component
class ComposerMaJournee {
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
    List<Ligne> enRetard = new ArrayList<>();
    List<Ligne> bientot = new ArrayList<>();
    List<Ligne> sansDate = new ArrayList<>();
    List<Remis> remis = new ArrayList<>();
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
    Map<Long, List<Differe>> mis = differes.de(toutes.stream().map(PersonneSuivie::id).toList());
    LocalDate horizon = aujourdhui.plusDays(rythme.approche(aujourdhui));
    for (PersonneSuivie personne : toutes) {
      List<PasDuDossier> aFaire = new ArrayList<>();
      for (PasDuDossier x : pas.getOrDefault(personne.id(), List.of())) {
        Optional<Differe> differe = mis.getOrDefault(personne.id(), List.of()).stream().filter(d -> d.cache(x, aujourdhui)).findFirst();
        differe.ifPresent(d -> remis.add(new Remis(personne, x, d)));
        if (differe.isEmpty() && !x.prevu() && (x.limite() == null || !x.limite().isAfter(horizon))) {
          aFaire.add(x);
        }
      }
      aFaire.sort(Comparator.comparing((PasDuDossier x) -> !x.enRetard(aujourdhui)).thenComparing(PasDuDossier.PAR_RANG));
      if (!aFaire.isEmpty()) {
        Ligne ligne = new Ligne(personne, aFaire.getFirst(), List.copyOf(aFaire.subList(1, aFaire.size())));
        (ligne.pas().enRetard(aujourdhui) ? enRetard : ligne.pas().limite() != null ? bientot : sansDate).add(ligne);
      }
    }
    enRetard.sort(ORDRE);
    bientot.sort(ORDRE);
    return new PageDeMaJournee(qui, regarde.moi(), referentRegarde.choix(), personnes.size(),
        duJour(qui, aujourdhui), enRetard, bientot, sansDate, remis, saisie, refuse, aujourdhui);
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
