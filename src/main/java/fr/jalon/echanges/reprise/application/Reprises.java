package fr.jalon.echanges.reprise.application;

import fr.jalon.echanges.reprise.application.Reprise.Cree;
import fr.jalon.echanges.reprise.domaine.ChampDeStructure;
import fr.jalon.echanges.reprise.domaine.EtatReprise;
import fr.jalon.echanges.tableur.domaine.Tableau.Rangee;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.habilitations.AgentCourant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The spreadsheets of structures kept: what was in them, what they created. They name no person who is followed. */
@Component
public class Reprises {
  private final JdbcClient base;
  private final JsonMapper json;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  Reprises(JdbcClient base, JsonMapper json, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.json = json;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  @Transactional
  long creer(String fichier, Tableau t) {
    return base.sql("""
        insert into echanges.reprise (fichier, detail, entetes, rangees, doublons, correspondance, auteur, deposee_le) values (?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?)
        returning id""").params(fichier, t.detail(), t.entetes().toArray(String[]::new), json.writeValueAsString(t.rangees()), t.inventaire().doublons(),
        json.writeValueAsString(ChampDeStructure.deviner(t.entetes())), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge))
            .query(Long.class).single();
  }

  /** One of them. */
  @Transactional(readOnly = true)
  public Optional<Reprise> lire(long id) {
    return base.sql("select r.*, habilitations.nom_agent(r.auteur) as auteur_nom from echanges.reprise r where id = ?").param(id)
        .query((l, _) -> reprise(l)).optional();
  }

  /** The same, that nobody else records or undoes until the transaction ends. */
  Optional<Reprise> pourChanger(long id) {
    return base.sql("select r.*, habilitations.nom_agent(r.auteur) as auteur_nom from echanges.reprise r where id = ? for update").param(id)
        .query((l, _) -> reprise(l)).optional();
  }

  /** All of them, the latest first. */
  @Transactional(readOnly = true)
  public List<Reprise> toutes() {
    return base.sql("select r.*, habilitations.nom_agent(r.auteur) as auteur_nom from echanges.reprise r order by deposee_le desc, id desc limit 50")
        .query((l, _) -> reprise(l)).list();
  }

  /** Matches the columns. @return false when it is not to be confirmed any more */
  @Transactional
  public boolean associer(long id, Map<ChampDeStructure, Integer> colonnes) {
    return base.sql("update echanges.reprise set correspondance = ?::jsonb where id = ? and statut = 'A_CONFIRMER'")
        .params(json.writeValueAsString(colonnes), id).update() == 1;
  }

  /** Forgets a spreadsheet that was not recorded. */
  @Transactional
  public void abandonner(long id) {
    base.sql("delete from echanges.reprise where id = ? and statut = 'A_CONFIRMER'").param(id).update();
  }

  void enregistree(long id, Cree cree) {
    base.sql("update echanges.reprise set statut = 'ENREGISTREE', cree = ?::jsonb, enregistree_par = ?, enregistree_le = ? where id = ?")
        .params(json.writeValueAsString(cree), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), id).update();
  }

  void defaite(long id, List<String> reste) {
    base.sql("update echanges.reprise set statut = 'DEFAITE', reste = ?, defaite_par = ?, defaite_le = ? where id = ?")
        .params(reste.toArray(String[]::new), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), id).update();
  }

  private Reprise reprise(ResultSet l) throws SQLException {
    Map<ChampDeStructure, Integer> colonnes = new EnumMap<>(ChampDeStructure.class);
    json.readTree(l.getString("correspondance")).properties().forEach(e -> {
      ChampDeStructure champ = ChampDeStructure.lire(e.getKey());
      if (champ != null) {
        colonnes.put(champ, e.getValue().asInt());
      }
    });
    String cree = l.getString("cree");
    return new Reprise(l.getLong("id"), l.getString("fichier"), l.getString("detail"), textes(l, "entetes"),
        Arrays.asList(json.readValue(l.getString("rangees"), Rangee[].class)), l.getInt("doublons"), colonnes,
        EtatReprise.valueOf(l.getString("statut")),
        cree == null ? null : json.readValue(cree, Cree.class), l.getString("auteur_nom"), l.getObject("deposee_le", OffsetDateTime.class),
        l.getObject("enregistree_le", OffsetDateTime.class), textes(l, "reste"));
  }

  private static List<String> textes(ResultSet l, String colonne) throws SQLException {
    return Arrays.asList((String[]) l.getArray(colonne).getArray());
  }
}
