package fr.jalon.allocataires.web;

import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.ecran.Regard;
import fr.jalon.habilitations.Roles;
import fr.jalon.journal.QuiAConsulte;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the dossier, for who reads the journal: who saw this person lately, on which screen, in which list or file. */
@Component
public class PanneauDesConsultations implements PanneauDossier {
  private static final int ORDRE = 900;
  private static final int MONTREES = 10;
  private final QuiAConsulte journal;
  private final Roles roles;
  private final Regard regard;

  PanneauDesConsultations(QuiAConsulte journal, Roles roles, Regard regard) {
    this.journal = journal;
    this.roles = roles;
    this.regard = regard;
  }

  /** @param vues the latest first */
  public record Modele(long personneId, List<QuiAConsulte.Vue> vues, Roles roles) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PROCEDURES;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("JOURNAL");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    return Optional.of(new Panneau("Qui a consulté ce dossier", "eye", ORDRE, "allocataires/consultations",
        new Modele(personneId, journal.dernieres(personneId, MONTREES), roles)));
  }
}
