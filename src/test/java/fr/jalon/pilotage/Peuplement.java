package fr.jalon.pilotage;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes small populations straight into the tables, through the owner's door: what a file would have left there. */
final class Peuplement {
  private final JdbcClient base;
  private long prochain;

  Peuplement(JdbcClient base) {
    this.base = base;
  }

  /** Empties everything and creates the four territories, with the identifiers 1 to 4, and two organisations. */
  Peuplement vider() {
    base.sql("""
        truncate structures.territoire, structures.organisation, structures.commune, allocataires.personne, allocataires.foyer, allocataires.droit,
          allocataires.membre, allocataires.adresse, allocataires.paiement, orientation.entree, orientation.suivi, echanges.import
          restart identity cascade""").update();
    base.sql("insert into structures.territoire (code, nom, ordre) values ('C', 'Centre', 1), ('N', 'Nord', 2), ('SE', 'Sud-Est', 3), ('SO', 'Sud-Ouest', 4)").update();
    base.sql("insert into structures.organisation (code, nom, nature) values ('CMS', 'Centre médico-social', 'DEPARTEMENT'), ('FT', 'France Travail', 'FRANCE_TRAVAIL')").update();
    prochain = 0;
    return this;
  }

  /** A monthly file of beneficiaries was loaded, with this reference date. */
  Peuplement fichier(String reference) {
    base.sql("""
        insert into echanges.import (fichier, sha256, format, nature, date_reference, recu_le, statut, commence_le, agent)
        values ('essai', :sha, 'VRSB0801', 'MENSUEL', :reference::date, :reference::date, 'CHARGE', now(), 'essai')""")
        .param("sha", "essai-" + ++prochain).param("reference", reference).update();
    return this;
  }

  /** A claim at the CAF, no right yet. */
  Foyer foyer(String dateDemande) {
    return foyer(dateDemande, "CAF");
  }

  Foyer foyer(String dateDemande, String payeur) {
    long id = ++prochain;
    base.sql("""
        insert into allocataires.foyer (id, fonction_organisme, numero_organisme, matricule, numero_demande, date_demande, cree_le)
        values (:id, :payeur, '071', :id::text, 'D' || :id, :demande::date, now())""")
        .param("id", id).param("payeur", payeur).param("demande", dateDemande).update();
    return new Foyer(id);
  }

  Personne personne(String prenom, String naissance, int sexe) {
    long id = ++prochain;
    base.sql("""
        insert into allocataires.personne (id, nom, prenom, sexe, date_naissance, recherche, creee_le)
        values (:id, 'ESSAI', :prenom, :sexe, :naissance::date, lower(:prenom), now())""")
        .param("id", id).param("prenom", prenom).param("sexe", sexe).param("naissance", naissance).update();
    return new Personne(id);
  }

  Personne personne(String prenom) {
    return personne(prenom, "1985-05-05", 2);
  }

  /** After all facts are written: the present territory of each foyer is that of its last address, repeated on all rows. */
  void perimetres() {
    base.sql("""
        update allocataires.foyer f set territoire_id = a.territoire_id_adresse from allocataires.adresse a
        where a.foyer_id = f.id and a.jusqua = 'infinity' and a.oublie_le = 'infinity'""").update();
    base.sql("""
        update allocataires.personne p set territoire_id = f.territoire_id from allocataires.membre m join allocataires.foyer f on f.id = m.foyer_id
        where m.personne_id = p.id and m.jusqua = 'infinity'""").update();
    base.sql("select allocataires.diffuser_perimetre((select array_agg(id) from allocataires.personne), (select array_agg(id) from allocataires.foyer))")
        .query((_, _) -> true).single();
  }

  record Personne(long id) {}

  /** A foyer under construction. */
  final class Foyer {
    final long id;

    Foyer(long id) {
      this.id = id;
    }

    /** The right was in this state from a day to another (excluded; {@code null}: still). */
    Foyer droit(String etat, String depuis, String jusqua) {
      return droit(etat, depuis, jusqua, "FEMME_SEULE");
    }

    Foyer droit(String etat, String depuis, String jusqua, String typeFoyer) {
      base.sql("""
          insert into allocataires.droit (foyer_id, depuis, jusqua, connu_le, import_id, etat, type_foyer, adultes, enfants)
          values (:foyer, :depuis::date, coalesce(:jusqua::date, 'infinity'), now(), 1, :etat, :type, 1, 0)""")
          .param("foyer", id).param("depuis", depuis).param("jusqua", jusqua).param("etat", etat).param("type", typeFoyer).update();
      return this;
    }

    Foyer membre(Personne personne, String role, String depuis, String jusqua) {
      return membre(personne, role, depuis, jusqua, true, false);
    }

    Foyer membre(Personne personne, String role, String depuis, String jusqua, boolean sdd, boolean tns) {
      base.sql("""
          insert into allocataires.membre (foyer_id, personne_id, personne_origine_id, depuis, jusqua, connu_le, import_id, role, adulte, a_charge, sdd, tns)
          values (:foyer, :personne, :personne, :depuis::date, coalesce(:jusqua::date, 'infinity'), now(), 1, :role, :adulte, true, :sdd, :tns)""")
          .param("foyer", id).param("personne", personne.id()).param("depuis", depuis).param("jusqua", jusqua).param("role", role)
          .param("adulte", !"ENF".equals(role)).param("sdd", sdd).param("tns", tns).update();
      return this;
    }

    Foyer adresse(int territoire, String depuis, String jusqua) {
      base.sql("""
          insert into allocataires.adresse (foyer_id, depuis, jusqua, connu_le, import_id, territoire_id_adresse)
          values (:foyer, :depuis::date, coalesce(:jusqua::date, 'infinity'), now(), 1, :territoire)""")
          .param("foyer", id).param("depuis", depuis).param("jusqua", jusqua).param("territoire", territoire).update();
      return this;
    }

    Foyer paiement(String mois, String prestation, String sens, String montant) {
      base.sql("""
          insert into allocataires.paiement (foyer_id, mois, nature, prestation, sens, montant, import_id)
          values (:foyer, :mois::date, 'AllocationsComptabilisees', :prestation, :sens, :montant, 1)""")
          .param("foyer", id).param("mois", mois + "-01").param("prestation", prestation).param("sens", sens)
          .param("montant", new BigDecimal(montant)).update();
      return this;
    }

    /** A new entrant; her entry is waiting. @return identifier of the entry */
    long entree(Personne personne, String reference, String recuLe) {
      long entree = base.sql("""
          insert into orientation.entree (personne_id, foyer_id, mois, reference, recu_le, motif, etat_depuis, import_id)
          values (:personne, :foyer, date_trunc('month', :reference::date::timestamp)::date, :reference::date, :recu::date, 'PREMIERE_DEMANDE', :recu::date, 1)
          returning id""").param("personne", personne.id()).param("foyer", id).param("reference", reference).param("recu", recuLe)
          .query(Long.class).single();
      base.sql("""
          insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, etat, etat_depuis)
          values ('ORIENTATION', :personne, :entree, :recu::date, :recu::date + 42, 'OUVERTE', :recu::date)""")
          .param("personne", personne.id()).param("entree", entree).param("recu", recuLe).update();
      return entree;
    }
  }

  /** The entry left the waiting list before any orientation. */
  void arreter(long entree, String etat, String le) {
    base.sql("update orientation.entree set etat = :etat, etat_depuis = :le::date where id = :id").param("etat", etat).param("le", le)
        .param("id", entree).update();
    echeance(entree, etat.equals("SORTIE") ? "CADUQUE" : "SUSPENDUE", le);
  }

  /** The right resumes that day: the days it was suspended are given back. */
  void reprendre(long entree, String le) {
    base.sql("update orientation.entree set etat = 'EN_ATTENTE', etat_depuis = :le::date where id = :id").param("le", le)
        .param("id", entree).update();
    base.sql("""
        update echeances.echeance set limite_legale = limite_legale + (:le::date - etat_depuis), etat = 'OUVERTE', etat_depuis = :le::date
        where nature = 'ORIENTATION' and objet_id = :id""").param("le", le).param("id", entree).update();
  }

  private void echeance(long entree, String etat, String le) {
    base.sql("update echeances.echeance set etat = :etat, etat_depuis = :le::date where nature = 'ORIENTATION' and objet_id = :id")
        .param("etat", etat).param("le", le)
        .param("id", entree).update();
  }

  /** An orientation notified; {@code fin} excluded, {@code null}: still. */
  void suivi(Personne personne, Long entree, String parcours, int organisation, String notifieLe, String fin) {
    base.sql("""
        insert into orientation.suivi (personne_id, entree_id, parcours, organisation_id, notifie_le, etat, etat_depuis, saisi_par, saisi_le)
        values (:personne, :entree, :parcours, :organisation, :notifie::date, 'EN_COURS', :notifie::date, 'essai', :notifie::date)""")
        .param("personne", personne.id()).param("entree", entree).param("parcours", parcours).param("organisation", organisation)
        .param("notifie", notifieLe).update();
    if (fin != null) {
      base.sql("update orientation.suivi set etat = 'CLOS', fin_le = ?::date where id = (select max(id) from orientation.suivi where personne_id = ?)").params(fin, personne.id()).update();
    }
    if (entree != null) {
      base.sql("update orientation.entree set etat = 'ORIENTEE', etat_depuis = :le::date where id = :id").param("le", notifieLe)
          .param("id", entree).update();
      echeance(entree, "TENUE", notifieLe);
    }
  }

  /** A contact noted the day after it took place. @return its number */
  long contact(Personne personne, String genre, String presence, String le) {
    return base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, cle, saisi_par, saisi_le)
        values (:personne, :le::date, :genre, :presence, gen_random_uuid(), 'essai', :le::date + 1) returning id""").param("personne", personne.id())
        .param("genre", genre).param("presence", presence).param("le", le).query(Long.class).single();
  }

  /** An interview of the agenda, outside opening hours. */
  void entretien(Personne personne, String presence, String le) {
    base.sql("""
        insert into rendezvous.entretien (personne_id, etat, etat_depuis, le, organisation_id, saisi_par, saisi_le)
        values (:personne, :presence, :le::date, :le::date, 1, 'essai', :le::date)""").param("personne", personne.id()).param("presence", presence)
        .param("le", le).update();
  }

  /** A session at a place of the first territory. @return identifier of the session */
  long session(String jour) {
    base.sql("insert into structures.commune (code, nom, departement, territoire_id) values ('07186', 'Privas', '07', 1) on conflict do nothing")
        .update();
    base.sql("""
        insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone)
        values ('Salle', '1 rue', '07000', '07186', 1, true, 20, '0') on conflict do nothing""").update();
    return base.sql("""
        insert into rendezvous.session (lieu_id, territoire_id, jour, debut, fin, capacite, cree_par, cree_le)
        select id, 1, :jour::date, '09:30', '11:30', 20, 'essai', now() from rendezvous.lieu
        on conflict (lieu_id, jour, debut) where etat <> 'ANNULEE' do update set capacite = 20 returning id""").param("jour", jour).query(Long.class).single();
  }

  /** She was convoked to it that day, and that is what became of it. */
  void convoquer(Personne personne, long session, String etat, String le, boolean horsListe) {
    long id = base.sql("""
        insert into rendezvous.convocation (personne_id, session_id, etat, etat_depuis, hors_liste, saisi_par, saisi_le)
        values (:personne, :session, :etat, :le::date, :hors, 'essai', :le::date) returning id""").param("personne", personne.id()).param("session", session)
        .param("etat", "EN_ATTENTE".equals(etat) ? etat : "CONVOQUEE").param("le", le).param("hors", horsListe).query(Long.class).single();
    base.sql("update rendezvous.convocation set etat = ? where id = ?").params(etat, id).update();
    base.sql("insert into rendezvous.passage (objet_id, personne_id, vers, fait_le, par) values (:id, :personne, :vers, :le::date + interval '12 hours', 'essai')")
        .param("id", id).param("personne", personne.id()).param("vers", "EN_ATTENTE".equals(etat) ? etat : "CONVOQUEE").param("le", le).update();
  }

  /** Her diagnostic recommends a pathway from that day. @return identifier of the recommendation */
  long recommander(Personne personne, String parcours, String le) {
    return base.sql("""
        with d as (
          insert into diagnostic.diagnostic (personne_id, reponses, referentiel, saisi_par, saisi_le)
          values (:personne, '{}', '2025-01-01', 'essai', :le::date) returning id)
        insert into diagnostic.recommandation (diagnostic_id, personne_id, parcours, reexamen_long, faite_le)
        select id, :personne, :parcours, false, :le::date + interval '12 hours' from d returning id""")
        .param("personne", personne.id()).param("parcours", parcours).param("le", le).query(Long.class).single();
  }

  /** The last orientation of the person was decided with this recommendation in sight. */
  void avecRecommandation(Personne personne, long recommandation) {
    base.sql("""
        update orientation.suivi s set recommandation_id = r.id, parcours_recommande = r.parcours,
          motif_ecart = case when r.parcours <> s.parcours then 'essai' end
        from diagnostic.recommandation r where r.id = :recommandation and s.id = (select max(id) from orientation.suivi where personne_id = :personne)""")
        .param("recommandation", recommandation).param("personne", personne.id()).update();
  }

  /** A theme of her global diagnostic was looked at that day. @param niveau SANS, MOYEN or FORT */
  void constat(Personne personne, String theme, String niveau, String le) {
    base.sql("""
        insert into diagnostic.constat (personne_id, rubrique, sante, niveau, reponses, le, saisi_par, saisi_le)
        values (:personne, :theme, :theme = 'SANTE', :niveau, '{}', :le::date, 'essai', now())""")
        .param("personne", personne.id()).param("theme", theme).param("niveau", niveau).param("le", le).update();
  }

  /** The métiers she wants, said that day. @param metiers as kept: {@code G1602 Personnel de cuisine} */
  void metiers(Personne personne, String le, String... metiers) {
    base.sql("""
        insert into diagnostic.constat (personne_id, rubrique, sante, niveau, reponses, le, saisi_par, saisi_le)
        values (:personne, 'PROJET', false, null, jsonb_build_object('rome', :metiers::text), :le::date, 'essai', now())""")
        .param("personne", personne.id()).param("metiers", String.join("\n", metiers)).param("le", le).update();
  }

  /** A frein opened that day. @return its number */
  long frein(Personne personne, String theme, String le) {
    long id = base.sql("""
        insert into diagnostic.frein (personne_id, theme, sante, etat, etat_depuis) values (:personne, :theme, :theme = 'SANTE', 'OUVERT', :le::date)
        returning id""").param("personne", personne.id()).param("theme", theme).param("le", le).query(Long.class).single();
    passage("frein", id, "OUVERT", le);
    return id;
  }

  /** An action of hers in this state from that day. @return its number */
  long action(Personne personne, String theme, String etat, String le) {
    long id = base.sql("""
        insert into diagnostic.action (personne_id, theme, sante, libelle, avec_qui, etat, etat_depuis, nouvelles_le, cle, saisie_par, saisie_le)
        values (:personne, :theme, :theme = 'SANTE', 'Essai', '', :etat, :le::date, :le::date, gen_random_uuid(), 'essai', now()) returning id""")
        .param("personne", personne.id()).param("theme", theme).param("etat", etat).param("le", le).query(Long.class).single();
    passage("action", id, etat, le);
    return id;
  }

  /** What became of a frein or an action. @param quoi frein or action */
  void devenir(String quoi, long id, String vers, String le) {
    base.sql("update diagnostic.%s set etat = :vers, etat_depuis = :le::date where id = :id".formatted(quoi)).param("vers", vers).param("le", le)
        .param("id", id).update();
    passage(quoi, id, vers, le);
  }

  private void passage(String quoi, long id, String vers, String le) {
    base.sql("""
        insert into diagnostic.%1$s_passage (objet, objet_id, personne_id, de, vers, le, fait_le, par)
        select '%2$s', x.id, x.personne_id, (select q.vers from diagnostic.%1$s_passage q where q.objet_id = x.id order by q.id desc limit 1), :vers,
          :le::date, now(), 'essai' from diagnostic.%1$s x where x.id = :id""".formatted(quoi, quoi.toUpperCase(java.util.Locale.ROOT)))
        .param("vers", vers).param("le", le).param("id", id).update();
  }

  /** A woman alone with an open right since her claim, in a territory. */
  Personne seule(String prenom, String dateDemande, int territoire) {
    Personne personne = personne(prenom);
    foyer(dateDemande).droit("2", dateDemande, null).membre(personne, "DEM", dateDemande, null).adresse(territoire, dateDemande, null);
    return personne;
  }
}
