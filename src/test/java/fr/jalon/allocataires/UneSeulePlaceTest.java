package fr.jalon.allocataires;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.conjoint;
import static fr.jalon.personnages.Personne.enfant;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.allocataires.domaine.TermesDeRecherche;
import fr.jalon.allocataires.lecture.Dossier;
import fr.jalon.allocataires.lecture.FiltresDAllocataires;
import fr.jalon.allocataires.lecture.LigneDAllocataire;
import fr.jalon.allocataires.lecture.LectureDuDossier;
import fr.jalon.allocataires.lecture.ListeDesAllocataires;
import fr.jalon.allocataires.lecture.Moment;
import fr.jalon.allocataires.lecture.Recherche;
import fr.jalon.courriers.application.Destinataires;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.diagnostic.lecture.FaitsDeLaCaisse;
import fr.jalon.echanges.api.lecture.PersonneDeLApi;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.justedroit.lecture.FoyersDUnePersonne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.NouveauxEntrants;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.orientation.lecture.PersonnesSansSuivi;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.Foyer;
import fr.jalon.personnages.Personne;
import fr.jalon.pilotage.Dimension;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.pilotage.PersonneConcernee;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Persons who are in two foyers at once: in which she counts, what her right is and where she lives is one question, and every screen, list,
 * letter and figure gives one answer. Today is 20 October 2025, the last file of 30 September.
 */
@EssaiArdeche
@Import(Caisse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UneSeulePlaceTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate AU = LocalDate.of(2025, 9, 30);
  private static final Perimetre AGENT = EnTantQue.partout("DOSSIERS", "MONTANTS", "ENTREES", "ORIENTATIONS", "RENDEZ_VOUS",
      "COURRIERS", "DIAGNOSTICS");
  /** What an older claim is, and a newer one. */
  private static final String AVANT = "2022-03-01";
  private static final String APRES = "2025-05-01";
  private static final String AUBENAS = "AUBENAS";
  private static final String ANNONAY = "ANNONAY";
  private static int numeros;
  @Autowired
  Caisse caisse;
  @Autowired
  LectureDuDossier dossiers;
  @Autowired
  ListeDesAllocataires liste;
  @Autowired
  Recherche recherche;
  @Autowired
  PersonneDeLApi api;
  @Autowired
  Destinataires destinataires;
  @Autowired
  FaitsDeLaCaisse diagnostic;
  @Autowired
  FoyersDUnePersonne justeDroit;
  @Autowired
  EnregistrerOrientation orienter;
  @Autowired
  PersonnesSansSuivi sansSuivi;
  @Autowired
  DonnerUnRendezVous rendezVous;
  @Autowired
  Indicateurs indicateurs;
  @Autowired
  Structures structures;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  NouveauxEntrants entrants;
  @Autowired
  ListeDesEntrees aOrienter;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transactionDuChargement;
  @Autowired
  JdbcClient agents;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  private Personne ana;
  private Personne bea;
  private Personne cleo;
  private Personne dina;
  private Personne eve;
  private Personne flo;
  private Personne gina;
  private Personne hugo;
  private Personne ines;
  private Personne joy;

  /** In Aubenas the older dossier, in Annonay the newer: what each person is in each. */
  @BeforeAll
  void deux_foyers_pour_chacune() {
    ana = personne("Ana Deuxdossiers").nir("2800107019101").sdd();
    Foyer anaAvant = ancien().avec(personne("Paul Deuxdossiers").ne("1980-02-02").nir("1800207019102").sdd(), conjoint("Ana Deuxdossiers")
        .nir("2800107019101").sdd());
    Foyer anaApres = nouveau().avec(ana);
    bea = personne("Bea Ancienverse").nir("2800107019103").sdd();
    Foyer beaAvant = ancien().avec(bea);
    Foyer beaApres = nouveau().avec(personne("Bea Ancienverse").nir("2800107019103").sdd());
    cleo = personne("Cleo Majeure").nee("2003-01-01").nir("2030107019104").sdd();
    Foyer cleoAvant = ancien().avec(personne("Mere Majeure").nir("2700107019105").sdd(), enfant("Cleo Majeure")
        .nee("2003-01-01").nir("2030107019104"));
    Foyer cleoApres = nouveau().avec(cleo);
    dina = enfant("Dina Refusee").nee("2004-01-01").nir("2040107019106");
    Foyer dinaAvant = ancien().avec(personne("Mere Refusee").nir("2700107019107").sdd(), dina);
    Foyer dinaApres = nouveau().refuse().avec(personne("Dina Refusee").nee("2004-01-01").nir("2040107019106"));
    eve = personne("Eve Suspendue").nir("2800107019108").sdd();
    Foyer eveAvant = ancien().avec(eve);
    Foyer eveApres = nouveau().avec(personne("Eve Suspendue").nir("2800107019108").sdd());
    flo = personne("Flo Partie").nir("2800107019109").sdd();
    Personne floAvant = conjoint("Flo Partie").nir("2800107019109").sdd();
    Personne floApres = conjoint("Flo Partie").nir("2800107019109").sdd();
    Foyer floUn = ancien().avec(personne("Marc Partie").ne("1975-01-01").nir("1750107019110").sdd(), floAvant);
    Foyer floDeux = nouveau().avec(personne("Luc Partie").ne("1976-01-01").nir("1760107019111").sdd(), floApres);
    gina = personne("Gina Soumise").nir("2800107019112").sdd();
    Foyer ginaAvant = ancien().avec(gina);
    Foyer ginaApres = nouveau().avec(personne("Gina Soumise").nir("2800107019112"));
    hugo = personne("Hugo Demande").ne("1980-03-03").nir("1800307019113").sdd();
    Foyer hugoAvant = ancien().enAttente().avec(hugo);
    Foyer hugoApres = nouveau().avec(personne("Hugo Demande").ne("1980-03-03").nir("1800307019113").sdd());
    ines = enfant("Ines Revenue").nee("2002-01-01").nir("2020107019114");
    Foyer inesAvant = ancien().avec(personne("Mere Revenue").nir("2700107019115").sdd(), ines);
    Foyer inesApres = nouveau().avec(personne("Ines Revenue").nee("2002-01-01").nir("2020107019114").sdd());
    joy = personne("Joy Entrante").nir("2800107019116").sdd();
    Foyer joyAvant = ancien().avec(joy);
    Foyer joyApres = nouveau().avec(personne("Joy Entrante").nir("2800107019116").sdd());
    Foyer[] tous = {anaAvant, anaApres, beaAvant, beaApres, cleoAvant, cleoApres, dinaAvant, dinaApres, eveAvant, eveApres, floUn, floDeux,
        ginaAvant, ginaApres, hugoAvant,
        hugoApres, inesAvant, inesApres, joyAvant, joyApres};
    caisse.mensuel("2025-07-31", tous);
    beaApres.suspendu("06", "2025-08-01");
    eveAvant.ferme("RFD", "2025-08-01");
    eveApres.suspendu("06", "2025-08-01");
    hugoApres.ferme("RFD", "2025-08-01");
    inesApres.ferme("RFD", "2025-08-01");
    floUn.sans(floAvant);
    floDeux.sans(floApres);
    caisse.mensuel("2025-08-31", tous);
    // the last file changes the older dossiers only: the last one written is not where she counts
    caisse.mensuel("2025-09-30", java.util.stream.Stream.concat(java.util.stream.IntStream.range(0, tous.length).filter(i -> i % 2 == 1)
        .mapToObj(i -> tous[i]),
        java.util.stream.IntStream.range(0, tous.length).filter(i -> i % 2 == 0).mapToObj(i -> tous[i].montant("500.00"))).toArray(Foyer[]::new));
  }

  @Test
  void separee_ses_deux_dossiers_vivants_elle_compte_dans_celui_de_sa_derniere_demande() {
    assertThat(reponses(ana)).isEqualTo(attendues(ANNONAY, EtatDuDroit.VERSE, true, true));
  }

  @Test
  void l_ancien_dossier_est_verse_et_le_nouveau_suspendu_elle_compte_dans_l_ancien() {
    assertThat(reponses(bea)).isEqualTo(attendues(AUBENAS, EtatDuDroit.VERSE, true, true));
  }

  @Test
  void l_enfant_devenue_allocataire_compte_dans_son_foyer_et_plus_dans_celui_de_sa_mere() {
    assertThat(reponses(cleo)).isEqualTo(attendues(ANNONAY, EtatDuDroit.VERSE, true, true));
  }

  @Test
  void l_enfant_dont_la_demande_est_refusee_reste_a_charge_et_n_a_pas_de_droit() {
    assertThat(reponses(dina)).isEqualTo(attendues(AUBENAS, EtatDuDroit.VERSE, false, false));
  }

  @Test
  void l_ancien_ferme_et_le_nouveau_suspendu_elle_est_suspendue() {
    assertThat(reponses(eve)).isEqualTo(attendues(ANNONAY, EtatDuDroit.SUSPENDU, true, true));
  }

  @Test
  void partie_des_deux_le_meme_jour_elle_reste_lue_la_ou_est_la_derniere_demande_et_n_a_plus_de_droit() {
    Map<String, String> attendues = attendues(ANNONAY, EtatDuDroit.VERSE, true, true);
    // read as on her last day: nobody says that her right is paid, and nothing is done with her any more
    attendues.putAll(Map.of("liste", "ANNONAY partie", "orientation", "DROIT_CLOS", "sans suivi", "non", "versée (POP-DOV)", "non",
        "soumise (POP-SDD)", "non"));
    attendues.remove("diagnostic");
    attendues.remove("rendez-vous");
    Map<String, String> dites = reponses(flo);
    dites.keySet().removeAll(List.of("diagnostic", "rendez-vous"));
    assertThat(dites).isEqualTo(attendues);
  }

  @Test
  void versee_dans_les_deux_elle_compte_ou_elle_est_soumise_aux_droits_et_devoirs() {
    assertThat(reponses(gina)).isEqualTo(attendues(AUBENAS, EtatDuDroit.VERSE, true, true));
  }

  @Test
  void une_ancienne_demande_en_attente_vaut_mieux_qu_un_nouveau_droit_ferme() {
    assertThat(reponses(hugo)).isEqualTo(attendues(AUBENAS, EtatDuDroit.ATTENTE, true, true));
  }

  @Test
  void son_droit_ferme_elle_est_revenue_a_charge_de_sa_mere_et_n_a_plus_de_droit_a_elle() {
    assertThat(reponses(ines)).isEqualTo(attendues(AUBENAS, EtatDuDroit.VERSE, false, false));
  }

  @Test
  void a_une_date_passee_chacune_compte_ou_elle_comptait_ce_jour_la() {
    LocalDate juillet = LocalDate.of(2025, 7, 31);
    for (Personne p : List.of(ana, cleo, eve, flo, hugo, ines)) {
      assertThat(chiffre("POP-DOV", juillet, caisse.numero(p))).as("%s en juillet", caisse.numero(p)).isEqualTo("oui, ANNONAY");
      assertThat(dossier(caisse.numero(p), juillet)).isEqualTo("ANNONAY VERSE");
    }
    assertThat(chiffre("POP-DOV", juillet, caisse.numero(gina))).isEqualTo("oui, AUBENAS");
    assertThat(dossier(caisse.numero(gina), juillet)).isEqualTo("AUBENAS VERSE");
  }

  @Test
  void a_orienter_par_son_ancien_dossier_elle_est_dans_la_liste_et_dans_les_chiffres_la_ou_elle_compte_aujourd_hui() {
    long id = caisse.numero(joy);
    long ancien = base.sql("select foyer_id from allocataires.membre where personne_id = ? order by foyer_id limit 1").param(id)
        .query(Long.class).single();
    Constat constat = new Constat(1, AU, true, LocalDate.of(2025, 10, 3), LocalDate.of(2025, 10, 3).atTime(8, 0).atOffset(ZoneOffset.UTC), false);
    assertThat(transactionDuChargement.<Integer>execute(_ -> entrants.examiner(constat,
        List.of(new Mouvement(id, ancien, null, null, new Mouvement.Situation("2", true, null, ancien), LocalDate.parse(AVANT), null)))))
            .isEqualTo(1);
    assertThat(en(() -> aOrienter.dePersonne(id)).orElseThrow()).satisfies(l -> {
      assertThat(l.commune().toUpperCase()).isEqualTo(ANNONAY);
      assertThat(l.territoire()).isEqualTo(territoire(ANNONAY));
    });
    assertThat(systeme.agir("essai", () -> indicateurs.personnes("ORI-ATTENTE", AUJOURDHUI, null, null, 1)).personnes())
        .filteredOn(p -> p.personneId() == id).singleElement()
        .satisfies(p -> {
          assertThat(commune(p.foyerId())).isEqualTo(ANNONAY);
          assertThat(p.territoire()).isEqualTo(territoire(ANNONAY));
        });
  }

  @Test
  void les_mouvements_du_mois_disent_d_ou_elles_partent_et_pourquoi() {
    LocalDate aout = LocalDate.of(2025, 8, 31);
    assertThat(mouvement("POP-VARIATION", aout, eve)).isEqualTo("DEPART_SUSPENSION ANNONAY");
    assertThat(mouvement("POP-VARIATION", aout, flo)).isEqualTo("DEPART_FOYER ANNONAY");
    assertThat(mouvement("POP-VARIATION", aout, ines)).as("à charge : elle n'a plus de droit à elle").isEqualTo("DEPART_FOYER ANNONAY");
    assertThat(chiffre("POP-VARIATION", aout, caisse.numero(bea))).as("l'ancien dossier est toujours versé").isEqualTo("non");
    assertThat(chiffre("ENT-SORTIES", aout, caisse.numero(flo))).isEqualTo("oui, ANNONAY");
    assertThat(chiffre("ENT-SORTIES", aout, caisse.numero(ines))).isEqualTo("oui, ANNONAY");
    assertThat(chiffre("ENT-SORTIES", aout, caisse.numero(eve))).isEqualTo("non");
  }

  @Test
  void quand_sa_commune_change_de_territoire_elle_suit_et_l_autre_foyer_ne_la_deplace_pas() {
    int nord = caisse.territoire("NORD");
    assertThat(transactionDuChargement.<Integer>execute(t -> {
      t.setRollbackOnly();
      base.sql("update structures.commune set territoire_id = ? where code = '07019'").param(nord).update();
      base.sql("select allocataires.suivre_les_communes(array['07019'])").query(Integer.class).single();
      // bea counts in Aubenas; ana has an older dossier there, and counts in Annonay
      return base.sql("select count(*) from allocataires.personne where id in (?, ?) and territoire_id = ?")
          .params(caisse.numero(bea), caisse.numero(ana), nord).query(Integer.class).single();
    })).isEqualTo(2);
    assertThat(transactionDuChargement.<Integer>execute(t -> {
      t.setRollbackOnly();
      base.sql("update structures.commune set territoire_id = ? where code = '07019'").param(caisse.territoire("CENTRE")).update();
      base.sql("select allocataires.suivre_les_communes(array['07019'])").query(Integer.class).single();
      return base.sql("select count(*) from allocataires.personne where id = ? and territoire_id = ?").params(caisse.numero(ana), nord)
          .query(Integer.class).single();
    })).as("ana reste là où elle compte").isEqualTo(1);
  }

  @Test
  void la_place_de_toutes_et_la_place_d_une_sont_la_meme() {
    for (String au : List.of("2025-07-31", "2025-08-31", "2025-10-20", "infinity")) {
      List<String> colonnes = List.of("personne_id", "foyer_id", "role", "adulte", "sdd", "tns", "depuis", "etat", "type_foyer",
          "date_demande", "payeur");
      String c = String.join(", ", colonnes);
      assertThat(base.sql("select row(" + c + ")::text from allocataires.place_au(?::date) order by personne_id").param(au).query(String.class)
          .list()).hasSizeGreaterThan(15)
          .isEqualTo(base.sql("select row(" + c
          + ")::text from allocataires.place_de((select array_agg(id) from allocataires.personne), ?::date) where presente order by personne_id")
              .param(au).query(String.class).list());
      assertThat(base.sql("select row(" + c + ")::text from allocataires.verses_au(?::date) order by personne_id").param(au).query(String.class)
          .list()).hasSizeGreaterThan(5)
          .isEqualTo(base.sql("select row(" + c
          + ")::text from allocataires.place_au(?::date) where adulte and allocataires.est_verse(etat) order by personne_id")
              .param(au).query(String.class).list());
    }
    assertThat(base.sql("""
        select count(*) from allocataires.situation s join allocataires.place_de((select array_agg(id) from allocataires.personne), 'infinity') c using (personne_id)
        where (s.foyer_id, s.present, s.role, s.adulte, s.etat, s.etat_depuis) is distinct from (c.foyer_id, c.presente, c.role, c.adulte, c.etat, c.etat_depuis)""")
        .query(Integer.class).single()).as("ce qui est gardé pour les listes").isZero();
  }

  @Test
  void java_et_postgresql_nomment_les_codes_de_la_caisse_de_la_meme_facon() {
    for (String code : List.of("0", "1", "2", "3", "4", "5", "6", "ABSENT", "Z", "")) {
      EtatDuDroit etat = EtatDuDroit.de(code);
      assertThat(base.sql("""
          select allocataires.etat_du_droit(c) || ' ' || allocataires.est_verse(c) || ' ' || allocataires.est_suspendu(c) || ' ' || allocataires.est_ouvert(c) || ' '
            || allocataires.est_vivant(c) || ' ' || allocataires.est_ferme(c) from (select ?::text c) x""").param(code).query(String.class).single())
          .isEqualTo("%s %s %s %s %s %s".formatted(etat, etat == EtatDuDroit.VERSE, etat == EtatDuDroit.SUSPENDU, etat.ouvert(),
          etat.vivant(), etat.ferme()));
    }
  }

  /** The older dossier, of a household in Aubenas with two children whose age says which foyer is read. */
  private static Foyer ancien() {
    return foyer("0719%07d".formatted(++numeros)).demande(AVANT).habite("07019", AUBENAS).avec(enfant("Petit Ancien" + numeros).ne("2020-01-01"));
  }

  private static Foyer nouveau() {
    return foyer("0719%07d".formatted(++numeros)).demande(APRES).habite("07010", ANNONAY);
  }

  /** What each screen, list, letter and figure must say. */
  private Map<String, String> attendues(String commune, EtatDuDroit etat, boolean adulte, boolean soumise) {
    boolean versee = adulte && etat == EtatDuDroit.VERSE;
    Map<String, String> r = new LinkedHashMap<>();
    r.put("dossier", commune + " " + etat);
    r.put("liste", commune + " " + etat);
    r.put("recherche", commune);
    r.put("API", commune);
    r.put("courrier", commune);
    r.put("juste droit", commune);
    r.put("diagnostic", adulte ? commune : "rien");
    r.put("orientation", !adulte || !etat.vivant() ? "DROIT_CLOS" : versee ? "EN_COURS" : "EN_VEILLE");
    r.put("rendez-vous", !adulte ? "A_CHARGE" : etat.vivant() ? "donné" : "DROIT_CLOS");
    r.put("sans suivi", versee && soumise ? "oui" : "non");
    r.put("versée (POP-DOV)", versee ? "oui, " + commune : "non");
    r.put("soumise (POP-SDD)", versee && soumise ? "oui, " + commune : "non");
    r.put("périmètre", territoire(commune));
    return r;
  }

  private Map<String, String> reponses(Personne personne) {
    long id = caisse.numero(personne);
    Map<String, String> r = new LinkedHashMap<>();
    r.put("dossier", dossier(id, AUJOURDHUI));
    LigneDAllocataire ligne = en(() -> liste.page(new FiltresDAllocataires(TermesDeRecherche.lire(nom(id)), null, null, null, null,
        null, null, null, true,
        FiltresDAllocataires.Tri.NOM), 1, 50)).stream().filter(l -> l.id() == id).findFirst().orElseThrow();
    r.put("liste", ligne.commune().toUpperCase() + " " + (ligne.present() ? ligne.etat() : "partie"));
    r.put("recherche", en(() -> recherche.chercher(nom(id), 50)).stream().filter(p -> p.id() == id).findFirst().orElseThrow()
        .commune().toUpperCase());
    r.put("API", en(() -> api.lire(id)).orElseThrow().commune().toUpperCase());
    r.put("courrier", en(() -> transaction.execute(_ -> destinataires.lire(List.of(id)))).get(id).ville().toUpperCase());
    r.put("juste droit", commune(en(() -> justeDroit.foyer(id)).orElseThrow()));
    String foyer = en(() -> diagnostic.de(id)).orElseThrow().phrases().get("Foyer");
    r.put("diagnostic", foyer == null ? "rien" : foyer.contains("enfant (") || foyer.contains("enfants (") ? AUBENAS : ANNONAY);
    int organisation = structures.organisations().stream().filter(o -> o.prend("SOCIAL")).findFirst().orElseThrow().id();
    r.put("orientation", tente(() -> agents.sql("select etat from orientation.suivi where id = ?").param(
        orienter.executer(new NouvelleOrientation(id, Parcours.SOCIAL, organisation, null, LocalDate.of(2025, 10, 10))))
            .query(String.class).single()));
    r.put("rendez-vous", tente(() -> {
      rendezVous.inviter(id);
      return "donné";
    }));
    r.put("sans suivi", en(() -> sansSuivi.contient(id)) ? "oui" : "non");
    r.put("versée (POP-DOV)", chiffre("POP-DOV", AU, id));
    r.put("soumise (POP-SDD)", chiffre("POP-SDD", AU, id));
    r.put("périmètre", base.sql("select t.nom from allocataires.personne p join structures.territoire t on t.id = p.territoire_id where p.id = ?")
        .param(id).query(String.class).single());
    return r;
  }

  private String dossier(long id, LocalDate au) {
    Dossier d = en(() -> dossiers.lire(id, new Moment(au, null), true)).orElseThrow();
    return d.present(d.adresses()).orElseThrow().nomCommune() + " " + d.present(d.droits()).orElseThrow().etat();
  }

  private String chiffre(String code, LocalDate au, long id) {
    return systeme.agir("essai", () -> indicateurs.personnes(code, au, null, null, 1)).personnes().stream()
        .filter(p -> p.personneId() == id).findFirst()
        .map(PersonneConcernee::foyerId).map(f -> "oui, " + commune(f)).orElse("non");
  }

  private String mouvement(String code, LocalDate au, Personne p) {
    long id = caisse.numero(p);
    return List.of("DEPART_SUSPENSION", "DEPART_FOYER", "DEPART_CLOTURE", "DEPART_ABSENT").stream().flatMap(m -> systeme.agir("essai",
        () -> indicateurs.personnes(code, au, Dimension.MOUVEMENT, m, 1)).personnes().stream().filter(q -> q.personneId() == id)
            .map(q -> m + " " + commune(q.foyerId())))
        .findFirst().orElse("non");
  }

  /** What an act gives or why it is refused; nothing of it stays. */
  private String tente(Supplier<String> acte) {
    return en(() -> transaction.execute(t -> {
      try {
        return acte.get();
      } catch (RefusMetier refus) {
        return refus.code();
      } finally {
        t.setRollbackOnly();
      }
    }));
  }

  private String commune(long foyer) {
    return base.sql("select nom_commune from allocataires.adresse where foyer_id = ? and jusqua = 'infinity' and oublie_le = 'infinity'").param(foyer)
        .query(String.class).single();
  }

  private String territoire(String commune) {
    return base.sql("select t.nom from structures.commune c join structures.territoire t on t.id = c.territoire_id where upper(c.nom) = ? and c.departement = '07'").param(commune)
        .query(String.class).single();
  }

  private String nom(long id) {
    return base.sql("select nom from allocataires.personne where id = ?").param(id).query(String.class).single();
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(AGENT, acte);
  }
}
