package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.domaine.Avis;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.domaine.EtatSuivi;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the dossier says of the orientation of a person. */
@Component
public class OrientationDUnePersonne {
  private static final String SUIVIS = """
      select s.personne_id, s.id, s.parcours, s.organisation_id, s.referent_id, o.nom as organisation, r.nom as referent, s.notifie_le, s.a_poster, s.etat,
        s.etat_depuis, s.motif_fin, s.fin_le, case when s.fin_le is not null then s.jusqua end as jusqua,
        habilitations.nom_agent(s.saisi_par) as saisi_par, s.parcours_recommande, s.motif_ecart
      from orientation.suivi s join structures.organisation o on o.id = s.organisation_id left join structures.referent r on r.id = s.referent_id
      """;
  private static final String ORDRE = "order by (s.etat <> 'CLOS') desc, s.notifie_le desc, s.id desc";
  private static final RowMapper<SuiviDUnePersonne> SUIVI = (l, _) ->
      new SuiviDUnePersonne(l.getLong("id"), Parcours.valueOf(l.getString("parcours")),
      l.getInt("organisation_id"), (Integer) l.getObject("referent_id"), l.getString("organisation"), l.getString("referent"),
      l.getObject("notifie_le", LocalDate.class), l.getBoolean("a_poster"), EtatSuivi.valueOf(l.getString("etat")),
      l.getObject("etat_depuis", LocalDate.class), l.getString("motif_fin"), l.getObject("fin_le", LocalDate.class),
      l.getObject("jusqua", LocalDate.class), l.getString("saisi_par"),
      l.getString("parcours_recommande") == null ? null : Parcours.valueOf(l.getString("parcours_recommande")), l.getString("motif_ecart"));
  private final JdbcClient base;

  OrientationDUnePersonne(JdbcClient base) {
    this.base = base;
  }

  /** Her follow-ups, the open one first, then the most recent. */
  @Transactional(readOnly = true)
  public List<SuiviDUnePersonne> suivis(long personneId) {
    return base.sql(SUIVIS + "where s.personne_id = ? " + ORDRE).param(personneId).query(SUIVI).list();
  }

  /** The follow-up of each of these persons that runs or sleeps on a day. */
  @Transactional(readOnly = true)
  public Map<Long, SuiviDUnePersonne> ouverts(Collection<Long> personnes, LocalDate jour) {
    Map<Long, SuiviDUnePersonne> ouverts = new HashMap<>();
    base.sql(SUIVIS + "where s.personne_id = any(:personnes::bigint[]) and s.etat <> 'CLOS' " + ORDRE)
        .param("personnes", personnes.toArray(Long[]::new))
        .query((l, n) -> Map.entry(l.getLong("personne_id"), SUIVI.mapRow(l, n))).list().stream().filter(e -> e.getValue().ouvertLe(jour))
        .forEach(e -> ouverts.putIfAbsent(e.getKey(), e.getValue()));
    return ouverts;
  }

  /** The reviews that kept her parcours social, those undone left out, the latest first. */
  @Transactional(readOnly = true)
  public List<MaintienLu> maintiens(long personneId) {
    return base.sql("""
        select id, suivi_id, fait_le, raison, avis_le, avis, prochain_le, habilitations.nom_agent(fait_par) as fait_par from orientation.maintien
        where personne_id = ? and annule_le is null order by fait_le desc, id desc""").param(personneId)
        .query((l, _) -> new MaintienLu(l.getLong("id"), l.getLong("suivi_id"), l.getObject("fait_le", LocalDate.class), l.getString("raison"),
            l.getString("avis") == null ? null : new Avis(l.getObject("avis_le", LocalDate.class), Avis.Sens.valueOf(l.getString("avis"))),
            l.getObject("prochain_le", LocalDate.class), l.getString("fait_par"))).list();
  }

  /** Everything that happened, the most recent first. */
  @Transactional(readOnly = true)
  public List<PassageLu> passages(long personneId) {
    return base.sql("""
        select p.objet, p.vers, p.le, p.motif, coalesce(f.fichier, habilitations.nom_agent(p.par)) as par, f.fichier is not null as recu from orientation.passage p
        left join allocataires.provenance f on p.par = 'fichier:' || f.id where p.personne_id = ? order by p.le desc, p.id desc""").param(personneId)
        .query((l, _) -> new PassageLu(l.getObject("le", LocalDate.class),
            switch (l.getString("objet")) {
              case "ENTREE" -> "Nouvel entrant : " + EtatEntree.valueOf(l.getString("vers")).libelle().toLowerCase(java.util.Locale.FRENCH);
              case "REORIENTATION" -> "Réorientation " + ("DEMANDEE".equals(l.getString("vers")) ? "demandée"
                  : EtatReorientation.valueOf(l.getString("vers")).libelle().toLowerCase(java.util.Locale.FRENCH));
              case "REFERENT" -> "Référent : " + l.getString("vers");
              case "MAINTIEN" -> "ANNULE".equals(l.getString("vers")) ? "Maintien du parcours social annulé" : "Parcours social maintenu";
              default -> "Suivi " + EtatSuivi.valueOf(l.getString("vers")).libelle().toLowerCase(java.util.Locale.FRENCH);
            },
            l.getString("motif"), l.getBoolean("recu") ? l.getString("par") : "Saisi par " + l.getString("par"))).list();
  }
}
