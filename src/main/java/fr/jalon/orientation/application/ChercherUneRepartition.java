package fr.jalon.orientation.application;

import fr.jalon.ecran.Francais;
import fr.jalon.orientation.application.AffecterUneListe.Plan;
import fr.jalon.orientation.domaine.EtatListe;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.TravailEnCours;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Searches the best sharing out of a long list; nothing is recorded. */
@Component
class ChercherUneRepartition implements GenreDeTravail<ChercherUneRepartition.Liste> {
  private final LonguesListes listes;
  private final AffecterUneListe affecter;

  ChercherUneRepartition(LonguesListes listes, AffecterUneListe affecter) {
    this.listes = listes;
    this.affecter = affecter;
  }

  /** @param id of the long list */
  record Liste(long id) {}

  @Override
  public String code() {
    return "CHERCHER_UNE_REPARTITION";
  }

  @Override
  public Class<Liste> parametres() {
    return Liste.class;
  }

  @Override
  public boolean seReprend() {
    return true;
  }

  @Override
  public Bilan executer(Liste demandee, TravailEnCours enCours) {
    enCours.avancer(0, 0);
    LongueListe liste = listes.lire(demandee.id()).orElseThrow();
    Plan plan = affecter.proposer(liste.demande().personnes(), liste.demande().parcours(), liste.demande().besoin());
    Map<Long, String> laissees = new LinkedHashMap<>();
    plan.lignes().stream().filter(p -> p.choisi() == null).forEach(p -> laissees.put(p.personne().id(), p.pourquoi()));
    enCours.avancer(0, 0);
    listes.proposer(demandee.id(), plan.garantie(), plan.lignes().stream().map(LongueListe.Ligne::de).toList(), laissees);
    return Bilan.de("%s, rien n'est encore enregistré.".formatted(Francais.compte(plan.lignes().size() - laissees.size(),
        "personne a un référent proposé", "personnes ont un référent proposé")));
  }

  @Override
  public void rendre(Liste demandee, boolean annule, String phrase) {
    listes.cesser(demandee.id(), EtatListe.RECHERCHE);
  }

  @Override
  public void rendreLesOrphelins() {
    listes.rendreLesOrphelines(EtatListe.RECHERCHE, code());
  }
}
