package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engagement.lecture.FiltresDeContrats;
import fr.jalon.engagement.lecture.FiltresDeContrats.Anciennete;
import fr.jalon.engagement.lecture.FiltresDeContrats.File;
import fr.jalon.engagement.lecture.LigneDeContrat;
import fr.jalon.engagement.lecture.ListeDesContrats;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Ordres;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of contracts and the campaign of those followed before the law. See {@link EssaiDeContrats}. */
class ListeDesContratsTest extends EssaiDeContrats {
  @Autowired
  ListeDesContrats liste;

  @Test
  void elle_passe_d_un_onglet_a_l_autre_comme_son_contrat_avance() {
    assertThat(lignes(File.A_PREPARER)).singleElement().satisfies(l -> {
      assertThat(l.limite()).isEqualTo("2025-11-01");
      assertThat(l.precision()).isEqualTo("rien n'est commencé");
      assertThat(l.delai(LE)).isEqualTo("dans 12\u00a0jours");
    });
    preparer();
    assertThat(page(nav, ici("a-preparer"))).contains("commencé le 20/10/2025").contains("dans 12 jours");
    nav.suivre(etape(nav, "presentation"));
    assertThat(lignes(File.A_PREPARER)).isEmpty();
    assertThat(page(nav, ici("a-signer"))).contains("aucune signature").contains("Faire signer");
    etape(nav, "dessin", "dessin", dessin());
    assertThat(lignes(File.A_SIGNER)).singleElement().extracting(LigneDeContrat::precision).isEqualTo("une signature sur deux");
    etape(nav, "signature");
    assertThat(page(nav, ici("en-vigueur"))).contains("signé le 20/10/2025").contains("jusqu'au 19/04/2026");
    le("2026-03-20");
    assertThat(lignes(File.A_RENOUVELER)).as("trente jours avant sa fin").singleElement().extracting(LigneDeContrat::limite)
        .isEqualTo(LocalDate.of(2026, 4, 19));
    le("2026-04-25");
    passerLaNuit();
    assertThat(lignes(File.A_RENOUVELER)).as("fini, elle est toujours suivie").singleElement()
        .satisfies(l -> assertThat(l.enRetard(LocalDate.of(2026, 4, 25))).isTrue());
  }

  @Test
  void un_refus_une_validation_demandee_une_fin_ont_leur_onglet() {
    preparer();
    etape(nav, "refus", "le", "2025-10-20", "precisions", "Je ne veux pas de contrat.");
    assertThat(lignes(File.REFUSES)).hasSize(1);
    etape(nav, "refus/retrait", "motif", "Elle change d'avis");
    base.sql("update engagement.version set validation = 'DEMANDEE' where contrat_id = ?").param(contrat()).update();
    assertThat(lignes(File.A_VALIDER)).singleElement().extracting(LigneDeContrat::limite).isEqualTo(LocalDate.of(2025, 11, 1));
    base.sql("update engagement.version set validation = 'ACCORDEE' where contrat_id = ?").param(contrat()).update();
    nav.suivre(etape(nav, "presentation"));
    signerLaVersion();
    etape(nav, "cloture", "le", "2025-10-20", "motif", "Elle déménage");
    assertThat(lignes(File.FINIS)).hasSize(1);
  }

  @Test
  void les_filtres_sont_dans_l_adresse_et_le_tableur_ne_sort_que_pour_qui_exporte() {
    le("2025-11-05");
    assertThat(page(nav, ici("a-preparer") + "&delai=en-retard")).contains("4 jours de retard");
    assertThat(page(nav, ici("a-preparer") + "&delai=bientot")).contains("ne répond à ces filtres");
    assertThat(page(nav, ici("a-preparer") + "&parcours=social&organisation=" + association)).contains("4 jours de retard");
    assertThat(page(nav, ici("a-preparer") + "&parcours=professionnel")).contains("ne répond à ces filtres");
    assertThat(page(nav, ici("a-preparer") + "&anciennete=stock")).contains("ne répond à ces filtres");
    assertThat(page(nav, ici("a-preparer") + "&anciennete=nouvelles&territoire=1&suivies=sans-referent")).contains(nom);
    assertThat(page(nav, ici("a-preparer") + "&suivies=miennes")).contains("ne répond à ces filtres");
    assertThat(nav.ouvrir("/contrats/export").statusCode()).as("sans EXPORTS").isEqualTo(403);
    Navigateur responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
    HttpResponse<String> export = responsable.ouvrir("/contrats/export?file=a-preparer&nom=" + nom);
    assertThat(export.statusCode()).isEqualTo(200);
    assertThat(export.headers().firstValue("content-disposition").orElse("")).contains("contrats-d-engagement-2025-11-05.xlsx");
  }

  @Test
  void une_referente_trouve_d_abord_les_siennes_avec_le_nombre_de_retards_au_menu() {
    Navigateur administration = connecter(comptoir.agent("ADMINISTRATION"));
    Referent lise = FicheDeReferent.creer(administration, structures, "Maison des contrats", "Lise Contrats", "1", "SOCIAL");
    administration.poster("/habilitations/" + noura.id() + "/referent", Map.of("referent", "" + lise.id()));
    base.sql("update orientation.suivi set referent_id = ? where personne_id = ?").params(lise.id(), ana.id()).update();
    le("2025-11-05");
    Navigateur elle = connecter(noura);
    assertThat(page(elle, "/contrats")).contains(nom).contains("Celles que je suis").contains("1 personne");
    assertThat(elle.ouvrir("/ma-journee").body()).contains("Contrats d'engagement");
  }

  @Test
  void une_liste_de_cinquante_demande_a_la_base_autant_que_celle_d_une() {
    FiltresDeContrats f = new FiltresDeContrats(File.A_PREPARER, CENTRE, null, association, null, null, null, null, "FOULECONTRAT", 1);
    foule(0);
    int une = Ordres.donnes(() -> en(noura, () -> liste.page(f)));
    IntStream.rangeClosed(1, 50).forEach(this::foule);
    int cinquante = Ordres.donnes(() -> assertThat(en(noura, () -> liste.page(f))).satisfies(l -> {
      assertThat(l.lignes()).hasSize(50);
      assertThat(l.total()).isEqualTo(51);
    }));
    assertThat(une).isBetween(2, 8);
    assertThat(cinquante).isEqualTo(une);
  }

  @Test
  void la_campagne_compte_qui_etait_suivi_avant_la_loi_jusqu_au_premier_janvier_2027() {
    base.sql("delete from echeances.histoire where echeance_id in (select id from echeances.echeance where personne_id = ?)").param(ana.id())
        .update();
    base.sql("delete from echeances.echeance where personne_id = ?").param(ana.id()).update();
    base.sql("update orientation.suivi set notifie_le = '2024-06-03' where personne_id = ?").param(ana.id()).update();
    passerLaNuit();
    assertThat(lignes(File.A_PREPARER)).singleElement().satisfies(l -> {
      assertThat(l.limite()).isEqualTo("2027-01-01");
      assertThat(l.stock()).isTrue();
    });
    FiltresDeContrats stock = new FiltresDeContrats(File.A_PREPARER, null, null, null, null, null, null, Anciennete.STOCK, nom, 1);
    assertThat(en(noura, () -> liste.page(stock).lignes())).hasSize(1);
    Navigateur responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
    String avant = page(responsable, "/contrats/campagne");
    assertThat(avant).contains("avant le <strong>01/01/2027</strong>").contains("Contrats association").contains("Encore 63 semaines");
    preparer();
    nav.suivre(etape(nav, "presentation"));
    signerLaVersion();
    String apres = page(responsable, "/contrats/campagne");
    assertThat(signes(apres)).isEqualTo(signes(avant) + 1);
    assertThat(responsable.ouvrir("/contrats/campagne?territoire=2").statusCode()).isEqualTo(200);
  }

  private static int signes(String page) {
    Matcher m = Pattern.compile("<strong>(\\d+) contrats? signés?</strong>").matcher(page);
    return m.find() ? Integer.parseInt(m.group(1)) : -1;
  }

  private List<LigneDeContrat> lignes(File file) {
    return en(noura, () -> liste.toutes(new FiltresDeContrats(file, null, null, null, null, null, null, null, nom, 1)));
  }

  private static String page(Navigateur qui, String adresse) {
    return qui.ouvrir(adresse).body().replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private String ici(String file) {
    return "/contrats?file=" + file + "&nom=" + nom;
  }

  private void foule(int i) {
    Personne p = dossiers.entrante("FOULECONTRAT" + (char) ('A' + i / 26) + (char) ('A' + i % 26), CENTRE, LocalDate.of(2025, 8, 4));
    long suivi = base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
        values (?, 'SOCIAL', ?, '2025-10-01', '2025-10-01', 'essai', now()) returning id""").params(p.id(), association).query(Long.class).single();
    base.sql("update allocataires.personne set organisation_ids = array[?] where id = ?").params(association, p.id()).update();
    base.sql("""
        insert into echeances.echeance (personne_id, nature, objet_id, depart, limite_legale, reference_legale, etat, etat_depuis)
        values (?, 'CONTRAT_ENGAGEMENT', ?, '2025-10-01', '2025-11-01', 'essai', 'OUVERTE', '2025-10-01')""").params(p.id(), suivi).update();
  }
}
