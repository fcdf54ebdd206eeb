package fr.jalon.travaux.application;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.AuNomDe;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.Serveur;
import fr.jalon.travaux.TravailArrete;
import fr.jalon.travaux.TravailArrete.Cause;
import fr.jalon.travaux.TravailEnCours;
import fr.jalon.travaux.application.RegistreDesTravaux.Pris;
import fr.jalon.travaux.domaine.EtatTravail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does the jobs of a kind, one after the other, the oldest first. */
@Component
class Ouvrier {
  private static final Logger LOG = LoggerFactory.getLogger(Ouvrier.class);
  /** A job whose server dies each time it does it is not what it should be. */
  private static final int TENTATIVES = 5;
  private static final String ECHEC =
      "Le travail s'est arrêté sur une erreur qui ne vient pas de vous. Regardez où il en est, puis recommencez ; prévenez l'administrateur si cela se répète.";
  private static final String INTERROMPU =
      "Le serveur s'est arrêté pendant ce travail. Ce qui était fait l'est toujours : vérifiez où il en est, puis demandez le reste.";
  private final RegistreDesTravaux registre;
  private final ObjectProvider<GenreDeTravail<?>> genres;
  private final Serveur serveur;
  private final AuNomDe auNomDe;
  private final AgentSysteme systeme;
  private final Chiffrement chiffrement;
  private volatile Map<String, GenreDeTravail<?>> parCode;
  private volatile boolean arret;

  Ouvrier(RegistreDesTravaux registre, ObjectProvider<GenreDeTravail<?>> genres, Serveur serveur, AuNomDe auNomDe, AgentSysteme systeme,
      Chiffrement chiffrement) {
    this.registre = registre;
    this.genres = genres;
    this.serveur = serveur;
    this.auNomDe = auNomDe;
    this.systeme = systeme;
    this.chiffrement = chiffrement;
  }

  /** What became of a turn. */
  enum Tour {
    /** The job that asked for it waits no more. */
    FINI,
    /** It waits still (another of its kind is under way), or this server stops: the turn comes again. */
    PLUS_TARD
  }

  /** The server stops: what is under way stops after its part. */
  void arreter() {
    arret = true;
  }

  void reprendre() {
    arret = false;
  }

  /** What rooms had put aside for a job that is no more. */
  void rendreLesOrphelins() {
    genres().values().forEach(g -> systeme.agir("travaux", () -> {
      g.rendreLesOrphelins();
      return null;
    }));
  }

  /** One turn. @param billet number of the job that asked for it */
  Tour faire(long billet) {
    Optional<String> genre = registre.genre(billet);
    if (genre.isEmpty()) {
      return Tour.FINI;
    }
    registre.coupe(billet).ifPresent(this::reprendreOuDire);
    while (!arret) {
      Optional<Pris> pris = registre.prendre(genre.get(), serveur.nom(), billet);
      if (pris.isEmpty()) {
        return registre.attend(billet) ? Tour.PLUS_TARD : Tour.FINI;
      }
      executer(pris.get());
    }
    return Tour.PLUS_TARD;
  }

  /** The turn comes again: the server that had it died. */
  private void reprendreOuDire(Pris p) {
    GenreDeTravail<?> genre = genres().get(p.genre());
    if (genre != null && genre.seReprend() && p.tentatives() < TENTATIVES) {
      registre.passer(p, EtatTravail.EN_ATTENTE, serveur.nom(), null);
    } else if (genre != null && genre.seReprend()) {
      cesser(p, genre, EtatTravail.ECHEC, ECHEC);
    } else {
      cesser(p, genre, EtatTravail.INTERROMPU, INTERROMPU);
    }
  }

  private void executer(Pris p) {
    GenreDeTravail<?> genre = genres().get(p.genre());
    if (genre == null) {
      cesser(p, null, EtatTravail.ECHEC, "Cette version de Jalon ne sait plus faire ce travail. Demandez-le de nouveau.");
    } else {
      try {
        Bilan bilan = auNomDe(p, genre);
        registre.passer(p, EtatTravail.FINI, serveur.nom(), bilan);
      } catch (TravailArrete a) {
        arreter(p, genre, a);
      } catch (RefusMetier refus) {
        cesser(p, genre, EtatTravail.ECHEC, refus.getMessage());
      } catch (RuntimeException e) {
        if (arret) {
          // what breaks while the server stops breaks because of that
          arreter(p, genre, new TravailArrete(Cause.SERVEUR, INTERROMPU, null));
          return;
        }
        LOG.error("Le travail {} ({}) s'est arrêté", p.id(), p.genre(), e);
        cesser(p, genre, EtatTravail.ECHEC, ECHEC);
      }
    }
  }

  private void arreter(Pris p, GenreDeTravail<?> genre, TravailArrete a) {
    switch (a.cause()) {
      case ANNULE -> cesser(p, genre, EtatTravail.ANNULE, a.getMessage());
      case SERVEUR -> {
        if (genre.seReprend()) {
          registre.passer(p, EtatTravail.EN_ATTENTE, serveur.nom(), null);
        } else {
          cesser(p, genre, EtatTravail.INTERROMPU, a.getMessage());
        }
      }
      case REPRIS -> { }
    }
  }

  /** It ends without being done. */
  private void cesser(Pris p, GenreDeTravail<?> genre, EtatTravail vers, String phrase) {
    // not when another server has it: what it is doing is not to be given back
    if (registre.passer(p, vers, serveur.nom(), Bilan.de(phrase))) {
      rendre(genre, p.parametres(), vers == EtatTravail.ANNULE, phrase);
    }
  }

  private <P> void rendre(GenreDeTravail<P> genre, byte[] parametres, boolean annule, String phrase) {
    if (genre != null) {
      systeme.agir("travaux", () -> {
        genre.rendre(EnJson.dechiffrer(parametres, genre.parametres(), chiffrement), annule, phrase);
        return null;
      });
    }
  }

  /** Cancels a job before its turn. @return false when its turn has come */
  boolean annulerAvantSonTour(long id, String qui) {
    String phrase = "Annulé par " + qui + ", avant son tour. Rien n'a été fait.";
    return registre.annulerAvantSonTour(id, qui, phrase).map(p -> {
      rendre(genres().get(p.genre()), p.parametres(), true, phrase);
      return true;
    }).orElse(false);
  }

  private <P> Bilan auNomDe(Pris p, GenreDeTravail<P> genre) {
    P parametres = EnJson.dechiffrer(p.parametres(), genre.parametres(), chiffrement);
    TravailEnCours enCours = new Suivi(p);
    return p.systeme() ? systeme.agir(p.demandePar(), () -> genre.executer(parametres, enCours))
        : auNomDe.agir(p.demandePar(), () -> genre.executer(parametres, enCours));
  }

  private Map<String, GenreDeTravail<?>> genres() {
    if (parCode == null) {
      // asked for when a job comes, not before: those who do the work may themselves ask for work
      List<GenreDeTravail<?>> tous = genres.stream().toList();
      parCode = tous.stream().collect(Collectors.toUnmodifiableMap(GenreDeTravail::code, Function.identity()));
    }
    return parCode;
  }

  /** Progress, and the places where a job stops. */
  private final class Suivi implements TravailEnCours {
    private final Pris pris;

    Suivi(Pris pris) {
      this.pris = pris;
    }

    @Override
    public long id() {
      return pris.id();
    }

    @Override
    public void avancer(long fait, long total) {
      Optional<String> annule = registre.avancer(pris, serveur.nom(), fait, total);
      if (annule.isEmpty()) {
        throw new TravailArrete(Cause.REPRIS, "Un autre serveur a repris ce travail.", null);
      }
      if (!annule.get().isEmpty()) {
        throw new TravailArrete(Cause.ANNULE, total == 0 ? "Annulé en cours de route."
            : "Annulé en cours de route, à %d sur %d.".formatted(fait, total), annule.get());
      }
      if (arret) {
        throw new TravailArrete(Cause.SERVEUR, INTERROMPU, null);
      }
    }
  }
}
