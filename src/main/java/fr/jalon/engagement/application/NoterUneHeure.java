package fr.jalon.engagement.application;

import fr.jalon.engagement.HeuresChangees;
import fr.jalon.engagement.HeuresDesApplications.Notee;
import fr.jalon.engagement.domaine.Activite;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes one hour done that comes otherwise than by the grid: an application, a spreadsheet. The rules are those of the grid. */
@Service
public class NoterUneHeure {
  private static final int MINUTES_DU_JOUR = 24 * 60;
  private final JdbcClient base;
  private final RegistreDesHeures registre;
  private final ActivitesDuPlan activites;
  private final Parametres parametres;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  NoterUneHeure(JdbcClient base, RegistreDesHeures registre, ActivitesDuPlan activites, Parametres parametres, AgentCourant agentCourant,
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

  private record Deja(long id, boolean laMeme) {}

  /**
   * @param source API or REPRISE
   * @throws RefusMetier the hour cannot be, she is not to be seen, or the key served for another
   */
  @Transactional
  public Notee executer(long personneId, LocalDate jour, String activite, int minutes, UUID cle, String source) {
    registre.exigerVisible(personneId);
    registre.verrouiller(personneId);
    Optional<Deja> deja = base.sql("select id, personne_id = ? and jour = ? and activite = ? and minutes = ? as la_meme from engagement.heure where cle = ?")
        .params(personneId, jour, activite, minutes, cle).query(Deja.class).optional();
    if (deja.isPresent()) {
      if (!deja.get().laMeme()) {
        throw new FormulaireDejaServi();
      }
      return new Notee(deja.get().id(), true);
    }
    verifier(personneId, jour, activite, minutes);
    Semaine semaine = Semaine.de(jour);
    long id = base.sql("""
        insert into engagement.heure (personne_id, lundi, jour, activite, minutes, sante, source, cle, saisie_par, saisie_le)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""").params(personneId, semaine.lundi(), jour, activite, minutes,
        activites.au(jour).genre(activite).filter(Activite::sante).isPresent(), source, cle, agentCourant.perimetre().agent(),
        OffsetDateTime.now(horloge)).query(Long.class).single();
    journal.tracer("HEURES_NOTEES", personneId, null, "Semaine du " + fr.jalon.ecran.Francais.date(semaine.lundi()));
    evenements.publishEvent(new HeuresChangees(List.of(personneId), jour, jour));
    return new Notee(id, false);
  }

  private void verifier(long personneId, LocalDate jour, String activite, int minutes) {
    Activite a = activites.au(jour).genre(activite).filter(x -> !x.sante() || agentCourant.perimetre().peut("SANTE")).orElseThrow(
        () -> new RefusMetier("ACTIVITE_INCONNUE", "Cette activité n'est pas dans la liste : choisissez-en une autre."));
    if (a.structuree()) {
      throw new RefusMetier("HEURES_STRUCTUREES",
          "Ces heures se comptent seules, d'après les dates du contrat : rien n'est à saisir. Si les dates ont changé, faites un avenant.");
    }
    if (jour.isAfter(LocalDate.now(horloge))) {
      throw new RefusMetier("HEURES_DEMAIN", "Ce jour n'est pas encore arrivé : notez ces heures une fois faites.");
    }
    if (minutes < 1 || minutes > MINUTES_DU_JOUR) {
      throw new RefusMetier("HEURES_DU_JOUR", "Une journée n'a que vingt-quatre heures : vérifiez ce nombre.");
    }
    if ("ACCOMPAGNEMENT".equals(activite) && registre.absente(personneId, jour)) {
      throw new RefusMetier("HEURES_D_ABSENCE",
          "Elle est notée absente à un rendez-vous ce jour-là : corrigez d'abord sa présence, ou mettez ces heures à une autre activité ou un autre jour.");
    }
    if ("ACCOMPAGNEMENT".equals(activite) && registre.prouvees(personneId, activite, jour) > 0) {
      throw new RefusMetier("HEURES_DEJA_PROUVEES",
          "Un rendez-vous de ce jour est déjà compté : ne le saisissez pas une seconde fois. Pour autre chose, choisissez une autre activité.");
    }
    Semaine semaine = Semaine.de(jour);
    int plausibles = parametres.valeur(Heures.PLAUSIBLES, jour).entier();
    int saisies = registre.saisies(personneId, semaine).values().stream().mapToInt(RegistreDesHeures.Saisie::minutes).sum();
    if (saisies + registre.deLaSemaineAilleurs(personneId, semaine) + minutes > plausibles * 60) {
      throw new RefusMetier("HEURES_TROP_NOMBREUSES", "Cela ferait plus de %d heures cette semaine-là : vérifiez ce nombre.".formatted(plausibles));
    }
  }
}
