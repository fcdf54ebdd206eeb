package fr.jalon.rendezvous.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.LieuChange;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the places where the Département receives. Nothing is deleted; a place that no longer serves is inactive. */
@Service
public class TenirLesLieux {
  private static final int CAPACITE_MAXIMUM = 500;
  private static final String INCOMPLET = "LIEU_INCOMPLET";
  /** Why the slots of a place where nobody is received any more are closed. */
  static final String PLUS_ICI = "On ne reçoit plus dans ce lieu";
  private final JdbcClient base;
  private final SuivreLeLieu suivre;
  private final AgentCourant agent;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  TenirLesLieux(JdbcClient base, SuivreLeLieu suivre, AgentCourant agent, Journal journal, ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
    this.suivre = suivre;
    this.agent = agent;
    this.journal = journal;
    this.evenements = evenements;
  }

  /** What a save did. @param recrits messages that had not left yet, and now say the place as it is */
  public record Tenu(int id, int recrits) {}

  /** Creates or changes a place. @return its id. @throws SaisieRefusee with all that is missing or impossible */
  @Transactional
  public int executer(LieuDeRendezVous lieu) {
    return tenir(lieu).id();
  }

  /** The same. What has not left yet about those expected there follows it. @throws SaisieRefusee with all that is missing or impossible */
  @Transactional
  public Tenu tenir(LieuDeRendezVous lieu) {
    Perimetre perimetre = agent.perimetre();
    verifierLeSien(lieu.id(), perimetre);
    verifier(lieu, perimetre);
    int id = ecrire(lieu);
    int recrits = lieu.id() == null ? 0 : suivre.recrire(id);
    offrir(id, lieu.actif());
    if (lieu.id() != null) {
      evenements.publishEvent(new LieuChange(id));
    }
    journal.tracer("LIEU", null, null, "Lieu %s : %s%s%s".formatted(lieu.id() == null ? "créé" : "modifié", lieu.nom().strip(),
        lieu.actif() ? "" : " (inactif)",
        recrits == 0 ? "" : " ; %d messages récrits".formatted(recrits)));
    return new Tenu(id, recrits);
  }

  private int ecrire(LieuDeRendezVous lieu) {
    try {
      return base.sql(lieu.id() == null ? """
          insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone, actif)
          values (:nom, :adresse, :cp, :commune, :territoire, :accessible, :capacite, :telephone, :actif) returning id""" : """
          update rendezvous.lieu set nom = :nom, adresse = :adresse, code_postal = :cp, commune = :commune, territoire_id = :territoire, accessible = :accessible,
            capacite = :capacite, telephone = :telephone, actif = :actif where id = :id returning id""")
          .param("id", lieu.id()).param("nom", lieu.nom().strip()).param("adresse", lieu.adresse().strip()).param("cp", lieu.codePostal().strip())
          .param("commune", lieu.commune()).param("territoire", lieu.territoire()).param("accessible", lieu.accessible())
          .param("capacite", lieu.capacite())
          .param("telephone", lieu.telephone().strip()).param("actif", lieu.actif()).query(Integer.class).optional()
          .orElseThrow(TenirLesLieux::ailleurs);
    } catch (DuplicateKeyException _) {
      throw new SaisieRefusee("nom", new RefusMetier("LIEU_DEJA",
          "Un lieu de ce territoire porte déjà ce nom. Donnez-en un autre, ou modifiez celui qui existe."));
    }
  }

  /** The slots to come of a place where nobody is received any more are offered to no one; those given stay, and its page shows them. */
  private void offrir(int lieu, boolean actif) {
    base.sql("""
        update rendezvous.creneau k set ferme = :pose from rendezvous.permanence m where m.id = k.permanence_id and m.lieu_id = :lieu and k.jour >= :aujourdhui
          and k.ferme is not distinct from :leve::text""").param("pose", actif ? null : PLUS_ICI).param("leve", actif ? PLUS_ICI : null).param("lieu", lieu)
        .param("aujourdhui", LocalDate.now(horloge)).update();
  }

  /** A place of another territory is not changed, whatever is typed. */
  private void verifierLeSien(Integer id, Perimetre perimetre) {
    if (id != null && base.sql("select territoire_id from rendezvous.lieu where id = ?").param(id).query(Integer.class).optional()
        .filter(t -> !tient(perimetre, t)).isPresent()) {
      throw ailleurs();
    }
  }

  private static void verifier(LieuDeRendezVous lieu, Perimetre perimetre) {
    new Fautes().exiger(dit(lieu.nom()), "nom", INCOMPLET, "Donnez un nom au lieu.")
        .exiger(dit(lieu.adresse()), "adresse", INCOMPLET, "Donnez l'adresse du lieu : elle est dans la convocation.")
        .exiger(lieu.codePostal() != null && lieu.codePostal().strip().matches("\\d{5}"), "codePostal", "CODE_POSTAL",
        "Le code postal a cinq chiffres.")
        .exiger(dit(lieu.commune()), "commune", INCOMPLET, "Choisissez la commune du lieu.")
        .exiger(lieu.territoire() > 0, "territoire", INCOMPLET, "Choisissez le territoire qui tient ce lieu.")
        .exiger(tient(perimetre, lieu.territoire()), "territoire", "TERRITOIRE_AILLEURS",
            "Ce lieu serait tenu par un autre territoire que les vôtres. Choisissez l'un des vôtres, ou demandez à un agent de ce territoire de le tenir.")
        .exiger(lieu.capacite() >= 1 && lieu.capacite() <= CAPACITE_MAXIMUM, "capacite", "CAPACITE", "La salle reçoit de 1 à 500 personnes.")
        .exiger(dit(lieu.telephone()), "telephone", INCOMPLET, "Donnez le numéro de téléphone à appeler : il est dans la convocation.").lever();
  }

  private static boolean tient(Perimetre perimetre, int territoire) {
    return perimetre.partout() || perimetre.territoires().contains(territoire);
  }

  private static RefusMetier ailleurs() {
    return new RefusMetier("LIEU_AILLEURS", "Ce lieu est tenu par un autre territoire que le vôtre.");
  }

  private static boolean dit(String texte) {
    return texte != null && !texte.isBlank();
  }
}
