package fr.jalon.journal;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echanges.Attente;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.application.DemanderReorientation;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.AConvoquer;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.SaisieDePermanence;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.structures.Structures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Women who are on every screen: one waits, one asks for another référent, one looks like the first; the review of another is due, the fourth was
 * let go, the right of the last closed before her appointment; an agent registered one more outside the RSA.
 */
@TestComponent
public class Passants {
  static final String CODE = "TRACE2345";
  private static final int TERRITOIRE = 2;
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final Perimetre TOUT = EnTantQue.partout("DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS", "RENDEZ_VOUS",
      "COURRIERS", "DIAGNOSTICS");
  private final Dossiers dossiers;
  private final TenirLesLieux lieux;
  private final TenirLesPermanences permanences;
  private final DonnerUnRendezVous donner;
  private final OuvrirDesSessions ouvrir;
  private final Convoquer convoquer;
  private final EnregistrerOrientation orienter;
  private final DemanderReorientation demander;
  private final Structures structures;
  private final Comptoir comptoir;
  private final Horloge horloge;
  private final CloreSuivi clore;
  private final JdbcClient base;
  private long entrante;
  private long demandeuse;
  private long session;
  private int referent;

  Passants(Dossiers dossiers, TenirLesLieux lieux, TenirLesPermanences permanences, DonnerUnRendezVous donner,
      OuvrirDesSessions ouvrir, Convoquer convoquer,
      EnregistrerOrientation orienter, DemanderReorientation demander, Structures structures, Comptoir comptoir, Horloge horloge, CloreSuivi clore,
      @Qualifier("chargement") JdbcClient base) {
    this.dossiers = dossiers;
    this.lieux = lieux;
    this.permanences = permanences;
    this.donner = donner;
    this.ouvrir = ouvrir;
    this.convoquer = convoquer;
    this.orienter = orienter;
    this.demander = demander;
    this.structures = structures;
    this.comptoir = comptoir;
    this.horloge = horloge;
    this.clore = clore;
    this.base = base;
  }

  /** Settles them; once. */
  public synchronized void installer() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    if (entrante > 0) {
      return;
    }
    Dossiers.Personne une = dossiers.entrante("TRACEENTRANTE", TERRITOIRE, LocalDate.of(2025, 10, 3));
    Dossiers.Personne deux = dossiers.entrante("TRACEDEMANDEUSE", TERRITOIRE, LocalDate.of(2025, 9, 3));
    Dossiers.Personne trois = dossiers.entrante("TRACEDOUBLON", TERRITOIRE, LocalDate.of(2025, 10, 3));
    entrante = une.id();
    demandeuse = deux.id();
    for (Dossiers.Personne p : List.of(une, deux, trois)) {
      base.sql("insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, lignes, code_postal, nom_commune, territoire_id) "
          + "values (?, '2025-08-02', now(), 1, '12 RUE DES TILLEULS', '07100', 'ANNONAY', ?)").params(p.foyerId(), TERRITOIRE).update();
      base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
    }
    agir(() -> orienter.executer(socialement(deux, LocalDate.of(2025, 9, 15))));
    // recorded the day it was notified: her first meeting is awaited
    base.sql("update orientation.suivi set saisi_le = notifie_le where personne_id = ?").param(deux.id()).update();
    agir(() -> demander.executer(new NouvelleDemande(deux.id(), OrigineDeReorientation.PERSONNE,
        List.of(RaisonDeReorientation.PROJET_CHANGE), "veut travailler",
        Parcours.PROFESSIONNEL, null, LocalDate.of(2025, 10, 15))));
    int lieu = agir(() -> lieux.executer(new LieuDeRendezVous(null, "Salle des traces", "1 rue du Lac", "07100", "07010", "", TERRITOIRE, true, 12,
        "04 00 00 00 00", true)));
    int permanence = agir(() -> permanences.ouvrir(new SaisieDePermanence(lieu, "Mme Trace", null,
        new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 30), 45, MARDI, MARDI)))).id();
    agir(() -> donner.donner(deux.id(), base.sql("select min(id) from rendezvous.creneau where permanence_id = ?").param(permanence)
        .query(Long.class).single()));
    session = agir(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(14, 0), LocalTime.of(16, 0), null, "Mme Trace", null, null),
        List.of(MARDI))).ouvertes().getFirst();
    agir(() -> convoquer.executer(List.of(new AConvoquer(une.id(), session, false, null), new AConvoquer(trois.id(), session, false, null))));
    Dossiers.Personne quatre = dossiers.entrante("TRACEREEXAMEN", TERRITOIRE, LocalDate.of(2025, 4, 3));
    referent = structures.referents().stream().filter(r -> r.actif() && r.organisationId() == departement()).findFirst().orElseThrow().id();
    agir(() -> orienter.executer(new NouvelleOrientation(quatre.id(), Parcours.SOCIAL, departement(), referent, LocalDate.of(2025, 4, 20))));
    Dossiers.Personne cinq = dossiers.entrante("TRACELACHEE", TERRITOIRE, LocalDate.of(2025, 9, 3));
    long suivi = agir(() -> orienter.executer(socialement(cinq, LocalDate.of(2025, 9, 15))));
    agir(() -> {
      clore.executer(suivi, AUJOURDHUI, "Ne vient plus");
      return null;
    });
    Dossiers.Personne six = dossiers.entrante("TRACEFERMEE", TERRITOIRE, LocalDate.of(2025, 9, 3));
    agir(() -> donner.donner(six.id(), base.sql("select max(id) from rendezvous.creneau where permanence_id = ?").param(permanence)
        .query(Long.class).single()));
    base.sql("""
        with v as (insert into accompagnement.revue (referent_id, organisation_id, le, etat, etat_depuis, ouverte_par, ouverte_le)
          select id, organisation_id, ?, 'OUVERTE', now(), 'essai', now() from structures.referent where id = ? returning id)
        insert into accompagnement.revue_decision (revue_id, personne_id, decision, decide_par, decide_le) select id, ?, 'CONTINUER', 'essai', now() from v""")
        .params(AUJOURDHUI, referent, quatre.id()).update();
    base.sql("update structures.referent_periode set intensif = true where referent_id = ?").param(referent).update();
    base.sql("""
        insert into accompagnement.intensif (personne_id, referent_id, entre_le, raison, etat, etat_depuis, saisi_par, saisi_le)
        values (?, ?, ?, 'Essai', 'EN_COURS', now(), 'essai', now())""").params(quatre.id(), referent, AUJOURDHUI).update();
    base.sql("""
        with l as (insert into orientation.relais (formulaire, de_id, organisation_id, le, raison, prevenir, personnes, etat, etat_depuis, fait_par, saisi_le)
          select gen_random_uuid(), id, organisation_id, ?, 'Congé', false, 1, 'FAIT', now(), 'essai', now() from structures.referent where id = ? returning id, de_id)
        insert into orientation.changement_de_referent (personne_id, suivi_id, avant_id, apres_id, le, raison, fait_par, saisi_le, relais_id)
        select s.personne_id, s.id, l.de_id, l.de_id, ?, 'Congé', 'essai', now(), l.id from l, orientation.suivi s where s.personne_id = ?""")
        .params(AUJOURDHUI, referent, AUJOURDHUI, quatre.id()).update();
    base.sql("""
        with l as (insert into orientation.relais (formulaire, de_id, organisation_id, le, raison, prevenir, personnes, etat, etat_depuis, fait_par, saisi_le)
          select gen_random_uuid(), id, organisation_id, ?, 'Congé', false, 1, 'PREVU', now(), 'essai', now() from structures.referent where id = ? returning id, de_id)
        insert into orientation.confiee_prevue (personne_id, relais_id, suivi_id, vers_id)
        select s.personne_id, l.id, s.id, l.de_id from l, orientation.suivi s where s.personne_id = ?""")
        .params(AUJOURDHUI.plusDays(7), referent, quatre.id()).update();
    base.sql("""
        with t as (insert into orientation.transfert (formulaire, de_id, vers_id, le, raison, personnes, etat, etat_depuis, fait_par, saisi_le)
          select gen_random_uuid(), s.organisation_id, (select min(o.id) from structures.organisation o where o.id <> s.organisation_id), ?, 'Convention', 1,
            'EN_COURS', now(), 'essai', now() from orientation.suivi s where s.personne_id = ? returning id)
        insert into orientation.reorientation (personne_id, suivi_id, origine, raisons, demandee_le, demandee_par, etat, etat_depuis, saisie_le, transfert_id)
        select s.personne_id, s.id, 'DEPARTEMENT', '{ORGANISATION}', ?, 'essai', 'DEMANDEE', ?, now(), t.id from t, orientation.suivi s
        where s.personne_id = ?""").params(AUJOURDHUI, quatre.id(), AUJOURDHUI, AUJOURDHUI, quatre.id()).update();
    base.sql("update orientation.transfert set etat = 'FAIT' where etat = 'EN_COURS' and fait_par = 'essai'").update();
    base.sql("update orientation.reorientation set etat = 'RETIREE', decidee_par = 'essai', raison_decision = 'Essai' where transfert_id is not null "
        + "and personne_id = ?").param(quatre.id()).update();
    dossiers.fichier(LocalDate.of(2025, 10, 15), LocalDate.of(2025, 10, 18), six, "5", false);
    base.sql("update rendezvous.convocation set code_empreinte = sha256(convert_to(?, 'UTF8')), code_expire_le = ? where personne_id = ?")
        .params(CODE, MARDI, une.id()).update();
    Dossiers.Personne inscrite = dossiers.inconnue("TRACEINSCRITE", TERRITOIRE, LocalDate.of(2025, 10, 3));
    base.sql("insert into allocataires.inscription (personne_id, commune, informee_le, inscrite_par, inscrite_le) values (?, '07010', "
        + "'2025-10-01', 'essai', now())")
        .param(inscrite.id()).update();
    base.sql("""
        insert into allocataires.suivi_hors_rsa (personne_id, public, depuis, informee_le, cle, ecrit_par, ecrit_le)
        values (?, 'JEUNE', '2025-10-01', '2025-10-01', gen_random_uuid(), 'essai', now())""").param(inscrite.id()).update();
    base.sql("""
        insert into carnet.entree (personne_id, theme, le, texte, lecteurs, cle, auteur, ecrit_le)
        values (?, 'EMPLOI', '2025-10-10', 'Essai', '{REFERENT,RESPONSABLE}', gen_random_uuid(), 'essai', now())""").param(une.id()).update();
    base.sql("""
        with p as (insert into papiers.papier (personne_id, genre, etat, etat_depuis, vu_le, vu_par, valable_jusqu_au, cle)
          values (?, 'CV', 'VU', now(), '2025-10-10', 'essai', '2026-10-10', gen_random_uuid()) returning id, personne_id)
        insert into papiers.passage (objet_id, personne_id, vers, fait_le, par) select id, personne_id, 'VU', '2025-10-10 10:00+02', 'essai' from p""")
        .param(une.id()).update();
    base.sql("""
        with d as (insert into handicap.dossier (personne_id, etat, etat_depuis, renouvelle, droits, aide, propose_le, cle, ecrit_par, ecrit_le)
          values (?, 'A_CONSTITUER', '2025-10-10', false, '{RQTH}', 'PERSONNE', '2025-10-10', gen_random_uuid(), 'essai', now()) returning id, personne_id)
        insert into handicap.passage (objet, objet_id, personne_id, vers, le, fait_le, par) select 'DOSSIER', id, personne_id, 'A_CONSTITUER', '2025-10-10', now(), 'essai' from d""")
        .param(une.id()).update();
    unContrat(une.id());
    base.sql("""
        with s as (insert into sorties.sortie (personne_id, etat, etat_depuis, raison, le, source, contrat, classe, cle, ecrite_par, ecrite_le)
          values (?, 'CONFIRMEE', '2025-04-20', 'EMPLOI', '2025-04-20', 'PERSONNE', 'CDI', 'DURABLE', gen_random_uuid(), 'essai', now()) returning id, personne_id),
        h as (insert into sorties.passage (objet, objet_id, personne_id, vers, le, fait_le, par) select 'SORTIE', id, personne_id, 'CONFIRMEE', '2025-04-20', now(), 'essai' from s)
        insert into sorties.rappel (personne_id, sortie_id, rang, etat, etat_depuis, prevu_le) select personne_id, id, 1, 'PREVU', '2025-04-20', '2025-10-17' from s""")
        .param(une.id()).update();
    base.sql("""
        with s as (insert into sorties.sortie (personne_id, etat, etat_depuis, raison, le, source, fermee_le, classe, cle, ecrite_par, ecrite_le)
          values (?, 'PROPOSEE', '2025-10-10', 'INCONNU', '2025-09-01', 'FICHIER', '2025-09-01', 'AUTRE', gen_random_uuid(), 'essai', now()) returning id, personne_id)
        insert into sorties.passage (objet, objet_id, personne_id, vers, le, fait_le, par) select 'SORTIE', id, personne_id, 'PROPOSEE', '2025-10-10', now(), 'essai' from s""")
        .param(une.id()).update();
    base.sql("""
        insert into engagement.semaine (personne_id, lundi, cible, prevues, faites, situation, close_le, territoire_id, organisation_ids)
        select id, '2025-10-20', 900, 900, 90, 'QUINZE', now(), territoire_id, organisation_ids from allocataires.personne where id = ?""")
        .param(une.id()).update();
    base.sql("""
        with c as (insert into engagement.contrat (personne_id, suivi_id, etat, etat_depuis, cle, ecrit_par, ecrit_le)
          select personne_id, id, 'A_ELABORER', '2025-10-10', gen_random_uuid(), 'essai', now() from orientation.suivi where personne_id = ? and etat <> 'CLOS'
          returning id, personne_id, suivi_id),
        v as (insert into engagement.version (personne_id, contrat_id, suivi_id, numero, etat, cause, depuis, jusqu_au, intensite, engagements_personne,
            engagements_referent, ecrite_par, ecrite_le)
          select personne_id, id, suivi_id, 1, 'PREPAREE', 'PREMIER', '2025-10-10', '2026-04-09', 'ORDINAIRE', 'Essai', 'Essai', 'essai', now() from c)
        insert into engagement.passage (objet, objet_id, personne_id, vers, le, fait_le, par) select 'CONTRAT', id, personne_id, 'A_ELABORER', '2025-10-10', now(), 'essai' from c""")
        .param(quatre.id()).update();
    base.sql("insert into allocataires.doublon (personne_a, personne_b, raison, signale_le) values (?, ?, 'essai', now())")
        .params(Math.min(une.id(), trois.id()),
        Math.max(une.id(), trois.id())).update();
    base.sql("""
        insert into echanges.import (id, fichier, sha256, date_reference, recu_le, statut, nouveaux_entrants, commence_le, agent, mouvements) overriding system value
        select distinct e.import_id, 'trace.xml', 'trace' || e.import_id, date '2025-09-30', date '2025-10-03', 'CHARGE', 1, now(), 'essai', '{}'::jsonb
        from orientation.entree e where e.personne_id = ? on conflict do nothing""").param(une.id()).update();
  }

  /** A contract being prepared, with one objective. */
  private void unContrat(long personneId) {
    base.sql("""
        with c as (insert into engagement.contrat (personne_id, suivi_id, etat, etat_depuis, cle, ecrit_par, ecrit_le)
          select personne_id, max(id), 'A_ELABORER', '2025-10-10', gen_random_uuid(), 'essai', now() from orientation.suivi where personne_id = ? group by 1
          returning id, personne_id, suivi_id),
        p as (insert into engagement.passage (objet, objet_id, personne_id, vers, le, fait_le, par)
          select 'CONTRAT', id, personne_id, 'A_ELABORER', '2025-10-10', now(), 'essai' from c),
        v as (insert into engagement.version (personne_id, contrat_id, suivi_id, numero, etat, cause, depuis, jusqu_au, intensite, engagements_personne,
            engagements_referent, ecrite_par, ecrite_le)
          select personne_id, id, suivi_id, 1, 'PREPAREE', 'PREMIER', '2025-10-10', '2026-04-09', 'ORDINAIRE', 'Je viens.', 'Je reçois.', 'essai', now() from c
          returning id, personne_id)
        insert into engagement.objectif (personne_id, version_id, rang, sante, texte) select personne_id, id, 1, false, 'Je cherche un travail.' from v""")
        .param(personneId).update();
  }

  private NouvelleOrientation socialement(Dossiers.Personne p, LocalDate le) {
    return new NouvelleOrientation(p.id(), Parcours.SOCIAL, departement(), null, le);
  }

  private int departement() {
    return structures.organisations().stream().filter(o -> o.nature().equals("DEPARTEMENT")).findFirst().orElseThrow().id();
  }

  /** Number of the référent of the woman whose review is due. */
  public int referent() {
    return referent;
  }

  /** Number of the woman who waits for her orientation. */
  public long entrante() {
    return entrante;
  }

  /** Number of the woman who asks for another référent. */
  public long demandeuse() {
    return demandeuse;
  }

  /** The clock on the day of the session, while it lasts. */
  public void pendantLaSession(Runnable quoi) {
    horloge.regler(MARDI.atTime(14, 30));
    try {
      quoi.run();
    } finally {
      horloge.regler(AUJOURDHUI.atTime(9, 0));
    }
  }

  long session() {
    return session;
  }

  /** An agent of the whole Département. */
  public Agent agent(String role) {
    Agent agent = comptoir.agent(role);
    base.sql("update habilitations.agent set partout = true where id = ?").param(agent.id()).update();
    base.sql("insert into habilitations.vue (agent, liste, filtres, nom, creee_le) values (?, '/allocataires', '', 'Les miennes', now())")
        .param(agent.identifiant()).update();
    // a colleague wrote to her in a notebook
    base.sql("""
        insert into carnet.demande (personne_id, entree_id, genre, pour, demandee_par, demandee_le, auteur, lecteurs)
        select personne_id, id, 'MENTION', ?, 'essai', now(), '', '{}' from carnet.entree where personne_id = ?""")
        .params(agent.identifiant(), entrante).update();
    return agent;
  }

  /** Records her diagnostic, for the woman who waits, as that agent. */
  public void diagnostiquer(Navigateur nav, Map<String, String> reponses) {
    nav.ouvrir("/diagnostic/" + entrante);
    nav.poster("/diagnostic/" + entrante, reponses);
  }

  /** A batch of the letters that wait, printed. */
  public void faireUnLot(Navigateur nav) {
    nav.ouvrir("/courriers?nom=TRACEENTRANTE");
    nav.poster("/courriers/lots", Map.of("nom", "TRACEENTRANTE"));
    Attente.jusquA("le lot imprimé", () -> base.sql("select exists (select from courriers.lot where etat = 'PRET')").query(Boolean.class).single());
  }

  /** Every person known, by name; those who share a name are together. */
  Map<String, Set<Long>> noms() {
    return base.sql("select id, nom from allocataires.personne where length(nom) > 5")
        .query((l, _) -> Map.entry(l.getString(2), l.getLong(1))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }

  /** What may stand in an address: the numbers of everything that speaks of them, and the codes. */
  public Set<String> numeros() {
    List<String> sql = new ArrayList<>(List.of("select id from allocataires.personne where nom like 'TRACE%%'",
        "select id from allocataires.suivi_hors_rsa where personne_id in (%s)",
        "select id from orientation.suivi where personne_id in (%s)", "select id from carnet.entree where personne_id in (%s)",
        "select id from engagement.version where personne_id in (%s)",
        "select id from orientation.reorientation where personne_id in (%s)", "select id from rendezvous.entretien where personne_id in (%s)",
        "select revue_id from accompagnement.revue_decision where personne_id in (%s)",
        "select transfert_id from orientation.reorientation where transfert_id is not null and personne_id in (%s)",
        "select id from accompagnement.intensif where personne_id in (%s)",
        "select relais_id from orientation.changement_de_referent where relais_id is not null and personne_id in (%s)",
        "select id from courriers.message where personne_id in (%s)", "select id from allocataires.doublon where personne_a in (%s)",
        "select import_id from orientation.entree where personne_id in (%s)", "select id from habilitations.vue where nom = 'Les miennes'",
        "select relais_id from orientation.confiee_prevue where personne_id in (%s)", "select max(id) from courriers.lot where etat = 'PRET'"));
    Set<String> numeros = new LinkedHashSet<>();
    sql.forEach(s -> base.sql(s.formatted("select id from allocataires.personne where nom like 'TRACE%'")).query(Long.class).list()
        .forEach(n -> numeros.add(String.valueOf(n))));
    numeros.remove("null");
    numeros.add(String.valueOf(session));
    numeros.add(String.valueOf(base.sql("select max(id) from rendezvous.creneau where jour = ?").param(MARDI).query(Long.class).single()));
    numeros.addAll(List.of(CODE, "POP-DOV", "NOTIFICATION_ORIENTATION"));
    return numeros;
  }

  private static <T> T agir(java.util.function.Supplier<T> acte) {
    return EnTantQue.agir(TOUT, acte);
  }
}
