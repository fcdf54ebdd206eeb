package fr.jalon.donnees.web;

import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.donnees.application.TenirLesDemandes;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the dossier, for who answers persons about their data: the way to the copy, what waits for an answer. */
@Component
public class PanneauDesDonnees implements PanneauDossier {
  private static final int ORDRE = 910;
  private final TenirLesDemandes tenir;
  private final Regard regard;

  PanneauDesDonnees(TenirLesDemandes tenir, Regard regard) {
    this.tenir = tenir;
    this.regard = regard;
  }

  /** @param attendent requests without an answer; @param retenue true when at least one litigation keeps the dossier */
  public record Modele(long personneId, long attendent, boolean retenue) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PROCEDURES;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("DROITS_DES_PERSONNES");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    return Optional.of(new Panneau("Ses droits sur ses données", "person-lock", ORDRE, "donnees/panneau",
        new Modele(personneId, tenir.demandes(personneId).stream().filter(d -> d.reponse() == null).count(), !tenir.retenues(personneId).isEmpty())));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    tenir.sansReponse(personnes).forEach((id, demandes) -> pas.put(id, demandes.stream()
        .map(d -> PasDuDossier.aFaire("DEMANDE_SUR_SES_DONNEES", Rang.LOI, PartieDuDossier.PROCEDURES, d.limite(),
        "Répondre à sa demande sur ses données au plus tard le " + Francais.longue(d.limite()),
            d.nature().libelle() + ", reçue le " + Francais.date(d.recueLe())).avec(true, "Répondre", "/dossier/" + id + "/donnees"))
        .toList()));
    return pas;
  }
}
