package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.comptes.MonCompte;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who opens the dossiers of persons: a session left open changes nothing of an account, and nobody gives herself rights. */
@EssaiWeb
class ComptesRefusesTest {
  private static final String NOUVEAU = "kayak rouge et pain d'épices";
  @Autowired
  MonCompte monCompte;
  @Autowired
  Comptes comptes;
  @Autowired
  Habilitations habilitations;
  @Autowired
  Roles roles;
  @Autowired
  Comptoir comptoir;

  @Test
  void qui_trouve_la_session_de_camille_ouverte_ne_change_ni_son_mot_de_passe_ni_son_second_facteur() {
    Agent camille = comptoir.agent("REFERENT");
    refuse("MOT_DE_PASSE_ACTUEL", () -> changer(camille, "ce n'est pas le sien", NOUVEAU, NOUVEAU));
    refuse("MOT_DE_PASSE_ACTUEL", () -> fait(() -> monCompte.activerTotp(camille, "ce n'est pas le sien", new byte[20], "123456")));
    refuse("MOT_DE_PASSE_ACTUEL", () -> fait(() -> monCompte.permettreUneCle(camille, "ce n'est pas le sien")));
    refuse("MOT_DE_PASSE_ACTUEL", () -> fait(() -> monCompte.retirerTotp(camille, "ce n'est pas le sien")));
    refuse("APPAREIL_INCONNU", () -> fait(() -> monCompte.oublierUnAppareil(camille, UUID.randomUUID())));
    assertThat(monCompte.reconnait(comptoir.relire(camille), Comptoir.MOT_DE_PASSE)).isTrue();
    assertThat(comptoir.actes(camille.identifiant())).isEmpty();
  }

  @Test
  void camille_choisit_un_mot_de_passe_qui_n_est_ni_mal_recopie_ni_l_actuel_ni_celui_qu_on_vient_de_remplacer() {
    Agent camille = comptoir.agent("REFERENT");
    refuse("CONFIRMATION", () -> changer(camille, Comptoir.MOT_DE_PASSE, NOUVEAU, NOUVEAU + "!"));
    refuse("MEME_MOT_DE_PASSE", () -> changer(camille, Comptoir.MOT_DE_PASSE, Comptoir.MOT_DE_PASSE, Comptoir.MOT_DE_PASSE));
    admin(() -> fait(() -> habilitations.reinitialiser(camille.id(), habilitations.tirerUnMotDePasse())));
    refuse("MOT_DE_PASSE_REMPLACE", () -> fait(() ->
        monCompte.choisirMotDePasse(comptoir.relire(camille), Comptoir.MOT_DE_PASSE, Comptoir.MOT_DE_PASSE)));
    monCompte.choisirMotDePasse(comptoir.relire(camille), NOUVEAU, NOUVEAU);
    assertThat(monCompte.reconnait(comptoir.relire(camille), NOUVEAU)).isTrue();
  }

  @Test
  void l_administration_ne_change_pas_ses_propres_droits() {
    Agent admin = comptoir.agent("ADMINISTRATION");
    refuse("SOI_MEME", admin, () -> fait(() -> habilitations.modifier(admin.id(), saisie(admin.identifiant(), null, "ALLOCATION", List.of()))));
    refuse("SOI_MEME", admin, () -> fait(() -> habilitations.desactiver(admin.id())));
    assertThat(comptoir.relire(admin)).satisfies(a -> {
      assertThat(a.role()).isEqualTo("ADMINISTRATION");
      assertThat(a.actif()).isTrue();
    });
  }

  @Test
  void un_compte_dit_de_qui_il_voit_les_dossiers_et_n_est_celui_que_d_une_personne() {
    String sans = "sans-perimetre-" + System.nanoTime();
    refuse("PERIMETRE", () -> creer(saisie(sans, null, "REFERENT", List.of())));
    refuse("PERIMETRE", () -> creer(saisie(sans, null, "PARTENAIRE", List.of(1))));
    refuse("IDENTIFIANT", () -> creer(saisie("Majuscule Espace", null, "REFERENT", List.of(1))));
    Agent camille = comptoir.agent("REFERENT");
    refuse("DEJA_PRIS", () -> creer(saisie(camille.identifiant(), null, "REFERENT", List.of(1))));
    refuse("DEJA_PRIS", () -> creer(saisie(sans, camille.identifiant() + "@exemple.fr", "REFERENT", List.of(1))));
    assertThat(comptes.parIdentifiant(sans)).isEmpty();
    // she left, someone else has her address: coming back, she does not take it again
    admin(() -> fait(() -> habilitations.desactiver(camille.id())));
    admin(() -> creer(saisie(sans, camille.identifiant() + "@exemple.fr", "REFERENT", List.of(1))));
    refuse("COURRIEL_PRIS", () -> fait(() -> habilitations.reactiver(camille.id())));
    refuse("AGENT_INCONNU", () -> fait(() -> habilitations.desactiver(987_654_321)));
    refuse("AGENT_INCONNU", comptoir.agent("REFERENT"), () -> fait(() -> habilitations.desactiver(comptes.parIdentifiant(sans).orElseThrow().id())));
    assertThat(comptes.parIdentifiant(sans).orElseThrow().actif()).isTrue();
  }

  private Object changer(Agent agent, String actuel, String nouveau, String confirmation) {
    return fait(() -> monCompte.changerMotDePasse(agent, actuel, nouveau, confirmation));
  }

  private Object creer(SaisieAgent saisie) {
    return fait(() -> habilitations.creerSansMotDePasse(saisie));
  }

  private static SaisieAgent saisie(String identifiant, String courriel, String role, List<Integer> territoires) {
    return new SaisieAgent(identifiant, "Camille Essai", courriel, role, false, territoires, List.of());
  }

  private static Object fait(Runnable acte) {
    acte.run();
    return null;
  }

  private void refuse(String code, Supplier<Object> acte) {
    refuse(code, comptoir.agent("ADMINISTRATION"), acte);
  }

  private void refuse(String code, Agent qui, Supplier<Object> acte) {
    assertThatThrownBy(() -> en(qui, acte)).isInstanceOfSatisfying(RefusMetier.class,
        r -> assertThat(r instanceof SaisieRefusee s ? s.fautes().values().stream().map(RefusMetier::code).toList() : List.of(r.code()))
            .contains(code));
  }

  private Object admin(Supplier<Object> acte) {
    return en(comptoir.agent("ADMINISTRATION"), acte);
  }

  private Object en(Agent qui, Supplier<Object> acte) {
    SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new AgentConnecte(qui.id(),
        roles.perimetre(qui)), null, List.of()));
    try {
      return acte.get();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
