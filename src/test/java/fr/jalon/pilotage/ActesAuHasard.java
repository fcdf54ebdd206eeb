package fr.jalon.pilotage;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What files and agents do to a small Département, at random dates, also in the past: a state that changes leaves its passage, as everywhere. */
final class ActesAuHasard {
  private static final LocalDate PREMIER = LocalDate.parse("2024-10-01");
  private static final LocalDate DERNIER = LocalDate.parse("2025-11-30");
  private static final List<String> PARCOURS = List.of("SOCIAL", "SOCIOPROFESSIONNEL", "PROFESSIONNEL");

  private final Peuplement p;
  private final JdbcClient base;
  private final Random hasard;

  ActesAuHasard(Peuplement p, JdbcClient base, Random hasard) {
    this.p = p;
    this.base = base;
    this.hasard = hasard;
    base.sql("insert into structures.referent (organisation_id, nom, etp, actif) values (1, 'Bea', 1, true), (1, 'Cloé', 0.5, true), (2, 'Dan', 1, true)").update();
    for (int n = 0; n < 6; n++) {
      arrivee();
    }
  }

  LocalDate jour() {
    return PREMIER.plusDays(hasard.nextLong(DERNIER.toEpochDay() - PREMIER.toEpochDay() + 1));
  }

  /** Does one. @return what it did */
  String un() {
    int quoi = hasard.nextInt(37);
    return switch (quoi) {
      case 0 -> arrivee();
      case 1, 2 -> orienter();
      case 3 -> passer("SUSPENDUE", "SUSPENDUE");
      case 4 -> passer("EN_ATTENTE", "OUVERTE");
      case 5 -> passer("SORTIE", "CADUQUE");
      case 6 ->
          faire("un suivi finit", "update orientation.suivi set fin_le = :le, etat = 'CLOS', etat_depuis = :le where id = :id and notifie_le <= :le",
          "orientation.suivi");
      case 7 -> faire("une lettre reste à poster", "update orientation.suivi set a_poster = not a_poster where id = :id", "orientation.suivi");
      case 8 -> faire("une notification change de jour",
          "update orientation.suivi set notifie_le = :le where id = :id and (fin_le is null or fin_le >= :le)", "orientation.suivi");
      case 9 -> changerDeReferent();
      case 10 -> veille();
      case 11, 12 -> droit();
      case 13 -> adresse();
      case 14 -> faire("un adulte quitte le foyer",
          "update allocataires.membre set jusqua = :le where foyer_id = :id and jusqua = 'infinity' and depuis < :le", "allocataires.foyer");
      case 15 ->
          faire("un droit est oublié",
          "update allocataires.droit set oublie_le = now() where foyer_id = :id and oublie_le = 'infinity' and depuis <= :le and jusqua > :le",
          "allocataires.foyer");
      case 16 -> faire("un paiement arrive", """
          insert into allocataires.paiement (foyer_id, mois, nature, prestation, sens, montant, import_id)
          values (:id, date_trunc('month', :le::timestamp)::date, 'AllocationsComptabilisees', 'RSA', 'AJ', extract(day from :le::date) * 20, 1)""", "allocataires.foyer");
      case 17 -> faire("un paiement en remplace un autre",
          "update allocataires.paiement set remplace_par = :id where id = (select min(id) from allocataires.paiement where id < :id)",
          "allocataires.paiement");
      case 18 -> convoquer();
      case 19 -> faire("une présence est notée", "update rendezvous.convocation set etat = 'ABSENTE' where id = :id", "rendezvous.convocation");
      case 20 -> recommander();
      case 21 -> faire("une identité est corrigée",
          "update allocataires.personne set sexe = 3 - sexe, date_naissance = date_naissance - 3000 where id = :id", "allocataires.personne");
      case 22 -> faire("une demande est redatée", "update allocataires.foyer set date_demande = :le where id = :id", "allocataires.foyer");
      case 23 -> diagnostiquer();
      case 24 -> devenir("frein", List.of("OUVERT", "LEVE", "LEVE_EN_PARTIE"));
      case 25 -> devenir("action", List.of("EN_COURS", "FAITE", "RETIREE"));
      case 26, 27 -> contact();
      case 28 -> faire("un contact est retiré",
          "update accompagnement.contact set retire_le = now(), retire_par = 'essai', retire_motif = 'essai' where id = :id", "accompagnement.contact");
      case 29 -> faire("un entretien change de présence", "update rendezvous.entretien set etat = 'ABSENTE' where id = :id", "rendezvous.entretien");
      case 30 -> faire("un dossier MDPH est déposé", """
          insert into handicap.dossier (personne_id, etat, etat_depuis, renouvelle, droits, aide, propose_le, depose_le, cle, ecrit_par, ecrit_le)
          values (:id, 'DEPOSE', :le, false, '{RQTH}', 'PROCHE', :le::date - 20, :le, gen_random_uuid(), 'essai', now())""", "allocataires.personne");
      case 31 -> faire("la MDPH répond", """
          insert into handicap.reponse (personne_id, dossier_id, droit, sens, sur_recours, decidee_le, depuis, jusqu_au, saisie_par, saisie_le)
          select personne_id, id, 'RQTH', 'ACCORDE', false, :le, :le::date - 10, :le::date + 90, 'essai', now() from handicap.dossier
          where id = :id and depose_le <= :le""", "handicap.dossier");
      case 32 -> faire("une réponse de la MDPH est retirée",
          "update handicap.reponse set annulee_le = now(), annulee_par = 'essai' where id = :id and annulee_le is null and :le::date is not null",
          "handicap.reponse");
      case 33 -> contrat();
      case 34 -> faire("un contrat est noté par erreur", "update engagement.contrat set etat = 'ECARTE' where id = :id and :le::date is not null",
          "engagement.contrat");
      case 35 -> faire("un objectif est dit atteint",
          "update engagement.objectif set resultat = 'ATTEINT', resultat_le = :le, resultat_par = 'essai' where id = :id", "engagement.objectif");
      default -> perimetres();
    };
  }

  private String arrivee() {
    LocalDate le = jour();
    Peuplement.Personne personne = p.seule("Ana", le.toString(), 1 + hasard.nextInt(4));
    long foyer = base.sql("select foyer_id from allocataires.membre where personne_id = ?").param(personne.id()).query(Long.class).single();
    p.new Foyer(foyer).entree(personne, le.withDayOfMonth(le.lengthOfMonth()).toString(), le.plusDays(hasard.nextInt(40)).toString());
    return "une arrivée le " + le;
  }

  /** Signed by both that day, for five months. */
  private String contrat() {
    return faire("un contrat est signé", """
        with s as (select * from orientation.suivi where id = :id and notifie_le <= :le),
        c as (insert into engagement.contrat (personne_id, suivi_id, etat, etat_depuis, depuis, jusqu_au, signe_le, cle, ecrit_par, ecrit_le)
          select personne_id, id, 'SIGNE', :le, :le, :le::date + 150, :le, gen_random_uuid(), 'essai', now() from s returning *),
        x as (insert into engagement.passage (objet, objet_id, personne_id, vers, le, fait_le, par)
          select 'CONTRAT', id, personne_id, 'SIGNE', :le, now(), 'essai' from c),
        v as (insert into engagement.version (personne_id, contrat_id, suivi_id, numero, etat, cause, depuis, jusqu_au, intensite, engagements_personne,
            engagements_referent, signee_le, ecrite_par, ecrite_le)
          select personne_id, id, suivi_id, 1, 'SIGNEE', 'PREMIER', depuis, jusqu_au, 'ORDINAIRE', 'Essai', 'Essai', signe_le, 'essai', now() from c returning *)
        insert into engagement.objectif (personne_id, version_id, rang, sante, texte) select personne_id, id, 1, false, 'Essai' from v""", "orientation.suivi");
  }

  private String orienter() {
    LocalDate le = jour();
    Long entree = un("orientation.entree where etat = 'EN_ATTENTE' and recu_le <= '" + le + "'");
    if (entree == null) {
      return "rien";
    }
    long personne = base.sql("select personne_id from orientation.entree where id = ?").param(entree).query(Long.class).single();
    p.suivi(new Peuplement.Personne(personne), entree, PARCOURS.get(hasard.nextInt(3)), 1 + hasard.nextInt(2), le.toString(), null);
    passage("ENTREE", entree, personne, "EN_ATTENTE", "ORIENTEE", le);
    return "une orientation le " + le;
  }

  private String passer(String etat, String echeance) {
    LocalDate le = jour();
    Long entree = un("orientation.entree where etat <> '" + etat + "' and etat <> 'ORIENTEE' and (etat <> 'SORTIE' or '" + etat
        + "' = 'EN_ATTENTE') and etat_depuis <= '" + le + "'");
    if (entree == null) {
      return "rien";
    }
    base.sql("select personne_id, etat from orientation.entree where id = ?").param(entree).query((l, _) -> {
      passage("ENTREE", entree, l.getLong("personne_id"), l.getString("etat"), etat, le);
      return true;
    }).single();
    base.sql("update orientation.entree set etat = ?, etat_depuis = ? where id = ?").params(etat, le, entree).update();
    base.sql("update echeances.echeance set etat = ?, etat_depuis = ?, limite_legale = limite_legale + 3 where nature = 'ORIENTATION' and objet_id = ?").params(echeance, le, entree).update();
    return "une entrée " + etat + " le " + le;
  }

  private String diagnostiquer() {
    LocalDate le = jour();
    Long personne = un("allocataires.personne");
    String theme = List.of("MOBILITE", "SANTE").get(hasard.nextInt(2));
    p.constat(new Peuplement.Personne(personne), theme, "FORT", le.toString());
    p.metiers(new Peuplement.Personne(personne), le.toString(), hasard.nextBoolean() ? "G1602 Personnel de cuisine" : "K2204 Nettoyage de locaux");
    p.frein(new Peuplement.Personne(personne), theme, le.toString());
    p.action(new Peuplement.Personne(personne), theme, "PREVUE", le.toString());
    return "un diagnostic global le " + le;
  }

  private String devenir(String quoi, List<String> etats) {
    LocalDate le = jour();
    String vers = etats.get(hasard.nextInt(etats.size()));
    Long id = un("diagnostic." + quoi + " where etat_depuis <= '" + le + "' and etat <> '" + vers + "' and exists (select from"
        + " habilitations.passage_permis p where p.objet = 'diagnostic." + quoi + "' and p.de = etat and p.vers = '" + vers + "')");
    if (id != null) {
      p.devenir(quoi, id, vers, le.toString());
    }
    return "de " + quoi + ", " + vers + " le " + le;
  }

  private String changerDeReferent() {
    LocalDate le = jour();
    Long suivi = un("orientation.suivi where notifie_le <= '" + le + "'");
    if (suivi != null) {
      int vers = 1 + hasard.nextInt(3);
      base.sql("""
          insert into orientation.changement_de_referent (personne_id, suivi_id, avant_id, apres_id, le, raison, fait_par, saisi_le)
          select personne_id, id, referent_id, ?, ?, 'essai', 'essai', now() from orientation.suivi where id = ?""").params(vers, le, suivi).update();
      base.sql("update orientation.suivi set referent_id = ? where id = ?").params(vers, suivi).update();
      base.sql("insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par, saisi_le) values (?, ?, 0.02, false, true, 'essai', now()) on conflict do nothing")
          .params(vers, le).update();
    }
    return "un référent change le " + le;
  }

  private String veille() {
    LocalDate le = jour();
    Long suivi = un("orientation.suivi where notifie_le <= '" + le + "'");
    if (suivi != null) {
      long personne = base.sql("select personne_id from orientation.suivi where id = ?").param(suivi).query(Long.class).single();
      passage("SUIVI", suivi, personne, "EN_COURS", hasard.nextBoolean() ? "EN_VEILLE" : "EN_COURS", le);
    }
    return "un suivi dort ou se réveille le " + le;
  }

  private String droit() {
    LocalDate le = jour();
    Long foyer = un("allocataires.foyer");
    String etat = List.of("2", "4", "5", "ABSENT").get(hasard.nextInt(4));
    int fini =
        base.sql("update allocataires.droit set jusqua = ? where foyer_id = ? and jusqua = 'infinity' and oublie_le = 'infinity' and depuis < ?")
            .params(le, foyer, le).update();
    if (fini > 0) {
      p.new Foyer(foyer).droit(etat, le.toString(), null, hasard.nextBoolean() ? "FEMME_SEULE" : "COUPLE");
    }
    return "un droit passe à " + etat + " le " + le;
  }

  private String adresse() {
    LocalDate le = jour();
    Long foyer = un("allocataires.foyer");
    if (base.sql("update allocataires.adresse set jusqua = ? where foyer_id = ? and jusqua = 'infinity' and depuis < ?")
        .params(le, foyer, le).update() > 0) {
      p.new Foyer(foyer).adresse(1 + hasard.nextInt(4), le.toString(), null);
    }
    return "un déménagement le " + le;
  }

  private String convoquer() {
    LocalDate le = jour();
    Long personne = un("allocataires.personne q where not exists (select from rendezvous.convocation c where c.personne_id = q.id)");
    if (personne == null) {
      return "rien";
    }
    p.convoquer(new Peuplement.Personne(personne), p.session(le.toString()), "CONVOQUEE", le.minusDays(10).toString(), hasard.nextInt(5) == 0);
    return "une convocation pour le " + le;
  }

  /** With somebody followed, during her follow-up; noted, or held at the agenda. */
  private String contact() {
    Long suivi = un("orientation.suivi");
    if (suivi == null) {
      return "rien";
    }
    Peuplement.Personne personne = new Peuplement.Personne(
        base.sql("select personne_id from orientation.suivi where id = ?").param(suivi).query(Long.class).single());
    LocalDate le = base.sql("select notifie_le from orientation.suivi where id = ?").param(suivi).query(LocalDate.class).single()
        .plusDays(hasard.nextInt(60));
    boolean agenda = hasard.nextInt(3) == 0;
    if (!agenda) {
      p.contact(personne, List.of("BUREAU", "TELEPHONE").get(hasard.nextInt(2)), "PRESENTE", le.toString());
    } else if (un("rendezvous.entretien where personne_id = " + personne.id() + " and le = '" + le + "'") == null) {
      p.entretien(personne, "PRESENTE", le.toString());
    }
    return (agenda ? "un entretien le " : "un contact le ") + le;
  }

  private String recommander() {
    LocalDate le = jour();
    p.recommander(new Peuplement.Personne(un("allocataires.personne")), PARCOURS.get(hasard.nextInt(3)), le.toString());
    return "un diagnostic le " + le;
  }

  private String perimetres() {
    p.perimetres();
    return "les périmètres suivent";
  }

  private String faire(String nom, String sql, String table) {
    LocalDate le = jour();
    Long id = un(table);
    if (id != null) {
      base.sql(sql).param("le", le).param("id", id).update();
    }
    return nom + " (" + id + ", " + le + ")";
  }

  private void passage(String objet, long id, long personne, String de, String vers, LocalDate le) {
    base.sql("insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par) values (?, ?, ?, ?, ?, ?, now(), 'essai')")
        .params(objet, id, personne, de, vers, le).update();
  }

  private Long un(String lesquels) {
    List<Long> ids = base.sql("select id from " + lesquels + " order by id").query(Long.class).list();
    return ids.isEmpty() ? null : ids.get(hasard.nextInt(ids.size()));
  }
}
