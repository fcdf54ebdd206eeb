package fr.jalon.orientation.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Demande;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.QuiLAFait;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.ChangementDeReferent;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.orientation.domaine.affectation.Places;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Public;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives another référent of the same organisation to persons already followed: the follow-up goes on, who followed before stays known. */
@Service
public class ChangerLeReferent {
  /** Model of the letter, in {@code resources/courriers}. */
  public static final String LETTRE = "CHANGEMENT_REFERENT";
  private final JdbcClient base;
  private final RegistreDesSuivis suivis;
  private final Structures structures;
  private final OuRecoitLeReferent ou;
  private final Portefeuilles portefeuilles;
  private final Courriers courriers;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;
  private final QuiLAFait quiLAFait;

  ChangerLeReferent(JdbcClient base, RegistreDesSuivis suivis, Structures structures, OuRecoitLeReferent ou,
      Portefeuilles portefeuilles, Courriers courriers,
      AgentCourant agentCourant, Journal journal, Clock horloge, QuiLAFait quiLAFait) {
    this.quiLAFait = quiLAFait;
    this.base = base;
    this.suivis = suivis;
    this.structures = structures;
    this.ou = ou;
    this.portefeuilles = portefeuilles;
    this.courriers = courriers;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Changes one.
   *
   * @param vu       référent shown when the agent chose, {@code null} when there was none: another one now means a colleague was faster
   * @param prevenir true to write to the person
   * @throws RefusMetier see {@link ChangementDeReferent} and {@link Places}; nothing changes
   */
  @Transactional
  public void executer(ChangementDeReferent changement, Integer vu, boolean prevenir) {
    Suivi suivi = suivis.verrouiller(List.of(changement.suiviId())).stream().findFirst().orElse(null);
    if (suivi != null && !Objects.equals(suivi.referentId(), vu) && !Objects.equals(suivi.referentId(), changement.referentId())) {
      throw new RefusMetier("REFERENT_CHANGE", "%s : %s. Rechargez la page.".formatted(quiAChange(suivi.id()),
          suivi.referentId() == null ? "il est à désigner" : "c'est " + structures.referent(suivi.referentId())
              .map(Referent::nom).orElse("un autre")));
    }
    Map<Long, RefusMetier> refus = executer(List.of(changement), prevenir);
    if (!refus.isEmpty()) {
      throw refus.get(changement.suiviId());
    }
  }

  /** « Léa Roux a changé le référent à 10 h 12 », of the last change. */
  String quiAChange(long suivi) {
    return base.sql("select fait_par, saisi_le from orientation.changement_de_referent where suivi_id = ? order by id desc limit 1").param(suivi)
        .query((l, _) -> quiLAFait.dire(l.getString("fait_par"), l.getObject("saisi_le", OffsetDateTime.class), "changé le référent")).optional()
        .orElseGet(() -> quiLAFait.dire(null, null, "changé le référent"));
  }

  /** Changes them all, or none. @return the refusals by follow-up; empty when all is recorded */
  @Transactional
  public Map<Long, RefusMetier> executer(List<ChangementDeReferent> changements, boolean prevenir) {
    return executer(changements, _ -> prevenir, () -> null);
  }

  /**
   * The same, as parts of a hand-over.
   *
   * @param prevenir to which persons, by their follow-up, it is written
   * @param relais   gives its number, once it is known that all may be recorded
   */
  @Transactional
  Map<Long, RefusMetier> executer(List<ChangementDeReferent> changements, Predicate<Long> prevenir, Supplier<Long> relais) {
    portefeuilles.reserver(changements.stream().map(ChangementDeReferent::referentId).filter(Objects::nonNull).toList());
    List<Long> ids = changements.stream().map(ChangementDeReferent::suiviId).toList();
    Map<Long, Suivi> connus = suivis.verrouiller(ids).stream().collect(Collectors.toMap(Suivi::id, Function.identity()));
    Map<Long, Public> besoins = suivis.besoins(ids);
    Map<Integer, Referent> referents = structures.referents().stream().collect(Collectors.toMap(Referent::id, Function.identity()));
    Places places = new Places(portefeuilles.de(changements.stream().map(c -> referents.get(c.referentId()))
        .filter(Objects::nonNull).distinct().toList(),
        structures.organisations().stream().collect(Collectors.toMap(Organisation::id, Function.identity()))));
    Map<Long, RefusMetier> refus = new LinkedHashMap<>();
    for (ChangementDeReferent c : changements) {
      try {
        Suivi s = connus.get(c.suiviId());
        c.verifier(s, referents.get(c.referentId()), LocalDate.now(horloge));
        if (s.etat() == EtatSuivi.EN_COURS) {
          places.prendre(c.versElle(s, besoins.get(s.id())), besoins.get(s.id()));
        }
      } catch (RefusMetier non) {
        refus.put(c.suiviId(), non);
      }
    }
    if (refus.isEmpty()) {
      Long partie = relais.get();
      // a letter that still waits names the one before: it would say what is no longer true, whether another is written or not
      courriers.abandonner(LETTRE, ids, "Le référent a changé de nouveau.");
      changements.forEach(c -> ecrire(c, connus.get(c.suiviId()), referents, partie));
      prevenir(changements.stream().filter(c -> c.referentId() != null && prevenir.test(c.suiviId())).toList(), connus, referents);
    }
    return refus;
  }

  private void prevenir(List<ChangementDeReferent> changements, Map<Long, Suivi> connus, Map<Integer, Referent> referents) {
    if (changements.isEmpty()) {
      return;
    }
    OuRecoitLeReferent.Lieux lieux = ou.lire();
    courriers.ecrire(changements.stream().map(c -> {
      Organisation organisation = structures.organisation(connus.get(c.suiviId()).organisationId()).orElseThrow();
      Referent referent = referents.get(c.referentId());
      return new Demande(LETTRE, connus.get(c.suiviId()).personneId(), c.suiviId(), c.le(),
          Map.of("referent", referent.nom(), "organisation", organisation.nom(),
          "lieu", lieux.enLignes(organisation, referent), "le", Francais.longue(c.le())), Set.of(Canal.LETTRE, Canal.SMS, Canal.COURRIEL));
    }).toList());
  }

  private void ecrire(ChangementDeReferent c, Suivi s, Map<Integer, Referent> referents, Long relais) {
    base.sql("update orientation.suivi set referent_id = ? where id = ?").params(c.referentId(), s.id()).update();
    long id = base.sql("""
        insert into orientation.changement_de_referent (personne_id, suivi_id, avant_id, apres_id, le, raison, depassement_accepte_par, fait_par, saisi_le,
          relais_id)
        values (:personne, :suivi, :avant, :apres, :le, :raison, :accepte_par, :agent, :maintenant, :relais) returning id""").param("relais", relais)
        .param("suivi", s.id()).param("avant", s.referentId()).param("apres", c.referentId()).param("le", c.le()).param("raison", c.raison().strip())
        .param("accepte_par", c.depassement() == null ? null : c.depassement().acceptePar()).param("agent", agentCourant.perimetre().agent())
        .param("maintenant", OffsetDateTime.now(horloge)).param("personne", s.personneId()).query(Long.class).single();
    String qui = c.referentId() == null ? "à désigner" : referents.get(c.referentId()).nom();
    suivis.consigner("REFERENT", id, s.personneId(), s.referentId() == null ? "À désigner" : referents.get(s.referentId()).nom(), qui,
        c.le(), c.raison().strip());
    journal.tracer("REFERENT_CHANGE", s.personneId(), null, "Référent : %s. %s".formatted(qui, c.raison().strip()));
  }
}
