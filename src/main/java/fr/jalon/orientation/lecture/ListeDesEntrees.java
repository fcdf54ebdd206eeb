package fr.jalon.orientation.lecture;

import fr.jalon.echeances.Urgence;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.MotifEntree;
import fr.jalon.orientation.lecture.FiltresDEntrees.File;
import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons to orient, the most late first. */
@Component
public class ListeDesEntrees {
  /** Any entry, with the address the person has now and how the deadline stands. */
  static final String LIGNES = """
        select e.id as entree_id, e.personne_id, p.nom, p.prenom, p.date_naissance, p.sexe, e.motif, e.etat, e.etat_depuis, e.recu_le,
          coalesce(x.limite_legale, x.cible) as limite, x.cible, e.territoire_id, t.nom as territoire, a.nom_commune, a.commune,
          coalesce(l.a_poster, false) as a_poster, coalesce(l.sans_lettre, false) as sans_lettre,
          case when e.etat <> 'EN_ATTENTE' and (l.a_poster is null or x.etat <> 'OUVERTE') then null
            when :aujourdhui > coalesce(x.limite_legale, x.cible) then 'EN_RETARD'
            when :aujourdhui > x.cible or least(x.cible, x.limite_legale) - :aujourdhui::date <= :proche then 'PROCHE'
            else 'A_TEMPS' end as urgence, r.session_id, r.session_jour, r.session_etat, r.absences, i.entretien_id, i.entretien_jour
        from orientation.entree e
        join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
        join echeances.echeance x on x.nature = 'ORIENTATION' and x.objet_id = e.id
        left join structures.territoire t on t.id = e.territoire_id
        left join lateral (select true as a_poster, not exists (select from courriers.message m
              where m.modele = 'NOTIFICATION_ORIENTATION' and m.objet_id = s.id and m.canal = 'LETTRE' and m.etat <> 'ABANDONNE')
            and not exists (select from orientation.reorientation d join courriers.message m on m.modele = 'DECISION_REORIENTATION' and m.objet_id = d.id
              where d.nouveau_suivi_id = s.id and m.canal = 'LETTRE' and m.etat <> 'ABANDONNE') as sans_lettre
          from orientation.suivi s where s.entree_id = e.id and s.a_poster and s.etat <> 'CLOS' limit 1) l on true
        left join lateral (select coalesce(c.nom, d.nom_commune) as nom_commune, d.commune from allocataires.situation d
          left join structures.commune c on c.code = d.commune where d.personne_id = e.personne_id) a on true
        left join lateral (select c.session_id, z.jour as session_jour, c.etat as session_etat, (select count(*) from rendezvous.fait f
            where f.personne_id = e.personne_id and f.nature = 'ABSENCE_NON_EXCUSEE' and f.retire_le is null and f.le >= e.recu_le) as absences
          from rendezvous.convocation c join rendezvous.session z on z.id = c.session_id
          where c.personne_id = e.personne_id and z.jour >= e.recu_le order by c.etat = 'PRESENTE' desc, c.id desc limit 1) r on true
        left join lateral (select n.id as entretien_id, k.jour as entretien_jour from rendezvous.entretien n left join rendezvous.creneau k on k.id = n.creneau_id
          where n.personne_id = e.personne_id and n.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE') and coalesce(k.jour, n.code_expire_le) >= :aujourdhui limit 1) i on true
      """;
  /** Those who wait, are paused, or whose orientation has not left yet. */
  private static final String ENTREES = "with entrees as (" + LIGNES + """
        where e.etat in ('EN_ATTENTE', 'SUSPENDUE')
          and not exists (select from orientation.suivi s where s.personne_id = e.personne_id and s.etat <> 'CLOS') or l.a_poster and x.etat = 'OUVERTE'
      ), filtrees as (
        select * from entrees where (:territoire::int is null or territoire_id = :territoire) and (:commune::text is null or commune = :commune)
          and (:motif::text is null or motif = :motif) and (:nom::text is null or personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
          and (:session::bigint is null or session_etat = 'PRESENTE' and session_id = :session) and case :convocation
            when 'A_CONVOQUER' then urgence is not null and not a_poster and entretien_id is null and (session_etat is null or session_etat in ('DECLINEE', 'ANNULEE', 'EXCUSEE', 'ABSENTE'))
            when 'CONVOQUEES' then session_etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE') when 'PRESENTES' then session_etat = 'PRESENTE'
            when 'ABSENTES' then absences > 0 else true end
      )
      """;
  private static final String DANS_LA_FILE = """
      where case :file when 'SUSPENDUES' then urgence is null when 'RETARD' then urgence = 'EN_RETARD' when 'PROCHE' then urgence = 'PROCHE' and not a_poster
        when 'A_TEMPS' then urgence = 'A_TEMPS' and not a_poster when 'A_POSTER' then a_poster else urgence is not null and not a_poster end
      """;
  static final RowMapper<LigneDEntree> LIGNE = (l, _) -> new LigneDEntree(l.getLong("entree_id"), l.getLong("personne_id"), l.getString("nom"),
      l.getString("prenom"), l.getObject("date_naissance", LocalDate.class), MotifEntree.valueOf(l.getString("motif")),
      EtatEntree.valueOf(l.getString("etat")), l.getObject("etat_depuis", LocalDate.class), l.getObject("recu_le", LocalDate.class),
      l.getObject("limite", LocalDate.class), l.getObject("cible", LocalDate.class), l.getString("territoire"), l.getString("nom_commune"),
      l.getString("commune"), l.getString("urgence") == null ? null : Urgence.valueOf(l.getString("urgence")),
      l.getString("session_etat") == null ? null : new LigneDEntree.Convoquee(l.getLong("session_id"), l.getObject("session_jour", LocalDate.class),
          EtatConvocation.valueOf(l.getString("session_etat")), l.getInt("absences")), l.getBoolean("a_poster"), l.getBoolean("sans_lettre"),
      l.getObject("entretien_id") == null ? null
      : new LigneDEntree.Individuel(l.getLong("entretien_id"), l.getObject("entretien_jour", LocalDate.class)), l.getObject("sexe", Short.class));
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  ListeDesEntrees(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** One page of the list, with the number of persons in each file. */
  @Transactional(readOnly = true)
  public Liste<FiltresDEntrees, File, LigneDEntree> page(FiltresDEntrees filtres) {
    return Liste.de(filtres, comptes(filtres), filtres.file(), lire(filtres, Pagination.TAILLE, Liste.saut(filtres)));
  }

  /** The whole list, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneDEntree> toutes(FiltresDEntrees filtres) {
    return lire(filtres, null, 0);
  }

  /** Number of persons in each file, with the other filters. */
  @Transactional(readOnly = true)
  public Map<File, Long> comptes(FiltresDEntrees filtres) {
    Map<File, Long> comptes = Liste.comptes(File.values(), List.of());
    record Compte(String urgence, boolean aPoster, long nombre) {}
    base.sql(ENTREES + "select urgence, a_poster, count(*) as nombre from filtrees group by 1, 2").params(parametres(filtres))
        .query(Compte.class).list().forEach(c -> {
      File file = switch (c.urgence()) {
        case "EN_RETARD" -> File.RETARD;
        case "PROCHE" -> File.PROCHE;
        case "A_TEMPS" -> File.A_TEMPS;
        case null, default -> File.SUSPENDUES;
      };
      if (file == File.RETARD || !c.aPoster()) {
        // an orientation whose letter did not leave by the deadline is late, recorded or not
        comptes.merge(file, c.nombre(), Long::sum);
      }
      if (file != File.SUSPENDUES) {
        comptes.merge(c.aPoster() ? File.A_POSTER : File.ATTENTE, c.nombre(), Long::sum);
      }
    });
    return comptes;
  }

  /** The entry of one person who waits or is suspended; empty when there is none in the agent's perimeter. */
  @Transactional(readOnly = true)
  public Optional<LigneDEntree> dePersonne(long personneId) {
    return Optional.ofNullable(dePersonnes(List.of(personneId)).get(personneId));
  }

  /** The same for many, by person. */
  @Transactional(readOnly = true)
  public Map<Long, LigneDEntree> dePersonnes(Collection<Long> personnes) {
    return base.sql(ENTREES + """
        select distinct on (personne_id) * from filtrees where personne_id = any(:personnes::bigint[]) and not a_poster
        order by personne_id, recu_le desc""").params(parametres(new FiltresDEntrees(null, null, null, null, null, 1)))
        .param("personnes", personnes.toArray(Long[]::new)).query(LIGNE).list().stream()
        .collect(Collectors.toMap(LigneDEntree::personneId, Function.identity()));
  }

  private List<LigneDEntree> lire(FiltresDEntrees filtres, Integer taille, int saut) {
    return base.sql(ENTREES + "select * from filtrees " + DANS_LA_FILE
        + " order by limite, recu_le, nom, prenom, personne_id limit :taille offset :saut")
        .params(parametres(filtres)).param("file", filtres.file().name()).param("taille", taille).param("saut", saut).query(LIGNE).list();
  }

  private Map<String, Object> parametres(FiltresDEntrees filtres) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<String, Object> p = new HashMap<>();
    p.put("aujourdhui", aujourdhui);
    p.put("proche", parametres.jours("echeances.proche_jours", aujourdhui));
    p.put("territoire", MaFiche.choisi(filtres.territoire()));
    p.put("commune", filtres.commune());
    p.put("motif", filtres.motif() == null ? null : filtres.motif().name());
    String[] mots = CleDeRecherche.mots(filtres.nom());
    p.put("nom", mots.length == 0 ? null : filtres.nom());
    p.put("mots", mots);
    p.put("convocation", filtres.convocation() == null ? "" : filtres.convocation().name());
    p.put("session", filtres.session());
    return p;
  }
}
