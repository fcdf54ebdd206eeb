package fr.jalon.orientation.application;

import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.application.PasserLeRelais.Bilan;
import fr.jalon.orientation.application.PasserLeRelais.Demande;
import fr.jalon.orientation.domaine.ChangementDeReferent;
import fr.jalon.orientation.domaine.EtatRelais;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.orientation.lecture.Relais.Passe;
import fr.jalon.orientation.lecture.RelaisAVenir;
import fr.jalon.orientation.lecture.RelaisAVenir.Absence;
import fr.jalon.orientation.lecture.RelaisAVenir.Prevue;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a hand-over for a day to come: nothing moves and nobody is written to until then. It is changed or cancelled meanwhile. */
@Component
public class PrevoirUnRelais {
  private static final int RAISON = 200;
  private final JdbcClient base;
  private final RegistreDesSuivis suivis;
  private final RelaisAVenir aVenir;
  private final Structures structures;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  PrevoirUnRelais(JdbcClient base, RegistreDesSuivis suivis, RelaisAVenir aVenir, Structures structures, AgentCourant agentCourant,
      Journal journal, Clock horloge) {
    this.base = base;
    this.suivis = suivis;
    this.aVenir = aVenir;
    this.structures = structures;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** What may change before its day. */
  public record Changement(LocalDate le, LocalDate retourLe, String raison, boolean prevenir, boolean retourSeul, boolean prevenirAuRetour) {}

  /** @return the refusals by follow-up, or the number of the hand-over; places are looked at on the day only: they will have changed */
  @Transactional
  Bilan prevoir(Demande d, Referent de, String raison) {
    Map<Long, Suivi> connus = suivis.verrouiller(d.choix().keySet()).stream().collect(Collectors.toMap(Suivi::id, Function.identity()));
    Map<Integer, Referent> referents = structures.referents().stream().collect(Collectors.toMap(Referent::id, Function.identity()));
    Map<Integer, Absence> absents = aVenir.absents(d.choix().values(), d.le());
    Set<Long> deja = aVenir.dejaPrevus(d.choix().keySet());
    Map<Long, RefusMetier> refus = new LinkedHashMap<>();
    d.choix().forEach((suivi, vers) -> {
      try {
        new ChangementDeReferent(suivi, vers, d.le(), raison, d.depassement()).verifier(connus.get(suivi), referents.get(vers), d.le());
        exigerPresent(referents.get(vers), absents);
        if (deja.contains(suivi)) {
          throw new RefusMetier("RELAIS_DEJA_PREVU", "Un autre relais est déjà prévu pour elle : changez-le ou annulez-le d'abord.");
        }
      } catch (RefusMetier non) {
        refus.put(suivi, non);
      }
    });
    if (!refus.isEmpty()) {
      return new Bilan(null, refus, List.of());
    }
    long id = creer(d, de, raison);
    base.sql("""
        insert into orientation.confiee_prevue (personne_id, relais_id, suivi_id, vers_id)
        select s.personne_id, :relais, s.id, v.vers from unnest(:suivis::bigint[], :vers::int[]) v(suivi, vers) join orientation.suivi s on s.id = v.suivi""")
        .param("relais", id).param("suivis", d.choix().keySet().toArray(Long[]::new)).param("vers", d.choix().values().toArray(Integer[]::new))
        .update();
    journal.tracer("RELAIS_PREVU", null, null, "%s, %s, le %s : %s".formatted(de.nom(),
        Francais.compte(d.choix().size(), "personne", "personnes"), Francais.date(d.le()), raison));
    return new Bilan(id, Map.of(), List.copyOf(d.choix().keySet()));
  }

  /** @throws RefusMetier the colleague is away herself that day */
  static void exigerPresent(Referent vers, Map<Integer, Absence> absents) {
    Absence absence = absents.get(vers.id());
    if (absence != null) {
      throw new RefusMetier("COLLEGUE_ABSENT", absence.retourLe() == null
          ? "%s passe le relais de toutes ses personnes à partir du %s, sans jour de retour. ".formatted(vers.nom(), Francais.date(absence.depuis()))
              + "Choisissez quelqu'un d'autre, ou mettez d'abord fin à ce relais."
          : "%s passe aussi le relais de toutes ses personnes ce jour-là, jusqu'au %s. Choisissez quelqu'un d'autre."
              .formatted(vers.nom(), Francais.date(RelaisAVenir.dernierJour(absence.retourLe()))));
    }
  }

  /** Who should follow each, by follow-up. */
  @Transactional(readOnly = true)
  Map<Long, Integer> choix(long id) {
    return aVenir.personnes(id).stream().collect(Collectors.toMap(Prevue::suiviId, Prevue::versId));
  }

  /** Its days and how it is done, until it happens; empty when it has. */
  @Transactional(readOnly = true)
  public Optional<Changement> lire(long id) {
    return prevu(id, "");
  }

  /** The same, locked until the end of the transaction. */
  @Transactional
  public Optional<Changement> pourChanger(long id) {
    return prevu(id, " for update");
  }

  private Optional<Changement> prevu(long id, String verrou) {
    return base.sql("select * from orientation.relais where id = ? and etat = 'PREVU'" + verrou).param(id)
        .query((l, _) -> new Changement(l.getObject("le", LocalDate.class), l.getObject("retour_le", LocalDate.class), l.getString("raison"),
            l.getBoolean("prevenir"), l.getBoolean("retour_seul"), l.getBoolean("prevenir_au_retour"))).optional();
  }

  /** Another day, another return, another reason. @param motif why it changes; @throws RefusMetier it has happened, or a day is wrong */
  @Transactional
  public void changer(long id, Changement c, String motif) {
    Changement avant = pourChanger(id).orElseThrow(() -> new RefusMetier("RELAIS_COMMENCE",
        "Ce relais a commencé ou est annulé : il ne se change plus, sa page dit où il en est."));
    LocalDate aujourdhui = LocalDate.now(horloge);
    String raison = c.raison() == null ? "" : c.raison().strip();
    String pourquoi = motif == null ? "" : motif.strip();
    new Fautes().exiger(c.le() != null && c.le().isAfter(aujourdhui) && !c.le().isAfter(aujourdhui.plusYears(1)), "le", "RELAIS_PREVU_PASSE",
        "Indiquez un jour à venir, dans l'année. Pour qu'il ne se fasse pas, annulez-le.")
        .exiger(c.retourLe() == null || c.le() == null || c.retourLe().isAfter(c.le()), "retourLe", "RETOUR_PASSE",
            "Le retour vient après le premier jour des collègues.")
        .exiger(!c.retourSeul() || c.retourLe() != null, "retourLe", "RETOUR_SANS_JOUR",
            "Dites quel jour le retour se fait de lui-même, ou décochez cette case.")
        .exiger(!raison.isEmpty() && raison.length() <= RAISON, "raison", "MOTIF_ABSENT", "Dites pourquoi le référent change, en quelques mots.")
        .exiger(!pourquoi.isEmpty() && pourquoi.length() <= RAISON, "motif", "CHANGEMENT_SANS_MOTIF",
            "Dites pourquoi ce qui était prévu change, en quelques mots.").lever();
    base.sql("""
        update orientation.relais set le = :le, retour_le = :retour, raison = :raison, prevenir = :prevenir, retour_seul = :seul, prevenir_au_retour = :apres,
          panne_le = null where id = :id""").param("le", c.le()).param("retour", c.retourLe()).param("raison", raison).param("prevenir", c.prevenir())
        .param("seul", c.retourSeul()).param("apres", c.retourSeul() && c.prevenirAuRetour()).param("id", id).update();
    journal.tracer("RELAIS_PREVU_CHANGE", null, null, "Relais %d, du %s au %s : %s".formatted(id, Francais.date(avant.le()), Francais.date(c.le()),
        pourquoi));
  }

  /** It does not happen; nobody had been told. */
  void annuler(Passe p, String raison) {
    base.sql("update orientation.relais set etat = ?, etat_depuis = ?, fini_par = ?, fini_raison = ?, personnes = 0 where id = ?")
        .params(EtatRelais.ANNULE.name(), OffsetDateTime.now(horloge), agentCourant.perimetre().agent(), raison, p.id()).update();
    journal.tracer("RELAIS_ANNULE", null, null, "%s, prévu le %s : %s".formatted(p.de(), Francais.date(p.le()), raison));
  }

  private long creer(Demande d, Referent de, String raison) {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    return base.sql("""
        insert into orientation.relais (formulaire, de_id, organisation_id, le, retour_le, raison, prevenir, personnes, etat, etat_depuis, fait_par, saisi_le,
          retour_seul, prevenir_au_retour, accepte_par, depassement_raison)
        values (:formulaire, :de, :organisation, :le, :retour, :raison, :prevenir, :personnes, 'PREVU', :maintenant, :agent, :maintenant,
          :seul, :apres, :accepte, :depassement) returning id""")
        .param("formulaire", d.formulaire()).param("de", de.id()).param("organisation", de.organisationId()).param("le", d.le())
        .param("retour", d.retourLe()).param("raison", raison).param("prevenir", d.prevenir()).param("personnes", d.choix().size())
        .param("maintenant", maintenant).param("agent", agentCourant.perimetre().agent()).param("seul", d.retourSeul())
        .param("apres", d.prevenirAuRetour()).param("accepte", d.depassement() == null ? null : d.depassement().acceptePar())
        .param("depassement", d.depassement() == null ? null : d.depassement().raison()).query(Long.class).single();
  }
}
