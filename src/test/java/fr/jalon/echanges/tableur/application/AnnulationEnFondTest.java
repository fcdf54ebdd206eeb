package fr.jalon.echanges.tableur.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.tableur.TableurEnregistre;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.echanges.tableur.domaine.StatutTableur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.TravailArrete;
import fr.jalon.travaux.TravailEnCours;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A long spreadsheet undone behind the screen: stopped in the middle, asked twice, orphaned. Today is 20 October 2025. */
@EssaiArdeche
class AnnulationEnFondTest {
  private static final Perimetre REFERENTE = EnTantQue.territoire(1, "DOSSIERS", "ENTREES", "ACCOMPAGNEMENT", "REPRISE");
  @Autowired
  Dossiers dossiers;
  @Autowired
  DeposerTableur deposer;
  @Autowired
  EnregistrerTableur enregistrer;
  @Autowired
  AnnulationEnFond enFond;
  @Autowired
  Tableurs tableurs;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  private static <T> T elle(Supplier<T> quoi) {
    return EnTantQue.agir(REFERENTE, quoi);
  }

  private Tableur enregistre(String nom, int lignes) {
    dossiers.entrante(nom, 1, LocalDate.of(2025, 8, 4));
    StringBuilder csv = new StringBuilder("Nom;Prénom;Date de naissance;Date;Type\n");
    for (int i = 0; i < lignes; i++) {
      csv.append(nom).append(";Ana;01/01/1990;").append(LocalDate.of(2021, 1, 1).plusDays(i)).append(";bureau\n");
    }
    long id = elle(() -> {
      Tableur t = tableurs.lire(deposer.deposer("long.csv", GenreDeTableur.CONTACTS, () -> csv.toString().getBytes(StandardCharsets.UTF_8)))
          .orElseThrow();
      deposer.associer(t, t.entetes().stream().map(e -> deposer.proposer(t).champ(t.entetes().indexOf(e))).toList(), null, null);
      enregistrer.executer(t.id());
      return t.id();
    });
    TableurEnregistre.dire(base, id);
    return elle(() -> tableurs.lire(id).orElseThrow());
  }

  private int contacts(String nom) {
    return base.sql("select count(*)::int from accompagnement.contact c join allocataires.personne p on p.id = c.personne_id where p.nom = ?")
        .param(nom).query(Integer.class).single();
  }

  /** Stops when it is told so many rows. */
  private record Tue(int apres) implements TravailEnCours {
    @Override
    public long id() {
      return 1;
    }

    @Override
    public void avancer(long fait, long total) {
      if (fait >= apres && total > 0) {
        throw new TravailArrete(TravailArrete.Cause.SERVEUR, "Le serveur s'arrête.", null);
      }
    }
  }

  @Test
  void une_annulation_tuee_apres_une_part_se_reprend_et_rien_n_est_defait_deux_fois() {
    Tableur t = enregistre("ANNULTUEE", 700);
    assertThat(contacts("ANNULTUEE")).isEqualTo(700);
    base.sql("update echanges.tableur set statut = 'EN_ANNULATION' where id = ?").param(t.id()).update();
    AnnulationEnFond.Demande demande = new AnnulationEnFond.Demande(t.id());
    assertThatThrownBy(() -> elle(() -> enFond.executer(demande, new Tue(500)))).isInstanceOf(TravailArrete.class);
    assertThat(contacts("ANNULTUEE")).as("une part est défaite, l'autre attend").isEqualTo(200);
    assertThat(elle(() -> tableurs.comptes(t.id()))).containsEntry(StatutLigne.ANNULEE, 500).containsEntry(StatutLigne.CREEE, 200);
    assertThat(elle(() -> enFond.executer(demande, new Tue(Integer.MAX_VALUE))).phrase().replace('\u00a0', ' '))
        .isEqualTo("Tableur annulé : 200 lignes défaites.");
    assertThat(contacts("ANNULTUEE")).isZero();
    assertThat(elle(() -> tableurs.lire(t.id()).orElseThrow().statut())).isEqualTo(StatutTableur.ENREGISTRE);
  }

  @Test
  void le_second_qui_annule_est_prevenu_et_une_annulation_que_plus_rien_ne_porte_se_rend() {
    Tableur t = enregistre("ANNULDEUX", 3);
    base.sql("update echanges.tableur set statut = 'EN_ANNULATION' where id = ?").param(t.id()).update();
    Tableur defait = elle(() -> tableurs.lire(t.id()).orElseThrow());
    for (Tableur vu : new Tableur[] {t, defait}) {
      assertThatThrownBy(() -> elle(() -> {
        enFond.lancer(vu);
        return null;
      })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("ANNULATION_EN_COURS"))
          .hasMessageContaining("Ce tableur est déjà en train d'être annulé ou enregistré");
    }
    enFond.rendreLesOrphelins();
    assertThat(elle(() -> tableurs.lire(t.id()).orElseThrow())).satisfies(x -> {
      assertThat(x.statut()).isEqualTo(StatutTableur.ENREGISTRE);
      assertThat(x.incident()).contains("L'annulation s'est arrêtée");
    });
    assertThat(contacts("ANNULDEUX")).isEqualTo(3);
  }
}
