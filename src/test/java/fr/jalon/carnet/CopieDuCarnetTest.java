package fr.jalon.carnet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.carnet.application.EcrireDansLeCarnet;
import fr.jalon.carnet.application.TenirLesOppositions;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.donnees.application.CopierLesDonnees;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Roles;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Ines asks for all that is held about her: her notebook is in it, in words. */
@EssaiArdeche
class CopieDuCarnetTest {
  private static final LocalDate LE = LocalDate.of(2025, 10, 20);
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Roles roles;
  @Autowired
  ThemesDuCarnet themes;
  @Autowired
  EcrireDansLeCarnet ecrire;
  @Autowired
  TenirLesOppositions oppositions;
  @Autowired
  CopierLesDonnees copier;
  @Autowired
  TransactionTemplate transaction;

  @Test
  void la_copie_d_ines_dit_son_carnet_en_mots_sans_code_ni_identifiant_d_agent() {
    Personne ines = dossiers.entrante("COPIEINES", 1, LocalDate.of(2025, 8, 4));
    Agent noura = comptoir.agent("REFERENT", List.of(1), List.of());
    en(noura, () -> {
      oppositions.opposer(ines.id(), "FRANCE_TRAVAIL", LE);
      return ecrire.executer(new NouvelEcrit(ines.id(), themes.theme("AUTONOMIE").orElseThrow(), LE, "Aidée pour sa carte", noura.identifiant(),
          LE.plusDays(4), UUID.randomUUID()), false);
    });
    Agent directrice = comptoir.agent("DIRECTION");
    String copie = EnTantQue.agir(roles.perimetre(directrice), () -> copier.de(ines.id())).sections().stream()
        .filter(s -> s.titre().contains("carnet") || s.titre().contains("Votre carnet")).toList().toString();
    assertThat(copie).contains("Aidée pour sa carte").contains("Autonomie dans les démarches").contains("les référents du Département")
        .contains("Une tâche à faire").contains("France Travail").contains("Camille REFERENT").contains("Un écrit")
        .doesNotContain("AUTONOMIE").doesNotContain("TRAVAILLEUR_SOCIAL").doesNotContain("FRANCE_TRAVAIL").doesNotContain("TACHE")
        .doesNotContain(noura.identifiant());
  }

  private <T> T en(Agent compte, java.util.function.Supplier<T> acte) {
    return EnTantQue.agir(roles.perimetre(compte), () -> transaction.execute(_ -> acte.get()));
  }
}
