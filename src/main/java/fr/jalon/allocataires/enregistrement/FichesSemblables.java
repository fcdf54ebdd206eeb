package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.PersonneInscrite;
import fr.jalon.allocataires.PersonnesInscrites;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.allocataires.enregistrement.Ressemblances.Cle;
import fr.jalon.allocataires.enregistrement.Ressemblances.Lettres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who a person written by an agent may already be, by the same likeness as the persons of files. An agent is shown those of her perimeter; of the
 * others she is told nothing, and who decides of duplicates finds the pair among his tasks.
 */
@Component
public class FichesSemblables {
  /** Her address is that of her foyer, or the one an agent wrote. */
  private static final String SEMBLABLES = """
      select p.id, p.nom, p.nom_naissance, p.prenom, p.sexe, p.date_naissance, coalesce(a.lignes, i.lignes) as lignes,
        coalesce(a.code_postal, i.code_postal) as code_postal, coalesce(a.nom_commune, k.nom) as commune
      from allocataires.personne p
      left join lateral allocataires.place_de(array[p.id], 'infinity') s on true
      left join lateral allocataires.adresse_au(s.foyer_id, s.jour) a on true
      left join lateral allocataires.adresse_inscrite(p.id) i on true
      left join structures.commune k on k.code = i.commune
      where p.fusionnee_dans is null and""";
  /** Each key asks the index of birth dates: a key is not looked for among all those of a hundred persons. */
  private static final String PAR_CLE = SEMBLABLES + " " + """
      p.id in (select q.id from unnest(:naissances::date[], :a::text[], :b::text[]) c (naissance, a, b)
        join allocataires.personne q on q.date_naissance = c.naissance and q.fusionnee_dans is null
          and ' ' || q.recherche like '% ' || c.a || '%' and ' ' || q.recherche like '% ' || c.b || '%') order by p.id""";
  private static final int LOT = 100;
  private final JdbcClient agents;
  private final JdbcClient proprietaire;
  private final Clock horloge;

  FichesSemblables(JdbcClient agents, @Qualifier("chargement") JdbcClient proprietaire, Clock horloge) {
    this.agents = agents;
    this.proprietaire = proprietaire;
    this.horloge = horloge;
  }

  /** A record that may be hers, and why. */
  public record Semblable(long id, String raison) {}

  /** True when names, first name and birth date are the same. */
  public static boolean memeIdentite(Semblable s) {
    return Ressemblances.MEME_IDENTITE.equals(s.raison());
  }

  private record Fiche(long id, Identite identite, String adresse) {}

  /** Those of the agent's perimeter, for a person not written yet. @param codePostal, commune, lignes where she lives, {@code null} where unknown */
  public List<Semblable> parmiLesMiennes(Identite elle, String codePostal, String commune, String lignes) {
    return semblables(agents, new Fiche(0, elle, Ressemblances.adresse(codePostal, commune, lignes)));
  }

  /** A person not written yet, and where she lives. */
  public record Elle(Identite identite, String codePostal, String commune, String lignes) {}

  /** The same for many, in one question a hundred. @return in the order given */
  public List<List<Semblable>> parmiLesMiennes(List<Elle> elles) {
    List<List<Semblable>> tous = new ArrayList<>(elles.size());
    for (int i = 0; i < elles.size(); i += LOT) {
      tous.addAll(ensemble(elles.subList(i, Math.min(i + LOT, elles.size()))));
    }
    return tous;
  }

  private List<List<Semblable>> ensemble(List<Elle> elles) {
    List<Fiche> fiches = elles.stream().map(e -> new Fiche(0, e.identite(), Ressemblances.adresse(e.codePostal(), e.commune(), e.lignes()))).toList();
    Set<Cle> cles = new HashSet<>();
    fiches.forEach(f -> cles.addAll(cles(f)));
    Map<LocalDate, List<Fiche>> connues = parCle(agents, cles).stream().collect(Collectors.groupingBy(f -> f.identite().dateNaissance()));
    return fiches.stream().map(elle -> elle.identite().dateNaissance() == null ? List.<Semblable>of()
        : jours(elle.identite().dateNaissance()).flatMap(jour -> comparer(elle, connues.getOrDefault(jour, List.of())).stream()).toList()).toList();
  }

  /** Hers, and those that a hand may have written for hers. */
  private static Stream<LocalDate> jours(LocalDate naissance) {
    LocalDate inverse = Ressemblances.inverse(naissance);
    return Stream.of(Stream.of(naissance), Stream.ofNullable(inverse), Ressemblances.voisins(naissance).stream()).flatMap(j -> j).distinct();
  }

  /** Each pair is a task, once, wherever the other lives. Done twice, it does nothing more. */
  @TransactionalEventListener
  void signaler(PersonneInscrite inscrite) {
    signaler(List.of(inscrite.personneId()), inscrite.par());
  }

  /** The same for many, a hundred at a time: asked one by one, it is what takes most of the time of a spreadsheet. */
  @TransactionalEventListener
  void signaler(PersonnesInscrites inscrites) {
    for (int i = 0; i < inscrites.personnes().size(); i += LOT) {
      signaler(inscrites.personnes().subList(i, Math.min(i + LOT, inscrites.personnes().size())), inscrites.par());
    }
  }

  private void signaler(List<Long> ids, String par) {
    List<Fiche> elles = proprietaire.sql(SEMBLABLES + " p.id = any(:ids)").param("ids", ids.toArray(Long[]::new)).query(FichesSemblables::fiche)
        .list();
    comparees(proprietaire, elles).forEach((id, siennes) -> siennes.forEach(s -> proprietaire.sql("""
        insert into allocataires.doublon (personne_a, personne_b, raison, signale_le, signale_par, territoire_id, organisation_ids)
        select least(p.id, :autre), greatest(p.id, :autre), :raison, :maintenant, :par, p.territoire_id, p.organisation_ids
        from allocataires.personne p where p.id = :id on conflict (personne_a, personne_b) do nothing""").param("autre", s.id())
        .param("raison", s.raison()).param("maintenant", OffsetDateTime.now(horloge)).param("par", par).param("id", id).update()));
  }

  /** By person, who they may be. */
  private static Map<Long, List<Semblable>> comparees(JdbcClient base, List<Fiche> elles) {
    Set<Cle> cles = new HashSet<>();
    elles.forEach(f -> cles.addAll(cles(f)));
    Map<LocalDate, List<Fiche>> connues = parCle(base, cles).stream().collect(Collectors.groupingBy(f -> f.identite().dateNaissance()));
    return elles.stream().filter(e -> e.identite().dateNaissance() != null)
        .collect(Collectors.toMap(Fiche::id, e -> jours(e.identite().dateNaissance())
            .flatMap(jour -> comparer(e, connues.getOrDefault(jour, List.of())).stream()).toList()));
  }

  private static List<Semblable> semblables(JdbcClient base, Fiche elle) {
    return comparer(elle, parCle(base, cles(elle)));
  }

  private static Set<Cle> cles(Fiche elle) {
    Lettres lettres = Lettres.de(elle.identite());
    Set<Cle> cles = new HashSet<>(lettres.cles(elle.adresse()));
    cles.addAll(lettres.clesInversees());
    cles.addAll(lettres.clesVoisines());
    return cles;
  }

  private static List<Fiche> parCle(JdbcClient base, Set<Cle> cles) {
    if (cles.isEmpty()) {
      return List.of();
    }
    record Demande(LocalDate naissance, String a, String b) {}
    List<Demande> demandes = cles.stream().map(c -> new Demande(c.naissance(), c.initiale(true), c.initiale(false))).distinct().toList();
    return base.sql(PAR_CLE).param("naissances", demandes.stream().map(d -> d.naissance().toString()).toArray(String[]::new))
        .param("a", demandes.stream().map(Demande::a).toArray(String[]::new))
        .param("b", demandes.stream().map(Demande::b).toArray(String[]::new)).query(FichesSemblables::fiche).list();
  }

  private static List<Semblable> comparer(Fiche elle, List<Fiche> connues) {
    return connues.stream().filter(f -> f.id() != elle.id())
        .map(f -> new Semblable(f.id(), Ressemblances.raisonDUneSaisie(elle.identite(), f.identite(), elle.adresse() != null
            && Objects.equals(elle.adresse(), f.adresse()))))
        .filter(s -> s.raison() != null).toList();
  }

  private static Fiche fiche(ResultSet l, int n) throws SQLException {
    return new Fiche(l.getLong("id"), new Identite(null, null, l.getString("nom"), l.getString("nom_naissance"), l.getString("prenom"), null,
        l.getObject("sexe", Short.class), l.getObject("date_naissance", LocalDate.class), null, null, null),
        Ressemblances.adresse(l.getString("code_postal"), l.getString("commune"), l.getString("lignes")));
  }
}
