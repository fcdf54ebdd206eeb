package fr.jalon.orientation.application;

import fr.jalon.courriers.Courriers;
import fr.jalon.ecran.Francais;
import fr.jalon.orientation.domaine.EtatTransfert;
import fr.jalon.orientation.lecture.Transferts;
import fr.jalon.orientation.lecture.Transferts.Transfert;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.TravailEnCours;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives back to an organisation the persons whom a transfer took from it by mistake: one after another, so that one that moved again is left. */
@Component
class DefaireUnTransfert extends TravailDeTransfert {
  private final AnnulerDecision annuler;
  private final RefuserReorientation refuser;
  private final Courriers courriers;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  DefaireUnTransfert(RegistreDesTransferts registre, Transferts transferts, AnnulerDecision annuler, RefuserReorientation refuser,
          Courriers courriers,
      TransactionTemplate transaction, Clock horloge) {
    super("DEFAIRE_UN_TRANSFERT", EtatTransfert.ANNULATION, registre, transferts);
    this.annuler = annuler;
    this.refuser = refuser;
    this.courriers = courriers;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  @Override
  Bilan executer(Transfert t, TravailEnCours enCours) {
    List<Long> acceptees = transferts.reorientations(t.id());
    List<String> laissees = new ArrayList<>();
    for (int i = 0; i < acceptees.size(); i++) {
      enCours.avancer(i, acceptees.size());
      long id = acceptees.get(i);
      try {
        transaction.executeWithoutResult(_ -> rendre(t, id));
      } catch (RefusMetier non) {
        laissees.add(non.getMessage());
      }
    }
    registre.passer(t.id(), EtatTransfert.ANNULE);
    return new Bilan("%s à %s.".formatted(Francais.compte(acceptees.size() - laissees.size(), "personne est rendue", "personnes sont rendues"),
            t.de()),
        laissees.stream().distinct().toList());
  }

  /** Who has heard of it hears that it is not so; for the others nothing was ever said. */
  private void rendre(Transfert t, long reorientation) {
    boolean sait = !courriers.partis(LettresDeReorientation.DECISION, List.of(reorientation), t.saisiLe()).isEmpty();
    annuler.executer(reorientation, t.finiRaison());
    if (sait) {
      refuser.executer(reorientation, LocalDate.now(horloge), t.finiRaison(), true);
    } else {
      refuser.retirer(reorientation, t.finiRaison());
    }
  }
}
