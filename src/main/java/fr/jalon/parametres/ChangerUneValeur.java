package fr.jalon.parametres;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the value of a parameter from a date, with a reason. Nothing is erased: the last value typed for a date prevails. */
@Service
public class ChangerUneValeur {
  private final Parametres parametres;
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  ChangerUneValeur(Parametres parametres, JdbcClient base, AgentCourant agentCourant, ApplicationEventPublisher evenements, Clock horloge) {
    this.parametres = parametres;
    this.base = base;
    this.agentCourant = agentCourant;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /** A parameter, that nobody else changes until the transaction ends; empty when the key is unknown. */
  @Transactional
  public Optional<Parametre> pourChanger(String cle) {
    base.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("parametres.valeur " + cle).query((_, _) -> 0).list();
    return parametres.parametre(cle);
  }

  /**
   * @param valeur   as typed: a number, a duration or a code, according to the unit
   * @param assume   true when the agent confirmed that she changes a value fixed by a text that was read
   * @throws RefusMetier when the key, the value, the date, the reason or the confirmation is missing or wrong
   */
  @Transactional
  public void executer(String cle, LocalDate depuis, String valeur, String motif, boolean assume) {
    Parametre parametre = parametres.parametre(cle)
        .orElseThrow(() -> new RefusMetier("PARAMETRE_INCONNU", "Ce paramètre n'existe pas. Rechargez la page."));
    String nette = verifier(parametre, valeur == null ? "" : valeur.strip());
    if (depuis == null) {
      throw new RefusMetier("DATE_ABSENTE", "Indiquez à partir de quel jour la valeur s'applique.");
    }
    if (motif == null || motif.isBlank()) {
      throw new RefusMetier("MOTIF_ABSENT", "Dites pourquoi la valeur change : une délibération, un texte, une erreur à corriger.");
    }
    if (parametre.fixeParLaLoi() && !assume) {
      throw new RefusMetier("VALEUR_DE_LA_LOI", "Cette valeur est fixée par un texte. Cochez la case pour confirmer que vous la changez quand même.",
          parametre.article(depuis));
    }
    base.sql("insert into parametres.valeur (cle, depuis, valeur, saisi_par, saisi_le, motif) values (?, ?, ?, ?, ?, ?)")
        .params(cle, depuis, nette, agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), motif.strip()).update();
    parametres.oublier(cle);
    evenements.publishEvent(new ValeurChangee(cle, depuis, nette, motif.strip()));
  }

  private static String verifier(Parametre parametre, String valeur) {
    boolean juste = switch (parametre.unite()) {
      case "choix" -> parametre.choix().contains(valeur);
      case "durée" -> Duree.lire(valeur).filter(d -> !d.isZero()).isPresent();
      default -> valeur.matches("[1-9]\\d{0,4}");
    };
    if (!juste) {
      throw new RefusMetier("VALEUR_IMPOSSIBLE", switch (parametre.unite()) {
        case "choix" -> "Choisissez une valeur parmi : " + String.join(", ", parametre.choix()) + ".";
        case "durée" -> "Écrivez une durée : 42 jours, 6 semaines ou 2 mois.";
        default -> "Écrivez un nombre entier plus grand que zéro.";
      });
    }
    return valeur;
  }
}
