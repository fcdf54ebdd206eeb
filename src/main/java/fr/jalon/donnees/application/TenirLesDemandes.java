package fr.jalon.donnees.application;

import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.parametres.Valeur;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what a person asks about her data and what is answered within the delay of article 12 GDPR, and the litigations that keep her dossier. Each
 * act is in the journal.
 */
@Service
public class TenirLesDemandes {
  private static final int LONGUEUR = 2000;
  private static final String DELAI = "donnees.delai_de_reponse";
  private static final String SIENNES = "personne_id in (select id from allocataires.personne where id = :personne or fusionnee_dans = :personne)";
  private static final RowMapper<Demande> DEMANDE = new DataClassRowMapper<>(Demande.class);
  private final JdbcClient base;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final Parametres parametres;
  private final Clock horloge;

  TenirLesDemandes(JdbcClient base, Journal journal, AgentCourant agentCourant, Parametres parametres, Clock horloge) {
    this.base = base;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** Name of a person of the perimeter who was not merged into another. */
  @Transactional(readOnly = true)
  public Optional<String> nom(long personne) {
    return base.sql("select nom, prenom from allocataires.personne where id = ? and fusionnee_dans is null").param(personne)
        .query((l, _) -> Francais.personne(l.getString(1), l.getString(2))).optional();
  }

  /** What she asked, the latest first. */
  @Transactional(readOnly = true)
  public List<Demande> demandes(long personne) {
    return base.sql("select id, nature, recue_le, limite, objet, habilitations.nom_agent(saisie_par) as saisie_par, reponse, acceptee, habilitations.nom_agent(repondue_par) as repondue_par, repondue_le from donnees.demande where personne_id = ? order by recue_le desc, id desc")
        .param(personne).query(Demande.class).list();
  }

  /** What these persons asked and that nobody answered, by person. */
  @Transactional(readOnly = true)
  public Map<Long, List<Demande>> sansReponse(Collection<Long> personnes) {
    return base.sql("""
        select personne_id, id, nature, recue_le, limite, objet, habilitations.nom_agent(saisie_par) as saisie_par, reponse, acceptee, null as repondue_par,
          repondue_le from donnees.demande where personne_id = any(:personnes::bigint[]) and reponse is null""")
        .param("personnes", personnes.toArray(Long[]::new)).query((l, n) -> Map.entry(l.getLong("personne_id"), DEMANDE.mapRow(l, n))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** The litigations that keep her dossier, the oldest first; those of a record merged into hers too. */
  @Transactional(readOnly = true)
  public List<Retenue> retenues(long personne) {
    return base.sql("select id, raison, depuis, habilitations.nom_agent(posee_par) as posee_par from donnees.retenue where " + SIENNES
        + " and levee_le is null order by depuis, id").param("personne", personne)
        .query(Retenue.class).list();
  }

  /** How long there is to answer a request received that day, in words; empty when nothing says it. */
  public String delai(LocalDate recueLe) {
    return parametres.chercher(DELAI, recueLe).map(Valeur::texte).orElse("");
  }

  /** How long a dossier is kept after its end, in words. */
  public String conservation(LocalDate jour) {
    return parametres.valeur("conservation.apres_la_fin", jour).texte();
  }

  /** True for a day from which the law gives such a request a delay: none is known before the GDPR. */
  public boolean recevable(LocalDate recueLe) {
    return parametres.chercher(DELAI, recueLe).isPresent();
  }

  /**
   * Writes what she asks.
   *
   * @return the day by which it must be answered (article 12 GDPR)
   * @throws RefusMetier without words, for a day to come, or for one so old that no delay is known
   */
  @Transactional
  public LocalDate demander(long personne, NatureDeDemande nature, LocalDate recueLe, String objet) {
    if (nature == null || recueLe == null || recueLe.isAfter(LocalDate.now(horloge))) {
      throw new RefusMetier("DEMANDE_INCOMPLETE",
          "Dites ce que la personne demande, et le jour où sa demande est arrivée (aujourd'hui au plus tard).");
    }
    LocalDate limite = recueLe.plus(parametres.chercher(DELAI, recueLe)
        .orElseThrow(() -> new RefusMetier("DEMANDE_TROP_ANCIENNE", "Ce jour est d'avant le RGPD : vérifiez le jour où sa demande est arrivée."))
        .duree());
    base.sql("insert into donnees.demande (personne_id, nature, recue_le, limite, objet, saisie_par, saisie_le) values (?, ?, ?, ?, ?, ?, ?)")
        .params(personne, nature.name(), recueLe, limite, exiger(objet, "Écrivez ce que la personne demande, avec ses mots."),
        agentCourant.perimetre().agent(),
            OffsetDateTime.now(horloge)).update();
    journal.tracer("DEMANDE_SUR_LES_DONNEES", personne, null, nature.libelle());
    return limite;
  }

  /** Answers, once. @throws RefusMetier without words, or when it is answered already */
  @Transactional
  public void repondre(long personne, long demande, Boolean acceptee, String reponse) {
    if (acceptee == null) {
      throw new RefusMetier("REPONSE_INCOMPLETE", "Dites si la demande est acceptée ou refusée.");
    }
    int n = base.sql("update donnees.demande set reponse = ?, acceptee = ?, repondue_par = ?, repondue_le = ? where id = ? and personne_id = ? and reponse is null")
        .params(exiger(reponse, "Écrivez ce qui est répondu, et pourquoi si c'est un refus."), acceptee, agentCourant.perimetre().agent(),
        OffsetDateTime.now(horloge), demande, personne).update();
    if (n == 0) {
      throw new RefusMetier("DEJA_REPONDUE", "Quelqu'un a déjà répondu à cette demande. Rechargez la page.");
    }
    journal.tracer("REPONSE_SUR_LES_DONNEES", personne, null, acceptee ? "Demande acceptée" : "Demande refusée");
  }

  /** A litigation keeps her dossier whole from now on. @throws RefusMetier without words, or when the same one keeps it already */
  @Transactional
  public void retenir(long personne, String raison) {
    String mots = exiger(raison, "Écrivez quel contentieux garde ce dossier.");
    if (retenues(personne).stream().anyMatch(r -> r.raison().equals(mots))) {
      throw new RefusMetier("DEJA_RETENUE", "Ce dossier est déjà gardé pour ce contentieux.");
    }
    base.sql("insert into donnees.retenue (personne_id, raison, depuis, posee_par, posee_le) values (?, ?, ?, ?, ?)")
        .params(personne, mots, LocalDate.now(horloge), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).update();
    journal.tracer("CONSERVATION_PROLONGEE", personne, null, "Contentieux en cours");
  }

  /** This litigation is over; another one may still keep her dossier. Said twice, it is said once. */
  @Transactional
  public void lever(long personne, long retenue) {
    int n = base.sql("update donnees.retenue set levee_par = :par, levee_le = :le where id = :retenue and " + SIENNES + " and levee_le is null")
        .param("par", agentCourant.perimetre().agent()).param("le", OffsetDateTime.now(horloge)).param("retenue", retenue)
        .param("personne", personne).update();
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
