package fr.jalon.orientation.application;

import fr.jalon.ecran.Francais;
import fr.jalon.orientation.application.AffecterUneListe.Bilan;
import fr.jalon.orientation.application.LongueListe.Ligne;
import fr.jalon.orientation.domaine.EtatListe;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.TravailEnCours;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records a long list by parts, each with how far it is: started again, it goes on where it stopped. */
@Component
class EnregistrerUneLongueListe implements GenreDeTravail<EnregistrerUneLongueListe.Liste> {
  private static final int PAR_LOT = 200;
  private final LonguesListes listes;
  private final AffecterUneListe affecter;
  private final TransactionTemplate transaction;

  EnregistrerUneLongueListe(LonguesListes listes, AffecterUneListe affecter, TransactionTemplate transaction) {
    this.listes = listes;
    this.affecter = affecter;
    this.transaction = transaction;
  }

  /** @param id of the long list */
  record Liste(long id) {}

  @Override
  public String code() {
    return "ENREGISTRER_UNE_LONGUE_LISTE";
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
  public fr.jalon.travaux.Bilan executer(Liste demandee, TravailEnCours enCours) {
    LongueListe liste = listes.lire(demandee.id()).orElseThrow();
    List<NouvelleOrientation> orientations = liste.placees().stream().map(l -> orientation(l, liste.demande())).toList();
    for (int i = liste.traitees(); i < orientations.size(); i += PAR_LOT) {
      enCours.avancer(i, orientations.size());
      int fin = Math.min(i + PAR_LOT, orientations.size());
      List<NouvelleOrientation> lot = orientations.subList(i, fin);
      transaction.executeWithoutResult(_ -> enregistrer(demandee.id(), lot, fin));
    }
    listes.passer(demandee.id(), EtatListe.FINIE);
    LongueListe finie = listes.lire(demandee.id()).orElseThrow();
    return fr.jalon.travaux.Bilan.de("%s à un référent, %s en attente.".formatted(Francais.compte(finie.faites(),
        "personne confiée", "personnes confiées"),
        Francais.compte(finie.laissees().size(), "reste", "restent")));
  }

  /** What a colleague or a file changed meanwhile is left out and said; the others are recorded. */
  private void enregistrer(long id, List<NouvelleOrientation> lot, int fin) {
    Bilan bilan = affecter.enregistrer(lot);
    if (bilan.refus().isEmpty()) {
      listes.avancer(id, fin, bilan.suivis(), bilan.refus());
      return;
    }
    List<NouvelleOrientation> possibles = new ArrayList<>(lot);
    possibles.removeIf(o -> bilan.refus().containsKey(o.personneId()));
    listes.avancer(id, fin, possibles.isEmpty() ? List.of() : affecter.enregistrer(possibles).suivis(), bilan.refus());
  }

  private static NouvelleOrientation orientation(Ligne l, LongueListe.Demande d) {
    return new NouvelleOrientation(l.personneId(), l.parcours(), l.organisationId(), l.referentId(), d.notifieLe(),
        l.ecart() ? d.motif() : null, d.besoin(), null);
  }

  @Override
  public void rendre(Liste demandee, boolean annule, String phrase) {
    listes.cesser(demandee.id(), EtatListe.ENREGISTREMENT);
  }

  @Override
  public void rendreLesOrphelins() {
    listes.rendreLesOrphelines(EtatListe.ENREGISTREMENT, code());
  }
}
