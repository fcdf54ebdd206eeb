package fr.jalon.donnees.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import fr.jalon.allocataires.DonneesDeLaPersonne.Table;
import fr.jalon.donnees.application.Copie.Section;
import fr.jalon.ecran.CaseDExport;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.socle.NumeroDAllocataire;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gathers all that every room holds about a person (article 15 GDPR). Whole, whatever the resources of the agent who makes it: it goes to the
 * person, not to the agent. The agent must see her dossier, and hold DROITS_DES_PERSONNES.
 */
@Service
public class CopierLesDonnees {
  /** Numbers of ours, fingerprints: nothing is told by them. */
  private static final Pattern INTERNE =
      Pattern.compile("id|.*_id|.*_ids|recherche|.*empreinte|.*_chiffre|territoire_id_adresse|connu_le|jusqua_connu_le|oublie_le|personnes|personne_[ab]|conservee|absorbee");
  /** As PostgreSQL writes it, and nothing else: what an agent typed after a date is not lost. */
  private static final Pattern DATE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ]([0-2]\\d:[0-5]\\d)(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?)?");
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  /** When a row ended after she had left, that day is not hers to know: hers is the day she left. */
  private static final String FIN_POUR_ELLE = """
      , least(x.jusqua, (select max(m.jusqua) from allocataires.membre m where m.foyer_id = x.foyer_id and m.personne_id = any(:personnes::bigint[]) and m.oublie_le = 'infinity'
        and m.depuis < x.jusqua)) as dite_jusqua""";
  private final JdbcClient agents;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final List<Table> tables;
  private final AgentCourant agentCourant;
  private final JsonMapper json;
  private final Clock horloge;

  CopierLesDonnees(JdbcClient agents, @Qualifier("chargement") JdbcClient base, @Qualifier("chargement") TransactionTemplate transaction,
      ObjectProvider<DonneesDeLaPersonne> pieces,
      AgentCourant agentCourant, JsonMapper json, Clock horloge) {
    this.agents = agents;
    this.base = base;
    this.transaction = transaction;
    this.tables = pieces.stream().flatMap(p -> p.tables().stream()).toList();
    this.agentCourant = agentCourant;
    this.json = json;
    this.horloge = horloge;
  }

  /** @throws RefusMetier without the resource, or for a person out of the perimeter */
  @Transactional(readOnly = true)
  public Copie de(long personne) {
    if (!agentCourant.perimetre().peut("DROITS_DES_PERSONNES")
        || agents.sql("select id from allocataires.personne where id = ? and fusionnee_dans is null").param(personne).query(Long.class)
        .optional().isEmpty()) {
      throw new RefusMetier("COPIE_REFUSEE",
          "Votre rôle ne permet pas de copier les données de cette personne, ou sa fiche a été réunie à une autre.");
    }
    return transaction.execute(_ -> copier(personne));
  }

  private Copie copier(long personne) {
    // hours as she lived them, whatever the machine thinks
    if (!(horloge.getZone().normalized() instanceof ZoneOffset)) {
      base.sql("select set_config('TimeZone', ?, true)").param(horloge.getZone().getId()).query(String.class).single();
    }
    Long[] personnes = base.sql("select id from allocataires.personne where id = ? or fusionnee_dans = ?").params(personne, personne)
        .query(Long.class).list().toArray(Long[]::new);
    Long[] foyers = base.sql("select distinct foyer_id from allocataires.membre where personne_id = any (?) and oublie_le = 'infinity'")
        .param(personnes).query(Long.class).list().toArray(Long[]::new);
    List<Section> sections = new ArrayList<>();
    boolean sante = false;
    for (Table t : tables) {
      List<Map<String, String>> lignes = lignes(t, personnes, foyers);
      if (!lignes.isEmpty()) {
        sections.add(new Section(t.titre(), lignes));
        sante |= t.sante();
      }
    }
    boolean avecSante = sante;
    return base.sql("select nom, prenom, nir_chiffre is not null as nir from allocataires.personne where id = ?").param(personne)
        .query((l, _) -> new Copie(personne, Francais.personne(l.getString(1), l.getString(2)), OffsetDateTime.now(horloge), l.getBoolean(3)
            ? "Votre numéro de sécurité sociale est enregistré, chiffré. Il n'est pas recopié ici : demandez qu'on vous le montre."
            : "Votre numéro de sécurité sociale n'est pas enregistré.",
            avecSante, sections)).single();
  }

  private List<Map<String, String>> lignes(Table t, Long[] personnes, Long[] foyers) {
    Map<String, String> libelles = libelles(t.nom());
    String sql = "select (to_jsonb(q)%s)::text from (select %s from %s x where %s order by 1) q".formatted(t.bornee()
        ? " - 'dite_jusqua' || jsonb_build_object('jusqua', q.dite_jusqua)" : "",
        (t.colonnes() == null ? "x.*" : t.colonnes()) + (t.bornee() ? FIN_POUR_ELLE : ""), t.nom(), t.dites());
    List<Map<String, String>> lignes = new ArrayList<>();
    base.sql(sql).param("personnes", personnes).param("foyers", foyers).query(String.class).list().forEach(texte -> {
      Map<String, String> ligne = new LinkedHashMap<>();
      json.readTree(texte).properties().forEach(e -> {
        String valeur = e.getKey().equals("matricule") ? NumeroDAllocataire.montrer(e.getValue().asString()) : valeur(e.getValue());
        if (!valeur.isEmpty() && !INTERNE.matcher(e.getKey()).matches()) {
          ligne.put(libelles.getOrDefault(e.getKey(), e.getKey().replace('_', ' ')), valeur);
        }
      });
      if (!ligne.isEmpty()) {
        lignes.add(ligne);
      }
    });
    return lignes;
  }

  /** What each column is, as its comment says it. */
  private Map<String, String> libelles(String table) {
    Map<String, String> libelles = new HashMap<>();
    base.sql("select a.attname, regexp_replace(col_description(a.attrelid, a.attnum), '\\.? *RGPD.*$', '') from pg_attribute a where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped")
        .param(table).query((org.springframework.jdbc.core.RowCallbackHandler) l -> {
          if (l.getString(2) != null) {
            libelles.put(l.getString(1), l.getString(2));
          }
        });
    return libelles;
  }

  /** A value as she reads it; a NIR is masked wherever it is written. */
  private static String valeur(JsonNode v) {
    String texte = v.isNull() ? "" : v.isBoolean() ? v.asBoolean() ? "oui" : "non" : v.isContainer() ? v.isEmpty() ? "" : v.toString() : v.asString();
    if (texte.equals("infinity")) {
      return "sans fin connue";
    }
    Matcher m = DATE.matcher(texte);
    if (m.matches()) {
      try {
        return LocalDate.parse(m.group(1)).format(JOUR) + (m.group(2) == null ? "" : " à " + m.group(2));
      } catch (DateTimeParseException _) {
        // the thirtieth of February: words of somebody, left as they are
      }
    }
    return CaseDExport.sansNir(NumeroDAllocataire.scelle(texte) ? NumeroDAllocataire.montrer(texte) : texte);
  }
}
