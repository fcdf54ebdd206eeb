package fr.jalon.sorties.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.sorties.domaine.ClasseDeSortie;
import fr.jalon.sorties.domaine.EtatSortie;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.Poste;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.domaine.SortieDite;
import fr.jalon.sorties.domaine.SourceDeSortie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The exits as rows: found, locked, written, moved from state to state through the agents' door; each passage is written with its day. */
@Component
class RegistreDesSorties {
  static final Passages.Registre SORTIES = new Passages.Registre("sorties.sortie", "sorties.passage", "SORTIE");
  private final JdbcClient base;
  private final Passages passages;
  private final AgentCourant agentCourant;
  private final Parametres parametres;
  private final Clock horloge;

  RegistreDesSorties(JdbcClient base, Passages passages, AgentCourant agentCourant, Parametres parametres, Clock horloge) {
    this.base = base;
    this.passages = passages;
    this.agentCourant = agentCourant;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** An exit as it is. @param fermeeLe when the file closed her right, {@code null} while it did not */
  record Sortie(long id, long personneId, EtatSortie etat, SortieDite dite, LocalDate fermeeLe) {}

  /** @throws RefusMetier when the agent may not see her any more */
  void exigerVisible(long personneId) {
    if (!base.sql("select exists (select from allocataires.personne where id = ? and fusionnee_dans is null)").param(personneId)
        .query(Boolean.class).single()) {
      throw new RefusMetier("SORTIE_D_UNE_PARTIE",
          "Cette personne n'est plus dans ce que vous pouvez consulter : elle a changé de territoire ou d'organisme. Rien n'est noté.");
    }
    base.sql("select pg_advisory_xact_lock(hashtextextended('sorties', ?))").param(personneId).query((_, _) -> 0).list();
  }

  /** First day the files know her in a foyer of the RSA, {@code null} when none does. */
  LocalDate premierDroit(long personneId) {
    return base.sql("""
        select min(least(m.depuis, f.date_demande)) as le from allocataires.membre m join allocataires.foyer f on f.id = m.foyer_id
        where m.personne_id = ? and m.oublie_le = 'infinity'""").param(personneId).query((l, _) -> Optional.ofNullable(jour(l, "le"))).single().orElse(null);
  }

  /** One, locked until the end of the act. @throws RefusMetier when it is not to be seen, or is of somebody else than the page said */
  Sortie exiger(long personneId, long sortie) {
    return chercher(personneId, sortie).orElseThrow(() -> new RefusMetier("SORTIE_INCONNUE",
        "Cette sortie n'est plus dans ce que vous pouvez consulter : rien n'est changé."));
  }

  /** The same; empty when it is not to be seen. */
  Optional<Sortie> chercher(long personneId, long sortie) {
    return base.sql("select * from sorties.sortie where id = ? and personne_id = ? for update").params(sortie, personneId)
        .query((l, _) -> lire(l)).optional();
  }

  private static Sortie lire(ResultSet l) throws SQLException {
    String contrat = l.getString("contrat");
    return new Sortie(l.getLong("id"), l.getLong("personne_id"), EtatSortie.valueOf(l.getString("etat")),
        new SortieDite(RaisonDeSortie.valueOf(l.getString("raison")), jour(l, "le"), SourceDeSortie.valueOf(l.getString("source")),
            new Poste(contrat == null ? null : GenreDeContrat.valueOf(contrat), jour(l, "fin_le"), l.getBigDecimal("heures"),
                l.getString("employeur"),
                l.getString("metier"))), jour(l, "fermee_le"));
  }

  private static LocalDate jour(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, LocalDate.class);
  }

  /** @throws RefusMetier when the file proposes one that waits, or she left that day for that reason already */
  void exigerSansAutre(long personneId, SortieDite d) {
    if (base.sql("select exists (select from sorties.sortie where personne_id = ? and etat = 'PROPOSEE')").param(personneId).query(Boolean.class)
        .single()) {
      throw new RefusMetier("SORTIE_PROPOSEE", "Le fichier propose déjà une sortie pour cette personne : complétez celle-là, ou écartez-la.");
    }
    if (base.sql("select exists (select from sorties.sortie where personne_id = ? and etat = 'CONFIRMEE' and raison = ? and le = ?)")
        .params(personneId, d.raison().name(), d.le()).query(Boolean.class).single()) {
      throw new RefusMetier("SORTIE_DEJA_NOTEE", "Cette sortie est déjà notée, le même jour et pour la même raison : rien n'est ajouté.");
    }
  }

  /** The one this form wrote already for her. @throws FormulaireDejaServi when it served for somebody else */
  Optional<Long> dejaEcrite(long personneId, UUID cle) {
    return base.sql("select id, personne_id from sorties.sortie where cle = ?").param(cle)
        .query((l, _) -> new long[] {l.getLong("id"), l.getLong("personne_id")}).optional().map(r -> {
          if (r[1] != personneId) {
            throw new FormulaireDejaServi();
          }
          return r[0];
        });
  }

  /** Writes one that is certain, and that it was born; empty when another click wrote it. */
  Optional<Long> creer(long personneId, SortieDite d, UUID cle) {
    Map<String, Object> v = valeurs(d);
    Optional<Long> id = base.sql("""
        insert into sorties.sortie (personne_id, etat, etat_depuis, raison, le, source, contrat, fin_le, heures, employeur, metier, classe, cle, ecrite_par, ecrite_le)
        values (:personne, 'CONFIRMEE', :le, :raison, :le, :source, :contrat::text, :fin::date, :heures::numeric, :employeur::text, :metier::text, :classe, :cle, :par, :maintenant)
        on conflict (cle) do nothing returning id""").params(v).param("personne", personneId).param("source", d.source().name()).param("cle", cle)
        .param("par", moi()).param("maintenant", OffsetDateTime.now(horloge)).query(Long.class).optional();
    id.ifPresent(i -> passages.naitre(SORTIES, List.of(i), d.le()));
    return id;
  }

  /** Writes what is now said of it. */
  void ecrire(long sortie, SortieDite d) {
    base.sql("""
        update sorties.sortie set raison = :raison, le = :le, contrat = :contrat::text, fin_le = :fin::date, heures = :heures::numeric,
          employeur = :employeur::text, metier = :metier::text, classe = :classe where id = :sortie""").params(valeurs(d)).param("sortie", sortie).update();
  }

  private Map<String, Object> valeurs(SortieDite d) {
    Poste poste = d.posteTenu();
    Map<String, Object> v = new HashMap<>();
    v.put("raison", d.raison().name());
    v.put("le", d.le());
    v.put("contrat", poste.contrat() == null ? null : poste.contrat().name());
    v.put("fin", poste.finLe());
    v.put("heures", poste.heures());
    v.put("employeur", vide(poste.employeur()));
    v.put("metier", vide(poste.metierTenu()));
    v.put("classe", ClasseDeSortie.de(d.raison(), poste.contrat(), d.le(), poste.finLe(), parametres.mois("sorties.cdd_durable_mois", d.le()))
        .name());
    return v;
  }

  private static String vide(String texte) {
    return texte.isEmpty() ? null : texte;
  }

  /** Moves these from that day on. @param motif why, or {@code null} */
  void passer(List<Long> sorties, EtatSortie vers, LocalDate le, String motif) {
    passages.passer(SORTIES, sorties, vers, le, motif);
  }

  /** Writes that the file proposes these. */
  void naitre(List<Long> sorties, LocalDate le) {
    passages.naitre(SORTIES, sorties, le);
  }

  /** Writes what happened to these, in their state. */
  void noter(List<Long> sorties, LocalDate le, String quoi) {
    passages.noter(SORTIES, sorties, le, quoi);
  }

  /** Login of the agent at work. */
  String moi() {
    return agentCourant.perimetre().agent();
  }
}
