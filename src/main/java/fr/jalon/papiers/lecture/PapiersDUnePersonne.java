package fr.jalon.papiers.lecture;

import fr.jalon.papiers.application.GenresDePapier;
import fr.jalon.papiers.domaine.EtatPapier;
import fr.jalon.papiers.domaine.GenreDePapier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The papers of a person as the agent at work may read them, in two queries whatever their number; what is awaited of many, in one. */
@Component
public class PapiersDUnePersonne {
  private final JdbcClient base;
  private final GenresDePapier genres;
  private final Clock horloge;

  PapiersDUnePersonne(JdbcClient base, GenresDePapier genres, Clock horloge) {
    this.base = base;
    this.genres = genres;
    this.horloge = horloge;
  }

  /** Awaited first, the nearest day first; then seen, the latest first; then what counts no more. @param au the day at which it is known */
  @Transactional(readOnly = true)
  public List<Papier> de(long personneId, LocalDate au) {
    String zone = horloge.getZone().getId();
    Map<Long, List<Papier.Correction>> corrections = new HashMap<>();
    base.sql("""
        select papier_id, vu_le, valable_jusqu_au, habilitations.nom_agent(corrige_par) as par, corrige_le, motif from papiers.version
        where personne_id = ? and (corrige_le at time zone ?)::date <= ? order by id desc""").params(personneId, zone, au)
        .query((l, _) -> corrections.computeIfAbsent(l.getLong("papier_id"), _ -> new ArrayList<>()).add(new Papier.Correction(jour(l, "vu_le"),
            jour(l, "valable_jusqu_au"), l.getString("par"), l.getObject("corrige_le", OffsetDateTime.class), l.getString("motif")))).list();
    return base.sql("""
        select p.id, p.genre, q.vers, q.fait_le, q.motif, habilitations.nom_agent(p.demande_par) as demande_par, p.demande_le, p.pour_le, p.raison, p.vu_le,
          habilitations.nom_agent(p.vu_par) as vu_par, p.valable_jusqu_au, c.id as copie, c.nom, greatest(1, c.taille / 1024) as kilooctets,
          habilitations.nom_agent(c.deposee_par) as deposee_par, c.deposee_le, c.effacee_le, habilitations.nom_agent(c.effacee_par) as effacee_par
        from papiers.papier p
        join lateral (select x.vers, x.fait_le, x.motif from papiers.passage x where x.objet_id = p.id and (x.fait_le at time zone :zone)::date <= :au
          order by x.id desc limit 1) q on true
        left join lateral (select y.* from papiers.copie y where y.papier_id = p.id and (y.deposee_le at time zone :zone)::date <= :au
          order by y.id desc limit 1) c on true
        where p.personne_id = :personne
        order by array_position(array['ATTENDU', 'VU', 'PLUS_NECESSAIRE', 'ECARTE'], q.vers), case when q.vers = 'ATTENDU' then p.pour_le end, p.vu_le desc, p.id desc""")
        .param("personne", personneId).param("zone", zone).param("au", au).query((l, _) -> papier(l, corrections)).list();
  }

  private Papier papier(ResultSet l, Map<Long, List<Papier.Correction>> corrections) throws SQLException {
    long id = l.getLong("id");
    EtatPapier etat = EtatPapier.valueOf(l.getString("vers"));
    boolean vu = etat == EtatPapier.VU || etat == EtatPapier.ECARTE;
    Papier.Copie copie = l.getObject("copie") == null ? null : new Papier.Copie(l.getLong("copie"), l.getString("nom"), l.getLong("kilooctets"),
        l.getString("deposee_par"), instant(l, "deposee_le"), instant(l, "effacee_le"), l.getString("effacee_par"));
    return new Papier(id, genres.genre(l.getString("genre")).orElse(null), genres.libelle(l.getString("genre")), etat, instant(l, "fait_le"),
        l.getString("demande_par"), instant(l, "demande_le"), jour(l, "pour_le"), l.getString("raison"), vu ? jour(l, "vu_le") : null,
        vu ? l.getString("vu_par") : null, vu ? jour(l, "valable_jusqu_au") : null, l.getString("motif"),
        corrections.getOrDefault(id, List.of()), copie);
  }

  /** A paper she showed. @param par who saw it, as shown; @param valableJusquAu last day it is good, {@code null} when nothing ends it */
  public record DejaVu(LocalDate vuLe, String par, LocalDate valableJusquAu) {
    /** True when it will no longer be good on that day. */
    public boolean finitAvant(LocalDate jour) {
      return valableJusquAu != null && valableJusquAu.isBefore(jour);
    }
  }

  /** The one of that kind she showed that is good the longest, at a collective information too; empty when none is still good that day. */
  @Transactional(readOnly = true)
  public Optional<DejaVu> dejaVu(long personneId, GenreDePapier genre, LocalDate jour) {
    List<DejaVu> vus = new ArrayList<>(base.sql("""
        select vu_le, habilitations.nom_agent(vu_par) as par, valable_jusqu_au from papiers.papier where personne_id = ? and genre = ? and etat = 'VU'""")
        .params(personneId, genre.code()).query(DejaVu.class).list());
    if (genre.piece() != null && !genre.jourEcrit()) {
      vus.addAll(base.sql("""
          select s.jour from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id
          where c.personne_id = ? and c.etat = 'PRESENTE' and c.pieces_manquantes is not null and ? <> all (c.pieces_manquantes)""")
          .params(personneId, genre.piece()).query((l, _) -> jour(l, "jour")).list().stream()
          .map(vuLe -> new DejaVu(vuLe, "l'information collective", genre.valableJusquAu(vuLe, null))).toList());
    }
    return vus.stream().filter(v -> !v.finitAvant(jour)).max((a, b) -> {
      LocalDate finA = a.valableJusquAu() == null ? LocalDate.MAX : a.valableJusquAu();
      LocalDate finB = b.valableJusquAu() == null ? LocalDate.MAX : b.valableJusquAu();
      return finA.equals(finB) ? a.vuLe().compareTo(b.vuLe()) : finA.compareTo(finB);
    });
  }

  /** A paper awaited. @param genre its code; @param par who asked, as shown */
  public record Attendu(long id, long personneId, String genre, LocalDate pourLe, String par) {}

  /** By person, the nearest day first. */
  @Transactional(readOnly = true)
  public Map<Long, List<Attendu>> attendus(Collection<Long> personnes) {
    return base.sql("""
        select id, personne_id, genre, pour_le, habilitations.nom_agent(demande_par) as par from papiers.papier
        where personne_id = any(:personnes::bigint[]) and etat = 'ATTENDU' order by pour_le, id""")
        .param("personnes", personnes.toArray(Long[]::new)).query(Attendu.class).list().stream()
        .collect(Collectors.groupingBy(Attendu::personneId));
  }

  private static LocalDate jour(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, LocalDate.class);
  }

  private static OffsetDateTime instant(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, OffsetDateTime.class);
  }
}
