package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.application.PrevenirDuLieu;
import fr.jalon.rendezvous.domaine.LieuDit.Ecart;
import fr.jalon.socle.PersonneMontree;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is expected at a place and was told something of it that is no longer true: its name, its address, its access, its telephone. Read from
 * what left, never kept. Of the perimeter of the agent.
 */
@Component
public class PrevenuesDeLAncienLieu {
  /** How many a page shows. */
  public static final int MONTREES = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  // Told wrong: a message left (a letter in a batch is about to) and says otherwise than today. Told right since: a convocation or a change waits to
  // leave
  // with the place of today, a letter was written after it, or something true left after it. A reminder to come is not enough: she may have set out
  // by then.
  private static final String REQUETE = """
      with attendues as materialized (
        select c.id, c.personne_id, s.jour, s.debut, s.id as session_id, null::int as permanence_id
        from rendezvous.session s join rendezvous.convocation c on c.session_id = s.id
        where s.lieu_id = :lieu and s.etat = 'PREVUE' and s.jour + s.debut > :maintenant and c.etat in ('CONVOQUEE', 'CONFIRMEE')
        union all
        select e.id, e.personne_id, k.jour, k.debut, null, m.id
        from rendezvous.permanence m join rendezvous.creneau k on k.permanence_id = m.id join rendezvous.entretien e on e.creneau_id = k.id
        where m.lieu_id = :lieu and k.jour + k.debut > :maintenant and e.etat in ('CONVOQUEE', 'CONFIRMEE')),
      dits as materialized (
        select m.id, m.objet_id, m.canal, m.etat, m.etat_depuis, m.valeurs, m.valeurs @> :valeurs::jsonb as juste, m.etat in ('A_ENVOYER', 'SANS_ADRESSE') as attend,
          m.modele = any(:annonces::text[]) as annonce
        from courriers.message m where m.modele = any(:modeles::text[]) and m.objet_id = any(array(select id from attendues))
          and m.etat in ('A_ENVOYER', 'SANS_ADRESSE', 'EN_COURS', 'EN_BOITE', 'ENVOYE', 'REMIS'))
      select a.id, a.personne_id, p.nom, p.prenom, a.jour, a.debut, a.session_id, a.permanence_id, d.valeurs ->> 'lieu' as lieu, d.valeurs ->> 'adresse_du_lieu' as adresse_du_lieu,
        d.valeurs ->> 'acces' as acces, d.valeurs ->> 'telephone_du_lieu' as telephone_du_lieu, count(*) over () as total
      from attendues a join allocataires.personne p on p.id = a.personne_id join lateral (
        select f.valeurs from dits f where f.objet_id = a.id and not f.attend and not f.juste
          and not exists (select from dits v where v.objet_id = a.id and v.juste and (v.annonce and v.attend or v.annonce and v.canal = 'LETTRE' and v.id > f.id
            or not v.attend and f.etat <> 'EN_COURS' and v.etat_depuis > f.etat_depuis))
        order by f.id desc limit 1) d on true
      order by a.jour, a.debut, a.session_id, p.nom, p.prenom, a.id limit :taille""";
  private final JdbcClient base;
  private final Clock horloge;

  PrevenuesDeLAncienLieu(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /**
   * One of them.
   *
   * @param id           of her convocation, or of her interview
   * @param sessionId    {@code null} for an interview
   * @param permanenceId {@code null} for a session
   * @param disait       what she was told that is no longer true
   */
  public record Prevenue(long id, @PersonneMontree long personneId, String nom, String prenom, LocalDate jour, LocalTime debut,
      Long sessionId, Integer permanenceId,
      Map<Ecart, String> disait) {
    /** {@code MARTIN Ana}. */
    public String nomComplet() {
      return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
    }

    /** The page of her appointment. */
    public String lien() {
      return sessionId == null ? "/agenda/entretiens/" + id : "/informations-collectives/" + sessionId;
    }
  }

  /** A session and those of its persons, or one interview. */
  public record Groupe(String lien, boolean collectif, LocalDate jour, LocalTime debut, List<Prevenue> personnes) {}

  /** A part of them, the next appointments first. @param total how many there are in all */
  public record Part(List<Prevenue> lignes, int total) {
    /** Nobody. */
    public static final Part VIDE = new Part(List.of(), 0);

    /** By session and interview, the next first. */
    public List<Groupe> groupes() {
      List<Groupe> groupes = new ArrayList<>();
      lignes.forEach(p -> {
        if (groupes.isEmpty() || !groupes.getLast().lien().equals(p.lien())) {
          groupes.add(new Groupe(p.lien(), p.sessionId() != null, p.jour(), p.debut(), new ArrayList<>()));
        }
        groupes.getLast().personnes().add(p);
      });
      return groupes;
    }

    /** « 3 personnes attendues ont été prévenues avec l'ancienne adresse ou l'ancien téléphone ». */
    public String phrase() {
      TreeSet<Ecart> ecarts = lignes.stream().flatMap(p -> p.disait().keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
      return "%s avec %s".formatted(fr.jalon.ecran.Francais.compte(total, "personne attendue a été prévenue",
          "personnes attendues ont été prévenues"),
          ecarts.stream().map(Ecart::libelle).collect(Collectors.joining(" ou ")));
    }
  }

  /** Those that a page shows. */
  @Transactional(readOnly = true)
  public Part montrer(LieuDeRendezVous lieu) {
    return lire(lieu, MONTREES);
  }

  /** All of them, for the act that tells them. */
  @Transactional(readOnly = true)
  public List<Prevenue> toutes(LieuDeRendezVous lieu) {
    return lire(lieu, null).lignes();
  }

  private Part lire(LieuDeRendezVous lieu, Integer taille) {
    Map<String, String> vrai = lieu.dit().valeurs();
    int[] total = {0};
    List<Prevenue> lignes = base.sql(REQUETE).param("lieu", lieu.id()).param("maintenant", LocalDateTime.now(horloge))
        .param("valeurs", JSON.writeValueAsString(vrai))
        .param("annonces", PrevenirDuLieu.ANNONCES.toArray(String[]::new)).param("modeles", PrevenirDuLieu.DISENT.toArray(String[]::new))
        .param("taille", taille).query((l, _) -> {
          total[0] = l.getInt("total");
          return new Prevenue(l.getLong("id"), l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"),
              l.getObject("jour", LocalDate.class),
              l.getObject("debut", LocalTime.class), (Long) l.getObject("session_id"), (Integer) l.getObject("permanence_id"), disait(l, vrai));
        }).list();
    return new Part(lignes, total[0]);
  }

  private static Map<Ecart, String> disait(ResultSet l, Map<String, String> vrai) throws SQLException {
    Map<Ecart, String> disait = new EnumMap<>(Ecart.class);
    for (Ecart e : Ecart.values()) {
      String dit = l.getString(e.variable());
      if (dit != null && !dit.equals(vrai.get(e.variable()))) {
        disait.put(e, dit);
      }
    }
    return disait;
  }
}
