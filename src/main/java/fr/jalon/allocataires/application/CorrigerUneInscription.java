package fr.jalon.allocataires.application;

import fr.jalon.allocataires.CoordonneesChangees;
import fr.jalon.allocataires.PersonneInscrite;
import fr.jalon.allocataires.domaine.NouvelleInscription;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who she is and where she lives, corrected by agents as long as no file says a word of her: then the files hold it. */
@Service
public class CorrigerUneInscription {
  private final JdbcClient base;
  private final InscrireHorsRsa inscrire;
  private final SuivreHorsRsa suivre;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  CorrigerUneInscription(JdbcClient base, InscrireHorsRsa inscrire, SuivreHorsRsa suivre, AgentCourant agentCourant, Journal journal,
      ApplicationEventPublisher evenements, Clock horloge) {
    this.suivre = suivre;
    this.base = base;
    this.inscrire = inscrire;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /** What agents wrote of her; empty when she is out of the perimeter, or when a file holds it. */
  @Transactional(readOnly = true)
  public Optional<NouvelleInscription> de(long personneId) {
    return base.sql("""
        select p.nom, p.nom_naissance, p.prenom, p.civilite, p.date_naissance, i.lignes, i.code_postal, i.commune from allocataires.personne p
        cross join lateral allocataires.adresse_inscrite(p.id) i where p.id = ? and allocataires.tenue_par_les_agents(p.id)""").param(personneId)
        .query((l, _) -> new NouvelleInscription(l.getString(1), l.getString(2), l.getString(3), l.getString(4), l.getObject(5, LocalDate.class),
        l.getString(6), l.getString(7), l.getString(8), null, null)).optional();
  }

  /** The same, that nobody else changes until the transaction ends. */
  @Transactional
  public Optional<NouvelleInscription> pourChanger(long personneId) {
    base.sql("select id from allocataires.personne where id = ? for no key update").param(personneId).query(Long.class).optional();
    return de(personneId);
  }

  /** @throws RefusMetier a field is wrong, the role does not allow it, or a file speaks of her now */
  @Transactional
  public void executer(long personneId, NouvelleInscription i) {
    Fautes fautes = new Fautes();
    i.verifier(LocalDate.now(horloge), fautes);
    fautes.exiger(i.commune() == null || inscrire.dIci(i.commune()), "commune", "HORS_RSA_COMMUNE",
        "Choisissez sa commune : son territoire en vient.");
    suivre.verifierSonAge(personneId, i.naissance(), fautes);
    fautes.lever();
    if (!agentCourant.perimetre().peut("HORS_RSA") || pourChanger(personneId).isEmpty()) {
      throw new RefusMetier("HORS_RSA_DIT_PAR_LA_CAISSE",
          "Un fichier de la caisse parle maintenant de cette personne : son identité et son adresse viennent de lui. Ouvrez son dossier.");
    }
    base.sql("select allocataires.corriger_une_inscription(?, ?, ?, ?, ?, ?::smallint, ?, ?, ?, ?, ?, ?)").params(personneId, i.nom(),
            i.nomNaissance(),
        i.prenom(), i.civilite(), i.sexe(), i.naissance(), CleDeRecherche.dUnePersonne(i.nom(), i.prenom(), i.nomNaissance()), i.lignes(),
        inscrire.codePostal(i), i.commune(), OffsetDateTime.now(horloge)).query((_, _) -> 0).list();
    journal.tracer("HORS_RSA_CORRIGEE", personneId, null, "Identité ou adresse corrigée");
    evenements.publishEvent(new CoordonneesChangees(List.of(personneId)));
    evenements.publishEvent(new PersonneInscrite(personneId, agentCourant.perimetre().agent()));
  }
}
