package fr.jalon.carnet.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that what was asked was read, or done, or was not after all: by whom it was asked of, or who asked for a task. One or many at once. */
@Service
public class RepondreAUneDemande {
  private static final int RAISON = 200;
  private static final String MIENNE = "id = any (:demandes) and (pour = :moi or genre = 'TACHE' and demandee_par = :moi "
      + "or carnet.demande_aux_miens(pour))";
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  RepondreAUneDemande(JdbcClient base, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** Done twice is done once. @throws RefusMetier when it is somebody else's, or no longer to be read */
  @Transactional
  public void executer(long demande) {
    executer(List.of(demande));
  }

  /**
   * Many at once, all or none.
   *
   * @return those that were not read or done yet
   * @throws RefusMetier none is given, or one of them is somebody else's or no longer to be read
   */
  @Transactional
  public List<Long> executer(Collection<Long> demandes) {
    exigerMiennes(demandes);
    return noter(demandes, "faite_le = :quand, faite_par = :moi", "faite_le is null", "CARNET_DEMANDE_FAITE", null);
  }

  /**
   * They were not read or done: they wait again.
   *
   * @return those that were
   * @throws RefusMetier none is given, no reason is, or one of them is somebody else's or no longer to be read
   */
  @Transactional
  public List<Long> rouvrir(Collection<Long> demandes, String raison) {
    new Fautes().exiger(raison != null && !raison.isBlank() && raison.length() <= RAISON, "raison", "ROUVERTE_SANS_RAISON",
        "Dites pourquoi, en %d caractères au plus : fait trop vite, erreur de ligne.".formatted(RAISON)).lever();
    exigerMiennes(demandes);
    return noter(demandes, "faite_le = null, faite_par = null", "faite_le is not null", "CARNET_DEMANDE_ROUVERTE", raison.strip());
  }

  private void exigerMiennes(Collection<Long> demandes) {
    new Fautes().exiger(!demandes.isEmpty(), "demandes", "DEMANDE_A_COCHER", "Cochez au moins une ligne.").lever();
    long miennes = base.sql("select count(*) from carnet.demande where " + MIENNE).param("demandes", ids(demandes))
        .param("moi", agentCourant.perimetre().agent()).query(Long.class).single();
    if (miennes < demandes.stream().distinct().count()) {
      throw dAutrui();
    }
  }

  /** What is asked of others, no longer to be read, or never asked. */
  public static RefusMetier dAutrui() {
    return new RefusMetier("DEMANDE_D_AUTRUI",
        "Ce n'est pas à vous que c'est demandé, ou cette personne n'est plus dans ce que vous pouvez consulter.");
  }

  private List<Long> noter(Collection<Long> demandes, String quoi, String seulement, String acte, String objet) {
    record Notee(long id, long personneId) {}
    List<Notee> notees = base.sql("update carnet.demande set " + quoi + " where " + MIENNE + " and " + seulement + " returning id, personne_id")
        .param("demandes", ids(demandes)).param("moi", agentCourant.perimetre().agent()).param("quand", OffsetDateTime.now(horloge))
        .query(Notee.class).list();
    journal.tracer(acte, notees.stream().map(n -> new Journal.Objet(n.personneId(), null, objet)).toList());
    return notees.stream().map(Notee::id).toList();
  }

  private static Long[] ids(Collection<Long> demandes) {
    return demandes.toArray(Long[]::new);
  }
}
