package fr.jalon.rendezvous.application;

import fr.jalon.ecran.Francais;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.rendezvous.domaine.Heures;
import fr.jalon.rendezvous.lecture.CeQuiEstPrevu;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The interviews an agent gives, changes, cancels, and who came. The person is told each time. */
@Service
public class DonnerUnRendezVous {
  private final RegistreDesEntretiens registre;
  private final EcrirePourUnEntretien ecrire;
  private final Constater constater;
  private final Codes codes;
  private final CeQuiEstPrevu prevu;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  DonnerUnRendezVous(RegistreDesEntretiens registre, EcrirePourUnEntretien ecrire, Constater constater, Codes codes, CeQuiEstPrevu prevu,
      Parametres parametres, Journal journal, Clock horloge) {
    this.registre = registre;
    this.ecrire = ecrire;
    this.constater = constater;
    this.codes = codes;
    this.prevu = prevu;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Gives a free slot to a person; an invitation that waited for her choice becomes this interview. Sent twice, it is written once.
   *
   * @return number of the interview
   * @throws RefusMetier slot past, taken, closed; right closed; another interview to come
   */
  @Transactional
  public long donner(long personneId, long creneauId) {
    return donner(personneId, creneauId, false);
  }

  /** The same. @param malgre true when the agent knows that she is convoked to a session, and gives it all the same */
  @Transactional
  public long donner(long personneId, long creneauId, boolean malgre) {
    RegistreDesEntretiens.Creneau c = reserver(creneauId);
    RegistreDesEntretiens.Personne p = registre.personne(personneId);
    Optional<RegistreDesEntretiens.Entretien> enCours = registre.enCours(personneId);
    if (enCours.isPresent() && Long.valueOf(creneauId).equals(enCours.get().creneauId())) {
      return enCours.get().id();
    }
    p.droit().verifierOuvertOuHorsRsa();
    if (enCours.isPresent() && enCours.get().etat().attendue()) {
      throw dejaUn(enCours.get());
    }
    verifierSansSession(personneId, malgre);
    verifier(c);
    String code = codes.tirer();
    long id;
    if (enCours.isPresent()) {
      id = enCours.get().id();
      registre.placer(enCours.get(), creneauId, code, c.jour());
    } else {
      id = registre.creer(personneId, creneauId, EtatEntretien.CONVOQUEE, code, c.jour());
    }
    ecrire.donner(id, personneId, c, code, false);
    tracer(p, "Rendez-vous donné : " + libelle(c));
    return id;
  }

  /** Nobody else changes this interview, nor gives this slot, until the transaction ends. @param creneauId the slot wanted, or {@code null} */
  @Transactional
  public void reserver(long entretienId, Long creneauId) {
    if (creneauId != null) {
      reserver(creneauId);
    }
    registre.lire(entretienId);
  }

  /** Gives another slot. @return true when something changed */
  @Transactional
  public boolean changer(long entretienId, long creneauId) {
    RegistreDesEntretiens.Creneau c = reserver(creneauId);
    RegistreDesEntretiens.Entretien e = registre.lire(entretienId);
    if (Long.valueOf(creneauId).equals(e.creneauId())) {
      return false;
    }
    if (!e.etat().attendue()) {
      throw new RefusMetier("ENTRETIEN_CLOS", "Ce rendez-vous est « %s » : il ne se déplace plus. Donnez-en un nouveau.".formatted(e.etat().libelle()
          .toLowerCase(java.util.Locale.FRENCH)));
    }
    verifierNonCommence(e);
    RegistreDesEntretiens.Personne p = registre.personne(e.personneId());
    p.droit().verifierOuvertOuHorsRsa();
    verifier(c);
    String code = codes.tirer();
    registre.placer(e, creneauId, code, c.jour());
    ecrire.donner(entretienId, e.personneId(), c, code, true);
    tracer(p, "Rendez-vous déplacé : " + libelle(c));
    return true;
  }

  /**
   * Invites the person to choose her slot by the code of her message; an invitation that nobody answered in time is replaced.
   *
   * @return number of the interview; the running invitation when there is one
   */
  @Transactional
  public long inviter(long personneId) {
    return inviter(personneId, false);
  }

  /** The same. @param malgre true when the agent knows that she is convoked to a session, and invites her all the same */
  @Transactional
  public long inviter(long personneId, boolean malgre) {
    RegistreDesEntretiens.Personne p = registre.personne(personneId);
    p.droit().verifierOuvertOuHorsRsa();
    LocalDate aujourdhui = LocalDate.now(horloge);
    Optional<RegistreDesEntretiens.Entretien> enCours = registre.enCours(personneId);
    boolean passee = enCours.filter(e -> e.invitationPassee(aujourdhui)).isPresent();
    if (enCours.isPresent() && !passee) {
      if (enCours.get().etat().attendue()) {
        throw dejaUn(enCours.get());
      }
      return enCours.get().id();
    }
    verifierSansSession(personneId, malgre);
    if (passee) {
      registre.expirer(List.of(enCours.get()), FermerCeQuiEstPasse.SANS_REPONSE);
      ecrire.taire(enCours.get().id());
    }
    LocalDate expire = aujourdhui.plusDays(parametres.jours("rendezvous.invitation_jours", aujourdhui));
    String code = codes.tirer();
    long id = registre.creer(personneId, null, EtatEntretien.INVITEE, code, expire);
    ecrire.inviter(id, personneId, code, expire);
    tracer(p, "Invitation à choisir son rendez-vous avant le " + Francais.date(expire));
    return id;
  }

  /** Cancels it and tells her. Done twice, it is done once. @param motif required */
  @Transactional
  public void annuler(long entretienId, String motif) {
    RegistreDesEntretiens.Entretien e = registre.lire(entretienId);
    if (e.etat() == EtatEntretien.ANNULEE) {
      return;
    }
    if (motif == null || motif.isBlank()) {
      throw new SaisieRefusee("motif", new RefusMetier("MOTIF_ABSENT", "Dites pourquoi le rendez-vous est annulé."));
    }
    annuler(e, motif.strip());
  }

  /** Cancels every one of these, for the same reason. */
  void annuler(List<RegistreDesEntretiens.Entretien> entretiens, String motif) {
    entretiens.forEach(e -> annuler(e, motif));
  }

  private void annuler(RegistreDesEntretiens.Entretien e, String motif) {
    registre.passer(e, EtatEntretien.ANNULEE, motif);
    if (e.creneauId() == null) {
      ecrire.taire(e.id());
    } else {
      ecrire.annuler(e.id(), e.personneId(), registre.creneau(e.creneauId()));
    }
    tracer(registre.personne(e.personneId()), "Rendez-vous annulé");
  }

  /**
   * Notes who came, from the day of the interview. An absence is a fact that others may read; nothing is decided here.
   *
   * @param motif required for an excuse, ignored otherwise
   */
  @Transactional
  public void noter(long entretienId, EtatEntretien etat, Empechement motif) {
    RegistreDesEntretiens.Entretien e = registre.lire(entretienId);
    if (etat == null || !etat.pointee()) {
      throw new RefusMetier("PRESENCE", "Dites si la personne est venue.");
    }
    if (etat == EtatEntretien.EXCUSEE && motif == null) {
      throw new SaisieRefusee("raison", new RefusMetier("MOTIF_ABSENT", "Choisissez la raison de l'absence."));
    }
    if (e.etat() == etat && etat != EtatEntretien.EXCUSEE) {
      return;
    }
    if (e.creneauId() != null && registre.creneau(e.creneauId()).jour().isAfter(LocalDate.now(horloge))) {
      throw new RefusMetier("ENTRETIEN_A_VENIR", "Ce rendez-vous n'a pas encore eu lieu. La présence se saisit à partir du jour même.");
    }
    if (e.etat() != etat) {
      registre.passer(e, etat, etat == EtatEntretien.EXCUSEE ? motif.name() : null);
      ecrire.taire(entretienId);
      constater.executer(List.of(entretienId));
      tracer(registre.personne(e.personneId()), "Rendez-vous : " + etat.libelle().toLowerCase(java.util.Locale.FRENCH));
    }
  }

  private RegistreDesEntretiens.Creneau reserver(long creneauId) {
    registre.reserver(registre.creneau(creneauId).permanenceId());
    return registre.creneau(creneauId);
  }

  private void verifier(RegistreDesEntretiens.Creneau c) {
    if (c.passe(LocalDateTime.now(horloge))) {
      throw new RefusMetier("CRENEAU_PASSE", "Le créneau du %s est passé. Choisissez-en un à venir.".formatted(libelle(c)));
    }
    if (c.ferme() != null) {
      throw new RefusMetier("AGENT_ABSENT", "%s ne reçoit pas le %s (%s). Choisissez un autre créneau.".formatted(c.agent(),
          Heures.jour(c.jour()), c.ferme()));
    }
    if (c.pris()) {
      throw new RefusMetier("CRENEAU_PRIS", "Le créneau du %s est déjà pris. Choisissez-en un autre.".formatted(libelle(c)));
    }
  }

  /** A session planned is told before an interview is given as well. */
  private void verifierSansSession(long personneId, boolean malgre) {
    prevu.pour(personneId).stream().filter(p -> !malgre && !p.nature().individuel()).findFirst().ifPresent(p -> {
      throw new RefusMetier("DEJA_CONVOQUEE",
          "Cette personne est déjà %s. Si elle doit venir aux deux, confirmez ; sinon annulez d'abord sa convocation.".formatted(p.phrase()));
    });
  }

  /** An interview whose hour is past is noted, then another is given: what was missed is not rubbed out by a change. */
  private void verifierNonCommence(RegistreDesEntretiens.Entretien e) {
    RegistreDesEntretiens.Creneau present = registre.creneau(e.creneauId());
    if (present.passe(LocalDateTime.now(horloge))) {
      throw new RefusMetier("ENTRETIEN_PASSE",
          "Le rendez-vous du %s est passé. Dites d'abord si la personne est venue, puis donnez-en un autre.".formatted(libelle(present)));
    }
  }

  private RefusMetier dejaUn(RegistreDesEntretiens.Entretien e) {
    return new RefusMetier("DEJA_UN_ENTRETIEN",
        "Cette personne a déjà un rendez-vous, le %s. Changez-le ou annulez-le ; s'il est passé, dites si elle est venue."
        .formatted(libelle(registre.creneau(e.creneauId()))));
  }

  private static String libelle(RegistreDesEntretiens.Creneau c) {
    return "%s à %s, %s".formatted(Heures.jour(c.jour()), Heures.heure(c.debut()), c.commune());
  }

  private void tracer(RegistreDesEntretiens.Personne p, String phrase) {
    journal.tracer("ENTRETIEN", p.id(), p.droit().foyerId(), phrase);
  }
}
