package fr.jalon.courriers.lecture;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.domaine.MotifDeRetour;
import fr.jalon.courriers.lecture.FiltresDeMessages.File;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.socle.CleDeRecherche;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The messages by where they stand. */
@Component
public class ListeDesMessages {
  private static final String FILTRES = """
      (:canal::text is null or m.canal = :canal) and (:modele::text is null or m.modele = :modele)
        and (:territoire::int is null or m.territoire_id = :territoire) and (:du::date is null or m.le >= :du) and (:au::date is null or m.le <= :au)
        and (:nom::text is null or m.personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      """;
  private static final String LIGNES = """
      select m.id, m.modele, m.canal, m.le, m.etat, m.etat_depuis, m.personne_id, p.nom, p.prenom, m.adresse, m.code_postal, m.ville, m.vers, m.lot_id, m.envoye_le,
        m.retour, m.raison, m.renvoi_de, exists (select from courriers.message r where r.renvoi_de = m.id) as renvoye, t.nom as territoire
      from courriers.message m join allocataires.personne p on p.id = m.personne_id left join structures.territoire t on t.id = m.territoire_id
      """;
  private final JdbcClient base;
  private final Clock horloge;

  ListeDesMessages(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** One page of the list, with the number of messages in each file. */
  @Transactional(readOnly = true)
  public Liste<FiltresDeMessages, File, LigneDeMessage> page(FiltresDeMessages filtres) {
    return Liste.de(filtres, comptes(filtres), filtres.file(), lire(filtres, Pagination.TAILLE, Liste.saut(filtres)));
  }

  /** The whole list, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneDeMessage> toutes(FiltresDeMessages filtres) {
    return lire(filtres, null, 0);
  }

  /** Number of messages in each file, with the other filters. */
  @Transactional(readOnly = true)
  public Map<File, Long> comptes(FiltresDeMessages filtres) {
    Map<String, Long> parEtat = base.sql("select m.etat, count(*) as n from courriers.message m where " + FILTRES + " group by 1")
        .params(parametres(filtres))
        .query((l, _) -> Map.entry(l.getString("etat"), l.getLong("n"))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Liste.comptes(File.values(), Arrays.stream(File.values())
        .map(f -> Map.entry(f, Arrays.stream(f.etats()).mapToLong(e -> parEtat.getOrDefault(e, 0L)).sum())).toList());
  }

  /** How many letters wait with these filters: what a batch would take. */
  @Transactional(readOnly = true)
  public long lettresEnAttente(FiltresDeMessages filtres) {
    return base.sql("select count(*) from courriers.message m where m.etat = 'A_ENVOYER' and m.canal = 'LETTRE' and " + FILTRES)
        .params(parametres(filtres))
        .query(Long.class).single();
  }

  /** How many SMS and e-mails may leave today with these filters. */
  @Transactional(readOnly = true)
  public long messagesDus(FiltresDeMessages filtres) {
    return base.sql("select count(*) from courriers.message m where m.etat = 'A_ENVOYER' and m.canal <> 'LETTRE' and m.le <= :aujourdhui and "
        + FILTRES)
        .params(parametres(filtres)).param("aujourdhui", LocalDate.now(horloge)).query(Long.class).single();
  }

  /** One message; empty when it does not exist or is out of the agent's perimeter. */
  @Transactional(readOnly = true)
  public Optional<LigneDeMessage> un(long id) {
    return base.sql(LIGNES + "where m.id = ?").param(id).query(this::ligne).optional();
  }

  /** Letters that came back and that nobody has sent again or handed over, the oldest first. */
  @Transactional(readOnly = true)
  public List<LigneDeMessage> revenues() {
    return base.sql(LIGNES + """
        where m.etat = 'NON_DISTRIBUE' and not exists (select from courriers.message r where r.renvoi_de = m.id and r.etat <> 'ABANDONNE')
        order by m.etat_depuis, m.id limit 200""").query(this::ligne).list();
  }

  /** The messages of a person, the latest first. */
  @Transactional(readOnly = true)
  public List<LigneDeMessage> dePersonne(long personneId) {
    return base.sql(LIGNES + "where m.personne_id = ? order by m.le desc, m.id desc limit 200").param(personneId).query(this::ligne).list();
  }

  /** The letters of a batch, in the order they are printed; those given up since too. */
  @Transactional(readOnly = true)
  public List<LigneDeMessage> duLot(long lot, int taille, int saut) {
    return base.sql(LIGNES + "where m.lot_id = ? order by m.rang, m.id limit ? offset ?").params(lot, taille, saut).query(this::ligne).list();
  }

  private List<LigneDeMessage> lire(FiltresDeMessages filtres, Integer taille, int saut) {
    boolean attente = filtres.file() == File.A_ENVOYER;
    return base.sql(LIGNES + "where m.etat = any(:etats::text[]) and " + FILTRES
        + (attente ? "order by m.canal <> 'LETTRE', m.canal, m.code_postal, m.ville, p.nom, p.prenom, m.id"
        : "order by m.etat_depuis desc, m.id desc") + " limit :taille offset :saut")
        .params(parametres(filtres)).param("etats", filtres.file().etats()).param("taille", taille).param("saut", saut).query(this::ligne).list();
  }

  /** Conditions of the filters, for those who claim the same messages. */
  public static String conditions() {
    return FILTRES;
  }

  /** Parameters of {@link #conditions()}. */
  public static Map<String, Object> parametres(FiltresDeMessages filtres) {
    Map<String, Object> p = new HashMap<>();
    p.put("canal", filtres.canal() == null ? null : filtres.canal().name());
    p.put("modele", filtres.modele());
    p.put("territoire", filtres.territoire());
    p.put("du", filtres.du());
    p.put("au", filtres.au());
    String[] mots = CleDeRecherche.mots(filtres.nom());
    p.put("nom", mots.length == 0 ? null : filtres.nom());
    p.put("mots", mots);
    return p;
  }

  private final RowMapper<LigneDeMessage> mapper = (l, _) ->
      new LigneDeMessage(l.getLong("id"), l.getString("modele"), Canal.valueOf(l.getString("canal")),
      l.getObject("le", LocalDate.class), EtatMessage.valueOf(l.getString("etat")), jour(l.getObject("etat_depuis", OffsetDateTime.class)),
      l.getLong("personne_id"),
      l.getString("nom"), l.getString("prenom"), l.getString("adresse"), l.getString("code_postal"), l.getString("ville"), l.getString("vers"),
      (Long) l.getObject("lot_id"), l.getObject("envoye_le", LocalDate.class),
      l.getString("retour") == null ? null : MotifDeRetour.valueOf(l.getString("retour")), l.getString("raison"), (Long) l.getObject("renvoi_de"),
      l.getBoolean("renvoye"), l.getString("territoire"));

  private LigneDeMessage ligne(java.sql.ResultSet l, int rang) throws java.sql.SQLException {
    return mapper.mapRow(l, rang);
  }

  private LocalDate jour(OffsetDateTime instant) {
    return instant.atZoneSameInstant(horloge.getZone()).toLocalDate();
  }
}
