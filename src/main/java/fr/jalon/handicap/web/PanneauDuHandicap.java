package fr.jalon.handicap.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.lecture.DossierMdph;
import fr.jalon.handicap.lecture.DossierMdph.Passage;
import fr.jalon.handicap.lecture.DossiersDUnePersonne;
import fr.jalon.handicap.lecture.DroitTenu;
import fr.jalon.socle.DonneeDeSante;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier says of her disability files and rights, to who may know. The others are told nothing, not even that there is something. */
@Component
public class PanneauDuHandicap implements PanneauDossier {
  private static final int ORDRE = 67;
  private final DossiersDUnePersonne dossiers;
  private final PasDuHandicap pas;
  private final Regard regard;
  private final Clock horloge;

  PanneauDuHandicap(DossiersDUnePersonne dossiers, PasDuHandicap pas, Regard regard, Clock horloge) {
    this.dossiers = dossiers;
    this.pas = pas;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @param droits what she holds that day; @param agissable true when the dossier is read today */
  @DonneeDeSante
  public record Modele(long personneId, List<DossierMdph> dossiers, List<DroitTenu> droits, LocalDate au, boolean agissable) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("HANDICAP");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    List<DossierMdph> siens = dossiers.au(personneId, au);
    return Optional.of(new Panneau("Dossier MDPH", "universal-access", ORDRE, "handicap/panneau", new Modele(personneId, siens,
        dossiers.droits(siens, au),
        au, !au.isBefore(LocalDate.now(horloge)))));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    return pas.de(personnes);
  }

  @Override
  public List<Repere> reperes(long personneId, LocalDate au) {
    return dossiers.droits(dossiers.au(personneId, au), au).stream().filter(d -> !d.finitAvant(au))
        .map(d -> new Repere("universal-access", d.droit().court() + (d.jusquAu() == null ? "" : " jusqu'au " + Francais.date(d.jusquAu()))))
            .toList();
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    List<EvenementDuFil> evenements = new ArrayList<>();
    dossiers.au(personneId, au).forEach(d -> {
      d.reponses().reversed().stream().filter(DossierMdph.Reponse::compte).forEach(r -> evenements.add(new EvenementDuFil(r.decideeLe(),
          EvenementDuFil.Theme.SUIVI,
          "MDPH, " + r.droit().court() + " : " + r.sens().libelle().toLowerCase(java.util.Locale.FRENCH),
          r.jusquAu() == null ? null : "Jusqu'au " + Francais.longue(r.jusquAu()), "Saisi par " + r.par())));
      d.histoire().stream().filter(p -> p.de() != p.vers()).forEach(p -> evenements.add(new EvenementDuFil(p.le(), EvenementDuFil.Theme.SUIVI,
          titre(p), p.motif(), "Saisi par " + p.par())));
    });
    return evenements;
  }

  private static String titre(Passage p) {
    return "Dossier MDPH : " + (p.vers() == EtatDossierMdph.DECLINE ? "la personne n'en veut pas" : p.vers().libelle()
        .toLowerCase(java.util.Locale.FRENCH));
  }
}
