package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.ChangerLeReferent;
import fr.jalon.orientation.application.DesignerLesReferents;
import fr.jalon.orientation.application.DesignerLesReferents.Proposee;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.ChangementDeReferent;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.lecture.ReferentsADesigner;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Poste;
import fr.jalon.structures.Referent;
import fr.jalon.structures.SaisieDeReferent;
import fr.jalon.structures.Structures;
import fr.jalon.structures.TenirLesSites;
import fr.jalon.structures.TenirLesStructures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who follows a person, from one référent to the next. Today is 20 October 2025. */
@EssaiArdeche
class ReferentsDesSuivisTest {
  private static final LocalDate NOTIFIE = LocalDate.of(2025, 9, 8);
  private static final LocalDate LE = LocalDate.of(2025, 10, 13);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(1, "DOSSIERS", "ENTREES", "ORIENTATIONS");
  private static final Perimetre ADMINISTRATION = EnTantQue.partout("STRUCTURES");
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  ChangerLeReferent changer;
  @Autowired
  DesignerLesReferents designer;
  @Autowired
  ReferentsADesigner liste;
  @Autowired
  Structures structures;
  @Autowired
  TenirLesStructures tenir;
  @Autowired
  TenirLesSites sites;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  JdbcClient agents;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Organisation organisation;

  /** An organisation of its own: the other tests of the room do not fill its référents. */
  @BeforeEach
  void une_organisation() {
    int id = base.sql("""
        insert into structures.organisation (code, nom, nature, territoires, parcours, commune) values ('ESSAI-REFERENTS-' || gen_random_uuid(), 'Maison d''essai', 'DEPARTEMENT', '{1}',
          '{SOCIAL}', '07186') returning id""").query(Integer.class).single();
    organisation = structures.organisation(id).orElseThrow();
  }

  @Test
  void changer_le_referent_garde_le_suivi_et_dit_a_toute_date_qui_suivait() {
    Referent alice = referent("Alice", "1");
    Referent benoit = referent("Benoît", "1");
    long suivi = suivie("PASSEE", alice);
    changer(suivi, benoit.id(), alice.id());
    assertThat(texte("select referent_id || ' ' || etat from orientation.suivi where id = ?", suivi)).isEqualTo(benoit.id() + " EN_COURS");
    assertThat(charges(LE.minusDays(1))).containsEntry(alice.id(), 1).doesNotContainKey(benoit.id());
    assertThat(charges(LE)).containsEntry(benoit.id(), 1).doesNotContainKey(alice.id());
    assertThat(texte("select acte from journal.trace where acte = 'REFERENT_CHANGE' and personne_id = (select personne_id from orientation.suivi where id = ?)", suivi)).isNotNull();
  }

  @Test
  void le_second_agent_apprend_que_le_referent_a_deja_change() {
    Referent alice = referent("Alice", "1");
    Referent benoit = referent("Benoît", "1");
    Referent chloe = referent("Chloé", "1");
    long suivi = suivie("DEUXAGENTS", alice);
    changer(suivi, benoit.id(), alice.id());
    assertThatThrownBy(() -> changer(suivi, chloe.id(), alice.id()))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("REFERENT_CHANGE"))
        .hasMessageContaining("Benoît");
  }

  @Test
  void refuse_un_referent_complet_d_une_autre_organisation_ou_parti_et_rien_ne_change() {
    Referent alice = referent("Alice", "1");
    Referent pleine = referent("Pleine", "0.01");
    suivie("UNIQUE", pleine);
    long suivi = suivie("REFUSEE", alice);
    refuse("REFERENT_COMPLET", () -> changer(suivi, pleine.id(), alice.id()));
    refuse("REFERENT_AILLEURS", () -> changer(suivi, structures.referents().stream().filter(r -> r.organisationId() != organisation.id()).findFirst()
        .orElseThrow().id(), alice.id()));
    Referent parti = partir(referent("Parti", "1"), LE.minusDays(1));
    refuse("REFERENT_INACTIF", () -> changer(suivi, parti.id(), alice.id()));
    refuse("SANS_CHANGEMENT", () -> changer(suivi, alice.id(), alice.id()));
    assertThat(texte("select referent_id from orientation.suivi where id = ?", suivi)).isEqualTo("" + alice.id());
  }

  @Test
  void un_referent_parti_ne_recoit_personne_et_les_siennes_sont_a_designer_toutes_ensemble() {
    Referent alice = referent("Alice", "1");
    Referent benoit = referent("Benoît", "1");
    long une = suivie("ORPHELINE", alice);
    long autre = suivie("SANSNOM", null);
    partir(alice, LE);
    assertThat(structures.referent(alice.id()).orElseThrow().actif()).isFalse();
    List<Proposee> proposees = EnTantQue.agir(SECRETAIRE, () -> designer.proposer(liste.lire(null, organisation.id(), 300)));
    assertThat(proposees).extracting(p -> p.suivi().suiviId()).containsExactlyInAnyOrder(une, autre);
    assertThat(proposees).allSatisfy(p -> assertThat(p.choisi().referent().id()).isEqualTo(benoit.id()));
    assertThat(proposees).filteredOn(p -> p.suivi().suiviId() == une).singleElement().satisfies(p -> {
      assertThat(p.suivi().partie()).isEqualTo("Alice");
      assertThat(p.suivi().depuis()).isEqualTo(LE.plusDays(1));
    });
    assertThat(EnTantQue.agir(SECRETAIRE, () ->
        designer.enregistrer(Map.of(une, benoit.id(), autre, benoit.id()), LE.plusDays(1), "Départ d'Alice", null, true))).isEmpty();
    assertThat(EnTantQue.agir(SECRETAIRE, () -> liste.compter(null, organisation.id()))).isZero();
  }

  @Test
  void une_liste_se_designe_toute_ou_pas_du_tout() {
    Referent pleine = referent("Pleine", "0.01");
    long une = suivie("PREMIERE", null);
    long autre = suivie("SECONDE", null);
    Map<Long, RefusMetier> refus = EnTantQue.agir(SECRETAIRE,
        () -> designer.enregistrer(new java.util.TreeMap<>(Map.of(une, pleine.id(), autre, pleine.id())), LE, "Arrivée de Pleine", null, false));
    assertThat(refus).hasSize(1);
    assertThat(EnTantQue.agir(SECRETAIRE, () -> liste.compter(null, organisation.id()))).isEqualTo(2);
  }

  @Test
  void la_distance_part_du_site_du_referent() {
    int annonay = EnTantQue.agir(ADMINISTRATION, () -> sites.site(null, organisation.id(), "Antenne d'Annonay", "3 rue des Essais", "07010", true));
    Referent alice = enregistrer("Alice", "1", new Poste(annonay, null, Poste.Fonction.POLYVALENCE, null, null));
    assertThat(alice.commune()).isEqualTo("07010");
    assertThat(alice.poste().fonction()).isEqualTo(Poste.Fonction.POLYVALENCE);
    refuse("SITE_DEJA_CONNU", () -> EnTantQue.agir(ADMINISTRATION, () -> sites.site(null, organisation.id(), "antenne d'annonay", "", "", true)));
    refuse("COMMUNE_INCONNUE", () -> EnTantQue.agir(ADMINISTRATION, () -> sites.site(null, organisation.id(), "Ailleurs", "", "99999", true)));
    refuse("DATES_INVERSEES", () -> enregistrer("Inverse", "1", new Poste(null, null, null, LE, LE.minusDays(1))));
    int ailleurs = structures.sites().stream().filter(s -> s.organisationId() != organisation.id()).findFirst().orElseThrow().id();
    refuse("SITE_AILLEURS", () -> enregistrer("Perdu", "1", new Poste(ailleurs, null, null, null, null)));
  }

  @Test
  void les_sites_du_departement_viennent_de_ses_fichiers() {
    Organisation rebond = structures.organisations().stream().filter(o -> o.code().equals("EXT-REBOND")).findFirst().orElseThrow();
    assertThat(structures.sites()).filteredOn(s -> s.organisationId() == rebond.id()).extracting(s -> s.nom())
        .contains("Privas", "Annonay", "Aubenas", "Le Teil");
    assertThat(structures.referents()).filteredOn(r -> r.organisationId() == rebond.id()).allSatisfy(r -> assertThat(r.poste().site()).isNotNull());
  }

  private Referent referent(String nom, String etp) {
    return enregistrer(nom, etp, Poste.INCONNU);
  }

  private Referent enregistrer(String nom, String etp, Poste poste) {
    int id = EnTantQue.agir(ADMINISTRATION, () ->
        tenir.referent(new SaisieDeReferent(null, organisation.id(), nom, null, new BigDecimal(etp), false, true, null, List.of(), false,
        List.of(), poste)));
    return structures.referent(id).orElseThrow();
  }

  private Referent partir(Referent r, LocalDate dernierJour) {
    EnTantQue.agir(ADMINISTRATION, () -> tenir.referent(new SaisieDeReferent(r.id(), organisation.id(), r.nom(), null, r.etp(), false, true,
        null, List.of(), false,
        List.of(), new Poste(null, null, null, null, dernierJour))));
    return structures.referent(r.id()).orElseThrow();
  }

  private long suivie(String nom, Referent referent) {
    Personne p = dossiers.entrante(nom, 1, LocalDate.of(2025, 9, 3));
    return EnTantQue.agir(SECRETAIRE,
        () -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation.id(),
        referent == null ? null : referent.id(), NOTIFIE)));
  }

  private void changer(long suivi, Integer vers, Integer vu) {
    EnTantQue.agir(SECRETAIRE, () -> {
      changer.executer(new ChangementDeReferent(suivi, vers, LE, "Départ", null), vu, true);
      return null;
    });
  }

  private Map<Integer, Integer> charges(LocalDate au) {
    return EnTantQue.agir(SECRETAIRE, () -> transaction.execute(_ -> agents.sql("select referent_id, charge from orientation.charges_au(?)").param(au)
        .query((l, _) -> Map.entry(l.getInt(1), l.getInt(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  private static void refuse(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable acte) {
    assertThatThrownBy(acte).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private String texte(String sql, long id) {
    return base.sql(sql).param(id).query(String.class).single();
  }
}
