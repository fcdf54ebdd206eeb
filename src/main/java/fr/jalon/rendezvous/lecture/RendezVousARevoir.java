package fr.jalon.rendezvous.lecture;

import fr.jalon.socle.PersonneMontree;
import fr.jalon.rendezvous.application.SuivreLaSituation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agent must know of the appointments since the last files: those that were cancelled because the person has no right any more, moved away or
 * died, and those to come of a person whose right is suspended, who left the droits et devoirs since they were planned, or who lives in another
 * territory now. Of her perimeter.
 */
@Component
public class RendezVousARevoir {
  private static final int JOURS = 14;
  private static final String REQUETE = """
      with rdv as (
        select c.id, c.personne_id, c.etat, c.motif, c.saisi_le, s.jour, s.debut, s.territoire_id, '/informations-collectives/' || s.id as lien
        from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id
        where s.jour + s.debut > :maintenant and s.etat = 'PREVUE' and (c.etat <> 'ANNULEE' or c.etat_depuis >= :depuis)
        union all
        select e.id, e.personne_id, e.etat, e.motif, e.saisi_le, k.jour, k.debut, k.territoire_id, '/agenda/entretiens/' || e.id
        from rendezvous.entretien e left join rendezvous.creneau k on k.id = e.creneau_id where (k.id is null or k.jour + k.debut > :maintenant) and (e.etat <> 'ANNULEE' or e.etat_depuis >= :depuis))
      select r.personne_id, p.nom, p.prenom, r.jour, r.debut, r.lien, case when r.etat = 'ANNULEE' then case when allocataires.est_verse(s.etat) and r.motif not like :ailleurs then 'A_REDONNER' else 'ANNULE' end when allocataires.est_suspendu(s.etat) then 'SUSPENDU' when s.hors then 'HORS_DEVOIRS' else 'AILLEURS' end as quoi,
        case when r.etat = 'ANNULEE' then r.motif end as motif, count(*) over () as total
      from rdv r join allocataires.personne p on p.id = r.personne_id
      left join lateral (select case when x.present then x.etat end as etat, x.foyer_id, not x.sdd and exists (select from allocataires.membre m
          where m.personne_id = x.personne_id and m.adulte and m.sdd and least(m.jusqua_connu_le, m.oublie_le) > r.saisi_le and least(m.jusqua_connu_le, m.oublie_le) < 'infinity') as hors
        from allocataires.situation x where x.personne_id = r.personne_id) s on true
      where r.etat = 'ANNULEE' and exists (select from rendezvous.passage x where x.objet_id = r.id and x.vers = 'ANNULEE' and x.par = :auteur and x.fait_le >= :depuis)
          and not exists (select from rdv y where y.personne_id = r.personne_id and y.id > r.id and y.etat in ('EN_ATTENTE', 'INVITEE', 'CONVOQUEE', 'CONFIRMEE'))
        or r.etat in ('EN_ATTENTE', 'INVITEE', 'CONVOQUEE', 'CONFIRMEE') and (allocataires.est_suspendu(s.etat) or s.hors or r.territoire_id <> p.territoire_id and exists (
          select from allocataires.adresse_au(s.foyer_id, 'infinity') a where a.connue_le > r.saisi_le))
      order by r.jour nulls last, r.debut, p.nom, p.prenom, r.id limit :taille offset :saut""";
  private final JdbcClient base;
  private final Clock horloge;

  RendezVousARevoir(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** Why it is shown. */
  public enum Quoi {
    /** Cancelled by what a file says: somebody may tell her. */
    ANNULE("Annulé"),
    /** Cancelled by what a file said, and her right is open again: no place was left to give it back. */
    A_REDONNER("Droit rouvert, à redonner"),
    /** Her right is suspended: the agent decides. */
    SUSPENDU("Droit suspendu"),
    /** She was subject to the duties when it was planned, and is no longer: the agent decides. Worded as her file is. */
    HORS_DEVOIRS("Hors droits et devoirs"),
    /** She lives in another territory since. */
    AILLEURS("A changé de territoire");

    private final String libelle;

    Quoi(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** One. @param jour {@code null} while she has not chosen; @param motif why it was cancelled, or {@code null} */
  public record ARevoir(@PersonneMontree long personneId, String nom, String prenom, LocalDate jour, LocalTime debut, String lien,
      Quoi quoi, String motif) {
    /** {@code MARTIN Ana}. */
    public String nomComplet() {
      return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
    }
  }

  /** A part of them, the next appointments first. @param total how many there are in all */
  public record Part(List<ARevoir> lignes, int total) {}

  /** One page. @param page from 1; one after the last is empty */
  @Transactional(readOnly = true)
  public Part page(int page, int taille) {
    int[] total = {0};
    List<ARevoir> lignes = base.sql(REQUETE).param("maintenant", LocalDateTime.now(horloge))
        .param("depuis", OffsetDateTime.now(horloge).minusDays(JOURS))
        .param("auteur", SuivreLaSituation.AUTEUR).param("ailleurs", SuivreLaSituation.AILLEURS + "%").param("taille", taille)
        .param("saut", (long) (Math.max(1, page) - 1) * taille).query((l, _) -> {
          total[0] = l.getInt("total");
          return new ARevoir(l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"), l.getObject("jour", LocalDate.class),
              l.getObject("debut", LocalTime.class),
              l.getString("lien"), Quoi.valueOf(l.getString("quoi")), l.getString("motif"));
        }).list();
    return new Part(lignes, total[0]);
  }
}
