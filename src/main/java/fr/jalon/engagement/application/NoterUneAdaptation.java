package fr.jalon.engagement.application;

import fr.jalon.engagement.HeuresChangees;
import fr.jalon.engagement.domaine.NouvelleAdaptation;
import fr.jalon.engagement.domaine.PreuveDAdaptation;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that the plan of a person asks fewer hours, or none a week at her request, until when it is seen again; ends it, or takes it back when it was
 * noted by mistake (L. 5411-6 code du travail). One at a time.
 */
@Service
public class NoterUneAdaptation {
  private static final int RAISON = 500;
  private final JdbcClient base;
  private final RegistreDesHeures registre;
  private final Parametres parametres;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  NoterUneAdaptation(JdbcClient base, RegistreDesHeures registre, Parametres parametres, AgentCourant agentCourant, Journal journal,
      ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.parametres = parametres;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  private record Presente(long id, LocalDate depuis, LocalDate finieLe, boolean retiree) {}

  /** What is held to that day. */
  public NouvelleAdaptation.Regles regles(LocalDate jour) {
    return new NouvelleAdaptation.Regles(parametres.valeur(Heures.CIBLE, jour).entier(), parametres.valeur(Heures.AGE, jour).entier(),
        parametres.mois(Heures.REVUE, jour));
  }

  /**
   * Notes it, once.
   *
   * @throws RefusMetier a field is wrong, she has one already, or is no longer to be seen
   */
  @Transactional
  public void executer(NouvelleAdaptation a) {
    registre.exigerVisible(a.personneId());
    LocalDate aujourdhui = LocalDate.now(horloge);
    a.verifier(regles(aujourdhui), aujourdhui);
    registre.verrouiller(a.personneId());
    Optional<Long> deja = base.sql("select personne_id from engagement.adaptation where cle = ?").param(a.cle()).query(Long.class).optional();
    if (deja.isPresent()) {
      if (deja.get() != a.personneId()) {
        throw new FormulaireDejaServi();
      }
      return;
    }
    if (base.sql("select exists (select from engagement.adaptation where personne_id = ? and finie_le is null and retiree_le is null)")
        .param(a.personneId()).query(Boolean.class).single()) {
      throw new RefusMetier("ADAPTATION_DEJA", "Son plan est déjà adapté : mettez fin à ce qui est noté, ou retirez-le, puis notez le nouveau.");
    }
    new Fautes().exiger(base.sql("""
        select not exists (select from engagement.adaptation where personne_id = ? and retiree_le is null and finie_le >= ?)""")
        .params(a.personneId(), a.depuis()).query(Boolean.class).single(), "depuis", "ADAPTATION_CHEVAUCHE",
        "Un plan adapté valait encore ce jour-là : commencez celui-ci le lendemain de sa fin.").lever();
    long id = base.sql("""
        insert into engagement.adaptation (personne_id, genre, heures, depuis, a_revoir_le, demandee_par_elle, cle, saisie_par, saisie_le)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""").params(a.personneId(), a.dispense() ? "DISPENSEE" : "ADAPTEE", a.parSemaine(), a.depuis(),
        a.aRevoirLe(), a.demandeeParElle(), a.cle(), moi(), OffsetDateTime.now(horloge)).query(Long.class).single();
    base.sql("""
        insert into engagement.raison_d_adaptation (personne_id, adaptation_id, motif, preuve, preuve_vue_le, notee_par) values (?, ?, ?, ?, ?, ?)""")
        .params(a.personneId(), id, a.motif().name(), a.preuve().name(), a.preuve() == PreuveDAdaptation.DITE ? null : a.preuveVueLe(), moi())
        .update();
    journal.tracer("PLAN_ADAPTE", a.personneId(), null, "À revoir le " + fr.jalon.ecran.Francais.date(a.aRevoirLe()));
    changees(a.personneId(), a.depuis());
  }

  /** Ends it that day, its last. @throws RefusMetier a field is wrong, or it is over already */
  @Transactional
  public void finir(long personneId, long adaptation, LocalDate le, String motif) {
    Presente p = exiger(personneId, adaptation);
    Fautes f = new Fautes().exiger(le != null, "finieLe", "FIN_SANS_JOUR", "Indiquez son dernier jour.");
    f.exiger(le == null || !le.isAfter(LocalDate.now(horloge)), "finieLe", "FIN_DEMAIN",
        "Ce jour n'est pas encore arrivé : mettez-y fin ce jour-là.");
    f.exiger(le == null || !le.isBefore(p.depuis()), "finieLe", "FIN_AVANT_DEBUT",
        "Il finirait avant d'avoir commencé : s'il a été noté par erreur, retirez-le.");
    exigerLaRaison(f, motif, "finMotif").lever();
    base.sql("update engagement.adaptation set finie_le = ?, finie_par = ?, fin_motif = ? where id = ?").params(le, moi(), motif.strip(), adaptation)
        .update();
    journal.tracer("PLAN_ADAPTE_FINI", personneId, null, "Le " + fr.jalon.ecran.Francais.date(le));
    changees(personneId, le);
  }

  /** It was noted by mistake: it counts for nothing, and stays readable. Twice is once. @throws RefusMetier without a reason */
  @Transactional
  public void retirer(long personneId, long adaptation, String motif) {
    Presente p = lire(personneId, adaptation);
    if (p.retiree()) {
      return;
    }
    exigerLaRaison(new Fautes(), motif, "retraitMotif").lever();
    base.sql("update engagement.adaptation set retiree_le = ?, retiree_par = ?, retrait_motif = ? where id = ?")
        .params(OffsetDateTime.now(horloge), moi(), motif.strip(), adaptation).update();
    journal.tracer("PLAN_ADAPTE_RETIRE", personneId, null, null);
    changees(personneId, p.depuis());
  }

  private Presente lire(long personneId, long adaptation) {
    return base.sql("""
        select id, depuis, finie_le, retiree_le is not null as retiree from engagement.adaptation where id = ? and personne_id = ? for update""")
        .params(adaptation, personneId).query(Presente.class).optional().orElseThrow(() -> new RefusMetier("ADAPTATION_INCONNUE",
            "Ce plan adapté n'est plus dans ce que vous pouvez consulter : rien n'est changé."));
  }

  private Presente exiger(long personneId, long adaptation) {
    Presente p = lire(personneId, adaptation);
    if (p.finieLe() != null || p.retiree()) {
      throw new RefusMetier("ADAPTATION_FINIE", "Vous ou un collègue y avez déjà mis fin : la page le montre maintenant. Rien n'est changé.");
    }
    return p;
  }

  private static Fautes exigerLaRaison(Fautes f, String motif, String champ) {
    return f.exiger(motif != null && !motif.isBlank() && motif.length() <= RAISON, champ, "ADAPTATION_SANS_RAISON",
        "Dites pourquoi, en %d caractères au plus.".formatted(RAISON));
  }

  private void changees(long personneId, LocalDate depuis) {
    evenements.publishEvent(new HeuresChangees(List.of(personneId), depuis, LocalDate.now(horloge)));
  }

  private String moi() {
    return agentCourant.perimetre().agent();
  }
}
