package fr.jalon.papiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.socle.SaisieRefusee;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** A copy is kept when its kind permits it, read by whom it says, erased by its rule. See {@link EssaiDePapiers}. */
class CopiesDePapiersTest extends EssaiDePapiers {
  @Test
  void la_copie_d_un_autre_genre_que_son_nom_ne_le_dit_est_refusee_et_celle_qui_est_gardee_est_chiffree_et_tracee() {
    Navigateur nav = connecter(noura);
    nav.suivre(vu(nav, "CV", "2025-10-03", ""));
    long cv = numero(ana, "CV");
    HttpResponse<String> refus = nav.deposer("/papiers/copies?papier=" + cv + "&personne=" + ana.id(), "fichier", "cv.pdf", "MZ un programme");
    PageRefusee.dit(refus, "DOCUMENT_D_UN_AUTRE_GENRE", "fichier-copie-" + cv,
        "Ce fichier n'est ni un PDF, ni une image JPEG ou PNG, quel que soit son nom.");
    PageRefusee.dit(nav.deposer("/papiers/copies?papier=" + cv + "&personne=" + ana.id(), "fichier", "vide.pdf", ""), "DOCUMENT_VIDE",
        "fichier-copie-" + cv, "Choisissez un fichier.");
    refuse(cv, Arrays.copyOf(PDF, (5 << 20) + 1), "DOCUMENT_TROP_GROS", "Ce fichier est trop gros");
    assertThat(nav.suivre(nav.deposer("/papiers/copies?papier=" + cv + "&personne=" + ana.id(), "fichier", "mon cv.docx", "%PDF-1.7 Ana")).body())
        .contains("La copie est gardée, chiffrée").contains("mon cv.pdf");
    refuse(cv, PDF, "COPIE_DEJA_GARDEE", "La copie de ce papier est déjà gardée");
    long copie = base.sql("select id from papiers.copie where papier_id = ?").param(cv).query(Long.class).single();
    assertThat(new String(base.sql("select contenu_chiffre from papiers.copie where id = ?").param(copie).query((l, _) -> l.getBytes(1)).single(),
        StandardCharsets.ISO_8859_1)).doesNotContain("Ana");
    HttpResponse<String> lue = nav.lire("/papiers/copies/" + copie);
    assertThat(lue.body()).isEqualTo("%PDF-1.7 Ana");
    assertThat(lue.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
    assertThat(comptoir.derniereTrace("CONSULTATION")).containsEntry("personne_id", ana.id()).containsEntry("agent", noura.identifiant())
        .containsEntry("objet", "Copie d'un papier : CV");
    assertThat(connecter(association).lire("/papiers/copies/" + copie).statusCode()).as("un CV n'est pas réservé").isEqualTo(200);
    assertThat(nav.suivre(nav.poster("/papiers/" + ana.id() + "/" + cv + "/effacement", Map.of())).body()).contains("La copie est effacée")
        .contains("Effacée le").contains("Valable jusqu'au 3 octobre 2026");
    assertThat(nav.lire("/papiers/copies/" + copie).statusCode()).isEqualTo(404);
  }

  @Test
  void une_piece_d_identite_se_regarde_et_ne_se_copie_pas_un_papier_attendu_non_plus() {
    Navigateur nav = connecter(noura);
    nav.suivre(vu(nav, "IDENTITE", "2025-10-03", "2031-05-06"));
    assertThat(nav.ouvrir("/papiers/" + ana.id()).body()).contains("Regardé, pas de copie").doesNotContain("Garder une copie");
    refuse(numero(ana, "IDENTITE"), PDF, "COPIE_INTERDITE", "Ce papier se regarde et se rend");
    nav.suivre(demande(nav, "CV", "2025-11-03", ""));
    refuse(numero(ana, "CV"), PDF, "COPIE_SANS_PAPIER", "Ce papier n'est pas noté « vu »");
  }

  @Test
  void le_partenaire_voit_qu_un_rib_a_ete_vu_et_jamais_sa_copie_dans_postgresql_meme() {
    long rib = noter(ana, "RIB");
    en(noura, () -> garder(rib));
    long copie = base.sql("select id from papiers.copie where papier_id = ?").param(rib).query(Long.class).single();
    Navigateur nav = connecter(association);
    assertThat(nav.ouvrir("/papiers/" + ana.id()).body()).contains("Relevé d'identité bancaire").contains("Gardée ou non par le référent")
        .doesNotContain("copie.pdf");
    assertThat(nav.lire("/papiers/copies/" + copie).statusCode()).isEqualTo(404);
    assertThat(en(association, () -> agents.sql("select count(*) from papiers.copie where personne_id = ?").param(ana.id()).query(Long.class)
        .single())).isZero();
    assertThat(en(association, () -> agents.sql("update papiers.copie set contenu_chiffre = null, nom = null, effacee_le = now(), effacee_par = 'x'")
        .update())).isZero();
    PageRefusee.dit(nav.suivre(nav.poster("/papiers/" + ana.id() + "/" + rib + "/effacement", Map.of())), "COPIE_A_D_AUTRES",
        "La copie de ce papier n'est pas à vous");
    nav.suivre(nav.poster("/papiers/" + ana.id() + "/" + rib + "/erreur", Map.of("motif", "Ce n'était pas le sien")));
    assertThat(gardee(rib)).as("elle ne peut pas effacer ce qu'elle ne lit pas").isTrue();
    balayer(LE);
    assertThat(gardee(rib)).as("écarté, sa copie part la nuit").isFalse();
    long sien = noter(ana, "RIB");
    assertThatThrownBy(() -> en(association, () -> garder(sien))).isInstanceOfSatisfying(SaisieRefusee.class,
        r -> assertThat(r.fautes().get("fichier").code()).isEqualTo("COPIE_RESERVEE"));
    assertThatThrownBy(() -> en(association, () -> agents.sql("""
        insert into papiers.copie (personne_id, papier_id, reservee, nom, nature, taille, contenu_chiffre, deposee_par, deposee_le)
        values (?, ?, true, 'x.pdf', 'PDF', 1, '\\x00', 'x', now())""").params(ana.id(), sien).update())).isInstanceOf(DataAccessException.class);
    en(noura, () -> garder(sien));
    assertThatThrownBy(() -> en(noura, () -> agents.sql("update papiers.copie set contenu_chiffre = '\\x01' where papier_id = ?").param(sien)
        .update()))
        .rootCause().hasMessageContaining("Une copie gardée ne change pas");
  }

  @Test
  void la_copie_s_efface_quand_le_papier_n_est_plus_valable_depuis_les_mois_de_son_genre_il_reste_qu_il_a_ete_vu() {
    long cv = noter(ana, "CV");
    en(noura, () -> garder(cv));
    balayer(LocalDate.of(2027, 10, 3));
    assertThat(gardee(cv)).as("valable jusqu'au 3 octobre 2026, et douze mois").isTrue();
    balayer(LocalDate.of(2027, 10, 4));
    assertThat(gardee(cv)).isFalse();
    assertThat(base.sql("select contenu_chiffre is null and nom is null from papiers.copie where papier_id = ?").param(cv)
        .query(Boolean.class).single())
        .isTrue();
    assertThat(etats(ana)).containsExactly("VU");
    assertThat(connecter(noura).ouvrir("/papiers/" + ana.id()).body()).contains("Effacée le").contains("par règle du papier");
  }

  @Test
  void la_copie_s_efface_a_la_fin_du_suivi_et_pas_tant_qu_un_suivi_court_ni_pour_qui_attend_encore() {
    long rib = noter(ana, "RIB");
    en(noura, () -> garder(rib));
    balayer(LE.plusYears(1));
    assertThat(gardee(rib)).as("personne ne l'a encore suivie : rien n'est fini").isTrue();
    suivre(ana, "CLOS", "2025-12-01");
    suivre(ana, "EN_COURS", null);
    balayer(LocalDate.of(2026, 3, 1));
    assertThat(gardee(rib)).as("un suivi court").isTrue();
    base.sql("update orientation.suivi set etat = 'CLOS', etat_depuis = '2026-02-01', fin_le = '2026-02-01' where personne_id = ? and etat <> 'CLOS'")
        .param(ana.id()).update();
    balayer(LocalDate.of(2026, 1, 31));
    assertThat(gardee(rib)).isTrue();
    balayer(LocalDate.of(2026, 2, 1));
    assertThat(gardee(rib)).isFalse();
  }

  @Test
  void une_copie_plus_recente_remplace_l_ancienne_et_un_genre_que_le_departement_ne_copie_plus_perd_les_siennes() {
    long ancien = noter(ana, "RIB");
    en(noura, () -> garder(ancien));
    long neuf = noter(ana, "RIB");
    en(noura, () -> garder(neuf));
    long diplome = noter(ana, "DIPLOME");
    en(noura, () -> garder(diplome));
    long autreDiplome = noter(ana, "DIPLOME");
    en(noura, () -> garder(autreDiplome));
    balayer(LE);
    assertThat(List.of(gardee(ancien), gardee(neuf), gardee(diplome), gardee(autreDiplome))).containsExactly(false, true, true, true);
    base.sql("update papiers.papier set genre = 'IDENTITE' where id = ?").param(diplome).update();
    base.sql("update papiers.copie set reservee = false where papier_id = ?").param(neuf).update();
    balayer(LE);
    assertThat(gardee(diplome)).as("une pièce d'identité ne se copie pas").isFalse();
    assertThat(base.sql("select reservee from papiers.copie where papier_id = ? and effacee_le is null").param(neuf).query(Boolean.class).single())
        .as("réservée désormais").isTrue();
  }

  @Test
  void ecarter_un_papier_efface_sa_copie_aussitot() {
    long cv = noter(ana, "CV");
    en(noura, () -> garder(cv));
    Navigateur nav = connecter(noura);
    nav.suivre(nav.poster("/papiers/" + ana.id() + "/" + cv + "/erreur", Map.of("motif", "Le CV d'une autre")));
    assertThat(gardee(cv)).isFalse();
    assertThat(etats(ana)).containsExactly("ECARTE");
  }

  @Test
  void un_suivi_hors_rsa_ecrit_par_erreur_ne_garde_pas_la_copie_de_qui_n_est_plus_suivie() {
    long rib = noter(ana, "RIB");
    en(noura, () -> garder(rib));
    suivre(ana, "CLOS", "2025-12-01");
    base.sql("""
        insert into allocataires.suivi_hors_rsa (personne_id, public, depuis, informee_le, cle, ecrit_par, ecrit_le, retire_par, retire_le)
        values (?, 'JEUNE', '2025-10-01', '2025-10-01', gen_random_uuid(), 'essai', now(), 'essai', now())""").params(ana.id()).update();
    balayer(LocalDate.of(2025, 12, 2));
    assertThat(gardee(rib)).isFalse();
  }

  @Test
  void la_copie_d_un_papier_note_par_erreur_n_efface_pas_la_bonne() {
    long bon = noter(ana, "RIB");
    en(noura, () -> garder(bon));
    long faux = noter(ana, "RIB");
    en(noura, () -> garder(faux));
    Navigateur nav = connecter(association);
    nav.suivre(nav.poster("/papiers/" + ana.id() + "/" + faux + "/erreur", Map.of("motif", "Celui d'une autre")));
    balayer(LE);
    assertThat(List.of(gardee(bon), gardee(faux))).containsExactly(true, false);
  }
}
