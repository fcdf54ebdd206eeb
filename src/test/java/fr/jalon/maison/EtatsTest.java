package fr.jalon.maison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.jalon.demarrage.PostgresDeTest;
import fr.jalon.socle.Etat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.Yaml;

/** The passages from a state to another are said twice, by the enums and by PostgreSQL: they say the same, and PostgreSQL refuses the others. */
class EtatsTest {
  /** Where each enum of state is kept. */
  private static final Map<String, String> COLONNES = Map.ofEntries(Map.entry("EtatFrein", "diagnostic.frein.etat"),
      Map.entry("EtatAction", "diagnostic.action.etat"),
      Map.entry("EtatEntree", "orientation.entree.etat"),
      Map.entry("EtatSuivi", "orientation.suivi.etat"),
      Map.entry("EtatReorientation", "orientation.reorientation.etat"), Map.entry("EtatEcheance", "echeances.echeance.etat"),
      Map.entry("EtatSession", "rendezvous.session.etat"),
      Map.entry("EtatConvocation", "rendezvous.convocation.etat"), Map.entry("EtatEntretien", "rendezvous.entretien.etat"),
      Map.entry("EtatMessage", "courriers.message.etat"),
      Map.entry("EtatLot", "courriers.lot.etat"), Map.entry("EtatRevue", "accompagnement.revue.etat"),
      Map.entry("EtatTransfert", "orientation.transfert.etat"),
      Map.entry("EtatIntensif", "accompagnement.intensif.etat"),
      Map.entry("EtatRelais", "orientation.relais.etat"),
      Map.entry("EtatPapier", "papiers.papier.etat"),
      Map.entry("EtatContrat", "engagement.contrat.etat"), Map.entry("EtatVersion", "engagement.version.etat"),
      Map.entry("EtatDossierMdph", "handicap.dossier.etat"),
      Map.entry("EtatSortie", "sorties.sortie.etat"), Map.entry("EtatRappel", "sorties.rappel.etat"),
      Map.entry("EtatLivraison", "echanges.livraison.etat"),
      Map.entry("EtatTravail", "travaux.travail.etat"), Map.entry("EtatListe", "orientation.longue_liste.etat"),
      Map.entry("EtatDoublon", "allocataires.doublon.etat"), Map.entry("StatutRejet", "echanges.rejet.statut"),
      Map.entry("EtatReprise", "echanges.reprise.statut"),
      Map.entry("StatutImport", "echanges.import.statut"), Map.entry("StatutTableur", "echanges.tableur.statut"),
      Map.entry("StatutLigne", "echanges.tableur_ligne.statut"));
  /** Columns named as a state whose values no passage of ours changes: the payer says it, or it is written once. */
  private static final Set<String> SANS_PASSAGE = Set.of("allocataires.droit.etat", "allocataires.situation.etat", "echeances.histoire.etat");
  private static List<Class<?>> enumerations;
  private static JdbcClient base;

  @BeforeAll
  static void lire() {
    base = JdbcClient.create(PostgresDeTest.dataSource(PostgresDeTest.nouvelleBaseMigree()));
    enumerations = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("fr.jalon").stream()
        .filter(c -> c.isEnum() && (c.isAssignableTo(Etat.class) || c.tryGetMethod("suivants").isPresent())).map(JavaClass::reflect)
        .collect(Collectors.toList());
  }

  @Test
  void chaque_enumeration_d_etat_dit_ou_elle_est_gardee() {
    assertThat(enumerations).allSatisfy(e -> assertThat(e).isAssignableTo(Etat.class));
    assertThat(enumerations).extracting(Class::getSimpleName).as("à dire dans EtatsTest.COLONNES : la table et la colonne qui gardent cet état")
        .containsExactlyInAnyOrderElementsOf(COLONNES.keySet());
  }

  /** A badge without a colour or with an icon that the font does not have shows nothing, and nobody is told. */
  @Test
  void un_etat_montre_en_pastille_a_son_icone_et_sa_couleur_et_aucun_n_est_oublie() throws IOException {
    Map<String, Map<String, Map<String, String>>> dites = new Yaml().load(Files.readString(Path.of("src/main/resources/ecran/etats.yaml")));
    String couleurs = Files.readString(Path.of("src/main/resources/static/css/jalon.css"));
    String icones = new ClassPathResource("META-INF/resources/webjars/bootstrap-icons/1.13.1/font/bootstrap-icons.css")
        .getContentAsString(StandardCharsets.UTF_8);
    dites.forEach((enumeration, etats) -> {
      Class<?> e = enumerations.stream().filter(c -> c.getSimpleName().equals(enumeration)).findFirst().orElseThrow();
      assertThat(etats.keySet()).as(enumeration)
          .containsExactlyInAnyOrderElementsOf(Arrays.stream(e.getEnumConstants()).map(Object::toString).toList());
      etats.values().forEach(a -> {
        assertThat(couleurs).as(enumeration).contains(".etat-" + a.get("classe"));
        assertThat(icones).as(enumeration).contains(".bi-" + a.get("icone") + "::before");
      });
    });
  }

  @Test
  void la_base_permet_les_passages_des_enumerations_et_eux_seuls() {
    for (Class<?> e : enumerations) {
      Set<String> voulus = constantes(e).flatMap(de -> de.suivants().stream().map(vers -> de.name() + " -> " + vers.name()))
          .collect(Collectors.toCollection(TreeSet::new));
      assertThat(permis(e, "de is not null")).as(e.getSimpleName()).containsExactlyInAnyOrderElementsOf(voulus);
      assertThat(permis(e, "de is null")).as("naissances de " + e.getSimpleName()).isNotEmpty()
          .isSubsetOf(constantes(e).map(x -> "null -> " + x.name()).toList());
    }
    assertThat(base.sql("select distinct objet || '.' || colonne from habilitations.passage_permis").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(COLONNES.values());
  }

  @Test
  void qui_peut_suivre_un_etat_le_dit_comme_ceux_qui_le_precedent() {
    for (Class<?> e : enumerations) {
      constantes(e).forEach(vers -> assertThat(vers.precedents()).as(e.getSimpleName() + "." + vers.name())
          .containsExactlyInAnyOrderElementsOf(constantes(e).filter(de -> de.suivants().contains(vers)).map(Etat::name).toList()));
    }
  }

  @Test
  void tout_etat_se_prend() {
    for (Class<?> e : enumerations) {
      Set<String> naissances = permis(e, "de is null");
      assertThat(constantes(e).filter(x -> x.precedents().isEmpty() && !naissances.contains("null -> " + x.name())).map(Etat::name))
          .as(e.getSimpleName()).isEmpty();
    }
  }

  @Test
  void chaque_colonne_d_etat_a_ses_declencheurs() {
    List<String> colonnes = base.sql("""
        select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and a.attname in ('etat', 'statut') and a.atttypid = 'text'::regtype and not a.attisdropped and n.nspname !~ '^(pg_|information_schema|public)'
        order by 1""").query(String.class).list();
    List<String> gardees = base.sql("""
        select n.nspname || '.' || c.relname || '.' || convert_from(substring(t.tgargs from 1 for octet_length(t.tgargs) - 1), 'UTF8') from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace
        where t.tgfoid = 'habilitations.refuser_un_passage_interdit'::regproc and t.tgenabled = 'O' group by 1 having count(*) = 2""").query(String.class).list();
    assertThat(gardees).containsExactlyInAnyOrderElementsOf(COLONNES.values());
    assertThat(colonnes).containsExactlyInAnyOrderElementsOf(Stream.of(COLONNES.values(), SANS_PASSAGE).flatMap(Collection::stream).toList());
  }

  @Test
  void un_lot_ne_nait_pas_poste_et_ne_se_poste_pas_avant_d_etre_pret() {
    String lot = """
        insert into courriers.lot (etat, choix, lettres, recto_verso, prepare_par, prepare_le, territoires, hors_territoire)
        values (?, 'essai', 1, false, 'essai', now(), '{}', false) returning id""";
    refuse("courriers.lot ne naît pas à l'état POSTE", () -> base.sql(lot).param("POSTE").query(Long.class).single());
    long id = base.sql(lot).param("EN_PREPARATION").query(Long.class).single();
    refuse("courriers.lot " + id + ", de EN_PREPARATION à POSTE",
        () -> base.sql("update courriers.lot set etat = 'POSTE' where id = ?").param(id).update());
    for (String etat : List.of("PRET", "PRET", "POSTE", "PRET", "EN_PREPARATION", "INTERROMPU", "DEFAIT")) {
      base.sql("update courriers.lot set etat = ? where id = ?").params(etat, id).update();
    }
    refuse("de DEFAIT à EN_PREPARATION", () -> base.sql("update courriers.lot set etat = 'EN_PREPARATION' where id = ?").param(id).update());
  }

  @Test
  void un_fichier_refuse_ne_se_charge_plus_et_une_ligne_de_tableur_enregistree_ne_se_corrige_plus() {
    long fichier = base.sql("""
        insert into echanges.import (fichier, sha256, recu_le, statut, commence_le, agent) values ('juin.xml', 'essai', '2026-07-02', 'EN_COURS', now(), 'essai') returning id""")
        .query(Long.class).single();
    base.sql("update echanges.import set statut = 'REFUSE' where id = ?").param(fichier).update();
    refuse("echanges.import " + fichier + ", de REFUSE à CHARGE", () -> base.sql("update echanges.import set statut = 'CHARGE' where id = ?")
        .param(fichier).update());
    long tableur = base.sql("""
        insert into echanges.tableur (fichier, sha256, format, detail, entetes, empreinte_entetes, lignes, auteur, depose_le)
        values ('essai.csv', 'essai', 'CSV', 'essai', '{Nom}', 'essai', 1, 'essai', now()) returning id""").query(Long.class).single();
    base.sql("insert into echanges.tableur_ligne (tableur_id, rang, contenu_chiffre, auteur) values (?, 7, '', 'essai')").param(tableur).update();
    base.sql("update echanges.tableur_ligne set statut = 'CREEE' where tableur_id = ?").param(tableur).update();
    refuse("echanges.tableur_ligne 7, de CREEE à A_FAIRE", () -> base.sql("update echanges.tableur_ligne set statut = 'A_FAIRE' where tableur_id = ?")
        .param(tableur).update());
    refuse("echanges.tableur " + tableur + ", de A_ASSOCIER à EN_COURS",
        () -> base.sql("update echanges.tableur set statut = 'EN_COURS' where id = ?").param(tableur).update());
  }

  private static void refuse(String phrase, Runnable ordre) {
    assertThatThrownBy(ordre::run).isInstanceOf(DataAccessException.class).hasMessageContaining("Passage interdit").hasMessageContaining(phrase);
  }

  private static Set<String> permis(Class<?> e, String condition) {
    return new TreeSet<>(base.sql("select coalesce(de, 'null') || ' -> ' || vers from habilitations.passage_permis where objet || '.' || "
        + "colonne = ? and " + condition)
        .param(COLONNES.get(e.getSimpleName())).query(String.class).list());
  }

  private static Stream<Etat<?>> constantes(Class<?> e) {
    return Arrays.stream(e.getEnumConstants()).map(c -> (Etat<?>) c);
  }
}
