package fr.jalon.courriers.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.courriers.application.Modeles;
import fr.jalon.courriers.lecture.LigneDeMessage;
import fr.jalon.courriers.lecture.ListeDesMessages;
import fr.jalon.ecran.Regard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier says of what was written to a person: what left, when, whether it arrived. */
@Component
public class PanneauDesCourriers implements PanneauDossier {
  private static final int ORDRE = 350;
  private static final int MONTRES = 8;
  private final ListeDesMessages liste;
  private final Modeles modeles;
  private final Regard regard;
  private final Clock horloge;

  PanneauDesCourriers(ListeDesMessages liste, Modeles modeles, Regard regard, Clock horloge) {
    this.horloge = horloge;
    this.liste = liste;
    this.modeles = modeles;
    this.regard = regard;
  }

  /** @param premiers the latest; @param autres those before, folded */
  public record Modele(List<LigneDeMessage> premiers, List<LigneDeMessage> autres, Modeles modeles) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.ECHANGES;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("COURRIERS");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    List<LigneDeMessage> messages = liste.dePersonne(personneId).stream()
        .filter(m -> !m.le().isAfter(au) || !au.isBefore(LocalDate.now(horloge))).toList();
    return Optional.of(new Panneau("Courriers", "envelope", ORDRE, "courriers/panneau",
        new Modele(messages.stream().limit(MONTRES).toList(), messages.stream().skip(MONTRES).toList(), modeles)));
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    return liste.dePersonne(personneId).stream().filter(m -> m.envoyeLe() != null && !m.envoyeLe().isAfter(au))
        .map(m -> new EvenementDuFil(m.envoyeLe(), EvenementDuFil.Theme.SUIVI, m.canalEnClair() + " : " + modeles.libelle(m.modele()),
            m.retour() == null ? m.etat().libelle() + "." : "Revenue : " + m.retour().libelle().toLowerCase(Locale.FRENCH) + ".", null)).toList();
  }
}
