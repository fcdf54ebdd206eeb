package fr.jalon.travaux;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.application.AnnulerUnTravail;
import fr.jalon.travaux.application.EnJson;
import fr.jalon.travaux.application.Reveil;
import fr.jalon.travaux.lecture.LireLesTravaux;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of long work: ask, look, cancel. Under row-level security: each sees her own jobs. */
@Component
public class Travaux {
  private static final int EN_FILE = 60;
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final LireLesTravaux lecture;
  private final Reveil reveil;
  private final AnnulerUnTravail annuler;
  private final Chiffrement chiffrement;
  private final Clock horloge;

  Travaux(JdbcClient base, AgentCourant agentCourant, LireLesTravaux lecture, Reveil reveil, AnnulerUnTravail annuler,
      Chiffrement chiffrement, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.lecture = lecture;
    this.reveil = reveil;
    this.annuler = annuler;
    this.chiffrement = chiffrement;
    this.horloge = horloge;
  }

  /**
   * Asks for a job. In the transaction of who asks when there is one: it is there if what goes with it is.
   *
   * @param titre   what it is, in a French sentence without the name of a person
   * @param adresse page where its result is read, or {@code null} for that of the jobs
   * @return its number
   * @throws RefusMetier when too many jobs of hers wait already
   */
  @Transactional
  public <P> long demander(GenreDeTravail<P> genre, P parametres, String titre, String adresse) {
    return demander(genre, parametres, titre, adresse, null, null);
  }

  /** The same, for one server only: what it reads is on its disk. @param lieu name of the server, see {@link Serveur} */
  @Transactional
  public <P> long demander(GenreDeTravail<P> genre, P parametres, String titre, String adresse, String lieu) {
    return demander(genre, parametres, titre, adresse, lieu, null);
  }

  /** The same, that others follow too. @param cle what it is about, see {@link TravauxSuivis} */
  @Transactional
  public <P> long demander(GenreDeTravail<P> genre, P parametres, String titre, String adresse, String lieu, String cle) {
    Perimetre qui = agentCourant.perimetre();
    if (qui.agent().isEmpty()) {
      throw new IllegalStateException("Personne n'est au travail : un travail se fait au nom de quelqu'un.");
    }
    int enFile = base.sql("select count(*) from travaux.travail where demande_par = ? and genre = ? and etat = 'EN_ATTENTE'")
        .params(qui.agent(), genre.code()).query(Integer.class).single();
    if (enFile >= EN_FILE) {
      throw new RefusMetier("FILE_PLEINE",
          "Vous avez déjà %d travaux de cette sorte qui attendent. Recommencez quand les premiers seront faits.".formatted(enFile));
    }
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    long id = base.sql("""
        insert into travaux.travail (genre, titre, parametres, lieu, cle, adresse, demande_par, systeme, demande_le, etat_depuis)
        values (:genre, :titre, :parametres, :lieu, :cle, :adresse, :qui, :systeme, :le, :le) returning id""")
        .param("genre", genre.code()).param("titre", titre).param("parametres", EnJson.chiffrer(parametres, chiffrement)).param("lieu", lieu)
        .param("cle", cle).param("adresse", adresse)
        .param("qui", qui.agent()).param("systeme", qui.systeme()).param("le", maintenant).query(Long.class).single();
    reveil.apresLaTransaction();
    return id;
  }

  /** A job of the agent at work. */
  @Transactional(readOnly = true)
  public Optional<Travail> le(long id) {
    return lecture.un(id);
  }

  /** The last job of a kind that the agent at work asked for. */
  @Transactional(readOnly = true)
  public Optional<Travail> dernier(GenreDeTravail<?> genre) {
    return lecture.dernier(genre.code());
  }

  /** The jobs of the agent at work, the last first. */
  @Transactional(readOnly = true)
  public List<Travail> miens() {
    return lecture.miens();
  }

  /**
   * Stops a job: before its turn nothing is done; in the middle it stops after the part under way.
   *
   * @throws RefusMetier when it is over
   */
  @Transactional
  public void annuler(long id) {
    String qui = agentCourant.perimetre().nom();
    boolean sien = lecture.un(id).filter(Travail::bouge).isPresent();
    if (!sien || !annuler.avantSonTour(id, qui)
        && base.sql("update travaux.travail set annulation_par = ? where id = ? and etat = 'EN_COURS'").params(qui, id).update() == 0) {
      throw new RefusMetier("TRAVAIL_FINI", "Ce travail est déjà terminé : il n'y a plus rien à arrêter.");
    }
  }

  /** Its author read that it ended. @param id of the job, or 0 for all of hers */
  @Transactional
  public void vu(long id) {
    base.sql("""
        update travaux.travail set vu_le = :le where demande_par = :qui and vu_le is null and (:id = 0 or id = :id)
          and etat not in ('EN_ATTENTE', 'EN_COURS')""")
        .param("le", OffsetDateTime.now(horloge)).param("qui", agentCourant.perimetre().agent()).param("id", id).update();
  }
}
