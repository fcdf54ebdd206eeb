package fr.jalon.engagement.application;

import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.travaux.TravailRegulier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each Monday, the week before is closed for everybody; each hour, the weeks whose hours, plan or adaptation changed since are counted again, and the
 * week that runs is begun. A server that was off closes what it missed. Doing it twice changes nothing.
 */
@Component
public class CloreLesSemaines {
  private static final Logger TRACE = LoggerFactory.getLogger(CloreLesSemaines.class);
  /** How far back what other rooms prove is looked for again: late entries of a month. */
  private static final int SEMAINES_RELUES = 5;
  private static final int LOT = 5_000;
  private final RecueillirLesHeures recueillir;
  private final CompterLesSemaines compter;
  private final JdbcClient base;
  private final Clock horloge;

  CloreLesSemaines(RecueillirLesHeures recueillir, CompterLesSemaines compter, @Qualifier("chargement") JdbcClient base, Clock horloge) {
    this.recueillir = recueillir;
    this.compter = compter;
    this.base = base;
    this.horloge = horloge;
  }

  private record AReprendre(long personneId, LocalDate premier, LocalDate dernier) {}

  @Bean
  static TravailRegulier cloreLesHeures(CloreLesSemaines clore, Clock horloge, @Value("${jalon.heures.cloture:0 25 * * * *}") String cron) {
    return TravailRegulier.aLHeure("heures", "Compter les heures d'activité, clore les semaines", cron, horloge.getZone(), clore::executer);
  }

  /** Whatever is to be closed or counted again now. */
  public void executer() {
    Semaine courante = Semaine.de(LocalDate.now(horloge));
    OffsetDateTime depuis = base.sql("select max(close_le) from engagement.cloture").query((l, _) -> java.util.Optional.ofNullable(
        l.getObject(1, OffsetDateTime.class))).single().orElse(null);
    recueillir.executer(null, courante.plus(-SEMAINES_RELUES).lundi(), courante.dimanche());
    if (depuis != null) {
      reprendre(depuis, courante);
    }
    LocalDate derniere = base.sql("select max(lundi) from engagement.cloture where lundi < ?").param(courante.lundi())
        .query((l, _) -> java.util.Optional.ofNullable(l.getObject(1, LocalDate.class))).single().orElse(courante.plus(-2).lundi());
    // the last closed once may have been closed while it still ran
    boolean enCours = base.sql("select exists (select from engagement.cloture where lundi = ? and close_le < ?)")
        .params(derniere, new Semaine(derniere).plus(1).lundi().atStartOfDay(horloge.getZone()).toOffsetDateTime()).query(Boolean.class).single();
    for (Semaine s = new Semaine(derniere).plus(enCours ? 0 : 1); s.lundi().isBefore(courante.lundi()); s = s.plus(1)) {
      TRACE.info("Semaine {} close : {} changées", s.code(), compter.toutes(s));
    }
    compter.toutes(courante);
  }

  /** Persons whose weeks changed since, week by week. */
  private void reprendre(OffsetDateTime depuis, Semaine courante) {
    List<AReprendre> tous = base.sql("""
        select personne_id, min(premier) as premier, max(dernier) as dernier from (
          select personne_id, lundi as premier, lundi as dernier from engagement.heure where saisie_le >= :depuis
          union all select personne_id, lundi, lundi from engagement.heure where annulee_le >= :depuis
          union all select personne_id, depuis, coalesce(finie_le, :dimanche) from engagement.adaptation
            where saisie_le >= :depuis or retiree_le >= :depuis or finie_le >= :depuis::date
          union all select v.personne_id, v.depuis, v.jusqu_au from engagement.version v join engagement.signature s on s.version_id = v.id and s.signee_le >= :depuis
          union all select s.personne_id, s.notifie_le, :dimanche from orientation.suivi s where s.saisi_le >= :depuis
          union all select x.personne_id, x.le, :dimanche from engagement.passage x where x.fait_le >= :depuis) c
        group by 1""").param("depuis", depuis).param("dimanche", courante.dimanche()).query(AReprendre.class).list();
    LocalDate premier = tous.stream().map(AReprendre::premier).min(LocalDate::compareTo).orElse(courante.lundi());
    for (Semaine s = Semaine.de(premier); s.lundi().isBefore(courante.lundi()); s = s.plus(1)) {
      Semaine semaine = s;
      List<Long> personnes = tous.stream().filter(a -> !a.premier().isAfter(semaine.dimanche()) && !a.dernier().isBefore(semaine.lundi()))
          .map(AReprendre::personneId).toList();
      for (int i = 0; i < personnes.size(); i += LOT) {
        compter.compter(personnes.subList(i, Math.min(personnes.size(), i + LOT)), s.lundi(), s.lundi());
      }
    }
  }
}
