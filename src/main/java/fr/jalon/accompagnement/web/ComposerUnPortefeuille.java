package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.application.SortirDIntensif;
import fr.jalon.accompagnement.lecture.FiltresDuPortefeuille;
import fr.jalon.accompagnement.lecture.MembreDuPortefeuille;
import fr.jalon.accompagnement.lecture.MembresDuPortefeuille;
import fr.jalon.accompagnement.lecture.PersonnesSuivies;
import fr.jalon.accompagnement.lecture.PortefeuillesIntensifs;
import fr.jalon.accompagnement.lecture.PortefeuillesIntensifs.Portefeuille;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.parametres.Parametres;
import fr.jalon.pilotage.Objectif;
import fr.jalon.pilotage.ObjectifsDuPlan;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Puts the pages of the portfolios together: a référent's own, those of the organisations of whoever answers for them. */
@Component
class ComposerUnPortefeuille {
  private static final String OBJECTIF = "INTENSIF";
  private final PortefeuillesIntensifs portefeuilles;
  private final MembresDuPortefeuille membres;
  private final PersonnesSuivies suivies;
  private final SortirDIntensif sortir;
  private final Structures structures;
  private final MaFiche maFiche;
  private final AgentCourant agentCourant;
  private final Parametres parametres;
  private final ObjectifsDuPlan plan;
  private final Regard regard;
  private final Clock horloge;

  ComposerUnPortefeuille(PortefeuillesIntensifs portefeuilles, MembresDuPortefeuille membres, PersonnesSuivies suivies, SortirDIntensif sortir,
      Structures structures, MaFiche maFiche, AgentCourant agentCourant, Parametres parametres, ObjectifsDuPlan plan, Regard regard, Clock horloge) {
    this.portefeuilles = portefeuilles;
    this.membres = membres;
    this.suivies = suivies;
    this.sortir = sortir;
    this.structures = structures;
    this.maFiche = maFiche;
    this.agentCourant = agentCourant;
    this.parametres = parametres;
    this.plan = plan;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** What leaves in a spreadsheet. @param permis true when this agent may take it away; @param freins true when she reads freins */
  record Export(String qui, boolean permis, boolean freins, List<MembreDuPortefeuille> lignes) {}

  /** Those she may look at. */
  @Transactional(readOnly = true)
  PageDesPortefeuilles tous() {
    LocalDate jour = LocalDate.now(horloge);
    List<Portefeuille> tous = portefeuilles.tous(jour);
    List<Objectif> objectifs = plan.plan().objectifs().stream().filter(o -> o.indicateur().equals(OBJECTIF))
        .sorted(Comparator.comparing(Objectif::echeance, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    return new PageDesPortefeuilles(regardables(tous), maFiche.referent().isPresent(), tous.stream().filter(p -> p.ouvert(jour))
        .mapToInt(Portefeuille::membres).sum(), objectifs, rythme(jour), jour);
  }

  /** Hers when she is a référent; else those of the organisations of her perimeter. */
  List<Portefeuille> regardables(List<Portefeuille> tous) {
    Optional<Referent> moi = maFiche.referent();
    Perimetre p = agentCourant.perimetre();
    Map<Integer, Organisation> organisations = structures.organisations().stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    return tous.stream().filter(f -> moi.map(m -> m.id() == f.referentId()).orElseGet(() -> organisations.get(f.organisationId()).estDe(p))).toList();
  }

  /** One. @throws ResponseStatusException 404 when there is no such référent */
  @Transactional(readOnly = true)
  PageDuPortefeuille un(FiltresDuPortefeuille filtres, PageDuPortefeuille.Saisie saisie, Map<Long, String> refus, Refus erreur) {
    LocalDate jour = LocalDate.now(horloge);
    Referent qui = qui(filtres.referent());
    boolean agissable = regard.peut("ACCOMPAGNEMENT") && sortir.tient(qui.id());
    return new PageDuPortefeuille(qui, estMoi(qui), celuiDe(qui, jour).orElse(null), membres.page(filtres, qui.id()), agissable,
        regard.peut("ACCOMPAGNEMENT"),
        regard.peut("DIAGNOSTICS"), exportable(qui), rythme(jour), saisie, refus, erreur, jour);
  }

  /** Its tab, whole. */
  @Transactional(readOnly = true)
  Export export(FiltresDuPortefeuille filtres) {
    Referent qui = qui(filtres.referent());
    return new Export(qui.nom(), exportable(qui), regard.peut("DIAGNOSTICS"), exportable(qui) ? membres.toutes(filtres, qui.id()) : List.of());
  }

  /** Persons about to enter. @throws ResponseStatusException 404 when this référent has no portfolio today */
  @Transactional(readOnly = true)
  PageDEntree entree(FormulaireDEntree f, Map<Long, String> refus, Refus erreur) {
    LocalDate jour = LocalDate.now(horloge);
    Referent qui = qui(f.referent());
    Portefeuille p = celuiDe(qui, jour).filter(x -> x.ouvert(jour)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new PageDEntree(p, suivies.parmi(f.personnes()), f, refus, erreur, jour);
  }

  private Optional<Portefeuille> celuiDe(Referent qui, LocalDate jour) {
    return portefeuilles.tous(jour).stream().filter(p -> p.referentId() == qui.id()).findFirst();
  }

  private Referent qui(Integer demande) {
    return (demande == 0 ? maFiche.referent() : structures.referent(demande)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private boolean estMoi(Referent qui) {
    return maFiche.referent().filter(m -> m.id() == qui.id()).isPresent();
  }

  private boolean exportable(Referent qui) {
    return estMoi(qui) || regard.peut("EXPORTS");
  }

  private int rythme(LocalDate jour) {
    return parametres.jours("accompagnement.rythme_intensif", jour);
  }
}
