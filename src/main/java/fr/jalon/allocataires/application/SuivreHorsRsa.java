package fr.jalon.allocataires.application;

import fr.jalon.allocataires.SuiviHorsRsaChange;
import fr.jalon.allocataires.FinDeSuivi;
import fr.jalon.allocataires.domaine.NouveauSuivi;
import fr.jalon.allocataires.domaine.PublicHorsRsa;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The publics outside the RSA of a person, whoever made her known: begun, ended, reopened, taken back. */
@Service
public class SuivreHorsRsa {
  private static final int PRECISION = 300;
  private final JdbcClient base;
  private final PublicsHorsRsa publics;
  private final Structures structures;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Parametres parametres;
  private final Clock horloge;

  SuivreHorsRsa(JdbcClient base, PublicsHorsRsa publics, Structures structures, Parametres parametres, AgentCourant agentCourant, Journal journal,
      ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.publics = publics;
    this.structures = structures;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.evenements = evenements;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  private record Ligne(long id, long personneId, String publicSuivi, LocalDate depuis, LocalDate finLe, String ecritPar, LocalDate ecritLe) {}

  /** What is wrong in it, field by field. */
  void verifier(NouveauSuivi s, LocalDate aujourdhui, Fautes fautes) {
    s.verifier(aujourdhui, fautes);
    boolean propose = s.publicSuivi() == null || publics.proposes().stream().anyMatch(p -> p.code().equals(s.publicSuivi()));
    fautes.exiger(propose, "publicSuivi", "HORS_RSA_PUBLIC", "Choisissez le public du plan dont elle fait partie.");
    if (s.organisationId() != null) {
      boolean organisation = structures.organisation(s.organisationId()).filter(Organisation::suitEncore).isPresent();
      boolean referent = s.referentId() == null
          || structures.referent(s.referentId()).filter(r -> r.actif() && r.organisationId() == s.organisationId()).isPresent();
      fautes.exiger(organisation && referent, "destination", "HORS_RSA_SUIVEUR",
          "Ce référent ou cette organisation ne suit plus personne. Choisissez-en un autre.");
    }
  }

  /** What is wrong of her age for this public, on the first day she is followed. @param naissance {@code null} when it is not known */
  void verifierLAge(NouveauSuivi s, LocalDate naissance, Fautes fautes) {
    verifierLAge(s.publicSuivi(), s.depuis(), naissance, "publicSuivi", fautes);
  }

  /** The same of what she is already followed for, with a birth date that an agent corrects. */
  void verifierSonAge(long personneId, LocalDate naissance, Fautes fautes) {
    base.sql("select public, depuis from allocataires.suivi_hors_rsa where personne_id = ? and retire_le is null and fin_le is null")
            .param(personneId)
        .query((l, _) -> Map.entry(l.getString(1), l.getObject(2, LocalDate.class))).list()
        .forEach(s -> verifierLAge(s.getKey(), s.getValue(), naissance, "naissance", fautes));
  }

  private void verifierLAge(String publicSuivi, LocalDate depuis, LocalDate naissance, String champ, Fautes fautes) {
    String avant = publicSuivi == null ? null : publics.tous().stream().filter(p -> p.code().equals(publicSuivi)).findFirst()
        .map(PublicHorsRsa::avantAge).orElse(null);
    if (avant == null || naissance == null || depuis == null) {
      return;
    }
    int age = Period.between(naissance, depuis).getYears();
    int limite = parametres.valeur(avant, depuis).entier();
    fautes.exiger(age < limite, champ, "HORS_RSA_AGE", ("« %s » est pour une personne de moins de %d ans : elle en avait %d le premier jour de "
        + "son suivi. Choisissez un autre public, ou vérifiez sa date de naissance.").formatted(publics.libelle(publicSuivi), limite, age));
  }

  /**
   * A public more for a person known, of the RSA or not.
   *
   * @throws RefusMetier when a field is wrong, when she is already followed for that public, or is out of the perimeter
   */
  @Transactional
  public void ajouter(long personneId, NouveauSuivi s) {
    Fautes fautes = new Fautes();
    verifier(s, LocalDate.now(horloge), fautes);
    verifierLAge(s, base.sql("select date_naissance from allocataires.personne where id = ?").param(personneId)
        .query((l, _) -> Optional.ofNullable(l.getObject(1, LocalDate.class))).optional().flatMap(n -> n).orElse(null), fautes);
    fautes.lever();
    Optional<Long> deja = dejaEcrit(s.cle());
    if (deja.isPresent() && deja.get() != personneId) {
      throw new FormulaireDejaServi();
    }
    if (deja.isEmpty()) {
      base.sql("select id from allocataires.personne where id = ? and fusionnee_dans is null for no key update").param(personneId)
          .query(Long.class).optional()
          .orElseThrow(() -> new RefusMetier("HORS_RSA_INCONNUE", "Cette personne n'est pas dans ce que vous pouvez consulter."));
      ecrire(personneId, s);
      change(List.of(personneId));
    }
  }

  /** The person of the form that bears this number, when it was already written: the second of two clicks waits here. */
  Optional<Long> dejaEcrit(UUID cle) {
    base.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(cle.toString()).query((_, _) -> 0).list();
    return base.sql("select personne_id from allocataires.suivi_hors_rsa where cle = ?").param(cle).query(Long.class).optional();
  }

  /** Who sees her is to be counted again: {@link #change}, once for all those of an act. */
  void ecrire(long personneId, NouveauSuivi s) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    base.sql("""
        select depuis from allocataires.suivi_hors_rsa where personne_id = ? and public = ? and fin_le is null and retire_le is null""")
        .params(personneId, s.publicSuivi()).query(LocalDate.class).optional().ifPresent(depuis -> {
          throw new RefusMetier("HORS_RSA_DEJA",
              "Elle est déjà suivie pour ce public depuis le %s. Ouvrez son dossier.".formatted(Francais.date(depuis)));
        });
    base.sql("""
        insert into allocataires.suivi_hors_rsa (personne_id, public, cohorte, depuis, organisation_id, referent_id, informee_le, cle, ecrit_par, ecrit_le)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(personneId, s.publicSuivi(), s.cohorte(), s.depuis(), s.organisationId(), s.referentId(),
        aujourdhui, s.cle(), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).update();
    journal.tracer("HORS_RSA_SUIVIE", personneId, null, publics.libelle(s.publicSuivi()) + ", depuis le " + Francais.date(s.depuis()));
  }

  /**
   * Ends it. Done twice, it is done once.
   *
   * @param finLe first day she is no longer followed
   * @throws fr.jalon.socle.SaisieRefusee with every field that is wrong
   */
  @Transactional
  public long terminer(long id, LocalDate finLe, FinDeSuivi motif, String precision) {
    Ligne l = lire(id);
    if (l.finLe() != null) {
      return l.personneId();
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    String mots = precision == null || precision.isBlank() ? null : precision.strip();
    new Fautes().exiger(finLe != null && !finLe.isAfter(aujourdhui) && !finLe.isBefore(l.depuis()), "finLe", "HORS_RSA_FIN_JOUR",
        "Indiquez le jour de la fin, entre le %s et aujourd'hui.".formatted(Francais.date(l.depuis())))
        .exiger(motif != null, "motif", "HORS_RSA_FIN_MOTIF", "Dites pourquoi le suivi finit.")
        .exiger(motif != FinDeSuivi.AUTRE || mots != null, "precision", "HORS_RSA_FIN_PRECISION", "Dites quelle est cette raison, en quelques mots.")
        .exiger(mots == null || mots.length() <= PRECISION, "precision", "HORS_RSA_FIN_PRECISION",
            "C'est trop long : %d caractères au plus.".formatted(PRECISION))
        .lever();
    base.sql("update allocataires.suivi_hors_rsa set fin_le = ?, fin_motif = ?, fin_precision = ?, fini_par = ?, fini_le = ? where id = ?")
        .params(finLe, motif.name(), mots, agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), id).update();
    change(List.of(l.personneId()));
    journal.tracer("HORS_RSA_FINI", l.personneId(), null, publics.libelle(l.publicSuivi()) + " : " + motif.libelle());
    return l.personneId();
  }

  /** The end was a mistake: as if it had never been written. A real return is another public to add. */
  @Transactional
  public long rouvrir(long id) {
    // as a public to add: one at a time for a person
    base.sql("select p.id from allocataires.personne p join allocataires.suivi_hors_rsa h on h.personne_id = p.id where h.id = ? for no key "
        + "update of p")
        .param(id).query(Long.class).optional();
    Ligne l = lire(id);
    if (l.finLe() == null) {
      return l.personneId();
    }
    boolean autre = base.sql("""
        select exists (select from allocataires.suivi_hors_rsa where personne_id = ? and public = ? and fin_le is null and retire_le is null)""")
        .params(l.personneId(), l.publicSuivi()).query(Boolean.class).single();
    if (autre) {
      throw new RefusMetier("HORS_RSA_DEJA", "Elle est de nouveau suivie pour ce public : il n'y a rien à rouvrir.");
    }
    base.sql("update allocataires.suivi_hors_rsa set fin_le = null, fin_motif = null, fin_precision = null, fini_par = null, fini_le = null "
        + "where id = ?")
        .param(id).update();
    change(List.of(l.personneId()));
    journal.tracer("HORS_RSA_ROUVERT", l.personneId(), null, publics.libelle(l.publicSuivi()) + ", fin du " + Francais.date(l.finLe()) + " effacée");
    return l.personneId();
  }

  /**
   * Written by mistake, taken back the same day by who wrote it. When it came with her registration and nothing else rests on it, her record goes
   * too.
   *
   * @return her number; empty when her record went
   * @throws RefusMetier another day, another's, or something rests on it
   */
  @Transactional
  public Optional<Long> retirer(long id) {
    Ligne l = lire(id);
    if (!peutRetirer(l.ecritPar(), l.ecritLe())) {
      throw new RefusMetier("HORS_RSA_RETRAIT", "Seul l'agent qui l'a écrit le retire, le jour même. Après, terminez le suivi en disant pourquoi.");
    }
    boolean inscrite = base.sql("""
        select allocataires.tenue_par_les_agents(:p) and not exists (select from allocataires.suivi_hors_rsa where personne_id = :p and id <> :id)
          and exists (select from allocataires.inscription where personne_id = :p and inscrite_par = :moi)""")
        .param("p", l.personneId()).param("id", id).param("moi", l.ecritPar()).query(Boolean.class).single();
    if (!inscrite) {
      base.sql("update allocataires.suivi_hors_rsa set retire_par = ?, retire_le = ? where id = ?")
          .params(agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), id).update();
      change(List.of(l.personneId()));
      journal.tracer("HORS_RSA_RETIRE", l.personneId(), null, publics.libelle(l.publicSuivi()));
      return Optional.of(l.personneId());
    }
    if (!base.sql("select allocataires.retirer_une_inscription(?)").param(l.personneId()).query(Boolean.class).single()) {
      throw new RefusMetier("HORS_RSA_TENUE", "Un contact, un rendez-vous, un diagnostic ou un courrier tient déjà à cette fiche : elle reste. "
          + "Terminez le suivi en disant pourquoi.");
    }
    journal.tracer("HORS_RSA_RETIRE", l.personneId(), null, "Inscription retirée, avec sa fiche");
    return Optional.empty();
  }

  /** True when the agent at work may still take back what that agent wrote that day. */
  public boolean peutRetirer(String ecritPar, LocalDate ecritLe) {
    return ecritPar.equals(agentCourant.perimetre().agent()) && ecritLe.equals(LocalDate.now(horloge));
  }

  /** What changed of these persons decides who sees them; counted for all together, it costs little more than for one. */
  void change(List<Long> personnes) {
    if (!personnes.isEmpty()) {
      evenements.publishEvent(new SuiviHorsRsaChange(personnes));
    }
  }

  private Ligne lire(long id) {
    return base.sql("""
        select id, personne_id, public as public_suivi, depuis, fin_le, ecrit_par, (ecrit_le at time zone ?)::date as ecrit_le
        from allocataires.suivi_hors_rsa where id = ? and retire_le is null for update""").params(horloge.getZone().getId(), id).query(Ligne.class)
        .optional().orElseThrow(() -> new RefusMetier("HORS_RSA_INCONNU",
        "Ce suivi n'existe plus, ou il n'est pas dans ce que vous pouvez consulter."));
  }
}
