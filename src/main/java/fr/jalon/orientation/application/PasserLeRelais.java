package fr.jalon.orientation.application;

import fr.jalon.courriers.Courriers;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.QuiLAFait;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.ChangementDeReferent;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.EtatRelais;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.orientation.lecture.Relais;
import fr.jalon.orientation.lecture.Relais.Confiee;
import fr.jalon.orientation.lecture.Relais.Passe;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands the persons of a référent, all or some, to colleagues of her organisation; gives them back; undoes it. Each time all, or none. */
@Service
public class PasserLeRelais {
  private static final int RAISON = 200;
  private final JdbcClient base;
  private final ChangerLeReferent changer;
  private final RegistreDesSuivis suivis;
  private final Relais relais;
  private final PrevoirUnRelais prevoir;
  private final Structures structures;
  private final Courriers courriers;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;
  private final QuiLAFait quiLAFait;

  PasserLeRelais(JdbcClient base, ChangerLeReferent changer, RegistreDesSuivis suivis, Relais relais, PrevoirUnRelais prevoir, Structures structures,
      Courriers courriers,
      AgentCourant agentCourant, Journal journal, Clock horloge, QuiLAFait quiLAFait) {
    this.quiLAFait = quiLAFait;
    this.base = base;
    this.changer = changer;
    this.suivis = suivis;
    this.relais = relais;
    this.prevoir = prevoir;
    this.structures = structures;
    this.courriers = courriers;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * What is asked.
   *
   * @param formulaire  its number: sent twice, it is done once
   * @param de          whose persons
   * @param choix       who follows each from then on, by follow-up
   * @param le          first day of the colleagues; one to come is planned, and done by itself that day ({@link FaireLesRelaisPrevus})
   * @param retourLe    the day it must be given back, or {@code null}
   * @param depassement who accepts that colleagues go over their capacity, or {@code null}
   * @param prevenir    true to write to the persons, once it is done
   * @param retourSeul  true to give it back by itself on that day; @param prevenirAuRetour true to write to them then
   */
  public record Demande(UUID formulaire, int de, Map<Long, Integer> choix, LocalDate le, LocalDate retourLe, String raison,
      Depassement depassement, boolean prevenir, boolean retourSeul, boolean prevenirAuRetour) {}

  /**
   * What became of it.
   *
   * @param id     the hand-over, {@code null} when nothing is recorded
   * @param refus  why, by follow-up; empty when all is recorded
   * @param suivis the follow-ups that changed hands
   */
  public record Bilan(Long id, Map<Long, RefusMetier> refus, List<Long> suivis) {
    /** True when nothing was recorded. */
    public boolean refuse() {
      return !refus.isEmpty();
    }
  }

  /** @throws RefusMetier nobody is chosen, a day or the reason is missing, or this référent is not of the agent's team; nothing changes */
  @Transactional
  public Bilan passer(Demande d) {
    Referent de = structures.referent(d.de()).stream().flatMap(r -> equipe(List.of(r)).stream()).findFirst()
        .orElseThrow(() -> new RefusMetier("RELAIS_DE_QUI", "Choisissez un référent de votre équipe : c'est lui qui passe le relais."));
    String raison = d.raison() == null ? "" : d.raison().strip();
    LocalDate aujourdhui = LocalDate.now(horloge);
    new Fautes().exiger(!d.choix().isEmpty(), "choix", "RELAIS_SANS_PERSONNE", "Choisissez qui suivra au moins une personne.")
        .exiger(!raison.isEmpty() && raison.length() <= RAISON, "raison", "MOTIF_ABSENT", "Dites pourquoi le référent change, en quelques mots.")
        .exiger(d.le() != null && !d.le().isAfter(aujourdhui.plusYears(1)), "le", "RELAIS_TROP_LOIN",
            "Indiquez le premier jour des collègues : passé, aujourd'hui, ou dans l'année qui vient.")
        .exiger(d.retourLe() == null || d.le() == null || d.retourLe().isAfter(d.le()) && !d.retourLe().isBefore(aujourdhui), "retourLe",
            "RETOUR_PASSE", "Le retour se prévoit aujourd'hui ou plus tard, après le premier jour des collègues.")
        .exiger(!d.retourSeul() || d.retourLe() != null, "retourLe", "RETOUR_SANS_JOUR",
            "Dites quel jour le retour se fait de lui-même, ou décochez cette case.").lever();
    Map<Long, RefusMetier> refus = partiesAilleurs(d, de);
    Optional<Long> deja = base.sql("select id from orientation.relais where formulaire = ?").param(d.formulaire()).query(Long.class).optional();
    if (deja.isPresent()) {
      Map<Long, Integer> confiees = relais.un(deja.get()).filter(Passe::prevu).isPresent() ? prevoir.choix(deja.get())
          : relais.personnes(deja.get()).stream().collect(Collectors.toMap(Confiee::suiviId, Confiee::versId));
      if (!confiees.equals(d.choix())) {
        throw new FormulaireDejaServi();
      }
      return new Bilan(deja.get(), Map.of(), List.copyOf(confiees.keySet()));
    }
    if (refus.isEmpty() && d.le().isAfter(aujourdhui)) {
      return prevoir.prevoir(d, de, raison);
    }
    if (refus.isEmpty()) {
      long[] id = new long[1];
      refus = changer.executer(d.choix().entrySet().stream()
          .map(c -> new ChangementDeReferent(c.getKey(), c.getValue(), d.le(), raison, d.depassement())).toList(), _ -> d.prevenir(),
          () -> id[0] = creer(d, de, raison));
      if (refus.isEmpty()) {
        journal.tracer("RELAIS_PASSE", null, null, "%s, %s : %s".formatted(de.nom(),
            Francais.compte(d.choix().size(), "personne confiée", "personnes confiées"), raison));
        return new Bilan(id[0], Map.of(), List.copyOf(d.choix().keySet()));
      }
    }
    return new Bilan(null, refus, List.of());
  }

  /**
   * Who followed them before follows them again, but those that ended or changed hands since.
   *
   * @param le          her first day, today at the latest
   * @param depassement who accepts that she goes over her capacity, or {@code null}
   * @throws RefusMetier it was given back or undone already, or its day is wrong
   */
  @Transactional
  public Bilan rendre(long id, LocalDate le, Depassement depassement, boolean prevenir) {
    Passe p = tenir(id);
    if (p.prevu()) {
      throw new RefusMetier("RELAIS_PAS_COMMENCE", "Ce relais n'a pas encore commencé : il se change ou s'annule, il ne se rend pas.");
    }
    new Fautes().exiger(le != null && !le.isBefore(p.le()) && !le.isAfter(LocalDate.now(horloge)), "le", "RETOUR_AVANT_LE_DEPART",
        "Indiquez le jour du retour : entre le %s, premier jour des collègues, et aujourd'hui.".formatted(Francais.date(p.le()))).lever();
    return revenir(p, le, "Retour après : " + p.raison(), depassement, prevenir, EtatRelais.RENDU, null);
  }

  /**
   * It was a mistake: letters that have not left are given up, those who received one receive another.
   *
   * @param raison why, not empty
   * @throws RefusMetier it was given back or undone already, or the reason is missing
   */
  @Transactional
  public Bilan annuler(long id, String raison) {
    Passe p = tenir(id);
    String pourquoi = raison == null ? "" : raison.strip();
    new Fautes().exiger(!pourquoi.isEmpty() && pourquoi.length() <= RAISON, "raison", "ANNULATION_SANS_RAISON",
        "Dites pourquoi ce relais est annulé, en quelques mots.").lever();
    if (p.prevu()) {
      prevoir.annuler(p, pourquoi);
      return new Bilan(id, Map.of(), List.of());
    }
    return revenir(p, p.le(), "Annulé : " + pourquoi, new Depassement(agentCourant.perimetre().nom(), "Annulation d'un passage de relais"), false,
        EtatRelais.ANNULE, pourquoi);
  }

  private Bilan revenir(Passe p, LocalDate le, String raison, Depassement depassement, boolean prevenir, EtatRelais vers, String pourquoi) {
    List<Long> ceux = relais.personnes(p.id()).stream().filter(Confiee::encore).map(Confiee::suiviId).toList();
    Set<Long> informes = vers == EtatRelais.ANNULE ? prevenues(p, ceux) : prevenir ? Set.copyOf(ceux) : Set.of();
    Map<Long, RefusMetier> refus = changer.executer(ceux.stream().map(s -> new ChangementDeReferent(s, p.deId(), le, raison, depassement)).toList(),
        informes::contains, p::id);
    if (!refus.isEmpty()) {
      return new Bilan(null, refus, List.of());
    }
    base.sql("update orientation.relais set etat = ?, etat_depuis = ?, fini_par = ?, fini_raison = ? where id = ?")
        .params(vers.name(), OffsetDateTime.now(horloge), agentCourant.perimetre().agent(), pourquoi, p.id()).update();
    journal.tracer(vers == EtatRelais.RENDU ? "RELAIS_RENDU" : "RELAIS_ANNULE", null, null, "%s, %s".formatted(p.de(),
        Francais.compte(ceux.size(), "personne", "personnes")));
    return new Bilan(p.id(), Map.of(), ceux);
  }

  /** Those of whom a message about this hand-over has left, or is on its way: they must hear that it is not so. */
  private Set<Long> prevenues(Passe p, List<Long> ceux) {
    return p.prevenir() ? courriers.partis(ChangerLeReferent.LETTRE, ceux, p.saisiLe()) : Set.of();
  }

  private long creer(Demande d, Referent de, String raison) {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    return base.sql("""
        insert into orientation.relais (formulaire, de_id, organisation_id, le, retour_le, raison, prevenir, personnes, etat, etat_depuis, fait_par, saisi_le,
          retour_seul, prevenir_au_retour)
        values (:formulaire, :de, :organisation, :le, :retour, :raison, :prevenir, :personnes, 'FAIT', :maintenant, :agent, :maintenant,
          :retour_seul, :prevenir_au_retour) returning id""")
        .param("retour_seul", d.retourSeul()).param("prevenir_au_retour", d.prevenirAuRetour())
        .param("formulaire", d.formulaire()).param("de", de.id()).param("organisation", de.organisationId()).param("le", d.le())
        .param("retour", d.retourLe()).param("raison", raison).param("prevenir", d.prevenir()).param("personnes", d.choix().size())
        .param("maintenant", maintenant)
        .param("agent", agentCourant.perimetre().agent()).query(Long.class).single();
  }

  /** What the page showed may have changed: a colleague was faster. */
  private Map<Long, RefusMetier> partiesAilleurs(Demande d, Referent de) {
    Map<Long, RefusMetier> refus = new LinkedHashMap<>();
    for (Suivi s : suivis.verrouiller(d.choix().keySet())) {
      if (s.referentId() == null || s.referentId() != de.id()) {
        refus.put(s.id(), new RefusMetier("PLUS_LA_SIENNE", "%s : %s ne suit plus cette personne."
            .formatted(changer.quiAChange(s.id()), de.nom())));
      }
    }
    return refus;
  }

  private Passe tenir(long id) {
    base.sql("select id from orientation.relais where id = ? for update").param(id).query(Long.class).optional();
    Passe p = relais.un(id).orElseThrow(() -> new RefusMetier("RELAIS_INCONNU", "Ce relais n'est pas dans ce que vous pouvez consulter."));
    if (!p.enCours() && !p.prevu()) {
      throw new RefusMetier("RELAIS_FINI", "%s : rien ne change de nouveau.".formatted(quiLAFait.dire(p.finisseur(), p.etatDepuis(),
          p.etat() == EtatRelais.RENDU ? "déjà rendu ce relais" : "déjà annulé ce relais")));
    }
    return p;
  }

  /** Those of these référents whose organisation is in the agent's perimeter: whose persons she may hand over. */
  @Transactional(readOnly = true)
  public List<Referent> equipe(List<Referent> referents) {
    Set<Integer> miennes = structures.organisations().stream().filter(o -> o.estDe(agentCourant.perimetre())).map(Organisation::id)
        .collect(Collectors.toSet());
    return referents.stream().filter(r -> miennes.contains(r.organisationId())).toList();
  }
}
