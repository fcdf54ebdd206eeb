package fr.jalon.donnees.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a person asks about her data and what is answered within a month (article 12 GDPR), and the litigation that keeps her dossier. Each act is in the journal. */
@Service
public class TenirLesDemandes {
  private static final int LONGUEUR = 2000;
  private final JdbcClient base;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  TenirLesDemandes(JdbcClient base, Journal journal, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** Name of a person of the perimeter who was not merged into another. */
  @Transactional(readOnly = true)
  public Optional<String> nom(long personne) {
    return base.sql("select nom || ' ' || prenom from allocataires.personne where id = ? and fusionnee_dans is null").param(personne).query(String.class).optional();
  }

  /** What she asked, the latest first. */
  @Transactional(readOnly = true)
  public List<Demande> demandes(long personne) {
    return base.sql("select id, nature, recue_le, limite, objet, habilitations.nom_agent(saisie_par) as saisie_par, reponse, acceptee, habilitations.nom_agent(repondue_par) as repondue_par, repondue_le from donnees.demande where personne_id = ? order by recue_le desc, id desc")
        .param(personne).query(Demande.class).list();
  }

  /** The litigation that keeps her dossier, if any. */
  @Transactional(readOnly = true)
  public Optional<Retenue> retenue(long personne) {
    return base.sql("select raison, depuis, habilitations.nom_agent(posee_par) as posee_par from donnees.retenue where personne_id = ? and levee_le is null").param(personne).query(Retenue.class).optional();
  }

  /** @throws RefusMetier without words, or for a day to come */
  @Transactional
  public void demander(long personne, NatureDeDemande nature, LocalDate recueLe, String objet) {
    if (nature == null || recueLe == null || recueLe.isAfter(LocalDate.now(horloge))) {
      throw new RefusMetier("DEMANDE_INCOMPLETE", "Dites ce que la personne demande, et le jour où sa demande est arrivée (aujourd'hui au plus tard).");
    }
    base.sql("insert into donnees.demande (personne_id, nature, recue_le, limite, objet, saisie_par, saisie_le) values (?, ?, ?, ?, ?, ?, ?)")
        .params(personne, nature.name(), recueLe, recueLe.plusMonths(1), exiger(objet, "Écrivez ce que la personne demande, avec ses mots."), agentCourant.perimetre().agent(),
            OffsetDateTime.now(horloge)).update();
    journal.tracer("DEMANDE_SUR_LES_DONNEES", personne, null, nature.libelle());
  }

  /** Answers, once. @throws RefusMetier without words, or when it is answered already */
  @Transactional
  public void repondre(long personne, long demande, Boolean acceptee, String reponse) {
    if (acceptee == null) {
      throw new RefusMetier("REPONSE_INCOMPLETE", "Dites si la demande est acceptée ou refusée.");
    }
    int n = base.sql("update donnees.demande set reponse = ?, acceptee = ?, repondue_par = ?, repondue_le = ? where id = ? and personne_id = ? and reponse is null")
        .params(exiger(reponse, "Écrivez ce qui est répondu, et pourquoi si c'est un refus."), acceptee, agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), demande, personne).update();
    if (n == 0) {
      throw new RefusMetier("DEJA_REPONDUE", "Quelqu'un a déjà répondu à cette demande. Rechargez la page.");
    }
    journal.tracer("REPONSE_SUR_LES_DONNEES", personne, null, acceptee ? "Demande acceptée" : "Demande refusée");
  }

  /** A litigation keeps her dossier whole from now on. @throws RefusMetier without words, or when one does already */
  @Transactional
  public void retenir(long personne, String raison) {
    String mots = exiger(raison, "Écrivez quel contentieux garde ce dossier.");
    int n = base.sql("insert into donnees.retenue (personne_id, raison, depuis, posee_par, posee_le) values (?, ?, ?, ?, ?) on conflict do nothing")
        .params(personne, mots, LocalDate.now(horloge), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).update();
    if (n == 0) {
      throw new RefusMetier("DEJA_RETENUE", "Ce dossier est déjà gardé pour un contentieux.");
    }
    journal.tracer("CONSERVATION_PROLONGEE", personne, null, "Contentieux en cours");
  }

  /** The litigation is over. */
  @Transactional
  public void lever(long personne) {
    int n = base.sql("update donnees.retenue set levee_par = ?, levee_le = ? where personne_id = ? and levee_le is null")
        .params(agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), personne).update();
    if (n > 0) {
      journal.tracer("CONSERVATION_LEVEE", personne, null, "Contentieux terminé");
    }
  }

  private static String exiger(String texte, String phrase) {
    if (texte == null || texte.isBlank()) {
      throw new RefusMetier("TEXTE_ABSENT", phrase);
    }
    if (texte.strip().length() > LONGUEUR) {
      throw new RefusMetier("TEXTE_TROP_LONG", "Ce texte dépasse 2 000 caractères : résumez-le.");
    }
    return texte.strip();
  }
}
