package fr.jalon.engagement.application;

import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.habilitations.Passages;
import java.math.BigDecimal;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes contracts signed before, in another tool, many at once: they are in force on their dates and meet the month of the follow-up that runs.
 * What was
 * signed is kept where it was: no document, no signature is invented here. Those of a spreadsheet say which, and are taken back with it.
 */
@Service
public class ReprendreDesContrats {
  private static final String AILLEURS = "Voir le contrat signé, gardé hors de Jalon.";
  private final JdbcClient base;
  private final JdbcClient proprietaire;
  private final RegistreDesContrats registre;
  private final Passages passages;
  private final MoisDuContrat mois;
  private final EcheancesDuContrat echeances;
  private final Clock horloge;

  ReprendreDesContrats(JdbcClient base, @Qualifier("chargement") JdbcClient proprietaire, RegistreDesContrats registre, Passages passages,
      MoisDuContrat mois,
      EcheancesDuContrat echeances, Clock horloge) {
    this.base = base;
    this.proprietaire = proprietaire;
    this.registre = registre;
    this.passages = passages;
    this.mois = mois;
    this.echeances = echeances;
    this.horloge = horloge;
  }

  /** A contract of before. @param objectifs in their order, at least one; @param heures a week, {@code null} when not known */
  public record Contrat(long personneId, LocalDate depuis, LocalDate jusquAu, LocalDate signeLe, Intensite intensite, List<String> objectifs,
      BigDecimal heures) {}

  /** What is known of a person before. @param notifieLe of the follow-up that runs; @param ouvert true when she has a contract that is open */
  public record Deja(long personneId, long suiviId, LocalDate notifieLe, boolean ouvert) {}

  /** By person; who is not followed is not there. */
  @Transactional(readOnly = true)
  public Map<Long, Deja> deja(Collection<Long> personnes) {
    return base.sql("""
        select s.personne_id, s.id as suivi_id, s.notifie_le, exists (select from engagement.contrat c where c.personne_id = s.personne_id
          and c.etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE', 'SUSPENDU')) as ouvert
        from orientation.suivi s where s.personne_id = any(?) and s.etat <> 'CLOS' and not s.a_poster""").param(personnes.toArray(Long[]::new))
        .query(Deja.class).list().stream().collect(Collectors.toMap(Deja::personneId, Function.identity()));
  }

  /**
   * @param contrats of persons who are followed and have none open, signed since their follow-up began: {@link #deja} was asked
   * @param tableur  name of the spreadsheet, {@code null} for none; @return their numbers, in the order given
   */
  @Transactional
  public List<Long> reprendre(List<Contrat> contrats, String tableur) {
    if (contrats.isEmpty()) {
      return List.of();
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    contrats.stream().map(Contrat::personneId).sorted().forEach(p -> registre.exigerSansAutreOuvert(p, 0));
    List<String> cles = contrats.stream().map(_ -> UUID.randomUUID().toString()).toList();
    Map<String, Long> ids = new HashMap<>();
    parametres(base.sql("""
        insert into engagement.contrat (personne_id, suivi_id, etat, etat_depuis, depuis, jusqu_au, signe_le, cle, ecrit_par, ecrit_le, repris_de)
        select x.p, s.id, 'SIGNE', x.signe::date, x.d::date, x.f::date, x.signe::date, x.k::uuid, :par, :maintenant, :tableur::text
        from unnest(:personnes::bigint[], :depuis::text[], :jusqu_au::text[], :signes::text[], :cles::text[]) x (p, d, f, signe, k)
        join orientation.suivi s on s.personne_id = x.p and s.etat <> 'CLOS' returning id, cle"""), contrats, cles).param("tableur", tableur)
        .query((RowCallbackHandler) l -> ids.put(l.getString("cle"), l.getLong("id")));
    List<Long> numeros = cles.stream().map(ids::get).toList();
    base.sql("""
        insert into engagement.version (personne_id, contrat_id, suivi_id, numero, etat, cause, depuis, jusqu_au, intensite, engagements_personne,
          engagements_referent, signee_le, ecrite_par, ecrite_le)
        select c.personne_id, c.id, c.suivi_id, 1, 'PREPAREE', 'PREMIER', c.depuis, c.jusqu_au, x.i, :ailleurs, :ailleurs, c.signe_le, c.ecrit_par, c.ecrit_le
        from unnest(:contrats::bigint[], :intensites::text[]) x (n, i) join engagement.contrat c on c.id = x.n""").param("ailleurs", AILLEURS)
        .param("contrats", numeros.toArray(Long[]::new)).param("intensites", contrats.stream().map(c -> c.intensite().name()).toArray(String[]::new))
            .update();
    ecrireLesObjectifs(contrats, numeros);
    base.sql("update engagement.version set etat = 'SIGNEE' where contrat_id = any(?)").param(numeros.toArray(Long[]::new)).update();
    IntStream.range(0, numeros.size()).boxed().collect(Collectors.groupingBy(i -> contrats.get(i).signeLe(), Collectors.mapping(numeros::get,
        Collectors.toList()))).forEach((le, ceux) -> {
          passages.naitre(RegistreDesContrats.CONTRATS, ceux, le);
          if (tableur != null) {
            passages.noter(RegistreDesContrats.CONTRATS, ceux, le, "Repris d'un autre outil (" + tableur + ")");
          }
        });
    mois.mettreAJour(contrats.stream().map(Contrat::personneId).toList(), aujourdhui);
    for (int i = 0; i < numeros.size(); i++) {
      echeances.aRenouveler(registre.exiger(contrats.get(i).personneId(), numeros.get(i)), contrats.get(i).jusquAu(), aujourdhui);
    }
    return numeros;
  }

  private JdbcClient.StatementSpec parametres(JdbcClient.StatementSpec ordre, List<Contrat> contrats, List<String> cles) {
    return ordre.param("par", registre.moi()).param("maintenant", OffsetDateTime.now(horloge))
        .param("personnes", contrats.stream().map(Contrat::personneId).toArray(Long[]::new))
        .param("depuis", jours(contrats, Contrat::depuis)).param("jusqu_au", jours(contrats, Contrat::jusquAu))
        .param("signes", jours(contrats, Contrat::signeLe)).param("cles", cles.toArray(String[]::new));
  }

  /** Each in its order; the hours known are those of one action, on the first. */
  private void ecrireLesObjectifs(List<Contrat> contrats, List<Long> numeros) {
    List<Long> deContrats = IntStream.range(0, numeros.size()).boxed().flatMap(i -> contrats.get(i).objectifs().stream().map(_ -> numeros.get(i)))
        .toList();
    base.sql("""
        insert into engagement.objectif (personne_id, version_id, rang, sante, texte)
        select v.personne_id, v.id, row_number() over (partition by v.id order by x.o), false, x.t
        from unnest(:contrats::bigint[], :textes::text[]) with ordinality x (n, t, o) join engagement.version v on v.contrat_id = x.n""")
        .param("contrats", deContrats.toArray(Long[]::new))
        .param("textes", contrats.stream().flatMap(c -> c.objectifs().stream()).toArray(String[]::new)).update();
    base.sql("""
        insert into engagement.action (personne_id, version_id, objectif_id, rang, sante, libelle, activite, qui, depuis, jusqu_au, heures)
        select v.personne_id, v.id, o.id, 1, false, 'Activités prévues au contrat', 'AUTRE', 'PERSONNE', v.depuis, v.jusqu_au, x.h
        from unnest(:contrats::bigint[], :heures::numeric[]) x (n, h) join engagement.version v on v.contrat_id = x.n
        join engagement.objectif o on o.version_id = v.id and o.rang = 1 where x.h > 0""").param("contrats", numeros.toArray(Long[]::new))
        .param("heures", contrats.stream().map(Contrat::heures).toArray(BigDecimal[]::new)).update();
  }

  /** Takes back contracts of a spreadsheet. @return those that stay: somebody moved them since, changed them, or said what became of an objective */
  @Transactional
  public Set<Long> defaire(Collection<Long> contrats) {
    Long[] ids = contrats.toArray(Long[]::new);
    List<Long> partis = proprietaire.sql("""
        select c.id from engagement.contrat c where c.id = any(?) and c.repris_de is not null and c.etat = 'SIGNE'
          and (select count(*) from engagement.passage p where p.objet_id = c.id) = 2
          and (select count(*) from engagement.version v where v.contrat_id = c.id) = 1
          and not exists (select from engagement.contrat n where n.precedent_id = c.id)
          and not exists (select from engagement.objectif o join engagement.version v on v.id = o.version_id where v.contrat_id = c.id and o.resultat is not null)""")
        .param(ids).query(Long.class).list();
    Long[] aEffacer = partis.toArray(Long[]::new);
    List<Long> personnes = base.sql("select personne_id from engagement.contrat where id = any(?)").param(aEffacer).query(Long.class).list();
    proprietaire.sql("""
        with v as (select id from engagement.version where contrat_id = any(:ids)), a as (delete from engagement.action where version_id in (select id from v))
        delete from engagement.objectif where version_id in (select id from v)""").param("ids", aEffacer).update();
    proprietaire.sql("""
        with p as (delete from engagement.passage where objet_id = any(:ids)) delete from engagement.version where contrat_id = any(:ids)""").param("ids", aEffacer)
        .update();
    proprietaire.sql("delete from engagement.contrat where id = any(?)").param(aEffacer).update();
    LocalDate aujourdhui = LocalDate.now(horloge);
    echeances.oublier(partis, aujourdhui);
    mois.mettreAJour(personnes, aujourdhui);
    Set<Long> restent = new HashSet<>(contrats);
    partis.forEach(restent::remove);
    restent.retainAll(proprietaire.sql("select id from engagement.contrat where id = any(?)").param(ids).query(Long.class).list());
    return restent;
  }

  private static String[] jours(List<Contrat> contrats, Function<Contrat, LocalDate> quoi) {
    return contrats.stream().map(c -> quoi.apply(c).toString()).toArray(String[]::new);
  }
}
