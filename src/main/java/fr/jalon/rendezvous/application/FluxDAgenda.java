package fr.jalon.rendezvous.application;

import fr.jalon.ecran.CalendrierIcs;
import fr.jalon.ecran.CalendrierIcs.Evenement;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Temoin;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.lecture.AgendaDesEntretiens;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The appointments of the agent at work as her own calendar reads them: those of "Ma journée", a month back and half a year ahead, with the persons
 * she may see today. It goes to the servers of others: of a person, no more than what the Département allows ({@code docs/decisions/0029}).
 */
@Service
public class FluxDAgenda {
  private static final int JOURS_PASSES = 30;
  private static final int JOURS_A_VENIR = 180;
  private final AgendaDesEntretiens agenda;
  private final MaFiche maFiche;
  private final AgentCourant agentCourant;
  private final NumeroDAgenda numeros;
  private final Parametres parametres;
  private final Temoin temoin;
  private final Clock horloge;

  FluxDAgenda(AgendaDesEntretiens agenda, MaFiche maFiche, AgentCourant agentCourant, NumeroDAgenda numeros, Parametres parametres, Temoin temoin,
      Clock horloge) {
    this.agenda = agenda;
    this.maFiche = maFiche;
    this.agentCourant = agentCourant;
    this.numeros = numeros;
    this.parametres = parametres;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  /**
   * An iCalendar file; whoever is in it is written in the journal first.
   *
   * @param racine where Jalon is, e.g. {@code https://rsa.departement.fr}: each appointment leads to its file
   * @return empty when her role gives no appointment any more
   */
  public Optional<String> composer(String racine) {
    if (!agentCourant.perimetre().peut("RENDEZ_VOUS")) {
      return Optional.empty();
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<LigneDAgenda> lignes = maFiche.referent()
        .map(moi -> agenda.rendezVousDe(moi, aujourdhui.minusDays(JOURS_PASSES), aujourdhui.plusDays(JOURS_A_VENIR))).orElse(List.of());
    if (!lignes.isEmpty()) {
      temoin.exporter("Rendez-vous lus par une adresse d'agenda", lignes);
    }
    String montre = parametres.valeur("rendezvous.agenda_montre", aujourdhui).texte();
    return Optional.of(CalendrierIcs.flux("Jalon : mes rendez-vous", lignes.stream().map(l -> evenement(l, montre, racine)).toList()));
  }

  private Evenement evenement(LigneDAgenda l, String montre, String racine) {
    String dossier = racine + "/dossier/" + l.personneId();
    return new Evenement(numeros.de(l.entretienId()), titre(l, montre), l.lieu() + ", " + l.commune(), "Dossier dans Jalon : " + dossier, dossier,
        l.jour().atTime(l.debut()).atZone(horloge.getZone()).toInstant(), l.jour().atTime(l.fin()).atZone(horloge.getZone()).toInstant(), false,
        l.etatDepuis().toInstant());
  }

  private static String titre(LigneDAgenda l, String montre) {
    return switch (montre) {
      case "NOM" -> "Rendez-vous avec " + Francais.nom(l.prenom()) + " " + l.nom();
      case "INITIALES" -> "Rendez-vous " + initiale(l.prenom()) + initiale(l.nom());
      default -> "Rendez-vous";
    };
  }

  private static String initiale(String nom) {
    return nom == null || nom.isBlank() ? "" : nom.strip().substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + ".";
  }
}
