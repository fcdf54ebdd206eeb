package fr.jalon.justedroit.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.justedroit.domaine.FaitsDuMois;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person and the foyer where she counts, when the agent may see her. */
@Component
public class FoyersDUnePersonne {
  private final JdbcClient base;
  private final LectureDesFaits faits;
  private final Clock horloge;

  FoyersDUnePersonne(JdbcClient base, LectureDesFaits faits, Clock horloge) {
    this.base = base;
    this.faits = faits;
    this.horloge = horloge;
  }

  /** {@code MARTIN Ana}, or empty when she does not exist, was merged, or is out of the perimeter. */
  @Transactional(readOnly = true)
  public Optional<String> nom(long personneId) {
    return base.sql("select nom, prenom from allocataires.personne where id = ? and fusionnee_dans is null").param(personneId)
        .query((l, _) -> l.getString("nom") + " " + Francais.nom(l.getString("prenom"))).optional();
  }

  /** Her foyer, or the last she was in; empty when she was in none. */
  @Transactional(readOnly = true)
  public Optional<Long> foyer(long personneId) {
    return base.sql("select foyer_id from allocataires.place_de(array[?::bigint], 'infinity')").param(personneId).query(Long.class).optional();
  }

  /** What is known of her foyer today, or empty. */
  @Transactional(readOnly = true)
  public Optional<FaitsDuMois> dernier(long personneId) {
    return foyer(personneId).flatMap(f -> faits.deFoyer(f, List.of(LocalDate.now(horloge))).stream().findFirst()).map(FoyerLu::faits);
  }

  /**
   * What the accounts say of a month, in euros.
   *
   * @param verse  paid for this month when it was due
   * @param rappel paid later for it
   * @param indu   found overpaid for it
   */
  public record Verse(YearMonth mois, BigDecimal verse, BigDecimal rappel, BigDecimal indu) {}

  /** By month owed; a month without account is not there. */
  @Transactional(readOnly = true)
  public Map<YearMonth, Verse> verses(long foyerId) {
    return base.sql("""
        select mois,
          coalesce(sum(case sens when 'AJ' then montant else -montant end) filter (where nature = 'AllocationsComptabilisees' and coalesce(operation, '') <> 'PRA'), 0) verse,
          coalesce(sum(case sens when 'AJ' then montant else -montant end) filter (where nature = 'AllocationsComptabilisees' and operation = 'PRA'), 0) rappel,
          coalesce(sum(montant) filter (where nature = 'IndusConstates'), 0) indu
        from allocataires.paiement where foyer_id = ? and remplace_par is null group by mois""").param(foyerId)
        .query((l, _) -> new Verse(YearMonth.from(l.getObject("mois", LocalDate.class)), l.getBigDecimal("verse"), l.getBigDecimal("rappel"),
        l.getBigDecimal("indu")))
        .list().stream().collect(Collectors.toMap(Verse::mois, Function.identity()));
  }
}
