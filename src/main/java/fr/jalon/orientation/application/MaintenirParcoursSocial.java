package fr.jalon.orientation.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Demande;
import fr.jalon.diagnostic.Recommandations;
import fr.jalon.echeances.Echeance;
import fr.jalon.echeances.Echeances;
import fr.jalon.echeances.EtatEcheance;
import fr.jalon.ecran.Francais;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.Maintien;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.parametres.Parametres;
import fr.jalon.parametres.Valeur;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews parcours sociaux and keeps them (L. 262-31, D. 262-65-2-1 CASF): the reason, the opinion of the équipe pluridisciplinaire, and the
 * next review, whose delay runs from this one.
 */
@Service
public class MaintenirParcoursSocial {
  /** Model of the letter, in {@code resources/courriers}. */
  static final String LETTRE = "MAINTIEN_PARCOURS_SOCIAL";
  private final RegistreDesMaintiens maintiens;
  private final RegistreDesReorientations reorientations;
  private final ReexamenDuParcoursSocial reexamen;
  private final Recommandations recommandations;
  private final Echeances echeances;
  private final Courriers courriers;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  MaintenirParcoursSocial(RegistreDesMaintiens maintiens, RegistreDesReorientations reorientations, ReexamenDuParcoursSocial reexamen,
      Recommandations recommandations, Echeances echeances, Courriers courriers, Parametres parametres, Journal journal, Clock horloge) {
    this.maintiens = maintiens;
    this.reorientations = reorientations;
    this.reexamen = reexamen;
    this.recommandations = recommandations;
    this.echeances = echeances;
    this.courriers = courriers;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * What was done.
   *
   * @param maintiens ids, in the order asked; empty when a line is refused
   * @param refus     why, by follow-up; when there is one, nothing was recorded
   */
  public record Bilan(List<Long> maintiens, Map<Long, String> refus) {}

  /** What is wrong in what holds for the whole list; nothing is written. */
  public void verifier(Maintien decision, Fautes fautes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    decision.verifier(aujourdhui, "EXIGE".equals(parametres.valeur("orientation.reexamen_avis", decision.le() == null ? aujourdhui : decision.le())
        .texte()), fautes);
  }

  /**
   * Keeps them all, or none.
   *
   * @param suivis   follow-ups in parcours social
   * @param decision the same day, reason and opinion for all
   * @param prevenir true to write to the persons
   * @throws SaisieRefusee for what refuses the whole list: no reason, a day to come, no opinion where one is asked for
   */
  @Transactional
  public Bilan executer(List<Long> suivis, Maintien decision, boolean prevenir) {
    Fautes fautes = new Fautes();
    verifier(decision, fautes);
    fautes.lever();
    Map<Long, Suivi> connus = maintiens.suivis(suivis);
    Map<Long, Echeance> dues = echeances.deObjets(Nature.REEXAMEN_SOCIAL, suivis).stream()
        .collect(Collectors.toMap(Echeance::objetId, Function.identity()));
    Set<Long> demandees = reorientations.personnesEnAttente(connus.values().stream().map(Suivi::personneId).toList());
    Map<Long, String> dejaFaits = maintiens.faitsDepuis(suivis, decision.le());
    Map<Long, String> refus = new LinkedHashMap<>();
    for (Long id : suivis) {
      try {
        decision.verifier(connus.get(id), ouverte(dues.get(id)), dejaFaits.get(id), connus.containsKey(id)
            && demandees.contains(connus.get(id).personneId()));
      } catch (RefusMetier non) {
        refus.put(id, non.getMessage() + (non.article() == null ? "" : " (" + non.article() + ")"));
      }
    }
    if (!refus.isEmpty() || suivis.isEmpty()) {
      return new Bilan(List.of(), refus);
    }
    return new Bilan(enregistrer(suivis.stream().distinct().map(connus::get).toList(), dues, decision, prevenir), Map.of());
  }

  private List<Long> enregistrer(List<Suivi> suivis, Map<Long, Echeance> dues, Maintien decision, boolean prevenir) {
    Map<Long, Recommandations.Faite> faites = recommandations.dernieres(suivis.stream().map(Suivi::personneId).toList());
    List<RegistreDesMaintiens.Nouveau> nouveaux = new ArrayList<>();
    List<Echeances.Ouverture> ouvertures = new ArrayList<>();
    for (Suivi s : suivis) {
      boolean longue = faites.containsKey(s.personneId()) && faites.get(s.personneId()).reexamenLong();
      Valeur terme = reexamen.terme(longue, decision.le()).orElseThrow();
      LocalDate prochain = decision.le().plus(terme.duree());
      nouveaux.add(new RegistreDesMaintiens.Nouveau(s, prochain, dues.get(s.id())));
      ouvertures.add(new Echeances.Ouverture(s.personneId(), s.id(), decision.le(), prochain, terme.reference(), null, null));
    }
    List<Long> ids = maintiens.creer(nouveaux, decision);
    echeances.ouvrir(Nature.REEXAMEN_SOCIAL, ouvertures);
    journal.tracer("PARCOURS_SOCIAL_MAINTENU", suivis.stream().map(s -> new Journal.Objet(s.personneId(), null, decision.raison())).toList());
    if (prevenir) {
      List<Demande> lettres = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        lettres.add(new Demande(LETTRE, suivis.get(i).personneId(), ids.get(i), decision.le(), Map.of("raison", decision.raison(),
            "prochain", Francais.longue(nouveaux.get(i).prochainLe()),
            "delai_recours", parametres.valeur("courriers.delai_recours", decision.le()).texte()), Set.of(Canal.LETTRE, Canal.SMS, Canal.COURRIEL)));
      }
      courriers.ecrire(lettres);
    }
    return ids;
  }

  /** Undoes those kept by mistake: the reviews are due again, at their former limits. @param raison why, not empty */
  @Transactional
  public void annuler(List<Long> ids, String raison) {
    if (raison == null || raison.isBlank()) {
      throw new RefusMetier("MOTIF_ABSENT", "Dites pourquoi, en quelques mots.");
    }
    List<RegistreDesMaintiens.Annule> annules = maintiens.annuler(ids, raison.strip());
    if (annules.size() < ids.size()) {
      throw new RefusMetier("MAINTIEN_CHANGE",
          "Un de ces maintiens est déjà annulé, suivi d'un autre, ou son suivi a pris fin. Rechargez la page : rien n'est changé.");
    }
    echeances.ouvrir(Nature.REEXAMEN_SOCIAL, annules.stream()
        .map(a -> new Echeances.Ouverture(a.personneId(), a.suiviId(), a.depart(), a.limite(), a.reference(), null, null)).toList());
    courriers.abandonner(LETTRE, ids);
    annules.forEach(a -> journal.tracer("MAINTIEN_ANNULE", a.personneId(), null, raison));
  }

  private static Echeance ouverte(Echeance e) {
    return e != null && e.etat() == EtatEcheance.OUVERTE ? e : null;
  }
}
