package fr.jalon.handicap.application;

import fr.jalon.handicap.application.RegistreDesDossiers.Dossier;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.NouvelleReponse;
import fr.jalon.handicap.domaine.SensDeLaReponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers of a file as rows: written once, withdrawn and not erased. */
@Component
class ReponsesDUnDossier {
  private final JdbcClient base;
  private final RegistreDesDossiers registre;
  private final Clock horloge;

  ReponsesDUnDossier(JdbcClient base, RegistreDesDossiers registre, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.horloge = horloge;
  }

  /** One that counts. */
  record Reponse(long id, DroitMdph droit, SensDeLaReponse sens, boolean surRecours, LocalDate decideeLe, LocalDate depuis, LocalDate jusquAu) {
    /** True when it says the same. */
    boolean dit(NouvelleReponse n, LocalDate le) {
      return droit == n.droit() && sens == n.sens() && decideeLe.equals(le)
          && (sens != SensDeLaReponse.ACCORDE || Objects.equals(depuis, n.depuis()) && Objects.equals(jusquAu, n.jusquAu()));
    }
  }

  /** Those that count, the oldest first. */
  List<Reponse> de(long dossier) {
    return base.sql("""
        select id, droit, sens, sur_recours, decidee_le, depuis, jusqu_au from handicap.reponse where dossier_id = ? and annulee_le is null order by id""")
        .param(dossier).query(Reponse.class).list();
  }

  long ecrire(Dossier d, NouvelleReponse n, boolean recours, LocalDate le) {
    boolean accorde = n.sens() == SensDeLaReponse.ACCORDE;
    return base.sql("""
        insert into handicap.reponse (personne_id, dossier_id, droit, sens, sur_recours, decidee_le, depuis, jusqu_au, saisie_par, saisie_le)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""").params(d.personneId(), d.id(), n.droit().name(), n.sens().name(), recours, le,
        accorde ? n.depuis() : null, accorde ? n.jusquAu() : null, registre.moi(), OffsetDateTime.now(horloge)).query(Long.class).single();
  }

  void retirer(Collection<Long> reponses) {
    base.sql("update handicap.reponse set annulee_le = :maintenant, annulee_par = :moi where id = any(:ids::bigint[]) and annulee_le is null")
        .param("maintenant", OffsetDateTime.now(horloge)).param("moi", registre.moi()).param("ids", reponses.toArray(Long[]::new)).update();
  }
}
