package fr.jalon.orientation.application;

import fr.jalon.ecran.Francais;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.EtatTransfert;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.orientation.lecture.Transferts;
import fr.jalon.orientation.lecture.Transferts.Transfert;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Public;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.TravailEnCours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the persons of an organisation to another, by lots: started again, it goes on with those who have not passed. */
@Component
class FaireUnTransfert extends TravailDeTransfert {
  private static final int PAR_LOT = 50;
  private final RegistreDesSuivis suivis;
  private final DemanderReorientation demander;
  private final AccepterReorientation accepter;
  private final DesignerLesReferents designer;
  private final Journal journal;
  private final TransactionTemplate transaction;

  FaireUnTransfert(RegistreDesTransferts registre, RegistreDesSuivis suivis, Transferts transferts, DemanderReorientation demander,
          AccepterReorientation accepter,
      DesignerLesReferents designer, Journal journal, TransactionTemplate transaction) {
    super("FAIRE_UN_TRANSFERT", EtatTransfert.EN_COURS, registre, transferts);
    this.suivis = suivis;
    this.demander = demander;
    this.accepter = accepter;
    this.designer = designer;
    this.journal = journal;
    this.transaction = transaction;
  }

  @Override
  Bilan executer(Transfert t, TravailEnCours enCours) {
    Plan plan = transaction.execute(_ -> plan(t));
    int total = plan.suivis().size();
    for (int i = 0; i < total; i += PAR_LOT) {
      enCours.avancer(i, total);
      passer(t, plan, plan.suivis().subList(i, Math.min(total, i + PAR_LOT)));
    }
    registre.passer(t.id(), EtatTransfert.FAIT);
    Transfert fait = transferts.un(t.id()).orElseThrow();
    journal.tracer("TRANSFERT_FAIT", null, null, "%s vers %s : %s".formatted(t.de(), t.vers(),
        Francais.compte(fait.passees(), "personne", "personnes")));
    return Bilan.de("%s à %s, %s à %s.".formatted(Francais.compte(fait.passees(), "personne est passée", "personnes sont passées"), t.vers(),
        Francais.compte(fait.laissees().size(), "reste", "restent"), t.de()));
  }

  /** @param referents who follows each, by follow-up; absent when she is to be named */
  private record Plan(List<Suivi> suivis, Map<Long, Integer> referents, Map<Long, Public> besoins) {}

  private Plan plan(Transfert t) {
    List<Suivi> reste = registre.restants(t);
    Map<Long, Integer> referents = new HashMap<>();
    List<Suivi> aPartager = new ArrayList<>();
    for (Suivi s : reste) {
      Integer choisi = t.choix().get(s.referentId() == null ? 0 : s.referentId());
      if (choisi == null) {
        aPartager.add(s);
      } else if (choisi != 0) {
        referents.put(s.id(), choisi);
      }
    }
    referents.putAll(designer.partager(aPartager, t.versId(),
        referents.values().stream().collect(Collectors.groupingBy(r -> r, Collectors.counting()))));
    return new Plan(reste, referents, suivis.besoins(reste.stream().map(Suivi::id).toList()));
  }

  /** All at once; when one is refused, one by one: what a colleague or a file changed meanwhile is left and said. */
  private void passer(Transfert t, Plan plan, List<Suivi> lot) {
    try {
      transaction.executeWithoutResult(_ -> reorienter(t, plan, lot));
    } catch (RefusMetier non) {
      if (lot.size() == 1) {
        registre.laisser(t.id(), Map.of(lot.getFirst().id(), non.getMessage() + (non.article() == null ? "" : " (" + non.article() + ")")));
      } else {
        lot.forEach(s -> passer(t, plan, List.of(s)));
      }
    }
  }

  private void reorienter(Transfert t, Plan plan, List<Suivi> lot) {
    accepter.executer(lot.stream().map(s -> new AccepterReorientation.Decision(
        demander.executer(new NouvelleDemande(s.personneId(), OrigineDeReorientation.DEPARTEMENT, List.of(RaisonDeReorientation.ORGANISATION),
            t.raison(), s.parcours(), t.versId(), t.le()), t.id()),
        new NouvelleOrientation(s.personneId(), s.parcours(), t.versId(), plan.referents().get(s.id()), t.le(), t.raison(),
            plan.besoins().get(s.id()), t.depassement()))).toList());
  }
}
