package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Contenu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Madame Roche reads where each référent of her team stands, and moves work. Today is 20 October 2025. */
@EssaiArdeche
class EquipeTest {
  private static final int CENTRE = 1;
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  EnregistrerOrientation orienter;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void chacun_y_a_le_retard_que_dit_sa_journee_le_plus_en_retard_d_abord_et_qui_n_a_personne_aussi() {
    essai++;
    Navigateur administration = connecter("ADMINISTRATION", List.of());
    Referent paul = FicheDeReferent.creer(administration, structures, "Maison d'équipe " + essai, "Paul Équipe " + essai, "" + CENTRE, "SOCIAL");
    Referent rita = collegue(administration, paul, "Rita Équipe " + essai);
    Referent zoe = collegue(administration, paul, "Zoé Équipe " + essai);
    // notified long ago, never met: late; notified last week: not yet
    suivie("PAUL", paul, LocalDate.of(2025, 10, 13));
    suivie("RITAUNE", rita, LocalDate.of(2025, 8, 4));
    suivie("RITADEUX", rita, LocalDate.of(2025, 8, 25));
    suivie("SANSNOM", null, paul.organisationId(), LocalDate.of(2025, 10, 13));

    Navigateur responsable = connecter("RESPONSABLE_TERRITOIRE", List.of(CENTRE));
    String page = Contenu.texte(responsable.ouvrir("/equipe?organisation=" + paul.organisationId()));
    assertThat(page.indexOf(rita.nom())).as("Rita d'abord").isLessThan(page.indexOf(paul.nom())).isPositive();
    assertThat(page).contains("Sans référent nommé").contains("/relais/nouveau?referent=" + rita.id())
        .doesNotContain("/relais/nouveau?referent=" + zoe.id())
        .contains("/referents-a-designer?organisation=" + paul.organisationId());
    for (Referent r : List.of(paul, rita, zoe)) {
      int dite = enRetard(Contenu.texte(responsable.ouvrir("/ma-journee?referent=" + r.id())));
      String ligne = page.substring(page.indexOf("/mes-personnes?referent=" + r.id() + "\""));
      ligne = ligne.substring(0, ligne.indexOf("</tr>"));
      assertThat(ligne).as(r.nom()).contains(dite == 0 ? "<span class=\"aide\">Rien" : "> " + dite + "\u00a0personne");
    }
    assertThat(enRetard(Contenu.texte(responsable.ouvrir("/ma-journee?referent=" + rita.id())))).isEqualTo(2);
    assertThat(Contenu.texte(connecter("RESPONSABLE_TERRITOIRE", List.of(2)).ouvrir("/equipe?organisation=" + paul.organisationId())))
        .as("une équipe d'ailleurs ne se lit pas").doesNotContain(rita.nom());
  }

  @Test
  void une_grande_organisation_se_lit_par_pages_les_plus_charges_d_abord_et_dit_qui_n_a_personne_sur_la_premiere() {
    essai++;
    Navigateur administration = connecter("ADMINISTRATION", List.of());
    Referent chargee = FicheDeReferent.creer(administration, structures, "Grande maison " + essai, "Zoé Chargée " + essai, "" + CENTRE, "SOCIAL");
    base.sql("insert into structures.referent (organisation_id, nom) select ?, 'Amie ' || n || ' de la grande maison' from generate_series(101, 140) n")
        .param(chargee.organisationId()).update();
    suivie("GRANDE", chargee, LocalDate.of(2025, 8, 4));
    suivie("GRANDESANS", null, chargee.organisationId(), LocalDate.of(2025, 10, 13));
    Navigateur responsable = connecter("RESPONSABLE_TERRITOIRE", List.of(CENTRE));
    String une = Contenu.texte(responsable.ouvrir("/equipe?organisation=" + chargee.organisationId()));
    String deux = Contenu.texte(responsable.ouvrir("/equipe?organisation=" + chargee.organisationId() + "&page=2"));
    assertThat(une).contains(chargee.nom()).contains("Sans référent nommé").contains("1 à 30 sur 41").contains("&amp;page=2");
    assertThat(deux).contains("31 à 41 sur 41").contains("Amie 140").doesNotContain(chargee.nom()).doesNotContain("Sans référent nommé");
    assertThat(Contenu.texte(responsable.ouvrir("/equipe?organisation=" + chargee.organisationId() + "&page=999")))
        .as("une page trop loin est la dernière")
        .contains("31 à 41 sur 41");
  }

  private static int enRetard(String journee) {
    Matcher m = Pattern.compile("(\\d+)[ \u00a0](est|sont) en retard").matcher(journee);
    return m.find() ? Integer.parseInt(m.group(1)) : 0;
  }

  private Referent collegue(Navigateur administration, Referent de, String nom) {
    administration.poster("/structures/referents", Map.of("organisation", "" + de.organisationId(), "nom", nom, "etp", "1", "actif", "true"));
    return structures.referents().stream().filter(r -> r.nom().equals(nom)).findFirst().orElseThrow();
  }

  private void suivie(String nom, Referent r, LocalDate notifieLe) {
    suivie(nom, r.id(), r.organisationId(), notifieLe);
  }

  private void suivie(String nom, Integer referent, int organisation, LocalDate notifieLe) {
    Personne p = dossiers.entrante("EQUIPE" + nom + essai, CENTRE, notifieLe.minusDays(10));
    EnTantQue.agir(EnTantQue.territoire(CENTRE, "DOSSIERS", "ENTREES", "ORIENTATIONS", "COURRIERS"), () -> orienter.executer(
        new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation, referent, notifieLe)));
    base.sql("update orientation.suivi set saisi_le = notifie_le where personne_id = ?").param(p.id()).update();
  }

  private Navigateur connecter(String role, List<Integer> territoires) {
    Navigateur n = new Navigateur(port);
    n.connecter((territoires.isEmpty() ? comptoir.agent(role) : comptoir.agent(role, territoires, List.of())).identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
