package fr.jalon.structures;

import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which référent the agent of an account is: one account, one référent. It opens nothing more to her, it only says with what her pages
 * begin ({@link MaFiche}). Under row-level security (resource {@code HABILITATIONS}, or the system).
 */
@Component
public class LierLesComptes {
  private static final String COMPTES = "select a.id, a.identifiant, a.nom, a.courriel, a.partout, a.organisations from habilitations.agent a ";
  private final JdbcClient base;
  private final Structures structures;
  private final Journal journal;
  private final Clock horloge;

  LierLesComptes(JdbcClient base, Structures structures, Journal journal, Clock horloge) {
    this.base = base;
    this.structures = structures;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** An account. @param courriel or {@code null}; @param organisations those of its perimeter */
  public record Compte(long id, String identifiant, String nom, String courriel, boolean partout, List<Integer> organisations) {}

  /** The référent of an account. */
  @Transactional(readOnly = true)
  public Optional<Referent> referentDe(long compte) {
    return base.sql("select referent_id from structures.compte_de_referent where agent_id = ?").param(compte).query(Integer.class).optional()
        .flatMap(structures::referent);
  }

  /** The account of a référent. */
  @Transactional(readOnly = true)
  public Optional<Compte> compteDe(int referent) {
    return base.sql(COMPTES + "join structures.compte_de_referent c on c.agent_id = a.id where c.referent_id = ?").param(referent)
        .query(LierLesComptes::compte).optional();
  }

  /** One account. */
  @Transactional(readOnly = true)
  public Optional<Compte> compte(long id) {
    return base.sql(COMPTES + "where a.id = ?").param(id).query(LierLesComptes::compte).optional();
  }

  /** One account, by its login. */
  @Transactional(readOnly = true)
  public Optional<Compte> compteParIdentifiant(String identifiant) {
    return base.sql(COMPTES + "where a.identifiant = ?").param(identifiant).query(LierLesComptes::compte).optional();
  }

  /** The référents who follow persons and have no account yet, by name. */
  @Transactional(readOnly = true)
  public List<Referent> referentsLibres() {
    List<Integer> pris = base.sql("select referent_id from structures.compte_de_referent").query(Integer.class).list();
    return structures.referents().stream().filter(r -> r.actif() && !pris.contains(r.id())).toList();
  }

  /** The open accounts that are no référent's, by name. */
  @Transactional(readOnly = true)
  public List<Compte> comptesLibres() {
    return base.sql(COMPTES
        + "where a.actif and not exists (select from structures.compte_de_referent c where c.agent_id = a.id) order by lower(a.nom), a.id")
        .query(LierLesComptes::compte).list();
  }

  /** @throws RefusMetier when one of the two is unknown or already linked: the other link is undone first */
  @Transactional
  public void lier(long compte, int referent) {
    Compte c = compte(compte).orElseThrow(() -> new RefusMetier("COMPTE_INCONNU", "Ce compte n'existe plus. Choisissez-en un autre dans la liste."));
    Referent r = structures.referent(referent)
        .orElseThrow(() -> new RefusMetier("REFERENT_INCONNU", "Ce référent n'existe plus. Choisissez-en un autre dans la liste."));
    int ecrit = base.sql("""
        insert into structures.compte_de_referent (agent_id, referent_id, lie_par, lie_le) values (?, ?, habilitations.agent(), ?) on conflict do nothing""")
        .params(compte, referent, OffsetDateTime.now(horloge)).update();
    if (ecrit == 1) {
      journal.tracer("STRUCTURE", null, null, "Compte %s lié au référent %s".formatted(c.identifiant(), r.nom()));
    } else if (referentDe(compte).filter(deja -> deja.id() == referent).isEmpty()) {
      throw dejaLie(c, r);
    }
  }

  /** Undoes the link of an account; nothing when there is none. @return the référent it was, for the sentence */
  @Transactional
  public Optional<Referent> delier(long compte) {
    Optional<Referent> avant = referentDe(compte);
    avant.ifPresent(r -> {
      base.sql("delete from structures.compte_de_referent where agent_id = ?").param(compte).update();
      journal.tracer("STRUCTURE", null, null, "Compte %s délié du référent %s".formatted(compte(compte).map(Compte::identifiant)
          .orElse("?"), r.nom()));
    });
    return avant;
  }

  private RefusMetier dejaLie(Compte c, Referent r) {
    return new RefusMetier("DEJA_LIE", referentDe(c.id())
        .map(autre -> "Le compte %s est déjà celui de %s : défaites d'abord ce lien.".formatted(c.identifiant(), autre.nom()))
        .or(() -> compteDe(r.id()).map(autre -> "%s a déjà le compte %s : défaites d'abord ce lien.".formatted(r.nom(), autre.identifiant())))
        .orElse("Quelqu'un vient de changer ce lien. Rechargez la page."));
  }

  private static Compte compte(java.sql.ResultSet l, int rang) throws java.sql.SQLException {
    return new Compte(l.getLong("id"), l.getString("identifiant"), l.getString("nom"), l.getString("courriel"), l.getBoolean("partout"),
        List.of((Integer[]) l.getArray("organisations").getArray()));
  }
}
