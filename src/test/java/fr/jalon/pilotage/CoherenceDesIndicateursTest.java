package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** For every indicator and every breakdown it knows: the parts make the whole, and the list behind the figure is as long as the figure says. */
class CoherenceDesIndicateursTest extends EssaiDIndicateurs {
  private static final LocalDate AU = LocalDate.parse("2025-08-31");
  private static final String[] ETATS = {"2", "2", "2", "3", "4", "5", "6", "ABSENT"};
  private static final String[] TYPES = {"HOMME_SEUL", "FEMME_SEULE", "FEMME_SEULE_ENFANTS", "COUPLE_ENFANTS", "INCONNU"};
  private static final String[] PRESENCES = {"PRESENTE", "PRESENTE", "ABSENTE", "EXCUSEE", "DECLINEE", "ANNULEE"};
  private static final String[] NIVEAUX = {"SANS", "MOYEN", "FORT"};
  private static final String[] PARCOURS = {"SOCIAL", "SOCIOPROFESSIONNEL", "PROFESSIONNEL"};

  /** The indicators that were zero or without answer for every population: nothing of theirs was compared. */
  private final Set<String> vides = new TreeSet<>();

  @TestFactory
  List<DynamicTest> chaque_ventilation_fait_le_total_et_la_liste_fait_le_chiffre() {
    catalogue.tous().stream().map(Indicateur::code).filter(c -> !c.equals("ORI-TAUX-CIBLE")).forEach(vides::add);
    Stream<DynamicTest> populations = Stream.of(11L, 12L, 13L).map(graine -> DynamicTest.dynamicTest("population " + graine, () -> {
      vider();
      peupler(new Random(graine));
      for (Indicateur indicateur : catalogue.tous()) {
        if (!indicateur.code().equals("ORI-TAUX-CIBLE")) {
          verifier(indicateur);
        }
      }
      arriveesMoinsDepartsFontLaVariation();
    }));
    return Stream.concat(populations, Stream.of(DynamicTest.dynamicTest("aucun indicateur n'est resté vide", () ->
        assertThat(vides).as("indicateurs que peupler() ne remplit pas").isEmpty()))).toList();
  }

  private void verifier(Indicateur indicateur) {
    ValeurIndicateur total = ensemble(indicateur.code(), AU.toString());
    assertThat(total.valeur()).as(indicateur.code()).isNotNull();
    if (total.valeur().signum() != 0) {
      vides.remove(indicateur.code());
    }
    longueur(indicateur, total, null);
    for (Dimension dimension : indicateur.dimensions()) {
      String nom = indicateur.code() + " par " + dimension;
      List<ValeurIndicateur> parts = parSysteme(() -> indicateurs.calculer(indicateur.code(), AU, dimension));
      assertThat(parts).as(nom).isNotEmpty().extracting(ValeurIndicateur::valeurDimension).doesNotHaveDuplicates().doesNotContainNull()
          .allSatisfy(valeur -> assertThat(dimension.nomme((String) valeur))
          .as(nom + " : « " + valeur + " » à nommer dans dimensions.yaml").isTrue());
      for (ValeurIndicateur part : parts) {
        longueur(indicateur, part, dimension);
      }
      if (dimension == Dimension.MOIS && indicateur.mensuel()) {
        assertThat(parts.getLast().valeur()).as(nom).isEqualByComparingTo(total.valeur());
      } else {
        if (indicateur.genre() != Genre.MEDIANE) {
          assertThat(somme(parts, ValeurIndicateur::numerateur)).as(nom).isEqualByComparingTo(total.numerateur());
        }
        if (total.denominateur() != null) {
          assertThat(somme(parts, ValeurIndicateur::denominateur)).as(nom).isEqualByComparingTo(total.denominateur());
        }
      }
    }
  }

  private void arriveesMoinsDepartsFontLaVariation() {
    for (LocalDate fin = LocalDate.parse("2025-08-31"); fin.getYear() == 2025; fin = fin.withDayOfMonth(1).minusDays(1)) {
      String au = fin.toString();
      int solde = par("POP-VARIATION", au, Dimension.MOUVEMENT).entrySet().stream()
          .mapToInt(e -> e.getKey().startsWith("ARRIVEE") ? Integer.parseInt(e.getValue()) : -Integer.parseInt(e.getValue())).sum();
      int avant = Integer.parseInt(valeur("POP-DOV", fin.withDayOfMonth(1).minusDays(1).toString()));
      assertThat(Integer.parseInt(valeur("POP-DOV", au)) - avant).as(au).isEqualTo(solde);
    }
  }

  private void longueur(Indicateur indicateur, ValeurIndicateur v, Dimension dimension) {
    if (v.valeur() == null) {
      return;
    }
    PersonneConcernee.Page liste = parSysteme(() -> indicateurs.personnes(v.code(), v.au(), dimension, v.valeurDimension(), 0));
    String nom = v.code() + " " + v.valeurDimension();
    assertThat(liste.total()).as(nom).isEqualTo(liste.personnes().size());
    switch (indicateur.genre()) {
      case NOMBRE -> assertThat(liste.total()).as(nom).isEqualTo(v.valeur().longValue());
      case SOMME -> assertThat(liste.personnes().stream().map(PersonneConcernee::mesure).reduce(BigDecimal.ZERO, BigDecimal::add)).as(nom)
          .isEqualByComparingTo(v.valeur());
      case TAUX -> {
        assertThat(liste.total()).as(nom).isEqualTo(v.denominateur().longValue());
        assertThat(liste.personnes().stream().filter(PersonneConcernee::retenue).count()).as(nom).isEqualTo(v.numerateur().longValue());
      }
      case MOYENNE, MEDIANE -> assertThat(liste.total()).as(nom).isEqualTo(v.denominateur().longValue());
    }
  }

  private static BigDecimal somme(List<ValeurIndicateur> parts, Function<ValeurIndicateur, BigDecimal> quoi) {
    return parts.stream().map(quoi).filter(x -> x != null).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** 60 foyers: couples, moves, closings, returns, payments, entries, follow-ups; everything drawn from the seed. */
  private void peupler(Random hasard) {
    for (LocalDate mois = LocalDate.parse("2024-08-01"); mois.isBefore(AU); mois = mois.plusMonths(1)) {
      p.fichier(mois.plusMonths(1).minusDays(1).toString());
    }
    for (int i = 0; i < 60; i++) {
      LocalDate demande = LocalDate.parse("2020-01-01").plusDays(hasard.nextInt(2050));
      LocalDate suite = demande.plusDays(20 + hasard.nextInt(1500));
      String type = TYPES[hasard.nextInt(TYPES.length)];
      var foyer = p.foyer(demande.toString(), hasard.nextInt(5) == 0 ? "MSA" : "CAF");
      foyer.droit("2", demande.toString(), suite.toString(), type).droit(ETATS[hasard.nextInt(ETATS.length)], suite.toString(), null, type);
      if (hasard.nextInt(6) > 0) {
        foyer.adresse(1 + hasard.nextInt(4), demande.toString(), suite.toString());
        foyer.adresse(1 + hasard.nextInt(4), suite.toString(), null);
      }
      for (int adulte = 0; adulte < (hasard.nextInt(3) == 0 ? 2 : 1); adulte++) {
        var personne = p.personne("P" + i + "-" + adulte, hasard.nextInt(9) == 0 ? null : LocalDate.parse("1955-01-01")
            .plusDays(hasard.nextInt(18_000)).toString(),
            1 + hasard.nextInt(2));
        foyer.membre(personne, adulte == 0 ? "DEM" : "CJT", demande.toString(), hasard.nextInt(4) == 0 ? suite.plusDays(40).toString() : null,
            hasard.nextBoolean(), hasard.nextInt(4) == 0);
        suivre(hasard, foyer, personne);
      }
      for (int mois = 0; mois < 14; mois++) {
        foyer.paiement(LocalDate.parse("2024-07-01").plusMonths(mois).toString().substring(0, 7), hasard.nextInt(4) == 0 ? "RSI" : "RSD",
            hasard.nextInt(8) == 0 ? "DE" : "AJ", 100 + hasard.nextInt(500) + ".37");
      }
    }
    chargement.sql("insert into structures.referent (organisation_id, nom, etp, actif) values (1, 'Bea', 0.01, true), (2, 'Dan', 1, true)").update();
    chargement.sql("""
        insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par)
        select id, '2020-01-01', etp, false, true, 'essai' from structures.referent""").update();
    chargement.sql("""
        update orientation.suivi s set referent_id = (select r.id from structures.referent r where r.organisation_id = s.organisation_id)
        where s.id % 3 > 0""").update();
    // Dan holds an intensive portfolio: some entered it, left it
    chargement.sql("update structures.referent_periode set intensif = true where referent_id = (select id from structures.referent where nom = 'Dan')").update();
    chargement.sql("""
        insert into accompagnement.intensif (personne_id, referent_id, entre_le, raison, etat, etat_depuis, saisi_par, saisi_le)
        select distinct on (s.personne_id) s.personne_id, s.referent_id, case when s.id % 2 = 0 then date '2024-07-15' else s.notifie_le + 3 end, 'Essai', 'EN_COURS', now(), 'essai', now()
        from orientation.suivi s join structures.referent r on r.id = s.referent_id and r.nom = 'Dan' order by s.personne_id, s.notifie_le""").update();
    chargement.sql("""
        update accompagnement.intensif set etat = 'SORTIE', sorti_le = entre_le + 60, sortie_motif = 'EMPLOI', sortie_par = 'essai' where id % 3 = 0""").update();
    chargement.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, cle, saisi_par, saisi_le)
        select i.personne_id, date '2025-08-30' - 6 * n, 'TELEPHONE', 'PRESENTE', gen_random_uuid(), 'essai', now()
        from accompagnement.intensif i, generate_series(0, 3) n where i.etat = 'EN_COURS' and i.id % 2 = 0""").update();
    // some are of a public of the plan too, or were, for an organisation or for none yet
    chargement.sql("""
        insert into allocataires.suivi_hors_rsa (personne_id, public, depuis, fin_le, fin_motif, fini_par, fini_le, organisation_id, informee_le, cle, ecrit_par, ecrit_le)
        select p.id, case when p.id % 2 = 0 then 'JEUNE' else 'SPIE' end, date '2025-03-01', case when p.id % 9 = 0 then date '2025-07-01' end,
          case when p.id % 9 = 0 then 'EMPLOI' end, case when p.id % 9 = 0 then 'essai' end, case when p.id % 9 = 0 then now() end,
          case when p.id % 5 = 0 then 1 end, '2025-03-01', gen_random_uuid(), 'essai', now()
        from allocataires.personne p where p.id % 3 = 0""").update();
    dossiersMdph();
    sorties();
    contrats();
    carnets();
    semaines();
    p.perimetres();
  }

  /** Weeks of all who are followed, of every kind; hours of every kind of activity. */
  private void semaines() {
    chargement.sql("""
        insert into engagement.semaine (personne_id, lundi, cible, prevues, faites, situation, close_le)
        select s.personne_id, date '2025-08-25' - 7 * n, case when s.personne_id % 5 not in (2, 4) then 900 end, 300 + (s.personne_id % 4)::int * 300,
          (s.personne_id % 3)::int * 450, (array['QUINZE', 'ADAPTEE', 'DISPENSEE', 'SOUS_QUINZE', 'SANS_CONTRAT'])[1 + s.personne_id % 5], now()
        from (select distinct personne_id from orientation.suivi) s, generate_series(0, 3) n""").update();
    chargement.sql("""
        insert into engagement.heure (personne_id, lundi, activite, minutes, sante, source, saisie_par, saisie_le)
        select s.personne_id, date '2025-08-25' - 7 * (s.personne_id % 4)::int, (array['DEMARCHES', 'SOINS', 'RECHERCHE'])[1 + s.personne_id % 3], 90,
          s.personne_id % 3 = 1, 'REFERENT', 'essai', now() from (select distinct personne_id from orientation.suivi) s""").update();
  }

  /** Notebooks of some, written by one kind or two; tasks done in time, late, not done. */
  private void carnets() {
    chargement.sql("""
        insert into carnet.entree (personne_id, theme, le, texte, lecteurs, cle, auteur, ecrit_le)
        select s.personne_id, 'EMPLOI', date '2025-08-10', 'Essai', '{REFERENT}', gen_random_uuid(), 'essai', timestamptz '2025-08-10 10:00'
        from (select distinct personne_id from orientation.suivi) s where s.personne_id % 2 = 0""").update();
    chargement.sql("""
        insert into carnet.demande (personne_id, entree_id, genre, pour, limite, demandee_par, demandee_le, auteur, lecteurs, faite_le, faite_par)
        select personne_id, id, 'TACHE', 'essai', date '2025-08-20', 'essai', timestamptz '2025-08-10 10:00', '', '{}',
          case when id % 3 > 0 then timestamptz '2025-08-19 10:00' + id % 3 * interval '1 day' end, case when id % 3 > 0 then 'essai' end
        from carnet.entree""").update();
    chargement.sql("delete from carnet.mesure where genre = 'ECRIT'").update();
    chargement.sql("""
        insert into carnet.mesure (personne_id, entree_id, genre, sorte, le, territoire_id, organisation_ids)
        select e.personne_id, e.id, 'ECRIT', s, date '2025-08-10', e.territoire_id, e.organisation_ids
        from carnet.entree e, unnest(array['REFERENT', 'PARTENAIRE']) s where s = 'REFERENT' or e.id % 2 = 0""").update();
  }

  /** Exits of some, to work or not, the right closed or not, some back; calls answered or not. */
  private void sorties() {
    chargement.sql("""
        insert into sorties.sortie (personne_id, etat, etat_depuis, raison, le, source, fermee_le, retour_le, classe, cle, ecrite_par, ecrite_le)
        select p.id, case when p.n % 8 = 0 then 'PROPOSEE' else 'CONFIRMEE' end, date '2024-03-01' + (p.n * 17 % 500)::int,
          (array['EMPLOI', 'INDEPENDANT', 'FORMATION', 'RETRAITE', 'EMPLOI', 'INCONNU'])[1 + p.n % 6], date '2024-03-01' + (p.n * 17 % 500)::int, 'PERSONNE',
          case when p.n % 3 > 0 then date '2024-04-01' + (p.n * 17 % 500)::int end, case when p.n % 9 = 1 then date '2024-08-01' + (p.n * 17 % 500)::int end,
          case when p.n % 2 = 0 then 'DURABLE' else 'TRANSITION' end, gen_random_uuid(), 'essai', now()
        from (select id, row_number() over (order by id) as n from allocataires.personne) p where p.n % 4 > 0""").update();
    chargement.sql("""
        insert into sorties.sortie (personne_id, etat, etat_depuis, raison, le, source, classe, cle, ecrite_par, ecrite_le)
        select s.personne_id, 'CONFIRMEE', s.notifie_le + 20, 'INDEPENDANT', s.notifie_le + 20, 'REFERENT', 'DURABLE', gen_random_uuid(), 'essai', now()
        from orientation.suivi s where s.id % 3 > 0""").update();
    chargement.sql("""
        insert into sorties.rappel (personne_id, sortie_id, rang, etat, etat_depuis, prevu_le, reponse, repondu_le, repondu_par)
        select s.personne_id, s.id, r, 'PREVU', s.le + 180 * r, s.le + 180 * r,
          case when s.id % 5 > 1 then (array['MEME_EMPLOI', 'AUTRE_EMPLOI', 'CHOMAGE'])[1 + s.id % 3] end, case when s.id % 5 > 1 then s.le + 180 * r + 3 end,
          case when s.id % 5 > 1 then 'essai' end
        from sorties.sortie s, generate_series(1, 2) r where s.raison in ('EMPLOI', 'INDEPENDANT', 'FORMATION')""").update();
    chargement.sql("update sorties.rappel set etat = case when reponse is null then 'SANS_REPONSE' else 'REPONDU' end").update();
  }

  /** Contracts of some of the follow-ups: signed in time or late, refused, ended, renewed, noted by mistake; what became of their objectives. */
  private void contrats() {
    chargement.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, etat, etat_depuis)
        select 'CONTRAT_ENGAGEMENT', s.personne_id, s.id, s.notifie_le, s.notifie_le + 30, 'OUVERTE', s.notifie_le from orientation.suivi s""").update();
    chargement.sql("""
        insert into engagement.contrat (personne_id, suivi_id, etat, etat_depuis, depuis, jusqu_au, signe_le, cle, ecrit_par, ecrit_le)
        select s.personne_id, s.id, 'SIGNE', s.notifie_le + 5, s.notifie_le + 10,
          s.notifie_le + 60 + (s.id * 37 % 400)::int, s.notifie_le + 10 + (s.id * 11 % 40)::int, gen_random_uuid(), 'essai', now()
        from orientation.suivi s where s.id % 5 > 0""").update();
    chargement.sql("""
        update engagement.contrat set etat = case suivi_id % 7 when 0 then 'REFUSE' else 'ECARTE' end where suivi_id % 7 < 2""").update();
    chargement.sql("""
        insert into engagement.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par)
        select 'CONTRAT', c.id, c.personne_id, null, 'A_ELABORER', c.etat_depuis, now(), 'essai' from engagement.contrat c
        union all select 'CONTRAT', c.id, c.personne_id, 'A_ELABORER', c.etat, c.signe_le, now(), 'essai' from engagement.contrat c
        union all select 'CONTRAT', c.id, c.personne_id, 'SIGNE', 'ECHU', c.jusqu_au + 1, now(), 'essai' from engagement.contrat c where c.etat = 'SIGNE' and c.id % 2 = 0""")
        .update();
    chargement.sql("""
        insert into engagement.version (personne_id, contrat_id, suivi_id, numero, etat, cause, depuis, jusqu_au, intensite, engagements_personne,
          engagements_referent, presentee_le, signee_le, ecrite_par, ecrite_le)
        select c.personne_id, c.id, c.suivi_id, n, 'SIGNEE', case n when 1 then 'PREMIER' else 'RENOUVELLEMENT' end,
          case n when 1 then c.depuis else c.jusqu_au + 1 end, case n when 1 then c.jusqu_au else c.jusqu_au + 120 end, 'ORDINAIRE', 'Essai', 'Essai', c.signe_le,
          case n when 1 then c.signe_le else c.jusqu_au - 3 end, 'essai', now()
        from engagement.contrat c, generate_series(1, 2) n where c.etat in ('SIGNE', 'ECARTE') and (n = 1 or c.id % 2 = 1)""").update();
    chargement.sql("""
        insert into engagement.objectif (personne_id, version_id, rang, theme, sante, texte, resultat, resultat_le, resultat_par)
        select v.personne_id, v.id, n, (array['LOGEMENT', 'SANTE', null])[n], n = 2, 'Essai', (array['ATTEINT', 'EN_PARTIE', 'NON_ATTEINT'])[1 + (v.id + n) % 3],
          v.signee_le + 40, 'essai' from engagement.version v, generate_series(1, 3) n""").update();
    chargement.sql("""
        insert into engagement.action (personne_id, version_id, objectif_id, rang, sante, libelle, activite, qui, depuis, jusqu_au, heures)
        select o.personne_id, o.version_id, o.id, 1, o.sante, 'Essai', (array['DEMARCHES', 'FORMATION', 'RECHERCHE', 'AUTRE'])[1 + o.id % 4], 'PERSONNE',
          v.depuis, v.jusqu_au, 2 from engagement.objectif o join engagement.version v on v.id = o.version_id""").update();
    chargement.sql("""
        update echeances.echeance x set etat = 'TENUE', etat_depuis = v.le from (select suivi_id, min(signee_le) as le from engagement.version group by 1) v
        where x.nature = 'CONTRAT_ENGAGEMENT' and x.objet_id = v.suivi_id""").update();
  }

  /** Disability files of some, at every step; rights of every kind, some ended. */
  private void dossiersMdph() {
    chargement.sql("""
        insert into handicap.dossier (personne_id, etat, etat_depuis, renouvelle, droits, aide, propose_le, depose_le, decide_le, cle, ecrit_par, ecrit_le)
        select p.id, case when p.id % 7 = 0 then 'PROPOSE' else 'DEPOSE' end, date '2024-06-01' + (p.id % 400)::int, false, '{RQTH}', 'PROCHE',
          date '2024-06-01' + (p.id % 400)::int, case when p.id % 7 > 0 then date '2024-06-20' + (p.id % 400)::int end, null, gen_random_uuid(), 'essai', now()
        from allocataires.personne p where p.id % 2 = 0""").update();
    chargement.sql("""
        insert into handicap.reponse (personne_id, dossier_id, droit, sens, sur_recours, decidee_le, depuis, jusqu_au, saisie_par, saisie_le)
        select d.personne_id, d.id, (array['RQTH', 'AAH', 'ORIENTATION_PRO', 'PCH', 'CMI', 'AUTRE'])[1 + (d.id * 5 + n) % 6], 'ACCORDE', n = 2,
          d.depose_le + 60 + (d.id % 50)::int, d.depose_le, case when d.id % 3 = 0 then d.depose_le + 200 end, 'essai', now()
        from handicap.dossier d, generate_series(1, 2) n where d.etat = 'DEPOSE' and d.id % 4 > 0""").update();
    chargement.sql("""
        update handicap.dossier d set etat = 'DECIDE', decide_le = r.le from (select dossier_id, max(decidee_le) as le from handicap.reponse group by 1) r
        where r.dossier_id = d.id""").update();
  }

  private void diagnostiquer(Random hasard, Peuplement.Personne personne, LocalDate notifie) {
    boolean complet = hasard.nextInt(3) == 0;
    if (hasard.nextBoolean()) {
      p.metiers(personne, notifie.plusDays(15).toString(), "G1602 Personnel de cuisine", "N4105 Conduite et livraison par tournées sur courte distance");
    }
    for (String theme : Dimension.valueOf("THEME").valeursConnues()) {
      if (complet || hasard.nextInt(3) == 0) {
        p.constat(personne, theme, NIVEAUX[hasard.nextInt(3)], notifie.plusDays(15).toString());
        long frein = p.frein(personne, theme, notifie.plusDays(15).toString());
        if (hasard.nextBoolean()) {
          p.devenir("frein", frein, hasard.nextBoolean() ? "LEVE" : "LEVE_EN_PARTIE", notifie.plusDays(40 + hasard.nextInt(90)).toString());
        }
        if (hasard.nextBoolean()) {
          p.action(personne, theme, hasard.nextBoolean() ? "FAITE" : "PREVUE", notifie.plusDays(20).toString());
        }
      }
    }
  }

  /** Contacts of every kind until the date, some taken back, some of them interviews of the agenda; a delay to begin. */
  private void accompagner(Random hasard, Peuplement.Personne personne, long entree, LocalDate notifie) {
    LocalDate cible = notifie.plusDays(hasard.nextInt(30));
    chargement.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, cible, cible_cle, etat, etat_depuis)
        values ('ACCOMPAGNEMENT', ?, ?, ?, ?, ?, 'accompagnement.delai_cible', 'OUVERTE', ?)""").params(personne.id(), entree, notifie, cible, cible, notifie)
        .update();
    if (hasard.nextBoolean()) {
      chargement.sql("update echeances.echeance set etat = 'TENUE', etat_depuis = ? where nature = 'ACCOMPAGNEMENT' and objet_id = ?")
          .params(notifie.plusDays(hasard.nextInt(30)), entree).update();
    }
    List<String> genres = Dimension.valueOf("GENRE_DE_CONTACT").valeursConnues();
    for (LocalDate le = notifie.plusDays(hasard.nextInt(30)); le.isBefore(AU.plusDays(20)); le = le.plusDays(5L + hasard.nextInt(30))) {
      String genre = genres.get(hasard.nextInt(genres.size()));
      String presence = PRESENCES[hasard.nextInt(4)];
      if (genre.equals("RENDEZ_VOUS")) {
        p.entretien(personne, presence, le.toString());
      } else if (!genre.equals("INFORMATION_COLLECTIVE")) {
        long contact = p.contact(personne, genre, presence, le.toString());
        if (hasard.nextInt(9) == 0) {
          chargement.sql("update accompagnement.contact set retire_le = now(), retire_par = 'essai', retire_motif = 'essai' where id = ?").param(contact).update();
        }
      }
    }
  }

  private void suivre(Random hasard, Peuplement.Foyer foyer, Peuplement.Personne personne) {
    if (hasard.nextInt(4) == 0) {
      return;
    }
    LocalDate reference = LocalDate.parse("2024-07-31").plusMonths(hasard.nextInt(14));
    long entree = foyer.entree(personne, reference.toString(), reference.plusDays(3).toString());
    Random rendezVous = new Random(personne.id());
    p.convoquer(personne, p.session(reference.plusDays(10 + rendezVous.nextInt(20)).toString()), PRESENCES[rendezVous.nextInt(PRESENCES.length)],
        reference.plusDays(4 + rendezVous.nextInt(20)).toString(), rendezVous.nextInt(9) == 0);
    switch (hasard.nextInt(5)) {
      case 0 -> { }
      case 1 -> p.arreter(entree, hasard.nextBoolean() ? "SORTIE" : "SUSPENDUE", reference.plusDays(hasard.nextInt(60)).toString());
      default -> {
        LocalDate notifie = reference.plusDays(4 + hasard.nextInt(60));
        boolean reoriente = hasard.nextInt(4) == 0;
        p.suivi(personne, entree, PARCOURS[hasard.nextInt(3)], 1 + hasard.nextInt(2), notifie.toString(),
            reoriente ? notifie.plusDays(50).toString() : null);
        p.avecRecommandation(personne, p.recommander(personne, PARCOURS[hasard.nextInt(3)], notifie.toString()));
        if (reoriente) {
          p.suivi(personne, null, PARCOURS[hasard.nextInt(3)], 1 + hasard.nextInt(2), notifie.plusDays(50).toString(), null);
        }
        diagnostiquer(new Random(personne.id()), personne, notifie);
        accompagner(new Random(personne.id()), personne, entree, notifie);
      }
    }
  }
}
