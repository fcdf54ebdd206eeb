package fr.jalon.carnet.application;

import fr.jalon.carnet.domaine.Theme;
import fr.jalon.habilitations.AgentCourant;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what another tool kept as a shared notebook, many entries at once: read by those who read their theme today, told to nobody, counted as
 * nobody's deed. They say which spreadsheet they come from, and are taken back with it.
 */
@Service
public class ReprendreDesEcrits {
  private final JdbcClient base;
  private final JdbcClient proprietaire;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  ReprendreDesEcrits(JdbcClient base, @Qualifier("chargement") JdbcClient proprietaire, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.proprietaire = proprietaire;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** An entry of before. */
  public record Repris(long personneId, Theme theme, LocalDate le, String texte) {}

  /** What is in a notebook already, as far as the agent reads it. */
  @Transactional(readOnly = true)
  public Set<Deja> deja(Collection<Long> personnes) {
    return new HashSet<>(base.sql("select personne_id, theme, le, texte from carnet.entree where personne_id = any (?)")
        .param(personnes.toArray(Long[]::new)).query(Deja.class).list());
  }

  /** @param theme code */
  public record Deja(long personneId, String theme, LocalDate le, String texte) {}

  /** @param tableur name of the spreadsheet they come from; @return their numbers, in the order given */
  @Transactional
  public List<Long> reprendre(List<Repris> ecrits, String tableur) {
    List<String> cles = ecrits.stream().map(_ -> UUID.randomUUID().toString()).toList();
    Map<String, Long> ids = new HashMap<>();
    base.sql("""
        insert into carnet.entree (personne_id, theme, le, texte, lecteurs, cle, auteur, ecrit_le, repris_de)
        select p, t, le::date, x, string_to_array(l, ','), k::uuid, :par, :maintenant, :tableur from unnest(:personnes::bigint[], :themes::text[],
          :jours::text[], :textes::text[], :lecteurs::text[], :cles::text[]) u (p, t, le, x, l, k) returning id, cle""")
        .param("par", agentCourant.perimetre().agent()).param("maintenant", OffsetDateTime.now(horloge)).param("tableur", tableur)
        .param("personnes", ecrits.stream().map(Repris::personneId).toArray(Long[]::new)).param("themes", textes(ecrits, e -> e.theme().code()))
        .param("jours", textes(ecrits, e -> e.le().toString())).param("textes", textes(ecrits, Repris::texte))
        .param("lecteurs", textes(ecrits, e -> e.theme().annonce())).param("cles", cles.toArray(String[]::new))
        .query((RowCallbackHandler) l -> ids.put(l.getString("cle"), l.getLong("id")));
    return cles.stream().map(ids::get).toList();
  }

  /** Takes back entries of a spreadsheet. @return those that stay: somebody answered, corrected or joined a document since */
  @Transactional
  public Set<Long> defaire(Collection<Long> ecrits) {
    Long[] ids = ecrits.toArray(Long[]::new);
    proprietaire.sql("""
        delete from carnet.entree e where e.id = any (?) and e.repris_de is not null and not exists (select from carnet.entree r where r.reponse_a = e.id)
          and not exists (select from carnet.version v where v.entree_id = e.id) and not exists (select from carnet.document d where d.entree_id = e.id)
          and not exists (select from carnet.demande d where d.entree_id = e.id)""").param(ids).update();
    return new HashSet<>(proprietaire.sql("select id from carnet.entree where id = any (?)").param(ids).query(Long.class).list());
  }

  private static String[] textes(List<Repris> ecrits, Function<Repris, String> quoi) {
    return ecrits.stream().map(quoi).toArray(String[]::new);
  }
}
