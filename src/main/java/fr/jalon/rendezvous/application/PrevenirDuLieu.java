package fr.jalon.rendezvous.application;

import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.lecture.LieuxConnus;
import fr.jalon.rendezvous.lecture.PrevenuesDeLAncienLieu;
import fr.jalon.rendezvous.lecture.PrevenuesDeLAncienLieu.Prevenue;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who were told a place as it was. Their appointment stays: who said she comes is not asked again. The code of her last message is
 * replaced, as in every new one.
 */
@Service
public class PrevenirDuLieu {
  /** The models that announce where. */
  public static final List<String> ANNONCES = List.of(EcrireAuxConvoques.CONVOCATION, EcrireAuxConvoques.CHANGEMENT,
      EcrirePourUnEntretien.CONVOCATION);
  /** All those that say where to who is expected: the announcements and their reminders. */
  public static final List<String> DISENT = Stream.concat(ANNONCES.stream(), Stream.of(EcrireAuxConvoques.RAPPEL, EcrirePourUnEntretien.RAPPEL))
      .toList();
  private final LieuxConnus lieux;
  private final PrevenuesDeLAncienLieu prevenues;
  private final RegistreDesConvocations convocations;
  private final RegistreDesEntretiens entretiens;
  private final SessionsTenues sessions;
  private final EcrireAuxConvoques ecrire;
  private final EcrirePourUnEntretien pourUnEntretien;
  private final Codes codes;
  private final Journal journal;

  PrevenirDuLieu(LieuxConnus lieux, PrevenuesDeLAncienLieu prevenues, RegistreDesConvocations convocations, RegistreDesEntretiens entretiens,
      SessionsTenues sessions,
      EcrireAuxConvoques ecrire, EcrirePourUnEntretien pourUnEntretien, Codes codes, Journal journal) {
    this.lieux = lieux;
    this.prevenues = prevenues;
    this.convocations = convocations;
    this.entretiens = entretiens;
    this.sessions = sessions;
    this.ecrire = ecrire;
    this.pourUnEntretien = pourUnEntretien;
    this.codes = codes;
    this.journal = journal;
  }

  /**
   * Tells all those of the agent's perimeter. Done twice, even at once, each is told once.
   *
   * @return number of persons told
   * @throws RefusMetier when the place does not exist
   */
  @Transactional
  public int executer(int id) {
    LieuDeRendezVous lieu = lieux.un(id).orElseThrow(() -> new RefusMetier("LIEU_INCONNU", "Ce lieu n'existe pas. Revenez à la liste des lieux."));
    List<Prevenue> vues = prevenues.toutes(lieu);
    convocations.reserver(vues.stream().map(Prevenue::sessionId).filter(Objects::nonNull).toList());
    vues.stream().map(Prevenue::permanenceId).filter(Objects::nonNull).distinct().sorted().forEach(entretiens::reserver);
    // read again: who held them before has told some, moved or cancelled others
    Set<Long> tenues = vues.stream().map(Prevenue::id).collect(Collectors.toSet());
    List<Prevenue> restent = prevenues.toutes(lieu).stream().filter(p -> tenues.contains(p.id())).toList();
    if (!restent.isEmpty()) {
      ecrire.deplacer(aUneSession(restent.stream().filter(p -> p.sessionId() != null).map(Prevenue::id).toList()));
      restent.stream().filter(p -> p.permanenceId() != null).forEach(this::aUnEntretien);
      journal.tracer("LIEU", restent.stream().map(p -> new Journal.Objet(p.personneId(), null, "Prévenue du changement du lieu " + lieu.nom()))
          .toList());
    }
    return restent.size();
  }

  private List<EcrireAuxConvoques.Destinataire> aUneSession(List<Long> ids) {
    List<RegistreDesConvocations.Convocation> attendues = convocations.lire(ids);
    Map<Long, String> parId = attendues.stream().collect(Collectors.toMap(RegistreDesConvocations.Convocation::id, _ -> codes.tirer()));
    attendues.stream().collect(Collectors.groupingBy(RegistreDesConvocations.Convocation::jour)).forEach((jour, duJour) ->
        convocations.donnerDesCodes(duJour.stream().map(c -> new Codes.Code(c.id(), parId.get(c.id()))).toList(), jour));
    Map<Long, SessionsTenues.Session> tenues = sessions.lire(attendues.stream()
        .map(RegistreDesConvocations.Convocation::sessionId).distinct().toList());
    return attendues.stream().map(c -> new EcrireAuxConvoques.Destinataire(c.id(), c.personneId(), tenues.get(c.sessionId()), parId.get(c.id()),
        c.etat() == EtatConvocation.CONFIRMEE)).toList();
  }

  private void aUnEntretien(Prevenue p) {
    RegistreDesEntretiens.Entretien e = entretiens.lire(p.id());
    RegistreDesEntretiens.Creneau c = entretiens.creneau(e.creneauId());
    String code = codes.tirer();
    entretiens.donnerUnCode(e, code, c.jour());
    pourUnEntretien.changerDeLieu(e.id(), e.personneId(), c, code);
  }
}
