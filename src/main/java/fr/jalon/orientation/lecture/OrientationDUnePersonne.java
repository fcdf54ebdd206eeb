package fr.jalon.orientation.lecture;

import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.Parcours;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the dossier says of the orientation of a person. */
@Component
public class OrientationDUnePersonne {
  private final JdbcClient base;

  OrientationDUnePersonne(JdbcClient base) {
    this.base = base;
  }

  /** Her follow-ups, the open one first, then the most recent. */
  @Transactional(readOnly = true)
  public List<SuiviDUnePersonne> suivis(long personneId) {
    return base.sql("""
        select s.id, s.parcours, o.nom as organisation, r.nom as referent, s.notifie_le, s.etat, s.etat_depuis, s.motif_fin, s.fin_le, s.saisi_par,
          s.parcours_recommande, s.motif_ecart
        from orientation.suivi s join structures.organisation o on o.id = s.organisation_id left join structures.referent r on r.id = s.referent_id
        where s.personne_id = ? order by (s.etat <> 'CLOS') desc, s.notifie_le desc, s.id desc""")
        .param(personneId).query((l, _) -> new SuiviDUnePersonne(l.getLong("id"), Parcours.valueOf(l.getString("parcours")), l.getString("organisation"),
            l.getString("referent"), l.getObject("notifie_le", LocalDate.class), EtatSuivi.valueOf(l.getString("etat")),
            l.getObject("etat_depuis", LocalDate.class), l.getString("motif_fin"), l.getObject("fin_le", LocalDate.class), l.getString("saisi_par"),
            l.getString("parcours_recommande") == null ? null : Parcours.valueOf(l.getString("parcours_recommande")), l.getString("motif_ecart"))).list();
  }

  /** Everything that happened, the most recent first. */
  @Transactional(readOnly = true)
  public List<PassageLu> passages(long personneId) {
    return base.sql("""
        select p.objet, p.vers, p.le, p.motif, coalesce(f.fichier, p.par) as par, f.fichier is not null as recu from orientation.passage p
        left join echanges.provenance f on p.par = 'fichier:' || f.id where p.personne_id = ? order by p.le desc, p.id desc""").param(personneId)
        .query((l, _) -> new PassageLu(l.getObject("le", LocalDate.class),
            "ENTREE".equals(l.getString("objet")) ? "Nouvel entrant : " + EtatEntree.valueOf(l.getString("vers")).libelle().toLowerCase(java.util.Locale.FRENCH)
                : "Suivi " + EtatSuivi.valueOf(l.getString("vers")).libelle().toLowerCase(java.util.Locale.FRENCH),
            l.getString("motif"), l.getBoolean("recu") ? l.getString("par") : "Saisi par " + l.getString("par"))).list();
  }
}
