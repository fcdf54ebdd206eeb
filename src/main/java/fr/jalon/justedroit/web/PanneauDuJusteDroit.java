package fr.jalon.justedroit.web;

import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.ecran.Regard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the dossier of a person: the way to a simulation and to the verification of her right. */
@Component
public class PanneauDuJusteDroit implements PanneauDossier {
  private static final int APRES_LES_MONTANTS = 450;
  private final Regard regard;
  private final Clock horloge;

  PanneauDuJusteDroit(Regard regard, Clock horloge) {
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @param simuler true when the agent may simulate; likewise {@code verifier} */
  public record Modele(long personneId, boolean simuler, boolean verifier) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.DROITS;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("SIMULATIONS") || regard.peut("VERIFICATIONS");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    return au.isBefore(LocalDate.now(horloge)) ? Optional.empty()
        : Optional.of(new Panneau("Juste droit", "calculator", APRES_LES_MONTANTS, "justedroit/panneau",
        new Modele(personneId, regard.peut("SIMULATIONS"), regard.peut("VERIFICATIONS"))));
  }
}
