package fr.jalon.accompagnement.lecture;

import fr.jalon.accompagnement.lecture.FiltresDuPortefeuille.Onglet;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.CleDeRecherche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons of a portfolio whom the agent sees: who is in it, who is late, what is to settle, who left. */
@Component
public class MembresDuPortefeuille {
  private static final String MEMBRES = "with toutes as (select i.id as entree, i.personne_id as id, p.nom, p.prenom, p.date_naissance as naissance, "
      + "coalesce(k.nom, t.nom_commune) as commune, s.parcours, i.entre_le, i.raison, i.reprise, i.sorti_le, i.sortie_motif, "
          + "i.sortie_precision, i.etat, case when i.etat = 'EN_COURS' then "
      + EntreesIntensives.POURQUOI_PLUS + """
       end as pourquoi, x.dernier, v.prevu_le,
        coalesce(v.prevu_le <= :jour::date + least(:proche::int, :rythme::int), false) as rdv_proche, greatest(x.dernier, i.entre_le) + :rythme::int as a_voir_avant,
        (select count(distinct b.objet_id) from diagnostic.frein_passage b where b.personne_id = i.personne_id and b.vers = 'LEVE' and b.le >= i.entre_le
          and b.le < coalesce(i.sorti_le, 'infinity'))::int as freins_leves, coalesce(allocataires.est_ouvert(t.etat), false) as au_rsa
      from accompagnement.intensif i join allocataires.personne p on p.id = i.personne_id and p.fusionnee_dans is null
      """ + EntreesIntensives.ET_AUJOURDHUI + """
      left join allocataires.situation t on t.personne_id = i.personne_id left join structures.commune k on k.code = t.commune
      left join lateral (select max(h.le) as dernier from accompagnement.echange h where h.personne_id = i.personne_id and h.presence = 'PRESENTE'
        and h.le <= :jour) x on true
      left join lateral (select min(q.jour) as prevu_le from rendezvous.prevu q where q.personne_id = i.personne_id and q.donne and q.jour >= :jour) v on true
      where i.referent_id = :referent and i.etat <> 'ANNULEE'
        and (:nom::text is null or i.personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[])))))
      """;
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  MembresDuPortefeuille(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** One page, with the number of persons of each tab. @param referent whose portfolio */
  @Transactional(readOnly = true)
  public Liste<FiltresDuPortefeuille, Onglet, MembreDuPortefeuille> page(FiltresDuPortefeuille filtres, int referent) {
    String comptes = Arrays.stream(Onglet.values()).map(o -> "count(*) filter (where %s) as %s".formatted(o.condition(), o.name()))
        .collect(Collectors.joining(", "));
    Map<Onglet, Long> parOnglet = new EnumMap<>(Onglet.class);
    base.sql(MEMBRES + "select " + comptes + " from toutes").params(parametres(filtres, referent)).query((l, _) -> {
      for (Onglet o : Onglet.values()) {
        parOnglet.put(o, l.getLong(o.name()));
      }
      return parOnglet;
    }).single();
    return Liste.de(filtres, parOnglet, filtres.onglet(), lire(filtres, referent, Pagination.TAILLE, Liste.saut(filtres)));
  }

  /** The whole tab, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<MembreDuPortefeuille> toutes(FiltresDuPortefeuille filtres, int referent) {
    return lire(filtres, referent, null, 0);
  }

  private List<MembreDuPortefeuille> lire(FiltresDuPortefeuille filtres, int referent, Integer taille, int saut) {
    return base.sql(MEMBRES + "select * from toutes where " + filtres.onglet().condition() + " order by "
        + (filtres.onglet() == Onglet.SORTIES ? "sorti_le desc, " : filtres.onglet() == Onglet.EN_RETARD ? "a_voir_avant, " : "")
        + "nom, prenom, entree limit :taille offset :saut").params(parametres(filtres, referent)).param("taille", taille).param("saut", saut)
        .query(MembreDuPortefeuille.class).list();
  }

  private Map<String, Object> parametres(FiltresDuPortefeuille filtres, int referent) {
    LocalDate jour = LocalDate.now(horloge);
    String[] mots = CleDeRecherche.mots(filtres.nom());
    Map<String, Object> p = new HashMap<>();
    p.put("jour", jour);
    p.put("referent", referent);
    p.put("proche", parametres.jours("accompagnement.rendez_vous_proche", jour));
    p.put("rythme", parametres.jours("accompagnement.rythme_intensif", jour));
    p.put("nom", mots.length == 0 ? null : filtres.nom());
    p.put("mots", mots);
    return p;
  }
}
