package fr.jalon.rendezvous.application;

import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.rendezvous.domaine.EtatSession;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A file had cancelled her appointment, and another one says that her right is open: another payer took over, she was absent from one file. What
 * is still to come is given again, and she is written to, as long as there is a place; otherwise the agents read that it is to be given again
 * ({@code lecture.RendezVousARevoir}). Once only: what an agent planned, cancelled or noted since is left as it is.
 */
@Component
class RendreLesRendezVous {
  private static final int JOURS = 14;
  private static final String ANNULES = """
      with annules as (
        select c.id, c.personne_id, true as collectif, c.session_id as ou, c.limite from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id
        where c.etat = 'ANNULEE' and c.etat_depuis >= :depuis and s.etat = 'PREVUE' and s.jour > :aujourdhui and (:personnes::bigint[] is null or c.personne_id = any(:personnes::bigint[]))
        union all
        select e.id, e.personne_id, false, e.creneau_id, null from rendezvous.entretien e left join rendezvous.creneau k on k.id = e.creneau_id
        where e.etat = 'ANNULEE' and e.etat_depuis >= :depuis and (k.id is null or k.jour > :aujourdhui and k.ferme is null) and (:personnes::bigint[] is null or e.personne_id = any(:personnes::bigint[])))
      select v.id, v.personne_id, v.collectif, v.ou, v.limite, g.de
      from annules v join allocataires.personne p on p.id = v.personne_id and p.fusionnee_dans is null
      """ + DroitConnu.JOINTURE + """
      cross join lateral (select y.de, y.par, y.fait_le from rendezvous.passage y where y.objet_id = v.id order by y.id desc limit 1) g
      where g.par = :auteur and g.fait_le >= :depuis and x.adulte and allocataires.est_ouvert(x.etat) and coalesce(x.motif_suspension, '') not in ('DG', 'DH')
        and not exists (select from allocataires.adresse_au(x.foyer_id, x.jour) a join structures.commune k on k.code = a.commune where k.departement <> :departement)
        and not exists (select from rendezvous.convocation y where y.personne_id = v.personne_id and (y.id > v.id or v.collectif and y.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE')))
        and not exists (select from rendezvous.entretien y where y.personne_id = v.personne_id and (y.id > v.id or not v.collectif and y.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE')))
      order by v.id""";
  private final JdbcClient base;
  private final RegistreDesConvocations convocations;
  private final RegistreDesEntretiens entretiens;
  private final SessionsTenues sessions;
  private final EcrireAuxConvoques auxConvoques;
  private final EcrirePourUnEntretien pourUnEntretien;
  private final Codes codes;
  private final Structures structures;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  RendreLesRendezVous(JdbcClient base, RegistreDesConvocations convocations, RegistreDesEntretiens entretiens, SessionsTenues sessions,
      EcrireAuxConvoques auxConvoques,
      EcrirePourUnEntretien pourUnEntretien, Codes codes, Structures structures, Parametres parametres, Journal journal, Clock horloge) {
    this.base = base;
    this.convocations = convocations;
    this.entretiens = entretiens;
    this.sessions = sessions;
    this.auxConvoques = auxConvoques;
    this.pourUnEntretien = pourUnEntretien;
    this.codes = codes;
    this.structures = structures;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** @param ou the session or the slot, {@code null} for an invitation to choose; @param de the state it had before */
  private record Annule(long id, long personneId, boolean collectif, Long ou, LocalDate limite, String de) {}

  /** Inside a transaction. @param personnes {@code null} for everyone. @return how many were given again */
  int executer(List<Long> personnes) {
    List<Annule> annules = base.sql(ANNULES).param("aujourdhui", LocalDate.now(horloge))
        .param("personnes", personnes == null ? null : personnes.toArray(Long[]::new))
        .param("auteur", SuivreLaSituation.AUTEUR).param("depuis", OffsetDateTime.now(horloge).minusDays(JOURS))
        .param("departement", structures.departementConnu().map(Departement::code).orElse("")).query(Annule.class).list();
    List<Annule> rendus = annules.stream().filter(a -> a.collectif() ? session(a) : a.ou() == null ? invitation(a) : creneau(a)).toList();
    rendus.stream().collect(Collectors.groupingBy(Annule::collectif))
        .forEach((collectif, siens) -> journal.tracer(collectif ? "CONVOCATION" : "ENTRETIEN",
        siens.stream().map(a -> new Journal.Objet(a.personneId(), null, "Rendez-vous rendu : le droit est de nouveau ouvert")).toList()));
    return rendus.size();
  }

  private boolean session(Annule a) {
    convocations.reserver(List.of(a.ou()));
    SessionsTenues.Session s = sessions.lire(a.ou());
    boolean attendait = EtatConvocation.EN_ATTENTE.name().equals(a.de());
    if (s.etat() != EtatSession.PREVUE || !attendait && s.ouverte().places() <= 0) {
      return false;
    }
    String code = attendait ? null : codes.tirer();
    List<RegistreDesConvocations.Ecrite> ecrites = convocations.creer(List.of(new RegistreDesConvocations.Nouvelle(a.personneId(), a.ou(),
        attendait ? EtatConvocation.EN_ATTENTE : EtatConvocation.CONVOQUEE, a.limite(), false, code, attendait ? null : s.ouverte().jour())));
    if (!attendait) {
      auxConvoques.convoquer(ecrites.stream().map(e -> new EcrireAuxConvoques.Destinataire(e.id(), e.personneId(), s, code)).toList());
    }
    return true;
  }

  private boolean creneau(Annule a) {
    entretiens.reserver(entretiens.creneau(a.ou()).permanenceId());
    RegistreDesEntretiens.Creneau c = entretiens.creneau(a.ou());
    if (c.ferme() != null || c.pris()) {
      return false;
    }
    String code = codes.tirer();
    long id = entretiens.creer(a.personneId(), a.ou(), EtatEntretien.CONVOQUEE, code, c.jour());
    pourUnEntretien.donner(id, a.personneId(), c, code, false);
    return true;
  }

  private boolean invitation(Annule a) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    LocalDate expire = aujourdhui.plusDays(parametres.jours("rendezvous.invitation_jours", aujourdhui));
    String code = codes.tirer();
    pourUnEntretien.inviter(entretiens.creer(a.personneId(), null, EtatEntretien.INVITEE, code, expire), a.personneId(), code, expire);
    return true;
  }
}
