package fr.jalon.echanges.api.application;

import fr.jalon.echanges.api.Probleme;
import fr.jalon.rendezvous.application.SaisirLaPresence;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.Piece;
import fr.jalon.rendezvous.lecture.FeuilleDePresence;
import fr.jalon.rendezvous.lecture.LigneDePresence;
import fr.jalon.rendezvous.lecture.ListeDesSessions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes whether a person came to a session, by her number: doing it twice changes nothing. The rules are those of the sheet on screen. */
@Service
public class NoterLaPresence {
  private final ListeDesSessions sessions;
  private final FeuilleDePresence feuille;
  private final SaisirLaPresence saisir;

  NoterLaPresence(ListeDesSessions sessions, FeuilleDePresence feuille, SaisirLaPresence saisir) {
    this.sessions = sessions;
    this.feuille = feuille;
    this.saisir = saisir;
  }

  /**
   * @param etat       PRESENTE, ABSENTE or EXCUSEE
   * @param motif      why she is excused, else {@code null}
   * @param retard     {@code null} when nothing is said
   * @param manquantes papers missing, empty = all were seen, {@code null} = not asked for
   * @param vue        version of what the application had read ({@link LigneDePresence#version}), {@code null} to write whatever is noted
   * @return the line of the sheet, as it is now
   * @throws Probleme 404 when the session does not exist, or the person is not of the perimeter or, for an absence, not of the session
   */
  @Transactional
  public LigneDePresence executer(long session, long personne, EtatConvocation etat, Empechement motif, Boolean retard,
      List<Piece> manquantes, String vue) {
    if (sessions.une(session).isEmpty()) {
      throw Probleme.introuvable("Aucune session de ce numéro.");
    }
    Optional<LigneDePresence> ligne = feuille.toutes(session).stream()
        .filter(l -> l.personneId() == personne && (l.etat().attendue() || l.etat().pointee())).findFirst();
    long convocation;
    if (ligne.isPresent()) {
      convocation = ligne.get().id();
      saisir.reserver(convocation);
      LigneDePresence notee = feuille.une(convocation).orElseThrow();
      if (vue != null && !vue.equals(notee.version()) && !dit(notee, etat, motif, retard, manquantes)) {
        throw Probleme.change(notee.etat().pointee()
            ? "%s a noté « %s » entre-temps. Relisez les présences, puis renvoyez si c'est toujours ce que vous voulez."
            .formatted(notee.par(), notee.etat().libelle().toLowerCase(java.util.Locale.FRENCH))
            : "Cette présence a changé entre-temps. Relisez les présences, puis renvoyez.");
      }
      saisir.noter(convocation, etat, motif, null);
    } else if (vue != null) {
      throw Probleme.change("Cette personne n'est plus sur la feuille. Relisez les présences, puis renvoyez sans version si elle est bien là.");
    } else if (etat == EtatConvocation.PRESENTE) {
      convocation = saisir.ajouter(session, personne);
    } else {
      throw Probleme.personneInconnue();
    }
    if (etat == EtatConvocation.PRESENTE) {
      if (retard != null) {
        saisir.retard(convocation, retard);
      }
      if (manquantes != null) {
        saisir.pieces(convocation, manquantes);
      }
    }
    return feuille.une(convocation).orElseThrow();
  }

  /** True when it is what is noted already: sent twice, it is noted once. */
  private static boolean dit(LigneDePresence l, EtatConvocation etat, Empechement motif, Boolean retard, List<Piece> manquantes) {
    return l.etat() == etat && (motif == null || motif.name().equals(l.motif())) && (retard == null || retard == l.retard())
        && (manquantes == null || SaisirLaPresence.enTexte(manquantes).equals(SaisirLaPresence.enTexte(l.pieces())));
  }
}
