package fr.jalon.rendezvous.application;

import fr.jalon.allocataires.FinDeSuivi;
import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.Libelles;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The appointments to come that what the payers say today leaves without object, each with its reason in words. */
@Component
class SansObjet {
  /** Those to come, not begun; what a person left since it was planned counts, not how she lived before. */
  private static final String A_VENIR = """
      with a_venir as (
        select c.id, c.personne_id, true as collectif, c.saisi_le from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id
        where c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE') and s.etat = 'PREVUE' and s.jour + s.debut > :maintenant
          and (:personnes::bigint[] is null or c.personne_id = any(:personnes::bigint[]))
        union all
        select e.id, e.personne_id, false, e.saisi_le from rendezvous.entretien e left join rendezvous.creneau k on k.id = e.creneau_id
        where e.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE') and (k.id is null or k.jour + k.debut > :maintenant)
          and (:personnes::bigint[] is null or e.personne_id = any(:personnes::bigint[])))
      select v.id, v.personne_id, v.collectif, x.etat, x.motif_fin, x.motif_refus, x.motif_suspension, p.sexe::int as sexe,
        x.foyer_id is null and exists (select from allocataires.membre m where m.personne_id = p.id and m.adulte and m.oublie_le = 'infinity' and m.jusqua_connu_le > v.saisi_le) as partie,
        coalesce(not x.adulte, false) as a_charge, not v.collectif and allocataires.suivie_hors_rsa(p.id) as hors_rsa,
        case when x.foyer_id is null and not v.collectif then (select string_agg(h.fin_motif, ' ' order by h.id) from allocataires.suivi_hors_rsa h where h.personne_id = p.id and h.retire_le is null
          and h.fin_le = (select max(g.fin_le) from allocataires.suivi_hors_rsa g where g.personne_id = p.id and g.retire_le is null)) end as fin_hors_rsa,
        (select k.departement || ' ' || k.nom from allocataires.adresse_au(x.foyer_id, x.jour) a join structures.commune k on k.code = a.commune
          where a.connue_le > v.saisi_le and k.departement <> :departement) as ailleurs
      from a_venir v join allocataires.personne p on p.id = v.personne_id
      """ + DroitConnu.JOINTURE + """
      where allocataires.est_ferme(x.etat) or not x.adulte or x.foyer_id is null or x.motif_suspension in ('DG', 'DH') or exists (select from allocataires.adresse_au(x.foyer_id, x.jour) a
        join structures.commune k on k.code = a.commune where a.connue_le > v.saisi_le and k.departement <> :departement)
      order by v.id""";
  private static final int JOURS_REGARDES = 15;
  private final JdbcClient base;
  private final Libelles libelles;
  private final Structures structures;
  private final Clock horloge;

  SansObjet(JdbcClient base, Libelles libelles, Structures structures, Clock horloge) {
    this.base = base;
    this.libelles = libelles;
    this.structures = structures;
    this.horloge = horloge;
  }

  /** One that stops. @param collectif true for a convocation to a session, false for an interview */
  record Rendu(long id, long personneId, boolean collectif, String motif) {}

  private record Lue(long id, long personneId, boolean collectif, String etat, String motifFin, String motifRefus, String motifSuspension,
      Integer sexe, boolean partie,
      boolean aCharge, boolean horsRsa, String finHorsRsa, String ailleurs) {}

  /** @param personnes {@code null} for everyone */
  List<Rendu> chercher(List<Long> personnes) {
    return base.sql(A_VENIR).param("maintenant", LocalDateTime.now(horloge))
        .param("personnes", personnes == null ? null : personnes.toArray(Long[]::new))
        .param("departement", structures.departementConnu().map(Departement::code).orElse("")).query(Lue.class).list().stream()
        .map(l -> new Rendu(l.id(), l.personneId(), l.collectif(), motif(l))).filter(r -> r.motif() != null).toList();
  }

  /** Convocations to sessions just past: what was not sent speaks of a day that is over. */
  List<Long> convocationsPassees(LocalDate jour) {
    return base.sql("""
        select c.id from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id where s.jour between ? and ? order by 1""")
        .params(jour.minusDays(JOURS_REGARDES), jour.minusDays(1)).query(Long.class).list();
  }

  /** {@code null} when nothing stops it. */
  private String motif(Lue l) {
    boolean decedee = "DG".equals(l.motifSuspension()) && Objects.equals(l.sexe(), 2) || "DH".equals(l.motifSuspension())
        && Objects.equals(l.sexe(), 1);
    if (l.horsRsa() && !decedee) {
      return null;
    }
    // of several publics that ended the same day, one that stops everything is enough
    Optional<FinDeSuivi> fin = Stream.of(l.finHorsRsa() == null ? new String[0] : l.finHorsRsa().split(" ")).map(FinDeSuivi::de)
        .filter(f -> f != null && f.arreteTout()).findFirst();
    if (fin.isPresent()) {
      return fin.get().libelle();
    }
    if (l.aCharge()) {
      return "N'a plus de droit au RSA à son nom : à charge d'un autre foyer";
    }
    if (decedee) {
      return "Décès signalé par la caisse";
    }
    if (l.partie()) {
      return "N'est plus dans son foyer : départ ou décès";
    }
    return switch (EtatDuDroit.de(l.etat())) {
      case FERME -> "Droit au RSA fermé" + precision("MOTICLORSA", l.motifFin());
      case REFUSE -> "Demande de RSA refusée" + precision("MOTIREFURSA", l.motifRefus());
      case ABSENT -> "N'est plus dans le fichier de la caisse";
      default -> l.ailleurs() == null ? null : SuivreLaSituation.AILLEURS + " : "
          + fr.jalon.ecran.Francais.lieu(l.ailleurs().substring(l.ailleurs().indexOf(' ') + 1));
    };
  }

  private String precision(String balise, String code) {
    String libelle = libelles.libelle(balise, code);
    return libelle.isEmpty() || libelle.equals(code) ? "" : " : " + libelle.substring(0, 1)
        .toLowerCase(java.util.Locale.FRENCH) + libelle.substring(1);
  }
}
