package fr.jalon.rendezvous.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.rendezvous.domaine.LieuDit;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The interviews and their slots as written: read, created, passed from a state to another with who, when and why. Inside a transaction. */
@Component
class RegistreDesEntretiens {
  private static final int VERROU = 7_290;
  private static final RowMapper<Entretien> ENTRETIEN = (l, _) ->
      new Entretien(l.getLong("id"), l.getLong("personne_id"), (Long) l.getObject("creneau_id"),
      EtatEntretien.valueOf(l.getString("etat")), l.getObject("code_expire_le", LocalDate.class));
  private static final RowMapper<Creneau> CRENEAU = (l, _) ->
      new Creneau(l.getLong("id"), l.getInt("permanence_id"), l.getObject("jour", LocalDate.class),
      l.getObject("debut", LocalTime.class), l.getObject("fin", LocalTime.class), l.getString("ferme"), l.getBoolean("pris"), l.getString("agent"),
      l.getString("commune"),
      LieuDit.de(l.getString("lieu"), l.getString("adresse"), l.getString("code_postal"), l.getString("commune"), l.getBoolean("accessible"),
      l.getString("telephone")));
  private static final Passages.Registre ENTRETIENS = new Passages.Registre("rendezvous.entretien", "rendezvous.passage", null);
  private final JdbcClient base;
  private final Passages passages;
  private final AgentCourant agent;
  private final Clock horloge;

  RegistreDesEntretiens(JdbcClient base, Passages passages, AgentCourant agent, Clock horloge) {
    this.base = base;
    this.passages = passages;
    this.agent = agent;
    this.horloge = horloge;
  }

  /** An interview as it stands. @param creneauId {@code null} while she has not chosen; @param codeExpireLe the last day when her code serves */
  record Entretien(long id, long personneId, Long creneauId, EtatEntretien etat, LocalDate codeExpireLe) {
    /** True for an invitation to choose that nobody answered in time. */
    boolean invitationPassee(LocalDate aujourdhui) {
      return etat == EtatEntretien.INVITEE && codeExpireLe != null && codeExpireLe.isBefore(aujourdhui);
    }
  }

  /** A slot and what messages say of it. @param ferme why nobody receives then, or {@code null} */
  record Creneau(long id, int permanenceId, LocalDate jour, LocalTime debut, LocalTime fin, String ferme, boolean pris, String agent, String commune,
      LieuDit ou) {
    /** True once it has begun. */
    boolean passe(LocalDateTime maintenant) {
      return !jour.atTime(debut).isAfter(maintenant);
    }
  }

  /** A person as she stands. */
  record Personne(long id, DroitConnu droit) {}

  /** Until the end of the transaction nobody else closes or gives a slot of this permanence. */
  void reserver(int permanence) {
    base.sql("select pg_advisory_xact_lock(?, ?)").params(VERROU, permanence).query((l, _) -> 0).list();
  }

  /** A slot. @throws RefusMetier when it does not exist */
  Creneau creneau(long id) {
    return base.sql("""
        select c.*, m.agent, l.nom as lieu, l.adresse, l.code_postal, k.nom as commune, l.telephone, l.accessible,
          exists (select from rendezvous.creneaux_pris(array[c.id])) as pris
        from rendezvous.creneau c join rendezvous.permanence m on m.id = c.permanence_id join rendezvous.lieu l on l.id = m.lieu_id
        join structures.commune k on k.code = l.commune where c.id = ?""").param(id).query(CRENEAU).optional()
        .orElseThrow(() -> new RefusMetier("CRENEAU_INCONNU", "Ce créneau n'existe pas. Revenez à l'agenda."));
  }

  /** @throws RefusMetier when she does not exist, or is out of the agent's perimeter */
  Personne personne(long id) {
    return base.sql("""
        select p.id, x.foyer_id, x.etat, not x.adulte as a_charge, allocataires.suivie_hors_rsa(p.id) as hors_rsa from allocataires.personne p
        """ + DroitConnu.JOINTURE + "where p.id = ? and p.fusionnee_dans is null").param(id)
        .query((l, _) -> new Personne(l.getLong("id"), new DroitConnu((Long) l.getObject("foyer_id"), l.getString("etat"), l.getBoolean("a_charge"),
            l.getBoolean("hors_rsa"))))
        .optional().orElseThrow(() -> new RefusMetier("PERSONNE_INCONNUE",
            "Cette personne n'existe pas, ou elle ne fait pas partie de ce que vous pouvez consulter."));
  }

  /** One, locked. @throws RefusMetier when it does not exist, or is out of the agent's perimeter */
  Entretien lire(long id) {
    return base.sql("select id, personne_id, creneau_id, etat, code_expire_le from rendezvous.entretien where id = ? for update").param(id)
        .query(ENTRETIEN).optional()
        .orElseThrow(() -> new RefusMetier("ENTRETIEN_INCONNU",
        "Ce rendez-vous n'existe pas, ou il ne fait pas partie de ce que vous pouvez consulter."));
  }

  /** The one that runs for a person, locked. */
  Optional<Entretien> enCours(long personne) {
    return base.sql("select id, personne_id, creneau_id, etat, code_expire_le from rendezvous.entretien where personne_id = ? and etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE') for update")
        .param(personne).query(ENTRETIEN).optional();
  }

  /** Those expected at the slots of a permanence between two days, of any perimeter the agent has. */
  List<Entretien> attendus(int permanence, LocalDate du, LocalDate au) {
    return base.sql("""
        select e.id, e.personne_id, e.creneau_id, e.etat, e.code_expire_le from rendezvous.entretien e join rendezvous.creneau c on c.id = e.creneau_id
        where c.permanence_id = ? and c.jour between ? and ? and e.etat in ('CONVOQUEE', 'CONFIRMEE') order by e.id for update of e""").params(permanence, du, au)
        .query(ENTRETIEN).list();
  }

  /** The invitations to choose whose code served no longer the day before, of any perimeter the agent has. */
  List<Entretien> invitationsPassees(LocalDate jour) {
    return base.sql("select id, personne_id, creneau_id, etat, code_expire_le from rendezvous.entretien where etat = 'INVITEE' and code_expire_le < ? order by id for update")
        .param(jour).query(ENTRETIEN).list();
  }

  /** A new one and its first passage. @param creneau {@code null} for an invitation */
  long creer(long personne, Long creneau, EtatEntretien etat, String code, LocalDate expire) {
    long id = sansDoublon(() -> base.sql("""
        insert into rendezvous.entretien (personne_id, creneau_id, etat, etat_depuis, code_empreinte, code_expire_le, saisi_par, saisi_le)
        values (:personne, :creneau, :etat, :maintenant, sha256(convert_to(:code, 'UTF8')), :expire, :par, :maintenant) returning id""").param("creneau", creneau).param("etat", etat.name())
        .param("maintenant", OffsetDateTime.now(horloge)).param("code", code).param("expire", expire).param("par", par()).param("personne", personne)
        .query(Long.class).single());
    passage(id, null, etat, null, null);
    return id;
  }

  /** A meeting that took place, or did not, without a slot: the day and who received her. @param motif why she is excused (code), or {@code null} */
  long creerHorsPermanence(long personne, LocalDate le, EtatEntretien etat, String motif, Integer organisation) {
    long id = sansDoublon(() -> base.sql("""
        insert into rendezvous.entretien (personne_id, le, organisation_id, etat, etat_depuis, motif, saisi_par, saisi_le)
        values (:personne, :le, :organisation, :etat, :maintenant, :motif, :par, :maintenant) returning id""").param("le", le).param("organisation", organisation).param("etat", etat.name())
        .param("maintenant", OffsetDateTime.now(horloge)).param("motif", motif).param("par", par()).param("personne", personne)
        .query(Long.class).single());
    passage(id, null, etat, motif, null);
    return id;
  }

  /** The interview of a person that day, locked: at a slot, or without one. */
  Optional<Entretien> leJour(long personne, LocalDate le) {
    return base.sql("""
        select e.id, e.personne_id, e.creneau_id, e.etat, e.code_expire_le from rendezvous.entretien e left join rendezvous.creneau k on k.id = e.creneau_id
        where e.personne_id = ? and coalesce(k.jour, e.le) = ? and e.etat not in ('INVITEE', 'ANNULEE', 'DECLINEE') order by e.id desc limit 1 for update of e""")
        .params(personne, le).query(ENTRETIEN).optional();
  }

  /** Takes back a meeting without a slot that was noted by mistake. @throws RefusMetier when it was given at a slot, or is taken back already */
  void effacer(Entretien e, String motif) {
    if (e.creneauId() != null || !e.etat().pointee()) {
      throw new RefusMetier("PAS_HORS_PERMANENCE", "Ce rendez-vous ne s'efface pas d'ici : corrigez sa présence, ou ouvrez-le depuis le dossier.");
    }
    base.sql("update rendezvous.entretien set etat = 'ANNULEE', etat_depuis = ?, motif = ? where id = ?")
        .params(OffsetDateTime.now(horloge), motif, e.id()).update();
    passage(e.id(), e.etat(), EtatEntretien.ANNULEE, motif, null);
  }

  /** Gives it a slot and a new code: the one sent before no longer opens anything. */
  void placer(Entretien e, long creneau, String code, LocalDate expire) {
    sansDoublon(() -> base.sql("""
        update rendezvous.entretien set creneau_id = :creneau, etat = 'CONVOQUEE', etat_depuis = :maintenant, motif = null,
          code_empreinte = sha256(convert_to(:code, 'UTF8')), code_expire_le = :expire where id = :id""").param("creneau", creneau)
        .param("maintenant", OffsetDateTime.now(horloge)).param("code", code).param("expire", expire).param("id", e.id()).update());
    passage(e.id(), e.etat(), EtatEntretien.CONVOQUEE, null, e.creneauId());
  }

  /** Gives a new code, nothing else changes: the one sent before no longer opens anything. */
  void donnerUnCode(Entretien e, String code, LocalDate expire) {
    base.sql("update rendezvous.entretien set code_empreinte = sha256(convert_to(:code, 'UTF8')), code_expire_le = :expire where id = :id")
        .param("code", code).param("expire", expire)
        .param("id", e.id()).update();
  }

  /** @param motif why (code or sentence), or {@code null}. @throws RefusMetier when it cannot pass to this state */
  void passer(Entretien e, EtatEntretien vers, String motif) {
    if (!e.etat().suivants().contains(vers) || vers == EtatEntretien.ANNULEE && e.etat().pointee()) {
      throw new RefusMetier("PASSAGE_IMPOSSIBLE", "Ce rendez-vous est « %s » : il ne peut pas devenir « %s ». Rechargez la page."
          .formatted(e.etat().libelle().toLowerCase(java.util.Locale.FRENCH), vers.libelle().toLowerCase(java.util.Locale.FRENCH)));
    }
    base.sql("update rendezvous.entretien set etat = ?, etat_depuis = ?, motif = ? where id = ?")
        .params(vers.name(), OffsetDateTime.now(horloge), motif, e.id()).update();
    passage(e.id(), e.etat(), vers, motif, null);
  }

  /** Invitations that nobody answered in time are undone: she may be invited, or convoked, again. */
  void expirer(List<Entretien> invitations, String motif) {
    passages.passer(ENTRETIENS, "m.id = any(:invitees::bigint[]) and m.etat = 'INVITEE'",
        Map.of("invitees", RegistreDesConvocations.tableau(invitations.stream().map(Entretien::id).toList()), "pourquoi", motif),
        EtatEntretien.ANNULEE, "motif = :pourquoi", motif);
  }

  /** Not through {@link Passages}: this one also says the slots. @param quitte the slot left, or {@code null} */
  private void passage(long id, EtatEntretien de, EtatEntretien vers, String motif, Long quitte) {
    base.sql("""
        insert into rendezvous.passage (objet_id, personne_id, de, vers, fait_le, par, motif, creneau_id, creneau_quitte_id)
        select id, personne_id, :de, :vers, :le, :par, :motif, creneau_id, :quitte::bigint from rendezvous.entretien where id = :id""")
        .param("de", de == null ? null : de.name()).param("vers", vers.name()).param("le", OffsetDateTime.now(horloge))
        .param("par", par()).param("motif", motif)
        .param("quitte", quitte).param("id", id).update();
  }

  private String par() {
    return agent.perimetre().agent();
  }

  /** Two writers at once: the database keeps the first, the second is told. */
  static <T> T sansDoublon(Supplier<T> ordre) {
    try {
      return ordre.get();
    } catch (DuplicateKeyException deja) {
      if (String.valueOf(deja.getMessage()).contains("entretien_en_cours")) {
        throw new RefusMetier("DEJA_UN_ENTRETIEN",
            "Cette personne a déjà un rendez-vous à venir, peut-être donné à l'instant par un collègue. Rechargez la page.");
      }
      if (String.valueOf(deja.getMessage()).contains("entretien_hors_permanence")) {
        throw new RefusMetier("DEJA_NOTEE", "Quelqu'un vient de noter une rencontre ce jour-là. Rechargez la page.");
      }
      throw new RefusMetier("CRENEAU_PRIS", "Ce créneau vient d'être pris. Choisissez-en un autre.");
    }
  }
}
