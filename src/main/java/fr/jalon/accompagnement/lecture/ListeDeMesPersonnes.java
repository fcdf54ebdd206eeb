package fr.jalon.accompagnement.lecture;

import fr.jalon.accompagnement.domaine.RythmeDuSuivi;
import fr.jalon.accompagnement.lecture.FiltresDeMesPersonnes.Onglet;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons of a file, with their last contact and the next one. */
@Component
public class ListeDeMesPersonnes {
  /** By the rhythm, a person never met is counted from the day her follow-up began: notified, or recorded here when it was taken over later. */
  private static final String FILE = "with suivis as (" + """
        select * from accompagnement.suivie s
        where (:referent::int is null or s.referent_id = :referent) and (:organisations::int[] is null or s.organisation_id = any(:organisations::int[]))
          and (:parcours::text is null or s.parcours = :parcours) and (:territoire::int is null or s.territoire_id = :territoire)
          and (:nom::text is null or s.personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))),
      """ + FaitsDesSuivis.FAITS + """
      , rythmees as (
        select f.*, case when f.intensif_depuis is not null then :intensif::int else coalesce((cast(:rythmes as jsonb) ->> f.parcours)::int, :hors_rsa) end as rythme
        from faits f
      ), toutes as (
        select f.*, case when f.intensif_depuis is not null then greatest(f.dernier, f.intensif_depuis) + f.rythme
            else coalesce(f.dernier, greatest(f.notifie_le, f.suivi_ici_le)) + f.rythme end as a_voir_avant,
          coalesce(f.prevu_le <= :jour::date + least(:proche::int, f.rythme), false) as rdv_proche,
          case when allocataires.est_ouvert(t.etat) then (12 * (extract(year from :jour::date) - extract(year from t.date_demande))
            + extract(month from :jour::date) - extract(month from t.date_demande) + 1)::int end as mois, coalesce(k.nom, t.nom_commune) as commune
        from rythmees f left join allocataires.situation t on t.personne_id = f.personne_id left join structures.commune k on k.code = t.commune
      )
      """;
  private static final RowMapper<PersonneEnFile> LIGNE = (l, _) -> new PersonneEnFile(l.getLong("personne_id"), l.getString("nom"),
      l.getString("prenom"),
      l.getObject("date_naissance", LocalDate.class), l.getString("commune"), l.getString("territoire"), l.getString("parcours") == null ? null
      : Parcours.valueOf(l.getString("parcours")),
      l.getObject("notifie_le", LocalDate.class), l.getString("organisation"), l.getString("referent"), (Integer) l.getObject("mois"),
      l.getObject("dernier", LocalDate.class), l.getObject("essai", LocalDate.class),
      l.getString("essai_etat") == null ? null : EtatEntretien.valueOf(l.getString("essai_etat")), l.getObject("prevu_le", LocalDate.class),
      l.getBoolean("rdv_proche"), l.getObject("a_voir_avant", LocalDate.class), l.getObject("intensif_depuis", LocalDate.class));
  private final JdbcClient base;
  private final LeRythme rythme;
  private final Clock horloge;

  ListeDeMesPersonnes(JdbcClient base, LeRythme rythme, Clock horloge) {
    this.base = base;
    this.rythme = rythme;
    this.horloge = horloge;
  }

  /** Whose persons: of one référent, {@code null} for all; of these organisations, {@code null} for all. */
  public record Qui(Integer referent, List<Integer> organisations) {}

  /** One page, with the number of persons of each tab. */
  @Transactional(readOnly = true)
  public Liste<FiltresDeMesPersonnes, Onglet, PersonneEnFile> page(FiltresDeMesPersonnes filtres, Qui qui) {
    String comptes = Arrays.stream(Onglet.values()).map(o -> "count(*) filter (where %s) as %s".formatted(o.condition(), o.name()))
        .collect(Collectors.joining(", "));
    Map<Onglet, Long> parOnglet = new EnumMap<>(Onglet.class);
    base.sql(FILE + "select " + comptes + " from toutes").params(parametres(filtres, qui)).query((l, _) -> {
      for (Onglet o : Onglet.values()) {
        parOnglet.put(o, l.getLong(o.name()));
      }
      return parOnglet;
    }).single();
    return Liste.de(filtres, parOnglet, filtres.onglet(), lire(filtres, qui, Pagination.TAILLE, Liste.saut(filtres)));
  }

  /** The whole tab, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<PersonneEnFile> toutes(FiltresDeMesPersonnes filtres, Qui qui) {
    return lire(filtres, qui, null, 0);
  }

  private List<PersonneEnFile> lire(FiltresDeMesPersonnes filtres, Qui qui, Integer taille, int saut) {
    String ordre = filtres.tri().ordre() + ", nom, prenom, personne_id";
    return base.sql(FILE + "select q.*, o.nom as organisation, r.nom as referent, z.nom as territoire from (select * from toutes where "
        + filtres.onglet().condition() + " order by " + ordre + " limit :taille offset :saut) q "
        + """
        left join structures.organisation o on o.id = q.organisation_id left join structures.referent r on r.id = q.referent_id
        left join structures.territoire z on z.id = q.territoire_id order by """
        + " " + Arrays.stream(ordre.split(", ")).map(c -> "q." + c).collect(Collectors.joining(", ")))
        .params(parametres(filtres, qui)).param("taille", taille).param("saut", saut).query(LIGNE).list();
  }

  private Map<String, Object> parametres(FiltresDeMesPersonnes filtres, Qui qui) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    RythmeDuSuivi r = rythme.au(aujourdhui);
    String[] mots = CleDeRecherche.mots(filtres.nom());
    Map<String, Object> p = new HashMap<>();
    p.put("jour", aujourdhui);
    p.put("zone", horloge.getZone().getId());
    p.put("referent", qui.referent());
    p.put("organisations", qui.organisations() == null ? null : qui.organisations().toArray(Integer[]::new));
    p.put("parcours", filtres.parcours() == null ? null : filtres.parcours().name());
    p.put("territoire", MaFiche.choisi(filtres.territoire()));
    p.put("nom", mots.length == 0 ? null : filtres.nom());
    p.put("mots", mots);
    p.put("hors_rsa", r.horsRsa());
    p.put("intensif", r.intensif());
    p.put("proche", r.rendezVousProche());
    p.put("rythmes", r.jours().entrySet().stream().map(e -> "\"%s\":%d".formatted(e.getKey().name(), e.getValue()))
        .collect(Collectors.joining(",", "{", "}")));
    p.put("longue_duree", rythme.longueDuree(aujourdhui));
    return p;
  }
}
