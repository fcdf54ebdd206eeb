package fr.jalon.orientation.application;

import fr.jalon.allocataires.constat.Mouvement.Situation;
import fr.jalon.echeances.Echeances;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.ConditionsDOrientation;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.Position;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the orientation notified to a person: the entry is answered, its deadline met, and the organisation sees the person. */
@Service
public class EnregistrerOrientation {
  private final JdbcClient base;
  private final RegistreDesSuivis suivis;
  private final Structures structures;
  private final Echeances echeances;
  private final Journal journal;
  private final Clock horloge;

  EnregistrerOrientation(JdbcClient base, RegistreDesSuivis suivis, Structures structures, Echeances echeances, Journal journal, Clock horloge) {
    this.base = base;
    this.suivis = suivis;
    this.structures = structures;
    this.echeances = echeances;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Records one orientation.
   *
   * @return id of the follow-up
   * @throws RefusMetier see {@link ConditionsDOrientation}; nothing changes
   */
  @Transactional
  public long executer(NouvelleOrientation orientation) {
    return executer(List.of(orientation)).getFirst();
  }

  /** Records many at once, all or none. @return ids of the follow-ups in the same order */
  @Transactional
  public List<Long> executer(List<NouvelleOrientation> orientations) {
    List<Long> ids = new ArrayList<>(orientations.size());
    for (NouvelleOrientation o : orientations) {
      ids.add(enregistrer(o));
    }
    suivis.recalculerLePerimetre(orientations.stream().map(NouvelleOrientation::personneId).toList());
    return ids;
  }

  private record EntreeOuverte(long id, long foyerId, EtatEntree etat, LocalDate recuLe) {}

  private long enregistrer(NouvelleOrientation o) {
    Optional<Situation> situation = situation(o.personneId());
    Optional<EntreeOuverte> entree = base.sql("""
        select id, foyer_id, etat, recu_le from orientation.entree where personne_id = ? and etat in ('EN_ATTENTE', 'SUSPENDUE')
        order by mois desc limit 1""").param(o.personneId()).query(EntreeOuverte.class).optional();
    Organisation organisation = structures.organisation(o.organisationId()).orElse(null);
    new ConditionsDOrientation(LocalDate.now(horloge), Position.de(situation.orElse(null)), entree.map(EntreeOuverte::etat).orElse(null),
        entree.map(EntreeOuverte::recuLe).orElse(null), suivis.ouvertDe(o.personneId()).isPresent(), organisation,
        o.referentId() == null ? null : structures.referent(o.referentId()).orElse(null)).verifier(o);
    long id = suivis.creer(o, entree.map(EntreeOuverte::id).orElse(null));
    entree.ifPresent(e -> {
      base.sql("update orientation.entree set etat = 'ORIENTEE', etat_depuis = ? where id = ?").params(o.notifieLe(), e.id()).update();
      suivis.consigner("ENTREE", e.id(), o.personneId(), e.etat().name(), EtatEntree.ORIENTEE.name(), o.notifieLe(), "Orientation notifiée.");
      echeances.tenir(Nature.ORIENTATION, List.of(e.id()), o.notifieLe());
    });
    journal.tracer("ORIENTATION", o.personneId(), entree.map(EntreeOuverte::foyerId).or(() -> situation.map(Situation::foyerId)).orElse(null),
        "Orientation en parcours %s vers %s".formatted(o.parcours().libelle().toLowerCase(java.util.Locale.FRENCH), organisation.nom()));
    return id;
  }

  /** Present situation; empty when the person is in no foyer. @throws RefusMetier when she is unknown or out of the perimeter */
  private Optional<Situation> situation(long personneId) {
    if (base.sql("select 1 from allocataires.personne where id = ? and fusionnee_dans is null").param(personneId).query(Integer.class).optional().isEmpty()) {
      throw new RefusMetier("PERSONNE_INCONNUE", "Cette personne n'existe pas, ou elle ne fait pas partie de ce que vous pouvez consulter.");
    }
    return base.sql("""
        select d.etat, m.sdd, d.suspendu_depuis, d.foyer_id from allocataires.membre m
        join allocataires.droit d on d.foyer_id = m.foyer_id and d.jusqua = 'infinity' and d.oublie_le = 'infinity'
        where m.personne_id = ? and m.adulte and m.jusqua = 'infinity' and m.oublie_le = 'infinity'
        order by (d.etat = '2' and m.sdd) desc, d.etat = '2' desc, d.etat in ('3', '4') desc, d.depuis desc limit 1""")
        .param(personneId).query((l, _) -> new Situation(l.getString(1), l.getBoolean(2), l.getObject(3, LocalDate.class), l.getLong(4))).optional();
  }
}
